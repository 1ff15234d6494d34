"""The dialog for reports: paste a text or open a file, check the coordinates found in it, then import them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QWidget

from yalu_plugin.core.errors import MissingPackages, YaluError
from yalu_plugin.core.importing.import_assessment import Choices
from yalu_plugin.gui.amounts import sites_text
from yalu_plugin.gui.importing.import_writer import ImportWriter
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.packages import PackageInstaller
from yalu_plugin.gui.report_text.report_reading import Reading, read_file, read_text
from yalu_plugin.gui.report_text.text_form import TextForm
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.layers.background import Background
from yalu_plugin.settings import IMPORT_FOLDER
from yalu_plugin.workbench import Workbench

if TYPE_CHECKING:
    from yalu_plugin.core.importing.import_assessment import ImportAssessment

Result = TypeVar("Result")
_TYPING_PAUSE_MS = 400


class TextDialog(TextForm):
    """Nothing is written before the user presses Import; reading and assessing never block the window."""

    def __init__(self, workbench: Workbench, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        self._workbench, self._messages = workbench, messages
        self._reading: Reading | None = None
        self._assessment: ImportAssessment | None = None
        self._task: Background | None = None
        self._writer: ImportWriter | None = None
        self._installer = PackageInstaller(self._notices, self)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_PAUSE_MS)
        self._naming = QTimer(self, singleShot=True, interval=_TYPING_PAUSE_MS)
        self._connect()
        self._show_nothing()

    def _connect(self) -> None:
        self._file.fileChanged.connect(self._open_file)
        self._installer.installed.connect(lambda: self._open_file(self._file.filePath()))
        self._text.textChanged.connect(self._text_edited)
        self._text.sentence_clicked.connect(self._rows.choose_row)
        self._rows.row_chosen.connect(self._text.show_row)
        self._rows.answered.connect(self._assess)
        self._words.model.edited.connect(self._assess)
        self._typing.timeout.connect(self._read_text)
        self._title.textEdited.connect(self._title_edited)
        self._naming.timeout.connect(self._assess)
        self._import.clicked.connect(self._write)
        self._buttons.rejected.connect(self.reject)

    # reading

    def _open_file(self, path: str) -> None:
        """Read a file and show its text, in the background."""
        if path:
            self._in_background(tr("Reading {name}").format(name=Path(path).name),
                                lambda task: read_file(Path(path), task.progress), self._show_file)

    def _text_edited(self) -> None:
        """Read the text again once the user pauses."""
        self._import.setEnabled(False)
        self._text.clear_marks()
        self._typing.start()

    def _read_text(self) -> None:
        """Find the places in the text as it is in the editor."""
        text, name = self._text.toPlainText(), tr("Pasted text")
        if not text.strip():
            self._stop()
            self._bar.clearWidgets()
            self._show_nothing()
            return
        file = self._reading.report if self._reading and self._file.filePath() else None
        self._in_background(tr("Reading {name}").format(name=file.path.name if file else name),
                            lambda task: read_text(text, name, file, task.progress), self._show_reading)

    def _show_file(self, reading: Reading) -> None:
        self._text.show_text(reading.shown.text)
        self._text.setReadOnly(not reading.shown.whole)
        IMPORT_FOLDER.setValue(str(reading.report.path.parent))
        for box in (self._title, self._author, self._day, self._address):
            box.clear()  # they are another file's
        self._show_reading(reading)

    def _show_reading(self, reading: Reading) -> None:
        """Show what was found; fields that the user has filled in stay."""
        self._reading = reading
        self._rows.reset()
        self._words.model.reset()
        for box, text in ((self._title, reading.report.title), (self._author, reading.report.author),
                          (self._day, reading.report.published_on), (self._address, reading.report.url)):
            if not box.text():
                box.setText(text)
        if reading.error is not None:
            self._show_error(reading.error)
        self._assess()

    # assessing

    def _title_edited(self) -> None:
        self._import.setEnabled(False)  # which sites are known depends on the source
        self._naming.start()

    def _assess(self) -> None:
        """Assess the rows with the current choices, in the background."""
        found, survey = self._reading and self._reading.found, self._workbench.session.survey
        if found is None or survey is None:
            return
        words, title = self._words.model.decided(), self._source_title()
        choices = Choices(words["kind"], words["state"], words["date"], dict(self._rows.answers))
        self._in_background(tr("Checking {name}").format(name=title),
                            lambda task: found.job.assess_rows(survey, title, choices, task.progress), self._assessed)

    def _assessed(self, assessment: ImportAssessment) -> None:
        self._task_ended()
        reading = self._reading
        if reading is None or reading.found is None:
            return
        self._assessment = assessment
        self._rows.show_assessment(reading.found.job.source, assessment)
        self._words.model.show_readings(assessment.readings)
        self._text.show_places(reading.shown, {row.number: row.status for row in assessment.rows})
        self._show_counts()

    def _source_title(self) -> str:
        return self._title.text().strip() or tr("Pasted text")

    # showing

    def _show_error(self, error: YaluError) -> None:
        self._show_nothing()
        if isinstance(error, MissingPackages):
            self._notices.ask(error_text(error), {tr("Install"): self._installer.install})
        else:
            self._notices.error(error)

    def _show_nothing(self) -> None:
        self._task_ended()
        self._assessment = None
        self._rows.show_nothing(tr("The coordinates in the text will be rows here. Nothing is written before you press "
                                   "Import."))
        self._words.model.show_readings(())
        self._text.clear_marks()
        self._show_counts()

    def _show_counts(self) -> None:
        """Show the words to confirm on their tab, and the sites to import on the button."""
        questions, sites = self._words.model.open_questions, self._assessment.new_sites if self._assessment else 0
        self._pages.setTabText(1, tr("Words ({n} to confirm)").format(n=questions) if questions else tr("Words"))
        self._import.setText(tr("Import {sites}").format(sites=sites_text(sites)) if sites else tr("Import"))
        self._import.setEnabled(self._assessment is not None and any(row.included for row in self._assessment.rows))

    # background

    def _in_background(self, description: str, work: Callable[[Background], Result],
                       show: Callable[[Result], None]) -> None:
        """Run `work` as a task, then `show` its result; a running task is cancelled."""
        self._stop()
        self._bar.clearWidgets()
        self._import.setEnabled(False)
        self._progress.setFormat(f"{description} %p%")
        self._progress.setValue(0)
        self._progress.setVisible(True)
        self._task = Background(description, work)
        self._task.progressChanged.connect(lambda percent: self._progress.setValue(round(percent)))
        self._task.done.connect(show)
        self._task.failed.connect(self._show_error)
        self._task.cancelled.connect(self._show_nothing)
        self._task.start()

    def _stop(self) -> None:
        if self._task is not None:
            self._task.abandon()
        self._task_ended()

    def _task_ended(self) -> None:
        self._task = None
        self._progress.setVisible(False)

    # writing

    def _write(self) -> None:
        """Write in the background; the dialog stays open until that is done, or the user closes it, which cancels."""
        reading, assessment = self._reading, self._assessment
        if reading is None or reading.found is None or assessment is None:
            return
        with self._notices.reporting():
            survey = self._workbench.session.need_survey()
            report = replace(reading.report, author=self._author.text().strip(), url=self._address.text().strip(),
                             published_on=self._day.text().strip())
            self._set_writing(True)
            self._writer = ImportWriter(self._workbench, self._messages)
            self._writer.progressed.connect(self._progress.setValue)
            self._writer.failed.connect(self._not_written)
            self._writer.written.connect(self._written)
            self._writer.start(reading.found._replace(report=report).job, survey, self._source_title(), assessment)

    def _set_writing(self, writing: bool) -> None:
        """Disable the inputs while the rows are written."""
        self.setAcceptDrops(not writing)
        self._progress.setFormat(f"{tr('Importing')} %p%")
        self._progress.setVisible(writing)
        for widget in (self._import, self._file, self._title, self._author, self._day, self._address, self._text,
                       self._pages):
            widget.setEnabled(not writing)

    def _written(self) -> None:
        self._writer = None
        self.accept()

    def _not_written(self, error: YaluError) -> None:
        self._writer = None
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
