"""A patrol without a window: what is recorded, where it goes on, and what is refused."""

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
def walked(bench: Any, scenes: list[Any], wait_for: Any) -> Any:
    """The workbench, whose river is known, with the last of the scenes on screen."""
    bench.scenes.add(scenes)
    wait_for(lambda: bench.river.chainages)
    bench.imagery.show_day(DAY)
    return bench


@pytest.fixture
def analyst() -> Iterator[Any]:
    """A function that gives the analyst another name."""
    from yalu_plugin.settings import ANALYST_NAME

    before = ANALYST_NAME.value()
    yield ANALYST_NAME.set
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


def refuses(bench: Any, length: float = LENGTH, overlap: float = OVERLAP) -> str:
    """Why no patrol begins; nothing is written then."""
    from yalu_plugin.core.errors import YaluError

    with pytest.raises(YaluError) as error:
        bench.patrol.start(length, overlap)
    assert not bench.patrol.running and bench.patrol.current is None
    return f"{type(error.value).__name__}: {error.value}"


def choose_line(bench: Any, wkt: str, crs: str = "EPSG:4326") -> None:
    """Measure along a line of a layer of the project."""
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    layer = QgsVectorLayer(f"{'Multi' if 'MULTI' in wkt else ''}LineString?crs={crs}", "line", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromWkt(wkt))
    layer.dataProvider().addFeature(feature)
    bench.project.addMapLayer(layer)
    bench.river.set_line(layer.id(), "")


# what is recorded


def test_a_scene_is_walked_recorded_and_told(walked: Any) -> None:
    patrol = walked.patrol
    patrol.start(LENGTH, OVERLAP)
    assert [(round(one.from_m), round(one.to_m)) for one in patrol.stretches[:3]] == FIRST
    assert (len(patrol.stretches), round(patrol.covered_m)) == (11, 9_461)
    assert sentence(walked) == "Nothing of 374.4 km was searched on 2025-07-30 yet; 0 new"
    patrol.record(SEARCHED)
    add_site(walked)
    patrol.record(SEARCHED)
    patrol.record(NOT_OBSERVABLE, "cloud")
    assert patrol.number == 3
    assert searches(walked) == [(*FIRST[0], SEARCHED, None), (*FIRST[1], SEARCHED, None),
                                (*FIRST[2], NOT_OBSERVABLE, "cloud")]
    assert sentence(walked) == ("Searched km -5 to -3.1 on 2025-07-30: 1.9 of 374.4 km (0.5 %); 1 new; km -3.1 "
                                "to -2.2 not observable (0.9 km)")


def test_a_row_says_where_on_which_image_on_which_line_and_by_whom(walked: Any, analyst: Any) -> None:
    from yalu_plugin.core.corridor.search_places import of_corridor

    analyst("Kim")
    walked.patrol.start(LENGTH, OVERLAP)
    walked.patrol.record(SEARCHED)
    (row,) = walked.session.survey.rows("searches")
    assert row["image_id"] == walked.imagery.scene.id
    assert row["corridor_id"] == walked.session.survey.rows("corridors")[0]["id"]
    assert (row["created_by"], row["created_at"][-1]) == ("Kim", "Z")
    assert of_corridor([row], walked.river.line()) == [row]
    entry = walked.session.survey.rows("audit")[-1]
    assert (entry["action"], entry["table_name"], entry["who"]) == ("search", "searches", "Kim")


def test_what_was_said_before_is_replaced_and_the_same_is_not_said_twice(walked: Any) -> None:
    patrol = walked.patrol
    patrol.start(LENGTH, OVERLAP)
    patrol.record(SEARCHED)
    before = len(walked.session.survey.rows("audit"))
    patrol.back()
    patrol.record(SEARCHED)
    assert len(walked.session.survey.rows("audit")) == before
    for reason in ("ice", "shadow"):
        patrol.back()
        patrol.record(NOT_OBSERVABLE, reason)
    assert searches(walked) == [(*FIRST[0], NOT_OBSERVABLE, "shadow")]
    walked.history.undo()
    assert searches(walked) == [(*FIRST[0], NOT_OBSERVABLE, "ice")]


