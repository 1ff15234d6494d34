"""Where the marks of one count lie, in memory: found by place as fast among 100,000 as among 100."""

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
    """Marks by fid in the order they were made, those of the count with this id. Given rows with fid and geom."""

    def __init__(self, count_id: str = "", rows: Iterable[Row] = ()) -> None:
        self.count_id = count_id
        self._places: dict[int, tuple[float, float] | None] = {}  # by fid: longitude and latitude
        self._cells: defaultdict[Cell, set[int]] = defaultdict(set)
        for row in rows:
            self._add(row)

    def __len__(self) -> int:
        return len(self._places)

    def apply(self, changes: Iterable[RowChange]) -> None:
        """Take in how rows of the table were changed; those of other counts are passed over."""
        for before, after in changes:
            of_count = after is not None and after["count_id"] == self.count_id and bool(self.count_id)
            if before is not None and before["fid"] in self._places:
                self._remove(before["fid"], stays=of_count)
            if of_count:
                self._add(after)

    def last(self) -> int | None:
        """The fid of the mark that was made last."""
        return next(reversed(self._places), None)

    def nearest(self, place: QgsPointXY, box: QgsRectangle) -> int | None:
        """The fid of the mark in a box that is nearest to `place` (EPSG:4326), as measured in widths of the box."""
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
        if not stays:  # one that stays keeps its turn
            del self._places[fid]


def _cell(lon: float, lat: float) -> Cell:
    return floor(lon / CELL), floor(lat / CELL)
