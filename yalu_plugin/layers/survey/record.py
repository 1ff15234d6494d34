"""Whether a survey's record of changes is as it was written."""

from __future__ import annotations

from yalu_plugin.core.audit import first_break
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.survey.open import Survey


class RecordAltered(YaluError):
    """An entry of the record was changed or taken out after it was written."""

    template = translatable("The record of changes in {path} was altered at entry {seq}, not by this plugin. "
                            "Compare the file with a backup before you rely on who wrote what.")


def check_record(survey: Survey) -> None:
    """Raise RecordAltered where the entries of the survey's audit table do not follow from each other.

    Edits of its other tables, by QGIS or by others, are no fault of the record. That its last entries are missing
    does not show. 10,000 entries take about a fifth of a second, so this is done in a task.
    """
    broken = first_break(sorted(survey.rows("audit"), key=lambda row: row["seq"] or 0))
    if broken is not None:
        raise RecordAltered(path=survey.path, seq=broken)
