"""Compares the observations in an export of the plugin with those that the survey has."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.importing.compact_row import CompactRow
from yalu_plugin.core.importing.import_assessment import GOOD, REFUSED, Choices, ImportRow, refusal
from yalu_plugin.core.importing.import_source import SourceRow
from yalu_plugin.core.importing.list_changes import Difference
from yalu_plugin.core.importing.own_exports import (
    LABEL,
    OBSERVATION_ID,
    SITE_ID,
    SURVEY_ID,
    is_observation_row,
)
from yalu_plugin.core.importing.row_description import NAME_LIMIT
from yalu_plugin.core.importing.sightings import OBSERVATION
from yalu_plugin.core.importing.site_differences import comparable, is_unedited
from yalu_plugin.core.importing.site_match import SiteMatch
from yalu_plugin.core.importing.site_update import ExportedSurvey
from yalu_plugin.core.schema import REASONS
from yalu_plugin.core.states import STATES
from yalu_plugin.core.text import translatable

_COLUMNS = tuple(OBSERVATION)
_DAYS = ("seen_from", "seen_to")
_CHOICES = {"state": STATES, "reason": ("", *REASONS)}


class RemovedObservation(YaluError):
    """A row is an observation that was removed from the survey after the export."""

    template = translatable("This observation was removed from the survey after the export. It is not imported again.")


class NoSuchSite(YaluError):
    """A row is an observation of a site that neither the survey nor the file has."""

    template = translatable("Neither the survey nor a row above has the site of this observation.")


class UnreadObservation(YaluError):
    """A row is an observation with a value that the survey cannot hold."""

    template = translatable("“{text}” is not a value of {column}. Correct the cell.")


class OwnObservations:
    """Assesses the rows of an export that are observations."""

    def __init__(self, match: SiteMatch, choices: Choices, exported: ExportedSurvey) -> None:
        self._match, self._choices, self._exported = match, choices, exported

    @staticmethod
    def is_one(row: SourceRow) -> bool:
        """Whether a row is an observation."""
        return bool(row.values.get(SITE_ID)) and is_observation_row(row)

    def assess(self, row: SourceRow) -> ImportRow:
        """Return what a row that is an observation changes, labelled with its site."""
        label = row.text(LABEL)[:NAME_LIMIT]
        try:
            known = self._exported.observations.get(row.text(OBSERVATION_ID))
            return self._changed(row, label, known) if known else self._new(row, label)
        except (RemovedObservation, NoSuchSite, UnreadObservation) as error:
            return ImportRow(row.number, REFUSED, (refusal(error).phrase,), label=label)

    def _changed(self, row: SourceRow, label: str, known: Mapping[str, Any]) -> ImportRow:
        """Compare the row with the observation that has its id. Raises UnreadObservation."""
        found = []
        for column in _COLUMNS:
            text = row.text(column)
            if column not in row.values or is_unedited(row, column) or comparable(text) == comparable(known[column]):
                continue
            taken = self._choices.takes_list(row.number, column)
            found.append(Difference(column, known[column], _value(column, text), taken))
        return ImportRow(row.number, GOOD, of_site=known["site_id"], label=label, differences=tuple(found),
                         of_observation=known["id"])

    def _new(self, row: SourceRow, label: str) -> ImportRow:
        """Return an observation that the survey does not have. Raises the errors of this module."""
        if row.text(OBSERVATION_ID) and row.text(SURVEY_ID) == self._exported.id:
            raise RemovedObservation()
        values = [_value(column, row.text(column)) for column in _COLUMNS]
        joined = self._match.join_by_id(row.text(SITE_ID), CompactRow(OBSERVATION, values))
        if joined is None:
            raise NoSuchSite()
        return ImportRow(row.number, GOOD, (), None, joined.observations, joined.of_row, joined.of_site, label)


def _value(column: str, text: str) -> str | None:
    """Return the value of a column of an observation. Raises UnreadObservation."""
    if column in _CHOICES and text not in _CHOICES[column]:
        raise UnreadObservation(text=text[:100], column=column)
    if column in _DAYS and (text or column == "seen_to"):
        try:
            date.fromisoformat(text)
        except ValueError as error:
            raise UnreadObservation(text=text[:100], column=column) from error
    return text or None
