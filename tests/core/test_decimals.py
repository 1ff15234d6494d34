"""Measures as text."""

from __future__ import annotations

import math

from yalu_plugin.core.decimals import decimals, from_to, metres_or_km


def test_a_measure_and_a_range():
    assert decimals(-0.001, 2) == "0.00" and decimals(None, 1) == "" == decimals(math.nan, 1)
    assert from_to(43.26, 113.54, 1) == "43.3–113.5"
    assert from_to(81.51, 81.52, 1) == "81.5" and from_to(math.nan, math.nan, 1) == ""


def test_a_distance_in_a_suitable_unit():
    assert [metres_or_km(metres) for metres in (0, 863.7, 999.6, 5021, 9999, 40_230)] == [
        "0 m", "864 m", "1.00 km", "5.02 km", "10.0 km", "40.2 km"]
