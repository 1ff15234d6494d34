"""A patrol without a window: what is recorded, where it continues, and what is refused."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any

import pytest

from tests.broken_files import file_lock
from yalu_plugin.core.corridor.coverage import NOT_OBSERVABLE, SEARCHED, union
from yalu_plugin.core.corridor.coverage_phrases import patrol_phrase

LENGTH, OVERLAP = 1_000.0, 100.0
DAY, EARLIER = date(2025, 7, 30), date(2024, 8, 2)
FORD = (128.186804, 41.411114)
FIRST = [(100_164, 101_164), (101_064, 102_064), (101_964, 102_964)]


@pytest.fixture
def scenes(tmp_path: Path, qgis_app: Any) -> list[Any]:
    """Four SYNTHETIC scenes of 6 km around the Hyesan ford."""
    from tools.synthetic_scenes import make_scenes
    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.layers.imagery.raster import read_raster

    make_scenes(tmp_path / "scenes")
    return list(catalogue(tmp_path / "scenes", read_raster).all_scenes)


@pytest.fixture
def patrol_bench(bench: Any, scenes: list[Any], wait_for: Any) -> Any:
    """The workbench with a loaded river and the last of the scenes on screen."""
    bench.scenes.add(scenes)
    wait_for(lambda: bench.river.chainages)
    bench.imagery.show_day(DAY)
    return bench


@pytest.fixture
def analyst() -> Iterator[Any]:
    """A function that sets the analyst's name."""
    from yalu_plugin.settings import ANALYST_NAME

    before = ANALYST_NAME.value()
    yield ANALYST_NAME.setValue
    ANALYST_NAME.setValue(before)


def searches(bench: Any) -> list[tuple[Any, ...]]:
    rows = sorted(bench.session.survey.rows("searches"), key=lambda row: row["from_m"])
    return [(round(row["from_m"]), round(row["to_m"]), row["result"], row["reason"]) for row in rows]


def sentence(bench: Any) -> str:
    found = bench.patrol.coverage()
    return str(patrol_phrase(found, bench.patrol.days, bench.patrol.found, bench.river.datum_m()))


def add_site(bench: Any, lon: float = 128.18, lat: float = 41.41) -> str:
    from qgis.core import QgsPointXY

    return str(bench.annotation.add_site(QgsPointXY(lon, lat), "vehicle_ford"))


def refusal(bench: Any, length: float = LENGTH, overlap: float = OVERLAP) -> str:
    """The error of a patrol that cannot start; nothing is written then."""
    from yalu_plugin.core.errors import YaluError

    with pytest.raises(YaluError) as error:
        bench.patrol.start(length, overlap)
    assert not bench.patrol.running and bench.patrol.current is None
    return f"{type(error.value).__name__}: {error.value}"


def select_line(bench: Any, wkt: str, crs: str = "EPSG:4326") -> None:
    """Measure along a line of a layer of the project."""
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    layer = QgsVectorLayer(f"{'Multi' if 'MULTI' in wkt else ''}LineString?crs={crs}", "line", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromWkt(wkt))
    layer.dataProvider().addFeature(feature)
    bench.project.addMapLayer(layer)
    bench.river.set_line(layer.id(), "")


# what is recorded


def test_a_patrol_on_a_scene_is_recorded_and_summarized(patrol_bench: Any) -> None:
    patrol = patrol_bench.patrol
    patrol.start(LENGTH, OVERLAP)
    assert [(round(one.from_m), round(one.to_m)) for one in patrol.stretches[:3]] == FIRST
    assert (len(patrol.stretches), round(patrol.covered_m)) == (11, 9_461)
    assert sentence(patrol_bench) == "Nothing of 374.4 km was searched on 2025-07-30 yet; 0 new"
    patrol.record(SEARCHED)
    add_site(patrol_bench)
    patrol.record(SEARCHED)
    patrol.record(NOT_OBSERVABLE, "cloud")
    assert patrol.number == 3
    assert searches(patrol_bench) == [(*FIRST[0], SEARCHED, None), (*FIRST[1], SEARCHED, None),
                                      (*FIRST[2], NOT_OBSERVABLE, "cloud")]
    assert sentence(patrol_bench) == ("Searched km -5 to -3.1 on 2025-07-30: 1.9 of 374.4 km (0.5 %); 1 new; km -3.1 "
                                      "to -2.2 not observable (0.9 km)")


