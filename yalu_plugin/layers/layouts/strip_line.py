"""The stretch of river that a strip map shows, in the UTM zone of its middle."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem, QgsLineString, QgsPointXY

from yalu_plugin.layers.layouts.extents import to_crs, utm_crs
from yalu_plugin.layers.layouts.measured_crossings import measured_crossings
from yalu_plugin.layers.survey.survey import Survey

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.lonlat import FloatArray
    from yalu_plugin.core.corridor.measure import Measured
    from yalu_plugin.core.corridor.strips import Line

BEYOND_M, AT_LEAST_M = 2_000.0, 10_000.0  # shown beyond the outermost crossings, and in all


@dataclass(frozen=True, eq=False)
class Strip:
    """The river from west to east, its crossings, and the stretch to show; positions in metres in `crs`.

    points (m, 2) and station_m (m,): of the crossings. Stations increase to the east: if the river flows west, they
    decrease from zero at its upstream end, and chainage increases in the opposite direction.
    """

    line: Line
    crs: QgsCoordinateReferenceSystem
    points: FloatArray
    station_m: FloatArray
    from_m: float
    to_m: float
    datum_m: float
    eastward: bool
    measured: Measured

    def station_of(self, km: float) -> float:
        """Return the station of a chainage."""
        return self.datum_m + km * (1000 if self.eastward else -1000)

    def km(self, station_m: float) -> float:
        """Return the chainage of a station."""
        return (station_m - self.datum_m) / (1000 if self.eastward else -1000)


def read_strip(survey: Survey, day: date) -> Strip:
    """Read the survey's river (the bundled one if it has none) from its first crossing on the UTC `day` to its last.

    Raises MissingPackages and what measuring raises.
    """
    from yalu_plugin.core.requirements import need_geopandas

    need_geopandas()
    import numpy as np

    from yalu_plugin.core.corridor.chainage import downstream_m, locate
    from yalu_plugin.core.corridor.lonlat import geodesic
    from yalu_plugin.core.corridor.strips import Line

    measured = measured_crossings(survey, day)
    corridor, places = measured.corridor, measured.table.geometry
    datum_m = float(downstream_m(corridor, locate(corridor, np.array([measured.datum])).station_m)[0])
    lonlat = corridor.lonlat if corridor.direction == "downstream" else corridor.lonlat[::-1]
    stations = np.r_[0.0, np.cumsum(geodesic(lonlat[:-1], lonlat[1:])[2])]
    sites = measured.table["chainage_km"].to_numpy() * 1000 + datum_m
    from_m, to_m = _stretch(sites, float(stations[-1]))
    ends = [QgsPointXY(*lonlat[np.searchsorted(stations, station).clip(0, len(lonlat) - 1)])
            for station in (from_m, to_m)]
    crs = utm_crs(ends)
    xy, points = _projected(lonlat, crs), _projected(np.column_stack([places.x, places.y]), crs)
    line = Line(xy, stations)
    begin, end = line.at(np.array([from_m, to_m]))
    if begin[0] > end[0]:
        line = Line(xy[::-1], -stations[::-1])
        return Strip(line, crs, points, -sites, -to_m, -from_m, -datum_m, False, measured)
    return Strip(line, crs, points, sites, from_m, to_m, datum_m, True, measured)


def _stretch(sites: FloatArray, length_m: float) -> tuple[float, float]:
    """Return the first and last station to show: a little beyond the crossings, or all of a river without any."""
    if not len(sites):
        return 0.0, length_m
    beyond = max(BEYOND_M, (AT_LEAST_M - float(max(sites) - min(sites))) / 2)
    return max(float(min(sites)) - beyond, 0.0), min(float(max(sites)) + beyond, length_m)


def _projected(lonlat: FloatArray, crs: QgsCoordinateReferenceSystem) -> FloatArray:
    """Return x, y (m, 2) in `crs` of longitudes and latitudes."""
    import numpy as np

    if not len(lonlat):
        return np.empty((0, 2))
    line = QgsLineString(lonlat[:, 0].tolist(), lonlat[:, 1].tolist())
    line.transform(to_crs(crs))
    return np.array([(point.x(), point.y()) for point in line.points()])
