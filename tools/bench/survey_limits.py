"""Limits of tools/bench/survey.py: the number of actions, and the time for them."""

from __future__ import annotations

import os

ACTIONS = int(os.environ.get("YALU_BENCH_ACTIONS", 200))  # of each kind, on a survey of one size
LIMIT_S = int(os.environ.get("YALU_BENCH_SECONDS", 60))  # for a row of one size: the actions done by then count