def test_a_row_has_place_image_line_and_analyst(patrol_bench: Any, analyst: Any) -> None:
    from yalu_plugin.core.corridor.search_places import of_corridor

    analyst("Kim")
    patrol_bench.patrol.start(LENGTH, OVERLAP)
    patrol_bench.patrol.record(SEARCHED)
    (row,) = patrol_bench.session.survey.rows("searches")
    assert row["image_id"] == patrol_bench.imagery.scene.id
    assert row["corridor_id"] == patrol_bench.session.survey.rows("corridors")[0]["id"]
    assert (row["created_by"], row["created_at"][-1]) == ("Kim", "Z")
    assert of_corridor([row], patrol_bench.river.line()) == [row]
    entry = patrol_bench.session.survey.rows("audit")[-1]
    assert (entry["action"], entry["table_name"], entry["who"]) == ("search", "searches", "Kim")


def test_an_earlier_result_is_replaced_and_an_equal_one_not_written_twice(patrol_bench: Any) -> None:
    patrol = patrol_bench.patrol
    patrol.start(LENGTH, OVERLAP)
    patrol.record(SEARCHED)
    before = len(patrol_bench.session.survey.rows("audit"))
    patrol.back()
    patrol.record(SEARCHED)
    assert len(patrol_bench.session.survey.rows("audit")) == before
    for reason in ("ice", "shadow"):
        patrol.back()
        patrol.record(NOT_OBSERVABLE, reason)
    assert searches(patrol_bench) == [(*FIRST[0], NOT_OBSERVABLE, "shadow")]
    patrol_bench.history.undo()
    assert searches(patrol_bench) == [(*FIRST[0], NOT_OBSERVABLE, "ice")]


def test_undo_goes_back_to_the_stretch_and_redo_on_from_it(patrol_bench: Any) -> None:
    patrol = patrol_bench.patrol
    patrol.start(LENGTH, OVERLAP)
    for _ in range(3):
        patrol.record(SEARCHED)
    assert [patrol_bench.history.undo() for _ in range(2)] == [True, True]
    assert (patrol.number, len(searches(patrol_bench))) == (1, 1)
    assert sentence(patrol_bench).startswith("Searched km -5 to -4 on 2025-07-30: ")
    patrol_bench.history.redo()
    assert (patrol.number, len(searches(patrol_bench))) == (2, 2)


def test_a_patrol_goes_to_its_end_and_back(patrol_bench: Any) -> None:
    patrol = patrol_bench.patrol
    patrol.start(5_000.0, 0.0)
    assert len(patrol.stretches) == 2
    patrol.record(SEARCHED)
    patrol.record(SEARCHED)
    assert patrol.running and patrol.current is None
    patrol.record(SEARCHED)
    assert len(searches(patrol_bench)) == 2
    patrol.back()
    assert patrol.number == 1
    for _ in range(3):
        patrol.back()
    assert patrol.number == 0


# where it goes on


def test_a_patrol_continues_where_this_analyst_stopped(patrol_bench: Any, analyst: Any, wait_for: Any) -> None:
    patrol = patrol_bench.patrol
    analyst("Kim")
    patrol.start(LENGTH, OVERLAP)
    patrol.record(SEARCHED)
    patrol.record(NOT_OBSERVABLE, "cloud")
    add_site(patrol_bench)
    path = patrol_bench.session.survey.path
    patrol_bench.open_survey(path)
    assert not patrol.running
    wait_for(lambda: patrol_bench.river.chainages)
    patrol_bench.imagery.show_day(DAY)
    patrol.start(LENGTH, OVERLAP)
    assert (patrol.number, patrol.found) == (2, 1)
    patrol.start(1_800.0, 0.0)  # in other stretches: the first one that is not wholly known
    assert patrol.number == 1
    analyst("Lee")
    patrol.start(LENGTH, OVERLAP)
    assert (patrol.number, patrol.found) == (0, 0)
    analyst("Kim")
    patrol_bench.imagery.show_day(EARLIER)
    patrol.start(LENGTH, OVERLAP)
    assert (patrol.number, patrol.found) == (0, 0)


