from __future__ import annotations

import numpy as np
import pytest

from yalu_plugin.core.corridor.direction import direction_along, direction_of, stated_direction

ELSEWHERE = np.array([(10.0, 50.0), (11.0, 50.0)])


def test_the_direction_of_a_line_along_the_river_is_measured(river):
    shifted = river.lonlat + (0.0, 0.01)
    assert direction_along(shifted, river) == "upstream"
    assert direction_along(shifted[::-1], river) == "downstream"
    assert direction_along(shifted[700:720], river) == "upstream"


def test_a_line_elsewhere_is_not_known(river):
    assert direction_along(ELSEWHERE, river) is None


def test_a_line_across_the_river_goes_nowhere_along_it(river):
    lon, lat = river.lonlat[1000]
    assert direction_along(np.array([(lon, lat), (lon, lat), (lon + 3, lat)]), river) is None


@pytest.mark.parametrize(("text", "direction"), [
    ("upstream", "upstream"), ("Downstream", "downstream"), ("downstream to upstream", "upstream"),
    ("upstream-to-downstream", "downstream"), ("", None), ("north", None),
])
def test_stated_direction(text, direction):
    assert stated_direction(text) == direction


def test_place_before_statement_before_convention(river):
    assert direction_of(river.lonlat, "downstream", river) == "upstream"  # stated so also after being reversed
    assert direction_of(ELSEWHERE, "downstream to upstream", river) == "upstream"
    assert direction_of(ELSEWHERE, "", river) == "downstream"
