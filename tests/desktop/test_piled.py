"""However the user stacks our panels and those of QGIS, the window fits its screen and all panels are usable."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from qgis.PyQt.QtCore import QByteArray, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QComboBox, QDockWidget, QLabel, QTableView, QToolButton
from qgis.utils import plugins

from tests.desktop.fitting import bars_outside_lists, find_misfits, off_the_screen
from tools.desk import LEFT as CLICK
from tools.desk import Desk
from tools.synthetic_survey import build_survey

NAME = "yalu_plugin"
LEFT, RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
PANELS = ("YaluCrossingsDock", "YaluCorridorDock", "YaluCountingDock")
QGIS = ("Layers", "Browser", "IdentifyResultsDock")
SECOND_VIEW = 4
LAID_OUT_MS, TRIES = 300, 20  # until the window has laid itself out: longer on a busy computer


@pytest.fixture(scope="module")
def desk(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A `Desk` with 43 SYNTHETIC sites, in a window as large as its screen, with QGIS' Identify panel open."""
    path = tmp_path_factory.mktemp("piled") / "many.gpkg"
    build_survey(path, 43, 86)
    plugins[NAME].workbench.open_survey(path)
    desk.window.showMaximized()
    desk.settle()
    desk.find_action("yalu_last_scene").trigger()
    desk.find_action("mActionIdentify").trigger()
    QTest.mouseClick(desk.canvas.viewport(), CLICK, Qt.KeyboardModifier.NoModifier, desk.canvas.rect().center())
    desk.wait(lambda: desk.window.findChild(QDockWidget, QGIS[-1]), "the Identify panel")
    for name in PANELS:
        desk.find(name).setUserVisible(True)  # panels are built when first shown
        QTest.qWait(100)
    desk.wait(lambda: desk.figures(), "the corridor to be measured")
    desk.clear_messages()
    yield desk
    desk.find(QGIS[-1]).close()
    desk.iface.actionPan().trigger()


@pytest.fixture
def arranged(desk: Desk) -> Iterator[Desk]:
    """Restore the arrangement of the panels afterwards."""
    before: QByteArray = desk.window.saveState()
    yield desk
    desk.window.restoreState(before)
    QTest.qWait(LAID_OUT_MS)


def stack(desk: Desk, names: tuple[str, ...], side: Qt.DockWidgetArea = LEFT) -> None:
    """Show only these panels, below each other at one side."""
    for name in (*PANELS, *QGIS):
        desk.find(name).hide()
    for name in names:
        place_dock(desk, name, side)
    wait_for_layout(desk)


def wait_for_layout(desk: Desk) -> None:
    """Wait until the window, which grows while panels are moved, fits its screen; not for long if it never does."""
    for _ in range(TRIES):
        QTest.qWait(LAID_OUT_MS)
        if not off_the_screen(desk.window):
            break


def place_dock(desk: Desk, name: str, side: Qt.DockWidgetArea) -> None:
    """Place a panel below the others at a side, as by dragging it there."""
    dock = desk.find(name)
    desk.window.removeDockWidget(dock)
    desk.window.addDockWidget(side, dock, Qt.Orientation.Vertical)
    dock.show()


def heights(desk: Desk, names: tuple[str, ...]) -> list[int]:
    return [desk.find(name).height() for name in names]


def test_three_panels_below_each_other(arranged: Desk) -> None:
    stack(arranged, PANELS)
    assert off_the_screen(arranged.window) == []
    found = heights(arranged, PANELS)
    assert min(found) > 0.8 * max(found)  # similar heights
    located = arranged.find("yalu_located", QLabel)
    table = arranged.find("yalu_sites", QTableView)
    bar = table.horizontalScrollBar()  # columns may have been widened
    height = table.viewport().height() + (bar.height() if bar.isVisible() else 0)
    assert not located.isVisible() or height >= 2 * table.rowHeight(0), (height, table.size(), bar.isVisible())
    assert bars_outside_lists(arranged.find(PANELS[0])) == []
    for name in ("yalu_find", "yalu_observe_present_button", "yalu_add_crossing_button"):
        widget = arranged.find(name)
        assert widget.visibleRegion().boundingRect().height() >= widget.height() - 1, name


