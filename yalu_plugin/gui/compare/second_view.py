"""The compare day on a map of its own beside QGIS' map, both showing the same place."""

from __future__ import annotations

from functools import partial

from qgis.core import QgsProject, QgsRectangle
from qgis.gui import QgsDockWidget, QgsMapCanvas, QgsMapToolPan
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QDockWidget, QMainWindow, QStyle, QVBoxLayout, QWidget

from yalu_plugin.core.imagery.timeline import Step
from yalu_plugin.gui.compare.compared_layers import ComparedLayers
from yalu_plugin.gui.imagery.scene_text import scene_compared
from yalu_plugin.gui.labels import wrapping_label
from yalu_plugin.i18n import tr
from yalu_plugin.layers.imagery.compare_map import with_scenes
from yalu_plugin.layers.survey.marks_drawn import say_images
from yalu_plugin.layers.temporal import day_range

LEFT, RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
ABOVE_AND_BELOW = Qt.DockWidgetArea.TopDockWidgetArea, Qt.DockWidgetArea.BottomDockWidgetArea


class SecondView(QgsDockWidget):
    """QGIS' map as of another day: its layers, centre, scale, rotation and CRS; moving either moves the other."""

    lacking = pyqtSignal(object)  # the YaluError that says which scenes are left out
    failed = pyqtSignal(object)  # the YaluError that says why no scene can be read

    def __init__(self, canvas: QgsMapCanvas, project: QgsProject) -> None:
        super().__init__(tr("Compare date"), canvas.window())
        self.setObjectName("YaluSecondView")
        self._main = canvas
        self.map = self._made_map(project)
        self._compared = ComparedLayers(project, self)
        self._compared.ready.connect(self._show_compared)
        self._compared.lacking.connect(self.lacking)
        self._compared.failed.connect(self.failed)
        self._headline = wrapping_label("yalu_second_view_headline")
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        rows.addWidget(self._headline)
        rows.addWidget(self.map, 1)
        self.setWidget(inside)
        self._following = False
        self._size = self.map.mapSettings().outputSize()
        self.map.extentsChanged.connect(self._moved)
        canvas.extentsChanged.connect(self.sync)
        canvas.destinationCrsChanged.connect(self.sync)
        canvas.layersChanged.connect(self._show_layers)
        canvas.mapCanvasRefreshed.connect(self._compared.keep_look)

    def put_beside_the_map(self) -> None:
        """At the left of QGIS' map, as wide as that where there is the room: the compare date is left there as it is
        left of the handle. QGIS' map has a least width; where that is too much, what is right of it becomes narrower.
        """
        window = self._main.window()
        if isinstance(window, QMainWindow):
            self._widths = _docked_at(window, LEFT, RIGHT)
            wanted = min(self._main.width() // 2, self._room(window))
            least = window.centralWidget().minimumSizeHint().width() + _edge(window)
            lacking = max(0, wanted + least - self._main.width())
            narrower = {name: width - lacking for name, width in _docked_at(window, RIGHT).items()}
            widths = {**self._widths, **narrower, self.objectName(): wanted}
            window.addDockWidget(LEFT, self, Qt.Orientation.Horizontal)
            QTimer.singleShot(0, partial(_share_out, window, widths))  # once the window has laid itself out
        self.show()
        self.sync()

    def _room(self, window: QMainWindow) -> int:
        """What the map can be made narrower by: not below what the panels above and below it need."""
        docks = [dock for dock in window.findChildren(QDockWidget) if dock.isVisible() and not dock.isFloating()]
        needed = [dock.minimumSizeHint().width() for dock in docks if window.dockWidgetArea(dock) in ABOVE_AND_BELOW]
        return self._main.width() - max(needed, default=0) - _edge(window)

    def release(self) -> None:
        """Take the view out of the window."""
        self._main.extentsChanged.disconnect(self.sync)
        self._main.destinationCrsChanged.disconnect(self.sync)
        self._main.layersChanged.disconnect(self._show_layers)
        self._main.mapCanvasRefreshed.disconnect(self._compared.keep_look)
        self._compared.close()
        self.map.unsetMapTool(self._pan)
        window = self._main.window()
        if isinstance(window, QMainWindow):
            window.removeDockWidget(self)
            QTimer.singleShot(0, partial(_share_out, window, self._widths))  # else its width goes to the other panels
        self.deleteLater()

    def show_step(self, step: Step) -> None:
        """Show the scenes of a step, once they are opened, and the sites of its day; or `failed` follows."""
        self._compared.open(step)

    def _show_compared(self) -> None:
        scene = self._compared.step[0]
        day = scene.last_day
        self._headline.setText(tr("{scene}; sites as of {day} (UTC)").format(scene=scene_compared(scene), day=day))
        self.map.setTemporalRange(day_range(day, day))
        self._show_layers()

    def sync(self) -> None:
        """Show the place that QGIS' map shows."""
        if self._following:
            return
        self._following = True
        self.map.setDestinationCrs(self._main.mapSettings().destinationCrs())
        self._size = self.map.mapSettings().outputSize()
        _look_alike(self._main, self.map)
        self._following = False

    def _moved(self) -> None:
        """Bring QGIS' map to what this one shows, unless it was only made larger or smaller."""
        if self._following:
            return
        if self.map.mapSettings().outputSize() != self._size:
            self.sync()
            return
        self._following = True
        _look_alike(self.map, self._main)
        self._following = False

    def _show_layers(self) -> None:
        if self._compared.layers:
            say_images(self.map.expressionContextScope(), self._compared.layers)
            self.map.setLayers(with_scenes(self._compared.layers, self._main.layers()))

    def _made_map(self, project: QgsProject) -> QgsMapCanvas:
        made = QgsMapCanvas()
        made.setObjectName("yalu_second_view")
        made.setAccessibleName(tr("Map of the compare date"))
        made.setProject(project)
        made.setCanvasColor(self._main.canvasColor())
        made.setSelectionColor(self._main.selectionColor())
        made.setFlags(self._main.flags())
        made.enableAntiAliasing(True)
        # no render cache: QGIS deletes a map's cache with the map, and drawings given up before still write to it
        made.setParallelRenderingEnabled(self._main.isParallelRenderingEnabled())
        made.setMinimumSize(120, 120)
        self._pan = QgsMapToolPan(made)
        made.setMapTool(self._pan)
        return made


def _edge(window: QMainWindow) -> int:
    """Pixels between two panels."""
    return int(window.style().pixelMetric(QStyle.PixelMetric.PM_DockWidgetSeparatorExtent))


def _docked_at(window: QMainWindow, *sides: Qt.DockWidgetArea) -> dict[str, int]:
    """The widths of the panels at these sides of the map."""
    docks = [dock for dock in window.findChildren(QDockWidget) if dock.isVisible() and not dock.isFloating()]
    return {dock.objectName(): dock.width() for dock in docks if window.dockWidgetArea(dock) in sides}


def _share_out(window: QMainWindow, widths: dict[str, int]) -> None:
    """Give the panels of these names these widths."""
    docks = [dock for dock in window.findChildren(QDockWidget) if dock.objectName() in widths and dock.isVisible()]
    window.resizeDocks(docks, [widths[dock.objectName()] for dock in docks], Qt.Orientation.Horizontal)


def _look_alike(shown: QgsMapCanvas, other: QgsMapCanvas) -> None:
    """Give the other map the centre, ground units per pixel and rotation of the one shown, whatever their sizes."""
    pixel, centre, size = shown.mapUnitsPerPixel(), shown.center(), other.mapSettings().outputSize()
    width, height = pixel * size.width(), pixel * size.height()
    other.setRotation(shown.rotation())
    other.setExtent(QgsRectangle(centre.x() - width / 2, centre.y() - height / 2,
                                 centre.x() + width / 2, centre.y() + height / 2))
    other.refresh()
