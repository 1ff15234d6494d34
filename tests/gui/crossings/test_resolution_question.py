"""The question about states below the resolution: asked once per pixel size and kind of site, and stored."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QMessageBox

RECORD, UNOBSERVABLE, NOTHING = "Record, below resolution", "Not observable (N)", "Record nothing"
FORD, OTHER_FORD, BARGE = ("Phungyang fording site", "Hyesan sandbar ford",
                           "River barge crossing site, Kimhyongjik")
DAY = "2016-10-14"


@pytest.fixture
def dock(bench: Any, messages: Any, actions: Any, window: Any, romania: Path, yalu_in_view: None) -> Any:
    """The panel with the sixteen scenes of 10 m, none on screen, without footprints."""
    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.gui.crossings.crossings_dock import CrossingsDock
    from yalu_plugin.layers.imagery.raster import read_raster

    bench.scenes.add([replace(scene, footprint_wkt="") for scene in catalogue(romania, read_raster).all_scenes])
    panel = CrossingsDock(bench, messages, actions, window.canvas, window)
    panel.show()
    return panel


@pytest.fixture
def asked(monkeypatch: Any) -> list[str]:
    """The questions that were asked."""
    found: list[str] = []
    run = QMessageBox.exec
    monkeypatch.setattr(QMessageBox, "exec", lambda box: (found.append(box.text()), run(box))[1])
    return found


def answering(answer: str) -> None:
    def click() -> None:
        box = QApplication.activeModalWidget()
        if box is not None:
            next(one for one in box.buttons() if one.text() == answer).click()

    QTimer.singleShot(0, click)


def press(dock: Any, letter: str) -> None:
    QTest.keyClick(dock.sites, getattr(Qt.Key, f"Key_{letter}"))


def show(bench: Any, name: str, day: str = DAY) -> str:
    found = next(str(row["id"]) for row in bench.session.survey.rows("sites") if row["name"] == name)
    bench.sites.select([found])
    bench.imagery.show_day(date.fromisoformat(day))
    return found


def recorded(bench: Any, site: str) -> list[tuple[Any, ...]]:
    return [(row["state"], row["reason"], row["below_resolution"])
            for row in bench.session.survey.rows("observations", site_id=site) if row["image_id"]]


def test_it_asks_once_per_pixel_size_and_kind(dock: Any, bench: Any, asked: list[str]) -> None:
    site = show(bench, FORD)
    answering(RECORD)
    press(dock, "P")
    assert recorded(bench, site) == [("present", None, True)]
    assert asked == ["A ramp of 3 m is smaller than two pixels of this 10 m image "
                     "(2016-10-14 UTC sentinel-2 acquired). Record it anyway, as below resolution?"] or len(asked) == 1
    other = show(bench, OTHER_FORD)
    press(dock, "A")
    assert recorded(bench, other) == [("absent", None, True)] and len(asked) == 1
    show(bench, FORD, "2017-06-06")
    press(dock, "A")
    assert len(asked) == 1 and recorded(bench, site)[1:] == [("absent", None, True)]


def test_could_not_tell_is_offered_instead(dock: Any, bench: Any, asked: list[str]) -> None:
    site = show(bench, FORD)
    answering(UNOBSERVABLE)
    press(dock, "P")
    assert recorded(bench, site) == [("not_observable", "resolution", None)]
    press(dock, "W")  # as pressed, and marked: it was asked
    assert recorded(bench, site) == [("washed_out", None, True)] and len(asked) == 1


def test_recording_nothing_does_not_count_as_an_answer(dock: Any, bench: Any, asked: list[str]) -> None:
    site = show(bench, FORD)
    for count in (1, 2):
        answering(NOTHING)
        press(dock, "P")
        assert recorded(bench, site) == [] and len(asked) == count
    assert not any(action.isChecked() for action in dock._observations._states.values())


def test_escape_records_nothing(dock: Any, bench: Any, asked: list[str]) -> None:
    site = show(bench, FORD)
    QTimer.singleShot(0, lambda: QTest.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Escape))
    press(dock, "P")
    assert recorded(bench, site) == [] and len(asked) == 1


def test_large_sites_and_n_are_recorded_without_a_question(dock: Any, bench: Any, asked: list[str]) -> None:
    barge, ford = show(bench, BARGE), ""
    press(dock, "P")
    assert recorded(bench, barge) == [("present", None, None)]
    ford = show(bench, FORD)
    press(dock, "N")
    assert recorded(bench, ford) == [("not_observable", None, None)] and asked == []


@pytest.mark.parametrize("how", ["no scene", "several", "released"])
def test_no_question_if_nothing_can_be_recorded(dock: Any, bench: Any, asked: list[str], bar_texts: Any,
                                                how: str) -> None:
    site = show(bench, FORD)
    if how == "no scene":
        bench.imagery.close()
    elif how == "several":
        bench.sites.select(list(bench.session.facts.site_ids())[:2])
    else:
        bench.scenes.add([replace(bench.imagery.scene, date_kind="released")])
        bench.imagery.show_day(date.fromisoformat(DAY))
    before = len(bench.session.survey.rows("observations"))
    press(dock, "P")
    assert asked == [] and len(bench.session.survey.rows("observations")) == before and bar_texts()
    assert recorded(bench, site) == []


def test_a_click_on_the_map_is_marked_too(bench: Any, dock: Any) -> None:
    from qgis.core import QgsPointXY

    bench.imagery.show_day(date.fromisoformat(DAY))
    scene = bench.imagery.scene
    from yalu_plugin.layers.survey.survey_sites import new_site

    for kind, marked in (("vehicle_ford", True), ("barge_dock", None)):
        (row,) = new_site(QgsPointXY(22.1, 45.2), kind, scene)["observations"]
        assert row.get("below_resolution") is marked


@pytest.mark.parametrize(("gsd", "size", "written"), [
    (10.003, 20.0, "10.003 m image"), (10.0, 3.0, "10 m image"), (1.5000004, 3.0, "1.5000004 m image"),
    (9.999, 3.0, "10 m image"), (0.305, 0.6, "0.305 m image")])
def test_the_figures_agree(monkeypatch: Any, gsd: float, size: float, written: str) -> None:
    """A thing of 20 m is not smaller than two pixels of 10 m."""
    from datetime import datetime, timezone

    from yalu_plugin.core.imagery.scene import Scene
    from yalu_plugin.core.kinds import Evidence
    from yalu_plugin.gui.crossings import resolution_question
    from yalu_plugin.workbench.unresolved import Unresolved

    day = datetime(2024, 1, 1, tzinfo=timezone.utc)
    scene = Scene("s", "s.tif", day, day, "acquired", "name", gsd_m=gsd)
    assert written in resolution_question.question_text(Unresolved(scene, "barge_dock", Evidence("a barge", size)))


def test_a_map_too_small_to_see_a_site_asks_once(dock: Any, bench: Any, asked: list[str], window: Any) -> None:
    """For all kinds and scales; observations and clicks are then marked as below resolution."""
    from qgis.core import QgsPointXY

    from yalu_plugin.gui.imagery.visibility_check import VisibilityCheck
    from yalu_plugin.gui.map_coordinates import from_lonlat

    drawn = VisibilityCheck(bench.annotation, window.canvas, lambda: True, window)
    barge, ford = (next(row["id"] for row in bench.session.survey.rows("sites") if row["name"] == name)
                   for name in (BARGE, FORD))
    bench.scenes.add([replace(scene, gsd_m=0.5) for scene in bench.scenes.by_id.values()])
    for site, scale, letter, answer, state, coarse in (
            (barge, 25_000, "P", None, "present", None), (barge, 381_580, "A", NOTHING, "present", None),
            (barge, 381_580, "A", RECORD, "absent", True), (ford, 50_000, "P", None, "present", True),
            (ford, 50_000, "N", None, "not_observable", None), (ford, 5_000, "W", None, "washed_out", None)):
        bench.sites.select([site])
        bench.imagery.show_day(date.fromisoformat(DAY))
        place = bench.sites.place(site)
        window.canvas.setCenter(from_lonlat(window.canvas).transform(place))
        window.canvas.zoomScale(scale)
        bench.annotation.check_drawn = lambda *_: None
        if answer is not None:
            answering(answer)
        press(dock, letter)
        assert [(one[0], one[2]) for one in recorded(bench, site)] == [(state, coarse)]
    assert len(asked) == 2 and asked[0].startswith("A site of 15 m is smaller than two pixels of the screen at this")
    for scale, coarse in ((400_000, True), (5_000, None)):
        window.canvas.zoomScale(scale)
        clicked = bench.annotation.add_site(QgsPointXY(127.5, 41.5), "vehicle_ford")
        assert [one[2] for one in recorded(bench, clicked)] == [coarse]
    assert drawn.ground_pixel(QgsPointXY(127.5, 91)) is None


@pytest.mark.parametrize("crs", ["EPSG:3857", "EPSG:32652", "EPSG:4326"])
def test_the_pixel_of_the_map_is_measured_on_the_ground(bench: Any, window: Any, crs: str) -> None:
    from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY, QgsRectangle

    from yalu_plugin.gui.imagery.visibility_check import VisibilityCheck
    from yalu_plugin.gui.map_coordinates import from_lonlat

    drawn, place = VisibilityCheck(bench.annotation, window.canvas, lambda: True, window), QgsPointXY(127.5, 41.5)
    window.canvas.setDestinationCrs(QgsCoordinateReferenceSystem(crs))
    scale = {"EPSG:3857": 100 / 0.749, "EPSG:32652": 100, "EPSG:4326": 100 / 83_500}[crs]
    middle, wide = from_lonlat(window.canvas).transform(place), window.canvas.size().width() * scale
    window.canvas.setExtent(QgsRectangle.fromCenterAndSize(middle, wide, wide / 9))
    assert drawn.ground_pixel(place) == pytest.approx(100, rel=0.01)
