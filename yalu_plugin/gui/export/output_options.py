"""Where the pages are written and as what: the file's ending and the format follow each other."""

from __future__ import annotations

from pathlib import Path

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QWidget

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable
from yalu_plugin.gui.labels import plain_label
from yalu_plugin.i18n import tr
from yalu_plugin.layers.layouts.choices import FORMATS, ending
from yalu_plugin.layers.layouts.documents import Document
from yalu_plugin.settings import EXPORT_FOLDER, EXPORT_FORMAT

PATH_WIDTH = 380  # pixels: room for a path


class NoOutputFile(YaluError):
    """Export was pressed without saying where to."""

    template = translatable("No file is chosen. Choose where to write the map.")


class OutputOptions:
    """Rows of a form; folder and format are those of the last export."""

    def __init__(self, parent: QWidget, document: Document) -> None:
        self._document = document
        self._format, self._file, self._note = QComboBox(parent), QgsFileWidget(parent), plain_label()
        for name in FORMATS:
            self._format.addItem(tr("PDF with layers") if ending(name) != name else name.upper(), name)
        self._format.setCurrentIndex(max(self._format.findData(EXPORT_FORMAT.value()), 0))
        self._file.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self._file.setConfirmOverwrite(False)  # asked when it is written, whichever way it was entered
        self._file.setMinimumWidth(PATH_WIDTH)
        self._file.setFilter(";;".join(f"{name.upper()} (*.{name})" for name in FORMATS if ending(name) == name))
        self.set_document(document)
        self._describe()
        self._format.currentIndexChanged.connect(self._format_chosen)
        self._file.fileChanged.connect(self._file_chosen)

    @property
    def format(self) -> str:
        """One of FORMATS."""
        return str(self._format.currentData())

    def path(self) -> Path:
        """The file asked for, with the ending of its format. Raises NoOutputFile."""
        path, end = self._entered(), f".{ending(self.format)}"
        if not path.name:
            raise NoOutputFile()
        return path if path.suffix.lower() == end else path.with_name(path.name + end)

    def set_document(self, document: Document, name: str = "") -> None:
        """Name the file for the document, or by what it is about, in the folder chosen so far."""
        self._document, entered = document, self._entered()
        folder = entered.parent if entered.name else Path(EXPORT_FOLDER.value() or Path.home())
        self._file.setFilePath(str(folder / f"{name or document.file_name}.{ending(self.format)}"))
        self._tell_files()

    def remember(self) -> None:
        """Begin with this folder and format the next time."""
        EXPORT_FOLDER.setValue(str(self.path().parent))
        EXPORT_FORMAT.setValue(self.format)

    def add_rows(self, form: QFormLayout) -> None:
        """Put the rows below those that `form` has."""
        form.addRow(tr("Format"), self._format)
        form.addRow(tr("File"), self._file)
        form.addRow("", self._note)

    def _entered(self) -> Path:
        """What stands in the field; without a name where nothing does, or a root."""
        return Path(self._file.filePath().strip())

    def _format_chosen(self) -> None:
        """The file's ending follows the format."""
        entered = self._entered()
        if entered.name:
            self._file.setFilePath(str(entered.with_suffix(f".{ending(self.format)}")))
        self._tell_files()

    def _file_chosen(self, path: str) -> None:
        """The format follows the file's ending, unless it has that ending already."""
        kind = Path(path).suffix.lstrip(".").lower()
        if kind in FORMATS and kind != ending(self.format):
            self._format.setCurrentIndex(self._format.findData(kind))

    def _tell_files(self) -> None:
        """Only a plain PDF holds several pages: QGIS writes layers for one page at a time."""
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
