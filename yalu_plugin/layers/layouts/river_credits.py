"""Credits of the survey's river lines, and their label in a legend."""

from __future__ import annotations

from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row
from yalu_plugin.core.value_labels import RIVER_LABEL
from yalu_plugin.i18n import tr
from yalu_plugin.layers.survey.survey import Survey

OSM = "OpenStreetMap"
LONGEST = 120  # characters of the name and the credit of a river line


def river_credits(survey: Survey) -> list[str]:
    """Return a text for each river line: the plugin's (drawn if a survey has none), and those that were added."""
    rows = _drawn(survey)
    own_lines = [] if rows and not any(map(_is_osm, rows)) else _osm_credits()
    return own_lines + [_credit(row) for row in rows if not _is_osm(row)]


def line_credits(row: Row) -> list[str]:
    """Return lines on the source and licence of one river line."""
    return _osm_credits() if _is_osm(row) else [_credit(row)]


def river_label(survey: Survey) -> str:
    """Return the label of the lines in the legend: only the plugin's are the border in OSM."""
    return tr(RIVER_LABEL) if all(map(_is_osm, _drawn(survey))) else tr("River lines (sources: see the licences)")


def _osm_credits() -> list[str]:
    return [tr("River line: the border in OpenStreetMap where it follows the river, a proxy for the centreline "
               "(50-150 m sideways)."), tr("© OpenStreetMap contributors, ODbL 1.0.")]


def _drawn(survey: Survey) -> list[Row]:
    return [row for row in survey.rows("corridors") if row.get("geom")]


def _is_osm(row: Row) -> bool:
    return OSM in f"{row['source']} {row['attribution']}"


def _credit(row: Row) -> str:
    parts = (row["attribution"] or row["source"], row["licence"])
    attribution = ", ".join(dict.fromkeys(part for part in parts if part))
    return tr("River line {name}: {credit}.").format(
        name=one_line(row["name"] or tr("unnamed"), LONGEST),
        credit=one_line(attribution, LONGEST) or tr("source and licence not stated"))
