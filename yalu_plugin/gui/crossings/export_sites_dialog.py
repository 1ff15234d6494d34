"""The dialog that exports sites: which ones, as known when, in which format and where to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from yalu_plugin.core.exporting.export_files import FOLDERS_BY, FORMAT_NAMES, stem_of
from yalu_plugin.gui.guide import HelpKey
from yalu_plugin.gui.labels import plain_label, wrapping_label
from yalu_plugin.gui.save_file import may_replace
from yalu_plugin.i18n import tr
from yalu_plugin.settings import EXPORT_FOLDER, SITES_FORMAT

PATH_WIDTH, LINES = 380, 3  # pixels; lines of text about the format
ALL, SELECTED, LISTED = "all", "selected", "listed"


class SiteSets(NamedTuple):
    """The sites to choose from: the number of all, the ids of the selected ones, and of those that the list shows."""

    number: int
    selected: Sequence[str]
    listed: Sequence[str]


def format_texts() -> Mapping[str, tuple[str, str]]:
    """Return the label of each format, and what its files are."""
    return {
        "KMZ": (tr("Google Earth (KMZ)"), tr("A folder of sites that can be edited in Google Earth and imported again, "
                                             "and a folder of their states for its time slider.")),
        "GeoJSON": (tr("GeoJSON"), tr("Two files: the sites, and their states over time with the times that QGIS and "
                                      "kepler.gl need.")),
        "GPKG": (tr("GeoPackage"), tr("Layers of sites, states over time and observations. It is not a survey: a "
                                      "copy of the survey is the file itself.")),
        "CSV": (tr("CSV"), tr("Three files: sites, observations and matrix.")),
        "XLSX": (tr("Excel (XLSX)"), tr("Sheets of sites, observations and matrix.")),
        "GPX": (tr("GPX"), tr("Waypoints for GPS devices and phones. Sites without a place are left out.")),
        "SHP": (tr("Shapefile"), tr("Two shapefiles: the sites, and their states over time. Names of columns are "
                                    "short, and texts are cut at 254 bytes."))}


class ExportSitesDialog(QDialog):
    """Asks for sites, day, format and file; `only`, `day`, `form`, `folders_by` and `path` are the answers."""

    def __init__(self, parent: QWidget, title: str, sets: SiteSets, day: date | None) -> None:
        super().__init__(parent)
        self.setObjectName("yalu_export_sites_dialog")
        self.setWindowTitle(tr("Export sites"))
        self._sets, self._name = sets, title
        self._sites, self._day, self._format, self._folders = QComboBox(), QComboBox(), QComboBox(), QComboBox()
        self._file, self._about = QgsFileWidget(), wrapping_label("yalu_export_sites_about")
        self._fill(day)
        self._lay_out()
        self._format.currentIndexChanged.connect(self._show_format)
        self._file.fileChanged.connect(self._update)
        self._help = HelpKey(self, "export-sites")
        self._show_format()

    @property
    def only(self) -> frozenset[str] | None:
        """The ids of the chosen sites, None for all."""
        chosen = {ALL: None, SELECTED: self._sets.selected, LISTED: self._sets.listed}[self._sites.currentData()]
        return None if chosen is None else frozenset(chosen)

    @property
    def day(self) -> date | None:
        """The UTC day that states are as known on; None: the latest."""
        chosen = self._day.currentData()
        return date.fromisoformat(chosen) if chosen else None

    @property
    def form(self) -> str:
        """The format, one of FORMAT_NAMES."""
        return str(self._format.currentData())

    @property
    def folders_by(self) -> str:
        """What the folders of sites in a KMZ are, one of FOLDERS_BY."""
        return str(self._folders.currentData())

    @property
    def path(self) -> Path:
        """The file, with the ending of the format."""
        entered, ending = Path(self._file.filePath().strip()), FORMAT_NAMES[self.form]
        return entered if entered.suffix.lower() == ending else entered.with_name(entered.name + ending)

    def accept(self) -> None:  # noqa: D102 - Qt's own
        if self.path.exists() and not may_replace(self, self.windowTitle(), self.path):
            return
        EXPORT_FOLDER.setValue(str(self.path.parent))
        SITES_FORMAT.setValue(self.form)
        super().accept()

    def _fill(self, day: date | None) -> None:
        sets = self._sets
        self._sites.addItem(tr("All ({n})").format(n=f"{sets.number:,}"), ALL)
        if sets.selected:
            self._sites.addItem(tr("Selected ({n})").format(n=f"{len(sets.selected):,}"), SELECTED)
        if len(sets.listed) != sets.number:
            self._sites.addItem(tr("As filtered in the list ({n})").format(n=f"{len(sets.listed):,}"), LISTED)
            self._sites.setCurrentIndex(self._sites.count() - 1)
        self._day.addItem(tr("The latest known"), "")
        if day is not None:
            self._day.addItem(tr("As known on {day} (UTC), the day on screen").format(day=day), day.isoformat())
        for name, (label, _) in format_texts().items():
            self._format.addItem(label, name)
        self._format.setCurrentIndex(max(self._format.findData(SITES_FORMAT.value()), 0))
        for name, label in zip(FOLDERS_BY, (tr("Kind"), tr("County"), tr("Quarter first seen"))):
            self._folders.addItem(label, name)
        self._file.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self._file.setConfirmOverwrite(False)  # asked when it is written, also about a typed path
        self._file.setMinimumWidth(PATH_WIDTH)

    def _lay_out(self) -> None:
        form = QFormLayout()
        for text, field, name in ((tr("Sites"), self._sites, "sites"), (tr("States"), self._day, "day"),
                                  (tr("Format"), self._format, "format"),
                                  (tr("Folders by"), self._folders, "folders"), (tr("File"), self._file, "file")):
            field.setObjectName(f"yalu_export_sites_{name}")
            field.setAccessibleName(text)
            form.addRow(plain_label(text), field)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._export = self._buttons.addButton(tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self._about)
        column.addWidget(self._buttons)
        lines = self._about.fontMetrics().lineSpacing()
        self._about.setMinimumHeight(LINES * lines)  # so that the window keeps its size

    def _show_format(self) -> None:
        """Show what the format is, and adapt the ending of the file."""
        ending, entered = FORMAT_NAMES[self.form], Path(self._file.filePath().strip())
        folder = entered.parent if entered.name else Path(EXPORT_FOLDER.value() or Path.home())
        self._file.setFilter(f"{self._format.currentText()} (*{ending})")
        self._file.setFilePath(str(folder / f"{stem_of(entered) or self._name}{ending}"))
        self._folders.setEnabled(self.form == "KMZ")
        self._about.setText(format_texts()[self.form][1])

    def _update(self) -> None:
        self._export.setEnabled(bool(Path(self._file.filePath().strip()).name))
