"""How much of tools/bench/survey.py is done, and how long one waits for it."""

from __future__ import annotations

import os

ACTIONS = int(os.environ.get("YALU_BENCH_ACTIONS", 200))  # of a kind, on a survey of one size
LIMIT_S = int(os.environ.get("YALU_BENCH_SECONDS", 60))  # for a row of one size: what was done until then is counted
