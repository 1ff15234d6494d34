"""What the dialogs that import sites share: rows shown before they are written, work in the background, writing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from qgis.gui import QgsFileWidget, QgsMessageBar
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QProgressBar, QPushButton, QTabWidget, QWidget

from yalu_plugin.core.errors import MissingPackages, YaluError
from yalu_plugin.core.importing.import_assessment import Choices
from yalu_plugin.core.memory import resume_collector, with_collector_paused
from yalu_plugin.gui.importing.import_result_text import import_text
from yalu_plugin.gui.importing.import_writer import ImportWriter
from yalu_plugin.gui.importing.rows_page import RowsPage
from yalu_plugin.gui.importing.words_page import WordsPage
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.packages import PackageInstaller
from yalu_plugin.i18n import error_text, phrase_text, tr
from yalu_plugin.layers.background import Background
from yalu_plugin.settings import IMPORT_FOLDER
from yalu_plugin.workbench import Workbench

if TYPE_CHECKING:
    from yalu_plugin.core.importing.import_assessment import ImportAssessment
    from yalu_plugin.core.importing.import_source import Source
    from yalu_plugin.layers.survey.import_job import ImportJob

Result = TypeVar("Result")


class PreviewDialog(QDialog):
    """Nothing is written before the user presses Import; reading and assessing never block the window.

    A subclass lays the widgets out, reads, and has `_current_job`, `_source_title`, `_assess` and the text `empty`.
    """

    empty = ""  # shown in place of rows

    def __init__(self, workbench: Workbench, messages: Messages, parent: QWidget, typing_pause_ms: int) -> None:
        super().__init__(parent)
        resume_collector()  # not right after an import: the collector would scan the reloaded survey
        self._workbench, self._messages = workbench, messages
        self._assessment: ImportAssessment | None = None
        self._task: Background | None = None
        self._writer: ImportWriter | None = None
        self._typing = QTimer(self, singleShot=True, interval=typing_pause_ms)
        self._naming = QTimer(self, singleShot=True, interval=typing_pause_ms)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self._create_common_widgets()
        self._installer = PackageInstaller(self._notices, self)
        self._connect_common_widgets()

    def _create_common_widgets(self) -> None:
        self._bar = QgsMessageBar(self)
        self._notices = Messages(self._bar)
        self._file = QgsFileWidget(self)
        self._file.setDefaultRoot(IMPORT_FOLDER.value())
        self._title, self._pages = QLineEdit(self), QTabWidget(self)
        self._rows, self._words = RowsPage(self), WordsPage(self)
        self._progress = QProgressBar(self, minimum=0, maximum=100, visible=False)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._import = QPushButton(tr("Import"), self)
        self._buttons.addButton(self._import, QDialogButtonBox.ButtonRole.ActionRole)
        for button in (self._import, self._buttons.button(QDialogButtonBox.StandardButton.Cancel)):
            button.setAutoDefault(False)  # Enter in a text field must neither import nor close

    def _connect_common_widgets(self) -> None:
        self._naming.timeout.connect(self._assess)
        self._words.model.edited.connect(self._assess)
        self._rows.answered.connect(self._assess)
        self._title.textEdited.connect(self._title_edited)
        self._import.clicked.connect(self._write)
        self._buttons.rejected.connect(self.reject)

    # of a subclass

    def _current_job(self) -> ImportJob | None:
        """Return what was read, as it is to be written."""
        raise NotImplementedError

    def _source_title(self) -> str:
        """Return what the survey will name as the source."""
        raise NotImplementedError

    def _assess(self) -> None:
        """Assess the rows with the current choices, in the background."""
        raise NotImplementedError

    def _inputs(self) -> tuple[QWidget, ...]:
        """Return the widgets that are disabled while the rows are written."""
        return self._import, self._file, self._title, self._pages

    # assessing

    def _title_edited(self) -> None:
        self._import.setEnabled(False)  # which ids are known depends on the source
        self._naming.start()

    def _choices(self, datum: str = "") -> Choices:
        """Return what the analyst has decided on the pages."""
        words = self._words.model.decided()
        return self._rows.with_answers(Choices(words["kind"], words["state"], words["date"], datum=datum))

    def _in_background(self, description: str, work: Callable[[Background], Result],
                       show: Callable[[Result], None]) -> None:
        """Run `work` as a task, then `show` its result; a running task is cancelled."""
        self._stop()
        self._bar.clearWidgets()
        self._import.setEnabled(False)
        self._show_progress(description)
        self._task = Background(description, with_collector_paused(work))
        self._task.progressChanged.connect(lambda percent: self._progress.setValue(round(percent)))
        self._task.done.connect(show)
        self._task.failed.connect(self._show_error)
        self._task.cancelled.connect(self._show_nothing)
        self._task.start()

    def _show_progress(self, description: str) -> None:
        self._progress.setFormat(f"{description} %p%")
        self._progress.setValue(0)
        self._progress.setVisible(True)

    def _stop(self) -> None:
        """Cancel the running task and ignore its result."""
        if self._task is not None:
            self._task.abandon()
        self._task_ended()

    def _task_ended(self) -> None:
        self._task = None
        self._progress.setVisible(False)

    # showing

    def _show_rows(self, source: Source | None, assessment: ImportAssessment) -> None:
        """Show the assessed rows of a source, and what was not read of it."""
        self._task_ended()
        self._assessment = assessment
        self._rows.show_assessment(source, assessment)
        self._words.model.show_readings(assessment.readings)
        notices = [phrase_text(notice) for notice in (*assessment.notices, *assessment.more)]
        if notices:
            more = tr(" (and {n} more)").format(n=len(notices) - 1) if len(notices) > 1 else ""
            show = self._notices.warn if assessment.notices else self._notices.inform
            show(notices[0] + more, "\n".join(notices[1:]))
        self._show_counts()

    def _show_error(self, error: YaluError) -> None:
        self._show_nothing()
        if isinstance(error, MissingPackages):
            self._notices.ask(error_text(error), {tr("Install"): self._installer.install})
        else:
            self._notices.error(error)

    def _show_nothing(self) -> None:
        self._task_ended()
        self._assessment = None
        self._rows.show_nothing(self.empty)
        self._words.model.show_readings(())
        self._show_counts()

    def _show_counts(self) -> None:
        """Show on the tab how many words are to be confirmed, and on the button what will be written."""
        count = self._words.model.open_questions
        self._pages.setTabText(self._pages.indexOf(self._words),
                               tr("Words ({n} to confirm)").format(n=count) if count else tr("Words"))
        self._import.setText(import_text(self._assessment))
        self._import.setEnabled(self._assessment is not None and self._assessment.writes)

    # writing

    def _write(self) -> None:
        """Write in the background; the dialog stays open until that is done, or the user closes it, which cancels."""
        job, assessment = self._current_job(), self._assessment
        if job is None or assessment is None:
            return
        with self._notices.reporting():
            survey = self._workbench.session.need_survey()
            self._set_writing(True)
            self._show_progress(tr("Importing"))
            self._writer = ImportWriter(self._workbench, self._messages)
            self._writer.progressed.connect(self._progress.setValue)
            self._writer.failed.connect(self._not_written)
            self._writer.written.connect(self._written)
            self._writer.start(job, survey, self._source_title(), assessment)

    def _set_writing(self, writing: bool) -> None:
        self.setAcceptDrops(not writing)
        for widget in self._inputs():
            widget.setEnabled(not writing)

    def _written(self) -> None:
        self._writer = None
        self.accept()

    def _not_written(self, error: YaluError) -> None:
        self._writer = None
        self._task_ended()
        self._set_writing(False)
        self._show_counts()
        self._notices.error(error)

    def done(self, result: int) -> None:  # noqa: D102 - Qt's own: the dialog closes, either way
        if self._writer is not None:
            self._writer.cancel()
        self._typing.stop()
        self._naming.stop()
        self._stop()
        self._installer.stop()
        super().done(result)

    # dropping a file

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802, D102 - Qt's own
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802, D102 - Qt's own
        self._file.setFilePath(event.mimeData().urls()[0].toLocalFile())
