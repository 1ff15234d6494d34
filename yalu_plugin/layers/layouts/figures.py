"""Pages of figures: a chart above a table. The corridor (crossings in order downstream) and the time line (crossings
per quarter beside what was published), from resources/layouts/figures.qpt.
"""

from __future__ import annotations

import base64
import io
import math
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsLayoutFrame,
    QgsLayoutItemManualTable,
    QgsLayoutItemPicture,
    QgsLayoutTableColumn,
    QgsPrintLayout,
    QgsProject,
    QgsTableCell,
)

from yalu_plugin.core.words import FITS_WORDS, KIND_WORDS, QUALIFIER_WORDS, STATE_WORDS
from yalu_plugin.i18n import phrase_text, tr
from yalu_plugin.layers.layouts import statements
from yalu_plugin.layers.layouts.template import Look, fill, from_template
from yalu_plugin.layers.survey.open import Survey

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.measure import Measured
    from yalu_plugin.layers.corridor.charts import ChartData

ITEMS = {"chart": QgsLayoutItemPicture, "table": QgsLayoutFrame}
ROWS, CLAIMS = 36, 15  # of a table of crossings, and of one of claims, that a page has room for
MM_PER_INCH = 25.4


def corridor_pages(project: QgsProject, survey: Survey, measured: Measured, data: ChartData, look: Look
                   ) -> list[QgsPrintLayout]:
    """The crossings in order downstream, as many pages as they take: each the strip of its own, and their table."""
    told = tr("{count} crossings: {along:.1f} km along the river, {straight:.1f} km straight, times {sinuosity}")
    told = told.format(
        count=measured.count, along=measured.along_km, straight=measured.straight_km,
        sinuosity="-" if math.isnan(measured.sinuosity) else f"{measured.sinuosity:.2f}")
    headings = ((tr("km"), 14), (tr("Crossing"), 48), (tr("Kind"), 26), (tr("State"), 30),
                (tr("Gap along, km"), 16), (tr("straight, km"), 16), (tr("Offset, m"), 14), (tr("County"), 20))
    made = []
    for first in range(0, max(measured.count, 1), ROWS):
        rows = data.rows[first:first + ROWS]
        page = _page(project, survey, tr("Crossings along the river"), told, "strip", replace(data, rows=rows), look)
        _set_table(page, tr("Crossings in order downstream, {first} to {last} of {count}").format(
            first=first + 1 if rows else 0, last=first + len(rows), count=measured.count), headings,
            [_crossing_cells(row, data) for row in rows])
        made.append(page)
    return made


def timeline_pages(project: QgsProject, survey: Survey, measured: Measured, data: ChartData, look: Look
                   ) -> list[QgsPrintLayout]:
    """Crossings per quarter beside what was published, and the published claims that can be measured here."""
    told = tr("{count} crossings located here, {seen} of them first seen on a known day").format(
        count=measured.count, seen=len(data.seen))
    claims = _claims(survey, measured) if data.claims else []
    measurable = [row for row in claims if not (math.isnan(row["located"]) and math.isnan(row["straight"]))]
    headings = ((tr("Published"), 48), (tr("What it is about"), 34), (tr("Located"), 13), (tr("Along"), 12),
                (tr("Straight"), 13), (tr("What fits"), 20), (tr("Note"), 60))
    made = []
    for first in range(0, max(len(measurable), 1), CLAIMS):
        rows = measurable[first:first + CLAIMS]
        page = _page(project, survey, tr("Published and measured"), told, "time", data, look)
        _set_table(page, tr("Published claims that can be measured here: {count} of {all}").format(
            count=len(measurable), all=len(claims)), headings, [_claim_cells(row) for row in rows])
        made.append(page)
    return made


