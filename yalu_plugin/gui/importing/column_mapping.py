"""Which column of the file holds what: a choice for each thing an import can take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from yalu_plugin.i18n import tr

if TYPE_CHECKING:
    from yalu_plugin.core.importing.column_map import ColumnMap
    from yalu_plugin.core.importing.source import Source

_PER_LINE = 4
_EXCLUDES = {"pair": ("latitude", "longitude"), "latitude": ("pair",), "longitude": ("pair",)}


class ColumnMapping(QWidget):
    """One combo box for each field of ColumnMap, by name in `boxes`. Emits `changed` when the user chooses."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        self.boxes: dict[str, QComboBox] = {}
        for at, (field, (label, tooltip)) in enumerate(_fields().items()):
            box = self._box(field, tooltip)
            title = QLabel(label, self)
            title.setBuddy(box)
            title.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            box.setAccessibleName(label)
            grid.addWidget(title, at // _PER_LINE, 2 * (at % _PER_LINE))
            grid.addWidget(box, at // _PER_LINE, 2 * (at % _PER_LINE) + 1)
        for column in range(_PER_LINE):
            grid.setColumnStretch(2 * column + 1, 1)

    def show_map(self, source: Source, column_map: ColumnMap) -> None:
        """Offer the source's columns, and choose those of `column_map`."""
        geometry = ("latitude", "longitude", "pair") if source.has_geometry else ()
        for field, box in self.boxes.items():
            box.blockSignals(True)
            box.clear()
            box.addItem(tr("the file's own points") if field in geometry else tr("none"), None)
            for column in source.columns:
                box.addItem(column, column)
            box.setCurrentIndex(max(0, box.findData(getattr(column_map, field))))
            box.blockSignals(False)

    def column_map(self, crs: str) -> ColumnMap:
        """What is chosen; `crs` is that of the coordinate columns, "" for degrees in EPSG:4326."""
        from yalu_plugin.core.importing.column_map import ColumnMap

        return ColumnMap(crs=crs, **{field: box.currentData() for field, box in self.boxes.items()})

    def _box(self, field: str, tooltip: str) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(f"yalu_column_{field}")
        box.setToolTip(tooltip)
        box.setMinimumContentsLength(8)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.currentIndexChanged.connect(self._chosen)
        self.boxes[field] = box
        return box

    def _chosen(self) -> None:
        """Coordinates come from one column or from two, not from both."""
        chosen = next((field for field, box in self.boxes.items() if box is self.sender()), "")
        if self.boxes[chosen].currentIndex() > 0:
            for field in _EXCLUDES.get(chosen, ()):
                self.boxes[field].blockSignals(True)
                self.boxes[field].setCurrentIndex(0)
                self.boxes[field].blockSignals(False)
        self.changed.emit()


def _fields() -> dict[str, tuple[str, str]]:
    """Fields of ColumnMap: their label and tooltip."""
    from yalu_plugin.core.importing.column_map import FIELDS

    return {field.name: (tr(field.label), tr(field.meaning)) for field in FIELDS}
