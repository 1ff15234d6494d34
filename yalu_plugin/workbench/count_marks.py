"""The marks of one count in memory, indexed by place: a search among 100,000 is as fast as among 100."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from math import floor

from qgis.core import QgsPointXY, QgsRectangle

from yalu_plugin.core.published import Row
from yalu_plugin.core.survey.delta import RowChange
from yalu_plugin.core.survey.geopackage_wkt import lonlat_of

CELL = 1e-4  # degrees, about 10 m

Cell = tuple[int, int]


class CountMarks:
    """The marks of the count with this id, by fid in the order of their creation. `rows` need fid and geom."""

    def __init__(self, count_id: str = "", rows: Iterable[Row] = ()) -> None:
        self.count_id = count_id
        self._places: dict[int, tuple[float, float] | None] = {}  # by fid: longitude and latitude
        self._cells: defaultdict[Cell, set[int]] = defaultdict(set)
        for row in rows:
            self._add(row)

    def __len__(self) -> int:
        return len(self._places)

    def apply(self, changes: Iterable[RowChange]) -> None:
        """Apply changes of the table of marks; rows of other counts are skipped."""
        for before, after in changes:
            of_count = after if after is not None and after["count_id"] == self.count_id and self.count_id else None
            if before is not None and before["fid"] in self._places:
                self._remove(before["fid"], stays=of_count is not None)
            if of_count is not None:
                self._add(of_count)

    def last(self) -> int | None:
        """Return the fid of the newest mark."""
        return next(reversed(self._places), None)

    def nearest(self, place: QgsPointXY, box: QgsRectangle) -> int | None:
        """Return the fid of the mark in a box that is nearest to `place` (EPSG:4326), in units of the box's size."""
        width, height = max(box.width(), 1e-12), max(box.height(), 1e-12)
        found = ((((lon - place.x()) / width) ** 2 + ((lat - place.y()) / height) ** 2, fid)
                 for lon, lat, fid in self._within(box))
        return min(found, default=(0.0, None))[1]

    def _within(self, box: QgsRectangle) -> Iterator[tuple[float, float, int]]:
        west, south = _cell(box.xMinimum(), box.yMinimum())
        east, north = _cell(box.xMaximum(), box.yMaximum())
        if (east - west + 1) * (north - south + 1) <= len(self._cells):
            cells: Iterable[Cell] = ((x, y) for x in range(west, east + 1) for y in range(south, north + 1))
        else:
            cells = [one for one in self._cells if west <= one[0] <= east and south <= one[1] <= north]
        for cell in cells:
            for fid in self._cells.get(cell, ()):
                lon, lat = self._places[fid] or (0.0, 0.0)
                if box.contains(lon, lat):
                    yield lon, lat, fid

    def _add(self, row: Row) -> None:
        place = lonlat_of(row["geom"]) if row.get("geom") else None
        self._places[row["fid"]] = place
        if place is not None:
            self._cells[_cell(*place)].add(row["fid"])

    def _remove(self, fid: int, stays: bool) -> None:
        place = self._places[fid]
        if place is not None:
            cell = _cell(*place)
            self._cells[cell].discard(fid)
            if not self._cells[cell]:
                del self._cells[cell]
        if not stays:  # a mark that stays keeps its place in the order
            del self._places[fid]


def _cell(lon: float, lat: float) -> Cell:
    return floor(lon / CELL), floor(lat / CELL)
