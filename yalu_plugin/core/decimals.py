"""Measures as text, as panel and pages both write them."""

from __future__ import annotations

import math


def decimals(value: float | None, places: int) -> str:
    """A measure as text; nothing where there is none. No "-0.00"."""
    return "" if value is None or math.isnan(value) else f"{round(value, places) + 0.0:.{places}f}"


def from_to(least: float | None, most: float | None, places: int) -> str:
    """A measure, or from where to where it lies: "43.3–113.5"; nothing where there is none."""
    low, high = decimals(least, places), decimals(most, places)
    return low if low == high else f"{low}–{high}"


def metres_or_km(metres: float) -> str:
    """A distance in the unit that suits it: "864 m", "5.02 km", "40.2 km"."""
    if metres < 999.5:
        return f"{metres:.0f} m"
    return f"{metres / 1000:.{2 if metres < 9_995 else 1}f} km"