def test_undo_goes_back_to_the_stretch_and_redo_on_from_it(walked: Any) -> None:
    patrol = walked.patrol
    patrol.start(LENGTH, OVERLAP)
    for _ in range(3):
        patrol.record(SEARCHED)
    assert [walked.history.undo() for _ in range(2)] == [True, True]
    assert (patrol.number, len(searches(walked))) == (1, 1)
    assert sentence(walked).startswith("Searched km -5 to -4 on 2025-07-30: ")
    walked.history.redo()
    assert (patrol.number, len(searches(walked))) == (2, 2)


def test_it_is_walked_to_its_end_and_back(walked: Any) -> None:
    patrol = walked.patrol
    patrol.start(5_000.0, 0.0)
    assert len(patrol.stretches) == 2
    patrol.record(SEARCHED)
    patrol.record(SEARCHED)
    assert patrol.running and patrol.current is None
    patrol.record(SEARCHED)
    assert len(searches(walked)) == 2
    patrol.back()
    assert patrol.number == 1
    for _ in range(3):
        patrol.back()
    assert patrol.number == 0


# where it goes on


def test_it_goes_on_where_this_analyst_left_off_after_a_restart(walked: Any, analyst: Any, wait_for: Any) -> None:
    patrol = walked.patrol
    analyst("Kim")
    patrol.start(LENGTH, OVERLAP)
    patrol.record(SEARCHED)
    patrol.record(NOT_OBSERVABLE, "cloud")
    add_site(walked)
    path = walked.session.survey.path
    walked.open_survey(path)
    assert not patrol.running
    wait_for(lambda: walked.river.chainages)
    walked.imagery.show_day(DAY)
    patrol.start(LENGTH, OVERLAP)
    assert (patrol.number, patrol.found) == (2, 1)
    patrol.start(1_800.0, 0.0)  # in other stretches: the first one that is not wholly known
    assert patrol.number == 1
    analyst("Lee")
    patrol.start(LENGTH, OVERLAP)
    assert (patrol.number, patrol.found) == (0, 0)
    analyst("Kim")
    walked.imagery.show_day(EARLIER)
    patrol.start(LENGTH, OVERLAP)
    assert (patrol.number, patrol.found) == (0, 0)


def test_a_site_that_was_known_is_not_new(walked: Any) -> None:
    walked.imagery.show_day(EARLIER)
    known = add_site(walked)
    walked.imagery.show_day(DAY)
    walked.patrol.start(LENGTH, OVERLAP)
    walked.sites.select([known])
    walked.annotation.observe("present")
    assert walked.patrol.found == 0
    add_site(walked, 128.19)
    assert walked.patrol.found == 1
    walked.history.undo()
    assert walked.patrol.found == 0


def test_two_scenes_of_a_day_are_walked_each_where_it_shows(walked: Any, scenes: list[Any]) -> None:
    last = next(scene for scene in walked.scenes.timeline.scenes if scene.day == DAY)
    west = replace(last, footprint_wkt="POLYGON ((128.1 41.3, 128.18 41.3, 128.18 41.5, 128.1 41.5, 128.1 41.3))")
    from yalu_plugin.core.corridor.patrol_stretches import patrol_stretches as cut_for

    stretches = cut_for(walked.river.line(), [west, last], LENGTH, OVERLAP)
    assert {one.scene for one in stretches} == {west, last}
    assert sum(one.to_m - one.from_m for one in stretches if one.scene == west) > 1_000
    whole = union((one.interval for one in stretches), 1.0)  # what is shorter than a metre is no stretch
    assert [(round(begin), round(end)) for begin, end in whole] == [(100_164, 116_087), (119_539, 121_129)]


# what happens meanwhile


def test_another_window_that_searches_meanwhile_is_heard_of(walked: Any, analyst: Any) -> None:
    from yalu_plugin.layers.survey.write import change

    patrol = walked.patrol
    patrol.start(LENGTH, OVERLAP)
    patrol.record(SEARCHED)
    (row,) = walked.session.survey.rows("searches")
    change(walked.session.survey.path, "test", removed={"searches": [row]})
    walked.session.refresh()
    assert sentence(walked).startswith("Nothing of")
    patrol.back()
    patrol.record(SEARCHED)
    assert searches(walked) == [(*FIRST[0], SEARCHED, None)]


