"""The rows of an import in the order in which a user reads them."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from yalu_plugin.core.importing.list_changes import CHANGED, DELETE, GONE, KEEP, MOVED, RETIRE, UNCHANGED
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.text import translatable

if TYPE_CHECKING:
    from yalu_plugin.core.importing.import_assessment import GoneSite, ImportAssessment, ImportRow

_TEXTS = {KEEP: translatable("not in the list any more: kept as it is"),
          RETIRE: translatable("not in the list any more: retired, it does not count after today"),
          DELETE: translatable("not in the list any more: deleted")}
NO_ROW = -1


class ListedRows(NamedTuple):
    """The rows, and the sites that are gone, in order.

    `places` has the index of each in the rows of the assessment, NO_ROW for a site; `alike` has the indexes, here, of
    those with the same status and change, ascending.
    """

    rows: Sequence[ImportRow] = ()
    places: Sequence[int] = ()
    alike: Mapping[tuple[str, str], Sequence[int]] = {}  # noqa: RUF012 - never changed

    def indexes(self, status: str, change: str) -> Sequence[int]:
        """Return the indexes of those with this status and this change, ascending; "" stands for any."""
        if not (status or change):
            return range(len(self.rows))
        found = [indexes for (of_status, of_change), indexes in self.alike.items()
                 if of_status == (status or of_status) and of_change == (change or of_change)]
        return found[0] if len(found) == 1 else sorted(chain.from_iterable(found))


def observation_changes(assessment: ImportAssessment) -> Counter[str]:
    """Return how many rows of observations that the survey has there are of each change."""
    return Counter(row.change for row in assessment.rows if row.of_observation is not None)


def listed_rows(assessment: ImportAssessment) -> ListedRows:
    """Return the rows: of an update first what differs, then the sites that are gone, and last what is unchanged."""
    changes = [row.change for row in assessment.rows]
    if not assessment.is_update:
        return ListedRows(assessment.rows, range(len(changes)), _alike(assessment.rows, changes))
    of_change: dict[str, list[int]] = {}
    for place, change in enumerate(changes):
        of_change.setdefault(change if change in (MOVED, CHANGED, UNCHANGED) else "", []).append(place)
    gone = list(map(_gone_row, assessment.gone))
    places = array("q", (*of_change.get(MOVED, ()), *of_change.get(CHANGED, ()), *[NO_ROW] * len(gone),
                         *of_change.get("", ()), *of_change.get(UNCHANGED, ())))
    of_gone = iter(gone)
    rows = [next(of_gone) if place == NO_ROW else assessment.rows[place] for place in places]
    return ListedRows(rows, places, _alike(rows, [
        GONE if place == NO_ROW else changes[place] for place in places]))


def _alike(rows: Sequence[ImportRow], changes: Iterable[str]) -> dict[tuple[str, str], array[int]]:
    found: dict[tuple[str, str], array[int]] = {}
    for at, (row, change) in enumerate(zip(rows, changes)):
        key = row.status, change
        if key not in found:
            found[key] = array("q")
        found[key].append(at)
    return found


def _gone_row(gone: GoneSite) -> ImportRow:
    from yalu_plugin.core.importing.import_assessment import ImportRow

    return ImportRow(0, "", (Phrase(_TEXTS[gone.answer]),), of_site=gone.site.id,
                     label=gone.site.name or str(gone.site.display_name))
