"""Counting in a real window: letter keys and Delete go to the tool, though QGIS has the same shortcuts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsGeometry, QgsPointXY
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLabel, QMenu, QTableWidget
from qgis.utils import plugins

from tests.algorithms.test_count_summary import run
from tests.desktop.fitting import find_misfits
from tests.gui.counting.conftest import a_scene, lonlat, made_image
from tools.desk import Desk
from yalu_plugin.gui.map_coordinates import from_lonlat
from yalu_plugin.settings import ANALYST_NAME

NAME, SIDE = "yalu_plugin", 200  # metres
CARS = 50, 40, 30, 24, 20  # SYNTHETIC shares of the 164 published cars in five lots


@pytest.fixture(scope="module")
def desk(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A `Desk` with one SYNTHETIC scene of half a metre."""
    folder = tmp_path_factory.mktemp("counting")
    desk.new_survey(folder / "survey.gpkg")
    bench = plugins[NAME].workbench
    bench.scenes.add([a_scene(made_image(folder / "SYNTHETIC_20250730.tif"), "a")])
    bench.imagery.show(bench.scenes.by_id["a"])
    desk.zoom_to_box(*lonlat(0, SIDE), *lonlat(SIDE, 0))
    desk.find("YaluCountingDock").setUserVisible(True)
    desk.settle()
    desk.clear_messages()
    return desk


def labels() -> list[str]:
    return [row["label"] for row in plugins[NAME].workbench.session.survey.rows("marks")]


def test_an_area_is_counted_by_clicks_and_keys(desk: Desk, iface: QgisInterface, picture: Callable[[str], Path]
                                               ) -> None:
    desk.find_action("yalu_draw_area").trigger()
    for corner in ((40, 40), (150, 40), (150, 150), (40, 150)):
        desk.click_map(*lonlat(*corner))
    desk.press("Return")
    desk.find_action("yalu_begin_count").trigger()
    for key, row in (("C", 60), ("T", 80), ("S", 100), ("B", 120), ("O", 140)):
        desk.press(key)
        for east in (60, 80, 100):
            desk.click_map(*lonlat(east, row))
    assert sorted(labels()) == sorted(["car", "truck", "bus", "barge", "other"] * 3) and desk.messages() == []
    desk.settle()
    picture("counting")
    table: Any = desk.find("yalu_count_totals", QTableWidget)
    assert [table.item(0, column).text() for column in range(6)] == ["3"] * 5 + ["15"]
    desk.press("Delete")  # the mark at the pointer, not what is selected in QGIS
    desk.press("Backspace")
    assert len(labels()) == 13
    desk.undo()
    desk.undo()
    assert len(labels()) == 15
    assert find_misfits(desk.find("YaluCountingDock").widget()) == []
    assert [table.verticalHeaderItem(row).text() for row in range(table.rowCount())] == [
        "This count", "Lot 1 (in progress)"]
    desk.press("Return")
    desk.settle()
    picture("counting-finished")
    assert [text.split(" on ")[0] for text in desk.messages()] == ["Count of Lot 1 finished: 15 objects"]
    assert [table.verticalHeaderItem(row).text() for row in range(table.rowCount())] == [
        "This count", "Lot 1", "All lots"]
    assert find_misfits(desk.find("YaluCountingDock").widget()) == []
    assert iface.mapCanvas().mapTool() is not plugins[NAME]._counting.count_tool


def test_it_is_reopened_reshaped_and_finished_again(desk: Desk, picture: Callable[[str], Path]) -> None:
    bench = plugins[NAME].workbench
    desk.clear_messages()
    desk.click(desk.find("yalu_reopen_count_button"))
    desk.settle()
    desk.click_map(*lonlat(70, 70))
    assert len(labels()) == 16 and desk.messages() == []
    desk.find_action("yalu_reshape_area").trigger()
    drag_mouse(desk, lonlat(150, 150), lonlat(180, 180))
    picture("counting-reshape")
    desk.press("Return")
    (area,) = bench.session.survey.rows("areas")
    assert QgsGeometry.fromWkt(area["geom"]).contains(QgsPointXY(*lonlat(170, 170)))
    desk.find_action("yalu_finish_count").trigger()
    desk.settle()
    assert [text.split(" on ")[0] for text in desk.messages()] == ["Count of Lot 1 finished: 16 objects"]


def test_a_right_click_on_the_area_offers_its_actions(desk: Desk, iface: QgisInterface,
                                                        picture: Callable[[str], Path]) -> None:
    bench = plugins[NAME].workbench
    iface.actionPan().trigger()
    found: list[list[str]] = []

    def inspect_menu() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        submenu = menu.actions()[0].menu()
        menu.setActiveAction(menu.actions()[0])
        found.append([submenu.title(), *(one.text() for one in submenu.actions() if one.isEnabled())])
        picture("counting-menu")
        menu.close()

    QTimer.singleShot(500, inspect_menu)
    right_click(desk, lonlat(100, 100))
    desk.wait(lambda: found, "the menu of the map")
    assert found == [["Area Lot 1", "Begin count", "Recount blind", "Reopen count", "Delete count",
                      "Rename area", "Reshape area", "Delete area"]]
    assert bench.counts.count_id  # a right click on the current area does not stop its count


