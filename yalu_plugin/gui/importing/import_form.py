"""The layout of the import dialog: file and source above; rows, columns and words on pages below."""

from __future__ import annotations

from qgis.gui import QgsGui
from qgis.PyQt.QtWidgets import QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from yalu_plugin.gui.importing.column_mapping import ColumnMapping
from yalu_plugin.gui.importing.preview_dialog import PreviewDialog
from yalu_plugin.gui.importing.reading_options import ReadingOptions
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import tr
from yalu_plugin.workbench import Workbench

_TYPING_PAUSE_MS = 250


class ImportForm(PreviewDialog):
    """The dialog's widgets, named and laid out; ImportDialog adds their behaviour."""

    def __init__(self, workbench: Workbench, messages: Messages, parent: QWidget) -> None:
        super().__init__(workbench, messages, parent, _TYPING_PAUSE_MS)
        self.setObjectName("YaluImportDialog")
        self.setWindowTitle(tr("Import sites"))
        self.resize(1040, 620)
        QgsGui.enableAutoGeometryRestore(self)
        self._file.setFilter(_file_filter())
        self._options, self._mapping = ReadingOptions(self), ColumnMapping(self)
        self._mapping.setEnabled(False)
        self._describe()
        self._lay_out()

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


def _file_filter() -> str:
    from yalu_plugin.core.importing.source_reader import TABLE_SUFFIXES, VECTOR_SUFFIXES

    patterns = " ".join(f"*{suffix}" for suffix in (*TABLE_SUFFIXES, *VECTOR_SUFFIXES))
    return f"{tr('Lists of sites')} ({patterns});;{tr('All files')} (*)"
