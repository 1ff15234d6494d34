"""What is unusual about where a row lies: far from the other rows of its list, far from the river.

Such a row is not changed, but never silently good: it is to be checked, and where one slip of the pen explains it (a
lost sign, a decimal point moved), the place that was likely meant is named. Only latitude and longitude that lie among
the others when swapped are swapped.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterator, Sequence

from yalu_plugin.core.importing.geodesy import Space, distance_m, to_cartesian, chord_to_arc_m
from yalu_plugin.core.importing.import_assessment import CHECK, Remark
from yalu_plugin.core.importing.positions import PositionOrError, Position, on_globe, swapped
from yalu_plugin.core.importing.river_distances import LonLat
from yalu_plugin.core.kinds import CROSSING_KINDS
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.text import translatable

UNLIKE = translatable("lies about {km:.0f} km from the other rows")
OFF_RIVER = translatable("lies {km:.0f} km from the river line")
REPEATED = translatable("latitude and longitude are the same number")
WHOLE_DEGREES = translatable("is given to whole degrees only: it may be off by some 100 km")
SIGN = translatable("the sign may be wrong: {lat:.6f}, {lon:.6f} would fit")
DECIMAL_POINT = translatable("the decimal point may be misplaced: {lat:.6f}, {lon:.6f} would fit")
TURNED = translatable("latitude and longitude may be swapped: {lat:.6f}, {lon:.6f} would fit")

FAR_M = 500_000.0  # from all other rows: nothing of one list of border crossings is
SPREAD_TIMES = 5.0  # a list that is itself spread wide may have rows farther off: so many times the usual distance
OFF_RIVER_M = 5_000.0  # a crossing farther off is left out of the measures along the river
BESIDE_RIVER_M = 25_000.0  # where staging areas and the like of a list of border crossings lie
AMONG_M = 150_000.0  # from the middle of the rows: among them
_ENOUGH_ROWS = 4  # fewer do not show which of them is the odd one
_SAMPLE = 5_000  # rows that tell where a list lies
_MARGIN = 0.1  # degrees around the river's own extent


class Surroundings:
    """Where the rows of a list lie as a whole, and the river, if `lines` has one."""

    def __init__(self, found: Sequence[PositionOrError], lines: Sequence[Sequence[LonLat]]) -> None:
        placed = [at for at, each in enumerate(found) if isinstance(each, Position)]
        self._sample = placed[:: max(1, len(placed) // _SAMPLE)]
        rows = [each for each in (found[at] for at in self._sample) if isinstance(each, Position)]
        self._few = rows if len(rows) < _ENOUGH_ROWS else []
        self._middle: Space | None = None
        self._spread = 0.0
        if len(rows) >= _ENOUGH_ROWS:
            self._middle = to_cartesian(statistics.median(row.lon for row in rows),
                                    statistics.median(row.lat for row in rows))
            self._spread = statistics.median(map(self._from_middle, rows))
        vertices = [vertex for line in lines for vertex in line]
        self._river = _extent(vertices) if vertices else None
        self._distances: Sequence[float] = ()
        self._beside_river_m = BESIDE_RIVER_M

    def set_distances(self, distances: Sequence[float]) -> None:
        """Take the metres of each row from the river. Only a list that lies along it has all its sites beside it."""
        self._distances = distances
        if self._middle and statistics.median(distances[at] for at in self._sample) > BESIDE_RIVER_M:
            self._beside_river_m = FAR_M

    def settled(self, position: Position) -> Position:
        """The position, swapped where it lies far from the others as written and among them when swapped."""
        turned = Position(position.lon, position.lat)
        certain = self._middle is not None and not position.order_known and on_globe(turned.lat, turned.lon)
        return swapped(position) if certain and self._unlike_m(position) and self._fits(turned) else position

    def remarks(self, at: int, position: Position, kind: str | None) -> tuple[Remark, ...]:
        """What is unusual about the place of row `at`; `kind` is that of its site."""
        if position.lat == position.lon:
            return (_check(REPEATED),)
        if position.lat.is_integer() and position.lon.is_integer():
            return (_check(WHOLE_DEGREES),)
        far = self._unlike_m(position)
        odd = _check(UNLIKE, km=round(far / 1000, -1)) if far else self._off_river(at, kind)
        if odd is None:
            return ()
        meant = {(lat, lon): template for lat, lon, template in _slips(position) if self._fits(Position(lat, lon))}
        if len(meant) != 1:
            return (odd,)
        (((lat, lon), template),) = meant.items()
        return odd, _check(template, lat=lat, lon=lon)

    def _unlike_m(self, position: Position) -> float:
        """Metres from the other rows where that is far, else 0."""
        if self._middle is not None:
            away = self._from_middle(position)
            return away if away > max(FAR_M, SPREAD_TIMES * self._spread) else 0.0
        others = [other for other in self._few if other[:2] != position[:2]]
        away = min((distance_m(position.lon, position.lat, other.lon, other.lat) for other in others), default=0.0)
        return away if away > FAR_M else 0.0

    def _off_river(self, at: int, kind: str | None) -> Remark | None:
        if not self._distances:
            return None
        limit = OFF_RIVER_M if kind in CROSSING_KINDS else self._beside_river_m
        distance = self._distances[at]
        return _check(OFF_RIVER, km=distance / 1000) if distance > limit else None

    def _fits(self, position: Position) -> bool:
        """Whether the place lies among the other rows, or where the river is."""
        if self._river is not None:
            west, south, east, north = self._river
            if west <= position.lon <= east and south <= position.lat <= north:
                return True
        return self._middle is not None and self._from_middle(position) <= max(AMONG_M, SPREAD_TIMES * self._spread / 2)

    def _from_middle(self, position: Position) -> float:
        """Metres from the middle of the rows."""
        return chord_to_arc_m(math.dist(to_cartesian(position.lon, position.lat), self._middle or (0.0, 0.0, 0.0)))


def _slips(position: Position) -> Iterator[tuple[float, float, str]]:
    """Places that one slip of the pen turns into this one, and what to say of the slip."""
    lat, lon = position.lat, position.lon
    for here in ((-lat, lon), (lat, -lon), (-lat, -lon)):
        yield (*here, SIGN)
    if on_globe(lon, lat):
        yield lon, lat, TURNED
    for times in (0.1, 10.0, 100.0):
        for here in ((lat * times, lon), (lat, lon * times), (lat * times, lon * times)):
            if on_globe(*here):
                yield (*here, DECIMAL_POINT)


def _extent(vertices: Sequence[LonLat]) -> tuple[float, float, float, float]:
    lons, lats = [lon for lon, _ in vertices], [lat for _, lat in vertices]
    return min(lons) - _MARGIN, min(lats) - _MARGIN, max(lons) + _MARGIN, max(lats) + _MARGIN


def _check(template: str, **values: float) -> Remark:
    return Remark(CHECK, Phrase(template, values))
