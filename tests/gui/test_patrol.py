"""A patrol without a window: what is recorded, where it goes on, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from yalu_plugin.core.corridor.coverage import NOT_OBSERVABLE, SEARCHED
from yalu_plugin.core.errors import MissingPackages
from yalu_plugin.settings import ANALYST_NAME

FORD = (128.186804, 41.411114)
DAY = date(2025, 7, 30)


@pytest.fixture
def scenes(tmp_path: Path, qgis_app: Any) -> list[Any]:
    """Four SYNTHETIC scenes of 6 km around the Hyesan ford."""
    from tools.synthetic_scenes import make_scenes
    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.layers.imagery.raster import read_raster

    make_scenes(tmp_path / "scenes")
    return list(catalogue(tmp_path / "scenes", read_raster).all_scenes)


@pytest.fixture
def walked(bench: Any, scenes: list[Any], wait_for: Any) -> Any:
    """The workbench, whose river is known, with the last of the scenes on screen."""
    bench.scenes.add(scenes)
    wait_for(lambda: bench.river.chainages)
    bench.imagery.show_day(DAY)
    return bench


def searches(bench: Any) -> list[tuple[Any, ...]]:
    return [(round(row["from_m"]), round(row["to_m"]), row["result"], row["reason"], row["created_by"])
            for row in bench.session.survey.rows("searches")]


def sentence(bench: Any) -> str:
    from yalu_plugin.core.corridor.coverage import union
    from yalu_plugin.core.corridor.coverage_words import patrol_phrase

    found = bench.patrol.coverage()
    looked = union([*found.searched, *found.not_observable])
    return str(patrol_phrase(found, looked, bench.patrol.days, bench.patrol.found, bench.river.datum_m()))


def test_a_scene_is_walked_recorded_and_told(walked: Any) -> None:
    patrol = walked.patrol
    patrol.start(1_000.0, 100.0)
    assert [(round(one.from_m), round(one.to_m)) for one in patrol.stretches] == []
