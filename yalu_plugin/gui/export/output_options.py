"""Input of the file and format of the export; the file's suffix and the format are kept consistent."""

from __future__ import annotations

from pathlib import Path

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QWidget

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable
from yalu_plugin.gui.labels import plain_label
from yalu_plugin.i18n import tr
from yalu_plugin.layers.layouts.documents import Document
from yalu_plugin.layers.layouts.page_options import FORMATS, file_suffix
from yalu_plugin.settings import EXPORT_FOLDER, EXPORT_FORMAT

PATH_WIDTH = 380  # pixels: space for a path


class NoOutputFile(YaluError):
    """Export was pressed without a file."""

    template = translatable("No file is chosen. Choose where to write the map.")


class OutputOptions:
    """Rows of the dialog's form, filled with the folder and format of the last export."""

    def __init__(self, parent: QWidget, document: Document) -> None:
        self._document = document
        self._format, self._file, self._note = QComboBox(parent), QgsFileWidget(parent), plain_label()
        for name in FORMATS:
            self._format.addItem(tr("PDF with layers") if file_suffix(name) != name else name.upper(), name)
        self._format.setCurrentIndex(max(self._format.findData(EXPORT_FORMAT.value()), 0))
        self._file.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self._file.setConfirmOverwrite(False)  # the dialog asks when it writes, also about a typed path
        self._file.setMinimumWidth(PATH_WIDTH)
        self._file.setFilter(";;".join(f"{name.upper()} (*.{name})" for name in FORMATS if file_suffix(name) == name))
        self.set_document(document)
        self._describe()
        self._format.currentIndexChanged.connect(self._format_chosen)
        self._file.fileChanged.connect(self._file_chosen)

    @property
    def format(self) -> str:
        """One of FORMATS."""
        return str(self._format.currentData())

    def path(self) -> Path:
        """Return the file entered, with the suffix of the format. Raises NoOutputFile."""
        path, suffix = self._entered(), f".{file_suffix(self.format)}"
        if not path.name:
            raise NoOutputFile()
        return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)

    def set_document(self, document: Document, name: str = "") -> None:
        """Name the file after the document, or `name` if given, in the folder selected so far."""
        self._document, entered = document, self._entered()
        folder = entered.parent if entered.name else Path(EXPORT_FOLDER.value() or Path.home())
        self._file.setFilePath(str(folder / f"{name or document.file_name}.{file_suffix(self.format)}"))
        self._update_note()

    def remember(self) -> None:
        """Save folder and format as defaults of the next export."""
        EXPORT_FOLDER.setValue(str(self.path().parent))
        EXPORT_FORMAT.setValue(self.format)

    def add_rows(self, form: QFormLayout) -> None:
        """Append the rows to `form`."""
        form.addRow(tr("Format"), self._format)
        form.addRow(tr("File"), self._file)
        form.addRow("", self._note)

    def _entered(self) -> Path:
        """Return the path in the field; its name is empty if the field is empty or has only a root."""
        return Path(self._file.filePath().strip())

    def _format_chosen(self) -> None:
        """Adapt the file's suffix to the format."""
        entered = self._entered()
        if entered.name:
            self._file.setFilePath(str(entered.with_suffix(f".{file_suffix(self.format)}")))
        self._update_note()

    def _file_chosen(self, path: str) -> None:
        """Adapt the format to the file's suffix, unless it already has that suffix."""
        kind = Path(path).suffix.lstrip(".").lower()
        if kind in FORMATS and kind != file_suffix(self.format):
            self._format.setCurrentIndex(self._format.findData(kind))

    def _update_note(self) -> None:
        """State whether several pages become several files: only a plain PDF can contain all of them."""
        self._note.setText(tr("Several pages become files in a folder") if self.format != "pdf" else "")

    def _describe(self) -> None:
        described = (
            (self._format, "format", tr("PDF and SVG keep text as text; PNG is a picture. Several pages as anything "
                                        "but plain PDF are files in a folder")),
            (self._file, "output", tr("The file to write")),
            (self._note, "files", ""))
        for widget, name, tooltip in described:
            widget.setObjectName(f"yalu_export_{name}")
            widget.setToolTip(tooltip)
            widget.setAccessibleName(tooltip)
