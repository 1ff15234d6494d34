"""What a map of a survey's sites frames: read, and placed in its projection, once for all that needs it.

All of it is done in a thread while the window lives: of 70,000 sites it takes seconds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import compress

from qgis.core import QgsCoordinateReferenceSystem, QgsCsException, QgsGeometry, QgsPointXY, QgsRectangle

from yalu_plugin.core.kinds import BARGE, CROSSING_KINDS
from yalu_plugin.core.published import Row
from yalu_plugin.layers.layouts.extents import box_of, corridor_box, of_the_corridor, to_crs
from yalu_plugin.layers.layouts.located_sites import Located, crossings_among, located_sites
from yalu_plugin.layers.survey.survey import Survey


@dataclass(frozen=True)
class Ground:
    """The sites that have a position and count, their places and the rivers (EPSG:4326), and which the map frames.

    Framed are all crossings but those far from the others and from the river; `box` holds these.
    """

    located: Located
    places: list[QgsPointXY]
    river: QgsGeometry
    framed: Sequence[bool]
    box: QgsRectangle

    @property
    def sites(self) -> Sequence[Row]:
        """Those that count."""
        return self.located.sites


@dataclass(frozen=True)
class Placed:
    """The same in the projection of the map.

    places: of all sites, None where the projection does not know the place. box: the crossings it frames and the river
    between them. barges: those of them that are such.
    """

    crs: QgsCoordinateReferenceSystem
    places: list[QgsPointXY | None]
    box: QgsRectangle
    barges: Sequence[QgsPointXY]

    def on(self, extent: QgsRectangle) -> list[bool]:
        """Which of the sites lie in `extent`."""
        return [place is not None and extent.contains(place) for place in self.places]


def read_ground(survey: Survey, day: date) -> Ground:
    """Read what counts on a UTC day, in any thread. Raises NoCrossings and what reading raises."""
    located = located_sites(survey, day)
    sites = located.sites
    crossings_among(sites)
    lines = [QgsGeometry.fromWkt(row["geom"]) for row in survey.rows("corridors") if row.get("geom")]
    river = QgsGeometry.collectGeometry([part for line in lines for part in line.asGeometryCollection()])
    places = [QgsGeometry.fromWkt(row["geom"]).asPoint() for row in sites]
    crossings = [row["kind"] in CROSSING_KINDS for row in sites]
    near = iter(of_the_corridor(list(compress(places, crossings)), river))
    framed = [is_crossing and next(near) for is_crossing in crossings]
    return Ground(located, places, river, framed, box_of(list(compress(places, framed))))


def place(ground: Ground, crs: QgsCoordinateReferenceSystem) -> Placed:
    """Place it, in any thread; `crs` was made on the main thread (see layers.lasting_crs)."""
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
    return Placed(crs, places, box, [point for row, point in framed if row["kind"] == BARGE])
