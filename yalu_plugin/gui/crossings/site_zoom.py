"""Bringing sites to the middle of the map."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas

from yalu_plugin.gui.map_coordinates import from_lonlat
from yalu_plugin.layers.project import use_local_crs
from yalu_plugin.workbench import Workbench

CLOSE_UP_SCALE = 25_000  # denominator


class SiteZoom:
    """Moves the map; sites are given by their ids."""

    def __init__(self, workbench: Workbench, canvas: QgsMapCanvas) -> None:
        self._workbench, self._canvas = workbench, canvas

    def go_to(self, site_id: str) -> None:
        """Select a site and centre the map on it."""
        self._workbench.sites.select([site_id])
        self.zoom_to(site_id)

    def zoom_to(self, site_id: str) -> None:
        """Centre the map on a site."""
        place = self._workbench.sites.place(site_id)
        if place is not None:
            self._canvas.setCenter(from_lonlat(self._canvas).transform(place))
            self._canvas.zoomScale(min(self._canvas.scale(), CLOSE_UP_SCALE))
            self._canvas.refresh()

    def zoom_to_survey(self) -> None:
        """Show the whole river line of the survey."""
        use_local_crs(self._workbench.project)
        layer = self._workbench.river.survey_line()
        if layer and layer.featureCount():
            self._canvas.setExtent(from_lonlat(self._canvas).transformBoundingBox(layer.extent()))
            self._canvas.zoomByFactor(1.1)
