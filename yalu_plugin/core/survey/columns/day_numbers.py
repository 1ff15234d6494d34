"""Days as numbers that sort like their texts: 20240831 for 2024-08-31, 0 for none."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from yalu_plugin.core.survey.codec import day

NONE = 0
ALWAYS = 10**8  # after every day


def day_number(value: Any) -> int:
    """Return the number of a day from the value of a column; NONE where it is empty or not a day."""
    text = day(value)
    return int(text.replace("-", "")) if text else NONE


@lru_cache(maxsize=1 << 14)  # a survey has few days
def day_text(number: int) -> str | None:
    """Return the day, YYYY-MM-DD, of a number; None for NONE."""
    return f"{number // 10000:04}-{number // 100 % 100:02}-{number % 100:02}" if number else None
