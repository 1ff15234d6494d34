"""A corridor with its datum and counties: where a place is along it, and which place is at a kilometre."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from yalu_plugin.core.corridor.chainage import downstream_m, length_m, locate, point_at
from yalu_plugin.core.corridor.counties import Reaches, county_at
from yalu_plugin.core.corridor.direction import NEAR_M
from yalu_plugin.core.corridor.line import Corridor

_DEGREE_M = 111_700.0  # of latitude, at most; to leave out what is certainly too far away


class MeasuredPlace(NamedTuple):
    """Kilometres downstream of the datum, metres from the line, the side, and the county there as in county_at."""

    km: float
    offset_m: float
    side: str
    county: str | None
    county_certain: bool


@dataclass(frozen=True, eq=False)
class MeasuredLine:
    """A corridor and its datum.

    datum_m: metres from the corridor's upstream end. reaches: of the counties, with breaks in metres downstream of the
    datum; None where they are not known.
    """

    corridor: Corridor
    datum_m: float
    reaches: Reaches | None = None

    def place(self, lon: float, lat: float) -> MeasuredPlace | None:
        """Return where a place (EPSG:4326) is along the line; None farther than 5 km from it."""
        if not self._may_be_near(lon, lat):
            return None
        located = locate(self.corridor, np.array([(lon, lat)]))
        if located.offset_m[0] > NEAR_M:
            return None
        from_datum_m = downstream_m(self.corridor, located.station_m) - self.datum_m
        county, certain = county_at(self.reaches, from_datum_m)
        return MeasuredPlace(float(from_datum_m[0]) / 1000, float(located.offset_m[0]), str(located.side[0]),
                             county[0], bool(certain[0]))

    def km_range(self) -> tuple[float, float]:
        """Return the kilometres of the line's upstream and downstream end."""
        return -self.datum_m / 1000, (length_m(self.corridor) - self.datum_m) / 1000

    def point(self, km: float) -> tuple[float, float] | None:
        """Return longitude and latitude of a kilometre; None beyond the ends of the line."""
        first, last = self.km_range()
        if not first <= km <= last:
            return None
        station_m = np.clip(np.array([km * 1000 + self.datum_m]), 0.0, length_m(self.corridor))
        lon, lat = point_at(self.corridor, downstream_m(self.corridor, station_m))[0]
        return float(lon), float(lat)

    def _may_be_near(self, lon: float, lat: float) -> bool:
        west, south, east, north = self._box
        return bool(west <= lon <= east and south <= lat <= north)

    @cached_property
    def _box(self) -> tuple[float, float, float, float]:
        """The box around the line, wider by at least NEAR_M: west, south, east, north in degrees."""
        (west, south), (east, north) = self.corridor.lonlat.min(axis=0), self.corridor.lonlat.max(axis=0)
        wider = 1.02 * NEAR_M / _DEGREE_M
        shrink = np.cos(np.radians(min(89.0, max(abs(south), abs(north)) + wider)))
        return west - wider / shrink, south - wider, east + wider / shrink, north + wider
