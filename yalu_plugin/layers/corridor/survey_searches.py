"""The share of a corridor that a survey's searches cover: the basis of counts and totals of a period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.published import key_id
from yalu_plugin.layers.survey.survey import Survey

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.coverage import Search
    from yalu_plugin.core.corridor.line import Corridor


class PeriodCoverage:
    """The searches of a survey along a corridor, read once for several periods. Safe in any thread."""

    def __init__(self, survey: Survey, corridor: Corridor) -> None:
        self._corridor, self.searches = corridor, survey_searches(survey, corridor)

    def sentence(self, first: str | None, last: str | None) -> Phrase:
        """Return the sentence of core.corridor.coverage_phrases.period_phrase."""
        from yalu_plugin.core.corridor.chainage import length_m
        from yalu_plugin.core.corridor.coverage_phrases import period_phrase

        return period_phrase(self.searches, length_m(self._corridor), first, last)

    def short_text(self, first: str, last: str) -> Phrase:
        """Return the text of then_phrase, for use next to something that names the period."""
        from yalu_plugin.core.corridor.chainage import length_m
        from yalu_plugin.core.corridor.coverage_phrases import then_phrase

        return then_phrase(self.searches, length_m(self._corridor), first, last)


def survey_searches(survey: Survey, corridor: Corridor) -> list[Search]:
    """Return a survey's searches along a corridor, on images with a known day."""
    rows = survey.rows("searches")
    if not rows:
        return []
    from yalu_plugin.core.corridor.search_places import searches_along

    return searches_along(rows, survey.rows("images"), corridor, corridor_id_in(survey))


def survey_corridor(survey: Survey, bridge: bool = False) -> Corridor:
    """Return the survey's only river line, else the bundled one. Raises MissingPackages and errors of line_lonlat."""
    from yalu_plugin.layers.corridor.corridor_input import ORIGIN_FIELDS, WGS84, bundled_corridor

    river, rows = bundled_corridor(), survey.rows("corridors")
    if len(rows) != 1:
        return river
    import shapely

    from yalu_plugin.core.corridor.direction import direction_of
    from yalu_plugin.core.corridor.line import Corridor, line_lonlat

    lonlat, bridged_m = line_lonlat(shapely.from_wkt(rows[0].get("geom")), WGS84, bridge)
    origin = {name: rows[0][name] or "" for name in ORIGIN_FIELDS}
    return Corridor(lonlat, **origin, bridged_m=bridged_m,
                    direction=direction_of(lonlat, rows[0]["direction"] or "", river))


def corridor_id_in(survey: Survey) -> str:
    """Return the id of the survey's river, for rows of searches without a line.

    That is its only corridor, or the bundled river if it has none; empty if it has several.
    """
    ids = [str(row["id"]) for row in survey.rows("corridors")]
    return "" if len(ids) > 1 else (ids or [key_id("corridors", "yalu")])[0]