def test_a_site_that_was_known_is_not_new(patrol_bench: Any) -> None:
    patrol_bench.imagery.show_day(EARLIER)
    known = add_site(patrol_bench)
    patrol_bench.imagery.show_day(DAY)
    patrol_bench.patrol.start(LENGTH, OVERLAP)
    patrol_bench.sites.select([known])
    patrol_bench.annotation.observe("present")
    assert patrol_bench.patrol.found == 0
    add_site(patrol_bench, 128.19)
    assert patrol_bench.patrol.found == 1
    patrol_bench.history.undo()
    assert patrol_bench.patrol.found == 0


def test_a_patrol_uses_each_of_two_scenes_where_it_shows_the_river(patrol_bench: Any, scenes: list[Any]) -> None:
    last = next(scene for scene in patrol_bench.scenes.timeline.scenes if scene.day == DAY)
    west = replace(last, footprint_wkt="POLYGON ((128.1 41.3, 128.18 41.3, 128.18 41.5, 128.1 41.5, 128.1 41.3))")
    from yalu_plugin.core.corridor.patrol_stretches import patrol_stretches as cut_for

    stretches = cut_for(patrol_bench.river.line(), [west, last], LENGTH, OVERLAP)
    assert {one.scene for one in stretches} == {west, last}
    assert sum(one.to_m - one.from_m for one in stretches if one.scene == west) > 1_000
    whole = union((one.interval for one in stretches), 1.0)  # what is shorter than a metre is no stretch
    assert [(round(begin), round(end)) for begin, end in whole] == [(100_164, 116_087), (119_539, 121_129)]


# what happens meanwhile


def test_searches_of_another_window_are_applied(patrol_bench: Any, analyst: Any) -> None:
    from yalu_plugin.layers.survey.write import change

    patrol = patrol_bench.patrol
    patrol.start(LENGTH, OVERLAP)
    patrol.record(SEARCHED)
    (row,) = patrol_bench.session.survey.rows("searches")
    change(patrol_bench.session.survey.path, "test", removed={"searches": [row]})
    patrol_bench.session.refresh()
    assert sentence(patrol_bench).startswith("Nothing of")
    patrol.back()
    patrol.record(SEARCHED)
    assert searches(patrol_bench) == [(*FIRST[0], SEARCHED, None)]


def test_a_patrol_ends_with_its_survey_and_with_its_line(patrol_bench: Any, tmp_path: Path, wait_for: Any) -> None:
    ended: list[bool] = []
    patrol_bench.patrol.ended.connect(lambda: ended.append(True))
    patrol_bench.patrol.start(LENGTH, OVERLAP)
    select_line(patrol_bench, "LINESTRING (128.1 41.41, 128.3 41.41)")
    assert not patrol_bench.patrol.running
    patrol_bench.patrol.start(LENGTH, OVERLAP)
    patrol_bench.new_survey(tmp_path / "other.gpkg", "Other", published=False)
    assert not patrol_bench.patrol.running
    assert ended == [True, True]


def test_a_write_error_leaves_the_patrol_at_its_stretch(patrol_bench: Any) -> None:
    from yalu_plugin.layers.survey.survey_errors import SurveyLocked

    patrol_bench.patrol.start(LENGTH, OVERLAP)
    with file_lock(patrol_bench.session.survey.path), pytest.raises(SurveyLocked):
        patrol_bench.patrol.record(SEARCHED)
    assert (patrol_bench.patrol.number, searches(patrol_bench)) == (0, [])
    patrol_bench.patrol.record(SEARCHED)
    assert (patrol_bench.patrol.number, searches(patrol_bench)) == (1, [(*FIRST[0], SEARCHED, None)])


