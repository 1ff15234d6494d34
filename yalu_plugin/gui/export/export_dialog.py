"""The dialog that exports maps, site sheets and the report: content, style and file, with a preview."""

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
from yalu_plugin.gui.export.export_preparation import load_packages
from yalu_plugin.gui.export.output_options import OutputOptions
from yalu_plugin.gui.export.page_progress import progress_of_pages
from yalu_plugin.gui.export.page_text_options import PageTextOptions
from yalu_plugin.gui.export.preview import Preview
from yalu_plugin.gui.export.single_site_box import SingleSiteBox
from yalu_plugin.gui.export.strip_options import StripOptions
from yalu_plugin.gui.export.style_options import StyleOptions
from yalu_plugin.gui.export.template_question import asks_before_use
from yalu_plugin.gui.labels import plain_label
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import language, tr
from yalu_plugin.layers.background import Background
from yalu_plugin.layers.layouts.documents import DOCUMENTS, Document, DocumentRequest
from yalu_plugin.layers.layouts.export import check_target, export
from yalu_plugin.layers.layouts.layout_lifetime import temporary_layouts, temporary_project
from yalu_plugin.settings import EXPORT_DOCUMENT, OVERVIEW_TEMPLATE
from yalu_plugin.workbench import Workbench


class ExportDialog(QDialog):
    """Exports the open survey as of the day on screen, or opens the pages in QGIS' layout designer.

    `open_designer` shows a layout that is already in the project.
    """

    def __init__(self, workbench: Workbench, messages: Messages, open_designer: Callable[[QgsPrintLayout], object],
                 parent: QWidget) -> None:
        super().__init__(parent)
        self._workbench, self._messages, self._open_designer = workbench, messages, open_designer
        self.setObjectName("YaluExportDialog")
        self.setWindowTitle(tr("Maps and report"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._create_widgets()
        self._lay_out()
        self.resize(880, self.sizeHint().height())
        self._document.currentIndexChanged.connect(self._document_changed)
        self._export.clicked.connect(lambda: self._write())
        self._designer.clicked.connect(self._design)
        self._only.toggled.connect(self._name_file)
        self._preview.requested.connect(self._show_preview)
        self._buttons.rejected.connect(self.reject)
        workbench.imagery.day_changed.connect(self._update_day)
        kinds = [document.file_name for document in DOCUMENTS]
        if EXPORT_DOCUMENT.value() in kinds:
            self._document.setCurrentIndex(kinds.index(EXPORT_DOCUMENT.value()))
        self._preparing = Background(tr("Preparing the charts"), lambda task: in_worker(load_packages))
        self._preparing.start()  # while the user selects; an error is shown only at the export

    def select_site_sheet(self, site_id: str) -> None:
        """Preselect the sheet of this site."""
        facts = self._workbench.session.facts
        site = facts.row("sites", site_id) if facts is not None else None
        if site is not None:
            self._only.set_site(site)
            self._document.setCurrentIndex(next(number for number, one in enumerate(DOCUMENTS) if one.of_sites))

    def _write(self, replaced: Path | None = None) -> None:
        """Export, report the path and close, unless there is an error. `replaced` is the file that may be replaced."""
        with self._notices.reporting():
            if asks_before_use(self._template_path(), self._bar, partial(self._write, replaced)):
                return
            path, kind = self._output.path(), self._output.format
            check_target(path, kind)
            if path.is_file() and path != replaced:
                self._ask_to_replace(path)
                return
            with self._project() as project, progress_of_pages(self) as feedback:
                written = export(self._layouts(project, feedback), path, kind, feedback)
            self._output.remember()
            EXPORT_DOCUMENT.setValue(self._selected().file_name)
            self._messages.show_message(tr("{what} written to {path}").format(
                what=self._document.currentText(), path=written))
            self.accept()

    def _ask_to_replace(self, path: Path) -> None:
        self._bar.clearWidgets()  # an earlier question is about another press
        self._notices.ask(tr("{path} already exists.").format(path=path), {
            tr("Replace it"): partial(self._write, path), tr("Keep it"): lambda: None})

    def _design(self) -> None:
        """Add the layouts to the project, open the designer; country names, ticks and sheet rows are memory layers."""
        with self._notices.reporting():
            if asks_before_use(self._template_path(), self._bar, self._design):
                return
            with temporary_layouts(self._workbench.project) as project, progress_of_pages(self) as feedback:
                layouts = self._layouts(project, feedback)
                for layout in layouts:
                    self._add_to_project(layout)
            self._open_designer(layouts[0])
            self._messages.show_message(tr(
                "Print these pages in this session: the project does not save the layers created for them. "
                "Saved as a template, their design can be used again."))
            self.accept()

    def _show_preview(self) -> None:
        with self._notices.reporting():
            if asks_before_use(self._template_path(), self._bar, self._show_preview):
                return
            with self._project() as project, progress_of_pages(self) as feedback:
                self._preview.show_pages(self._layouts(project, feedback), feedback)

    def _template_path(self) -> Path | None:
        template = self._template.filePath().strip() if self._template.isEnabled() else ""
        return Path(template) if template else None

    def _add_to_project(self, layout: QgsPrintLayout) -> None:
        manager = self._workbench.project.layoutManager()
        name, number = layout.name(), 2
        while manager.layoutByName(layout.name()):
            layout.setName(f"{name} {number}")
            number += 1
        manager.addLayout(layout)

    def _project(self) -> AbstractContextManager[QgsProject]:
        """Return the project for the pages: the window's if they show its layers, else a temporary one."""
        if self._selected().in_window_project:
            return temporary_layouts(self._workbench.project)
        return temporary_project(self._workbench.session.need_survey())

    def _layouts(self, project: QgsProject, feedback: QgsFeedback) -> Sequence[QgsPrintLayout]:
        """Build the pages as set in the dialog. Raises NoSurveyOpen and what building them raises."""
        template = self._template_path()
        request = DocumentRequest(project, self._workbench.session.need_survey(), self._workbench.imagery.day,
                                  template, self._style.style()._replace(texts=self._texts.page_texts()), feedback,
                                  self._strip.pages, self._strip.scale, self._only.site_id,
                                  self._strip.form, self._chapters.chapters(), tuple(self._workbench.sites.selected()))
        with language(self._style.language):
            layouts = self._selected().build(request)
        if self._selected().in_window_project:
            OVERVIEW_TEMPLATE.setValue(str(template or ""))
        return layouts

    def done(self, result: int) -> None:  # noqa: D102 - Qt's own
        with self._messages.reporting():
            self._texts.remember()
            self._chapters.remember()
        super().done(result)

    def _selected(self) -> Document:
        return DOCUMENTS[self._document.currentIndex()]

    def _document_changed(self) -> None:
        """Name the file after the document, and enable the inputs that the document has."""
        self._name_file()
        self._texts.set_title_enabled(self._selected().has_title)
        self._style.set_has_orientation(self._selected().has_orientation)
        self._template.setEnabled(bool(self._selected().template_items))
        self._template.setFilePath(OVERVIEW_TEMPLATE.value() if self._selected().in_window_project else "")
        self._designer.setEnabled(bool(self._selected().template_items))
        self._designer.setToolTip(self._designer_tooltip())
        self._strip.setEnabled(self._selected().has_pages)
        self._only.setEnabled(self._selected().of_sites)
        self._chapters.setEnabled(self._selected().has_chapters)
        self._preview.clear()

    def _name_file(self, *_: object) -> None:
        self._output.set_document(self._selected(), self._only.file_name if self._selected().of_sites else "")

    def _designer_tooltip(self) -> str:
        if self._selected().template_items:
            return tr("Keep the pages in the project and change them in QGIS' layout window")
        return tr("The report cannot be opened there: it has many layouts. Open its maps or site sheets separately")

    def _update_day(self) -> None:
        """Show the day: the scene on screen may change while the dialog is open."""
        self._day.setText(day_text(self._workbench))
        self._preview.clear()

    def _create_widgets(self) -> None:
        self._bar = QgsMessageBar(self)
        self._notices = Messages(self._bar)
        self._document = QComboBox(self)
        for document in DOCUMENTS:
            self._document.addItem(tr(document.label))
        self._only = SingleSiteBox(self)
        self._day = plain_label(day_text(self._workbench))
        self._texts = PageTextOptions(self, self._workbench.session.survey)
        self._style, self._preview = StyleOptions(self), Preview(self)
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
            (self._document, "document", tr("What to create")),
            (self._template, "template", tr("A .qpt saved from a QGIS print layout; empty: the plugin's own")),
            (self._export, "export", tr("Write the pages to the file")),
            (self._designer, "design", self._designer_tooltip()))
        for widget, name, tooltip in described:
            widget.setObjectName(f"yalu_export_{name}")
            widget.setToolTip(tooltip)
            widget.setAccessibleName(tooltip)

    def _lay_out(self) -> None:
        layout, columns, form = QVBoxLayout(self), QHBoxLayout(), QFormLayout()
        form.addRow(tr("Make"), self._document)
        form.addRow(self._only)
        self._texts.add_rows(form)
        form.addRow(tr("As of"), self._day)
        form.addRow(tr("Template"), self._template)
        form.addRow(tr("Scale"), self._strip)
        form.addRow(tr("Chapters"), self._chapters)
        self._style.add_rows(form)
        self._output.add_rows(form)
        columns.addLayout(form, 1)
        columns.addWidget(self._preview, 4)  # a larger window shows more of the page
        layout.addWidget(self._bar)
        layout.addLayout(columns)
        layout.addWidget(self._buttons)
