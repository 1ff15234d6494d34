"""Going to what was found: on the map, in the list, in the timeline."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsCsException, QgsGeometry, QgsPointXY, QgsRectangle
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtGui import QColor

from yalu_plugin.core.search.found import IMAGE, SITE, SOURCE, Found
from yalu_plugin.core.search.place_names import Box
from yalu_plugin.core.survey.geopackage_wkt import lonlat_of
from yalu_plugin.gui.map_coordinates import MARGIN, NoLonLat, from_lonlat, zoom_to_scenes
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import tr
from yalu_plugin.workbench import Workbench

POINT_SCALE = 25_000  # denominator, at most, of the map that shows a point
FLASHES, FLASH_MS = 3, 500


class GoToFound:
    """Called with a result; `go_to_site` selects a site by its id and centres the map on it."""

    def __init__(self, workbench: Workbench, messages: Messages, canvas: QgsMapCanvas,
                 go_to_site: Callable[[str], None]) -> None:
        self._workbench, self._messages, self._canvas, self._go_to_site = workbench, messages, canvas, go_to_site

    def __call__(self, found: Found) -> None:
        """Go there; a result that leads nowhere says why."""
        with self._messages.reporting():
            if not found.leads_somewhere:
                self._messages.warn(f"{found.title}: {found.detail}")
            elif found.kind == SITE:
                self._go_to_site(found.id)
            elif found.kind == IMAGE:
                self._show_image(found.id)
            elif found.kind == SOURCE:
                self._show_source(found.id)
            elif found.day is not None:
                self._workbench.session.need_survey()
                self._workbench.imagery.show_day(found.day)
            elif found.box is not None:
                self._show_box(found.box)

    def _show_image(self, scene_id: str) -> None:
        scene = self._workbench.scenes.by_id.get(scene_id)
        if scene is not None:
            self._workbench.imagery.show(scene)
            if scene.box is not None:
                zoom_to_scenes(self._canvas, [scene])

    def _show_source(self, source_id: str) -> None:
        """Select the sites of a source and show them all."""
        sites = self._workbench.session.need_facts().rows_with("sites", "source_id", source_id)
        places = [lonlat_of(site["geom"]) for site in sites if site.get("geom")]
        self._workbench.sites.select([site["id"] for site in sites])
        if not places:
            self._messages.show_message(tr("No site with a place has this source."))
            return
        lons, lats = zip(*places)
        self._show_box((min(lons), min(lats), max(lons), max(lats)))

    def _show_box(self, box: Box) -> None:
        """Show a box, and flash a single point. Raises NoLonLat where it cannot be on the map."""
        west, south, east, north = box
        to_map = from_lonlat(self._canvas)
        try:
            if (west, south) == (east, north):
                self._canvas.setCenter(to_map.transform(QgsPointXY(west, south)))
                self._canvas.zoomScale(min(self._canvas.scale(), POINT_SCALE))
                self._canvas.flashGeometries([QgsGeometry.fromPointXY(QgsPointXY(west, south))], to_map.sourceCrs(),
                                             QColor(255, 0, 200, 255), QColor(255, 0, 200, 0), FLASHES, FLASH_MS)
            else:
                self._canvas.setExtent(to_map.transformBoundingBox(QgsRectangle(west, south, east, north)).scaled(
                    MARGIN))
        except QgsCsException as error:
            raise NoLonLat(str(error)) from error
        self._canvas.refresh()
