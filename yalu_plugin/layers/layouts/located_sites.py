"""The sites of a survey that have a position, on a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.kinds import CROSSING_KINDS
from yalu_plugin.core.published import Row
from yalu_plugin.core.survey.retired import is_retired, retirements
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.survey.survey import Survey


class NoCrossings(YaluError):
    """A survey without a vehicle or barge crossing that has a position."""

    template = translatable("The survey has no crossing to show. Import sites or add one, then make the map.")


class LocatedSites(NamedTuple):
    """The sites of every kind that have a position.

    Attributes:
        sites: those that count on the day.
        retired: those that were retired before it.
        retirements: the last day on which each retired site of the survey counts, by id.
    """

    sites: list[Row]
    retired: list[Row]
    retirements: Mapping[str, str]


def located_sites(survey: Survey, day: date) -> LocatedSites:
    """Return the located sites as of a UTC day."""
    rows = survey.rows("sites")
    placed = [row for row in rows if row.get("geom")]
    return LocatedSites([row for row in placed if not is_retired(row, day)],
                        [row for row in placed if is_retired(row, day)], retirements(rows))


def require_crossings(sites: Sequence[Row]) -> list[Row]:
    """Return the vehicle and barge crossings among these sites. Raises NoCrossings if there is none."""
    crossings = [row for row in sites if row["kind"] in CROSSING_KINDS]
    if not crossings:
        raise NoCrossings()
    return crossings
