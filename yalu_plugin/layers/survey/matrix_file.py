"""The matrix as a file: CSV or XLSX with a row for each site, PNG or SVG as it is drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from qgis.core import QgsFeedback
from qgis.PyQt.QtGui import QImage

from yalu_plugin.core.atomic_file import atomic_write
from yalu_plugin.core.charts.matrix_drawing import MatrixDrawing, matrix_svg
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.exporting.delimited_file import write_rows
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.survey.matrix.matrix_cells import Cell
from yalu_plugin.core.survey.matrix.matrix_sheet import legend_sheet, matrix_sheet
from yalu_plugin.core.survey.matrix.matrix_table import SITE, cell_values_text, headings, table_rows
from yalu_plugin.core.text import translatable
from yalu_plugin.core.work_progress import Progress
from yalu_plugin.core.xlsx_writer import MOST_COLUMNS, MOST_ROWS, WorkbookSheet, write_xlsx
from yalu_plugin.i18n import tr
from yalu_plugin.layers.display_names import site_name
from yalu_plugin.layers.feedback_progress import progress_of
from yalu_plugin.layers.matrix_texts import column_lines, legend_cells
from yalu_plugin.layers.survey.heads import head_text
from yalu_plugin.layers.survey.matrix_survey import SurveyMatrix
from yalu_plugin.layers.survey.survey import Survey

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

def is_too_large(shown: SurveyMatrix) -> bool:
    """Return whether the matrix exceeds the limits of a sheet."""
    width = len(SITE) + len(shown.matrix.columns) + len(LAST)
    return width > MOST_COLUMNS or len(shown.rows) >= MOST_ROWS or width * len(shown.rows) > MOST_CELLS


def matrix_headings(shown: SurveyMatrix, last: Iterable[str]) -> list[str]:
    """Return the headings of the table, the names of its `last` columns at the end."""
    return [*SITE, *headings(shown.matrix, shown.scenes), *last]


def matrix_rows(shown: SurveyMatrix, last: Iterable[str], progress: Progress,
                cell: Callable[[Cell], object] = cell_values_text) -> Iterator[list[Any]]:
    """Yield the rows of the table, each with the same `last` values at the end. Raises what `progress` raises."""
    last = list(last)
    for number, row in enumerate(table_rows(shown.matrix, shown.rows, shown.along.chainages, cell)):
        if number % 100 == 0:
            progress(number / len(shown.rows))
        yield [*row, *last]


def matrix_sheets(shown: SurveyMatrix, last: Mapping[str, str], record: str, progress: Progress) -> list[WorkbookSheet]:
    """Return the sheets of the matrix, as `matrix_rows`, and of its legend with the record."""
    notes = [*_foot(shown, record), *([tr("SYNTHETIC")] if shown.has_synthetic else [])]
    rows = matrix_rows(shown, last.values(), progress, lambda cell: cell)
    return [matrix_sheet("matrix", matrix_headings(shown, last), rows, len(shown.matrix.columns)),
            legend_sheet("legend", legend_cells(), notes)]


def _last(survey: Survey, shown: SurveyMatrix) -> dict[str, str]:
    return dict(zip(LAST, (shown.along.line, shown.along.datum, head_text(survey))))


def _write_csv(survey: Survey, shown: SurveyMatrix, part: Path, feedback: QgsFeedback) -> None:
    last = _last(survey, shown)
    write_rows(part, matrix_headings(shown, last), matrix_rows(shown, last.values(), progress_of(feedback)))


def _write_xlsx(survey: Survey, shown: SurveyMatrix, part: Path, feedback: QgsFeedback) -> None:
    _check_size(shown, is_too_large(shown))
    write_xlsx(part, matrix_sheets(shown, _last(survey, shown), head_text(survey), progress_of(feedback)))


def _foot(shown: SurveyMatrix, record: str) -> list[str]:
    """Return the notes that a matrix needs on its own."""
    foot = [tr("A cell says only what was observed in its column; white: not inspected. Days are UTC."),
            " · ".join(filter(None, (shown.along.line, shown.along.datum))), record]
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
    return matrix_svg(drawing_of(shown, rows, columns, head=(title, ""), foot=_foot(shown, head_text(survey))))


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
