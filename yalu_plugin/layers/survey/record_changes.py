"""What was written to the open survey, by this window, QGIS' own tools, another window, a script."""

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
    """The changes after the entry with this seq, in order; what nobody has sealed is sealed as made outside.

    None where there are more than MANY: then it is quicker to read the survey again. While another thread is writing,
    nothing is returned, unless one can `wait`. Costs next to nothing where nothing was written. Safe in any thread.
    Raises SurveyRemoved, SurveyReplaced and what reading a survey raises.
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
                if entries == []:  # what was read is handed on first: the next look says why
                    raise
        return None if entries is None else delta_of(entries)
    finally:
        write_lock.release()


def _seal(survey: GeoPackageSurvey) -> None:
    """A page of them, the next at the next look: 100,000 would hold the window. Without waiting: where another program
    is writing, whoever writes next does it.
    """
    try:
        with transaction(survey.path, survey.file, wait_ms=0) as dataset:
            seal_entries(dataset, limit=PAGE)
    except SurveyLocked:
        return
