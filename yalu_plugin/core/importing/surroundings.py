"""Finds rows that lie in unusual places: far from the other rows of the list, or far from the river.

Such a row is not changed but gets a remark. Where one typing error explains the place (a lost sign, a misplaced decimal
point), the remark names the likely place. Latitude and longitude are swapped only where that puts them among the other
rows.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterator, Sequence

from yalu_plugin.core.importing.geodesy import Cartesian, chord_to_arc_m, distance_m, to_cartesian
from yalu_plugin.core.importing.import_assessment import CHECK, Remark
from yalu_plugin.core.importing.positions import Position, PositionOrError, on_globe, swapped
from yalu_plugin.core.importing.river_distances import LonLat
from yalu_plugin.core.kinds import CROSSING_KINDS
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.text import translatable

FAR_FROM_OTHERS = translatable("lies about {km:.0f} km from the other rows")
OFF_RIVER = translatable("lies {km:.0f} km from the river line")
REPEATED = translatable("latitude and longitude are the same number")
WHOLE_DEGREES = translatable("is given to whole degrees only: it may be off by some 100 km")
SIGN = translatable("the sign may be wrong: {lat:.6f}, {lon:.6f} would fit")
DECIMAL_POINT = translatable("the decimal point may be misplaced: {lat:.6f}, {lon:.6f} would fit")
MAYBE_SWAPPED = translatable("latitude and longitude may be swapped: {lat:.6f}, {lon:.6f} would fit")

FAR_M = 500_000.0  # from all other rows: no site in a list of border crossings is that far off
SPREAD_TIMES = 5.0  # a widely spread list may have rows farther off: up to this multiple of the usual distance
OFF_RIVER_M = 5_000.0  # a crossing farther off is not measured along the river
NEAR_RIVER_M = 25_000.0  # staging areas and the like of border crossings are within this distance
AMONG_M = 150_000.0  # from the middle of the rows: still among them
_MIN_ROWS = 4  # fewer do not show which of them is the outlier
_SAMPLE = 5_000  # rows from which the place of the list is computed
_NEAR_DEG = 2.0  # of longitude and of latitude: together less than FAR_M anywhere
_MARGIN = 0.1  # degrees around the river's own extent


class Surroundings:
    """The place of a list's rows as a whole, and of the river if `lines` is not empty."""

    def __init__(self, found: Sequence[PositionOrError], lines: Sequence[Sequence[LonLat]]) -> None:
        placed = [at for at, each in enumerate(found) if isinstance(each, Position)]
        self._sample = placed[:: max(1, len(placed) // _SAMPLE)]
        rows = [each for each in (found[at] for at in self._sample) if isinstance(each, Position)]
        self._few = rows if len(rows) < _MIN_ROWS else []
        self._middle: Cartesian | None = None
        self._spread, self._centre = 0.0, (0.0, 0.0)
        if len(rows) >= _MIN_ROWS:
            self._centre = statistics.median(row.lon for row in rows), statistics.median(row.lat for row in rows)
            self._middle = to_cartesian(*self._centre)
            self._spread = statistics.median(map(self._from_middle, rows))
        vertices = [vertex for line in lines for vertex in line]
        self._river = _extent(vertices) if vertices else None
        self._distances: Sequence[float] = ()
        self._near_river_m = NEAR_RIVER_M

    def set_distances(self, distances: Sequence[float]) -> None:
        """Set each row's metres from the river. Sites that are no crossings must be near it only if most rows are."""
        self._distances = distances
        if self._middle and statistics.median(distances[at] for at in self._sample) > NEAR_RIVER_M:
            self._near_river_m = FAR_M

    def corrected(self, position: Position) -> Position:
        """Return the position, swapped where it lies far from the others as written and among them when swapped."""
        exchanged = Position(position.lon, position.lat)
        certain = self._middle is not None and not position.order_known and on_globe(exchanged.lat, exchanged.lon)
        is_swapped = certain and self._outlier_distance_m(position) and self._fits(exchanged)
        return swapped(position) if is_swapped else position

    def remarks(self, at: int, position: Position, kind: str | None) -> tuple[Remark, ...]:
        """Return remarks on what is unusual about the place of row `at`; `kind` is the kind of its site."""
        if position.lat == position.lon:
            return (_check(REPEATED),)
        if position.lat.is_integer() and position.lon.is_integer():
            return (_check(WHOLE_DEGREES),)
        far = self._outlier_distance_m(position)
        remark = _check(FAR_FROM_OTHERS, km=round(far / 1000, -1)) if far else self._off_river(at, kind)
        if remark is None:
            return ()
        likely = {(lat, lon): template for lat, lon, template in _likely_corrections(position)
                  if self._fits(Position(lat, lon))}
        if len(likely) != 1:
            return (remark,)
        (((lat, lon), template),) = likely.items()
        return remark, _check(template, lat=lat, lon=lon)

    def _outlier_distance_m(self, position: Position) -> float:
        """Return the metres from the other rows if that is far, else 0."""
        if self._middle is not None:
            if abs(position.lat - self._centre[1]) < _NEAR_DEG and abs(position.lon - self._centre[0]) < _NEAR_DEG:
                return 0.0
            away = self._from_middle(position)
            return away if away > max(FAR_M, SPREAD_TIMES * self._spread) else 0.0
        others = [other for other in self._few if other[:2] != position[:2]]
        away = min((distance_m(position.lon, position.lat, other.lon, other.lat) for other in others), default=0.0)
        return away if away > FAR_M else 0.0

    def _off_river(self, at: int, kind: str | None) -> Remark | None:
        if not self._distances:
            return None
        limit = OFF_RIVER_M if kind in CROSSING_KINDS else self._near_river_m
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


def _likely_corrections(position: Position) -> Iterator[tuple[float, float, str]]:
    """Yield the places that one typing error could have changed into this one, each with the template of its remark."""
    lat, lon = position.lat, position.lon
    for here in ((-lat, lon), (lat, -lon), (-lat, -lon)):
        yield (*here, SIGN)
    if on_globe(lon, lat):
        yield lon, lat, MAYBE_SWAPPED
    for times in (0.1, 10.0, 100.0):
        for here in ((lat * times, lon), (lat, lon * times), (lat * times, lon * times)):
            if on_globe(*here):
                yield (*here, DECIMAL_POINT)


def _extent(vertices: Sequence[LonLat]) -> tuple[float, float, float, float]:
    lons, lats = [lon for lon, _ in vertices], [lat for _, lat in vertices]
    return min(lons) - _MARGIN, min(lats) - _MARGIN, max(lons) + _MARGIN, max(lats) + _MARGIN


def _check(template: str, **values: float) -> Remark:
    return Remark(CHECK, Phrase(template, values))
