"""The result of an import in one line, and details on every row that was not imported as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yalu_plugin.gui.amounts import observations_text, sites_text
from yalu_plugin.gui.importing.import_rows_model import reason_text, status_name
from yalu_plugin.i18n import phrase_text, tr

if TYPE_CHECKING:
    from yalu_plugin.core.importing.import_assessment import ImportAssessment, ImportRow
    from yalu_plugin.core.survey.delta import Delta

MAX_LINES = 1000  # of the details; a million refused rows would block the window


def import_text(assessment: ImportAssessment | None) -> str:
    """Return the text of the button that writes: "Import 3 sites, change 5 sites"."""
    new, changed = (assessment.new_sites, assessment.changed_sites) if assessment else (0, 0)
    if new and changed:
        return tr("Import {sites}, change {changed}").format(sites=sites_text(new), changed=changed)
    if changed:
        return tr("Change {sites}").format(sites=sites_text(changed))
    return tr("Import {sites}").format(sites=sites_text(new)) if new else tr("Import")


def import_result_text(delta: Delta, assessment: ImportAssessment) -> tuple[str, str]:
    """Return one line, and details: what was not read of the file, and rows refused, left out or to be checked."""
    parts = [tr("{sites} imported").format(sites=sites_text(_added(delta, "sites")))]
    observations, changed = _added(delta, "observations"), assessment.changed_sites
    if observations:
        parts.append(observations_text(observations))
    if changed:
        parts.append(tr("{sites} changed").format(sites=sites_text(changed)))
    texts = {"refused": tr("{n} refused"), "asked": tr("{n} left out, not answered"), "check": tr("{n} to check")}
    parts += [text.format(n=assessment.counts[status]) for status, text in texts.items() if assessment.counts[status]]
    lines = [phrase_text(notice) for notice in assessment.notices]
    listed = [row for row in assessment.rows if row.status in texts]
    lines += [_line(row) for row in listed[:MAX_LINES]]
    if len(listed) > MAX_LINES:
        lines.append(tr("… and {n} more rows").format(n=len(listed) - MAX_LINES))
    return ", ".join(parts), "\n".join(lines)


def _added(delta: Delta, table: str) -> int:
    return sum(before is None for before, _ in delta.changes(table))


def _line(row: ImportRow) -> str:
    name = tr("Row {number} ({name})") if row.label else tr("Row {number}")
    status = "" if row.status == "refused" else f"{status_name(row.status)}: "
    return f"{name.format(number=row.number, name=row.label)}: {status}{reason_text(row)}"
