"""Comparing two dates in a real QGIS, with mouse and keys as the window system sends them."""

from __future__ import annotations

from typing import Any

import pytest
from qgis.core import QgsRectangle
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QLabel, QWidget
from qgis.utils import plugins

from tests.gui.compare.synthetic_scenes import GSD_M, NORTH, SIZE, WEST, made_scene
from tools.desk import Desk

NAME = "yalu_plugin"
RED, GREEN, BLUE = (220, 30, 30), (30, 200, 30), (30, 30, 220)
DAYS = {"2023-06-10": RED, "2023-09-14": GREEN, "2024-08-02": BLUE}
OFF, SIDEWAYS, UP_AND_DOWN, BLINK, SECOND_VIEW = range(5)
LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture(scope="module")
def desk(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A `Desk` with three plain scenes in a new survey, the middle one on screen."""
    folder = tmp_path_factory.mktemp("compare")
    desk.new_survey(folder / "compare.gpkg")
    bench().scenes.add([made_scene(folder, day, colour) for day, colour in DAYS.items()])
    desk.show_panel("imagery")
    desk.step("first")
    desk.step("next")
    desk.canvas.setExtent(QgsRectangle(WEST, NORTH - SIZE * GSD_M, WEST + SIZE * GSD_M, NORTH).scaled(0.5))
    desk.canvas.refresh()
    desk.settle()
    desk.iface.actionPan().trigger()
    return desk


def bench() -> Any:
    return plugins[NAME].workbench


def compare(desk: Desk, mode: int) -> None:
    """Select the mode of comparing in the panel, by keys."""
    box = desk.find("yalu_compare_mode", QComboBox)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(mode):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentIndex() == mode
    desk.settle()


def colour_at(canvas: QgsMapCanvas, x: float, y: float = 0.5) -> tuple[int, ...]:
    """Return the screen's colour at a place of a map, given as fractions of its width and height."""
    port = canvas.viewport()
    spot = port.mapToGlobal(spot_of(canvas, (x, y)))
    return QApplication.primaryScreen().grabWindow(0, spot.x(), spot.y(), 1, 1).toImage().pixelColor(0, 0).getRgb()[:3]


def spot_of(canvas: QgsMapCanvas, part: tuple[float, float]) -> QPoint:
    return QPoint(round(part[0] * (canvas.viewport().width() - 1)), round(part[1] * (canvas.viewport().height() - 1)))


def drag(desk: Desk, canvas: QgsMapCanvas, *parts: tuple[float, float]) -> None:
    """Press the left button at the first place, move over the others, release it at the last."""
    window = canvas.window().windowHandle()
    spots = [canvas.viewport().mapTo(canvas.window(), spot_of(canvas, part)) for part in parts]
    QTest.mouseMove(window, spots[0])
    QTest.qWait(50)
    QTest.mousePress(window, LEFT, PLAIN, spots[0])
    for spot in spots[1:]:
        QTest.mouseMove(window, spot)
        QTest.qWait(50)
    QTest.mouseRelease(window, LEFT, PLAIN, spots[-1])
    desk.settle()


def second_map(desk: Desk) -> QgsMapCanvas:
    return desk.find("yalu_second_view", QgsMapCanvas)


def wait_for_colour(desk: Desk, canvas: QgsMapCanvas, x: float, colour: tuple[int, ...]) -> None:
    desk.wait(lambda: colour_at(canvas, x) == colour, f"{colour} at {x}, there is {colour_at(canvas, x)}")


def test_1_swipe_sideways(desk: Desk) -> None:
    compare(desk, SIDEWAYS)
    canvas = desk.canvas
    wait_for_colour(desk, canvas, 0.1, RED)
    assert [colour_at(canvas, x) for x in (0.1, 0.4, 0.6, 0.9)] == [RED, RED, GREEN, GREEN]
    extent = canvas.extent()
    drag(desk, canvas, (0.5, 0.7), (0.6, 0.7), (0.75, 0.6))
    assert [colour_at(canvas, x) for x in (0.1, 0.7, 0.8, 0.9)] == [RED, RED, GREEN, GREEN]
    assert canvas.extent() == extent, "the map moved with the handle"
    desk.picture("40-swipe-sideways")


def test_2_away_from_the_handle_the_map_is_dragged(desk: Desk) -> None:
    canvas = desk.canvas
    before = canvas.center()
    drag(desk, canvas, (0.3, 0.3), (0.32, 0.32), (0.35, 0.35))
    assert canvas.center() != before
    wait_for_colour(desk, canvas, 0.7, RED)
    assert [colour_at(canvas, x) for x in (0.7, 0.8)] == [RED, GREEN]
    drag(desk, canvas, (0.35, 0.35), (0.32, 0.32), (0.3, 0.3))


def test_3_swipe_up_and_down(desk: Desk) -> None:
    compare(desk, UP_AND_DOWN)
    canvas = desk.canvas
    drag(desk, canvas, (0.3, 0.5), (0.3, 0.4), (0.3, 0.3))
    assert [colour_at(canvas, 0.9, y) for y in (0.15, 0.25, 0.4, 0.9)] == [RED, RED, GREEN, GREEN]
    desk.picture("41-swipe-up-and-down")


def test_4_the_handle_moves_by_key(desk: Desk) -> None:
    desk.canvas.setFocus()
    for _ in range(4):
        desk.press("Alt+.")
    assert [colour_at(desk.canvas, 0.9, y) for y in (0.45, 0.6)] == [RED, GREEN]


def test_5_blink_while_the_key_is_held(desk: Desk) -> None:
    compare(desk, BLINK)
    canvas, window = desk.canvas, desk.window.windowHandle()
    canvas.setFocus()
    assert [colour_at(canvas, x) for x in (0.1, 0.9)] == [GREEN, GREEN]
    QTest.keyPress(window, Qt.Key.Key_QuoteLeft)
    desk.wait(lambda: [colour_at(canvas, x) for x in (0.1, 0.9)] == [RED, RED], "the other date")
    desk.picture("42-blink-held")
    QTest.keyRelease(window, Qt.Key.Key_QuoteLeft)
    desk.wait(lambda: [colour_at(canvas, x) for x in (0.1, 0.9)] == [GREEN, GREEN], "the date on screen")


@pytest.fixture(scope="module")
def widths(desk: Desk) -> tuple[int, int]:
    """Widths in pixels of the map and of the Layers panel before there is a second view."""
    return desk.canvas.width(), desk.find("Layers").width()


def test_6_a_second_view_has_its_own_date(desk: Desk, widths: tuple[int, int]) -> None:
    compare(desk, SECOND_VIEW)
    desk.wait(lambda: second_map(desk).isVisible(), "the second view")
    # not exactly half: the Imagery panel below the map has a minimum width
    assert 0.45 < second_map(desk).width() / desk.canvas.width() < 1.1
    assert second_map(desk).width() + desk.canvas.width() > widths[0] - 20
    taken = widths[1] - desk.find("Layers").width()  # the panels give only what two maps of 480 pixels still need
    assert 0 <= taken <= max(0, 2 * 480 - widths[0] + 20)
    wait_for_colour(desk, second_map(desk), 0.5, RED)
    assert colour_at(desk.canvas, 0.5) == GREEN
    text = desk.find("yalu_second_view_headline", QLabel).text()
    assert text.startswith("2023-06-10") and "acquired" in text and "SYNTHETIC" in text
    desk.step("next")
    wait_for_colour(desk, desk.canvas, 0.5, BLUE)
    assert colour_at(second_map(desk), 0.5) == RED
    desk.picture("43-second-view")


@pytest.mark.parametrize("which", ["map", "second view"])
def test_7_dragging_one_map_drags_the_other(desk: Desk, which: str) -> None:
    canvas, second = desk.canvas, second_map(desk)
    before = canvas.center()
    drag(desk, canvas if which == "map" else second, (0.5, 0.8), (0.45, 0.75), (0.35, 0.7))
    assert canvas.center().x() > before.x()
    assert second.center().distance(canvas.center()) < second.mapUnitsPerPixel() / 100
    assert second.mapUnitsPerPixel() == pytest.approx(canvas.mapUnitsPerPixel())
    desk.picture(f"44-second-view-after-dragging-the-{which.replace(' ', '-')}")


def test_8_closing_it_by_its_close_button(desk: Desk, widths: tuple[int, int]) -> None:
    desk.click(desk.find("qt_dockwidget_closebutton", QWidget, desk.find("YaluSecondView")))
    desk.wait(lambda: desk.find("yalu_compare_mode", QComboBox).currentIndex() == OFF, "the panel to show it is off")
    desk.wait(lambda: desk.window.findChild(QWidget, "YaluSecondView") is None, "the view to be closed")
    desk.settle()
    assert (desk.canvas.width(), desk.find("Layers").width()) == widths


def test_9_a_new_project_leaves_no_mode_behind(desk: Desk) -> None:
    compare(desk, SECOND_VIEW)
    desk.iface.newProject()
    desk.wait(lambda: desk.window.findChild(QWidget, "YaluSecondView") is None, "the view to be closed")
    assert desk.find("yalu_compare_mode", QComboBox).currentIndex() == OFF
