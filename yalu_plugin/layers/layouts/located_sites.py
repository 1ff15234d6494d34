"""The survey's sites that a map can show."""

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


class Located(NamedTuple):
    """The sites of every kind that have a position and count on a day; those that were retired before it; and the last
    day that each retired one counts, by id.
    """

    sites: list[Row]
    retired: list[Row]
    retirements: Mapping[str, str]


def located_sites(survey: Survey, day: date) -> Located:
    """As they are on a UTC day."""
    rows = survey.rows("sites")
    placed = [row for row in rows if row.get("geom")]
    return Located([row for row in placed if not is_retired(row, day)],
                   [row for row in placed if is_retired(row, day)], retirements(rows))


def crossings_among(sites: Sequence[Row]) -> list[Row]:
    """The vehicle and barge crossings of these sites. Raises NoCrossings where there is none."""
    crossings = [row for row in sites if row["kind"] in CROSSING_KINDS]
    if not crossings:
        raise NoCrossings()
    return crossings
