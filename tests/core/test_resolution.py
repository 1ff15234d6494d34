"""Evidence smaller than two pixels of an image."""

from __future__ import annotations

import pytest

from yalu_plugin.core.resolution import unresolved_evidence


@pytest.mark.parametrize(("kind", "gsd", "expected"), [
    ("vehicle_ford", 10.0, 3.0), ("vehicle_ford", 1.5, None), ("vehicle_ford", 1.51, 3.0), ("vehicle_ford", 0.5, None),
    ("barge_dock", 10.0, None), ("barge_dock", 10.1, 20.0), ("staging_area", 6.0, None), ("staging_area", 10.0, 12.0),
    ("fuel_station", 1000.0, None), ("other", 30.0, None), (None, 30.0, None), ("vehicle_ford", None, None),
    ("vehicle_ford", 0.0, None), ("a kind of one's own", 30.0, None)])
def test_smaller_than_two_pixels(kind: str | None, gsd: float | None, expected: float | None) -> None:
    evidence = unresolved_evidence(kind, gsd)
    assert (evidence.size_m if evidence else None) == expected
