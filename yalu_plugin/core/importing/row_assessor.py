"""Assesses single rows of a list: good, repaired, to be checked, asked about or refused; and what they would change."""

from __future__ import annotations

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.importing.import_assessment import (
    ASKED,
    CHECK,
    LEAVE_OUT,
    REFUSED,
    SEPARATE,
    Choices,
    ImportRow,
    Remark,
    refusal,
    worst_status,
)
from yalu_plugin.core.importing.import_source import Source, SourceRow
from yalu_plugin.core.importing.list_places import ListPlaces
from yalu_plugin.core.importing.other_places import OtherPlaces
from yalu_plugin.core.importing.own_observations import OwnObservations
from yalu_plugin.core.importing.positions import Position
from yalu_plugin.core.importing.row_description import RowDescriber, RowDescription
from yalu_plugin.core.importing.site_differences import PLACE
from yalu_plugin.core.importing.site_match import SiteMatch
from yalu_plugin.core.importing.site_update import SiteUpdate
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.text import translatable


class LeftOut(YaluError):
    """A row that the analyst left out."""

    template = translatable("Left out.")


class RowAssessor:
    """Assesses the rows of a list one after the other: each is compared with those before it."""

    def __init__(self, source: Source, places: ListPlaces, describer: RowDescriber, other_places: OtherPlaces,
                 match: SiteMatch, choices: Choices, update: SiteUpdate, observations: OwnObservations | None) -> None:
        self._rows, self._read_remarks, self._places = source.rows, source.remarks, places
        self._describer, self._other_places, self._match = describer, other_places, match
        self._choices, self._update, self._observations = choices, update, observations

    def describe(self, at: int) -> RowDescription | None:
        """Return the description of row `at`; None where it has no place, is left out or is an observation."""
        row, place = self._rows[at], self._places.of(at)
        is_left_out = self._choices.rows.get(row.number) == LEAVE_OUT
        is_observation = self._observations is not None and self._observations.is_one(row)
        return self._describer.describe(row, place) if isinstance(place, Position) and not (
            is_left_out or is_observation) else None

    def assess(self, at: int) -> ImportRow:
        """Return the status of row `at`, and what it would import."""
        row = self._rows[at]
        label = self._describer.label(row)
        read_phrases = (self._read_remarks[row.number],) if row.number in self._read_remarks else ()
        if self._choices.rows.get(row.number) == LEAVE_OUT:
            return _refused(row, label, LeftOut())
        if self._observations is not None and self._observations.is_one(row):
            return self._observations.assess(row)
        place = self._places.of(at)
        if not isinstance(place, Position):
            return _refused(row, label, place, read_phrases)
        description = self._describer.describe(row, place)
        of_place = (*place.remarks, *self._places.surroundings.remarks(at, place, _kind(description)),
                    *self._places.shifted.remarks(row, place), *self._other_places.remarks(row, place))
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
