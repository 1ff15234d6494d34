from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.ticks import MAX_ROWS, Ticks, nearest_tick
from yalu_plugin.core.imagery.time_axis import Axis
from yalu_plugin.core.imagery.timeline import Timeline

BEGIN = datetime(2020, 1, 1, tzinfo=timezone.utc)


def scene(hours: float, platform: str = "s2", cloud: float | None = None) -> Scene:
    moment = BEGIN + timedelta(hours=hours)
    name = f"{hours} {platform} {cloud}"
    return Scene(name, f"/{name}.tif", moment, moment, "acquired", "stac", platform, cloud_cover=cloud)


def axis(days: float, width: float) -> Axis:
    return Axis(BEGIN.toordinal(), BEGIN.toordinal() + days, width)


def test_scenes_of_one_pixel_are_one_tick() -> None:
    cloudy, clear, later, radar = scene(0, cloud=80), scene(1, cloud=10), scene(30), scene(2, "s1")
    ticks = Ticks(Timeline([cloudy, clear, later, radar]))
    assert ticks.sources == (("s2",), ("s1",))
    summary = [(one.x, one.row, one.scene, one.count, one.cloud) for one in ticks.on(axis(10, 10), {})]
    assert summary == [(0, 0, cloudy, 2, 10), (0, 1, radar, 1, None), (1, 0, later, 1, None)]
    assert len(ticks.on(axis(1, 240), {})) == 3


def test_a_tick_is_skipped_if_all_its_scenes_are() -> None:
    cloudy, clear = scene(0, cloud=80), scene(1, cloud=10)
    ticks = Ticks(Timeline([cloudy, clear]))
    one, = ticks.on(axis(10, 10), {cloudy.id: "cloudy"})
    assert (one.scene, one.skip_reason, one.count, one.cloud) == (clear, "", 2, 10)
    one, = ticks.on(axis(10, 10), {cloudy.id: "cloudy", clear.id: "outside_view"})
    assert (one.scene, one.skip_reason) == (cloudy, "cloudy")


def test_many_sources_share_the_last_row() -> None:
    scenes = [scene(hours, f"p{hours % 6}") for hours in range(12)] + [scene(1.5, "p0")]
    ticks = Ticks(Timeline(scenes))
    assert ticks.sources[:-1] == (("p0",), ("p1",), ("p2",)) and len(ticks.sources) == MAX_ROWS
    assert {one.row for one in ticks.on(axis(1, 240), {}) if one.scene.platform in ("p3", "p4", "p5")} == {3}
    assert Ticks(Timeline([replace(scenes[0], platform="", provider="maker")])).sources == (("maker",),)


def test_the_nearest_tick_is_of_the_row_pointed_at() -> None:
    ticks = Ticks(Timeline([scene(0), scene(24, "s1"), scene(48, "s1")])).on(axis(10, 100), {})
    assert nearest_tick(ticks, 9, 1, 20).scene.platform == "s2"
    assert nearest_tick(ticks, 9, 0, 20).x == 10 and nearest_tick(ticks, 60, 0, 20) is None


def test_ten_thousand_scenes_are_as_many_ticks_as_pixels() -> None:
    ticks = Ticks(Timeline([scene(hours) for hours in range(10_000)]))
    assert len(ticks.on(axis(10_000 / 24, 300), {})) == 300
    assert len(ticks.on(axis(1, 300), {})) == 25
