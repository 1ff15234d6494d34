"""The options for reading a file to be imported, as detected and as corrected by the user."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem
from qgis.gui import QgsCheckableComboBox, QgsProjectionSelectionWidget
from qgis.PyQt.QtCore import QSignalBlocker, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from yalu_plugin.core.importing.import_assessment import AS_STATED
from yalu_plugin.core.importing.notations.coordinate_types import BD_09, GCJ_02
from yalu_plugin.gui.importing.datum_question import ask_datum
from yalu_plugin.gui.labels import plain_label
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import tr

if TYPE_CHECKING:
    from yalu_plugin.core.importing.import_assessment import DatumOffer
    from yalu_plugin.core.importing.import_source import ReadOptions, Source

WGS84 = "EPSG:4326"
_ENCODINGS = ("utf-8", "utf-16", "cp949", "gb18030", "big5hkscs", "shift_jis", "cp1252", "latin-1")


class ReadingOptions(QWidget):
    """Encoding, delimiter, layers, CRS, and whether the coordinates are shifted.

    `changed`: the file is to be read again. `crs_changed`: coordinates mean other places.
    """

    changed = pyqtSignal()
    crs_changed = pyqtSignal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.encoding, self.delimiter = QComboBox(self), QComboBox(self)
        self.layers, self.crs = QgsCheckableComboBox(self), QgsProjectionSelectionWidget(self)
        self.datum = QComboBox(self)
        self.crs.setOptionVisible(QgsProjectionSelectionWidget.CrsOption.CrsNotSet, True)
        for encoding in _ENCODINGS:
            self.encoding.addItem(encoding, encoding)
        for character, name in _delimiters().items():
            self.delimiter.addItem(name, character)
        for datum, name in _datums().items():
            self.datum.addItem(name, datum)
        self._lay_out()
        self.reset()
        self.encoding.currentIndexChanged.connect(self.changed)
        self.delimiter.currentIndexChanged.connect(self.changed)
        self.layers.checkedItemsChanged.connect(self.changed)
        self.crs.crsChanged.connect(self._crs_selected)
        self.datum.currentIndexChanged.connect(self.crs_changed)

    def reset(self) -> None:
        """Clear everything for another file, whose options are to be detected."""
        self._crs_asked = self._was_read = self._datum_declined = False
        with QSignalBlocker(self):
            self.layers.clear()
            _select(self.encoding, "")
            _select(self.delimiter, "")
            self.crs.setCrs(QgsCoordinateReferenceSystem())
            self.datum.setCurrentIndex(0)
        self.setEnabled(False)

    def show_source(self, source: Source) -> None:
        """Show the detected options of `source`."""
        with QSignalBlocker(self):
            self._show_crs(source)
            _select(self.encoding, source.encoding)
            _select(self.delimiter, source.delimiter)
            for layer in () if self.layers.count() else source.layers:
                self.layers.addItemWithCheckState(layer, Qt.CheckState.Checked)
        shown = {self.encoding: bool(source.encoding), self.delimiter: bool(source.delimiter),
                 self.layers: self.layers.count() > 1}
        for widget, show in shown.items():
            widget.setVisible(show)
            self._labels[widget].setVisible(show)
        self._was_read = True
        self.setEnabled(True)

    def ask_crs(self) -> None:
        """Let the user select the CRS that the file does not state; then the file is to be read again."""
        self._crs_asked = True
        self.setEnabled(True)
        self.crs.setEnabled(True)
        self.crs.setFocus()

    def options(self) -> ReadOptions:
        """Return how to read the file; empty options are to be detected."""
        from yalu_plugin.core.importing.import_source import ReadOptions

        return ReadOptions(crs=_crs_definition(self.crs.crs()) if self._crs_asked else "",
                           encoding=self.encoding.currentData() or "", delimiter=self.delimiter.currentData() or "",
                           layers=tuple(self.layers.checkedItems()))

    def columns_crs(self) -> str:
        """Return the CRS of the coordinate columns for ColumnMap: "" for degrees in EPSG:4326, and without columns."""
        crs = self.crs.crs()
        return "" if self._crs_from_file or crs.authid() == WGS84 else _crs_definition(crs)

    def chosen_datum(self) -> str:
        """Return what the coordinates are, as Choices.datum."""
        return str(self.datum.currentData())

    def show_datum_offer(self, offer: DatumOffer | None, messages: Messages) -> None:
        """Say that the coordinates may be shifted; they are converted if the user says so, then or by the option."""
        if offer is None or self._datum_declined:
            return
        ask_datum(offer, messages, lambda: self.datum.setCurrentIndex(self.datum.findData(offer.datum)),
                  self._decline_datum)

    def _decline_datum(self) -> None:
        self._datum_declined = True

    def _show_crs(self, source: Source) -> None:
        """Show the file's own CRS, which cannot be changed; the user selects the CRS of columns."""
        self._crs_from_file = source.has_geometry
        self.crs.setEnabled(self._crs_asked or not source.has_geometry)
        if not self._was_read and not self._crs_asked:
            self.crs.setCrs(QgsCoordinateReferenceSystem(source.crs if source.has_geometry else WGS84))

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        self._labels: dict[QWidget, QLabel] = {}
        for name, label, tooltip in _texts():
            widget = getattr(self, name)
            self._labels[widget] = plain_label(label)
            self._labels[widget].setBuddy(widget)
            widget.setObjectName(f"yalu_import_{name}")
            widget.setAccessibleName(label)
            widget.setToolTip(tooltip)
            line.addWidget(self._labels[widget])
            line.addWidget(widget, 2 if widget is self.crs else 1)

    def _crs_selected(self) -> None:
        (self.changed if self._crs_asked else self.crs_changed).emit()


def _texts() -> tuple[tuple[str, str, str], ...]:
    """Return name, label and tooltip of each option."""
    return (("encoding", tr("Encoding"), tr("The character encoding of the file: change it where names look wrong")),
            ("delimiter", tr("Delimiter"), tr("The character between columns")),
            ("layers", tr("Layers"), tr("The layers or folders to import")),
            ("crs", tr("CRS"), tr("Coordinate reference system of the file, or of its coordinate columns")),
            ("datum", tr("Coordinates are"),
             tr("Whether the coordinates are shifted, as those of Chinese maps are: GCJ-02 (Amap, Tencent), BD-09 "
                "(Baidu). The shift is undone, and the note of each site says so")))


def _datums() -> dict[str, str]:
    """Return the values of Choices.datum and their names."""
    return {"": tr("Not shifted"), GCJ_02: GCJ_02, BD_09: BD_09, AS_STATED: tr("As each row says")}


def _delimiters() -> dict[str, str]:
    return {",": tr("Comma"), "\t": tr("Tab"), ";": tr("Semicolon"), "|": tr("Bar")}


def _select(box: QComboBox, value: str) -> None:
    if value and box.findData(value) < 0:
        box.addItem(value, value)
    box.setCurrentIndex(box.findData(value) if value else -1)


def _crs_definition(crs: QgsCoordinateReferenceSystem) -> str:
    """Return a CRS as PROJ understands it."""
    return crs.authid() or crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED)
