"""What an import did, in one line, and every row that was not taken as it was in the details."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yalu_plugin.gui.amounts import observations_text, sites_text
from yalu_plugin.gui.importing.import_model import fate_name, reason_text
from yalu_plugin.i18n import phrase_text, tr

if TYPE_CHECKING:
    from yalu_plugin.core.importing.judged import ImportRow, Judged
    from yalu_plugin.core.survey.delta import Delta

LINES = 1000  # of the details; a file of a million refused rows would hold up the window


def import_report(delta: Delta, judged: Judged) -> tuple[str, str]:
    """One line, and the details: what was not read of the file, and the rows refused, left out or to be checked."""
    parts = [tr("{sites} imported").format(sites=sites_text(len(delta.changes("sites"))))]
    count = len(delta.changes("observations"))
    if count:
        parts.append(observations_text(count))
    texts = {"refused": tr("{n} refused"), "asked": tr("{n} left out, not answered"), "check": tr("{n} to check")}
    parts += [text.format(n=judged.counts[fate]) for fate, text in texts.items() if judged.counts[fate]]
    lines = [phrase_text(notice) for notice in judged.notices]
    named = [row for row in judged.rows if row.fate in texts]
    lines += [_line(row) for row in named[:LINES]]
    if len(named) > LINES:
        lines.append(tr("… and {n} more rows").format(n=len(named) - LINES))
    return ", ".join(parts), "\n".join(lines)


def _line(row: ImportRow) -> str:
    name = tr("Row {number} ({name})") if row.label else tr("Row {number}")
    fate = "" if row.fate == "refused" else f"{fate_name(row.fate)}: "
    return f"{name.format(number=row.number, name=row.label)}: {fate}{reason_text(row)}"