def test_nothing_is_searched_on_a_scene_that_is_not_on_screen(patrol_bench: Any) -> None:
    from yalu_plugin.layers.survey.observations import SceneHidden

    patrol_bench.patrol.start(LENGTH, OVERLAP)
    patrol_bench.imagery.show_day(EARLIER)
    for result in (SEARCHED, NOT_OBSERVABLE):
        with pytest.raises(SceneHidden):
            patrol_bench.patrol.record(result)
    assert searches(patrol_bench) == []
    patrol_bench.imagery.show_day(DAY)
    patrol_bench.patrol.record(SEARCHED)
    assert len(searches(patrol_bench)) == 1


def test_nothing_is_searched_where_the_image_has_no_data_or_the_compare_date_shows(patrol_bench: Any, tmp_path: Path
                                                                                   ) -> None:
    from osgeo import gdal

    from yalu_plugin.layers.survey.observations import CompareDateShown, NoImageHere

    patrol_bench.patrol.start(LENGTH, OVERLAP)
    patrol_bench.annotation.compared_at = lambda _place: True
    with pytest.raises(CompareDateShown):
        patrol_bench.patrol.record(SEARCHED)
    patrol_bench.annotation.compared_at = lambda _place: False
    patrol_bench.imagery.show_day(EARLIER)
    image = gdal.Open(patrol_bench.scenes.timeline.at(DAY)[0].uri, gdal.GA_Update)
    for number in (1, 2, 3):
        image.GetRasterBand(number).Fill(0)
        image.GetRasterBand(number).SetNoDataValue(0)
    image = None
    patrol_bench.imagery.show_day(DAY)
    patrol_bench.patrol.start(LENGTH, OVERLAP)
    with pytest.raises(NoImageHere):
        patrol_bench.patrol.record(SEARCHED)
    patrol_bench.patrol.record(NOT_OBSERVABLE, "outside_image")
    assert searches(patrol_bench) == [(*FIRST[0], NOT_OBSERVABLE, "outside_image")]


# what is refused, in one line


def test_no_survey(empty_bench: Any) -> None:
    assert refusal(empty_bench).startswith("NoSurveyOpen: ")


def test_no_scene_on_screen(bench: Any, wait_for: Any) -> None:
    wait_for(lambda: bench.river.chainages)
    assert refusal(bench).startswith("NoDatedScene: No dated scene is on screen")


def test_searches_that_are_still_being_read(patrol_bench: Any, wait_for: Any) -> None:
    """Many searches are read in the background: before that, the first stretch is unknown."""
    patrol_bench.patrol.start(LENGTH, OVERLAP)
    patrol_bench.patrol.record(SEARCHED)
    (row,) = patrol_bench.session.survey.rows("searches")
    patrol_bench.session.change("test", {"searches": [
        {**row, "id": f"s{number}", "fid": None, "created_by": "Lee"} for number in range(1_500)]})
    patrol_bench.open_survey(patrol_bench.session.survey.path)
    wait_for(lambda: patrol_bench.river.chainages)
    patrol_bench.imagery.show_day(DAY)
    assert refusal(patrol_bench).startswith("SearchesNotRead: ")
    wait_for(lambda: patrol_bench.searched.ready)
    patrol_bench.patrol.start(LENGTH, OVERLAP)
    assert (patrol_bench.patrol.number, len(patrol_bench.searched.image_ids)) == (1, 1)


def test_a_read_only_survey(patrol_bench: Any) -> None:
    path = patrol_bench.session.survey.path
    path.chmod(stat.S_IREAD)
    patrol_bench.open_survey(path)
    assert "is read-only" in refusal(patrol_bench)


