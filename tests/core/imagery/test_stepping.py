"""The scene that a step in the timeline leads to."""

from __future__ import annotations

from datetime import date, datetime, timezone

import pytest

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.stepping import neighbour
from yalu_plugin.core.imagery.timeline import Timeline

MOMENTS = [datetime(2020, month, 1, tzinfo=timezone.utc) for month in (1, 3, 5)]
JANUARY, MARCH, MAY = SCENES = [Scene(str(one.month), f"{one.month}.tif", one, one, "acquired") for one in MOMENTS]


@pytest.mark.parametrize(("where", "place", "failed", "day", "expected"), [
    ("first", MAY, None, None, JANUARY), ("last", JANUARY, None, None, MAY),
    ("next", JANUARY, None, None, MARCH), ("previous", JANUARY, None, None, None), ("next", MAY, None, None, None),
    ("next", None, None, date(2020, 2, 1), MARCH), ("previous", None, None, date(2020, 2, 1), JANUARY),
    ("next", JANUARY, MARCH, None, MAY),  # on from the one that could not be shown
    ("previous", MARCH, MAY, None, JANUARY)])  # back past the one on screen
def test_the_scene_a_step_leads_to(where, place, failed, day, expected):
    assert neighbour(Timeline(SCENES), where, place, failed, day) == expected
