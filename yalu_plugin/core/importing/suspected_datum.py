"""Suspects that a list's coordinates are GCJ-02 or BD-09: all its rows lie as far off the river as those datums shift.

Undoing the shift puts nearly all rows at the river, and shifts of the same length in other directions do not. On lists
of random places near the river this is wrong in fewer than one of a thousand.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from yalu_plugin.core.importing.chinese_datums import undo_shift
from yalu_plugin.core.importing.import_assessment import DatumOffer
from yalu_plugin.core.importing.notations.coordinate_types import BD_09, GCJ_02
from yalu_plugin.core.importing.positions import Position, PositionOrError
from yalu_plugin.core.importing.river_distances import LonLat, river_distances
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.text import translatable

SUSPECTED = translatable("The coordinates may be {datum}: the rows lie {metres:.0f} m off the river on average, and "
                         "{undone:.0f} m with the shift of {datum} undone.")
_MIN_ROWS = 5  # fewer lie at the river by chance too often
_SAMPLE = 400  # rows that are compared
_AT_RIVER_M = 200.0  # a crossing is this near the line, with the errors of both
_MOST, _FEW = 0.9, 0.5  # share of rows at the river: with the shift undone, and as written
_TIMES_NEARER = 2.0  # than as written, and than shifted back in any other direction, on average
_CAPPED_M = 2_000.0  # a row farther off counts as this far in an average
_DIRECTIONS = 12


def suspected_datum(found: Sequence[PositionOrError], river: Sequence[Sequence[LonLat]]) -> DatumOffer | None:
    """Return GCJ_02 or BD_09 if the positions seem to be in it, else None. `river` is not empty."""
    places = [(each.lon, each.lat) for each in found if isinstance(each, Position)]
    sample = places[:: max(1, len(places) // _SAMPLE)]
    if len(sample) < _MIN_ROWS:
        return None
    as_written = river_distances(river, sample)
    if _share_at_river(as_written) > _FEW:
        return None
    fits = {datum: fit for datum in (GCJ_02, BD_09) if (fit := _fit_m(sample, river, as_written, datum)) is not None}
    if not fits:
        return None
    datum = min(fits, key=fits.__getitem__)
    metres = _average_m(as_written)
    return DatumOffer(datum, Phrase(SUSPECTED, {"datum": datum, "metres": metres, "undone": fits[datum]}))


def _fit_m(sample: Sequence[LonLat], river: Sequence[Sequence[LonLat]], as_written: Sequence[float], datum: str
           ) -> float | None:
    """Return the average metres from the river with the shift undone; None if it is not the shift that fits."""
    true_places = [undo_shift(*place, datum) for place in sample]
    undone = river_distances(river, true_places)
    fit = _average_m(undone)
    if _share_at_river(undone) < _MOST or fit * _TIMES_NEARER > _average_m(as_written):
        return None
    turned = [_turned(place, true_place, math.tau * part / _DIRECTIONS) for part in range(1, _DIRECTIONS)
              for place, true_place in zip(sample, true_places)]
    distances = river_distances(river, turned)
    count = len(sample)
    others = (_average_m(distances[first:first + count]) for first in range(0, len(distances), count))
    return fit if fit * _TIMES_NEARER <= min(others) else None


def _turned(place: LonLat, true_place: LonLat, angle: float) -> LonLat:
    """Return the place moved as far as to its true place, in a direction turned by the angle in radians."""
    narrowing = math.cos(math.radians(place[1]))
    east, north = (true_place[0] - place[0]) * narrowing, true_place[1] - place[1]
    turned_east = east * math.cos(angle) - north * math.sin(angle)
    turned_north = east * math.sin(angle) + north * math.cos(angle)
    return place[0] + turned_east / narrowing, place[1] + turned_north


def _share_at_river(distances: Sequence[float]) -> float:
    return sum(distance <= _AT_RIVER_M for distance in distances) / len(distances)


def _average_m(distances: Sequence[float]) -> float:
    return sum(min(distance, _CAPPED_M) for distance in distances) / len(distances)
