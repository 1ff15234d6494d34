"""F1 in a panel opens its page of the guide."""

from __future__ import annotations

from typing import Any

import pytest
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QTextDocument
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QLineEdit, QTableView, QTextBrowser, QVBoxLayout, QWidget


@pytest.mark.parametrize("page", ["crossings", "imagery", "corridor", "matrix"])
def test_every_panel_has_a_page(page: str) -> None:
    from yalu_plugin.paths import guide_page

    assert guide_page(page).is_file()


@pytest.mark.parametrize("kind", [QTableView, QLineEdit])
def test_f1_opens_the_guide_from_any_widget_of_the_panel(window: Any, qgis_app: Any, kind: type[QWidget]) -> None:
    from yalu_plugin.gui.guide import HelpKey

    qgis_help, triggered = QAction("Help", window), []
    qgis_help.setShortcut("F1")
    qgis_help.triggered.connect(triggered.append)
    window.addAction(qgis_help)
    dock, body, inner = QgsDockWidget("Crossings", window), QWidget(), kind()
    QVBoxLayout(body).addWidget(inner)
    dock.setWidget(body)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    HelpKey(dock, "crossings")
    window.activateWindow()
    inner.setFocus()
    QTest.keyClick(inner, Qt.Key.Key_F1)
    guide = window.findChild(QTextBrowser, "yalu_guide")
    assert guide.toPlainText().startswith("Crossings") and triggered == []
    QTest.keyClick(inner, Qt.Key.Key_F1)
    assert len(window.findChildren(QTextBrowser, "yalu_guide")) == 1
    guide.window().close()


def test_pictures_are_no_wider_than_the_page(window: Any, qgis_app: Any) -> None:
    from yalu_plugin.gui.guide import WIDTH, show_guide

    show_guide("imagery", window)
    page = window.findChild(QTextBrowser, "yalu_guide")
    qgis_app.processEvents()
    assert page.horizontalScrollBar().maximum() == 0 and page.document().idealWidth() > WIDTH / 2
    names = [one for one in page.toHtml().split('"') if one.endswith(".png")]
    widths = [page.loadResource(QTextDocument.ResourceType.ImageResource, QUrl(name)).width() for name in names]
    assert names and min(widths) > 0 and max(widths) <= WIDTH
    page.window().close()
