"""What becomes of each row of a file: good, repaired, to be checked, asked about or refused, and what it brings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.importing.column_map import ColumnMap
from yalu_plugin.core.importing.coordinate_parser import EmptyCoordinate
from yalu_plugin.core.importing.import_assessment import (
    ASKED,
    CHECK,
    LEAVE_OUT,
    NO_CHOICES,
    REFUSED,
    SEPARATE,
    Choices,
    ImportRow,
    Judged,
    KnownSite,
    Remark,
    refusal,
    worst_fate,
)
from yalu_plugin.core.importing.import_source import Source, SourceRow
from yalu_plugin.core.importing.other_places import OtherPlaces
from yalu_plugin.core.importing.positions import Found, Position, find_positions
from yalu_plugin.core.importing.river_distances import NO_PLACE, LonLat, can_measure, river_distances
from yalu_plugin.core.importing.row_description import Described, Describer
from yalu_plugin.core.importing.shifted_coordinates import Shifted
from yalu_plugin.core.importing.sightings import Sightings
from yalu_plugin.core.importing.site_match import SiteMatch
from yalu_plugin.core.importing.surroundings import Surroundings
from yalu_plugin.core.importing.word_readings import Readings
from yalu_plugin.core.importing.work_progress import Progress, no_progress
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.text import translatable

NOT_HELD_AGAINST_RIVER = translatable(
    "No row was held against the river line: Python packages for that are missing. Install them in the corridor panel.")
_EVERY = 2_000  # rows between two reports of progress
_JUDGED = EmptyCoordinate()  # in the place of what was judged: a million positions are not kept beside their rows
_PLACED, _MEASURED = 0.3, 0.4  # fractions of the work done, of 1


class LeftOut(YaluError):
    """A row that the analyst left out."""

    template = translatable("Left out.")


def judge(source: Source, column_map: ColumnMap, choices: Choices = NO_CHOICES, known: Iterable[KnownSite] = (),
          river: Sequence[Sequence[LonLat]] = (), progress: Progress = no_progress,
          today: dt.date | None = None) -> Judged:
    """The fate of every row of the source, in order.

    `known` are the sites of the survey, each with the id it had in this source; `river` is the river's lines,
    vertices as longitude and latitude in EPSG:4326, that crossings should lie near; `today` is the day of the import.

    Raises NoPositions, UnknownColumn, UnknownCrs or MissingPackages where the map does not fit the source, and
    Cancelled; rows raise nothing.
    """
    notices = list(source.notices)
    if river and not can_measure():
        river = ()
        notices.append(Phrase(NOT_HELD_AGAINST_RIVER))
    found, around = _placed(source, column_map, river, progress)
    today = today or dt.datetime.now(dt.timezone.utc).date()
    readings = Readings(choices, today)
    describer = Describer(source, column_map, readings, Sightings(source, column_map, readings, today))
    judging = _Judging(describer, Shifted(source), around, OtherPlaces(source, column_map),
                       SiteMatch(known, choices.rows), choices, source.remarks)
    rows = []
    for at, row in enumerate(source.rows):
        place, found[at] = found[at], _JUDGED
        if not at % _EVERY:
            progress(_MEASURED + (1 - _MEASURED) * at / len(source.rows))
        rows.append(judging.row(at, row, place))
    return Judged(tuple(rows), readings.listed(), (*notices, *readings.notices()))


def _placed(source: Source, column_map: ColumnMap, river: Sequence[Sequence[LonLat]], progress: Progress
            ) -> tuple[list[Found], Surroundings]:
    """Where the rows lie, those settled that were written the other way round, and what is around them."""
    found = find_positions(source, column_map, lambda done: progress(_PLACED * done))
    around = Surroundings(found, river)
    for at, place in enumerate(found):
        if isinstance(place, Position):
            found[at] = around.settled(place)
    if river:
        places = [(place.lon, place.lat) if isinstance(place, Position) else NO_PLACE for place in found]
        around.take_distances(river_distances(
            river, places, lambda done: progress(_PLACED + (_MEASURED - _PLACED) * done)))
    return found, around


class _Judging:
    """One file's rows, judged one after the other: each is held against those before it."""

    def __init__(self, describer: Describer, shifted: Shifted, around: Surroundings, others: OtherPlaces,
                 match: SiteMatch, choices: Choices, read: Mapping[int, Phrase]) -> None:
        self._describer, self._shifted, self._around, self._others = describer, shifted, around, others
        self._match, self._choices, self._read = match, choices, read

    def row(self, at: int, row: SourceRow, place: Found) -> ImportRow:
        """The fate of row `at`, and what it brings."""
        label = self._describer.label(row)
        choice = self._choices.rows.get(row.number)
        as_read = (self._read[row.number],) if row.number in self._read else ()
        if choice == LEAVE_OUT:
            return _refused(row, label, LeftOut())
        if not isinstance(place, Position):
            return _refused(row, label, place, as_read)
        described = self._describer.of(row, place)
        remarks = (*(Remark(CHECK, phrase) for phrase in as_read), *place.remarks,
                   *self._around.remarks(at, place, _kind(described)),
                   *self._shifted.remarks(row, place), *self._others.remarks(row, place), *described.remarks)
        return self._matched(row.number, label, described, remarks)

    def _matched(self, number: int, label: str, described: Described, remarks: tuple[Remark, ...]) -> ImportRow:
        """The row as a site of its own, or as what it says of one that there is."""
        match = self._match.of(number, described)
        if match.joins or self._choices.rows.get(number) == SEPARATE:  # which of two places is meant, is settled
            remarks = tuple(remark for remark in remarks if remark.fate != ASKED)
        remarks = (*remarks, *match.remarks)
        fate = worst_fate(remarks)
        reasons = tuple(remark.phrase for remark in remarks)
        if fate == REFUSED:
            return ImportRow(number, fate, reasons[-1:], label=label)
        seen = match.observations
        if match.joins:
            return ImportRow(number, fate, reasons, None, seen, match.of_row, match.of_site, label)
        row = ImportRow(number, fate, reasons, described.site, seen, match.of_row, match.of_site, label)
        if row.included:
            self._match.add(row)
        return row


def _kind(described: Described) -> str | None:
    return described.site["kind"] if described.says_kind else None


def _refused(row: SourceRow, label: str, error: YaluError, as_read: tuple[Phrase, ...] = ()) -> ImportRow:
    return ImportRow(row.number, REFUSED, (*as_read, refusal(error).phrase), label=label)
