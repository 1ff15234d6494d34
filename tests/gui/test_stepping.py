"""Which scenes the workbench steps through, and what the Imagery panel says of those it skips."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

import pytest

from yalu_plugin.core.imagery.choice import Choice
from yalu_plugin.core.imagery.scene import Scene

NEAR = "POLYGON ((22.1 45.2, 22.2 45.2, 22.2 45.3, 22.1 45.3, 22.1 45.2))"
AWAY = "POLYGON ((127 41, 128 41, 128 42, 127 42, 127 41))"
VIEW = (22.14, 45.19, 22.16, 45.21)


def scene(year: int, wkt: str, cloud: float | None) -> Scene:
    day = datetime(year, 6, 1, tzinfo=timezone.utc)
    return Scene(f"scene {year}", f"/{year}.tif", day, day, "acquired", "stac", cloud_cover=cloud, footprint_wkt=wkt)


SCENES = [scene(2016, NEAR, 0), scene(2017, AWAY, 0), scene(2018, NEAR, 80), scene(2019, NEAR, None),
          scene(2020, AWAY, 90)]


@pytest.fixture
def chosen(bench: Any) -> Any:
    """A workbench with five scenes: two are away, two cloudy."""
    bench.add_scenes(SCENES)
    return bench


def years(found: Any) -> list[int]:
    return [one.day.year for one in found]


def test_skipped_scenes_are_stepped_over(chosen: Any) -> None:
    heard = []
    chosen.choice_changed.connect(lambda: heard.append(1))
    chosen.choose(Choice(VIEW, 40))
    assert years(chosen.steppable.scenes) == [2016, 2019] and years(chosen.timeline.scenes) == list(range(2016, 2021))
    assert chosen.skipped == {"scene 2017": "outside_view", "scene 2018": "cloudy", "scene 2020": "outside_view"}
    chosen.scene = chosen.timeline.scenes[0]
    assert chosen.neighbour("next").day.year == 2019
    chosen.scene = chosen.timeline.scenes[1]  # one that is itself skipped
    assert (chosen.neighbour("previous").day.year, chosen.neighbour("last").day.year) == (2016, 2019)
    chosen.choose(Choice(VIEW, 40))
    chosen.choose(Choice(VIEW, 45))
    assert heard == [1]


def test_scenes_added_later_are_chosen_from_too(chosen: Any) -> None:
    chosen.choose(Choice(VIEW))
    chosen.add_scenes([scene(2021, AWAY, 0), scene(2022, NEAR, 0)])
    assert years(chosen.steppable.scenes) == [2016, 2018, 2019, 2022]


def test_the_nearest_neighbours_come_first(chosen: Any) -> None:
    assert chosen.neighbours(2) == []
    chosen.scene = chosen.timeline.scenes[1]
    assert years(chosen.neighbours(2)) == [2018, 2016, 2019]
    chosen.choose(Choice(None, 40))
    assert years(chosen.neighbours(1)) == [2019, 2016]
