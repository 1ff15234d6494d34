"""The Crossings panel with a real survey, real clicks and a real map."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

PHUNGYANG_LONLAT = (127.885265, 41.431189)


@pytest.fixture
def dock(empty_bench: Any, messages: Any, actions: Any, window: Any) -> Any:
    """The panel without a survey."""
    from qgis.PyQt.QtCore import Qt

    from yalu_plugin.gui.crossings.crossings_dock import CrossingsDock

    dock = CrossingsDock(empty_bench, messages, actions, window.canvas, window)
    empty_bench.error_occurred.connect(messages.error)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    dock.show()
    return dock


@pytest.fixture
def stocked(dock: Any, bench: Any, wait_for: Any) -> Any:
    """The panel on the published survey, with chainages."""
    wait_for(lambda: bench.river.chainages)
    return dock


def child(dock: Any, name: str) -> Any:
    from qgis.PyQt.QtWidgets import QWidget

    return dock.findChild(QWidget, name)


def shown(dock: Any) -> list[list[str]]:
    model = child(dock, "yalu_sites").model()
    return [[model.index(row, column).data() for column in (0, 2, 4)] for row in range(model.rowCount())]


def centre_on(window: Any, lon: float, lat: float) -> None:
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject, QgsRectangle

    to_map = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"),
                                    window.canvas.mapSettings().destinationCrs(), QgsProject.instance())
    window.canvas.setExtent(QgsRectangle.fromCenterAndSize(to_map.transform(QgsPointXY(lon, lat)), 2000, 2000))


def click_map(window: Any, qt: Any) -> None:
    qt.QTest.mouseClick(window.canvas.viewport(), qt.Qt.MouseButton.LeftButton, qt.Qt.KeyboardModifier.NoModifier,
                        window.canvas.viewport().rect().center())


def test_sites_in_order_downstream_with_state_and_chainage(stocked):
    assert shown(stocked) == [
        ["Hyesan sandbar ford", "Present", "0.00"],
        ["Border fence gate crossing", "–", "24.42"],
        ["Phungyang fording site", "–", "58.69"],
        ["River barge crossing site, Kimhyongjik", "–", "160.38"],
        ["Samsu town staging area", "Present", ""],
        ["Wonsan filling station", "Present", ""]]


def test_shows_how_many_of_the_published_are_located(stocked):
    assert child(stocked, "yalu_located").text() == (
        "6 sites; 4 of 43 published located; states as last seen, by 2025-07-30 (UTC)")


def test_states_as_of_the_day(stocked, bench):
    from datetime import date

    bench.imagery.show_day(date(2023, 8, 30))
    assert {row[0]: row[1] for row in shown(stocked)}["Hyesan sandbar ford"] == "–"
    bench.imagery.show_day(date(2023, 8, 31))
    assert {row[0]: row[1] for row in shown(stocked)}["Hyesan sandbar ford"] == "Present"
    assert "; states on 2023-08-31 (UTC)" in child(stocked, "yalu_located").text()


def test_find_narrows_the_list(stocked, qt):
    qt.QTest.keyClicks(child(stocked, "yalu_find"), "barge")
    assert [row[0] for row in shown(stocked)] == ["River barge crossing site, Kimhyongjik"]


def test_list_and_map_have_one_selection(stocked, bench, qt):
    sites = child(stocked, "yalu_sites")
    index = sites.model().index(1, 0)
    qt.QTest.mouseClick(sites.viewport(), qt.Qt.MouseButton.LeftButton, qt.Qt.KeyboardModifier.NoModifier,
                        sites.visualRect(index).center())
    (feature,) = bench.sites.layer().selectedFeatures()
    assert feature["name"] == "Border fence gate crossing"
    bench.sites.layer().selectByExpression("\"name\" LIKE 'Phung%'")
    assert [index.data() for index in sites.selectionModel().selectedRows()] == ["Phungyang fording site"]


def test_one_click_adds_a_crossing_with_its_chainage(stocked, bench, window, qt, bar_texts):
    qt.click(child(stocked, "yalu_add_crossing_button"))
    centre_on(window, 127.6, 41.45)
    click_map(window, qt)
    assert len(bench.session.survey.rows("sites")) == 7
    (row,) = [row for row in shown(stocked) if row[0] == "Vehicle crossing #7"]
    assert 58.69 < float(row[2]) < 160.38
    assert bench.sites.selected() == [row["id"] for row in bench.session.survey.rows("sites") if row["name"] is None]
    assert bar_texts() == ["Added without a date: no scene is on screen."]


def test_a_number_stays_with_its_site(stocked: Any, bench: Any) -> None:
    def own(site_id: str) -> dict[str, Any]:
        return {"id": site_id, "kind": "barge_dock", "at_fence_gate": "no", "confidence": "possible",
                "created_at": "2026-01-01T00:00:00Z", "geom": "POINT (127.6 41.45)"}

    def numbered() -> list[str]:
        return sorted(row[0] for row in shown(stocked) if "#" in row[0])

    for site_id in "abc":
        bench.session.change("add", {"sites": [own(site_id)]})
    assert numbered() == ["Barge crossing #7", "Barge crossing #8", "Barge crossing #9"]
    bench.session.change("remove", removed={"sites": [bench.session.facts.row("sites", "a")]})
    bench.session.change("remove", removed={"sites": [bench.session.facts.row("sites", "c")]})
    assert numbered() == ["Barge crossing #8"]
    bench.session.change("add", {"sites": [own("d")]})
    assert numbered() == ["Barge crossing #10", "Barge crossing #8"]  # the number of a removed site is not used again


def test_a_site_has_its_number_after_undo_and_redo(stocked: Any, bench: Any, window: Any, qt: Any) -> None:
    qt.click(child(stocked, "yalu_add_crossing_button"))
    centre_on(window, 127.6, 41.45)
    click_map(window, qt)
    for _ in range(2):
        bench.history.undo()
        assert not [row for row in shown(stocked) if "#" in row[0]]
        bench.history.redo()
        assert [row[0] for row in shown(stocked) if "#" in row[0]] == ["Vehicle crossing #7"]


def test_undoing_the_click_removes_the_question(stocked, bench, window, qt, bar_texts):
    qt.click(child(stocked, "yalu_add_crossing_button"))
    centre_on(window, PHUNGYANG_LONLAT[0] + 0.001, PHUNGYANG_LONLAT[1])
    click_map(window, qt)
    assert "Is this the same site?" in bar_texts()[0]
    bench.history.undo()
    assert bar_texts() == []


def test_a_click_near_a_known_site_asks_and_keeps_the_click(stocked, bench, window, qt, bar_texts):
    from qgis.PyQt.QtWidgets import QPushButton

    qt.click(child(stocked, "yalu_add_crossing_button"))
    centre_on(window, PHUNGYANG_LONLAT[0] + 0.001, PHUNGYANG_LONLAT[1])
    click_map(window, qt)
    (asked,) = bar_texts()
    distance = re.fullmatch(r"Phungyang fording site is (\d+) m away\. Is this the same site\?", asked)
    assert distance
    assert float(distance[1]) == pytest.approx(84, abs=5)  # a pixel is about 2 m
    assert len(bench.session.survey.rows("sites")) == 7
    qt.click(next(button for button in window.bar.findChildren(QPushButton) if button.text() == "Same site"))
    assert len(bench.session.survey.rows("sites")) == 6
    assert bar_texts() == []


def test_without_a_survey_the_actions_are_off(dock, qt):
    assert not child(dock, "yalu_add_crossing_button").isEnabled()
    assert not child(dock, "yalu_import_sites_button").isEnabled()
    assert child(dock, "yalu_new_survey_button").isEnabled()
    assert child(dock, "yalu_survey_title").text() == "No survey open"


def test_a_title_is_shown_as_it_is_written(dock: Any, bench: Any, tmp_path: Path) -> None:
    bench.new_survey(tmp_path / "other.gpkg", "Fords <2 m & docks", published=False)
    assert child(dock, "yalu_survey_title").text() == "Fords <2 m & docks"


@pytest.mark.parametrize(("typed", "file_name"), [("river 1.2", "river 1.2.gpkg"), ("river.gpkg", "river.gpkg")])
def test_a_new_survey_has_the_name_typed(dock: Any, bench: Any, qt: Any, tmp_path: Path, monkeypatch, typed, file_name):
    from qgis.PyQt.QtWidgets import QFileDialog

    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path / typed), ""))
    qt.click(child(dock, "yalu_new_survey_button"))
    assert bench.session.survey.path == tmp_path / file_name


def test_a_read_only_survey_opens_with_a_message(dock, empty_bench, bench, tmp_path: Path, qt, window, bar_texts):
    import shutil

    copy = Path(shutil.copy(bench.session.survey.path, tmp_path / "copy.gpkg"))
    copy.chmod(0o444)
    empty_bench.open_survey(copy)
    assert "is read-only" in bar_texts()[0]
    assert not child(dock, "yalu_add_crossing_button").isEnabled()
    assert len(bench.session.survey.rows("sites")) == 6


def test_a_locked_survey_keeps_the_map_and_shows_a_message(stocked, bench, window, qt, bar_texts):
    import sqlite3

    qt.click(child(stocked, "yalu_add_crossing_button"))
    centre_on(window, 127.6, 41.45)
    holder = sqlite3.connect(bench.session.survey.path)
    holder.execute("BEGIN IMMEDIATE")
    click_map(window, qt)
    holder.rollback()
    assert "in use by another program" in bar_texts()[0]
    click_map(window, qt)
    assert len(bench.session.survey.rows("sites")) == 7


@pytest.mark.parametrize("day", [15, 31])  # the 31st ends with August: the file's view has one row for both
def test_a_state_of_unknown_order_is_marked(stocked, bench, day):
    from datetime import datetime, timezone

    from qgis.PyQt.QtCore import Qt

    from yalu_plugin.core.imagery.scene import Scene

    def ford():
        model = child(stocked, "yalu_sites").model()
        row = next(row for row in range(model.rowCount()) if model.index(row, 0).data() == "Hyesan sandbar ford")
        return model.index(row, 2).data(), model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole)

    moment = datetime(2023, 8, day, tzinfo=timezone.utc)  # "August 2023: present", says the publication
    bench.imagery.scene = Scene("a", "/a.tif", moment, moment, "acquired", "stac")
    bench.sites.select([site["id"] for site in bench.session.need_survey().rows("sites") if "sandbar" in site["name"]])
    assert ford()[0] == "Present"
    bench.annotation.observe("absent")
    shown, other = ("Present", "Absent") if day < 31 else ("Absent", "Present")
    assert ford()[0] == f"? {shown}"
    assert f"Or: {other}; seen on days that overlap, so which came last is not known." in ford()[1]


def test_a_click_without_a_visible_site_is_kept_and_reported(stocked, bench, window, qt, bar_texts, tmp_path):
    from test_unseen import declared, place

    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.layers.imagery.raster import read_raster

    declared(tmp_path / "2025-07-30.tif")
    bench.scenes.add(catalogue(tmp_path, read_raster).scenes)
    bench.imagery.step("last")
    qt.click(child(stocked, "yalu_add_crossing_button"))
    centre_on(window, place(10).x(), place(10).y())
    before = len(bench.session.survey.rows("observations"))
    click_map(window, qt)
    assert len(bench.session.survey.rows("sites")) == 7 and len(bench.session.survey.rows("observations")) == before
    assert bar_texts() == ["Added without an observation: 2025-07-30 UTC acquired has no picture here, so nothing was "
                           "seen. Show another scene, or go to a place where it has one."]


def test_from_the_map_and_the_search_to_the_list(bench: Any, messages: Any, actions: Any, window: Any) -> None:
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest
    from qgis.PyQt.QtWidgets import QWidget

    from yalu_plugin.gui.crossings.crossings_dock import CrossingsDock

    dock = CrossingsDock(bench, messages, actions, window.canvas, window)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    dock.show()
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_Tab)
    assert window.focusWidget() is dock.sites and dock.sites.currentIndex().row() == 0
    actions.by_name["find_site"].trigger()
    find = dock.findChild(QWidget, "yalu_find")
    assert window.focusWidget() is find
    QTest.keyClick(find, Qt.Key.Key_Down)
    assert window.focusWidget() is dock.sites
