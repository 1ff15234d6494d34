"""The rows of an import in the order in which a user reads them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from yalu_plugin.core.importing.list_changes import CHANGED, DELETE, KEEP, MOVED, RETIRE, UNCHANGED
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.text import translatable

if TYPE_CHECKING:
    from yalu_plugin.core.importing.import_assessment import GoneSite, ImportAssessment, ImportRow

_TEXTS = {KEEP: translatable("not in the list any more: kept as it is"),
          RETIRE: translatable("not in the list any more: retired, it does not count after today"),
          DELETE: translatable("not in the list any more: deleted")}


def observation_changes(assessment: ImportAssessment) -> Counter[str]:
    """Return how many rows of observations that the survey has there are of each change."""
    return Counter(row.change for row in assessment.rows if row.of_observation is not None)


def listed_rows(assessment: ImportAssessment) -> Sequence[ImportRow]:
    """Return the rows: of an update first what differs, then the sites that are gone, and last what is unchanged."""
    if not assessment.is_update:
        return assessment.rows
    of_change: dict[str, list[ImportRow]] = {}
    for row in assessment.rows:
        change = row.change
        of_change.setdefault(change if change in (MOVED, CHANGED, UNCHANGED) else "", []).append(row)
    return (*of_change.get(MOVED, ()), *of_change.get(CHANGED, ()), *map(_gone_row, assessment.gone),
            *of_change.get("", ()), *of_change.get(UNCHANGED, ()))


def _gone_row(gone: GoneSite) -> ImportRow:
    from yalu_plugin.core.importing.import_assessment import ImportRow

    return ImportRow(0, "", (Phrase(_TEXTS[gone.answer]),), of_site=gone.site.id,
                     label=gone.site.name or str(gone.site.display_name))
