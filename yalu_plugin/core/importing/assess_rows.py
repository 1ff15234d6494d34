"""Assesses each row of a file: good, repaired, to be checked, asked about or refused; and what it would change."""

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
    ImportAssessment,
    ImportRow,
    KnownSite,
    Remark,
    refusal,
    worst_status,
)
from yalu_plugin.core.importing.import_source import Source, SourceRow
from yalu_plugin.core.importing.other_places import OtherPlaces
from yalu_plugin.core.importing.own_exports import has_only_observations, is_own_export
from yalu_plugin.core.importing.own_observations import OwnObservations
from yalu_plugin.core.importing.positions import Position, PositionOrError, find_positions
from yalu_plugin.core.importing.river_distances import NO_PLACE, LonLat, can_measure_distances, river_distances
from yalu_plugin.core.importing.row_description import NAME_LIMIT, RowDescriber, RowDescription
from yalu_plugin.core.importing.shifted_coordinates import ShiftedCoordinates
from yalu_plugin.core.importing.sightings import Sightings
from yalu_plugin.core.importing.site_differences import PLACE
from yalu_plugin.core.importing.site_identity import KnownSites, RowKey, find_sites, folded_name
from yalu_plugin.core.importing.site_match import SiteMatch
from yalu_plugin.core.importing.site_update import NOT_EXPORTED, ExportedSurvey, SiteUpdate, gone_sites
from yalu_plugin.core.importing.surroundings import Surroundings
from yalu_plugin.core.importing.suspected_datum import suspected_datum
from yalu_plugin.core.importing.word_readings import Readings
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.text import translatable
from yalu_plugin.core.work_progress import Progress, no_progress

NOT_COMPARED_WITH_RIVER = translatable(
    "No row was compared with the river line: Python packages for that are missing. Install them in the corridor "
    "panel.")
_ROWS_PER_REPORT = 2_000  # rows between two reports of progress
_ASSESSED = EmptyCoordinate()  # replaces a position once its row is assessed: a million of them need not stay in memory
_LOCATED, _MEASURED = 0.3, 0.4  # fractions of the work done after these steps


class LeftOut(YaluError):
    """A row that the analyst left out."""

    template = translatable("Left out.")


def assess_rows(source: Source, column_map: ColumnMap, choices: Choices = NO_CHOICES, known: Iterable[KnownSite] = (),
                river: Sequence[Sequence[LonLat]] = (), progress: Progress = no_progress, today: dt.date | None = None,
                exported: ExportedSurvey = NOT_EXPORTED) -> ImportAssessment:
    """Assess every row of the source, in order. An error in a row becomes its status, it is not raised.

    `known` are the survey's sites with their ids in this source. Crossings should lie near `river`, lines with vertices
    as longitude and latitude in EPSG:4326. `today` is the day of the import, the current day in UTC if None. `exported`
    is what the survey has of a list that is the plugin's own export.

    Raises:
        NoPositions, UnknownColumn, UnknownCrs, MissingPackages: the map does not fit the source.
        Cancelled: `progress` cancelled the work.
    """
    notices = list(source.notices)
    if river and not can_measure_distances():
        river = ()
        notices.append(Phrase(NOT_COMPARED_WITH_RIVER))
    shifted = ShiftedCoordinates(source, choices.datum)
    found, surroundings = _locate_rows(source, column_map, shifted, river, progress)
    suspected = suspected_datum(found, river) if river and not choices.datum else None
    today = today or dt.datetime.now(dt.timezone.utc).date()
    readings, sites = Readings(choices, today), KnownSites(known)
    describer = RowDescriber(source, column_map, readings, Sightings(source, column_map, readings, today))
    keys = [_key(row, place, column_map) for row, place in zip(source.rows, found)] if sites.sites else []
    identities = find_sites(keys, sites)
    match = SiteMatch(sites, identities, choices.rows, today.isoformat())
    assessor = _RowAssessor(describer, shifted, surroundings, OtherPlaces(source, column_map),
                            match, choices, source.remarks, SiteUpdate(source, sites, choices, exported),
                            OwnObservations(match, choices, exported) if is_own_export(source) else None)
    rows = []
    for at, row in enumerate(source.rows):
        place, found[at] = found[at], _ASSESSED
        if not at % _ROWS_PER_REPORT:
            progress(_MEASURED + (1 - _MEASURED) * at / len(source.rows))
        rows.append(assessor.assess(at, row, place))
    gone = gone_sites(source, sites, {each.known for each in identities.values()}, rows, choices)
    return ImportAssessment(tuple(rows), readings.listed(), (*notices, *readings.notices()),
                            shifted.offer() or suspected, gone)


