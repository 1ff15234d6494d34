"""The second view: a map of the compare day next to QGIS' map, synchronized with it."""

from __future__ import annotations

from functools import partial

from qgis.core import QgsProject, QgsRectangle
from qgis.gui import QgsDockWidget, QgsMapCanvas, QgsMapToolPan
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QDockWidget, QMainWindow, QStyle, QVBoxLayout, QWidget

from yalu_plugin.core.imagery.timeline import Step
from yalu_plugin.gui.compare.compare_scene_layers import CompareSceneLayers
from yalu_plugin.gui.imagery.scene_text import compared_scene_text
from yalu_plugin.gui.labels import wrapping_label
from yalu_plugin.i18n import tr
from yalu_plugin.layers.imagery.compare_map import with_scenes
from yalu_plugin.layers.survey.marks_style import set_map_images
from yalu_plugin.layers.temporal import day_range

WANTED_PX, LEAST_PX = 480, 160  # width of each of the two maps; to which the panels at their sides become narrower
LEFT, RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
ABOVE_AND_BELOW = Qt.DockWidgetArea.TopDockWidgetArea, Qt.DockWidgetArea.BottomDockWidgetArea


class SecondView(QgsDockWidget):
    """A dock with a map of another day that shares layers, centre, scale, rotation and CRS with QGIS' map."""

    partly_failed = pyqtSignal(object)  # YaluError about the scenes that are left out
    failed = pyqtSignal(object)  # YaluError; no scene can be read

    def __init__(self, canvas: QgsMapCanvas, project: QgsProject) -> None:
        super().__init__(tr("Compare date"), canvas.window())
        self.setObjectName("YaluSecondView")
        self._main = canvas
        self.map = self._create_map(project)
        self._compared = CompareSceneLayers(project, self)
        self._compared.ready.connect(self._show_compared)
        self._compared.partly_failed.connect(self.partly_failed)
        self._compared.failed.connect(self.failed)
        self._headline = wrapping_label("yalu_second_view_headline")
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        rows.addWidget(self._headline)
        rows.addWidget(self.map, 1)
        self.setWidget(inside)
        self._syncing = False
        self._size = self.map.mapSettings().outputSize()
        self.map.extentsChanged.connect(self._moved)
        canvas.extentsChanged.connect(self.sync)
        canvas.destinationCrsChanged.connect(self.sync)
        canvas.layersChanged.connect(self._show_layers)
        canvas.mapCanvasRefreshed.connect(self._compared.update_style)

    def dock_next_to_map(self) -> None:
        """Dock the view at the left of QGIS' map, as the compare date is left of the handle, with half of its width.

        If both maps would be narrow, the panels at the sides become narrower.
        """
        window = self._main.window()
        if isinstance(window, QMainWindow):
            self._widths = _docked_at(window, LEFT, RIGHT)
            missing = 2 * max(WANTED_PX, window.centralWidget().minimumSizeHint().width()) - self._main.width()
            narrower = _narrowed(window, missing + _separator_width(window))
            gained = sum(self._widths[next(iter(side))] - next(iter(side.values())) for side in narrower)
            widths = {name: width for side in narrower for name, width in side.items()}
            widths[self.objectName()] = min((self._main.width() + gained) // 2, self._available_width(window) + gained)
            window.addDockWidget(LEFT, self, Qt.Orientation.Horizontal)
            QTimer.singleShot(0, partial(_resize_docks, window, widths))  # after the window's layout
        self.show()
        self.sync()

    def _available_width(self, window: QMainWindow) -> int:
        """Return how much narrower the map can become: the panels above and below it need a minimum width."""
        docks = [dock for dock in window.findChildren(QDockWidget) if dock.isVisible() and not dock.isFloating()]
        needed = [dock.minimumSizeHint().width() for dock in docks if window.dockWidgetArea(dock) in ABOVE_AND_BELOW]
        return self._main.width() - max(needed, default=0) - _separator_width(window)

    def release(self) -> None:
        """Remove the view from the window."""
        self._main.extentsChanged.disconnect(self.sync)
        self._main.destinationCrsChanged.disconnect(self.sync)
        self._main.layersChanged.disconnect(self._show_layers)
        self._main.mapCanvasRefreshed.disconnect(self._compared.update_style)
        self._compared.close()
        self.map.unsetMapTool(self._pan)
        window = self._main.window()
        if isinstance(window, QMainWindow):
            window.removeDockWidget(self)
            # otherwise its width would go to the other panels
            QTimer.singleShot(0, partial(_resize_docks, window, self._widths))
        self.deleteLater()

    def show_step(self, step: Step) -> None:
        """Show the scenes of a step, once they are opened, and the sites of its day; or `failed` follows."""
        self._compared.open(step)

    def _show_compared(self) -> None:
        scene = self._compared.step[0]
        day = scene.last_day
        self._headline.setText(tr("{scene}; sites as of {day} (UTC)").format(scene=compared_scene_text(scene), day=day))
        if day is not None:
            self.map.setTemporalRange(day_range(day, day))
        self._show_layers()

    def sync(self) -> None:
        """Show the same place as QGIS' map."""
        if self._syncing:
            return
        self._syncing = True
        self.map.setDestinationCrs(self._main.mapSettings().destinationCrs())
        self._size = self.map.mapSettings().outputSize()
        _copy_view(self._main, self.map)
        self._syncing = False

    def _moved(self) -> None:
        """Move QGIS' map to the place of this one, unless this one was only resized."""
        if self._syncing:
            return
        if self.map.mapSettings().outputSize() != self._size:
            self.sync()
            return
        self._syncing = True
        _copy_view(self.map, self._main)
        self._syncing = False

    def _show_layers(self) -> None:
        if self._compared.layers:
            set_map_images(self.map.expressionContextScope(), self._compared.layers)
            self.map.setLayers(with_scenes(self._compared.layers, self._main.layers()))

    def _create_map(self, project: QgsProject) -> QgsMapCanvas:
        canvas = QgsMapCanvas()
        canvas.setObjectName("yalu_second_view")
        canvas.setAccessibleName(tr("Map of the compare date"))
        canvas.setProject(project)
        canvas.setCanvasColor(self._main.canvasColor())
        canvas.setSelectionColor(self._main.selectionColor())
        canvas.setFlags(self._main.flags())
        canvas.enableAntiAliasing(True)
        # no render cache: QGIS deletes a map's cache with the map, while cancelled jobs may still write to it
        canvas.setParallelRenderingEnabled(self._main.isParallelRenderingEnabled())
        canvas.setMinimumSize(120, 120)
        self._pan = QgsMapToolPan(canvas)
        canvas.setMapTool(self._pan)
        return canvas


def _separator_width(window: QMainWindow) -> int:
    """Return the width in pixels of the separator between two panels."""
    return int(window.style().pixelMetric(QStyle.PixelMetric.PM_DockWidgetSeparatorExtent))


def _docked_at(window: QMainWindow, *sides: Qt.DockWidgetArea) -> dict[str, int]:
    """Return the widths of the panels at these sides of the map, by object name."""
    docks = [dock for dock in window.findChildren(QDockWidget) if dock.isVisible() and not dock.isFloating()]
    return {dock.objectName(): dock.width() for dock in docks if window.dockWidgetArea(dock) in sides}


def _narrowed(window: QMainWindow, missing: int) -> list[dict[str, int]]:
    """Return the widths of the panels left and right of the map, `missing` pixels less in all if that is possible."""
    sides = [found for side in (LEFT, RIGHT) if (found := _docked_at(window, side))]
    spare = [min(width - max(LEAST_PX, window.findChild(QDockWidget, name).minimumSizeHint().width())
                 for name, width in side.items()) for side in sides]
    less = [max(0, min(one, round(missing * one / max(sum(spare), 1)))) for one in spare]
    return [{name: width - one for name, width in side.items()} for side, one in zip(sides, less)]


def _resize_docks(window: QMainWindow, widths: dict[str, int]) -> None:
    """Set the widths of panels, by object name."""
    docks = [dock for dock in window.findChildren(QDockWidget) if dock.objectName() in widths and dock.isVisible()]
    window.resizeDocks(docks, [widths[dock.objectName()] for dock in docks], Qt.Orientation.Horizontal)


def _copy_view(shown: QgsMapCanvas, other: QgsMapCanvas) -> None:
    """Copy centre, map units per pixel and rotation from `shown` to `other`, regardless of their sizes."""
    pixel, centre, size = shown.mapUnitsPerPixel(), shown.center(), other.mapSettings().outputSize()
    width, height = pixel * size.width(), pixel * size.height()
    other.setRotation(shown.rotation())
    other.setExtent(QgsRectangle(centre.x() - width / 2, centre.y() - height / 2,
                                 centre.x() + width / 2, centre.y() + height / 2))
    other.refresh()
