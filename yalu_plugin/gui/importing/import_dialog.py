"""The import dialog: select a file, check the status of every row, answer questions, then import."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
from qgis.PyQt.QtWidgets import QWidget

from yalu_plugin.core.errors import MissingPackages, YaluError
from yalu_plugin.core.importing.import_assessment import Choices
from yalu_plugin.core.memory import resume_collector, with_collector_paused
from yalu_plugin.gui.importing.import_form import ImportForm
from yalu_plugin.gui.importing.import_result_text import import_text
from yalu_plugin.gui.importing.import_writer import ImportWriter
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.packages import PackageInstaller
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.layers.background import Background
from yalu_plugin.settings import IMPORT_FOLDER
from yalu_plugin.workbench import Workbench

if TYPE_CHECKING:
    from yalu_plugin.core.importing.import_assessment import ImportAssessment
    from yalu_plugin.core.importing.import_source import Source
    from yalu_plugin.layers.survey.import_job import ImportJob

Result = TypeVar("Result")
_TYPING_PAUSE_MS = 250


class ImportDialog(ImportForm):
    """Nothing is written before the user presses Import; reading and assessing never block the window."""

    def __init__(self, workbench: Workbench, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        resume_collector()  # not right after an import: the collector would scan the reloaded survey
        self._workbench, self._messages = workbench, messages
        self._job: ImportJob | None = None
        self._assessment: ImportAssessment | None = None
        self._task: Background | None = None
        self._writer: ImportWriter | None = None
        self._installer = PackageInstaller(self._notices, self)
        self._installer.installed.connect(self._read)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_PAUSE_MS)
        self._typing.timeout.connect(self._read)
        self._naming = QTimer(self, singleShot=True, interval=_TYPING_PAUSE_MS)
        self._naming.timeout.connect(self._assess)
        self._connect()
        self._show_nothing()

    def _connect(self) -> None:
        self._file.fileChanged.connect(self._file_chosen)
        self._options.changed.connect(self._read)
        self._options.crs_changed.connect(self._assess)
        self._mapping.changed.connect(self._columns_chosen)
        self._words.model.edited.connect(self._assess)
        self._rows.answered.connect(self._assess)
        self._title.textEdited.connect(self._title_edited)
        self._import.clicked.connect(self._write)
        self._buttons.rejected.connect(self.reject)

    # reading

    def _file_chosen(self, path: str) -> None:
        self._options.reset()
        self._title.setText(Path(path).name)
        self._import.setEnabled(False)  # the rows are another file's
        self._typing.start()

    def _title_edited(self) -> None:
        self._import.setEnabled(False)  # which ids are known depends on the source
        self._naming.start()

    def _read(self) -> None:
        """Read the selected file again, in the background."""
        from yalu_plugin.layers.survey.import_job import open_import

        path, options = Path(self._file.filePath()), self._options.options()
        self._job = None
        self._mapping.setEnabled(False)
        self._rows.reset()
        self._words.model.reset()
        if self._file.filePath():
            self._in_background(tr("Reading {name}").format(name=path.name),
                                lambda task: open_import(path, options, task.progress), self._show_import)

    def _columns_chosen(self) -> None:
        self._words.model.reset()
        self._assess()

    def _assess(self) -> None:
        """Assess the rows with the current choices, in the background."""
        from yalu_plugin.layers.survey.import_job import FileImport

        job, survey = self._job, self._workbench.session.survey
        if job is None or survey is None:
            return
        if isinstance(job, FileImport):
            job = self._job = job.with_columns(self._mapping.column_map(self._options.columns_crs()))
        title, words = self._source_title(), self._words.model.decided()
        choices = self._rows.with_answers(Choices(words["kind"], words["state"], words["date"],
                                                  datum=self._options.chosen_datum()))
        self._in_background(tr("Checking {name}").format(name=job.path.name),
                            lambda task: job.assess_rows(survey, title, choices, task.progress),
                            self._show_assessment)

    def _source(self) -> Source | None:
        """Return the rows of the file; None if a survey is imported, or nothing yet."""
        return self._job.source if self._job else None

    def _source_title(self) -> str:
        return self._title.text().strip() or Path(self._file.filePath()).name

    def _in_background(self, description: str, work: Callable[[Background], Result],
                       show: Callable[[Result], None]) -> None:
        """Run `work` as a task, then `show` its result; a running task is cancelled."""
        self._stop()
        self._bar.clearWidgets()
        self._import.setEnabled(False)
        self._progress.setFormat(f"{description} %p%")
        self._progress.setValue(0)
        self._progress.setVisible(True)
        self._task = Background(description, with_collector_paused(work))
        self._task.progressChanged.connect(lambda percent: self._progress.setValue(round(percent)))
        self._task.done.connect(show)
        self._task.failed.connect(self._show_error)
        self._task.cancelled.connect(self._show_nothing)
        self._task.start()

    def _stop(self) -> None:
        """Cancel the running task and ignore its result."""
        if self._task is not None:
            self._task.abandon()
            self._task = None

    # showing

    def _show_import(self, job: ImportJob) -> None:
        from yalu_plugin.layers.survey.import_job import FileImport

        self._job = job
        has_columns = isinstance(job, FileImport)
        if isinstance(job, FileImport):
            self._options.show_source(job.source)
            self._mapping.show_map(job.source, job.column_map)
        else:
            self._title.setText(job.title)
        self._mapping.setEnabled(has_columns)
        self._title.setEnabled(has_columns)
        IMPORT_FOLDER.setValue(str(job.path.parent))
        self._assess()

    def _show_assessment(self, assessment: ImportAssessment) -> None:
        self._task_ended()
        self._assessment = assessment
        self._rows.show_assessment(self._source(), assessment)
        self._words.model.show_readings(assessment.readings)
        self._show_questions()
        self._show_notices(assessment)
        self._show_import_button()

    def _show_error(self, error: YaluError) -> None:
        from yalu_plugin.core.importing.import_source import MissingCrs

        self._show_nothing()
        if isinstance(error, MissingPackages):
            self._notices.ask(error_text(error), {tr("Install"): self._installer.install})
            return
        self._notices.error(error)
        if isinstance(error, MissingCrs):
            self._options.ask_crs()

    def _show_nothing(self) -> None:
        self._task_ended()
        self._assessment = None
        self._rows.show_nothing(tr("Choose a file, or drop it here. Nothing is written before you press Import."))
        self._words.model.show_readings(())
        self._show_questions()
        self._show_import_button()

    def _task_ended(self) -> None:
        self._task = None
        self._progress.setVisible(False)

    def _show_import_button(self) -> None:
        self._import.setText(import_text(self._assessment))
        self._import.setEnabled(self._assessment is not None and self._assessment.writes)

    # writing

    def _write(self) -> None:
        """Write in the background; the dialog stays open until that is done, or the user closes it, which cancels."""
        job, assessment = self._job, self._assessment
        if job is None or assessment is None:
            return
        with self._notices.reporting():
            survey = self._workbench.session.need_survey()
            self._set_writing(True)
            self._progress.setFormat(f"{tr('Importing')} %p%")
            self._progress.setValue(0)
            self._progress.setVisible(True)
            self._writer = ImportWriter(self._workbench, self._messages)
            self._writer.progressed.connect(self._progress.setValue)
            self._writer.failed.connect(self._not_written)
            self._writer.written.connect(self._written)
            self._writer.start(job, survey, self._source_title(), assessment)

    def _set_writing(self, writing: bool) -> None:
        """Disable the inputs while the rows are written."""
        self.setAcceptDrops(not writing)
        for widget in (self._import, self._file, self._title, self._options, self._pages):
            widget.setEnabled(not writing)

    def _written(self) -> None:
        self._writer = None
        self.accept()

    def _not_written(self, error: YaluError) -> None:
        self._writer = None
        self._task_ended()
        self._set_writing(False)
        self._show_import_button()
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
