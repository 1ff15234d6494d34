"""What the import dialog looks like: file and source above, every row's fate below."""

from __future__ import annotations

from qgis.gui import QgsFileWidget, QgsGui, QgsMessageBar
from qgis.PyQt.QtCore import QSortFilterProxyModel, Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from yalu_plugin.gui.importing.column_mapping import ColumnMapping
from yalu_plugin.gui.importing.import_model import FATE, ImportModel, fate_name
from yalu_plugin.gui.importing.reading_options import ReadingOptions
from yalu_plugin.gui.labels import plain_label
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import tr
from yalu_plugin.settings import IMPORT_FOLDER

FATES = ("good", "repaired", "refused")
_ROWS_MEASURED = 50  # the columns' widths follow so many rows: all of a long file would hold up the window


class ImportForm(QDialog):
    """The dialog's widgets, named and laid out; what they do is ImportDialog's."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("YaluImportDialog")
        self.setWindowTitle(tr("Import sites"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.resize(980, 620)
        QgsGui.enableAutoGeometryRestore(self)
        self._make_widgets()
        self._describe()
        self._lay_out()

    def _make_widgets(self) -> None:
        self._bar = QgsMessageBar(self)
        self._notices = Messages(self._bar)
        self._file = QgsFileWidget(self)
        self._file.setFilter(_file_filter())
        self._file.setDefaultRoot(IMPORT_FOLDER.get())
        self._title = QLineEdit(self)
        self._options, self._mapping = ReadingOptions(self), ColumnMapping(self)
        self._mapping.setEnabled(False)
        self._model = ImportModel(self)
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(self._model)
        self._shown.setFilterRole(FATE)
        self._table = QTableView(self)
        self._table.setModel(self._shown)
        self._counts, self._filter = plain_label(), QComboBox(self)
        self._progress = QProgressBar(self, minimum=0, maximum=0, visible=False)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._import = QPushButton(self)
        self._buttons.addButton(self._import, QDialogButtonBox.ButtonRole.ActionRole)

    def _describe(self) -> None:
        """Names and tooltips; the table's looks."""
        described = (
            (self._file, "file", tr("CSV, TSV, GeoJSON, GeoPackage, Shapefile, KML or KMZ")),
            (self._title, "source", tr("What the survey will name as the source of these sites")),
            (self._table, "rows", tr("Every row of the file, and what becomes of it")),
            (self._filter, "filter", tr("Which rows are shown; all good and repaired ones are imported")),
            (self._import, "write", tr("Write the good and repaired rows to the survey")),
            (self._progress, "progress", tr("Reading")))
        for widget, name, tooltip in described:
            widget.setObjectName(f"yalu_import_{name}")
            widget.setToolTip(tooltip)
            widget.setAccessibleName(tooltip)
        for button in (self._import, self._buttons.button(QDialogButtonBox.StandardButton.Cancel)):
            button.setAutoDefault(False)  # Enter in a text field must neither import nor close
        self._filter.addItem(tr("All rows"), "")
        for fate in FATES:
            self._filter.addItem(tr("Only {fate}").format(fate=fate_name(fate)), fate)
        self._table.verticalHeader().hide()
        self._table.setAlternatingRowColors(True)
        self._table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self._table.setWordWrap(False)
        self._table.horizontalHeader().setResizeContentsPrecision(_ROWS_MEASURED)

    def _lay_out(self) -> None:
        layout, form, above, below = QVBoxLayout(self), QFormLayout(), QHBoxLayout(), QHBoxLayout()
        form.addRow(tr("File"), self._file)
        form.addRow(tr("Source"), self._title)
        above.addWidget(self._counts, 1)
        above.addWidget(self._filter)
        below.addWidget(self._progress, 1)
        below.addStretch(0)
        below.addWidget(self._buttons)
        layout.addWidget(self._bar)
        layout.addLayout(form)
        layout.addWidget(self._options)
        layout.addWidget(self._mapping)
        layout.addLayout(above)
        layout.addWidget(self._table, 1)
        layout.addLayout(below)


def _file_filter() -> str:
    from yalu_plugin.core.importing.reading import TABLE_SUFFIXES, VECTOR_SUFFIXES

    patterns = " ".join(f"*{suffix}" for suffix in (*TABLE_SUFFIXES, *VECTOR_SUFFIXES))
    return f"{tr('Lists of sites')} ({patterns});;{tr('All files')} (*)"
