"""An analyst cancels an action half way in a real QGIS: nothing unintended is written, and no key goes astray."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QTableView, QTreeWidget
from qgis.utils import plugins

from tools.desk import LEFT, Desk
from tools.synthetic_scenes import make_scenes

NAME, PLAIN = "yalu_plugin", Qt.KeyboardModifier.NoModifier
FORD = (128.186804, 41.411114)
LAST = "2025-07-30"


@pytest.fixture(scope="module")
def desk(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A `Desk` with four SYNTHETIC scenes and three sites on them."""
    folder = tmp_path_factory.mktemp("mind")
    make_scenes(folder / "scenes")
    desk.new_survey(folder / "mind.gpkg")
    desk.add_folder(folder / "scenes")
    bench().session.change("add", {"sites": [{
        "id": f"m{n}", "name": f"SYNTHETIC {n}", "kind": "barge_dock",
        "geom": f"POINT ({FORD[0] + n / 200} {FORD[1]})"} for n in (1, 2, 3)]})
    desk.go_to_day(LAST)
    desk.zoom_to(*FORD, 25_000)
    return desk


@pytest.fixture(autouse=True)
def restored(desk: Desk) -> Iterator[None]:
    """Start each test with one site selected, and restore the survey afterwards."""
    desk.clear_messages()
    find(desk, "")
    bench().sites.select(["m1"])
    done = len(bench().history.done)
    yield
    while len(bench().history.done) > done:
        assert bench().history.undo()
    desk.iface.actionPan().trigger()


def bench() -> Any:
    return plugins[NAME].workbench


def place(site: str = "m1") -> str:
    (row,) = bench().session.survey.rows("sites", id=site)
    return str(row["geom"])


def find(desk: Desk, text: str) -> None:
    line = desk.find("yalu_find", QLineEdit)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text) if text else QTest.keyClick(line, Qt.Key.Key_Delete)
    QTest.qWait(300)


def names(desk: Desk) -> list[str]:
    model = desk.find("yalu_sites", QTableView).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def selected() -> list[str]:
    return list(bench().sites.selected())


def spot(desk: Desk, lon: float, lat: float) -> QPoint:
    pixel = desk.canvas.getCoordinateTransform().transform(desk._on_map(lon, lat))
    return QPoint(round(pixel.x()), round(pixel.y()))


def hold(desk: Desk, start: QPoint, end: QPoint) -> None:
    """Press the mouse at one place of the map and move it to another one, without releasing it."""
    port = desk.canvas.viewport()
    QTest.mouseMove(port, start)
    QTest.mousePress(port, LEFT, PLAIN, start)
    for part in (1, 2, 3, 4):
        QTest.mouseMove(port, start + (end - start) * part / 4)
        QTest.qWait(30)


def test_esc_during_a_drag_does_not_move_the_site(desk: Desk) -> None:
    before, start = place(), spot(desk, FORD[0] + 1 / 200, FORD[1])
    end = start + QPoint(60, 20)
    desk.find_action("yalu_move_site").trigger()
    hold(desk, start, end)
    QTest.keyClick(desk.canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(desk.canvas.viewport(), LEFT, PLAIN, end)
    desk.settle()
    assert place() == before and desk.messages() == []


def test_a_site_that_is_dropped_outside_the_map_stays(desk: Desk) -> None:
    before, start = place(), spot(desk, FORD[0] + 1 / 200, FORD[1])
    end = QPoint(desk.canvas.width() + 80, start.y())
    desk.find_action("yalu_move_site").trigger()
    hold(desk, start, end)
    QTest.mouseRelease(desk.canvas.viewport(), LEFT, PLAIN, end)
    desk.settle()
    assert place() == before


def corners(desk: Desk) -> list[tuple[float, float]]:
    """Return the four corners of an area in view."""
    west, south = FORD[0] - 0.01, FORD[1] - 0.004
    return [(west, south), (west + 0.004, south), (west + 0.004, south + 0.003), (west, south + 0.003)]


def test_ctrl_z_undoes_a_corner_and_nothing_that_was_recorded(desk: Desk) -> None:
    desk.canvas.setFocus()
    desk.press("W")
    observed = bench().session.survey.rows("observations")
    assert observed[-1]["state"] == "washed_out"
    desk.find_action("yalu_draw_area").trigger()
    for corner in (*corners(desk), (FORD[0], FORD[1])):
        desk.click_map(*corner)
    desk.press("Ctrl+Z")
    desk.press("Return")
    (area,) = bench().session.survey.rows("areas")
    assert area["geom"].count(",") == 4 and bench().session.survey.rows("observations") == observed
    desk.find_action("yalu_reshape_area").trigger()
    start = spot(desk, *corners(desk)[2])
    hold(desk, start, start + QPoint(30, -30))
    QTest.mouseRelease(desk.canvas.viewport(), LEFT, PLAIN, start + QPoint(30, -30))
    desk.press("Ctrl+Z")
    desk.press("Return")
    assert bench().session.survey.rows("areas")[0]["geom"] == area["geom"]
    assert bench().session.survey.rows("observations") == observed


def test_a_site_renamed_during_a_search_stays_and_is_selected(desk: Desk) -> None:
    find(desk, "SYNTHETIC 1")
    assert names(desk) == ["SYNTHETIC 1"] and selected() == ["m1"]
    table = desk.find("yalu_sites", QTableView)
    table.setFocus()
    desk.press("F2")
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, "another")
    QTest.keyClick(line, Qt.Key.Key_Return)
    desk.settle()
    assert names(desk) == ["another"] and selected() == ["m1"]


def test_down_in_the_search_selects_the_first_match(desk: Desk) -> None:
    find(desk, "SYNTHETIC 2")
    bench().sites.select([])
    QTest.keyClick(desk.find("yalu_find", QLineEdit), Qt.Key.Key_Down)
    assert selected() == ["m2"] and desk.find("yalu_sites", QTableView).hasFocus()


def test_a_panel_that_is_raised_has_the_focus(desk: Desk) -> None:
    desk.press("Ctrl+Alt+X")
    desk.settle()
    matrix: Any = desk.find("yalu_matrix")
    box = desk.find("yalu_matrix_columns", QComboBox)
    box.setFocus()
    desk.press("Ctrl+Alt+I")
    desk.settle()
    assert not matrix.hasFocus() and not box.hasFocus()
    day, site = bench().imagery.day, selected()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Down):
        QTest.keyClick(QApplication.focusWidget(), key)
    desk.settle()
    assert box.currentIndex() == 0 and selected() == site and bench().imagery.day == day


def test_a_tool_started_from_the_card_gives_the_focus_to_the_map(desk: Desk) -> None:
    desk.canvas.setFocus()
    desk.press("P")
    desk.press("Alt+Shift+I")
    card = desk.find("yalu_site_dialog", QDialog)
    desk.wait(card.isActiveWindow, "the card")
    card.pages.setCurrentWidget(card.observations)
    tree = card.findChild(QTreeWidget, "yalu_observations")
    tree.setCurrentItem(tree.topLevelItem(0))
    tree.setFocus()
    desk.find_action("yalu_split_site").trigger()
    desk.wait(desk.window.isActiveWindow, "the window to have the keys")
    desk.press("Escape")
    assert desk.messages() == [] and desk.canvas.mapTool().action() is desk.iface.actionPan()
    card.close()
