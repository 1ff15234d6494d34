"""The matrix of exported sites, as a table of its own or as sheets of a workbook."""

from __future__ import annotations

from pathlib import Path

from yalu_plugin.core.exporting.delimited_file import write_rows
from yalu_plugin.core.exporting.export_files import MATRIX, ROLE
from yalu_plugin.core.exporting.site_export import SurveyExport
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.survey.matrix.matrix_axis import UNITS
from yalu_plugin.core.text import translatable
from yalu_plugin.core.work_progress import Progress
from yalu_plugin.core.xlsx_writer import WorkbookSheet
from yalu_plugin.layers.survey.matrix_file import is_too_large, matrix_headings, matrix_rows, matrix_sheets
from yalu_plugin.layers.survey.matrix_survey import LineChainages, SurveyMatrix, matrix_of

_COARSER = {
    "month": translatable("The matrix has a column for each month: there are too many scenes for one each."),
    "quarter": translatable("The matrix has a column for each quarter: there are too many for months."),
}
_TOO_LARGE = translatable("There is no matrix in the export: it would be too large even by quarters.")


class ExportMatrix:
    """The matrix by scenes, or by months or quarters where it would be too large; `notices` tells which."""

    def __init__(self, export: SurveyExport, notices: list[Phrase]) -> None:
        self._record = export.record
        self._last = {"river_line": export.line, "datum": export.datum, "record": export.record,
                      ROLE: MATRIX, "survey_id": export.survey_id}
        self._shown = _fitting(export, notices)

    def sheets(self, progress: Progress) -> list[WorkbookSheet]:
        """Return the sheets of the matrix and its legend, none where it is too large."""
        if self._shown is None:
            return []
        return matrix_sheets(self._shown, self._last, self._record, progress)

    def write_csv(self, path: Path, progress: Progress) -> None:
        """Write the matrix, nothing where it is too large. Raises OSError and what `progress` raises."""
        if self._shown is not None:
            write_rows(path, matrix_headings(self._shown, self._last),
                       matrix_rows(self._shown, self._last.values(), progress))


def _fitting(export: SurveyExport, notices: list[Phrase]) -> SurveyMatrix | None:
    fids = [(fid, site_id) for site_id in export.site_ids
            if (fid := export.facts.fid_of("sites", site_id)) is not None]
    along = LineChainages({site_id: place.km for site_id, place in export.places.items()}, export.line, export.datum)
    for unit in UNITS:
        shown = matrix_of(export.facts, fids, along, unit, end=export.day)
        if not is_too_large(shown):
            if unit in _COARSER:
                notices.append(Phrase(_COARSER[unit]))
            return shown
    notices.append(Phrase(_TOO_LARGE))
    return None
