"""Maps, sheets and the report: which, what they look like, how and where to write them; with a preview."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

from qgis.core import QgsFeedback, QgsPrintLayout, QgsProject
from qgis.gui import QgsFileWidget, QgsMessageBar
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from yalu_plugin.core.worker import in_worker
from yalu_plugin.gui.export.chapter_options import ChapterOptions
from yalu_plugin.gui.export.day_text import day_text
from yalu_plugin.gui.export.export_packages import load_packages
from yalu_plugin.gui.export.look_options import LookOptions
from yalu_plugin.gui.export.only_site import OnlySite
from yalu_plugin.gui.export.output_options import OutputOptions
from yalu_plugin.gui.export.preview import Preview
from yalu_plugin.gui.export.progress import progress_of_pages
from yalu_plugin.gui.export.strip_options import StripOptions
from yalu_plugin.gui.export.template_question import asks_about
from yalu_plugin.gui.export.words_options import WordsOptions
from yalu_plugin.gui.labels import plain_label
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import language, tr
from yalu_plugin.layers.background import Background
from yalu_plugin.layers.layouts.documents import DOCUMENTS, Document, DocumentRequest
from yalu_plugin.layers.layouts.export import check_place, export
from yalu_plugin.layers.layouts.lifetime import pages_in, pages_of
from yalu_plugin.settings import EXPORT_DOCUMENT, OVERVIEW_TEMPLATE
from yalu_plugin.workbench import Workbench


class ExportDialog(QDialog):
    """Exports what the open survey says as of the day on screen, or hands it to QGIS' layout designer.

    `open_designer` shows a layout that is in the project already.
    """

    def __init__(self, workbench: Workbench, messages: Messages, open_designer: Callable[[QgsPrintLayout], object],
                 parent: QWidget) -> None:
        super().__init__(parent)
        self._workbench, self._messages, self._open_designer = workbench, messages, open_designer
        self.setObjectName("YaluExportDialog")
        self.setWindowTitle(tr("Maps and report"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._make_widgets()
        self._lay_out()
        self.resize(880, self.sizeHint().height())
        self._document.currentIndexChanged.connect(self._document_chosen)
        self._export.clicked.connect(lambda: self._write())
        self._designer.clicked.connect(self._design)
        self._only.toggled.connect(self._name_file)
        self._preview.wanted.connect(self._show_preview)
        self._buttons.rejected.connect(self.reject)
        workbench.imagery.day_changed.connect(self._tell_day)
        kinds = [document.file_name for document in DOCUMENTS]
        if EXPORT_DOCUMENT.value() in kinds:
            self._document.setCurrentIndex(kinds.index(EXPORT_DOCUMENT.value()))
        self._preparing = Background(tr("Preparing the charts"), lambda task: in_worker(load_packages))
        self._preparing.start()  # while the user chooses; what is missing is told when it is needed

    def choose_sheet_of(self, site_id: str) -> None:
        """Make the sheet of this site, unless the user chooses otherwise."""
        facts = self._workbench.session.facts
        site = facts.row("sites", site_id) if facts is not None else None
        if site is not None:
            self._only.set_site(site)
            self._document.setCurrentIndex(next(number for number, one in enumerate(DOCUMENTS) if one.of_sites))

    def _write(self, replaced: Path | None = None) -> None:
        """Export, tell where to, and close; an error stays in the dialog. `replaced`: the file that may be."""
        with self._notices.reporting():
            if asks_about(self._template_path(), self._bar, partial(self._write, replaced)):
                return
            path, kind = self._output.path(), self._output.format
            check_place(path, kind)
            if path.is_file() and path != replaced:
                self._ask_to_replace(path)
                return
            with self._project() as project, progress_of_pages(self) as feedback:
                written = export(self._layouts(project, feedback), path, kind, feedback)
            self._output.remember()
            EXPORT_DOCUMENT.setValue(self._chosen().file_name)
            self._messages.show_message(tr("{what} written to {path}").format(what=self._document.currentText(), path=written))
            self.accept()

    def _ask_to_replace(self, path: Path) -> None:
        self._bar.clearWidgets()  # a question asked before is about another press
        self._notices.ask(tr("{path} is there already.").format(path=path), {
            tr("Replace it"): partial(self._write, path), tr("Keep it"): lambda: None})

    def _design(self) -> None:
        """Keep the layout in the project and show it in QGIS' own window; country names, ticks and the rows of sheets
        are layers in memory.
        """
        with self._notices.reporting():
            if asks_about(self._template_path(), self._bar, self._design):
                return
            with pages_in(self._workbench.project) as project, progress_of_pages(self) as feedback:
                layouts = self._layouts(project, feedback)
                for layout in layouts:
                    self._keep(layout)
            self._open_designer(layouts[0])
            self._messages.show_message(tr("Print these pages in this session: the project does not save the layers made for "
                                  "them. Kept as a template, their design can be filled anew."))
            self.accept()

    def _show_preview(self) -> None:
        with self._notices.reporting():
            if asks_about(self._template_path(), self._bar, self._show_preview):
                return
            with self._project() as project, progress_of_pages(self) as feedback:
                self._preview.show_pages(self._layouts(project, feedback), feedback)

    def _template_path(self) -> Path | None:
        template = self._template.filePath().strip() if self._template.isEnabled() else ""
        return Path(template) if template else None

    def _keep(self, layout: QgsPrintLayout) -> None:
        manager = self._workbench.project.layoutManager()
        name, number = layout.name(), 2
        while manager.layoutByName(layout.name()):
            layout.setName(f"{name} {number}")
            number += 1
        manager.addLayout(layout)

    def _project(self) -> AbstractContextManager[QgsProject]:
        """Where the pages are made: in the window's project if they show what is there, else in one of their own."""
        if self._chosen().in_window_project:
            return pages_in(self._workbench.project)
        return pages_of(self._workbench.session.need_survey())

    def _layouts(self, project: QgsProject, feedback: QgsFeedback) -> Sequence[QgsPrintLayout]:
        """The pages as the dialog says. Raises NoSurveyOpen and what building them raises."""
        template = self._template_path()
        request = DocumentRequest(project, self._workbench.session.need_survey(), self._workbench.imagery.day,
                      template, self._looks.look()._replace(words=self._words.words()), feedback,
                      self._strip.pages, self._strip.scale, self._only.site_id,
                      self._strip.form, self._chapters.chapters(), tuple(self._workbench.sites.selected()))
        with language(self._looks.language):
            layouts = self._chosen().build(request)
        if self._chosen().in_window_project:
            OVERVIEW_TEMPLATE.setValue(str(template or ""))
        return layouts

    def done(self, result: int) -> None:  # noqa: D102 - Qt's own
        with self._messages.reporting():
            self._words.remember()
            self._chapters.remember()
        super().done(result)

    def _chosen(self) -> Document:
        return DOCUMENTS[self._document.currentIndex()]

    def _document_chosen(self) -> None:
        """The file is named for the document; only what has a template can be changed in the designer."""
        self._name_file()
        self._words.set_title_enabled(self._chosen().has_title)
        self._looks.set_has_orientation(self._chosen().has_orientation)
        self._template.setEnabled(bool(self._chosen().template_items))
        self._template.setFilePath(OVERVIEW_TEMPLATE.value() if self._chosen().in_window_project else "")
        self._designer.setEnabled(bool(self._chosen().template_items))
        self._designer.setToolTip(self._what_the_designer_does())
        self._strip.setEnabled(self._chosen().has_pages)
        self._only.setEnabled(self._chosen().of_sites)
        self._chapters.setEnabled(self._chosen().has_chapters)
        self._preview.clear()

    def _name_file(self, *_: object) -> None:
        self._output.set_document(self._chosen(), self._only.file_name if self._chosen().of_sites else "")

    def _what_the_designer_does(self) -> str:
        if self._chosen().template_items:
            return tr("Keep the pages in the project and change them in QGIS' layout window")
        return tr("The report cannot be opened there: it is many layouts. Open its maps or site sheets by themselves")

    def _tell_day(self) -> None:
        """The scene on screen may come, or be stepped from, while the dialog is open."""
        self._day.setText(day_text(self._workbench))
        self._preview.clear()

    def _make_widgets(self) -> None:
        self._bar = QgsMessageBar(self)
        self._notices = Messages(self._bar)
        self._document = QComboBox(self)
        for document in DOCUMENTS:
            self._document.addItem(tr(document.label))
        self._only = OnlySite(self)
        self._day = plain_label(day_text(self._workbench))
        self._words = WordsOptions(self, self._workbench.session.survey)
        self._looks, self._preview = LookOptions(self), Preview(self)
        self._strip, self._output = StripOptions(self), OutputOptions(self, DOCUMENTS[0])
        self._chapters = ChapterOptions(self, self._workbench.session.survey, len(self._workbench.sites.selected()))
        for options in (self._strip, self._chapters):
            options.setEnabled(False)  # until the strip map, or the report, is chosen
        self._template = QgsFileWidget(self)
        self._template.setFilter(f"{tr('Layout templates')} (*.qpt)")
        self._template.setFilePath(OVERVIEW_TEMPLATE.value())
        self._template.lineEdit().setPlaceholderText(tr("The plugin's own"))
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._export = QPushButton(tr("Export"), self)
        self._designer = QPushButton(tr("Open in layout designer"), self)
        for button in (self._designer, self._export):
            self._buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        self._export.setDefault(True)
        self._describe()

    def _describe(self) -> None:
        described = (
            (self._document, "document", tr("What to make")),
            (self._template, "template", tr("A .qpt saved from a QGIS print layout; empty: the plugin's own")),
            (self._export, "export", tr("Write the pages to the file")),
            (self._designer, "design", self._what_the_designer_does()))
        for widget, name, tooltip in described:
            widget.setObjectName(f"yalu_export_{name}")
            widget.setToolTip(tooltip)
            widget.setAccessibleName(tooltip)

    def _lay_out(self) -> None:
        layout, beside, form = QVBoxLayout(self), QHBoxLayout(), QFormLayout()
        form.addRow(tr("Make"), self._document)
        form.addRow(self._only)
        self._words.add_rows(form)
        form.addRow(tr("As of"), self._day)
        form.addRow(tr("Template"), self._template)
        form.addRow(tr("Scale"), self._strip)
        form.addRow(tr("Chapters"), self._chapters)
        self._looks.add_rows(form)
        self._output.add_rows(form)
        beside.addLayout(form, 1)
        beside.addWidget(self._preview, 4)  # who makes the window larger wants to see more of the page
        layout.addWidget(self._bar)
        layout.addLayout(beside)
        layout.addWidget(self._buttons)
