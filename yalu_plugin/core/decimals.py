"""Measures as text, in panels and on pages."""

from __future__ import annotations

import math


def decimals(value: float | None, places: int) -> str:
    """Return a measure as text, "" for None or NaN, and never "-0.00"."""
    return "" if value is None or math.isnan(value) else f"{round(value, places) + 0.0:.{places}f}"


def from_to(least: float | None, most: float | None, places: int) -> str:
    """Return a measure or its range: "43.3–113.5"; "" for None or NaN."""
    low, high = decimals(least, places), decimals(most, places)
    return low if low == high else f"{low}–{high}"


def metres_or_km(metres: float) -> str:
    """Return a distance in a suitable unit: "864 m", "5.02 km", "40.2 km"."""
    if metres < 999.5:
        return f"{metres:.0f} m"
    return f"{metres / 1000:.{2 if metres < 9_995 else 1}f} km"
