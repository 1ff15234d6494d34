"""The map's scale when panels are shown or hidden, or show more rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from qgis.core import QgsProject, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDockWidget, QVBoxLayout, QWidget

from yalu_plugin.gui.scale_keeper import SETTLED_MS, ScaleKeeper


@pytest.fixture
def panel(window: Any) -> Iterator[Any]:
    """A panel below the map, whose second row is hidden."""
    dock, body, row = QDockWidget(window), QWidget(), QWidget()
    layer = QgsVectorLayer("Point?crs=EPSG:3857", "sites", "memory")
    QgsProject.instance().addMapLayer(layer)
    window.canvas.setLayers([layer])
    row.setFixedHeight(80)
    layout = QVBoxLayout(body)
    layout.addWidget(QWidget())
    layout.addWidget(row)
    row.hide()
    dock.setWidget(body)
    dock.row = row
    window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
    keeper = ScaleKeeper(window.canvas, [dock], window)
    QTest.qWait(SETTLED_MS + 200)
    window.canvas.setExtent(QgsRectangle(14_200_000, 5_080_000, 14_210_000, 5_090_000))
    QTest.qWait(100)
    yield dock
    keeper.release()


@pytest.mark.parametrize("change", [lambda panel: panel.row.show(), lambda panel: panel.hide()])
def test_the_scale_stays_when_a_panel_changes(window: Any, panel: Any, change: Callable[[Any], None]) -> None:
    before, height = window.canvas.scale(), window.canvas.height()
    change(panel)
    QTest.qWait(200)
    assert window.canvas.height() != height
    assert window.canvas.scale() == pytest.approx(before, rel=1e-6)


def test_the_extent_stays_when_the_user_resizes_the_window(window: Any, panel: Any) -> None:
    before = window.canvas.scale()
    window.resize(window.width(), window.height() - 200)
    QTest.qWait(200)
    assert window.canvas.scale() > before * 1.2
