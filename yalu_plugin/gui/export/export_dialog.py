"""Maps, sheets and the report: which, what they look like, how and where to write them; with a preview."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from qgis.core import QgsFeedback, QgsLayoutItemLabel, QgsPrintLayout, QgsProject
from qgis.gui import QgsFileWidget, QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressDialog,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.requirements import need_geopandas
from yalu_plugin.core.text import translatable
from yalu_plugin.core.worker import in_worker
from yalu_plugin.gui.export.documents import DOCUMENTS, Document, Order
from yalu_plugin.gui.export.look_options import LookOptions
from yalu_plugin.gui.export.preview import Preview
from yalu_plugin.gui.export.strip_options import StripOptions
from yalu_plugin.gui.export.template_question import asks_about
from yalu_plugin.gui.labels import plain_label
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import language, tr
from yalu_plugin.layers.background import Background
from yalu_plugin.layers.layouts import statements
from yalu_plugin.layers.layouts.choices import FORMATS, ending
from yalu_plugin.layers.layouts.export import check_place, export
from yalu_plugin.layers.layouts.template import fill
from yalu_plugin.layers.project import add_survey
from yalu_plugin.settings import EXPORT_DOCUMENT, EXPORT_FOLDER, EXPORT_FORMAT, OVERVIEW_TEMPLATE
from yalu_plugin.workbench import Workbench


class NoOutputFile(YaluError):
    """Export was pressed without saying where to."""

    template = translatable("No file is chosen. Choose where to write the map.")


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
        self._format.currentIndexChanged.connect(self._format_chosen)
        self._output.fileChanged.connect(self._output_chosen)
        self._export.clicked.connect(self._write)
        self._designer.clicked.connect(self._design)
        self._preview.wanted.connect(self._show_preview)
        self._buttons.rejected.connect(self.reject)
        workbench.imagery.day_changed.connect(self._tell_day)
        self._format.setCurrentIndex(max(self._format.findData(EXPORT_FORMAT.get()), 0))
        kinds = [document.file_name for document in DOCUMENTS]
        if EXPORT_DOCUMENT.get() in kinds:
            self._document.setCurrentIndex(kinds.index(EXPORT_DOCUMENT.get()))
        self._preparing = Background(tr("Preparing the charts"), lambda task: in_worker(_load_packages))
        self._preparing.start()  # while the user chooses; what is missing is told when it is needed

    def _write(self) -> None:
        """Export, tell where to, and close; an error stays in the dialog."""
        with self._notices.reporting():
            if asks_about(self._template_path(), self._bar, self._write):
                return
            if not self._output.filePath().strip():
                raise NoOutputFile()
            path = self._path()
            check_place(path, self._format.currentData())
            with self._progress() as feedback:
                layouts = self._layouts(self._project(), feedback)
                written = export(layouts, path, self._format.currentData(), feedback)
            EXPORT_FOLDER.set(str(path.parent))
            EXPORT_DOCUMENT.set(self._chosen().file_name)
            EXPORT_FORMAT.set(self._format.currentData())
            self._messages.say(tr("{what} written to {path}").format(what=self._document.currentText(), path=written))
            self.accept()

    def _path(self) -> Path:
        """The file asked for, with the ending of its format."""
        path, end = Path(self._output.filePath().strip()), f".{ending(self._format.currentData())}"
        return path if path.suffix.lower() == end else path.with_name(path.name + end)

    def _design(self) -> None:
        """Keep the layout in the project and show it in QGIS' own window; country names, ticks and the rows of sheets
        are layers in memory.
        """
        with self._notices.reporting():
            if asks_about(self._template_path(), self._bar, self._design):
                return
            with self._progress() as feedback:
                layouts = self._layouts(self._workbench.project, feedback)
            for layout in layouts:
                self._keep(layout)
            self._open_designer(layouts[0])
            self._messages.say(tr("Print these pages in this session: the project does not save the layers made for "
                                  "them. Kept as a template, their design can be filled anew."))
            self.accept()

    def _show_preview(self) -> None:
        with self._notices.reporting():
            if asks_about(self._template_path(), self._bar, self._show_preview):
                return
            with self._progress() as feedback:
                self._preview.show_pages(self._layouts(self._project(), feedback), feedback)

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

    @contextmanager
    def _progress(self) -> Iterator[QgsFeedback]:
        """A feedback shown as a bar, which can be cancelled, while pages are made.

        The bar is there from the start and keeps all clicks but those on itself from this window: what happens while
        it is told of progress can neither start a second export nor close the dialog.
        """
        feedback, bar = QgsFeedback(), QProgressDialog(tr("Making the pages"), tr("Cancel"), 0, 100, self)
        bar.setWindowModality(Qt.WindowModality.WindowModal)
        bar.setAutoClose(False)
        bar.setAutoReset(False)
        bar.canceled.connect(feedback.cancel)
        bar.show()

        def tell(done: float) -> None:
            if bar.isVisible():  # else it was cancelled, and this window is no longer kept from clicks
                bar.setValue(int(done))
                QCoreApplication.processEvents()

        feedback.progressChanged.connect(tell)
        tell(0)
        try:
            yield feedback
        finally:
            bar.close()
            bar.deleteLater()

    def _project(self) -> QgsProject:
        """Where the pages are made: in the window's project if they show what is there, else in one of their own."""
        if self._chosen().as_on_screen:
            return self._workbench.project
        project = QgsProject()
        project.setEllipsoid("WGS84")
        add_survey(project, self._workbench.session.need_survey())
        return project

    def _layouts(self, project: QgsProject, feedback: QgsFeedback) -> Sequence[QgsPrintLayout]:
        """The pages as the dialog says. Raises NoSurveyOpen and what building them raises."""
        template = self._template_path()
        order = Order(project, self._workbench.session.need_survey(), self._workbench.imagery.day,
                      template, self._looks.look(), feedback,
                      self._strip.pages, self._strip.scale)
        with language(self._looks.language):
            layouts = self._chosen().build(order)
            self._retitle(layouts)
        if self._chosen().as_on_screen:
            OVERVIEW_TEMPLATE.set(str(template or ""))
        return layouts

    def _retitle(self, layouts: Sequence[QgsPrintLayout]) -> None:
        """Give the pages that bear the map's title the user's, if there is one."""
        for layout in layouts if self._title.text().strip() and self._title.isEnabled() else ():
            label = layout.itemById("title")
            if layout is layouts[0] or (isinstance(label, QgsLayoutItemLabel) and label.text() == statements.title()):
                fill(layout, {"title": self._title.text()})

    def _chosen(self) -> Document:
        return DOCUMENTS[self._document.currentIndex()]

    def _document_chosen(self) -> None:
        """The file is named for the document; only what has a template can be changed in the designer."""
        self._output.setFilePath(str(Path(self._output.filePath()).with_name(
            f"{self._chosen().file_name}.{ending(self._format.currentData())}")))
        self._title.setEnabled(self._chosen().has_title)
        self._template.setEnabled(self._chosen().has_template)
        self._template.setFilePath(OVERVIEW_TEMPLATE.get() if self._chosen().as_on_screen else "")
        self._designer.setEnabled(self._chosen().has_template)
        self._designer.setToolTip(self._what_the_designer_does())
        self._strip.setEnabled(self._chosen().is_cut)
        self._tell_files()
        self._preview.clear()

    def _what_the_designer_does(self) -> str:
        if self._chosen().has_template:
            return tr("Keep the pages in the project and change them in QGIS' layout window")
        return tr("The report cannot be opened there: it is many layouts. Open its maps or site sheets by themselves")

    def _format_chosen(self) -> None:
        """The file's ending follows the format."""
        path = self._output.filePath().strip()
        if path:
            self._output.setFilePath(str(Path(path).with_suffix(f".{ending(self._format.currentData())}")))
        self._tell_files()

    def _tell_day(self) -> None:
        """The scene on screen may come, or be stepped from, while the dialog is open."""
        self._day.setText(_day_text(self._workbench))
        self._preview.clear()

    def _tell_files(self) -> None:
        """Only a plain PDF holds several pages: QGIS writes layers for one page at a time."""
        in_folder = self._format.currentData() != "pdf" and not self._chosen().one_page
        self._files.setText(tr("Each page becomes a file in a folder") if in_folder else "")

    def _output_chosen(self, path: str) -> None:
        """The format follows the file's ending, unless it has that ending already."""
        kind = Path(path).suffix.lstrip(".").lower()
        if kind in FORMATS and kind != ending(self._format.currentData()):
            self._format.setCurrentIndex(self._format.findData(kind))

    def _make_widgets(self) -> None:
        self._bar = QgsMessageBar(self)
        self._notices = Messages(self._bar)
        self._document, self._format = QComboBox(self), QComboBox(self)
        for document in DOCUMENTS:
            self._document.addItem(tr(document.words))
        self._title = QLineEdit(self)
        self._title.setPlaceholderText(statements.title())
        self._day = plain_label(_day_text(self._workbench))
        self._looks, self._preview = LookOptions(self), Preview(self)
        self._strip, self._files = StripOptions(self), plain_label()
        self._strip.setEnabled(False)  # until the strip map is chosen
        self._template, self._output = QgsFileWidget(self), QgsFileWidget(self)
        self._template.setFilter(f"{tr('Layout templates')} (*.qpt)")
        self._template.setFilePath(OVERVIEW_TEMPLATE.get())
        self._template.lineEdit().setPlaceholderText(tr("the plugin's own"))
        self._output.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self._output.setMinimumWidth(380)  # room for a path
        self._output.setFilter(";;".join(f"{name.upper()} (*.{name})" for name in FORMATS if ending(name) == name))
        for name in FORMATS:
            self._format.addItem(tr("PDF with layers") if ending(name) != name else name.upper(), name)
        self._output.setFilePath(str(Path(EXPORT_FOLDER.get() or Path.home()) / f"{DOCUMENTS[0].file_name}.pdf"))
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
            (self._title, "title", tr("The title of the map or the report")),
            (self._template, "template", tr("A .qpt saved from a QGIS print layout; empty: the plugin's own")),
            (self._format, "format", tr("PDF and SVG keep text as text; PNG is a picture. Several pages as anything "
                                        "but plain PDF are files in a folder")),
            (self._output, "output", tr("The file to write")),
            (self._export, "export", tr("Write the pages to the file")),
            (self._designer, "design", self._what_the_designer_does()))
        for widget, name, tooltip in described:
            widget.setObjectName(f"yalu_export_{name}")
            widget.setToolTip(tooltip)
            widget.setAccessibleName(tooltip)

    def _lay_out(self) -> None:
        layout, beside, form = QVBoxLayout(self), QHBoxLayout(), QFormLayout()
        form.addRow(tr("Make"), self._document)
        form.addRow(tr("Title"), self._title)
        form.addRow(tr("As of"), self._day)
        form.addRow(tr("Template"), self._template)
        form.addRow(tr("Scale"), self._strip)
        self._looks.add_rows(form)
        form.addRow(tr("Format"), self._format)
        form.addRow(tr("File"), self._output)
        form.addRow("", self._files)
        beside.addLayout(form, 1)
        beside.addWidget(self._preview, 4)  # who makes the window larger wants to see more of the page
        layout.addWidget(self._bar)
        layout.addLayout(beside)
        layout.addWidget(self._buttons)


def _load_packages() -> None:
    """Import what measuring and drawing need: it takes seconds the first time. Raises MissingPackages."""
    from yalu_plugin.layers.corridor.charts import prepare_charts

    need_geopandas()
    prepare_charts()


def _day_text(workbench: Workbench) -> str:
    if workbench.imagery.day:
        return tr("{day}, the day on screen (UTC)").format(day=workbench.imagery.day)
    if workbench.session.survey is None:
        return tr("the survey's latest observation")
    day, why = statements.day_shown(workbench.session.survey, None)
    if why == "today":
        return tr("{day}, today (UTC): no observation is dated").format(day=day)
    return tr("{day}, the survey's latest observation (UTC)").format(day=day)