def test_a_patrol_ends_with_its_survey_and_with_its_line(walked: Any, tmp_path: Path, wait_for: Any) -> None:
    ended: list[bool] = []
    walked.patrol.ended.connect(lambda: ended.append(True))
    walked.patrol.start(LENGTH, OVERLAP)
    choose_line(walked, "LINESTRING (128.1 41.41, 128.3 41.41)")
    assert not walked.patrol.running
    walked.patrol.start(LENGTH, OVERLAP)
    walked.new_survey(tmp_path / "other.gpkg", "Other", published=False)
    assert not walked.patrol.running
    assert ended == [True, True]


def test_what_cannot_be_written_leaves_the_patrol_where_it_is(walked: Any) -> None:
    from yalu_plugin.layers.survey.survey_errors import SurveyLocked

    walked.patrol.start(LENGTH, OVERLAP)
    with file_lock(walked.session.survey.path), pytest.raises(SurveyLocked):
        walked.patrol.record(SEARCHED)
    assert (walked.patrol.number, searches(walked)) == (0, [])
    walked.patrol.record(SEARCHED)
    assert (walked.patrol.number, searches(walked)) == (1, [(*FIRST[0], SEARCHED, None)])


def test_nothing_is_searched_on_a_scene_that_is_not_on_screen(walked: Any) -> None:
    from yalu_plugin.layers.survey.observations import SceneHidden

    walked.patrol.start(LENGTH, OVERLAP)
    walked.imagery.show_day(EARLIER)
    for result in (SEARCHED, NOT_OBSERVABLE):
        with pytest.raises(SceneHidden):
            walked.patrol.record(result)
    assert searches(walked) == []
    walked.imagery.show_day(DAY)
    walked.patrol.record(SEARCHED)
    assert len(searches(walked)) == 1


def test_nothing_is_searched_where_the_image_has_no_data_or_the_compare_date_shows(walked: Any, tmp_path: Path) -> None:
    from osgeo import gdal

    from yalu_plugin.layers.survey.observations import CompareDateShown, NoImageHere

    walked.patrol.start(LENGTH, OVERLAP)
    walked.annotation.compared_at = lambda _place: True
    with pytest.raises(CompareDateShown):
        walked.patrol.record(SEARCHED)
    walked.annotation.compared_at = lambda _place: False
    walked.imagery.show_day(EARLIER)
    image = gdal.Open(walked.scenes.timeline.at(DAY)[0].uri, gdal.GA_Update)
    for number in (1, 2, 3):
        image.GetRasterBand(number).Fill(0)
        image.GetRasterBand(number).SetNoDataValue(0)
    image = None
    walked.imagery.show_day(DAY)
    walked.patrol.start(LENGTH, OVERLAP)
    with pytest.raises(NoImageHere):
        walked.patrol.record(SEARCHED)
    walked.patrol.record(NOT_OBSERVABLE, "outside_image")
    assert searches(walked) == [(*FIRST[0], NOT_OBSERVABLE, "outside_image")]


# what is refused, in one line


def test_no_survey(empty_bench: Any) -> None:
    assert refuses(empty_bench).startswith("NoSurveyOpen: ")


def test_no_scene_on_screen(bench: Any, wait_for: Any) -> None:
    wait_for(lambda: bench.river.chainages)
    assert refuses(bench).startswith("NoDatedScene: No dated scene is on screen")


def test_searches_that_are_still_being_read(walked: Any, wait_for: Any) -> None:
    """More than are read at once: until they are, nobody knows where to go on."""
    walked.patrol.start(LENGTH, OVERLAP)
    walked.patrol.record(SEARCHED)
    (row,) = walked.session.survey.rows("searches")
    walked.session.change("test", {"searches": [
        {**row, "id": f"s{number}", "fid": None, "created_by": "Lee"} for number in range(1_500)]})
    walked.open_survey(walked.session.survey.path)
    wait_for(lambda: walked.river.chainages)
    walked.imagery.show_day(DAY)
    assert refuses(walked).startswith("StillReading: ")
    wait_for(lambda: walked.searched.ready)
    walked.patrol.start(LENGTH, OVERLAP)
    assert (walked.patrol.number, len(walked.searched.image_ids)) == (1, 1)


