"""Limits of tools/bench/survey.py: the number of actions, the time for them, and which are measured."""

from __future__ import annotations

import os

ACTIONS = int(os.environ.get("YALU_BENCH_ACTIONS", 200))  # of each kind, on a survey of one size
LIMIT_S = int(os.environ.get("YALU_BENCH_SECONDS", 60))  # for a row of one size: the actions done by then count
ROWS = os.environ.get("YALU_BENCH_ROWS", "").split()  # names of actions, as "click redo matrix"; empty for all


def is_measured(action: str) -> bool:
    """Return whether this action is to be measured."""
    return not ROWS or action in ROWS
