from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.scene_filter import CLOUDY, SceneFilter

BEGIN = datetime(2020, 1, 1, 2, tzinfo=timezone.utc)


def scene(number: int, cloud: float = 0, **changes: Any) -> Scene:
    moment = BEGIN + timedelta(days=number)
    created = Scene(f"scene {number}", f"/a/{number}.tif", moment, moment, "acquired", "stac", "s2", cloud_cover=cloud)
    return replace(created, **changes)


@pytest.fixture
def scenes(empty_bench: Any, tmp_path: Any) -> Any:
    empty_bench.new_survey(tmp_path / "survey.gpkg", "Scenes", published=False)
    empty_bench.scenes.add([*map(scene, range(40)), scene(90, acquired_from=None, acquired_to=None)])
    return empty_bench.scenes


def ids(timeline: Any) -> list[str]:
    return [one.id for one in timeline.scenes]


def test_a_change_rebuilds_only_the_scenes_whose_rows_it_changed(scenes: Any, empty_bench: Any,
                                                                   monkeypatch: Any) -> None:
    from yalu_plugin.workbench import scenes as module

    created, before = [], scenes.by_id["scene 7"]
    scenes_of = module.scenes_of
    monkeypatch.setattr(module, "scenes_of", lambda rows: created.extend(rows) or scenes_of(rows))
    scenes.add([scene(100)])
    assert [row["id"] for row in created] == ["scene 100"] and ids(scenes.timeline)[-1] == "scene 100"
    created.clear()
    row = empty_bench.session.facts.row("images", "scene 3")
    empty_bench.session.change("moved", replaced={"images": [{**row, "acquired_from": "2020-03-01T00:00:00Z",
                                                              "acquired_to": "2020-03-01T00:00:00Z"}]})
    assert [row["id"] for row in created] == ["scene 3"]
    assert ids(scenes.timeline)[-2:] == ["scene 3", "scene 100"] and ids(scenes.timeline)[3] == "scene 4"
    created.clear()
    empty_bench.session.change("left out", removed={"images": [empty_bench.session.facts.row("images", "scene 5")]})
    assert not created and "scene 5" not in scenes.by_id and "scene 5" not in ids(scenes.timeline)
    assert scenes.by_id["scene 7"] is before


def test_changes_of_other_tables_do_not_change_the_scenes(scenes: Any, empty_bench: Any) -> None:
    from qgis.core import QgsPointXY

    heard = []
    scenes.scenes_changed.connect(lambda: heard.append(1))
    empty_bench.annotation.add_site(QgsPointXY(127, 41), "vehicle_ford")
    assert heard == []


def test_a_filter_applies_to_added_and_corrected_scenes(scenes: Any) -> None:
    scenes.set_filter(SceneFilter(max_cloud=50))
    assert not scenes.skipped and scenes.steppable.scenes == scenes.timeline.scenes
    scenes.add([scene(50, 90), scene(51, 10)])
    assert scenes.skipped == {"scene 50": CLOUDY} and ids(scenes.steppable)[-2:] == ["scene 39", "scene 51"]
    scenes.add([scene(50, 20), scene(51, 95)])
    assert scenes.skipped == {"scene 51": CLOUDY} and ids(scenes.steppable)[-2:] == ["scene 39", "scene 50"]
    scenes.add([scene(51, 5)])
    assert not scenes.skipped and ids(scenes.steppable) == ids(scenes.timeline)


def test_a_date_that_is_found_or_removed(scenes: Any, empty_bench: Any) -> None:
    assert [one.id for one in scenes.undated] == ["scene 90"] and scenes.dated("scene 90") is None
    scenes.add([scene(90)])
    assert scenes.undated == [] and ids(scenes.timeline)[-1] == "scene 90" and scenes.dated("scene 90") == scene(90)
    scenes.add([scene(2, acquired_from=None, acquired_to=None)])
    assert [one.id for one in scenes.undated] == ["scene 2"] and "scene 2" not in ids(scenes.timeline)
    assert scenes.dated("scene 2") is None and scenes.dated("no such") is None


def test_a_row_that_lost_its_address_is_no_scene(scenes: Any, empty_bench: Any) -> None:
    row = empty_bench.session.facts.row("images", "scene 4")
    empty_bench.session.change("spoilt", replaced={"images": [{**row, "uri": None}]})
    assert "scene 4" not in scenes.by_id and len(scenes.timeline) == 39


def test_closing_the_survey_leaves_no_scene(scenes: Any, empty_bench: Any) -> None:
    empty_bench.project.clear()
    assert not scenes.by_id and not scenes.undated and len(scenes.timeline) == len(scenes.steppable) == 0
