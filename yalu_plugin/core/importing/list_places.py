"""Where the rows of a list are: their positions as read, with swaps and shifts undone, and what surrounds them."""

from __future__ import annotations

from collections.abc import Sequence

from yalu_plugin.core.importing.column_map import ColumnMap
from yalu_plugin.core.importing.coordinate_parser import EmptyCoordinate
from yalu_plugin.core.importing.import_assessment import DatumOffer
from yalu_plugin.core.importing.import_source import Source
from yalu_plugin.core.importing.own_exports import has_only_observations
from yalu_plugin.core.importing.positions import Position, PositionOrError, PositionReader, find_positions
from yalu_plugin.core.importing.river_distances import NO_PLACE, LonLat, river_distances
from yalu_plugin.core.importing.shifted_coordinates import ShiftedCoordinates
from yalu_plugin.core.importing.surroundings import Surroundings
from yalu_plugin.core.importing.suspected_datum import suspected_datum
from yalu_plugin.core.work_progress import Progress, part_of

_ROWS_PER_REPORT = 2_000  # rows between two reports of progress
_LOCATED = 0.75  # share of the time: the rest goes into distances from the river
_DROPPED = EmptyCoordinate()  # in place of a position: a million of them need not stay in memory


class ListPlaces:
    """The places of the rows. Raises what find_positions raises; the datum is as in Choices.

    Attributes:
        shifted, surroundings: for remarks on the rows.
        offer: what the coordinates may be without the analyst having said so.
    """

    def __init__(self, source: Source, column_map: ColumnMap, datum: str, river: Sequence[Sequence[LonLat]],
                 progress: Progress) -> None:
        self._source = source
        self._reader = None if has_only_observations(source) else PositionReader(source, column_map)
        self.shifted = ShiftedCoordinates(source, datum)
        self._found: list[PositionOrError] = [_DROPPED] * len(source.rows) if self._reader is None else (
            find_positions(source, column_map, part_of(progress, 0.0, _LOCATED)))
        self.surroundings = Surroundings(self._found, river)
        for at, place in enumerate(self._found):
            if not at % _ROWS_PER_REPORT:
                progress(_LOCATED)
            self._found[at] = self._corrected(at, place)
        if river:
            places = [(place.lon, place.lat) if isinstance(place, Position) else NO_PLACE for place in self._found]
            self.surroundings.set_distances(river_distances(river, places, part_of(progress, _LOCATED, 1 - _LOCATED)))
        suspected = suspected_datum(self._found, river) if river and not datum else None
        self.offer: DatumOffer | None = self.shifted.offer() or suspected

    def of(self, at: int) -> PositionOrError:
        """Return the place of a row, or why it has none."""
        place, row = self._found[at], self._source.rows[at]
        if place is not _DROPPED or self._reader is None:
            return place
        return self._corrected(at, row.error or self._reader.position(row))

    def drop(self, at: int) -> None:
        """Free the memory of a place, which is read again when it is needed."""
        self._found[at] = _DROPPED

    def _corrected(self, at: int, place: PositionOrError) -> PositionOrError:
        if not isinstance(place, Position):
            return place
        return self.shifted.corrected(self._source.rows[at], self.surroundings.corrected(place))
