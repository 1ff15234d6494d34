"""What an import did, in one line, and every row that was not taken as it was in the details."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yalu_plugin.gui.importing.import_rows_model import status_name, reason_text
from yalu_plugin.i18n import phrase_text, tr

if TYPE_CHECKING:
    from yalu_plugin.core.importing.import_assessment import ImportAssessment, ImportRow
    from yalu_plugin.core.survey.delta import Delta

LINES = 1000  # of the details; a file of a million refused rows would hold up the window


def import_result_text(delta: Delta, assessment: ImportAssessment) -> tuple[str, str]:
    """One line, and the details: what was not read of the file, and the rows refused, left out or to be checked."""
    parts = [tr("{sites} imported").format(sites=sites_text(len(delta.changes("sites"))))]
    count = len(delta.changes("observations"))
    if count:
        parts.append(tr("1 observation") if count == 1 else tr("{n} observations").format(n=count))
    texts = {"refused": tr("{n} refused"), "asked": tr("{n} left out, not answered"), "check": tr("{n} to check")}
    parts += [text.format(n=assessment.counts[status]) for status, text in texts.items() if assessment.counts[status]]
    lines = [phrase_text(notice) for notice in assessment.notices]
    named = [row for row in assessment.rows if row.status in texts]
    lines += [_line(row) for row in named[:LINES]]
    if len(named) > LINES:
        lines.append(tr("… and {n} more rows").format(n=len(named) - LINES))
    return ", ".join(parts), "\n".join(lines)


def _line(row: ImportRow) -> str:
    name = tr("Row {number} ({name})") if row.label else tr("Row {number}")
    status = "" if row.status == "refused" else f"{status_name(row.status)}: "
    return f"{name.format(number=row.number, name=row.label)}: {status}{reason_text(row)}"


def sites_text(number: int) -> str:
    """So many sites, in words."""
    return tr("1 site") if number == 1 else tr("{n} sites").format(n=number)
