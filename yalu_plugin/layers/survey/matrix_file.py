"""The matrix as a file: CSV or XLSX with a row for each site, PNG or SVG as it is drawn."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from qgis.core import QgsFeedback
from qgis.PyQt.QtGui import QImage

from yalu_plugin.core.atomic_file import atomic_write
from yalu_plugin.core.cell_text import neutralised
from yalu_plugin.core.charts.matrix_drawing import MatrixDrawing, matrix_svg
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.importing.work_progress import Cancelled
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.survey.matrix.matrix_cells import Cell
from yalu_plugin.core.survey.matrix.matrix_sheet import legend_sheet, matrix_sheet
from yalu_plugin.core.survey.matrix.matrix_table import SITE, cell_values_text, headings, table_rows
from yalu_plugin.core.text import translatable
from yalu_plugin.core.xlsx_writer import MOST_COLUMNS, MOST_ROWS, write_xlsx
from yalu_plugin.i18n import tr
from yalu_plugin.layers.display_names import site_name
from yalu_plugin.layers.matrix_texts import column_lines, legend_cells
from yalu_plugin.layers.survey.heads import head_text
from yalu_plugin.layers.survey.matrix_survey import SurveyMatrix
from yalu_plugin.layers.survey.survey import Survey

ENDINGS = (".csv", ".xlsx", ".png", ".svg")
MOST_CELLS = 5_000_000  # of a sheet: a spreadsheet program holds all of it in memory
MOST_DRAWN = 300_000  # cells of a picture
PNG_TIMES, MOST_PIXELS = 2.0, 100_000_000  # pixels per point, reduced where there would be more pixels in all
LAST = ("river_line", "datum", "record")


class MatrixNotWritten(YaluError):
    """The file could not be written."""

    template = translatable("The matrix could not be written to {path}. Close it elsewhere, or choose another file.")


class MatrixFormatUnknown(YaluError):
    """A file ending of no format that the plugin writes."""

    template = translatable("A matrix is saved as .csv, .xlsx, .png or .svg, not as “{path}”. Choose another ending.")


class MatrixTooLarge(YaluError):
    """The matrix exceeds the limits of a format."""

    template = translatable("{sites} sites by {columns} columns are more than this kind of file takes. Choose months "
                            "or quarters, fewer dates, or CSV.")


def write_matrix(survey: Survey, shown: SurveyMatrix, path: Path, feedback: QgsFeedback | None = None) -> None:
    """Write the matrix, whole or not at all, in the format of the ending of `path`.

    Raises MatrixFormatUnknown, MatrixTooLarge, MatrixNotWritten and Cancelled.
    """
    writers = {".csv": _write_csv, ".xlsx": _write_xlsx, ".png": _write_png, ".svg": _write_svg}
    ending = path.suffix.lower()
    if ending not in writers:
        raise MatrixFormatUnknown(path=path.name)
    try:
        with atomic_write(path) as part:
            writers[ending](survey, shown, part, feedback or QgsFeedback())
    except OSError as error:
        raise MatrixNotWritten(str(error), path=str(path)) from error


# tables

def _heads(shown: SurveyMatrix) -> list[str]:
    return [*SITE, *headings(shown.matrix, shown.scenes), *LAST]


def _table(survey: Survey, shown: SurveyMatrix, feedback: QgsFeedback, cell: Callable[[Cell], object]
           ) -> Iterator[list[Any]]:
    last = [shown.along.line, shown.along.datum, head_text(survey)]
    for number, row in enumerate(table_rows(shown.matrix, shown.rows, shown.along.chainages, cell)):
        if number % 100 == 0:
            feedback.setProgress(100 * number / len(shown.rows))
            if feedback.isCanceled():
                raise Cancelled()
        yield [*row, *last]


def _write_csv(survey: Survey, shown: SurveyMatrix, part: Path, feedback: QgsFeedback) -> None:
    with part.open("w", encoding="utf-8-sig", newline="", errors="replace") as file:
        writer = csv.writer(file)
        writer.writerow(map(neutralised, _heads(shown)))
        writer.writerows([neutralised(cell) if isinstance(cell, str) else cell for cell in row]
                         for row in _table(survey, shown, feedback, cell_values_text))


def _write_xlsx(survey: Survey, shown: SurveyMatrix, part: Path, feedback: QgsFeedback) -> None:
    heads, count = _heads(shown), len(shown.matrix.columns)
    _check_size(shown, len(heads) > MOST_COLUMNS or len(shown.rows) >= MOST_ROWS
                   or len(heads) * len(shown.rows) > MOST_CELLS)
    notes = [*_foot(survey, shown), *([tr("SYNTHETIC")] if shown.has_synthetic else [])]
    write_xlsx(part, [matrix_sheet("matrix", heads, _table(survey, shown, feedback, lambda cell: cell), count),
                      legend_sheet("legend", legend_cells(), notes)])


def _foot(survey: Survey, shown: SurveyMatrix) -> list[str]:
    """Return the notes that a matrix needs on its own."""
    foot = [tr("A cell says only what was observed in its column; white: not inspected. Days are UTC."),
            " · ".join(filter(None, (shown.along.line, shown.along.datum))), head_text(survey)]
    return [line for line in foot if line]


# pictures

def drawing_of(shown: SurveyMatrix, rows: Sequence[int], columns: Sequence[int], **options: Any) -> MatrixDrawing:
    """Return a part of the matrix to be drawn; `options` are further fields of MatrixDrawing."""
    matrix, site_ids = shown.matrix, [shown.rows.site_at(row) for row in rows]
    sites = [matrix.facts.row("sites", site_id) or {} for site_id in site_ids]
    names = [("" if (km := shown.along.chainages.get(site.get("id", ""))) is None else f"{km:.1f}",
              one_line(site_name(site)) if site else "") for site in sites]
    return MatrixDrawing(
        names, [column_lines(matrix.columns[column], matrix.unit) for column in columns],
        lambda row, column: matrix.cell(site_ids[row], columns[column]), list(legend_cells()),
        watermark=tr("SYNTHETIC") if shown.has_synthetic else "", **options)


def _svg(survey: Survey, shown: SurveyMatrix) -> bytes:
    rows, columns = range(len(shown.rows)), range(len(shown.matrix.columns))
    _check_size(shown, len(rows) * max(len(columns), 1) > MOST_DRAWN)
    title = tr("{title}: sites by dates").format(title=one_line(survey.title))
    return matrix_svg(drawing_of(shown, rows, columns, head=(title, ""), foot=_foot(survey, shown)))


def _write_svg(survey: Survey, shown: SurveyMatrix, part: Path, _feedback: QgsFeedback) -> None:
    part.write_bytes(_svg(survey, shown))


def _write_png(survey: Survey, shown: SurveyMatrix, part: Path, _feedback: QgsFeedback) -> None:
    image = image_of(_svg(survey, shown))
    if image.isNull() or not image.save(str(part), "PNG"):
        raise OSError(str(part))


def image_of(svg: bytes) -> QImage:
    """Return the picture of a drawing, at twice its size unless that is too large."""
    from qgis.PyQt.QtCore import QBuffer, QIODevice
    from qgis.PyQt.QtGui import QImageReader

    buffer = QBuffer()
    buffer.setData(svg)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, b"svg")
    size = reader.size()
    times = min(PNG_TIMES, (MOST_PIXELS / max(size.width() * size.height(), 1)) ** 0.5)
    reader.setScaledSize(size * times)
    return reader.read()


def _check_size(shown: SurveyMatrix, too_many: bool) -> None:
    if too_many:
        raise MatrixTooLarge(sites=len(shown.rows), columns=len(shown.matrix.columns))
