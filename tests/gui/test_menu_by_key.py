"""Shift+F10 opens the context menu of the focused widget: matrix, list, timeline, totals."""

from __future__ import annotations

from typing import Any

import pytest
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QApplication, QMenu, QTableWidget, QWidget

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def table(qgis_app: Any) -> Any:
    table = QTableWidget(20, 20)
    table.resize(400, 300)
    table.show()
    table.setCurrentCell(3, 2)
    yield table
    table.deleteLater()


def test_the_menu_opens_at_the_current_cell(table: Any) -> None:
    from yalu_plugin.gui.menu_by_key import MenuByKey

    table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    spots: list[Any] = []
    table.customContextMenuRequested.connect(spots.append)
    MenuByKey.of_cells(table)
    QTest.keyClick(table, Qt.Key.Key_F10)
    assert spots == []
    QTest.keyClick(table, Qt.Key.Key_F10, SHIFT)
    (spot,) = spots
    index = table.indexAt(spot)
    assert (index.row(), index.column()) == (3, 2)


def test_actions_of_a_widget_are_in_the_menu(qgis_app: Any) -> None:
    from yalu_plugin.gui.menu_by_key import MenuByKey

    widget = QWidget()
    widget.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
    widget.addAction(QAction("Next scene", widget))
    widget.resize(100, 40)
    widget.show()
    MenuByKey(widget, lambda: widget.rect().center())
    seen: list[str] = []

    def read_menu() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        seen.extend(action.text() for action in menu.actions())
        menu.close()

    QTimer.singleShot(200, read_menu)
    QTest.keyClick(widget, Qt.Key.Key_F10, SHIFT)
    assert seen == ["Next scene"]
    widget.deleteLater()
