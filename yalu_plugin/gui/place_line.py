"""A dotted line on the map along the former, or proposed, places of a site."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsGeometry, QgsPointXY
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from yalu_plugin.gui.map_coordinates import WGS84

COLOUR, WIDTH = QColor(255, 0, 200, 110), 2  # like a selection, but faint; pixels


class PlaceLine:
    """A rubber band that is empty until `show` is called."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._band: QgsRubberBand | None = None

    def show(self, places: Sequence[tuple[float, float]]) -> None:
        """Draw the line through these places (longitude, latitude, EPSG:4326); a single place has no line."""
        self.clear()
        if len(places) > 1:
            self._band = QgsRubberBand(self._canvas, Qgis.GeometryType.Line)
            self._band.setColor(COLOUR)
            self._band.setWidth(WIDTH)
            self._band.setLineStyle(Qt.PenStyle.DotLine)
            line = QgsGeometry.fromPolylineXY([QgsPointXY(*place) for place in places])
            self._band.setToGeometry(line, QgsCoordinateReferenceSystem(WGS84))

    def clear(self) -> None:
        """Remove the line from the map."""
        if self._band is not None:
            self._canvas.scene().removeItem(self._band)
            self._band = None
