"""Which sites lie near a place: a grid over the survey."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from math import cos, floor, isfinite, radians

from yalu_plugin.core.published import Row

CELL = 0.01  # degrees: about a kilometre
_AROUND = 36_000  # cells
_DEGREE_M = 110_500.0  # a degree of latitude is nowhere shorter on WGS 84; one of longitude not below this by cosine

Cell = tuple[int, int]


class Grid:
    """The ids of sites by the cell of EPSG:4326 they lie in. What a cell has is replaced, never changed."""

    def __init__(self, sites: Iterable[Row] = ()) -> None:
        cells: defaultdict[Cell, list[str]] = defaultdict(list)
        for cell, site_id in _placed(sites):
            cells[cell].append(site_id)
        self._cells = {cell: tuple(ids) for cell, ids in cells.items()}

    def near(self, lon: float, lat: float, metres: float) -> list[str]:
        """The ids of all sites within so many metres of a place (EPSG:4326 degrees), and of some that are beyond."""
        north = metres / _DEGREE_M
        poleward = min(abs(lat) + north, 89.99)
        east = min(north / cos(radians(poleward)), 180.0)
        rows = range(floor((lat - north) / CELL), floor((lat + north) / CELL) + 1)
        columns = range(floor((lon - east) / CELL), floor((lon + east) / CELL) + 1)
        if abs(lat) + north > 89 or len(rows) * len(columns) > len(self._cells):
            around = {column % _AROUND for column in columns[:_AROUND]}
            return [site_id for (column, row), ids in self._cells.items() if row in rows
                    and (column in around or poleward > 89) for site_id in ids]
        cells = dict.fromkeys((column % _AROUND, row) for column in columns for row in rows)
        return [site_id for cell in cells for site_id in self._cells.get(cell, ())]

    def take_out(self, sites: Iterable[Row]) -> None:
        """Take out sites that lie where these rows say."""
        for cell, site_id in _placed(sites):
            left = tuple(other for other in self._cells[cell] if other != site_id)
            if left:
                self._cells[cell] = left
            else:
                del self._cells[cell]

    def put_in(self, sites: Iterable[Row]) -> None:
        """Put in sites."""
        for cell, site_id in _placed(sites):
            self._cells[cell] = (*self._cells.get(cell, ()), site_id)

    def snapshot(self) -> Grid:
        """The grid of now, whatever comes after."""
        copy = Grid()
        copy._cells = dict(self._cells)
        return copy


def position(site: Row) -> tuple[float, float] | None:
    """Where a site lies: longitude and latitude in degrees (EPSG:4326), None where that is no point on Earth."""
    wkt = site.get("geom") or ""
    if not wkt.startswith("Point ("):
        return None
    lon, lat = map(float, wkt[7:-1].split())
    return (lon, lat) if isfinite(lon) and abs(lat) <= 90 else None


def _placed(sites: Iterable[Row]) -> Iterator[tuple[Cell, str]]:
    for site in sites:
        place = position(site)
        if place is not None and site["id"] is not None:
            yield (floor(place[0] / CELL) % _AROUND, floor(place[1] / CELL)), site["id"]
