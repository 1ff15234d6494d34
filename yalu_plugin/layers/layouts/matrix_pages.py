"""Pages of the report with the matrix of sites by dates, as in the Matrix panel."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from qgis.core import QgsFeedback, QgsPrintLayout, QgsProject

from yalu_plugin.core.charts.chart import Statement
from yalu_plugin.core.charts.matrix_drawing import Sizes, matrix_svg_and_texts
from yalu_plugin.core.survey.matrix.matrix_axis import UNITS, day_of
from yalu_plugin.core.survey.matrix.matrix_cells import EMPTY_CELL
from yalu_plugin.i18n import tr
from yalu_plugin.layers.layouts.chart_items import add_to_page
from yalu_plugin.layers.layouts.event_pump import process_events
from yalu_plugin.layers.layouts.figure_pages import figure_page
from yalu_plugin.layers.layouts.page_options import PageStyle
from yalu_plugin.layers.layouts.page_template import fill
from yalu_plugin.layers.survey.matrix_file import drawing_of
from yalu_plugin.layers.survey.matrix_survey import LineChainages, SurveyMatrix, read_matrix
from yalu_plugin.layers.survey.survey import Survey

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.measure import Measured

COLUMNS, ROWS = 22, 52  # of a page
SIZES = Sizes((17.0, 11.5), 150.0, 6.0, 526.0)


def matrix_pages(project: QgsProject, survey: Survey, measured: Measured, day: date, statement: Statement,
                 style: PageStyle, feedback: QgsFeedback | None = None) -> list[QgsPrintLayout]:
    """Build the pages of the matrix as known by the end of the UTC `day`, as many as it needs.

    The columns are scenes if one page has space for all, else months, else quarters. If there are more sites than rows
    on a page, only those observed in its columns are drawn, and the number of the others is stated. There is no page
    without sites or without a date. Raises ExportCancelled and what reading the survey raises.
    """
    along = LineChainages(dict(zip(measured.table["site_id"], measured.table["chainage_km"])))
    shown = _shown(survey, along, day, feedback)
    pages: list[QgsPrintLayout] = []
    for columns in _parts(range(len(shown.matrix.columns)), COLUMNS):
        observed_rows = [row for row in range(len(shown.rows))
                         if len(shown.rows) <= ROWS or _is_observed(shown, row, columns)]
        process_events(feedback)
        for rows in _parts(observed_rows, ROWS):
            not_drawn = _not_drawn_text(shown, columns, len(observed_rows))
            pages.append(_page(project, survey, shown, rows, columns, not_drawn, statement, style, feedback))
            process_events(feedback)
    return pages


def _is_observed(shown: SurveyMatrix, row: int, columns: Sequence[int]) -> bool:
    cells = shown.matrix.cells(shown.rows.site_at(row))
    return any(cells.cell(column) != EMPTY_CELL for column in columns)


def _not_drawn_text(shown: SurveyMatrix, columns: Sequence[int], observed_rows: int) -> str:
    left = len(shown.rows) - observed_rows
    if not left:
        return ""
    first, last = (shown.matrix.columns[column] for column in (columns[0], columns[-1]))
    return tr("{n} of {all} sites are not drawn: none of them was observed from {first} to {last}.").format(
        n=left, all=len(shown.rows), first=day_of(first.first or first.last), last=day_of(last.last))


def _shown(survey: Survey, along: LineChainages, day: date, feedback: QgsFeedback | None) -> SurveyMatrix:
    shown = read_matrix(survey, along, UNITS[0], end=day, feedback=feedback)
    for unit in UNITS[1:]:
        process_events(feedback)
        if len(shown.matrix.columns) > COLUMNS:
            shown = shown.by(unit)
    return shown


def _page(project: QgsProject, survey: Survey, shown: SurveyMatrix, rows: Sequence[int], columns: Sequence[int],
          not_drawn: str, statement: Statement, style: PageStyle, feedback: QgsFeedback | None) -> QgsPrintLayout:
    page = figure_page(project, survey, tr("Sites by dates"), " ".join(filter(None, (tr(
        "A cell says only what was observed in its column; white: not inspected. Days are UTC."), not_drawn))),
                       statement, style)
    process_events(feedback)
    chart, below = page.itemById("chart"), page.itemById("chart_below")
    chart.attemptSetSceneRect(chart.sceneBoundingRect().united(below.sceneBoundingRect()))
    for name in ("table", "chart_below"):
        page.itemById(name).setVisibility(False)
    fill(page, {"heading_table": "", "heading_below": ""})
    svg, texts = matrix_svg_and_texts(drawing_of(shown, rows, columns), SIZES)
    process_events(feedback)
    add_to_page(page, "chart", svg, texts, page.itemById("dates").textFormat(), feedback)
    return page


def _parts(numbers: Sequence[int], most: int) -> list[Sequence[int]]:
    """Split the numbers into parts of at most so many, as even as possible."""
    parts, count = -(-len(numbers) // most), len(numbers)
    return [numbers[count * at // parts:count * (at + 1) // parts] for at in range(parts)]
