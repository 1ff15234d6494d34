from __future__ import annotations

from datetime import datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.imagery import scene as scenes_module
from yalu_plugin.core.imagery.footprint_box import footprint_box
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.scene_filter import CLOUDY, OUTSIDE_VIEW, SceneFilter, boxes_touch, skipped

HERE = "POLYGON ((127 41, 128 41, 128 42, 127 42, 127 41))"
THERE = "POLYGON ((22.1 45.2, 22.2 45.2, 22.2 45.3, 22.1 45.3, 22.1 45.2))"
VIEW = (127.4, 41.4, 127.6, 41.6)
DAY = datetime(2025, 1, 1, tzinfo=timezone.utc)


def scene(name: str, wkt: str = HERE, cloud: float | None = None) -> Scene:
    return Scene(name, name, DAY, DAY, cloud_cover=cloud, footprint_wkt=wkt)


def test_skipped_scenes_and_reasons() -> None:
    scenes = [scene("clear", cloud=40), scene("cloudy", cloud=40.1), scene("away", THERE), scene("both", THERE, 99),
              scene("untold", "", None)]
    assert skipped(scenes, SceneFilter(VIEW, 40)) == {"cloudy": CLOUDY, "away": OUTSIDE_VIEW, "both": OUTSIDE_VIEW}


def test_an_empty_filter_skips_nothing() -> None:
    scenes = [scene("a", THERE, 100), scene("b", HERE, 0)]
    assert skipped(scenes, SceneFilter()) == {}


def test_the_bounding_box_of_a_footprint() -> None:
    assert footprint_box(THERE) == (22.1, 45.2, 22.2, 45.3)
    assert footprint_box("POLYGON ((-1e-3 .5, +2 -3., 1 1, -1e-3 .5))") == (-0.001, -3.0, 2.0, 1.0)
    assert footprint_box("MULTIPOLYGON (((0 0,1 0,1 1,0 0)),((5 5,6 5,6 6,5 5)))") == (0, 0, 6, 6)
    assert footprint_box("") is None and footprint_box("POLYGON EMPTY") is None


def test_over_the_180th_meridian() -> None:
    box = footprint_box("POLYGON ((179 50, -179 50, -179 51, 179 51, 179 50))")
    assert box == (179, 50, -179, 51)
    assert boxes_touch(box, (179.5, 50, 179.6, 51)) and boxes_touch(box, (-179.9, 50, -179.5, 51))
    assert not boxes_touch(box, (0, 50, 178, 51)) and not boxes_touch(box, (-178, 50, 0, 51))
    assert boxes_touch(box, (178, 50, -170, 51))


boxes = st.tuples(st.floats(-180, 180), st.floats(-90, 89), st.floats(-180, 180), st.floats(0, 1)).map(
    lambda drawn: (drawn[0], drawn[1], drawn[2], drawn[1] + drawn[3]))


@given(boxes, boxes)
def test_touching_is_mutual(one, other) -> None:
    assert boxes_touch(one, other) == boxes_touch(other, one)
    assert boxes_touch(one, one)


def test_footprints_of_forty_thousand_scenes_are_read_once(monkeypatch) -> None:
    read = []
    monkeypatch.setattr(scenes_module, "footprint_box", lambda wkt: read.append(wkt) or footprint_box(wkt))
    scenes = [Scene(str(n), str(n), DAY + timedelta(hours=n), cloud_cover=n % 100,
                    footprint_wkt=f"POLYGON (({n / 1e3} 0, {n / 1e3 + 1} 0, {n / 1e3 + 1} 1, {n / 1e3} 1))")
              for n in range(40_000)]
    skipped(scenes, SceneFilter(VIEW, 40))
    left_out = skipped(scenes, SceneFilter((2.0005, 0, 2.1, 1), 40))
    assert len(read) == 40_000
    assert next(one.id for one in scenes if one.id not in left_out) == "1001"
