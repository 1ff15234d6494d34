"""Which column of the file holds what: a choice for each thing an import can take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QSignalBlocker, Qt, pyqtSignal
from qgis.PyQt.QtGui import QStandardItem, QStandardItemModel
from qgis.PyQt.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from yalu_plugin.i18n import tr

if TYPE_CHECKING:
    from yalu_plugin.core.importing.columns import ColumnMap
    from yalu_plugin.core.importing.source import Source

_PER_LINE = 3
_SHOWN = 60  # characters of a column's name


class ColumnMapping(QWidget):
    """One combo box for each field of ColumnMap, by name in `boxes`. Emits `changed` when the user chooses."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        from yalu_plugin.core.importing.columns import FIELDS

        area, body, layout = QScrollArea(self), QWidget(), QVBoxLayout(self)
        grid = QGridLayout(body)
        self.boxes: dict[str, QComboBox] = {}
        for at, field in enumerate(FIELDS):
            label = tr(field.label)
            box = self._box(field.name, label, tr(field.meaning))
            title = QLabel(label, body)
            title.setBuddy(box)
            title.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(title, at // _PER_LINE, 2 * (at % _PER_LINE))
            grid.addWidget(box, at // _PER_LINE, 2 * (at % _PER_LINE) + 1)
        for column in range(_PER_LINE):
            grid.setColumnStretch(2 * column + 1, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        area.setWidget(body)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def show_map(self, source: Source, column_map: ColumnMap) -> None:
        """Offer the source's columns, and choose those of `column_map`."""
        from yalu_plugin.core.importing.columns import FIELDS, POSITION

        none, points = _offered(source, tr("none")), _offered(source, tr("the file's own points"))
        self._models = none, points  # boxes hold no model
        for field in FIELDS:
            box = self.boxes[field.name]
            with QSignalBlocker(box):
                box.setModel(points if source.has_geometry and field.holds == POSITION else none)
                box.setCurrentIndex(max(0, box.findData(getattr(column_map, field.name))))

    def column_map(self, crs: str) -> ColumnMap:
        """What is chosen; `crs` is that of the coordinate columns, "" for degrees in EPSG:4326."""
        from yalu_plugin.core.importing.columns import ColumnMap

        return ColumnMap(crs=crs, **{field: box.currentData() for field, box in self.boxes.items()})

    def _box(self, field: str, label: str, tooltip: str) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(f"yalu_column_{field}")
        box.setAccessibleName(label)
        box.setToolTip(tooltip)
        box.setMinimumContentsLength(8)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.currentIndexChanged.connect(self.changed)
        self.boxes[field] = box
        return box


def _offered(source: Source, none: str) -> QStandardItemModel:
    """Nothing, then the columns of the source: one model for all boxes, as a file may have thousands of columns."""
    model = QStandardItemModel()
    for text, column in ((none, None), *((column, column) for column in source.columns)):
        item = QStandardItem(text[:_SHOWN])
        item.setData(column, Qt.ItemDataRole.UserRole)
        model.appendRow(item)
    return model
