"""Read what was written to the open survey by this window, QGIS' own tools, another window or a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.schema import SURVEY_VERSION
from yalu_plugin.core.survey.delta import MANY, Delta
from yalu_plugin.layers.survey.sealing import PAGE, delta_of, seal_entries
from yalu_plugin.layers.survey.survey_errors import SurveyLocked
from yalu_plugin.layers.survey.write import transaction, write_lock

if TYPE_CHECKING:
    from yalu_plugin.layers.survey.geopackage_survey import GeoPackageSurvey

NOTHING = Delta(())


def changes_since(survey: GeoPackageSurvey, seq: int, wait: bool = True) -> Delta | None:
    """Return the changes after the entry with this seq, in order; unsealed entries are sealed as made outside.

    Returns None where there are more than MANY: reloading the survey is then quicker. While another thread is writing,
    returns no changes unless `wait` is true. Takes almost no time where nothing was written. Safe in any thread.

    Raises:
        SurveyRemoved, SurveyReplaced: the file is not the one that was opened. Also what reading a survey raises.
    """
    if survey.version < SURVEY_VERSION or not write_lock.acquire(blocking=wait):
        return NOTHING
    try:
        survey.file.check_exists()
        entries = survey.file.feed.entries_after(seq, MANY, survey.file.check_and_note)
        if survey.file.feed.unsealed and not survey.read_only:
            try:
                _seal(survey)
            except YaluError:
                if entries == []:  # otherwise the changes are returned first, and the next call raises the error
                    raise
        return None if entries is None else delta_of(entries)
    finally:
        write_lock.release()


def _seal(survey: GeoPackageSurvey) -> None:
    """Seal one page of entries, the next one at the next call: 100,000 at once would block the window.

    It does not wait: where another program is writing, the next writer seals them.
    """
    try:
        with transaction(survey.path, survey.file, wait_ms=0) as dataset:
            seal_entries(dataset, limit=PAGE)
    except SurveyLocked:
        return
