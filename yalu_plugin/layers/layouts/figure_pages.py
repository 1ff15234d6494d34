"""Pages of figures, a chart above a table, from resources/layouts/figures.qpt.

The corridor: crossings in order downstream. The time line: crossings per quarter next to the published figures.
"""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsFeedback,
    QgsLayoutFrame,
    QgsLayoutItemPicture,
    QgsPrintLayout,
    QgsProject,
)

from yalu_plugin.core.charts.chart import Statement
from yalu_plugin.core.decimals import decimals, from_to
from yalu_plugin.core.value_labels import FITS_LABELS, QUALIFIER_TEMPLATES
from yalu_plugin.i18n import phrase_text, tr
from yalu_plugin.layers.bundled import bundled_text, claim_scope, county_name, finding_text
from yalu_plugin.layers.display_names import kind_name, state_name
from yalu_plugin.layers.layouts import statements
from yalu_plugin.layers.layouts.chart_items import draw_on_page
from yalu_plugin.layers.layouts.event_pump import process_events
from yalu_plugin.layers.layouts.page_options import PageStyle
from yalu_plugin.layers.layouts.page_tables import fill_table, shrink_frame, split_long_cells
from yalu_plugin.layers.layouts.page_template import fill, fill_licences, from_template
from yalu_plugin.layers.survey.survey import Survey

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.measure import Measured
    from yalu_plugin.layers.corridor.chart_data import ChartData

BELOW_TABLE_MM = 4.0  # gap between the table and the item below it
ITEMS = {"chart": QgsLayoutItemPicture, "table": QgsLayoutFrame, "chart_below": QgsLayoutItemPicture}


def corridor_pages(project: QgsProject, survey: Survey, measured: Measured, data: ChartData, style: PageStyle,
                   feedback: QgsFeedback | None = None) -> list[QgsPrintLayout]:
    """Build the pages with the crossings in order downstream, as many as their table needs.

    The charts (positions along the river, gaps) show all crossings and are on the first page only. Raises
    ExportCancelled.
    """
    summary = _summary(measured)
    columns = ((tr("km"), 14), (tr("Crossing"), 48), (tr("Kind"), 26), (tr("State"), 30),
               (tr("Gap along, km"), 16), (tr("Straight, km"), 16), (tr("Offset, m"), 14), (tr("County"), 20))
    cells = [_crossing_cells(row, data) for row in data.rows]
    pages: list[QgsPrintLayout] = []
    first = 0
    while first < len(cells) or not pages:
        page = figure_page(project, survey, tr("Crossings along the river"), summary, data.statement, style)
        process_events(feedback)
        gaps = not pages and measured.count > 1
        if not gaps:
            remove_chart_below(page)
        if pages:
            remove_chart(page)
        else:
            _draw(page, "chart", "strip", data, feedback)
        process_events(feedback)
        taken = fill_table(page, columns, cells[first:], feedback=feedback)
        if gaps:
            _move_chart_below_up(page)
            process_events(feedback)
            _draw(page, "chart_below", "gaps", data, feedback)
            fill(page, {"heading_below": tr("Gaps between neighbouring crossings")})
        heading = tr("Crossings in order downstream, {first} to {last} of {count}")
        fill(page, {"heading_table": heading.format(first=first + 1, last=first + taken, count=measured.count)})
        if not cells:
            _remove_table(page, tr("No crossing within 5 km of the river line"))
        first += taken
        pages.append(page)
        process_events(feedback)
    return pages


