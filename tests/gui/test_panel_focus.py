"""The keyboard focus leaves panels that are no longer visible."""

from __future__ import annotations

from typing import Any

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QTableView


def test_a_panel_behind_another_tab_loses_the_focus(window: Any, qgis_app: Any) -> None:
    from yalu_plugin.gui.panel_focus import HiddenKeys

    docks, tables = [], [QTableView(), QTableView()]
    for name, table in zip(("Imagery", "Matrix"), tables):
        dock = QgsDockWidget(name, window)
        dock.setWidget(table)
        window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
        HiddenKeys(dock, window.canvas)
        docks.append(dock)
    window.tabifyDockWidget(*docks)
    window.show()
    window.activateWindow()
    docks[1].raise_()
    qgis_app.processEvents()
    tables[1].setFocus()
    assert window.focusWidget() is tables[1]
    docks[0].raise_()
    qgis_app.processEvents()
    assert window.focusWidget() is window.canvas
    tables[0].setFocus()
    docks[0].raise_()
    qgis_app.processEvents()
    assert window.focusWidget() is tables[0]
