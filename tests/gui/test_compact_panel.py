"""Panels of the plugin share the height of their side; which panels a window has is not asked again at every event."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def test_a_panel_that_opens_later_gets_its_share(qgis_app: Any, wait_for: Callable[..., None]) -> None:
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtWidgets import QDockWidget, QLabel, QMainWindow, QVBoxLayout, QWidget

    from yalu_plugin.gui.compact_panel import CompactPanel

    window = QMainWindow()
    window.setCentralWidget(QWidget())
    window.statusBar()

    def add_panel(title: str) -> CompactPanel:
        dock, body = QDockWidget(title, window), QWidget()
        QVBoxLayout(body).addWidget(QLabel(title))
        panel = CompactPanel(dock, body)
        dock.setWidget(panel)
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        return panel

    panels = [add_panel("first")]
    window.resize(600, 500)
    window.show()
    wait_for(lambda: panels[0]._share < 10_000)
    whole = panels[0]._share
    panels.append(add_panel("second"))
    wait_for(lambda: panels[0]._share == panels[1]._share < 0.51 * whole)
    window.removeDockWidget(panels[1].parentWidget())
    panels[1].parentWidget().deleteLater()
    wait_for(lambda: panels[0]._share == whole)
