"""The Corridor panel on the published sites and the bundled river."""

from __future__ import annotations

import pytest


@pytest.fixture
def installer(window):
    from qgis.PyQt.QtCore import QObject, pyqtSignal

    class Installer(QObject):
        installed = pyqtSignal()
        failed = pyqtSignal(object)
        asked = 0

        def install(self):
            self.asked += 1

    return Installer(window)


@pytest.fixture
def open_dock(window, messages, actions, installer, qgis_app):
    from qgis.PyQt.QtCore import Qt

    from yalu_plugin.gui.corridor.corridor_dock import CorridorDock

    def make(workbench):
        dock = CorridorDock(workbench, messages, actions, window.canvas, installer, window)
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        dock.show()
        qgis_app.processEvents()
        return dock
    return make


@pytest.fixture
def dock(open_dock, bench, wait_for):
    from qgis.PyQt.QtWidgets import QLabel

    dock = open_dock(bench)
    wait_for(lambda: dock.findChild(QLabel, "yalu_corridor_headline").text())
    return dock


@pytest.fixture
def settle(qgis_app):
    def run():
        for _ in range(5):
            qgis_app.processEvents()
    return run


@pytest.fixture
def open_page(dock, qgis_app):
    """Click the tab of this title and return the page on it."""
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest
    from qgis.PyQt.QtWidgets import QTabWidget

    def go(title):
        tabs = dock.findChild(QTabWidget, "yalu_corridor_pages")
        index = [tabs.tabText(number) for number in range(tabs.count())].index(title)
        place = tabs.tabBar().tabRect(index).center()
        QTest.mouseClick(tabs.tabBar(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        qgis_app.processEvents()
        return tabs.widget(index).layout().itemAt(0).widget()
    return go


class OnMap:
    """Clicks at places (EPSG:4326) on a map that shows the whole corridor."""

    def __init__(self, canvas):
        self.canvas = canvas

    def to_map(self):
        from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject

        return QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"),
                                      self.canvas.mapSettings().destinationCrs(), QgsProject.instance())

    def look_at(self):
        from qgis.core import QgsRectangle

        self.canvas.setExtent(self.to_map().transformBoundingBox(QgsRectangle(126.9, 41.2, 128.4, 41.8)))

    def click(self, place, button=None):
        from qgis.core import QgsPointXY
        from qgis.PyQt.QtCore import QPoint, Qt
        from qgis.PyQt.QtTest import QTest

        pixel = self.canvas.getCoordinateTransform().transform(self.to_map().transform(QgsPointXY(*place)))
        spot = QPoint(round(pixel.x()), round(pixel.y()))
        QTest.mouseMove(self.canvas.viewport(), spot)
        QTest.mouseClick(self.canvas.viewport(), button or Qt.MouseButton.LeftButton,
                         Qt.KeyboardModifier.NoModifier, spot)


@pytest.fixture
def on_map(window, qgis_app):
    hand = OnMap(window.canvas)
    hand.look_at()
    qgis_app.processEvents()
    return hand


@pytest.fixture
def canvas(on_map):
    return on_map.canvas
