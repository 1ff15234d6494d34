"""Where a site lay before it was moved, as a faint line to where it lies, while it is selected."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsGeometry, QgsPointXY
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from yalu_plugin.core.survey.delta import Entry
from yalu_plugin.core.survey.geometry import lonlat_of
from yalu_plugin.gui.map_place import WGS84

COLOUR, WIDTH = QColor(255, 0, 200, 110), 2  # as what is selected, faintly; pixels


def places_of(entries: Iterable[Entry]) -> list[tuple[float, float]]:
    """Longitude and latitude of every place at which entries about one site have it, the newest first, each once in a
    row.
    """
    found: list[tuple[float, float]] = []
    for entry in entries:
        if entry.table == "sites":
            for row in (entry.after, entry.before):
                place = lonlat_of(row["geom"]) if row and row.get("geom") else None
                if place is not None and place != (found[-1] if found else None):
                    found.append(place)
    return found


class OldPlaces:
    """Nothing on the map until `show` finds that a site was moved."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._band: QgsRubberBand | None = None

    def show(self, entries: Iterable[Entry]) -> None:
        """Draw the way that entries about one site tell, the newest first."""
        self.clear()
        places = [QgsPointXY(*place) for place in places_of(entries)]
        if len(places) > 1:
            self._band = QgsRubberBand(self._canvas, Qgis.GeometryType.Line)
            self._band.setColor(COLOUR)
            self._band.setWidth(WIDTH)
            self._band.setLineStyle(Qt.PenStyle.DotLine)
            self._band.setToGeometry(QgsGeometry.fromPolylineXY(places), QgsCoordinateReferenceSystem(WGS84))

    def clear(self) -> None:
        """Take the line off the map."""
        if self._band is not None:
            self._canvas.scene().removeItem(self._band)
            self._band = None
