"""The import dialog: select a file, check the status of every row, answer questions, then import."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.PyQt.QtWidgets import QWidget

from yalu_plugin.core.errors import YaluError
from yalu_plugin.gui.importing.import_form import ImportForm
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import tr
from yalu_plugin.settings import IMPORT_FOLDER
from yalu_plugin.workbench import Workbench

if TYPE_CHECKING:
    from yalu_plugin.core.importing.import_assessment import ImportAssessment
    from yalu_plugin.layers.survey.import_job import ImportJob


class ImportDialog(ImportForm):
    """Imports a list, or a whole survey."""

    def __init__(self, workbench: Workbench, messages: Messages, parent: QWidget) -> None:
        super().__init__(workbench, messages, parent)
        self._job: ImportJob | None = None
        self.empty = tr("Choose a file, or drop it here. Nothing is written before you press Import.")
        self._file.fileChanged.connect(self._file_chosen)
        self._options.changed.connect(self._read)
        self._options.crs_changed.connect(self._assess)
        self._mapping.changed.connect(self._columns_chosen)
        self._installer.installed.connect(self._read)
        self._typing.timeout.connect(self._read)
        self._show_nothing()

    # reading

    def _file_chosen(self, path: str) -> None:
        self._options.reset()
        self._title.setText(Path(path).name)
        self._import.setEnabled(False)  # the rows are another file's
        self._typing.start()

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
        title, choices = self._source_title(), self._choices(self._options.chosen_datum())
        self._in_background(tr("Checking {name}").format(name=job.path.name),
                            lambda task: job.assess_rows(survey, title, choices, task.progress),
                            self._show_assessment)

    def _current_job(self) -> ImportJob | None:
        return self._job

    def _source_title(self) -> str:
        return self._title.text().strip() or Path(self._file.filePath()).name

    def _inputs(self) -> tuple[QWidget, ...]:
        return *super()._inputs(), self._options

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
        self._show_rows(self._job.source if self._job else None, assessment)  # of a survey there is none
        self._options.show_datum_offer(assessment.datum_offer, self._notices)

    def _show_error(self, error: YaluError) -> None:
        from yalu_plugin.core.importing.import_source import MissingCrs

        super()._show_error(error)
        if isinstance(error, MissingCrs):
            self._options.ask_crs()
