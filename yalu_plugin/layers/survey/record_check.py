"""Check, whenever a survey is opened, whether it matches its record of changes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.survey.findings import OF_ROWS, of_heads
from yalu_plugin.core.survey.stored_heads import StoredHead, StoredHeads
from yalu_plugin.core.text import translatable
from yalu_plugin.core.work_progress import Progress, no_progress
from yalu_plugin.i18n import phrase_text
from yalu_plugin.layers.survey.geopackage import opened, rows_of
from yalu_plugin.layers.survey.record_feed import last_seq
from yalu_plugin.layers.survey.survey_errors import (
    NotAsLastSeen,
    SurveyLocked,
    SurveyMissing,
    SurveyUnreadable,
    ValuesUnreadable,
)
from yalu_plugin.layers.survey.verify import verify

MOST = 1000  # values that are named


class RecordAltered(YaluError):
    """The survey, or its record, was changed without an entry in the record."""

    template = translatable("{path} does not match its record of changes. {finding} Run Verify record from the "
                            "toolbox, and compare the file with a backup, before you rely on it.")


def check_heads(path: Path, stored_heads: Sequence[StoredHead]) -> None:
    """Raise NotAsLastSeen where the record lacks an entry that was seen before. Fast at any size.

    Raises what opening a survey file raises.
    """
    if not stored_heads:
        return
    heads = StoredHeads(stored_heads)
    with opened(path) as dataset:
        seqs = ", ".join(str(int(head.seq)) for head in stored_heads)
        for seq, digest in rows_of(dataset, f'SELECT "seq" + 0 AS "at", "hash" FROM "audit" WHERE "seq" IN ({seqs})'):
            heads.check(int(seq), digest)
        last = last_seq(dataset)
    found = of_heads(heads, last)
    if found:
        raise NotAsLastSeen.of(path, found[0].text, [*heads.beyond(last), *heads.lost(last)])


def check_record(path: Path, progress: Progress = no_progress) -> None:
    """Check the survey at `path` against its record, without stored heads.

    Version 1 did not record edits made by QGIS itself: there they are not faults. Safe in any thread; takes some 40 s
    for a million entries. A file that cannot be read just now is reported by the code that needs it.

    Raises:
        RecordAltered: with the first fault found.
        ValuesUnreadable: nothing else is wrong.
    """
    try:
        found = verify(path, progress=progress)
    except (SurveyLocked, SurveyMissing, SurveyUnreadable):
        return
    faults = [finding for finding in found.findings
              if finding.is_fault and (found.records_all or finding.kind not in OF_ROWS)]
    if faults:
        raise RecordAltered(path=path, finding=faults[0].text)
    if found.values:
        raise ValuesUnreadable("\n".join(phrase_text(one.text) for one in found.values[:MOST]), path=path,
                               n=len(found.values), first=found.values[0].text)
