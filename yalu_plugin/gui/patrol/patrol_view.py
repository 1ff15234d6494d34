"""A patrol on the map: the current stretch in view, level if selected, and what was searched along the river."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem, QgsCsException, QgsGeometry, QgsPointXY, QgsProject
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import QEvent, QObject, Qt, QTimer
from qgis.PyQt.QtGui import QColor

from yalu_plugin.core.corridor.coverage import Interval, without
from yalu_plugin.core.corridor.patrol_stretches import PatrolStretch
from yalu_plugin.gui.map_coordinates import WGS84, NoLonLat, from_lonlat
from yalu_plugin.gui.patrol.searched_view import BLIND_COLOUR, SEARCHED_COLOUR, searched_band
from yalu_plugin.gui.patrol.stored_map_view import clear_map_view, store_map_view
from yalu_plugin.settings import PATROL_SCALE, PATROL_TURNED
from yalu_plugin.workbench.patrol import Patrol

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.lonlat import FloatArray

STRETCH_MARGIN = 1.15  # times the size of the stretch
LAYOUT_MS = 500  # by then the layout has given the space of the bar to the map
HALF_END_PX = 28  # half of the line across the river at either end of a stretch
END_COLOUR = QColor("#cc0066")
_Places = list[QgsPointXY]


class PatrolView(QObject):
    """Created when a patrol starts; `release` restores the rotation and scale of the map.

    `drawn` is True once the map is completely drawn after it was moved to a stretch.
    """

    def __init__(self, patrol: Patrol, canvas: QgsMapCanvas, project: QgsProject) -> None:
        super().__init__(canvas)
        self._patrol, self._canvas, self._project = patrol, canvas, project
        self._rotation, self._scale = canvas.rotation(), canvas.scale()
        store_map_view(project, self._rotation, self._scale)
        self._shown: PatrolStretch | None = None
        self.drawn = False
        self._searched = searched_band(canvas, SEARCHED_COLOUR, Qt.PenStyle.SolidLine)
        self._blind = searched_band(canvas, BLIND_COLOUR, Qt.PenStyle.DotLine)
        self._ends = searched_band(canvas, END_COLOUR, Qt.PenStyle.SolidLine)
        canvas.mapCanvasRefreshed.connect(self._map_drawn)
        canvas.destinationCrsChanged.connect(self.refresh_view)
        canvas.scaleChanged.connect(self._draw_ends)

    def release(self) -> None:
        """Remove everything from the map, and restore its rotation and scale."""
        clear_map_view(self._project)
        for band in (self._searched, self._blind, self._ends):
            self._canvas.scene().removeItem(band)
        self._canvas.mapCanvasRefreshed.disconnect(self._map_drawn)
        self._canvas.destinationCrsChanged.disconnect(self.refresh_view)
        self._canvas.scaleChanged.disconnect(self._draw_ends)
        self._canvas.setRotation(self._rotation)
        self._canvas.zoomScale(self._scale)
        self._canvas.refresh()
        self._canvas.installEventFilter(self)
        QTimer.singleShot(LAYOUT_MS, self.deleteLater)

    def eventFilter(self, canvas: QObject, event: QEvent) -> bool:  # noqa: N802, D102 - Qt's own
        if event.type() == QEvent.Type.Resize:  # the bar is hidden, and QGIS keeps the extent of the map, not its scale
            QTimer.singleShot(0, self._scale_back)
        return False

    def _scale_back(self) -> None:
        if not self._patrol.running:
            self._canvas.zoomScale(self._scale)

    def show(self) -> None:
        """Zoom to the current stretch if it has changed, and draw what was searched.

        Raises OutsideTheWorld if the stretch is outside the map's CRS.
        """
        current = self._patrol.current
        if current is not None and current != self._shown:
            self._zoom_to(current)
        self._shown = current
        self._draw()

    def refresh_view(self) -> None:
        """Zoom to the current stretch again: the map's CRS or the options have changed."""
        self._shown = None
        self.show()

    # the view

    def _zoom_to(self, stretch: PatrolStretch) -> None:
        import numpy as np

        from yalu_plugin.core.corridor.strips import level_view

        reach = np.array([(point.x(), point.y()) for point in self._on_map(self._patrol.piece(stretch.interval))])
        laid = level_view(reach)
        turned = PATROL_TURNED.value()
        size = laid.size if turned else np.ptp(reach, axis=0)
        centre = laid.centre if turned else tuple((reach.min(axis=0) + reach.max(axis=0)) / 2)
        self._canvas.setRotation(_upright(laid.rotation) if turned else self._rotation)
        self._canvas.setCenter(QgsPointXY(*centre))
        if PATROL_SCALE.value():
            self._canvas.zoomScale(PATROL_SCALE.value())
        else:
            pixels = self._canvas.width(), self._canvas.height()
            needed = max(float(metres) / max(count, 1) for metres, count in zip(size, pixels))
            self._canvas.zoomByFactor(STRETCH_MARGIN * needed / self._canvas.mapUnitsPerPixel())
        self.drawn = False
        self._canvas.refresh()

    def _map_drawn(self) -> None:
        self.drawn = True

    # drawing

    def _draw(self) -> None:
        found, current = self._patrol.coverage(), self._patrol.current
        at_hand = [current.interval] if current is not None else []
        for band, intervals in ((self._searched, found.searched), (self._blind, found.not_observable)):
            self._set_lines(band, [_places(self._patrol.piece(one)) for one in without(intervals, at_hand)])
        self._draw_ends()

    def _draw_ends(self, *_: object) -> None:
        current = self._patrol.current
        self._set_lines(self._ends, [] if current is None else self._across_ends(current.interval), self._crs())

    def _across_ends(self, stretch: Interval) -> list[_Places]:
        """Lines across the river at both ends of a stretch, in the map's CRS."""
        import numpy as np

        from yalu_plugin.core.corridor.strips import Line, across

        xy = np.array([(point.x(), point.y()) for point in self._on_map(self._patrol.piece(stretch))])
        station = np.r_[0.0, np.cumsum(np.hypot(*np.diff(xy, axis=0).T))]
        half = HALF_END_PX * self._canvas.mapUnitsPerPixel()
        ends = across(Line(xy, station), station[[0, -1]], half, station[-1] / 20)
        return [[QgsPointXY(x, y) for x, y in end] for end in ends.tolist()]

    def _set_lines(self, band: QgsRubberBand, lines: list[_Places],
                   crs: QgsCoordinateReferenceSystem | None = None) -> None:
        band.setToGeometry(QgsGeometry.fromMultiPolylineXY(lines), crs or QgsCoordinateReferenceSystem(WGS84))
        band.setVisible(bool(lines))

    def _on_map(self, lonlat: FloatArray) -> _Places:
        to_map = from_lonlat(self._canvas)
        try:
            return [to_map.transform(place) for place in _places(lonlat)]
        except QgsCsException as error:
            raise NoLonLat(str(error)) from error

    def _crs(self) -> QgsCoordinateReferenceSystem:
        return self._canvas.mapSettings().destinationCrs()


def _places(lonlat: FloatArray) -> _Places:
    return [QgsPointXY(lon, lat) for lon, lat in lonlat.tolist()]


def _upright(rotation: float) -> float:
    """The rotation that makes the same line level with north up, so that names are not upside down."""
    return (rotation + 90.0) % 180.0 - 90.0
