"""The panels on a laptop's screen: dates along the bottom, the others as tabs, no scroll bars."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from qgis.core import QgsSettings
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDockWidget, QTabBar, QTableView, QWidget
from qgis.utils import loadPlugin, plugins, startPlugin, unloadPlugin

from tests.desktop.conftest import PICTURES
from tests.desktop.fitting import find_misfits
from tools.desk import Desk

KEYS, SYMBOL = ("name", "kind", "state", "since", "km"), 24
NAME, DATA = "yalu_plugin", Path(__file__).resolve().parents[1] / "data"
DOCKS = ("YaluCrossingsDock", "YaluImageryDock", "YaluCorridorDock", "YaluMatrixDock", "YaluCountingDock")
LAPTOP = 1366, 768 - 25  # without the title of the window


@pytest.fixture(scope="module")
def laptop(iface: QgisInterface, tmp_path_factory: pytest.TempPathFactory) -> Iterator[QWidget]:
    """A window of a laptop's size, in a profile with the panels arranged in the old way, with a survey and scenes."""
    QgsSettings().setValue(f"plugins/{NAME}/docks_arranged", "yes")
    enabled_here = NAME not in plugins
    if not enabled_here:
        unloadPlugin(NAME)
        QgsSettings().setValue(f"plugins/{NAME}/docks_arranged", "yes")
    assert loadPlugin(NAME) and startPlugin(NAME)
    desk, window, folder = Desk(iface, PICTURES), iface.mainWindow(), tmp_path_factory.mktemp("laptop")
    desk.show_panel("crossings")
    desk.new_survey(folder / "survey.gpkg")
    desk.add_folder(Path(shutil.copytree(DATA / "s2_romania", folder / "scenes")))
    desk.clear_messages()
    before = window.size()
    window.showNormal()
    window.resize(*LAPTOP)
    QTest.qWait(300)
    yield window
    window.resize(before)
    window.showMaximized()
    QTest.qWait(300)
    iface.newProject()
    if enabled_here:
        assert unloadPlugin(NAME)
        QgsSettings().remove(f"plugins/{NAME}/docks_arranged")


def dock(window: QWidget, name: str) -> QDockWidget:
    return window.findChild(QDockWidget, name)


def assert_arranged(laptop: QWidget) -> None:
    """Assert that the dates are below the map, and the others are tabs on the right."""
    areas = [laptop.dockWidgetArea(dock(laptop, name)) for name in DOCKS]
    assert areas == [Qt.DockWidgetArea.RightDockWidgetArea, Qt.DockWidgetArea.BottomDockWidgetArea,
                     Qt.DockWidgetArea.RightDockWidgetArea, Qt.DockWidgetArea.BottomDockWidgetArea,
                     Qt.DockWidgetArea.RightDockWidgetArea]
    assert laptop.tabifiedDockWidgets(dock(laptop, DOCKS[0])) == [dock(laptop, DOCKS[2]), dock(laptop, DOCKS[4])]
    assert laptop.tabifiedDockWidgets(dock(laptop, DOCKS[1])) == [dock(laptop, DOCKS[3])]
    empty = [bar.geometry() for bar in laptop.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
             if bar.isVisible() and bar.count() == 0 and laptop.rect().intersects(bar.geometry())]
    assert empty == []  # it would receive the clicks on the widgets below it


def test_the_panels_of_an_old_profile_are_arranged_again(laptop: QWidget) -> None:
    assert_arranged(laptop)


def test_the_dates_are_no_higher_than_necessary(laptop: QWidget) -> None:
    laptop.resize(1500, 860)
    QTest.qWait(300)
    panel = dock(laptop, "YaluImageryDock")
    assert panel.widget().height() == panel.widget().sizeHint().height() < 200
    laptop.resize(*LAPTOP)
    QTest.qWait(300)


def test_the_matrix_is_higher_while_it_is_in_front(laptop: QWidget) -> None:
    matrix, imagery = dock(laptop, DOCKS[3]), dock(laptop, DOCKS[1])
    for _ in range(2):
        matrix.raise_()
        QTest.qWait(600)
        higher = matrix.height()
        view = laptop.findChild(QWidget, "yalu_matrix")
        assert 250 < higher < 300 and view.viewport().height() >= 5 * view.rowHeight(0)
        imagery.raise_()
        QTest.qWait(600)
        assert imagery.widget().height() == imagery.widget().sizeHint().height() < higher - 50
        assert matrix.wanted_height == 290  # not changed by dragging


@pytest.mark.parametrize("name", DOCKS)
@pytest.mark.parametrize("more", [False, True])
def test_nothing_is_scrolled_on_a_laptop(laptop: QWidget, picture: Callable[[str], Path], name: str,
                                         more: bool) -> None:
    action = plugins["yalu_plugin"]._actions.by_name["imagery_more"]
    panel = dock(laptop, name)
    panel.raise_()
    action.setChecked(more)
    QTest.qWait(300)
    picture(f"arranged-{name}-{more}")
    assert (laptop.width(), laptop.height()) == LAPTOP
    found = find_misfits(panel.widget())
    action.setChecked(False)
    assert found == []


def test_a_plugin_that_is_disabled_and_enabled_is_arranged_again(laptop: QWidget) -> None:
    assert unloadPlugin(NAME)
    QTest.qWait(100)
    assert loadPlugin(NAME) and startPlugin(NAME)
    QTest.qWait(100)
    assert_arranged(laptop)


def test_the_list_is_as_wide_as_its_texts_at_first(laptop: QWidget) -> None:
    table = laptop.findChild(QTableView, "yalu_sites")
    metrics, state = table.fontMetrics(), KEYS.index("state")
    assert dock(laptop, DOCKS[0]).width() >= dock(laptop, DOCKS[0]).sizeHint().width()
    assert table.columnWidth(state) > metrics.horizontalAdvance("Under construction")
    assert table.columnWidth(KEYS.index("name")) - SYMBOL > metrics.horizontalAdvance("Vehicle crossing #8")
    assert table.horizontalScrollBar().maximum() == 0
