"""The right-click menu of any point of the map: its coordinates in every notation."""

from __future__ import annotations

from qgis.core import QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QMenu

from yalu_plugin.core.decimals import metres_or_km
from yalu_plugin.gui.coordinate_copy import CoordinateCopy
from yalu_plugin.gui.map_coordinates import NoLonLat, lonlat_at
from yalu_plugin.i18n import tr
from yalu_plugin.layers.survey.survey_sites import wgs84_measure


class PointMenu(QObject):
    """Adds a menu to QGIS' right-click menu of the map; where there is no latitude and longitude it adds nothing."""

    def __init__(self, canvas: QgsMapCanvas, copy: CoordinateCopy, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas, self._copy = canvas, copy
        canvas.contextMenuAboutToShow.connect(self._extend)

    def _extend(self, menu: QMenu, event: QgsMapMouseEvent) -> None:
        try:
            clicked = lonlat_at(self._canvas, event.mapPoint())
            next_pixel = lonlat_at(self._canvas, QgsPointXY(
                event.mapPoint().x() + self._canvas.mapUnitsPerPixel(), event.mapPoint().y()))
        except NoLonLat:
            return
        pixel = metres_or_km(wgs84_measure().measureLine(clicked, next_pixel))
        first = menu.actions()[0] if menu.actions() else None
        menu.insertMenu(first, self._copy.menu(tr("Copy coordinates of this point"), clicked, menu, pixel))
