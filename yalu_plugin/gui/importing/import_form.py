"""The layout of the import dialog: file and source above; rows, columns and words on pages below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.gui import QgsFileWidget, QgsGui, QgsMessageBar
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from yalu_plugin.gui.importing.column_mapping import ColumnMapping
from yalu_plugin.gui.importing.reading_options import ReadingOptions
from yalu_plugin.gui.importing.rows_page import RowsPage
from yalu_plugin.gui.importing.words_page import WordsPage
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import phrase_text, tr
from yalu_plugin.settings import IMPORT_FOLDER

if TYPE_CHECKING:
    from yalu_plugin.core.importing.import_assessment import ImportAssessment


class ImportForm(QDialog):
    """The dialog's widgets, named and laid out; ImportDialog adds their behaviour."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("YaluImportDialog")
        self.setWindowTitle(tr("Import sites"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.resize(1040, 620)
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
        self._title = QLineEdit(self)
        self._options = ReadingOptions(self)
        self._pages = QTabWidget(self)
        self._rows, self._mapping, self._words = RowsPage(self), ColumnMapping(self), WordsPage(self)
        self._mapping.setEnabled(False)
        self._progress = QProgressBar(self, minimum=0, maximum=100, visible=False)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._import = QPushButton(self)
        self._buttons.addButton(self._import, QDialogButtonBox.ButtonRole.ActionRole)

    def _describe(self) -> None:
        described = (
            (self._file, "file", tr("A list, spreadsheet, map or survey: CSV, XLSX, GeoJSON, GeoPackage, Shapefile, "
                                    "KML, KMZ, GPX and others")),
            (self._title, "source", tr("What the survey will name as the source of these sites")),
            (self._pages, "pages", tr("Rows, columns and words of the file")),
            (self._import, "write", tr("Write what is good, repaired or to check to the survey")),
            (self._progress, "progress", tr("Reading")))
        for widget, name, tooltip in described:
            widget.setObjectName(f"yalu_import_{name}")
            widget.setAccessibleName(tooltip)
            if widget is not self._pages:
                widget.setToolTip(tooltip)
        for button in (self._import, self._buttons.button(QDialogButtonBox.StandardButton.Cancel)):
            button.setAutoDefault(False)  # Enter in a text field must neither import nor close

    def _lay_out(self) -> None:
        layout, form, below = QVBoxLayout(self), QFormLayout(), QHBoxLayout()
        form.addRow(tr("File"), self._file)
        form.addRow(tr("Source"), self._title)
        self._pages.addTab(self._rows, tr("Rows"))
        self._pages.addTab(self._mapping, tr("Columns"))
        self._pages.addTab(self._words, tr("Words"))
        below.addWidget(self._progress, 1)
        below.addStretch(0)
        below.addWidget(self._buttons)
        layout.addWidget(self._bar)
        layout.addLayout(form)
        layout.addWidget(self._options)
        layout.addWidget(self._pages, 1)
        layout.addLayout(below)

    def _show_notices(self, assessment: ImportAssessment) -> None:
        """Show which parts of the file were not read, and whether the coordinates may be shifted."""
        notices = [phrase_text(notice) for notice in assessment.notices]
        if notices:
            more = tr(" (and {n} more)").format(n=len(notices) - 1) if len(notices) > 1 else ""
            self._notices.warn(notices[0] + more, "\n".join(notices[1:]))
        self._options.show_datum_offer(assessment.datum_offer, self._notices)

    def _show_questions(self) -> None:
        """Show on the tab how many words are to be confirmed."""
        count = self._words.model.open_questions
        self._pages.setTabText(2, tr("Words ({n} to confirm)").format(n=count) if count else tr("Words"))


def _file_filter() -> str:
    from yalu_plugin.core.importing.source_reader import TABLE_SUFFIXES, VECTOR_SUFFIXES

    patterns = " ".join(f"*{suffix}" for suffix in (*TABLE_SUFFIXES, *VECTOR_SUFFIXES))
    return f"{tr('Lists of sites')} ({patterns});;{tr('All files')} (*)"
