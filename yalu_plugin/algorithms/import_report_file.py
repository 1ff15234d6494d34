"""What an import reports: a JSON file of every row and word, and a line for each of the first in the log."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qgis.core import QgsProcessingFeedback

from yalu_plugin.core.atomic_file import written_whole
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.importing.import_assessment import ASKED, GOOD, REFUSED, ImportRow, Judged
from yalu_plugin.core.text import translatable
from yalu_plugin.i18n import phrase_text, tr

LOGGED = 200  # rows; the report has all


class ReportNotWritten(YaluError):
    """The report could not be written, so nothing was imported."""

    template = translatable("The report {path} cannot be written, so nothing was imported. Choose another place.")


def log_rows(judged: Judged, feedback: QgsProcessingFeedback) -> None:
    """Log what of the file was not read, and the rows that are not taken as they are."""
    for notice in judged.notices:
        feedback.pushWarning(phrase_text(notice))
    named = [row for row in judged.rows if row.fate != GOOD]
    for row in named[:LOGGED]:
        if row.fate in (ASKED, REFUSED):
            feedback.pushWarning(_line(row))
        else:
            feedback.pushInfo(_line(row))
    if len(named) > LOGGED:
        feedback.pushInfo(tr("… and {n} more rows: the report has them").format(n=len(named) - LOGGED))


@contextmanager
def reported(judged: Judged, dry_run: bool, path: str) -> Iterator[None]:
    """Write the report, where one is asked for, before the work inside; it takes its place once that is done.

    So nothing is imported where no report can be written, and no report tells of what was not imported.
    Raises ReportNotWritten.
    """
    if not path:
        yield
        return
    try:
        with written_whole(Path(path)) as part:
            part.write_text(json.dumps({"dry_run": dry_run, **judged.report()}, ensure_ascii=False, indent=1), "utf-8")
            yield
    except OSError as error:
        raise ReportNotWritten(str(error), path=path) from error


def _line(row: ImportRow) -> str:
    reason = "; ".join(map(phrase_text, row.reasons))
    line = {"refused": tr("Row {row} refused: {reason}"), "repaired": tr("Row {row} repaired: {reason}"),
            "check": tr("Row {row} imported, to be checked: {reason}"),
            "asked": tr("Row {row} left out until it is answered for: {reason}")}[row.fate]
    return line.format(row=f"{row.number} ({row.label})" if row.label else row.number, reason=reason)
