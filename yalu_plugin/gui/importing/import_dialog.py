"""The import dialog: choose a file, see every row's fate, answer what is asked, then write."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
from qgis.PyQt.QtWidgets import QWidget

from yalu_plugin.core.collector import resume_collector, with_collector_paused
from yalu_plugin.core.errors import MissingPackages, YaluError
from yalu_plugin.core.importing.judged import Choices
from yalu_plugin.gui.amounts import sites_text
from yalu_plugin.gui.importing.import_form import ImportForm
from yalu_plugin.gui.importing.import_writing import ImportWriting
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.packages import PackageInstaller
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.layers.background import Background
from yalu_plugin.settings import IMPORT_FOLDER
from yalu_plugin.workbench import Workbench

if TYPE_CHECKING:
    from yalu_plugin.core.importing.judged import Judged
    from yalu_plugin.core.importing.source import Source
    from yalu_plugin.layers.survey.import_job import ImportJob

_TYPING_PAUSE_MS = 250


class ImportDialog(ImportForm):
    """Nothing is written before the user presses Import; reading and judging never hold up the window."""

    def __init__(self, workbench: Workbench, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        resume_collector()  # only now: just after an import, the survey that is read anew would be gone through
        self._workbench, self._messages = workbench, messages
        self._import_of: ImportJob | None = None
        self._judged: Judged | None = None
        self._task: Background | None = None
        self._writing: ImportWriting | None = None
        self._installer = PackageInstaller(self._notices, self)
        self._installer.installed.connect(self._read)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_PAUSE_MS)
        self._typing.timeout.connect(self._read)
        self._naming = QTimer(self, singleShot=True, interval=_TYPING_PAUSE_MS)
        self._naming.timeout.connect(self._judge)
        self._connect()
        self._show_nothing()

    def _connect(self) -> None:
        self._file.fileChanged.connect(self._file_chosen)
        self._options.changed.connect(self._read)
        self._options.crs_changed.connect(self._judge)
        self._mapping.changed.connect(self._columns_chosen)
        self._words.model.chosen.connect(self._judge)
        self._rows.answered.connect(self._judge)
        self._title.textEdited.connect(self._title_edited)
        self._import.clicked.connect(self._write)
        self._buttons.rejected.connect(self.reject)

    # reading

    def _file_chosen(self, path: str) -> None:
        self._options.forget()
        self._title.setText(Path(path).name)
        self._import.setEnabled(False)  # the rows are not this file's
        self._typing.start()

    def _title_edited(self) -> None:
        self._import.setEnabled(False)  # which ids are known depends on the source
        self._naming.start()

    def _read(self) -> None:
        """Read the chosen file anew, in the background."""
        from yalu_plugin.layers.survey.import_job import open_import

        path, options = Path(self._file.filePath()), self._options.options()
        self._import_of = None
        self._mapping.setEnabled(False)
        self._rows.forget()
        self._words.model.forget()
        if self._file.filePath():
            self._in_background(tr("Reading {name}").format(name=path.name),
                                lambda task: open_import(path, options, task.progress), self._show_import)

    def _columns_chosen(self) -> None:
        self._words.model.forget()
        self._judge()

    def _judge(self) -> None:
        """Something was chosen: what becomes of the rows now?"""
        importing, survey = self._import_of, self._workbench.session.survey
        if importing is None or survey is None:
            return
        if self._source() is not None:
            importing = importing.with_columns(self._mapping.column_map(self._options.columns_crs()))
            self._import_of = importing
        title, words = self._source_title(), self._words.model.decided()
        choices = Choices(words["kind"], words["state"], words["date"], dict(self._rows.answers))
        self._in_background(tr("Checking {name}").format(name=importing.path.name),
                            lambda task: importing.judge(survey, title, choices, task.progress), self._show_judged)

    def _source(self) -> Source | None:
        """The rows of the file; None where a survey is imported, or nothing yet."""
        return self._import_of.source if self._import_of else None

    def _source_title(self) -> str:
        return self._title.text().strip() or Path(self._file.filePath()).name

    def _in_background(self, description: str, work: Callable[[Background], object],
                       show: Callable[[object], None]) -> None:
        """Do `work` as a task, then `show` its result; what was going on before is cancelled."""
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
        """Cancel the task going on, and take no notice of it any more."""
        if self._task is not None:
            self._task.give_up()
            self._task = None

    # showing

    def _show_import(self, importing: ImportJob) -> None:
        self._import_of = importing
        source = self._source()
        if source is not None:
            self._options.show_source(source)
            self._mapping.show_map(source, importing.column_map)
        self._title.setText(self._title.text() if source is not None else importing.title)
        self._mapping.setEnabled(source is not None)
        self._title.setEnabled(source is not None)
        IMPORT_FOLDER.set(str(importing.path.parent))
        self._judge()

    def _show_judged(self, judged: Judged) -> None:
        self._task_ended()
        self._judged = judged
        self._rows.show_judged(self._source(), judged)
        self._words.model.show_readings(judged.readings)
        self._show_questions()
        self._show_notices(judged)
        self._show_import_button()

    def _show_error(self, error: YaluError) -> None:
        from yalu_plugin.core.importing.source import MissingCrs

        self._show_nothing()
        if isinstance(error, MissingPackages):
            self._notices.ask(error_text(error), {tr("Install"): self._installer.install})
            return
        self._notices.error(error)
        if isinstance(error, MissingCrs):
            self._options.ask_crs()

    def _show_nothing(self) -> None:
        self._task_ended()
        self._judged = None
        self._rows.show_nothing(tr("Choose a file, or drop it here. Nothing is written before you press Import."))
        self._words.model.show_readings(())
        self._show_questions()
        self._show_import_button()

    def _task_ended(self) -> None:
        self._task = None
        self._progress.setVisible(False)

    def _show_import_button(self) -> None:
        sites = self._judged.new_sites if self._judged else 0
        anything = self._judged is not None and any(row.included for row in self._judged.rows)
        self._import.setText(tr("Import {sites}").format(sites=sites_text(sites)) if sites else tr("Import"))
        self._import.setEnabled(anything)

    # writing

    def _write(self) -> None:
        """Write in the background; the dialog stays until that is done, or until the user closes it: that cancels."""
        with self._notices.reporting():
            survey = self._workbench.session.need_survey()
            self._hold(True)
            self._progress.setFormat(f"{tr('Importing')} %p%")
            self._progress.setValue(0)
            self._progress.setVisible(True)
            self._writing = ImportWriting(self._workbench, self._messages)
            self._writing.progressed.connect(self._progress.setValue)
            self._writing.failed.connect(self._not_written)
            self._writing.written.connect(self._written)
            self._writing.start(self._import_of, survey, self._source_title(), self._judged)

    def _hold(self, held: bool) -> None:
        """Nothing can be changed while the rows are written."""
        self.setAcceptDrops(not held)
        for widget in (self._import, self._file, self._title, self._options, self._pages):
            widget.setEnabled(not held)

    def _written(self) -> None:
        self._writing = None
        self.accept()

    def _not_written(self, error: YaluError) -> None:
        self._writing = None
        self._task_ended()
        self._hold(False)
        self._show_import_button()
        self._notices.error(error)

    def done(self, result: int) -> None:  # noqa: D102 - Qt's own: the dialog closes, either way
        if self._writing is not None:
            self._writing.cancel()
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