@pytest.mark.parametrize(("changed", "message"), [
    ({"date_kind": "released"}, "OnlyReleaseDate: "),
    ({"footprint_wkt": ""}, "SceneWithoutFootprint: "),
    ({"footprint_wkt": "POLYGON ((25 45, 26 45, 26 46, 25 46, 25 45))"}, "SceneOffRiver: "),
    ({"footprint_wkt": "POLYGON EMPTY"}, "SceneOffRiver: "),
])
def test_scenes_on_which_nothing_can_be_searched(patrol_bench: Any, changed: dict[str, str], message: str) -> None:
    patrol_bench.imagery.scene = replace(patrol_bench.imagery.scene, **changed)
    patrol_bench.imagery.drawn = (patrol_bench.imagery.scene,)
    assert refusal(patrol_bench).startswith(message)


def test_an_undated_scene_is_none(patrol_bench: Any) -> None:
    patrol_bench.imagery.scene = replace(patrol_bench.imagery.scene, acquired_from=None, acquired_to=None, date_kind="")
    assert refusal(patrol_bench).startswith("NoDatedScene")


def test_the_summary_mentions_a_scene_dated_at_or_before(patrol_bench: Any) -> None:
    moment = datetime(2025, 7, 30, tzinfo=timezone.utc)
    patrol_bench.imagery.scene = replace(patrol_bench.imagery.scene, date_kind="at_or_before", acquired_to=moment)
    patrol_bench.imagery.drawn = (patrol_bench.imagery.scene,)
    patrol_bench.patrol.start(LENGTH, OVERLAP)
    assert patrol_bench.patrol.days == "../2025-07-30"


@pytest.mark.parametrize(("length", "overlap"), [(1_000.0, 1_000.0), (1_000.0, 2_000.0), (0.0, 0.0), (500.0, -1.0)])
def test_stretches_that_go_nowhere(patrol_bench: Any, length: float, overlap: float) -> None:
    assert refusal(patrol_bench, length, overlap).startswith("NoStretch: ")


def test_a_stretch_longer_than_the_corridor_is_what_the_scene_covers(patrol_bench: Any) -> None:
    patrol_bench.patrol.start(1e6, 0.0)
    assert [(round(one.from_m), round(one.to_m)) for one in patrol_bench.patrol.stretches] == [(100_164, 109_625)]


def test_a_corridor_of_two_points_and_one_of_two_parts(patrol_bench: Any) -> None:
    select_line(patrol_bench, "LINESTRING (128.1 41.411, 128.3 41.411)")
    patrol_bench.patrol.start(LENGTH, OVERLAP)
    assert (len(patrol_bench.patrol.stretches), round(patrol_bench.patrol.covered_m)) == (7, 6_002)
    patrol_bench.patrol.record(SEARCHED)
    (row,) = patrol_bench.session.survey.rows("searches")
    assert row["corridor_id"] is None
    select_line(patrol_bench, "MULTILINESTRING ((128.1 41.411, 128.18 41.411), (128.19 41.411, 128.3 41.411))")
    assert refusal(patrol_bench).startswith("CorridorInParts: The river line is in 2 parts")
    patrol_bench.river.set_line(patrol_bench.river.layer_id, "", bridge=True)
    patrol_bench.patrol.start(LENGTH, OVERLAP)
    assert round(patrol_bench.patrol.covered_m) == 6_002


def test_another_line_starts_over(patrol_bench: Any) -> None:
    patrol_bench.patrol.start(LENGTH, OVERLAP)
    patrol_bench.patrol.record(SEARCHED)
    select_line(patrol_bench, "LINESTRING (128.1 41.411, 128.3 41.411)")
    patrol_bench.patrol.start(LENGTH, OVERLAP)
    assert patrol_bench.patrol.number == 0
    assert sentence(patrol_bench).startswith("Nothing of 16.7 km")
    patrol_bench.river.set_line("", "")
    patrol_bench.patrol.start(LENGTH, OVERLAP)
    assert patrol_bench.patrol.number == 1
