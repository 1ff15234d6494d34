"""The overview map: what to call it, how and where to write it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from qgis.core import QgsPrintLayout
from qgis.gui import QgsFileWidget, QgsMessageBar
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import tr
from yalu_plugin.layers.layouts import statements
from yalu_plugin.layers.layouts.export import FORMATS, export
from yalu_plugin.layers.layouts.fit import fit_text
from yalu_plugin.layers.layouts.overview import build_overview
from yalu_plugin.settings import EXPORT_FOLDER, OVERVIEW_TEMPLATE
from yalu_plugin.workbench import Workbench


class NoOutputFile(YaluError):
    """Export was pressed without saying where to."""

    template = translatable("No file is chosen. Choose where to write the map.")


class OverviewDialog(QDialog):
    """Exports the overview of the open survey as of the day on screen, or hands it to QGIS' layout designer.

    `open_designer` shows a layout that is in the project already.
    """

    def __init__(self, workbench: Workbench, messages: Messages, open_designer: Callable[[QgsPrintLayout], object],
                 parent: QWidget) -> None:
        super().__init__(parent)
        self._workbench, self._messages, self._open_designer = workbench, messages, open_designer
        self.setObjectName("YaluOverviewDialog")
        self.setWindowTitle(tr("Overview map"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._make_widgets()
        self._lay_out()
        self.resize(620, self.sizeHint().height())
        self._format.currentIndexChanged.connect(self._format_chosen)
        self._output.fileChanged.connect(self._output_chosen)
        self._export.clicked.connect(self._write)
        self._designer.clicked.connect(self._design)
        self._buttons.rejected.connect(self.reject)

    def _write(self) -> None:
        """Export, tell where to, and close; an error stays in the dialog."""
        path = Path(self._output.filePath())
        with self._notices.reporting():
            if not self._output.filePath().strip():
                raise NoOutputFile()
            QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
            try:
                export(self._layout(), path, self._format.currentData())
            finally:
                QApplication.restoreOverrideCursor()
            EXPORT_FOLDER.set(str(path.parent))
            self._messages.say(tr("Overview map written to {path}").format(path=path))
            self.accept()

    def _design(self) -> None:
        """Keep the layout in the project and show it in QGIS' own window."""
        with self._notices.reporting():
            layout = self._layout()
            manager = self._workbench.project.layoutManager()
            name, number = layout.name(), 2
            while manager.layoutByName(layout.name()):
                layout.setName(f"{name} {number}")
                number += 1
            manager.addLayout(layout)
            self._open_designer(layout)
            self.accept()

    def _layout(self) -> QgsPrintLayout:
        """The layout as the dialog says. Raises NoSurveyOpen and what building an overview raises."""
        template = self._template.filePath().strip()
        layout = build_overview(self._workbench.project, self._workbench.need_survey(), self._workbench.imagery.day,
                                Path(template) if template else None)
        OVERVIEW_TEMPLATE.set(template)
        label = layout.itemById("title")
        label.setText(self._title.text())
        fit_text(label)
        return layout

    def _format_chosen(self) -> None:
        """The file's ending follows the format."""
        path = self._output.filePath().strip()
        if path:
            self._output.setFilePath(str(Path(path).with_suffix(f".{self._format.currentData()}")))

    def _output_chosen(self, path: str) -> None:
        """The format follows the file's ending."""
        at = self._format.findData(Path(path).suffix.lstrip(".").lower())
        if at >= 0:
            self._format.setCurrentIndex(at)

    def _make_widgets(self) -> None:
        self._bar = QgsMessageBar(self)
        self._notices = Messages(self._bar)
        self._title = QLineEdit(statements.title(), self)
        self._title.setCursorPosition(0)
        self._day = QLabel(_day_text(self._workbench.imagery.day), self)
        self._template, self._output = QgsFileWidget(self), QgsFileWidget(self)
        self._template.setFilter(f"{tr('Layout templates')} (*.qpt)")
        self._template.setFilePath(OVERVIEW_TEMPLATE.get())
        self._template.lineEdit().setPlaceholderText(tr("the plugin's own"))
        self._output.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self._output.setFilter(";;".join(f"{name.upper()} (*.{name})" for name in FORMATS))
        self._format = QComboBox(self)
        for name in FORMATS:
            self._format.addItem(name.upper(), name)
        self._output.setFilePath(str(Path(EXPORT_FOLDER.get() or Path.home()) / f"overview.{FORMATS[0]}"))
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._export = QPushButton(tr("Export"), self)
        self._designer = QPushButton(tr("Open in layout designer"), self)
        for button in (self._designer, self._export):
            self._buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        self._export.setDefault(True)
        self._describe()

    def _describe(self) -> None:
        described = (
            (self._title, "title", tr("The title on the map")),
            (self._template, "template", tr("A .qpt saved from a QGIS print layout; empty: the plugin's own")),
            (self._format, "format", tr("PDF and SVG keep text as text; PNG is a picture")),
            (self._output, "output", tr("The file to write")),
            (self._export, "export", tr("Write the map to the file")),
            (self._designer, "design", tr("Keep the map in the project and change it in QGIS' layout window")))
        for widget, name, tooltip in described:
            widget.setObjectName(f"yalu_overview_{name}")
            widget.setToolTip(tooltip)
            widget.setAccessibleName(tooltip)

    def _lay_out(self) -> None:
        layout, form = QVBoxLayout(self), QFormLayout()
        form.addRow(tr("Title"), self._title)
        form.addRow(tr("As of"), self._day)
        form.addRow(tr("Template"), self._template)
        form.addRow(tr("Format"), self._format)
        form.addRow(tr("File"), self._output)
        layout.addWidget(self._bar)
        layout.addLayout(form)
        layout.addStretch(1)
        layout.addWidget(self._buttons)


def _day_text(day: date | None) -> str:
    return tr("{day}, the day on screen (UTC)").format(day=day.isoformat()) if day else tr(
        "the survey's latest observation")
