"""Whether a survey's record of changes is as it was written."""

from __future__ import annotations

from pathlib import Path

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.published import Row
from yalu_plugin.core.schema import TABLE
from yalu_plugin.core.survey.record import first_break
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.survey.errors import SurveyLocked, SurveyMissing, SurveyUnreadable
from yalu_plugin.layers.survey.rows import rows_after
from yalu_plugin.layers.survey.write import one_at_a_time

PAGE = 2000  # entries read at once: a click meanwhile waits for no more than those


class RecordAltered(YaluError):
    """An entry of the record was changed or taken out after it was written."""

    template = translatable("The record of changes in {path} was altered at entry {seq}, not by this plugin. "
                            "Compare the file with a backup before you rely on who wrote what.")


def check_record(path: Path) -> None:
    """Raise RecordAltered where the entries of the survey's audit table do not follow from each other.

    Edits of its other tables, by QGIS or by others, are no fault of the record. That its last entries are missing
    does not show. Safe in any thread, and slow: a second for some ten thousands of entries. A file that cannot be
    read just now is told by whoever needs it.
    """
    try:
        broken = first_break(_entries(path))
    except (SurveyLocked, SurveyMissing, SurveyUnreadable):
        return
    if broken is not None:
        raise RecordAltered(path=path, seq=broken)


def _entries(path: Path) -> list[Row]:
    """The audit table's rows in order of seq. Raises SurveyLocked and SurveyUnreadable."""
    names, found = TABLE["audit"].column_names, []
    page, last = None, -1
    while page is None or len(page) == PAGE:
        with one_at_a_time:
            page = rows_after(path, "audit", last, PAGE)
        found += page
        last = page[-1]["fid"] if page else last
    found.sort(key=lambda row: (row["seq"] or 0, row["fid"]))
    return [{name: row.get(name) for name in names} for row in found]
