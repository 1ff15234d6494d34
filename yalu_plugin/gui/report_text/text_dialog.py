"""The dialog for reports: paste a text or open a file, check the coordinates found in it, then import them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.PyQt.QtWidgets import QWidget

from yalu_plugin.gui.importing.datum_question import ask_datum
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.report_text.report_reading import Reading, read_file, read_text
from yalu_plugin.gui.report_text.text_form import TextForm
from yalu_plugin.i18n import tr
from yalu_plugin.settings import IMPORT_FOLDER
from yalu_plugin.workbench import Workbench

if TYPE_CHECKING:
    from yalu_plugin.core.importing.import_assessment import ImportAssessment
    from yalu_plugin.layers.survey.import_job import ImportJob


class TextDialog(TextForm):
    """Imports the places that a report states."""

    def __init__(self, workbench: Workbench, messages: Messages, parent: QWidget) -> None:
        super().__init__(workbench, messages, parent)
        self._reading: Reading | None = None
        self._datum: str | None = None  # of the text's coordinates: None until the user has answered
        self.empty = tr("The coordinates in the text will be rows here. Nothing is written before you press Import.")
        self._file.fileChanged.connect(self._open_file)
        self._installer.installed.connect(lambda: self._open_file(self._file.filePath()))
        self._text.textChanged.connect(self._text_edited)
        self._text.sentence_clicked.connect(self._rows.choose_row)
        self._rows.row_chosen.connect(self._text.show_row)
        self._typing.timeout.connect(self._read_text)
        self._show_nothing()

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
        """Show what was found; fields that the user has filled in stay, those of another text do not."""
        self._reading, self._datum = reading, None
        self._rows.reset()
        self._words.model.reset()
        for box, text in ((self._title, reading.report.title), (self._author, reading.report.author),
                          (self._day, reading.report.published_on), (self._address, reading.report.url)):
            if not (box.isModified() and box.text()):
                box.setText(text)
        if reading.error is not None:
            self._show_error(reading.error)
        self._assess()

    # assessing

    def _assess(self) -> None:
        """Assess the rows with the current choices, in the background."""
        found, survey = self._reading and self._reading.found, self._workbench.session.survey
        if found is None or survey is None:
            return
        title, choices = self._source_title(), self._choices(self._datum or "")
        self._in_background(tr("Checking {name}").format(name=title),
                            lambda task: found.job.assess_rows(survey, title, choices, task.progress), self._assessed)

    def _assessed(self, assessment: ImportAssessment) -> None:
        reading = self._reading
        if reading is None or reading.found is None:
            return
        self._show_rows(reading.found.job.source, assessment)
        self._text.show_places(reading.shown, {row.number: row.status for row in assessment.rows})
        offer = assessment.datum_offer
        if offer is not None and self._datum is None:
            ask_datum(offer, self._notices, lambda: self._set_datum(offer.datum), lambda: self._set_datum(""))

    def _set_datum(self, datum: str) -> None:
        self._datum = datum
        self._assess()

    def _current_job(self) -> ImportJob | None:
        """Return what was read, with the fields about the report as they are in the form."""
        reading = self._reading
        if reading is None or reading.found is None:
            return None
        report = replace(reading.report, author=self._author.text().strip(), url=self._address.text().strip(),
                         published_on=self._day.text().strip())
        return reading.found._replace(report=report).job

    def _source_title(self) -> str:
        return self._title.text().strip() or tr("Pasted text")

    def _inputs(self) -> tuple[QWidget, ...]:
        return *super()._inputs(), self._author, self._day, self._address, self._text

    def _show_nothing(self) -> None:
        super()._show_nothing()
        self._text.clear_marks()
