"""Drawing what was searched along the river on the map."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsGeometry, QgsPointXY
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtGui import QColor

from yalu_plugin.core.corridor.coverage import Coverage, Interval
from yalu_plugin.gui.map_coordinates import WGS84
from yalu_plugin.workbench.searched import Searched

SEARCHED_COLOUR, BLIND_COLOUR, HALO_COLOUR, WIDTH = QColor("#2f86c9"), QColor("#9aa0a6"), QColor(255, 255, 255, 160), 3


class SearchedView(QObject):
    """Draws over the map, not as a layer of the project, so that pages and their legends do not have it."""

    def __init__(self, searched: Searched, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._searched, self._canvas = searched, canvas
        self._drawn: Coverage | None = None
        self._bands = tuple(searched_band(canvas, *style) for style in (
            (SEARCHED_COLOUR, Qt.PenStyle.SolidLine), (BLIND_COLOUR, Qt.PenStyle.DotLine)))
        canvas.destinationCrsChanged.connect(self._draw)

    def show(self, found: Coverage | None) -> None:
        """Draw this coverage, or nothing."""
        if found != self._drawn:
            self._drawn = found
            self._draw()

    def release(self) -> None:
        """Remove the drawing from the map (on unload)."""
        self._canvas.destinationCrsChanged.disconnect(self._draw)
        for band in self._bands:
            self._canvas.scene().removeItem(band)

    def _draw(self) -> None:
        found = self._drawn
        for band, stretches in zip(self._bands, ((), ()) if found is None else (found.searched, found.not_observable)):
            self._set_lines(band, stretches)

    def _set_lines(self, band: QgsRubberBand, stretches: Sequence[Interval]) -> None:
        lines = [[QgsPointXY(lon, lat) for lon, lat in self._searched.piece(one).tolist()] for one in stretches]
        band.setToGeometry(QgsGeometry.fromMultiPolylineXY(lines), QgsCoordinateReferenceSystem(WGS84))
        band.setVisible(bool(lines))


def searched_band(canvas: QgsMapCanvas, colour: QColor, style: Qt.PenStyle) -> QgsRubberBand:
    """Create a line over the map in this colour and style."""
    band = QgsRubberBand(canvas, Qgis.GeometryType.Line)
    band.setColor(colour)
    band.setSecondaryStrokeColor(HALO_COLOUR)
    band.setWidth(WIDTH)
    band.setLineStyle(style)
    return band
