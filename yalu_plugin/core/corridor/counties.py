"""County reaches of the south bank, transferred to any line of the same river."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from yalu_plugin.core.corridor.chainage import downstream_m, length_m, locate, point_at
from yalu_plugin.core.corridor.direction import NEAR_M
from yalu_plugin.core.corridor.line import Corridor
from yalu_plugin.core.corridor.lonlat import FloatArray

UNCERTAIN_M = 2_000.0  # the two sources of the breaks agree within this distance


@dataclass(frozen=True)
class Break:
    """The point where one county's river bank ends and the next begins; an empty county name means not known."""

    downstream_county: str
    upstream_county: str
    lon: float
    lat: float


@dataclass(frozen=True, eq=False)
class Reaches:
    """Breaks on one corridor: metres downstream of its upstream end, ascending, and the counties between.

    counties: one more than breaks, from the upstream end down; None where no county is known.
    """

    break_m: FloatArray
    counties: tuple[str | None, ...]


def read_breaks(path: Path) -> tuple[Break, ...]:
    """Read the breaks in a file like resources/data/counties.csv."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            Break(row["downstream_county"], row["upstream_county"], float(row["lon"]), float(row["lat"]))
            for row in csv.DictReader(file))


def reaches_along(corridor: Corridor, breaks: tuple[Break, ...]) -> Reaches | None:
    """Return the reaches on a corridor, by the point on it nearest to each break; None where no break is near.

    A break more than NEAR_M from the line is left out: the line does not reach it.
    """
    located = locate(corridor, np.array([(b.lon, b.lat) for b in breaks], dtype=float).reshape(-1, 2))
    near = np.flatnonzero(located.offset_m <= NEAR_M)
    if not len(near):
        return None
    stations = downstream_m(corridor, located.station_m)[near]
    order = np.argsort(stations, kind="stable")
    ordered = [breaks[near[k]] for k in order]
    above = [b.upstream_county for b in ordered]
    below = [b.downstream_county for b in ordered]
    between = [down if down == up else None for down, up in zip(below[:-1], above[1:])]
    counties = [above[0], *between, below[-1]]
    return Reaches(stations[order], tuple(county or None for county in counties))


def county_at(
    reaches: Reaches | None, station_m: FloatArray
) -> tuple[NDArray[np.object_], NDArray[np.bool_]]:
    """Return the county, and whether it is certain, at stations counted downstream from the upstream end.

    Within UNCERTAIN_M of a break the county is returned as not certain. An unknown county is None and not certain.
    """
    if reaches is None:
        return np.full(len(station_m), None, dtype=object), np.zeros(len(station_m), dtype=bool)
    county = np.array(reaches.counties, dtype=object)[np.searchsorted(reaches.break_m, station_m)]
    to_break = np.abs(station_m[:, None] - reaches.break_m[None, :]).min(axis=1)
    return county, (to_break > UNCERTAIN_M) & np.array([name is not None for name in county], dtype=bool)


def break_points(corridor: Corridor, datum: tuple[float, float], km_downstream: FloatArray) -> FloatArray:
    """Return longitude and latitude (n, 2) of points `km_downstream` of a datum, from which breaks are derived.

    Points beyond an end of the line are placed at that end.
    """
    datum_m = downstream_m(corridor, locate(corridor, np.array([datum])).station_m)
    stations = np.clip(datum_m + 1000 * km_downstream, 0.0, length_m(corridor))
    return point_at(corridor, downstream_m(corridor, stations))
