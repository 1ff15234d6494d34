"""The survey's sites that a map can show."""

from __future__ import annotations

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.published import Row
from yalu_plugin.core.schema import CROSSING_KINDS
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.survey.survey import Survey


class NoCrossings(YaluError):
    """A survey without a vehicle or barge crossing that has a position."""

    template = translatable("The survey has no crossing to show. Import sites or add one, then make the map.")


def located_sites(survey: Survey) -> list[Row]:
    """The sites that have a position, of every kind."""
    return [row for row in survey.rows("sites") if row.get("geom")]


def crossings_among(sites: list[Row]) -> list[Row]:
    """The vehicle and barge crossings of these sites. Raises NoCrossings where there is none."""
    crossings = [row for row in sites if row["kind"] in CROSSING_KINDS]
    if not crossings:
        raise NoCrossings()
    return crossings