@pytest.mark.parametrize("names", [(*PANELS, *QGIS), (*QGIS, *PANELS), (PANELS[0], *QGIS), (*PANELS[1:], *QGIS[:2])])
@pytest.mark.parametrize("side", [LEFT, RIGHT])
def test_with_panels_of_qgis_among_them(arranged: Desk, names: tuple[str, ...], side: Qt.DockWidgetArea) -> None:
    stack(arranged, names, side)
    assert off_the_screen(arranged.window) == []
    assert min(heights(arranged, names)) > 30


def test_hidden_parts_reappear_when_there_is_space(arranged: Desk) -> None:
    stack(arranged, (*PANELS, *QGIS))
    located = arranged.find("yalu_located", QLabel)
    arranged.wait(lambda: not located.isVisible(), "the text to be hidden")
    stack(arranged, PANELS[:1], RIGHT)
    arranged.wait(located.isVisible, "the text to appear")
    assert find_misfits(arranged.find(PANELS[0]).widget()) == []


@pytest.mark.parametrize("seed", range(12))
def test_any_arrangement(arranged: Desk, seed: int) -> None:
    """Panels at either side, below each other or as tabs: the window never grows."""
    generator, window = random.Random(seed), arranged.window
    names = [*PANELS, *QGIS]
    generator.shuffle(names)
    stack(arranged, ())
    for at, name in enumerate(names):
        place_dock(arranged, name, generator.choice((LEFT, RIGHT)))
        if at and generator.random() < 0.3:
            window.tabifyDockWidget(arranged.find(generator.choice(names[:at])), arranged.find(name))
    wait_for_layout(arranged)
    assert off_the_screen(window) == []


def test_the_map_and_the_second_view_have_about_half_each(arranged: Desk) -> None:
    box, more = arranged.find("yalu_compare_mode", QComboBox), arranged.find("yalu_imagery_more_button", QToolButton)
    day, patrol = arranged.find("yalu_day"), arranged.find("yalu_patrol_button")
    arranged.find(QGIS[-1]).hide()
    side_docks = [arranged.find(PANELS[0]), arranged.find("Layers")]
    arranged.window.resizeDocks(side_docks, [360, 256], Qt.Orientation.Horizontal)
    arranged.wait(lambda: day.isVisible() and patrol.isVisible(), "the panel to have its width")
    plugins[NAME].workbench.imagery.compare_with(plugins[NAME].workbench.scenes.timeline.scenes[0])
    left, right = arranged.find("Layers").width(), arranged.find(PANELS[0]).width()
    box.activated.emit(SECOND_VIEW)
    arranged.settle()
    arranged.picture("second-view")
    second = arranged.find("yalu_second_view").width()
    assert 0.8 < second / arranged.canvas.width() < 1.05 and second >= 380
    assert off_the_screen(arranged.window) == [] and arranged.find("Layers").width() <= left
    narrow = arranged.find("YaluImageryDock").width() < 600
    assert day.isVisible() == patrol.isVisible() == (not narrow)
    assert arranged.find("yalu_compare_scene").isVisible() and arranged.find("yalu_scenes").isVisible()
    arranged.click(more)
    QTest.qWait(LAID_OUT_MS)
    assert day.isVisible() and patrol.isVisible()
    assert find_misfits(arranged.find("YaluImageryDock", QDockWidget).widget()) == []
    arranged.click(more)
    box.activated.emit(0)
    arranged.settle()
    assert (arranged.find("Layers").width(), arranged.find(PANELS[0]).width()) == (left, right)
    assert day.isVisible() and patrol.isVisible()