def test_a_blind_recount_needs_three_clicks_besides_the_marks(desk: Desk, picture: Callable[[str], Path]) -> None:
    desk.clear_messages()
    previous_name = ANALYST_NAME.value()
    ANALYST_NAME.setValue("Lee")
    try:
        desk.click(desk.find("yalu_recount_button"))  # one
        desk.settle()
        picture("counting-blind")
        desk.press("C")
        for east in (60, 80, 130):
            desk.click_map(*lonlat(east, 60))
        desk.press("M")
        for corner in ((60, 120), (72, 120), (66, 123)):
            desk.click_map(*lonlat(*corner))
        picture("counting-measured")
        measured = desk.find("yalu_count_measured", QLabel).text()
        assert measured.startswith("Length 1") and measured.endswith("± 0.4 m")
        desk.press("Return")  # two
        desk.click(desk.find("yalu_count_compare"))  # three
        desk.settle()
        picture("counting-agreement")
        assert desk.find("yalu_count_agreement", QLabel).text().startswith(
            "Seen in both counts: 2. Only Lee: 2. Only ")
        assert find_misfits(desk.find("YaluCountingDock").widget()) == []
    finally:
        ANALYST_NAME.setValue(previous_name)


def spot(desk: Desk, place: tuple[float, float]) -> QPoint:
    on_map = from_lonlat(desk.canvas).transform(QgsPointXY(*place))
    return desk.canvas.getCoordinateTransform().transform(on_map).toQPointF().toPoint()


def drag_mouse(desk: Desk, start: tuple[float, float], end: tuple[float, float]) -> None:
    view, left = desk.canvas.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(view, left, Qt.KeyboardModifier.NoModifier, spot(desk, start))
    QTest.mouseMove(view, spot(desk, end))
    QTest.mouseRelease(view, left, Qt.KeyboardModifier.NoModifier, spot(desk, end))


def right_click(desk: Desk, place: tuple[float, float]) -> None:
    QTest.mouseClick(desk.canvas.viewport(), Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier,
                     spot(desk, place))


def lot(number: int, label: str, objects: int) -> dict[str, list[dict[str, Any]]]:
    """Return rows of a SYNTHETIC lot with so many objects side by side, counted on the scene."""
    west, north = 15 + 60 * (number % 3), 25 + 90 * (number // 3)
    corners = [lonlat(*corner) for corner in ((west, north), (west + 50, north), (west + 50, north + 60),
                                              (west, north + 60), (west, north))]
    return {
        "areas": [{"id": f"lot{number}", "name": f"Samsu lot {number + 1}", "site_id": "samsu",
                   "geom": f"POLYGON (({', '.join(f'{x!r} {y!r}' for x, y in corners)}))"}],
        "counts": [{"id": f"count{number}", "area_id": f"lot{number}", "image_id": "a", "share_shown": 1.0,
                    "created_by": "Kim Min-su (KMS)", "finished_at": "2025-08-01T00:00:00Z"}],
        "marks": [{"id": f"{number}-{n}", "count_id": f"count{number}", "image_id": "a", "label": label,
                   "geom": "POINT ({!r} {!r})".format(*lonlat(west + 5 + 4.5 * (n % 10), north + 6 + 11 * (n // 10)))}
                  for n in range(objects)]}


def test_the_published_count_of_samsu_with_synthetic_marks(desk: Desk, picture: Callable[[str], Path]) -> None:
    bench = plugins[NAME].workbench
    while bench.history.done:
        bench.history.undo()
    parts = [*(lot(number, "car", cars) for number, cars in enumerate(CARS)), lot(5, "truck", 49)]
    bench.session.change("test", {table: [row for part in parts for row in part[table]] for table in parts[0]})
    bench.counting.select_count("count0")
    desk.zoom_to_box(*lonlat(0, SIDE), *lonlat(SIDE, 0))
    desk.settle()
    desk.clear_messages()
    picture("counting-samsu")
    table: Any = desk.find("yalu_count_totals", QTableWidget)
    rows = {table.verticalHeaderItem(row).text(): [int(table.item(row, column).text()) for column in (0, 1, 5)]
            for row in range(table.rowCount())}
    assert rows["All lots"] == [164, 49, 213] and rows["Samsu lot 1"] == rows["This count"] == [50, 0, 50]
    results, _, _ = run(bench.session.survey)
    assert (results["TOTAL"], results["COUNTS"]) == (213, 6)