def timeline_pages(project: QgsProject, survey: Survey, measured: Measured, data: ChartData, style: PageStyle,
                   feedback: QgsFeedback | None = None) -> list[QgsPrintLayout]:
    """Build the pages with crossings per quarter next to the published figures, and the claims that can be compared.

    These are the published claims with counts or distances. The chart is on the first page. Raises ExportCancelled.
    """
    counts = tr("Crossings measured along the river: {count}; first seen within known dates: {seen}").format(
        count=measured.count, seen=len(data.seen))
    summary = "\n".join(filter(None, (
        f"{counts}  ·  {_coverage_text(survey, measured, data.day)}", _not_measured_text(measured))))
    claims = _claims(survey, measured) if data.claims else []
    process_events(feedback)
    measurable = [row for row in claims if not (math.isnan(row["located"]) and math.isnan(row["straight"]))]
    columns = ((tr("Published"), 45), (tr("What it is about"), 28), (tr("Located"), 14), (tr("Along"), 17),
               (tr("Straight"), 15), (tr("What fits"), 28), (tr("Note"), 78))
    cells = split_long_cells(_claim_cells(row) for row in measurable)
    statement = _with_sources(survey, data.over_time, {row["claim_id"] for row in measurable})
    pages: list[QgsPrintLayout] = []
    first = 0
    while first < len(cells) or not pages:
        page = figure_page(project, survey, tr("Published and measured"), summary, statement, style)
        process_events(feedback)
        remove_chart_below(page)
        if pages:
            remove_chart(page)
        else:
            _draw(page, "chart", "time", data, feedback)
        process_events(feedback)
        first += fill_table(page, columns, cells[first:], feedback=feedback)
        heading = tr("Published claims with counts or distances to compare: {count} of {all}")
        fill(page, {"heading_table": heading.format(count=len(measurable), all=len(claims))})
        if not cells:
            _remove_table(page, heading.format(count=0, all=len(claims)) if claims
                          else tr("No published claims in this survey"))
        pages.append(page)
        process_events(feedback)
    return pages


def _claims(survey: Survey, measured: Measured) -> list[dict[str, Any]]:
    """Return the survey's claims, measured, with their notes; their sources are named by publisher and date."""
    from yalu_plugin.core.corridor.table_records import records
    from yalu_plugin.layers.corridor.survey_claims import survey_claims

    short = {row["title"]: " ".join(part for part in (row["publisher"], row["published_on"]) if part)
             for row in survey.rows("sources")}
    notes = {row["id"]: row["note"] or "" for row in survey.rows("claims")}
    rows = records(survey_claims(survey, measured.corridor))
    return [{**row, "source": short.get(row["source"]) or row["source"], "note": notes[row["claim_id"]]}
            for row in rows]


def _with_sources(survey: Survey, statement: Statement, claim_ids: set[str]) -> Statement:
    """Return the statement with the sources of these claims added."""
    ids = {row["source_id"] for row in survey.rows("claims") if row["id"] in claim_ids}
    cited = [row["attribution"] or row["title"] for row in survey.rows("sources") if row["id"] in ids]
    more = [credit for credit in cited if credit not in statement.source]
    return replace(statement, source="; ".join(filter(None, (statement.source, *more))))


def figure_page(project: QgsProject, survey: Survey, title: str, summary: str, statement: Statement, style: PageStyle
                ) -> QgsPrintLayout:
    """Return a page of figures with title, dates and credits; charts and table are still empty."""
    layout, _ = from_template(project, None, "figures", ITEMS, style)
    layout.setName(title)
    as_of = tr("As of {day}; chainage in km downstream of {datum}").format(day=statement.day, datum=statement.datum)
    credit = "  ".join(filter(None, (statement.line, tr("Source: {source}").format(
        source=statement.source) if statement.source else "")))
    fill(layout, {"title": title, "dates": f"{summary}\n{as_of}", "survey": statements.survey_line(survey)})
    fill_licences(layout, style.texts, credit, "  ")
    return layout


def _summary(measured: Measured) -> str:
    """Return how many crossings are measured, how far apart the outermost are, and which located ones are left out."""
    return "\n".join(filter(None, (_distances_text(measured), _not_measured_text(measured))))


def _coverage_text(survey: Survey, measured: Measured, day: date | None) -> str:
    """Return the share of the river searched by the day: a count of crossings covers only what was searched."""
    from yalu_plugin.layers.corridor.survey_searches import PeriodCoverage

    return phrase_text(PeriodCoverage(survey, measured.corridor).sentence(None, day.isoformat() if day else None))


