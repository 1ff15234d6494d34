"""Whose the survey's river lines are, and what a legend calls them."""

from __future__ import annotations

from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row
from yalu_plugin.core.value_labels import RIVER_LABEL
from yalu_plugin.i18n import tr
from yalu_plugin.layers.survey.survey import Survey

OSM = "OpenStreetMap"
LONGEST = 120  # characters of a line's name and credit


def river_credits(survey: Survey) -> list[str]:
    """A line for each: the plugin's own (drawn where a survey has none), and those that were added."""
    rows = _drawn(survey)
    own_lines = [] if rows and not any(map(_is_osm, rows)) else [
        tr("River line: the border in OpenStreetMap where it follows the river, a proxy for the centreline "
           "(50-150 m sideways)."), tr("© OpenStreetMap contributors, ODbL 1.0.")]
    return own_lines + [_credit(row) for row in rows if not _is_osm(row)]


def river_label(survey: Survey) -> str:
    """What the legend calls the lines: those of others are no border in OSM."""
    return tr(RIVER_LABEL) if all(map(_is_osm, _drawn(survey))) else tr("River lines (whose: see the licences)")


def _drawn(survey: Survey) -> list[Row]:
    return [row for row in survey.rows("corridors") if row.get("geom")]


def _is_osm(row: Row) -> bool:
    return OSM in f"{row['source']} {row['attribution']}"


def _credit(row: Row) -> str:
    attribution = ", ".join(dict.fromkeys(part for part in (row["attribution"] or row["source"], row["licence"]) if part))
    return tr("River line {name}: {credit}.").format(
        name=one_line(row["name"] or tr("unnamed"), LONGEST),
        credit=one_line(attribution, LONGEST) or tr("source and licence not stated"))
