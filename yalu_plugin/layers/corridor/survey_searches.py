"""Which share of a corridor a survey's searches have looked at: what counts and totals of a period rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.published import key_id
from yalu_plugin.layers.survey.survey import Survey

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.coverage import Search
    from yalu_plugin.core.corridor.line import Corridor


class PeriodCoverage:
    """The searches of a survey along a corridor, read once, to be asked of several periods. Safe in any thread."""

    def __init__(self, survey: Survey, corridor: Corridor) -> None:
        self._corridor, self.searches = corridor, survey_searches(survey, corridor)

    def period(self, first: str | None, last: str | None) -> Phrase:
        """The sentence of core.corridor.coverage_words.period_phrase."""
        from yalu_plugin.core.corridor.chainage import length_m
        from yalu_plugin.core.corridor.coverage_phrases import period_phrase

        return period_phrase(self.searches, length_m(self._corridor), first, last)

    def then(self, first: str, last: str) -> Phrase:
        """That of then_phrase, beside something that names the period."""
        from yalu_plugin.core.corridor.chainage import length_m
        from yalu_plugin.core.corridor.coverage_phrases import then_phrase

        return then_phrase(self.searches, length_m(self._corridor), first, last)


def survey_searches(survey: Survey, corridor: Corridor) -> list[Search]:
    """What a survey's searches say of a corridor, on images that tell a day."""
    rows = survey.rows("searches")
    if not rows:
        return []
    from yalu_plugin.core.corridor.search_places import searches_along

    return searches_along(rows, survey.rows("images"), corridor, corridor_id_in(survey))


def survey_corridor(survey: Survey, bridge: bool = False) -> Corridor:
    """The survey's only river line, else the bundled one. Raises MissingPackages and what line_lonlat raises."""
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
    """The id by which rows of searches without a line name the survey's river: that of its only one, or of the bundled
    river where it has none; empty where it has several.
    """
    ids = [str(row["id"]) for row in survey.rows("corridors")]
    return "" if len(ids) > 1 else (ids or [key_id("corridors", "yalu")])[0]
