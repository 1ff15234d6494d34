"""The layout of the dialog for reports: file and source above, the text beside its rows."""

from __future__ import annotations

from qgis.gui import QgsFileWidget, QgsGui, QgsMessageBar
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from yalu_plugin.gui.importing.rows_page import RowsPage
from yalu_plugin.gui.importing.words_page import WordsPage
from yalu_plugin.gui.labels import plain_label
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.report_text.text_pane import TextPane
from yalu_plugin.i18n import tr
from yalu_plugin.settings import IMPORT_FOLDER


class TextForm(QDialog):
    """The dialog's widgets, named and laid out; TextDialog adds their behaviour."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("YaluTextDialog")
        self.setWindowTitle(tr("Sites from text"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.resize(1180, 660)
        QgsGui.enableAutoGeometryRestore(self)
        self._create_widgets()
        self._describe()
        self._lay_out()

    def _create_widgets(self) -> None:
        self._bar = QgsMessageBar(self)
        self._notices = Messages(self._bar)
        self._file = QgsFileWidget(self)
        self._file.setFilter(_file_filter())
        self._file.setDefaultRoot(IMPORT_FOLDER.value())
        self._title, self._author, self._day, self._address = (QLineEdit(self) for _ in range(4))
        self._text, self._pages = TextPane(self), QTabWidget(self)
        self._rows, self._words = RowsPage(self), WordsPage(self)
        self._progress = QProgressBar(self, minimum=0, maximum=100, visible=False)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._import = QPushButton(tr("Import"), self)
        self._buttons.addButton(self._import, QDialogButtonBox.ButtonRole.ActionRole)

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
        for button in (self._import, self._buttons.button(QDialogButtonBox.StandardButton.Cancel)):
            button.setAutoDefault(False)  # Enter in a text field must neither import nor close

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

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802, D102 - Qt's own
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802, D102 - Qt's own
        self._file.setFilePath(event.mimeData().urls()[0].toLocalFile())


def _file_filter() -> str:
    from yalu_plugin.core.report_text.report_files import SUFFIXES

    return f"{tr('Reports')} ({' '.join(f'*{suffix}' for suffix in SUFFIXES)});;{tr('All files')} (*)"
