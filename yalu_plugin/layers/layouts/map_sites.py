"""The sites of a survey for a map: read once, and projected once.

Both run in a thread while the window processes its events: 70,000 sites take seconds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import compress

from qgis.core import QgsCoordinateReferenceSystem, QgsCsException, QgsGeometry, QgsPointXY, QgsRectangle

from yalu_plugin.core.kinds import BARGE, CROSSING_KINDS
from yalu_plugin.core.published import Row
from yalu_plugin.layers.layouts.extents import bounding_box, corridor_box, in_corridor, to_crs
from yalu_plugin.layers.layouts.located_sites import LocatedSites, located_sites, require_crossings
from yalu_plugin.layers.survey.survey import Survey


@dataclass(frozen=True)
class MapSites:
    """The located sites that count on a day, and which of them the map frames. Coordinates are in EPSG:4326.

    `framed`: for each site whether it is a crossing that is not far from the others and from the river; `box` holds
    these. `river`: the lines, collected.
    """

    located: LocatedSites
    places: list[QgsPointXY]
    river: QgsGeometry
    framed: Sequence[bool]
    box: QgsRectangle

    @property
    def sites(self) -> Sequence[Row]:
        """The located sites that count on the day."""
        return self.located.sites


@dataclass(frozen=True)
class ProjectedSites:
    """The sites in the projection of the map.

    places: of all sites, None outside the area of the projection. box: of the framed crossings and the river between
    them. barges: the places of the framed barge crossings.
    """

    crs: QgsCoordinateReferenceSystem
    places: list[QgsPointXY | None]
    box: QgsRectangle
    barges: Sequence[QgsPointXY]

    def inside(self, extent: QgsRectangle) -> list[bool]:
        """Return for each site whether it is in `extent`."""
        return [project_sites is not None and extent.contains(project_sites) for project_sites in self.places]


def read_map_sites(survey: Survey, day: date) -> MapSites:
    """Read the sites that count on a UTC day; safe in any thread. Raises NoCrossings and what reading raises."""
    located = located_sites(survey, day)
    sites = located.sites
    require_crossings(sites)
    lines = [QgsGeometry.fromWkt(row["geom"]) for row in survey.rows("corridors") if row.get("geom")]
    river = QgsGeometry.collectGeometry([part for line in lines for part in line.asGeometryCollection()])
    places = [QgsGeometry.fromWkt(row["geom"]).asPoint() for row in sites]
    crossings = [row["kind"] in CROSSING_KINDS for row in sites]
    near = iter(in_corridor(list(compress(places, crossings)), river))
    framed = [is_crossing and next(near) for is_crossing in crossings]
    return MapSites(located, places, river, framed, bounding_box(list(compress(places, framed))))


def project_sites(ground: MapSites, crs: QgsCoordinateReferenceSystem) -> ProjectedSites:
    """Project the sites; safe in any thread if `crs` was created on the main thread (see layers.persistent_crs)."""
    shift = to_crs(crs)
    places = list[QgsPointXY | None]()
    for point in ground.places:
        try:
            places.append(shift.transform(point))
        except QgsCsException:
            places.append(None)
    framed = [(row, point) for row, point, is_framed in zip(ground.sites, places, ground.framed)
              if is_framed and point is not None]
    box = corridor_box([point for _, point in framed], ground.river, crs)
    return ProjectedSites(crs, places, box, [point for row, point in framed if row["kind"] == BARGE])
