"""What others wrote to the open survey: QGIS' own tools, another window, a script. The record of changes says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yalu_plugin.core.schema import SURVEY_VERSION
from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.layers.survey.errors import SurveyLocked
from yalu_plugin.layers.survey.sealing import PAGE, delta_of, seal_entries
from yalu_plugin.layers.survey.write import one_at_a_time, transaction

if TYPE_CHECKING:
    from yalu_plugin.layers.survey.open import Survey

NOTHING = Delta(())


def follow(survey: Survey, before: int | None = None) -> Delta:
    """The changes of others that were not returned yet, sealed as made outside where nobody has sealed them.

    Each once, in order, 2000 entries at most: there may be more while it returns any. With `before`, only entries
    before that seq: after a change of our own, what others had changed before it, which is to be applied first. Nothing
    is returned while this QGIS is writing. Costs next to nothing where nothing was written. Safe in any thread. Raises
    SurveyGone, SurveyReplaced and what reading a survey raises.
    """
    if survey.version < SURVEY_VERSION or not one_at_a_time.acquire(blocking=False):
        return NOTHING
    try:
        survey.file.must_be_there()
        entries = survey.file.feed.next_entries(before)
        if survey.file.feed.unsealed and not survey.read_only:
            _seal(survey)
        return delta_of(entries)
    finally:
        one_at_a_time.release()


def _seal(survey: Survey) -> None:
    """Without waiting: where another program is writing, whoever writes next does it."""
    try:
        with transaction(survey.path, survey.file, wait_ms=0) as dataset:
            seal_entries(dataset, limit=PAGE)
    except SurveyLocked:
        return
