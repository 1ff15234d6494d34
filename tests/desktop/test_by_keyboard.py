"""Every panel by keyboard only: Tab reaches each button, box and list; all have names for screen readers."""

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

from tests.desktop.fitting import self_and_parents
from tools.desk import Desk

NAME, DATA = "yalu_plugin", Path(__file__).resolve().parents[1] / "data"
FOCUSABLE = QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox, QAbstractItemView, QAbstractSlider
PANELS = "YaluCrossingsDock", "YaluImageryDock", "YaluCorridorDock", "YaluMatrixDock", "YaluCountingDock"
MAX_WIDGETS = 400  # of a window
UNITS = {"km", "m"}


@pytest.fixture(scope="module")
def desk(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A window with scenes, a count in progress, and a selected site, so that most actions are enabled."""
    folder = tmp_path_factory.mktemp("keyboard")
    desk.new_survey(folder / "survey.gpkg")
    desk.add_folder(Path(shutil.copytree(DATA / "s2_romania", folder / "scenes")))
    bench = plugins[NAME].workbench
    west, south, east, north = bench.scenes.timeline.scenes[0].box
    at = (west + east) / 2, (south + north) / 2
    bench.session.change("test", {"sites": [
        {"id": "s", "name": "Test", "kind": "barge_dock", "geom": f"POINT ({at[0]} {at[1]})"}]})
    bench.imagery.show(bench.scenes.timeline.scenes[2])
    bench.counts.activate()
    from qgis.core import QgsPointXY

    bench.areas.add([QgsPointXY(at[0] + x, at[1] + y) for x, y in ((-.005, -.005), (.005, -.005), (.005, .005))])
    bench.counting.start()
    bench.sites.select(["s"])
    desk.settle()
    desk.clear_messages()
    return desk


def reachable_widgets(panel: QWidget) -> list[QWidget]:
    """Return the widgets of a panel that Tab must reach; of exclusive buttons only the checked one."""
    found = []
    for one in panel.findChildren(QWidget):
        parts = list(self_and_parents(one.parentWidget()))
        if (not isinstance(one, FOCUSABLE) or not one.isVisible() or not one.isEnabled()
                or isinstance(one, (QScrollBar, QHeaderView)) or one.parentWidget() is panel
                or any(isinstance(part, (QAbstractItemView, QComboBox, QAbstractSpinBox, QLineEdit, QTabBar))
                       for part in parts)):
            continue
        if isinstance(one, QAbstractButton) and one.group() is not None and one.group().exclusive() \
                and not one.isChecked():
            continue
        found.append(one)
    return found


def reached_by_tab(panel: QWidget, first: QWidget) -> set[QWidget]:
    """Return the widgets that get the focus by Tab, starting at `first`, until it has the focus again."""
    first.setFocus(Qt.FocusReason.TabFocusReason)
    found: set[QWidget] = set()
    for _ in range(MAX_WIDGETS):
        at = QApplication.focusWidget()
        assert at is not None
        found.update(self_and_parents(at))
        QTest.keyClick(at, Qt.Key.Key_Tab)
        after = QApplication.focusWidget()
        assert after is not at, f"Tab does not leave {type(at).__name__} {at.objectName()}"
        if after is first:
            break
    return found


def names_of(widgets: Iterator[QWidget] | list[QWidget]) -> list[str]:
    return sorted(f"{type(one).__name__} {one.objectName()} {getattr(one, 'text', str)()!r}" for one in widgets)


@pytest.mark.parametrize("name", PANELS)
def test_tab_reaches_everything_and_leaves_it(desk: Desk, name: str) -> None:
    panel: QDockWidget = desk.find(name, QDockWidget)
    panel.setUserVisible(True)
    desk.settle()
    expected = reachable_widgets(panel)
    assert expected
    found = reached_by_tab(panel, next(one for one in expected if one.focusPolicy() & Qt.FocusPolicy.TabFocus))
    assert names_of([one for one in expected if one not in found]) == []


@pytest.mark.parametrize("name", PANELS)
def test_each_widget_has_a_name_for_screen_readers(desk: Desk, name: str) -> None:
    """The name is a button's text or tooltip, the label of a box, or the accessible name."""
    panel: QDockWidget = desk.find(name, QDockWidget)
    panel.setUserVisible(True)
    desk.settle()
    labelled = {label.buddy() for label in panel.findChildren(QLabel) if label.text()}
    unnamed = [one for one in reachable_widgets(panel) if not (one.accessibleName() or one in labelled or (
        isinstance(one, QAbstractButton) and (one.text() or one.toolTip())))]
    assert names_of(unnamed) == []


@pytest.mark.parametrize("name", PANELS)
def test_texts_begin_with_a_capital(desk: Desk, name: str) -> None:
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