def _locate_rows(source: Source, column_map: ColumnMap, shifted: ShiftedCoordinates,
                 river: Sequence[Sequence[LonLat]], progress: Progress) -> tuple[list[PositionOrError], Surroundings]:
    """Return the position of each row, swapped where it was written in the other order, and the surroundings."""
    found: list[PositionOrError] = [_ASSESSED] * len(source.rows) if has_only_observations(source) else (
        find_positions(source, column_map, lambda done: progress(_LOCATED * done)))
    surroundings = Surroundings(found, river)
    for at, place in enumerate(found):
        if not at % _ROWS_PER_REPORT:
            progress(_LOCATED)
        if isinstance(place, Position):
            found[at] = shifted.corrected(source.rows[at], surroundings.corrected(place))
    if river:
        places = [(place.lon, place.lat) if isinstance(place, Position) else NO_PLACE for place in found]
        surroundings.set_distances(river_distances(
            river, places, lambda done: progress(_LOCATED + (_MEASURED - _LOCATED) * done)))
    return found, surroundings


def _key(row: SourceRow, place: PositionOrError, column_map: ColumnMap) -> RowKey:
    lon, lat = (place.lon, place.lat) if isinstance(place, Position) else (None, None)
    return RowKey(row.text(column_map.id)[:NAME_LIMIT], folded_name(row.text(column_map.name)[:NAME_LIMIT]), lon, lat)


class _RowAssessor:
    """Assesses the rows of one file one after the other: each is compared with those before it."""

    def __init__(self, describer: RowDescriber, shifted: ShiftedCoordinates, surroundings: Surroundings,
                 other_places: OtherPlaces, match: SiteMatch, choices: Choices,
                 read_remarks: Mapping[int, Phrase], update: SiteUpdate,
                 observations: OwnObservations | None) -> None:
        self._describer, self._shifted, self._surroundings = describer, shifted, surroundings
        self._other_places, self._match, self._choices, self._read_remarks = other_places, match, choices, read_remarks
        self._update, self._observations = update, observations

    def assess(self, at: int, row: SourceRow, place: PositionOrError) -> ImportRow:
        """Return the status of row `at`, and what it would import."""
        label = self._describer.label(row)
        answer = self._choices.rows.get(row.number)
        read_phrases = (self._read_remarks[row.number],) if row.number in self._read_remarks else ()
        if answer == LEAVE_OUT:
            return _refused(row, label, LeftOut())
        of_observation = self._observations.assess(row) if self._observations else None
        if of_observation is not None:
            return of_observation
        if not isinstance(place, Position):
            return _refused(row, label, place, read_phrases)
        description = self._describer.describe(row, place)
        of_place = (*place.remarks, *self._surroundings.remarks(at, place, _kind(description)),
                    *self._shifted.remarks(row, place), *self._other_places.remarks(row, place))
        remarks = (*(Remark(CHECK, phrase) for phrase in read_phrases), *description.remarks)
        return self._matched(at, row, label, description, of_place, remarks)

    def _matched(self, at: int, row: SourceRow, label: str, description: RowDescription, of_place: tuple[Remark, ...],
                 remarks: tuple[Remark, ...]) -> ImportRow:
        """Return the row as a new site, or as observations and other values of a site that exists already."""
        number, match = row.number, self._match.match(at, row.number, description)
        differences, doubts = self._update.differences(row, description, match.known)
        taken = {each.field for each in differences if each.taken}
        if match.known is None or PLACE in taken:
            remarks = (*of_place, *remarks)  # else the place in the list is not used
        if match.joins and match.of_site and not (match.observations or taken or description.unread):
            remarks = ()  # nothing is written of it
        if match.joins or self._choices.rows.get(number) == SEPARATE:  # the analyst has answered a question about it
            remarks = tuple(remark for remark in remarks if remark.status != ASKED)
        remarks = (*remarks, *match.remarks, *doubts)
        if not match.joins:
            remarks = (*remarks, *self._update.removed(row, self._choices.rows.get(number)))
        status = worst_status(remarks)
        reasons = tuple(remark.phrase for remark in remarks)
        if status == REFUSED:
            return ImportRow(number, status, reasons[-1:], label=label)
        site = None if match.joins else description.site
        assessed = ImportRow(number, status, reasons, site, match.observations, match.of_row, match.of_site, label,
                             differences)
        if assessed.included:
            self._match.add(assessed)
        return assessed


def _kind(description: RowDescription) -> str | None:
    return description.site["kind"] if description.names_kind else None


def _refused(row: SourceRow, label: str, error: YaluError, read_phrases: tuple[Phrase, ...] = ()) -> ImportRow:
    return ImportRow(row.number, REFUSED, (*read_phrases, refusal(error).phrase), label=label)
