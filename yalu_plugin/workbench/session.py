"""The open survey: its file, its facts in memory, and all changes of it, by this or another program."""

from __future__ import annotations

from functools import partial

from qgis.core import QgsFeedback, QgsProject, QgsTask, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from yalu_plugin.core.errors import StillReading, YaluError
from yalu_plugin.core.survey.delta import MANY, Delta
from yalu_plugin.core.survey.facts import Facts, OutOfSync, differences
from yalu_plugin.i18n import tr
from yalu_plugin.layers.background import Background
from yalu_plugin.layers.refresh import LayerRefresh
from yalu_plugin.layers.survey.analyst import analyst
from yalu_plugin.layers.survey.buffer_conflicts import EditConflicts
from yalu_plugin.layers.survey.edit_rules import check_rules, sign_edits
from yalu_plugin.layers.survey.head_keeper import HeadKeeper
from yalu_plugin.layers.survey.survey import LayerWatch, RowsByTable, Survey
from yalu_plugin.layers.survey.survey_errors import (
    NoSurveyOpen,
    NotAsLastSeen,
    SurveyBeingRead,
    SurveyLocked,
    SurveyRemoved,
    SurveyReplaced,
    ValuesUnreadable,
)
from yalu_plugin.workbench.large_change import write

OTHER_FILE = SurveyRemoved, SurveyReplaced  # errors that are cleared once the file that was opened is back
POLL_MS = 500  # interval of checking the file for changes by other programs


