"""Values of JSON that strangers wrote: each taken for what it has to be, or for nothing."""

from __future__ import annotations

import math
from typing import Any

Json = dict[str, Any]
LONGEST = 2_000  # characters: more than any name, credit or address


def as_dict(value: object) -> Json:
    """The object, or an empty one."""
    return value if isinstance(value, dict) else {}


def as_list(value: object) -> list[Any]:
    """The array, or an empty one."""
    return value if isinstance(value, list) else []


def as_text(value: object) -> str:
    """The text on one line, without what no table can hold (NUL, half of a character), the start of an endless one;
    empty for what is no text.
    """
    if not isinstance(value, str):
        return ""
    whole = value[: LONGEST + 1].encode("utf-8", errors="ignore").decode("utf-8")
    line = " ".join("".join(char if char.isprintable() else " " for char in whole).split())
    return line if len(line) <= LONGEST else line[:LONGEST] + "…"


def as_number(value: object) -> float | None:
    """The finite number, or None: booleans, NaN and 1e400 are none."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None
