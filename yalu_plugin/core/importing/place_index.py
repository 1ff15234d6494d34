"""A spatial index of places, fast and small enough for a million of them."""

from __future__ import annotations

import math
from array import array

from yalu_plugin.core.importing.geodesy import to_cartesian
from yalu_plugin.core.schema import SAME_SITE_M

_CELL_M = 2 * SAME_SITE_M  # all places within 150 m of a place lie in 8 cells of this size
# Places stored in a cell. Only a file made to stall the import has more sites within 300 m; asking about any of them
# will do.
_MAX_PER_CELL = 50
_AXIS = 1 << 20  # cells along an axis: more than the Earth has


class PlaceIndex:
    """Places of EPSG:4326, numbered from 0 in the order they were added. Of each cell `per_cell` are found."""

    def __init__(self, per_cell: float = _MAX_PER_CELL) -> None:
        self._per_cell = per_cell
        self._lon, self._lat = array("d"), array("d")
        self._cells: dict[int, int | list[int]] = {}  # most cells have one place: its number, without a list

    def __len__(self) -> int:
        return len(self._lon)

    def add(self, lon: float, lat: float) -> None:
        """Add a place, in degrees."""
        number = len(self._lon)
        self._lon.append(lon)
        self._lat.append(lat)
        x, y, z = to_cartesian(lon, lat)
        i, j, k = math.floor(x / _CELL_M), math.floor(y / _CELL_M), math.floor(z / _CELL_M)
        cell = (i * _AXIS + j) * _AXIS + k
        here = self._cells.setdefault(cell, number)
        if isinstance(here, list):
            if len(here) < self._per_cell:
                here.append(number)
        elif here != number:
            self._cells[cell] = [here, number]

    def within(self, lon: float, lat: float) -> list[tuple[float, int]]:
        """Return distance in metres and number of each place within 150 m, the nearest first."""
        space = to_cartesian(lon, lat)
        (x, x2), (y, y2), (z, z2) = (
            (math.floor((each - SAME_SITE_M) / _CELL_M), math.floor((each + SAME_SITE_M) / _CELL_M)) for each in space)
        found = []
        for i in (x, x2) if x != x2 else (x,):
            for j in (y, y2) if y != y2 else (y,):
                for k in (z, z2) if z != z2 else (z,):
                    here = self._cells.get((i * _AXIS + j) * _AXIS + k, ())
                    for number in (here,) if isinstance(here, int) else here:
                        metres = math.dist(space, to_cartesian(self._lon[number], self._lat[number]))
                        if metres <= SAME_SITE_M:
                            found.append((metres, number))
        return sorted(found) if len(found) > 1 else found
