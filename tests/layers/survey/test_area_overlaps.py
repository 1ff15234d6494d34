"""Areas of counting that overlap, by value: how much, which count comes first, and where its image shows something."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

DAY = datetime(2025, 7, 30, 2, tzinfo=timezone.utc)


def box(west: float, east: float, south: float = 41.0, north: float = 41.01) -> str:
    return f"POLYGON (({west} {south}, {east} {south}, {east} {north}, {west} {north}, {west} {south}))"


def scene(name: str, hours: float = 0, gsd: float = 0.5, footprint: str = "") -> Any:
    from yalu_plugin.core.imagery.scene import Scene

    time = DAY + timedelta(hours=hours)
    return Scene(name, f"{name}.tif", time, time, "acquired", "filename", name, gsd_m=gsd, synthetic=True,
                 footprint_wkt=footprint)


def area(number: int, wkt: str | None) -> dict[str, Any]:
    return {"id": f"a{number}", "name": f"Lot {number}", "geom": wkt}


def count(number: int, image: str = "s", **more: Any) -> dict[str, Any]:
    return {"id": f"c{number}", "area_id": f"a{number}", "image_id": image, "share_shown": 1.0, "created_by": "Kim",
            "created_at": "1", "finished_at": "2", "fid": number, **more}


def found(areas: list[Any], counts: list[Any], *scenes: Any) -> list[Any]:
    from yalu_plugin.layers.survey.area_overlaps import overlaps_of
    from yalu_plugin.layers.survey.survey_counts import assessed_counts

    by_id = {one.id: one for one in scenes or (scene("s"),)}
    return overlaps_of(assessed_counts(counts, areas, by_id), {row["id"]: row for row in areas}, by_id)


TWO = [area(1, box(128.0, 128.01)), area(2, box(128.008, 128.012))]


def test_how_much_two_areas_overlap(qgis_app: Any) -> None:
    (one,) = found(TWO, [count(1), count(2)])
    assert (one.ahead.id, one.behind.id) == ("c1", "c2")  # started first
    assert one.share == pytest.approx(0.5, abs=0.001)
    assert one.square_m == pytest.approx(168.2 * 1110.7, rel=0.001)  # 0.002° by 0.01° at 41° on the ellipsoid
    assert [one.contains(lon, 41.005) for lon in (128.005, 128.009, 128.011)] == [True, True, False]


def test_the_better_image_comes_first_whatever_the_order(qgis_app: Any) -> None:
    scenes = scene("s"), scene("fine", 1, 0.3)
    for areas in (TWO, TWO[::-1]):
        (one,) = found(areas, [count(1), count(2, "fine")], *scenes)
        assert (one.ahead.id, one.behind.id) == ("c2", "c1")


def test_a_count_does_not_cover_what_its_image_does_not_show(qgis_app: Any) -> None:
    scenes = scene("s", footprint=box(128.0, 128.009)), scene("t", 1, 3.0)
    (one,) = found(TWO, [count(1), count(2, "t")], *scenes)
    assert one.ahead.id == "c1" and one.share == pytest.approx(0.25, abs=0.001)
    assert [one.contains(lon, 41.005) for lon in (128.0085, 128.0095)] == [True, False]
    assert found(TWO, [count(1), count(2, "t")], scene("s", footprint=box(128.0, 128.005)), scenes[1]) == []


@pytest.mark.parametrize(("areas", "counts"), [
    (TWO, [count(1), count(2, "later")]),                                  # of another day
    (TWO, [count(1), count(2, finished_at=None)]),                         # in progress
    ([TWO[0], area(2, box(128.01, 128.02))], [count(1), count(2)]),        # side by side
    ([TWO[0], area(2, box(128.0099999999, 128.02))], [count(1), count(2)]),
    ([TWO[0], area(2, None)], [count(1), count(2)]), ([TWO[0], area(2, "POLYGON EMPTY")], [count(1), count(2)]),
    ([TWO[0], area(2, "POLYGON ((128 41, 128 41, 128 41, 128 41))")], [count(1), count(2)])])
def test_what_does_not_overlap(qgis_app: Any, areas: Any, counts: Any) -> None:
    assert found(areas, counts, scene("s"), scene("later", 48)) == []


def test_an_area_that_crosses_itself_or_is_in_parts(qgis_app: Any) -> None:
    bow = area(2, "POLYGON ((128.008 41, 128.012 41.01, 128.012 41, 128.008 41.01, 128.008 41))")
    parts = area(3, f"MULTIPOLYGON ({box(128.009, 128.01)[8:]}, {box(129.0, 129.01)[8:]})")
    pairs = {(one.ahead.id, one.behind.id): round(one.share, 2)
             for one in found([TWO[0], bow, parts], [count(1), count(2), count(3)])}
    assert pairs == {("c1", "c2"): 0.5, ("c1", "c3"): 0.09, ("c2", "c3"): 0.02}


def test_work_grows_with_the_overlaps_not_with_all_pairs(qgis_app: Any, monkeypatch: Any) -> None:
    from yalu_plugin.layers.survey import area_overlaps

    met = []
    touching_pairs = area_overlaps._touching_pairs
    monkeypatch.setattr(area_overlaps, "_touching_pairs", lambda shapes: met.extend(touching_pairs(shapes)) or met)
    many = [area(number, box(128 + 0.02 * number, 128.01 + 0.02 * number)) for number in range(400)]
    assert found(many, [count(number) for number in range(400)]) == [] and met == []
