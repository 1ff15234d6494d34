"""Assesses each row of a file, and again those rows that another choice of the analyst changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from yalu_plugin.core.importing.column_map import ColumnMap
from yalu_plugin.core.importing.import_assessment import (
    NO_CHOICES,
    REFUSED,
    Choices,
    ImportAssessment,
    ImportRow,
    KnownSite,
)
from yalu_plugin.core.importing.import_source import Source
from yalu_plugin.core.importing.list_places import ListPlaces
from yalu_plugin.core.importing.other_places import OtherPlaces
from yalu_plugin.core.importing.own_exports import SITE_ID, is_own_export
from yalu_plugin.core.importing.own_observations import OwnObservations
from yalu_plugin.core.importing.positions import Position
from yalu_plugin.core.importing.related_rows import RelatedRows
from yalu_plugin.core.importing.river_distances import LonLat, can_measure_distances
from yalu_plugin.core.importing.row_assessor import RowAssessor
from yalu_plugin.core.importing.row_description import NAME_LIMIT, RowDescriber
from yalu_plugin.core.importing.sightings import Sightings
from yalu_plugin.core.importing.site_identity import KnownSites, RowKey, find_sites, folded_name
from yalu_plugin.core.importing.site_match import SiteMatch
from yalu_plugin.core.importing.site_update import NOT_EXPORTED, ExportedSurvey, SiteUpdate, gone_sites
from yalu_plugin.core.importing.word_readings import DATE, KIND, STATE, Readings, changed_texts
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.text import translatable
from yalu_plugin.core.work_progress import Progress, no_progress, part_of

NOT_COMPARED_WITH_RIVER = translatable(
    "No row was compared with the river line: Python packages for that are missing. Install them in the corridor "
    "panel.")
_ROWS_PER_REPORT = 2_000  # rows between two reports of progress
_MEASURED = 0.4  # share of the work until all places are known
_RELATED = 0.3  # share of the work until it is known which rows are assessed again
_NOT_ASSESSED = ImportRow(0, REFUSED)
_MOST = 4  # if more than one of so many rows is related to a changed one, all are assessed again


def assess_rows(source: Source, column_map: ColumnMap, choices: Choices = NO_CHOICES, known: Iterable[KnownSite] = (),
                river: Sequence[Sequence[LonLat]] = (), progress: Progress = no_progress, today: dt.date | None = None,
                exported: ExportedSurvey = NOT_EXPORTED) -> ImportAssessment:
    """Assess every row of the source, in order; see AssessedList."""
    return AssessedList(source, column_map, choices, known, river, progress, today, exported).assessment


class AssessedList:
    """Assesses every row of the source, in order. An error in a row becomes its status, it is not raised.

    `known` are the survey's sites with their ids in this source. Crossings should lie near `river`, lines with vertices
    as longitude and latitude in EPSG:4326. `today` is the day of the import, the current day in UTC if None. `exported`
    is what the survey has of a list that is the plugin's own export.

    Raises:
        NoPositions, UnknownColumn, UnknownCrs, MissingPackages: the map does not fit the source.
        Cancelled: `progress` cancelled the work.
    """

    def __init__(self, source: Source, column_map: ColumnMap, choices: Choices = NO_CHOICES,
                 known: Iterable[KnownSite] = (), river: Sequence[Sequence[LonLat]] = (),
                 progress: Progress = no_progress, today: dt.date | None = None,
                 exported: ExportedSurvey = NOT_EXPORTED) -> None:
        self._notices = list(source.notices)
        if river and not can_measure_distances():
            river = ()
            self._notices.append(Phrase(NOT_COMPARED_WITH_RIVER))
        self._source, self._map, self._choices, self._exported = source, column_map, choices, exported
        self._today = today or dt.datetime.now(dt.timezone.utc).date()
        self._places = ListPlaces(source, column_map, choices.datum, river, part_of(progress, 0.0, _MEASURED))
        self._known = KnownSites(known)
        self._read_words()
        self._other_places = OtherPlaces(source, column_map)
        self._identities = find_sites(
            [self._key(at) for at in range(len(source.rows))] if self._known.sites else [], self._known)
        self._assessor = self._new_assessor()
        self._related: RelatedRows | None = None  # on first use
        self._rows: list[ImportRow] = [_NOT_ASSESSED] * len(source.rows)
        self._assess(range(len(source.rows)), part_of(progress, _MEASURED, 1 - _MEASURED))
        self.assessment = self._assessed()

    def fits(self, choices: Choices) -> bool:
        """Whether `change` can be called with these choices: only a new AssessedList reads places in another datum."""
        return (choices.datum, choices.custom_kinds) == (self._choices.datum, self._choices.custom_kinds)

    def change(self, choices: Choices, progress: Progress = no_progress) -> None:
        """Assess the rows again that other choices change. After an error this list is not to be used any more."""
        related = self._related_to(self._changed(choices), part_of(progress, 0.0, _RELATED))
        if related is not None:
            self._take_back(related)
        self._choices = choices
        if related is None:
            self._read_words()
        self._readings.decide(choices)
        self._assessor = self._new_assessor()
        again = range(len(self._rows)) if related is None else sorted(related)
        self._assess(again, part_of(progress, _RELATED, 1 - _RELATED))
        self.assessment = self._assessed()

    def _assess(self, places: Sequence[int], progress: Progress) -> None:
        for done, at in enumerate(places):
            if not done % _ROWS_PER_REPORT:
                progress(done / len(places))
            self._rows[at] = self._assessor.assess(at)
            self._places.drop(at)

    def _take_back(self, places: Iterable[int]) -> None:
        """Take back what rows have added to the counts of texts."""
        self._readings.step = -1
        for at in places:
            self._assessor.describe(at)
        self._readings.step = 1

    def _read_words(self) -> None:
        """Create what reads the words of rows, with nothing read so far."""
        self._readings = Readings(self._choices, self._today)
        self._sightings = Sightings(self._source, self._map, self._readings, self._today)
        self._describer = RowDescriber(self._source, self._map, self._readings, self._sightings)

    def _changed(self, choices: Choices) -> set[int]:
        """Return the rows about which the analyst has chosen otherwise."""
        old, texts = self._choices, changed_texts(self._choices, choices)
        answered = {number for number in {**old.rows, **choices.rows} if old.rows.get(number) != choices.rows.get(
            number)}
        columns = [(column, texts[field]) for field, names in (
            (KIND, (self._map.kind,)), (STATE, (self._map.state,)), (DATE, self._sightings.date_columns))
            for column in names if column and texts[field]]
        return {at for at, (row, assessed) in enumerate(zip(self._source.rows, self._rows))
                if row.number in answered or any(row.text(column) in of_column for column, of_column in columns)
                or any(each.taken != choices.takes_list(row.number, each.field) for each in assessed.differences)}

    def _related_to(self, changed: set[int], progress: Progress) -> set[int] | None:
        """Return the rows that are to be assessed again with these; None for all."""
        most = len(self._rows) // _MOST
        if not changed:
            return changed
        if len(changed) > most or (is_own_export(self._source) and self._map.id != SITE_ID):
            return None
        if self._related is None:
            self._related = RelatedRows(len(self._rows), self._key, self._identities, self._known, progress)
        return self._related.of(changed, most)

    def _new_assessor(self) -> RowAssessor:
        choices, source = self._choices, self._source
        match = SiteMatch(self._known, self._identities, choices.rows, self._today.isoformat())
        return RowAssessor(source, self._places, self._describer, self._other_places, match, choices,
                           SiteUpdate(source, self._known, choices, self._exported),
                           OwnObservations(match, choices, self._exported) if is_own_export(source) else None)

    def _assessed(self) -> ImportAssessment:
        named = {each.known for each in self._identities.values()}
        gone = gone_sites(self._source, self._known, named, self._rows, self._choices)
        return ImportAssessment(tuple(self._rows), self._readings.listed(),
                                (*self._notices, *self._readings.notices()), self._places.offer, gone)

    def _key(self, at: int) -> RowKey:
        row, place = self._source.rows[at], self._places.of(at)
        lon, lat = (place.lon, place.lat) if isinstance(place, Position) else (None, None)
        return RowKey(row.text(self._map.id)[:NAME_LIMIT], folded_name(row.text(self._map.name)[:NAME_LIMIT]), lon, lat)