def _claims(survey: Survey, measured: Measured) -> list[dict[str, Any]]:
    """The survey's claims, measured; their sources by publisher and date, which is shorter than their titles."""
    from yalu_plugin.layers.corridor.published import survey_claims

    short = {row["title"]: " ".join(part for part in (row["publisher"], row["published_on"]) if part)
             for row in survey.rows("sources")}
    rows = survey_claims(survey, measured.corridor).to_dict("records")
    return [{**row, "source": short.get(row["source"]) or row["source"]} for row in rows]


def _page(project: QgsProject, survey: Survey, title: str, told: str, chart: str, data: ChartData, look: Look
          ) -> QgsPrintLayout:
    layout, items = from_template(project, None, "figures", ITEMS, look)
    layout.setName(title)
    statement = data.statement
    as_of = tr("As of {day}; chainage in km downstream of {datum}").format(day=statement.day, datum=statement.datum)
    fill(layout, {"title": title, "dates": f"{told}\n{as_of}", "survey": statements.survey_line(survey),
                  "licences": "  ".join(filter(None, (statement.line, tr("Source: {source}").format(
                      source=statement.source) if statement.source else "")))})
    _draw(items["chart"], chart, data)
    return layout


def _draw(item: QgsLayoutItemPicture, chart: str, data: ChartData) -> None:
    """The chart as large as the item. Its letters are outlines: QGIS draws text in an SVG as such, whatever it is."""
    from yalu_plugin.core.charts.chart import LIGHT, Sheet
    from yalu_plugin.layers.corridor.charts import draw_chart

    size = item.rect().width() / MM_PER_INCH, item.rect().height() / MM_PER_INCH
    figure, svg = draw_chart(chart, data, Sheet(size, LIGHT, tr, titled=False)), io.BytesIO()
    figure.savefig(svg, format="svg")
    item.setPicturePath(f"base64:{base64.b64encode(svg.getvalue()).decode('ascii')}", Qgis.PictureFormat.SVG)


def _set_table(layout: QgsPrintLayout, heading: str, headings: Sequence[tuple[str, float]],
               rows: Sequence[Sequence[str]]) -> None:
    table: QgsLayoutItemManualTable = layout.itemById("table").multiFrame()
    table.setHeaders([QgsLayoutTableColumn(text) for text, _ in headings])
    table.setTableContents([[QgsTableCell(text) for text in row] for row in rows or [[""] * len(headings)]])
    room = layout.itemById("chart").rect().width() / sum(width for _, width in headings)
    table.setColumnWidths([width * room - 1.3 for _, width in headings])  # QGIS adds the margins of the cells
    table.refresh()
    fill(layout, {"heading_table": heading})


def _crossing_cells(row: dict[str, Any], data: ChartData) -> list[str]:
    state = data.states.get(row["site_id"], "unknown")
    county = (row["county"] or "") + ("" if row["county_certain"] or not row["county"] else " ?")
    sides = {"left": tr("left"), "right": tr("right"), "on_line": tr("on the line")}
    offset = f"{row['offset_m']:.0f} {sides[row['side']]}"
    return [f"{row['chainage_km']:.2f}", row["name"] or tr("without a name"),
            tr(KIND_WORDS.get(row["kind"], KIND_WORDS["other"])), tr(STATE_WORDS[state]),
            _number(row["gap_along_km"], 2), _number(row["gap_straight_km"], 2), offset, county]


def _claim_cells(row: dict[str, Any]) -> list[str]:
    value = tr(QUALIFIER_WORDS.get(row["qualifier"], "{value}")).format(value=f"{row['value']:,.10g}")
    return [f"{row['quantity']}: {value} {row['unit'] or ''} ({row['source']})", row["scope"] or "",
            _number(row["located"], 0), _number(row["along"], 1), _number(row["straight"], 1),
            tr(FITS_WORDS[row["fits"]]), " ".join(phrase_text(phrase) for phrase in row["notes"])]


def _number(value: float, places: int) -> str:
    return "" if value is None or math.isnan(value) else f"{value:.{places}f}"
