"""The open survey: its file, what it holds in memory, and every change of it, whoever made it."""

from __future__ import annotations

from functools import partial

from qgis.core import QgsFeedback, QgsProject, QgsTask, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.published import Rows
from yalu_plugin.core.survey.delta import MANY, Delta
from yalu_plugin.core.survey.facts import Facts, OutOfSync, differences
from yalu_plugin.i18n import tr
from yalu_plugin.layers.background import Background
from yalu_plugin.layers.refresh import LayerRefresh
from yalu_plugin.layers.survey.analyst import analyst
from yalu_plugin.layers.survey.buffer_conflicts import EditConflicts
from yalu_plugin.layers.survey.edit_rules import check_rules, sign_edits
from yalu_plugin.layers.survey.head_keeper import HeadKeeper
from yalu_plugin.layers.survey.survey import LayerWatch, Survey
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

OTHER_FILE = SurveyRemoved, SurveyReplaced  # over as soon as the one that was opened is there again
POLL_MS = 500  # how often the file is looked at for what other programs wrote


class SurveySession(QObject):
    """`survey` is the file that is open, or None; `facts` what it holds, or None until that has been read. Every change
    is found in the record of the file, whoever made it: that is the one way into `facts`.
    """

    survey_changed = pyqtSignal()  # another survey is open, or none
    facts_ready = pyqtSignal()  # `facts` were read, or read anew
    changed = pyqtSignal(object)  # the Delta that `facts` have just taken in
    writing = pyqtSignal(object)  # the Background that writes a large change, while its asker waits
    conflicts_changed = pyqtSignal()  # `conflicts` are to be answered
    refused = pyqtSignal(object)  # QGIS was kept from saving this layer, and has told so; `error_occurred` told why
    error_occurred = pyqtSignal(object)
    noticed = pyqtSignal(object)  # a YaluError about the survey as it was opened, not about what was done just now
    error_cleared = pyqtSignal(object)  # a YaluError, of `error_occurred` or raised by `change`, that holds no more

    def __init__(self, project: QgsProject, parent: QObject) -> None:
        super().__init__(parent)
        self._project, self._layers = project, LayerRefresh(project, self)
        self.survey: Survey | None = None
        self.facts: Facts | None = None
        self.conflicts: EditConflicts | None = None
        self._layer_watch: LayerWatch | None = None
        self._heads: HeadKeeper | None = None
        self._reading: Background | None = None
        self._checking: Background | None = None
        self._is_writing = False
        self._failures: list[YaluError] = []  # those that may still hold
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(lambda: self.refresh(wait=False))

    def need_survey(self) -> Survey:
        """The open survey. Raises NoSurveyOpen."""
        if self.survey is None:
            raise NoSurveyOpen()
        return self.survey

    def open(self, survey: Survey) -> None:
        """Work on this survey, whose layers are in the project."""
        self.survey = survey
        self.conflicts = EditConflicts(self._project, survey, self)
        self.conflicts.changed.connect(self.conflicts_changed)
        self._layer_watch = survey.watch(self._project, self._check_edits, self)
        self._layer_watch.error_occurred.connect(self.error_occurred)
        self._layer_watch.refused.connect(self.refused)
        self._layer_watch.committed.connect(self._committed)
        self._heads = HeadKeeper(self._project, survey, self)
        self.survey_changed.emit()
        self._check_heads()
        self._read()
        self._timer.start()

    def reset(self) -> None:
        """There is no survey open. `survey_changed` is emitted by whoever closes it, once all is closed."""
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

    def change(self, action: str, added: Rows | None = None, removed: Rows | None = None,
               replaced: Rows | None = None, unchanged: Rows | None = None) -> Delta:
        """Write to the open survey's file at once; returns what that changed, when all have been told of it. Raises
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
        if self.facts is None or self._reading is not None:  # taken in once all has been read
            self._layers.show(delta.tables)
        elif delta.follows(self.facts.seq) and len(delta.entries) <= MANY:
            self._apply(delta)
        else:  # others have written since: theirs is taken in before it
            self.refresh()
        return delta

    def refresh(self, wait: bool = True) -> bool:
        """Take in what anybody wrote to the file since it was last looked at; whether `facts` are as the file is now.
        While a task of ours is writing, that comes later, unless one can `wait`.
        """
        if self.survey is None or self.facts is None or self._reading is not None or self._is_writing:
            return False  # of a change that is being written, in a thread, `change` tells
        try:
            delta = self.survey.changes_since(self.facts.seq, wait)
        except SurveyLocked:
            return False  # the next look comes in a moment
        except YaluError as error:
            if not isinstance(error, OTHER_FILE):
                self._timer.stop()  # said once; each write says it again
            elif any(type(known) is type(error) for known in self._failures):
                return False  # said already
            self._failures.append(error)
            self.error_occurred.emit(error)
            return False
        self._resume_polling(OTHER_FILE)
        if delta is None:
            self._read()
        elif delta.entries:
            self._apply(delta)
        return delta is not None and self._reading is None

    def _resume_polling(self, error_cleared: type[YaluError] | tuple[type[YaluError], ...]) -> None:
        """The file could be read or written: failures of these kinds are over."""
        if not self._timer.isActive():
            self._timer.start()
        self._clear_errors(error_cleared)

    def _clear_errors(self, error_cleared: type[YaluError] | tuple[type[YaluError], ...]) -> None:
        cleared = [error for error in self._failures if isinstance(error, error_cleared)]
        self._failures = [error for error in self._failures if error not in cleared]
        for error in cleared:
            self.error_cleared.emit(error)

    def _apply(self, delta: Delta) -> None:
        try:
            self.facts.apply(delta)
        except OutOfSync:
            self._read()
        else:
            self._layers.show(delta.tables, delta.tables_without_removals)
            self._heads.note_change()
            self.conflicts.apply(delta.changes)
            self.changed.emit(delta)

    def _check_edits(self, layer: QgsVectorLayer) -> None:
        """Sign the edits. Raises a YaluError where they would go over what the user has not seen, or break a rule."""
        self.refresh()
        if self._reading is not None:
            raise SurveyBeingRead()
        self.conflicts.check_answered(layer)
        check_rules(layer)
        sign_edits(layer)

    def _committed(self, layer: QgsVectorLayer) -> None:
        self.refresh()
        self.conflicts.discard(layer)

    def accept(self, notice: NotAsLastSeen, reason: str) -> None:
        """Go on with the survey as it is, though it lacks what was seen before; the record says who does so, and why.
        Raises ReasonMissing and what writing raises.
        """
        self.need_survey().accept_missing_heads(notice.lost, analyst(), reason)
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
        if old is not None:
            self.conflicts.apply(partial(differences, old, facts))
        self._layers.show()
        self.facts_ready.emit()
        self.refresh()
        if self._checking is None:  # not before: it would take as long again to read the survey beside it
            self._check_record()

    def _check_heads(self) -> None:
        """Tell, by `noticed`, when an older copy of the survey, or another record, is in its place."""
        try:
            self.need_survey().check_heads(self._heads.stored_heads())
        except YaluError as error:
            self.noticed.emit(error)

    def _check_record(self) -> None:
        """Tell, by `noticed`, when the survey's record of changes was altered by others."""
        survey, heads = self.need_survey(), self._heads
        self._checking = Background(tr("Checking the record of changes"), lambda task: survey.check(task.progress),
                                    QgsTask.Flag.Silent | QgsTask.Flag.Hidden)
        self._checking.failed.connect(self._check_failed)
        self._checking.done.connect(heads.note_change)  # a head that is sound is noted, even where nothing is changed
        self._checking.start()

    def _check_failed(self, error: YaluError) -> None:
        self.refresh()
        if any(isinstance(known, OTHER_FILE) for known in self._failures):
            return  # what was looked at is half of one file and half of another
        self.noticed.emit(error)
        if isinstance(error, ValuesUnreadable):  # the record is sound
            self._heads.note_change()
