"""Every panel by keyboard alone: Tab comes to each button, box and list, and leaves it again; and what a screen reader
is told of them.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QDockWidget,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollBar,
    QTabBar,
    QTableView,
    QTreeView,
    QWidget,
)
from qgis.utils import plugins

from tests.desktop.fitting import upwards
from tools.desk import Desk

NAME, DATA = "yalu_plugin", Path(__file__).resolve().parents[1] / "data"
TAKES_KEYS = QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox, QAbstractItemView, QAbstractSlider
PANELS = "YaluCrossingsDock", "YaluImageryDock", "YaluCorridorDock", "YaluMatrixDock", "YaluCountingDock"
MOST = 400  # widgets of a window
UNITS = {"km", "m"}


@pytest.fixture(scope="module")
def desk(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A window with scenes, an area that is counted, and a site selected: as much as possible can be done."""
    folder = tmp_path_factory.mktemp("keyboard")
    desk.new_survey(folder / "survey.gpkg")
    desk.add_folder(Path(shutil.copytree(DATA / "s2_romania", folder / "scenes")))
    bench = plugins[NAME].workbench
    west, south, east, north = bench.scenes.timeline.scenes[0].box
    at = (west + east) / 2, (south + north) / 2
    bench.session.change("test", {"sites": [
        {"id": "s", "name": "Test", "kind": "barge_dock", "geom": f"POINT ({at[0]} {at[1]})"}]})
    bench.imagery.show(bench.scenes.timeline.scenes[2])
    bench.counts.look()
    from qgis.core import QgsPointXY

    bench.areas.add([QgsPointXY(at[0] + x, at[1] + y) for x, y in ((-.005, -.005), (.005, -.005), (.005, .005))])
    bench.counting.begin()
    bench.sites.select(["s"])
    desk.settle()
    desk.clear_messages()
    return desk


def to_reach(panel: QWidget) -> list[QWidget]:
    """What of a panel takes keys or clicks; of buttons of which one is chosen, that one: arrow keys go on."""
    found = []
    for one in panel.findChildren(QWidget):
        parts = list(upwards(one.parentWidget()))
        if (not isinstance(one, TAKES_KEYS) or not one.isVisible() or not one.isEnabled()
                or isinstance(one, (QScrollBar, QHeaderView)) or one.parentWidget() is panel
                or any(isinstance(part, (QAbstractItemView, QComboBox, QAbstractSpinBox, QLineEdit, QTabBar))
                       for part in parts)):
            continue
        if isinstance(one, QAbstractButton) and one.group() is not None and one.group().exclusive() \
                and not one.isChecked():
            continue
        found.append(one)
    return found


def reached_from(panel: QWidget, first: QWidget) -> set[QWidget]:
    """What has the keys while Tab is pressed, beginning with a widget, until that has them again."""
    first.setFocus(Qt.FocusReason.TabFocusReason)
    found: set[QWidget] = set()
    for _ in range(MOST):
        at = QApplication.focusWidget()
        assert at is not None
        found.update(upwards(at))
        QTest.keyClick(at, Qt.Key.Key_Tab)
        after = QApplication.focusWidget()
        assert after is not at, f"Tab does not leave {type(at).__name__} {at.objectName()}"
        if after is first:
            break
    return found


def named(widgets: Iterator[QWidget] | list[QWidget]) -> list[str]:
    return sorted(f"{type(one).__name__} {one.objectName()} {getattr(one, 'text', str)()!r}" for one in widgets)


@pytest.mark.parametrize("name", PANELS)
def test_tab_comes_to_everything_and_leaves_it(desk: Desk, name: str) -> None:
    panel: QDockWidget = desk.find(name, QDockWidget)
    panel.setUserVisible(True)
    desk.settle()
    wanted = to_reach(panel)
    assert wanted
    found = reached_from(panel, next(one for one in wanted if one.focusPolicy() & Qt.FocusPolicy.TabFocus))
    assert named([one for one in wanted if one not in found]) == []


@pytest.mark.parametrize("name", PANELS)
def test_each_has_a_name_for_who_does_not_see_it(desk: Desk, name: str) -> None:
    """A button's text or tooltip, the label that belongs to a box, else its own."""
    panel: QDockWidget = desk.find(name, QDockWidget)
    panel.setUserVisible(True)
    desk.settle()
    labelled = {label.buddy() for label in panel.findChildren(QLabel) if label.text()}
    unnamed = [one for one in to_reach(panel) if not (one.accessibleName() or one in labelled or (
        isinstance(one, QAbstractButton) and (one.text() or one.toolTip())))]
    assert named(unnamed) == []


@pytest.mark.parametrize("name", PANELS)
def test_what_stands_alone_begins_with_a_capital(desk: Desk, name: str) -> None:
    panel: QDockWidget = desk.find(name, QDockWidget)
    panel.setUserVisible(True)
    desk.settle()
    texts = [one.itemText(at) for one in panel.findChildren(QComboBox) for at in range(one.count())]
    texts += [one.placeholderText() for one in panel.findChildren(QLineEdit)]
    texts += [one.text().replace("&", "") for one in panel.findChildren(QCheckBox)]
    for view in (*panel.findChildren(QTableView), *panel.findChildren(QTreeView)):
        model = view.model()
        for at in range(model.columnCount() if model is not None else 0):
            texts.append(str(model.headerData(at, Qt.Orientation.Horizontal) or ""))
    assert [text for text in texts if text[:1].islower() and text not in UNITS] == []
