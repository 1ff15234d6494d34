"""Whether a survey is as its record of changes says: what is looked at whenever one is opened."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.importing.progress import Progress, no_progress
from yalu_plugin.core.survey.findings import OF_ROWS
from yalu_plugin.core.survey.heads import Kept
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.survey.errors import SurveyLocked, SurveyMissing, SurveyUnreadable
from yalu_plugin.layers.survey.verify import verify


class RecordAltered(YaluError):
    """The survey, or its record, was changed past the record."""

    template = translatable("{path} is not as its record of changes says. {finding} Run Verify record from the "
                            "toolbox, and compare the file with a backup, before you rely on it.")


def check_record(path: Path, kept: Sequence[Kept] = (), progress: Progress = no_progress) -> None:
    """Raise RecordAltered with the first fault found in the survey at `path`, or in what `kept` heads say of it.

    Version 1 did not record edits made by QGIS itself: there they are no fault. Safe in any thread; takes some 40 s for
    a million entries. A file that cannot be read just now is told by whoever needs it.
    """
    try:
        found = verify(path, kept, progress)
    except (SurveyLocked, SurveyMissing, SurveyUnreadable):
        return
    faults = [finding for finding in found.findings
              if finding.is_fault and (found.records_all or finding.kind not in OF_ROWS)]
    if faults:
        raise RecordAltered(path=path, finding=faults[0].text)
