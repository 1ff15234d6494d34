"""The layout of the dialog for reports: file and source above, the text beside its rows."""

from __future__ import annotations

from qgis.gui import QgsGui
from qgis.PyQt.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QSplitter, QVBoxLayout, QWidget

from yalu_plugin.gui.importing.preview_dialog import PreviewDialog
from yalu_plugin.gui.labels import plain_label
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.report_text.text_pane import TextPane
from yalu_plugin.i18n import tr
from yalu_plugin.workbench import Workbench

_TYPING_PAUSE_MS = 400
_TEXT_WIDTH = 200  # pixels: in a narrower editor, lines have one word


class TextForm(PreviewDialog):
    """The dialog's widgets, named and laid out; TextDialog adds their behaviour."""

    def __init__(self, workbench: Workbench, messages: Messages, parent: QWidget) -> None:
        super().__init__(workbench, messages, parent, _TYPING_PAUSE_MS)
        self.setObjectName("YaluTextDialog")
        self.setWindowTitle(tr("Sites from text"))
        self.resize(1180, 660)
        QgsGui.enableAutoGeometryRestore(self)
        self._file.setFilter(_file_filter())
        self._author, self._day, self._address = (QLineEdit(self) for _ in range(3))
        self._text = TextPane(self)
        self._describe()
        self._lay_out()

    def _describe(self) -> None:
        described = (
            (self._file, "file", tr("A text, a saved web page, a Word document or a PDF. Nothing is loaded from the "
                                    "web")),
            (self._title, "title", tr("What the survey will name as the source of these sites")),
            (self._author, "author", tr("Who wrote the report; filled in where the text says so")),
            (self._day, "day", tr("When the report was published, such as 2026-02-09; filled in where the text says "
                                  "so")),
            (self._address, "address", tr("Where the report is on the web; filled in where the text says so")),
            (self._import, "write", tr("Write what is good, repaired or to check to the survey")),
            (self._progress, "progress", tr("Reading")))
        for widget, name, tip in described:
            widget.setObjectName(f"yalu_text_{name}")
            widget.setToolTip(tip)
            widget.setAccessibleName(tip)
        self._pages.setObjectName("yalu_text_pages")

    def _lay_out(self) -> None:
        layout, form, below, parts = QVBoxLayout(self), QGridLayout(), QHBoxLayout(), QSplitter(self)
        fields = ((tr("File"), self._file, 0, 0, 3), (tr("Title"), self._title, 1, 0, 1),
                  (tr("Author"), self._author, 1, 2, 1), (tr("Address"), self._address, 2, 0, 1),
                  (tr("Published on"), self._day, 2, 2, 1))
        for text, widget, row, column, width in fields:
            label = plain_label(text)
            label.setBuddy(widget)
            form.addWidget(label, row, column)
            form.addWidget(widget, row, column + 1, 1, width)
        form.setColumnStretch(1, 3)
        form.setColumnStretch(3, 1)
        self._pages.addTab(self._rows, tr("Rows"))
        self._pages.addTab(self._words, tr("Words"))
        self._text.setMinimumWidth(_TEXT_WIDTH)
        parts.addWidget(self._text)
        parts.addWidget(self._pages)
        parts.setChildrenCollapsible(False)
        parts.setSizes([480, 700])
        below.addWidget(self._progress, 1)
        below.addStretch(0)
        below.addWidget(self._buttons)
        for part in (self._bar, form, parts, below):
            layout.addWidget(part) if isinstance(part, QWidget) else layout.addLayout(part)
        layout.setStretchFactor(parts, 1)


def _file_filter() -> str:
    from yalu_plugin.core.report_text.report_files import SUFFIXES

    return f"{tr('Reports')} ({' '.join(f'*{suffix}' for suffix in SUFFIXES)});;{tr('All files')} (*)"
