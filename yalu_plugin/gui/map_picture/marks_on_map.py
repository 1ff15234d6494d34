"""The tie points and dots of a picture on the map, where its transformation places them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsGeometry, QgsPointXY
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtGui import QColor

from yalu_plugin.gui.map_coordinates import WGS84
from yalu_plugin.gui.map_picture.picture_view import FOUND, SELECTED, TIE
from yalu_plugin.workbench.picture_dots import PictureDots
from yalu_plugin.workbench.picture_tying import PictureTying


class MarksOnMap:
    """Rubber bands: crosses at the tie points, circles at the ticked dots, lines from dots to the river."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        icons = QgsRubberBand.IconType
        self._ties = self._band(TIE, Qgis.GeometryType.Point, icons.ICON_CROSS, 11)
        self._dots = self._band(FOUND, Qgis.GeometryType.Point, icons.ICON_CIRCLE, 13)
        self._selected = self._band(SELECTED, Qgis.GeometryType.Point, icons.ICON_CIRCLE, 17)
        self._to_river = self._band(FOUND, Qgis.GeometryType.Line, icons.ICON_NONE, 1)

    def show(self, tying: PictureTying, dots: PictureDots, selected: Sequence[int]) -> None:
        """Draw what there is now; `selected` are rows of dots."""
        self.clear()
        self._draw_points(self._ties, (QgsPointXY(point.lon, point.lat) for point in tying.points))
        ticked = [site for site in dots.sites if site.included]
        self._draw_points(self._dots, (site.written_place for site in ticked if site.written_place is not None))
        places = [dots.sites[at].written_place for at in selected if at < len(dots.sites)]
        self._draw_points(self._selected, (place for place in places if place is not None))
        lines = [[site.place, site.on_river[0]] for site in ticked if site.place is not None and site.on_river]
        self._draw(self._to_river, QgsGeometry.fromMultiPolylineXY(lines))

    def clear(self) -> None:
        """Draw nothing, until `show`."""
        for band in (self._ties, self._dots, self._selected):
            band.reset(Qgis.GeometryType.Point)
        self._to_river.reset(Qgis.GeometryType.Line)

    def release(self) -> None:
        """Remove everything from the map."""
        for band in (self._ties, self._dots, self._selected, self._to_river):
            self._canvas.scene().removeItem(band)

    def _band(self, colour: QColor, geometry: Qgis.GeometryType, icon: QgsRubberBand.IconType, size: int
              ) -> QgsRubberBand:
        band = QgsRubberBand(self._canvas, geometry)
        band.setStrokeColor(colour)
        band.setFillColor(QColor(0, 0, 0, 0))
        band.setIcon(icon)
        band.setIconSize(size)
        band.setWidth(1 if geometry == Qgis.GeometryType.Line else 2)
        return band

    def _draw_points(self, band: QgsRubberBand, places: Iterable[QgsPointXY]) -> None:
        self._draw(band, QgsGeometry.fromMultiPointXY(list(places)))

    def _draw(self, band: QgsRubberBand, shape: QgsGeometry) -> None:
        if not shape.isEmpty():
            band.setToGeometry(shape, QgsCoordinateReferenceSystem(WGS84))