def _not_measured_text(measured: Measured) -> str:
    """Return which located crossings are not measured, and why; empty if all are."""
    names = measured.off_line
    if not names:
        return ""
    summary = tr("Located: {located}. Not measured, being farther than 5 km from the river line: {count} ({names})")
    return summary.format(located=measured.count + len(names), count=len(names),
                          names=statements.first_few(names, len(names)))


def _distances_text(measured: Measured) -> str:
    if measured.count < 2:
        return tr("Crossings measured: {count}; distances need at least two").format(count=measured.count)
    summary = tr("{count} crossings: {along:.1f} km along the river, {straight:.1f} km straight, times {sinuosity}")
    return summary.format(count=measured.count, along=measured.along_km, straight=measured.straight_km,
                          sinuosity="-" if math.isnan(measured.sinuosity) else f"{measured.sinuosity:.2f}")


def _remove_table(layout: QgsPrintLayout, reason: str) -> None:
    """Hide the empty table, and write the reason in its heading."""
    layout.itemById("table").setVisibility(False)
    fill(layout, {"heading_table": reason})


def remove_chart_below(layout: QgsPrintLayout) -> None:
    """Hide the chart below the table, and extend the table over its space."""
    table, below = layout.itemById("table"), layout.itemById("chart_below")
    table.attemptSetSceneRect(table.sceneBoundingRect().united(below.sceneBoundingRect()))
    below.setVisibility(False)


def remove_chart(layout: QgsPrintLayout) -> None:
    """Hide the chart above the table, and move the table and its heading into its space."""
    chart, heading, table = (layout.itemById(name) for name in ("chart", "heading_table", "table"))
    up = chart.sceneBoundingRect().top() - heading.sceneBoundingRect().top()
    heading.attemptMoveBy(0, up)
    table.attemptSetSceneRect(table.sceneBoundingRect().adjusted(0, up, 0, 0))
    chart.setVisibility(False)


def _move_chart_below_up(layout: QgsPrintLayout) -> None:
    """Close the gap that a short table leaves, and make the chart below at most as high as the one above."""
    chart, table, below = (layout.itemById(name) for name in ("chart", "table", "chart_below"))
    heading = layout.itemById("heading_below")
    shrink_frame(layout)
    up = table.sceneBoundingRect().bottom() + BELOW_TABLE_MM - heading.sceneBoundingRect().top()
    heading.attemptMoveBy(0, up)
    space = below.sceneBoundingRect().adjusted(0, up, 0, 0)
    space.setHeight(min(space.height(), chart.rect().height()))
    below.attemptSetSceneRect(space)


def _draw(layout: QgsPrintLayout, name: str, chart: str, data: ChartData, feedback: QgsFeedback | None) -> None:
    """Draw the chart without a caption: the page states its date, datum and sources."""
    bare = Statement(synthetic=data.statement.synthetic)
    draw_on_page(layout, name, chart, replace(data, statement=bare, over_time=bare),
                 layout.itemById("dates").textFormat(), feedback)


def _crossing_cells(row: dict[str, Any], data: ChartData) -> list[str]:
    state = data.states.get(row["site_id"], "unknown")
    county = county_name(row["county"]) + ("" if row["county_certain"] or not row["county"] else " ?")
    sides = {"left": tr("left"), "right": tr("right"), "on_line": tr("on the line")}
    offset = f"{row['offset_m']:.0f} {sides[row['side']]}"
    return [f"{row['chainage_km']:.2f}", row["name"],
            kind_name(row["kind"]), state_name(state),
            decimals(row["gap_along_km"], 2), decimals(row["gap_straight_km"], 2), offset, county]


def _claim_cells(row: dict[str, Any]) -> list[str]:
    value = tr(QUALIFIER_TEMPLATES.get(row["qualifier"], "{value}")).format(value=f"{row['value']:,.10g}")
    return [f"{bundled_text(row['quantity'])}: {value} {bundled_text(row['unit'])} ({row['source']})",
            claim_scope(row),
            decimals(row["located"], 0), from_to(row["along_least"], row["along"], 1),
            from_to(row["straight_least"], row["straight"], 1), tr(FITS_LABELS[row["fits"]]),
            " ".join([*map(finding_text, row["notes"]), bundled_text(row["note"])]).strip()]