class SurveySession(QObject):
    """`survey` is the open file, or None; `facts` is its content, or None until it is loaded. The facts are updated
    only from the record of the file, which has all changes, by this or another program.
    """

    survey_changed = pyqtSignal()  # another survey is open, or none
    facts_ready = pyqtSignal()  # `facts` were loaded or reloaded
    changed = pyqtSignal(object)  # the Delta that was just applied to `facts`
    writing = pyqtSignal(object)  # the Background that writes a large change, while the caller waits
    conflicts_changed = pyqtSignal()  # the user has to resolve `conflicts`
    refused = pyqtSignal(object)  # QGIS could not save this layer, and reported it; `error_occurred` had the reason
    error_occurred = pyqtSignal(object)
    noticed = pyqtSignal(object)  # a YaluError about the survey as it was opened, not about the last action
    error_cleared = pyqtSignal(object)  # a YaluError of `error_occurred` or `change` that does not hold any more

    def __init__(self, project: QgsProject, parent: QObject) -> None:
        super().__init__(parent)
        self._project, self.layers = project, LayerRefresh(project, self)
        self.survey: Survey | None = None
        self.facts: Facts | None = None
        self.conflicts: EditConflicts | None = None
        self._layer_watch: LayerWatch | None = None
        self._heads: HeadKeeper | None = None
        self._reading: Background | None = None
        self._checking: Background | None = None
        self._is_writing = False
        self._failures: list[YaluError] = []  # errors that may still hold
        self._timer = QTimer(self, interval=POLL_MS, timeout=lambda: self.refresh(wait=False))

    def need_survey(self) -> Survey:
        """Return the open survey. Raises NoSurveyOpen."""
        if self.survey is None:
            raise NoSurveyOpen()
        return self.survey

    def need_facts(self) -> Facts:
        """Return the content of the survey. Raises StillReading."""
        if self.facts is None:
            raise StillReading()
        return self.facts

    def open(self, survey: Survey) -> None:
        """Work on this survey, whose layers are in the project."""
        self.survey = survey
        self.conflicts = EditConflicts(self._project, survey, self)
        self.conflicts.changed.connect(self.conflicts_changed)
        self._layer_watch = survey.watch(self._project, self._check_edits, self)
        self._layer_watch.error_occurred.connect(self.error_occurred)
        self._layer_watch.refused.connect(self.refused)
        self._layer_watch.committed.connect(lambda _: self.refresh())
        self._layer_watch.committed.connect(self.conflicts.discard)
        self._heads = heads = HeadKeeper(self._project, survey, self)
        self.survey_changed.emit()
        self._check_heads(survey, heads)
        self._read()
        self._timer.start()

    def reset(self) -> None:
        """Close the survey, if one is open. The caller emits `survey_changed` once all parts are reset."""
        self._timer.stop()
        for task in filter(None, (self._reading, self._checking)):
            task.abandon()
        if self._heads is not None:
            self._heads.release()
        for part in (self._layer_watch, self._heads, self.conflicts):
            if part is not None:
                part.deleteLater()
        if self.survey is not None:
            self.survey.close()
        self.survey = self.facts = self.conflicts = self._layer_watch = self._heads = None
        self._reading = self._checking = None
        self._clear_errors(YaluError)

    def change(self, action: str, added: RowsByTable | None = None, removed: RowsByTable | None = None,
               replaced: RowsByTable | None = None, unchanged: RowsByTable | None = None) -> Delta:
        """Write to the open survey's file at once; returns what that changed, after `changed` was emitted. Raises
        NoSurveyOpen and what `write` raises; then nothing is written.
        """
        survey, self._is_writing = self.need_survey(), True
        try:
            delta = write(survey, self.writing.emit, action, added, removed, replaced, unchanged)
        except YaluError as error:
            self._failures.append(error)
            raise
        finally:
            self._is_writing = False
        self._resume_polling(YaluError)
        if self.facts is None or self._reading is not None:  # applied once all is loaded
            self.layers.show(delta.tables)
        elif delta.follows(self.facts.seq) and len(delta.entries) <= MANY:
            self._apply(self.facts, delta)
        else:  # others have written since: their changes are applied before it
            self.refresh()
        return delta

    def refresh(self, wait: bool = True) -> bool:
        """Apply what any program wrote to the file since the last check; returns whether `facts` are current. While
        another thread is writing, they are not, unless `wait` is true.
        """
        if self.survey is None or self.facts is None or self._reading is not None or self._is_writing:
            return False  # `change` applies the change that is being written in a thread
        try:
            delta = self.survey.changes_since(self.facts.seq, wait)
        except SurveyLocked:
            return False  # the next check is in a moment
        except YaluError as error:
            if not isinstance(error, OTHER_FILE):
                self._timer.stop()  # reported once; each write reports it again
            elif any(type(known) is type(error) for known in self._failures):
                return False  # reported already
            self._failures.append(error)
            self.error_occurred.emit(error)
            return False
        self._resume_polling(OTHER_FILE)
        if delta is None:
            self._read()
        elif delta.entries:
            self._apply(self.facts, delta)
        return delta is not None and self._reading is None

    def _resume_polling(self, error_cleared: type[YaluError] | tuple[type[YaluError], ...]) -> None:
        """The file could be read or written: errors of these types do not hold any more."""
        if not self._timer.isActive():
            self._timer.start()
        self._clear_errors(error_cleared)

    def _clear_errors(self, error_cleared: type[YaluError] | tuple[type[YaluError], ...]) -> None:
        cleared = [error for error in self._failures if isinstance(error, error_cleared)]
        self._failures = [error for error in self._failures if error not in cleared]
        for error in cleared:
            self.error_cleared.emit(error)

    def _apply(self, facts: Facts, delta: Delta) -> None:
        try:
            facts.apply(delta)
        except OutOfSync:
            self._read()
            return
        self.layers.show(delta.tables, delta.tables_without_removals)
        if self._heads is not None and self.conflicts is not None:
            self._heads.note_change()
            self.conflicts.apply(delta.changes)
        self.changed.emit(delta)

    def _check_edits(self, layer: QgsVectorLayer) -> None:
        """Sign the edits. Raises a YaluError if they would overwrite a change not shown yet, or break a rule."""
        self.refresh()
        if self._reading is not None or self.conflicts is None:
            raise SurveyBeingRead()
        self.conflicts.check_answered(layer)
        check_rules(layer)
        sign_edits(layer)

    def accept(self, notice: NotAsLastSeen, reason: str) -> None:
        """Accept that entries seen before are missing. Raises ReasonMissing and what writing a survey raises."""
        self.need_survey().accept_missing_heads(notice.lost, analyst(), reason)
        if self._heads is not None:
            self._heads.accept_missing_heads(notice.lost)
        self.refresh()
        self.error_cleared.emit(notice)

    def _read(self) -> None:
        survey = self.need_survey()
        if self._reading is not None:
            self._reading.abandon()
        if survey.is_small:
            try:
                self._set_facts(survey.read(QgsFeedback()))
            except YaluError as error:
                self.error_occurred.emit(error)
            return
        self._reading = Background(tr("Reading the survey"), lambda task: survey.read(task.feedback))
        self._reading.done.connect(self._set_facts)
        self._reading.failed.connect(self.error_occurred)
        for signal in (self._reading.failed, self._reading.cancelled):
            signal.connect(self._reading_ended)
        self._reading.start()

    def _reading_ended(self, *_: object) -> None:
        self._reading = None

    def _set_facts(self, facts: Facts) -> None:
        old, self.facts, self._reading = self.facts, facts, None
        if old is not None and self.conflicts is not None:
            self.conflicts.apply(partial(differences, old, facts))
        self.layers.show()
        self.facts_ready.emit()
        self.refresh()
        if self._checking is None and self._heads is not None:  # not earlier: both at once take twice as long
            self._check_record(self._heads)

    def _check_heads(self, survey: Survey, heads: HeadKeeper) -> None:
        """Report by `noticed` if the file is an older copy of the survey or has another record."""
        try:
            survey.check_heads(heads.stored_heads())
        except YaluError as error:
            self.noticed.emit(error)

    def _check_record(self, heads: HeadKeeper) -> None:
        """Report by `noticed` if another program has altered the survey's record of changes."""
        survey = self.need_survey()
        self._checking = Background(tr("Checking the record of changes"), lambda task: survey.check(task.progress),
                                    QgsTask.Flag.Silent | QgsTask.Flag.Hidden)
        self._checking.failed.connect(self._check_failed)
        self._checking.done.connect(heads.note_change)  # store a sound head, even if nothing is changed
        self._checking.start()

    def _check_failed(self, error: YaluError) -> None:
        self.refresh()
        if any(isinstance(known, OTHER_FILE) for known in self._failures):
            return  # the check has read parts of two files
        self.noticed.emit(error)
        if isinstance(error, ValuesUnreadable) and self._heads is not None:  # the record is sound
            self._heads.note_change()
