"""The report of an import: a JSON file about every row and text, and log messages for the first rows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qgis.core import QgsProcessingFeedback

from yalu_plugin.algorithms.datum_parameter import log_datum_offer
from yalu_plugin.core.atomic_file import atomic_write
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.importing.difference_text import change_phrases
from yalu_plugin.core.importing.import_assessment import ASKED, GOOD, REFUSED, ImportAssessment, ImportRow
from yalu_plugin.core.importing.import_report import import_report
from yalu_plugin.core.text import translatable
from yalu_plugin.i18n import phrase_text, tr

LOGGED = 200  # rows; the report has all


class ReportNotWritten(YaluError):
    """The report could not be written, so nothing was imported."""

    template = translatable("The report {path} cannot be written, so nothing was imported. Choose another place.")


def log_rows(assessment: ImportAssessment, feedback: QgsProcessingFeedback) -> None:
    """Log the notices about the file, the rows that are not imported unchanged, and what differs from the survey."""
    log_datum_offer(assessment, feedback)
    for notice in assessment.notices:
        feedback.pushWarning(phrase_text(notice))
    for phrase in assessment.more:
        feedback.pushInfo(phrase_text(phrase))
    named = [row for row in assessment.rows if row.status != GOOD or row.differences]
    for row in named[:LOGGED]:
        for phrase in change_phrases(row):
            feedback.pushInfo(tr("Row {row}: {difference}").format(row=_name(row), difference=phrase_text(phrase)))
        if row.status == GOOD:
            continue
        if row.status in (ASKED, REFUSED):
            feedback.pushWarning(_line(row))
        else:
            feedback.pushInfo(_line(row))
    if len(named) > LOGGED:
        feedback.pushInfo(tr("… and {n} more rows: the report has them").format(n=len(named) - LOGGED))
    if assessment.gone:
        feedback.pushInfo(tr("{n} sites of the survey are not in the list any more").format(n=len(assessment.gone)))
    kept = [[each.field for each in row.differences if not each.taken] for row in assessment.rows]
    fields = dict.fromkeys(field for row in kept for field in row)
    if fields:
        feedback.pushInfo(tr("In {n} rows the survey stays as it is. To take the list's word there, set “Whose word "
                             "counts” (UPDATE): {example}").format(
                                 n=sum(map(bool, kept)), example=json.dumps(dict.fromkeys(fields, "list"))))


@contextmanager
def writing_report(assessment: ImportAssessment, dry_run: bool, path: str) -> Iterator[None]:
    """Write the report to a temporary file before the body of the `with` statement; move it to `path` after the body.

    Nothing is imported if the report cannot be written, and there is no report about a failed import.
    An empty path means no report.

    Raises:
        ReportNotWritten: the file cannot be written.
    """
    if not path:
        yield
        return
    try:
        with atomic_write(Path(path)) as part:
            report = {"dry_run": dry_run, **import_report(assessment)}
            part.write_text(json.dumps(report, ensure_ascii=False, indent=1), "utf-8")
            yield
    except OSError as error:
        raise ReportNotWritten(str(error), path=path) from error


def _line(row: ImportRow) -> str:
    reason = "; ".join(map(phrase_text, row.reasons))
    line = {"refused": tr("Row {row} refused: {reason}"), "repaired": tr("Row {row} repaired: {reason}"),
            "check": tr("Row {row} imported, to be checked: {reason}"),
            "asked": tr("Row {row} left out until its question is answered: {reason}")}[row.status]
    return line.format(row=_name(row), reason=reason)


def _name(row: ImportRow) -> str:
    return f"{row.number} ({row.label})" if row.label else str(row.number)