def test_a_read_only_survey(walked: Any) -> None:
    path = walked.session.survey.path
    path.chmod(stat.S_IREAD)
    walked.open_survey(path)
    assert "is read-only" in refuses(walked)


@pytest.mark.parametrize(("changed", "told"), [
    ({"date_kind": "released"}, "OnlyReleaseDate: "),
    ({"footprint_wkt": ""}, "SceneWithoutFootprint: "),
    ({"footprint_wkt": "POLYGON ((25 45, 26 45, 26 46, 25 46, 25 45))"}, "SceneOffRiver: "),
    ({"footprint_wkt": "POLYGON EMPTY"}, "SceneOffRiver: "),
])
def test_scenes_on_which_nothing_can_be_searched(walked: Any, changed: dict[str, str], told: str) -> None:
    walked.imagery.scene = replace(walked.imagery.scene, **changed)
    walked.imagery.drawn = (walked.imagery.scene,)
    assert refuses(walked).startswith(told)


def test_an_undated_scene_is_none(walked: Any) -> None:
    walked.imagery.scene = replace(walked.imagery.scene, acquired_from=None, acquired_to=None, date_kind="")
    assert refuses(walked).startswith("NoDatedScene")


def test_a_scene_known_only_as_at_or_before_says_so(walked: Any) -> None:
    moment = datetime(2025, 7, 30, tzinfo=timezone.utc)
    walked.imagery.scene = replace(walked.imagery.scene, date_kind="at_or_before", acquired_to=moment)
    walked.imagery.drawn = (walked.imagery.scene,)
    walked.patrol.start(LENGTH, OVERLAP)
    assert walked.patrol.days == "../2025-07-30"


@pytest.mark.parametrize(("length", "overlap"), [(1_000.0, 1_000.0), (1_000.0, 2_000.0), (0.0, 0.0), (500.0, -1.0)])
def test_stretches_that_go_nowhere(walked: Any, length: float, overlap: float) -> None:
    assert refuses(walked, length, overlap).startswith("NoStretch: ")


def test_a_stretch_longer_than_the_corridor_is_what_the_scene_covers(walked: Any) -> None:
    walked.patrol.start(1e6, 0.0)
    assert [(round(one.from_m), round(one.to_m)) for one in walked.patrol.stretches] == [(100_164, 109_625)]


def test_a_corridor_of_two_points_and_one_of_two_parts(walked: Any) -> None:
    choose_line(walked, "LINESTRING (128.1 41.411, 128.3 41.411)")
    walked.patrol.start(LENGTH, OVERLAP)
    assert (len(walked.patrol.stretches), round(walked.patrol.covered_m)) == (7, 6_002)
    walked.patrol.record(SEARCHED)
    (row,) = walked.session.survey.rows("searches")
    assert row["corridor_id"] is None
    choose_line(walked, "MULTILINESTRING ((128.1 41.411, 128.18 41.411), (128.19 41.411, 128.3 41.411))")
    assert refuses(walked).startswith("CorridorInParts: The river line is in 2 parts")
    walked.river.set_line(walked.river.layer_id, "", bridge=True)
    walked.patrol.start(LENGTH, OVERLAP)
    assert round(walked.patrol.covered_m) == 6_002


def test_another_line_begins_anew(walked: Any) -> None:
    walked.patrol.start(LENGTH, OVERLAP)
    walked.patrol.record(SEARCHED)
    choose_line(walked, "LINESTRING (128.1 41.411, 128.3 41.411)")
    walked.patrol.start(LENGTH, OVERLAP)
    assert walked.patrol.number == 0
    assert sentence(walked).startswith("Nothing of 16.7 km")
    walked.river.set_line("", "")
    walked.patrol.start(LENGTH, OVERLAP)
    assert walked.patrol.number == 1
