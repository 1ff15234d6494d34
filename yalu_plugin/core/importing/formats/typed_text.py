"""Converts values of typed columns to text."""

from __future__ import annotations

import re
from typing import Any

_EMPTY_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]00:00:00(?:\.0+)?(?:Z|\+00:00)?")


def typed_text(value: Any, kind: str = "") -> str:
    """Return "" for no value, a date without a midnight time, an integer without ".0", true and false as words.

    `kind` is the SQL type of the column, for values whose type does not show it.
    """
    if value is None or value != value or isinstance(value, bytes):  # NaN is not itself
        return ""
    if type(value).__name__ in ("bool", "bool_") or (kind == "BOOLEAN" and value in (0, 1)):
        return "true" if value else "false"
    if hasattr(value, "is_integer") and value.is_integer() and abs(value) < 2**53:
        return str(int(value))
    text = str(value).replace("\0", "").strip()
    day = _EMPTY_TIME.fullmatch(text) if kind.startswith("DATE") else None
    return day.group(1) if day else "" if text == "NaT" else text
