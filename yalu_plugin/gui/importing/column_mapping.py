"""The columns of the file: a combo box for each field that an import can read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QSignalBlocker, Qt, pyqtSignal
from qgis.PyQt.QtGui import QStandardItem, QStandardItemModel
from qgis.PyQt.QtWidgets import QComboBox, QFrame, QGridLayout, QGroupBox, QScrollArea, QVBoxLayout, QWidget

from yalu_plugin.core.plain_text import one_line
from yalu_plugin.gui.labels import plain_label
from yalu_plugin.i18n import tr

if TYPE_CHECKING:
    from yalu_plugin.core.importing.column_map import ColumnMap, Field
    from yalu_plugin.core.importing.import_source import Source

_FIELDS_PER_ROW = 3
_LABEL_PIXELS = 130  # pixels
_MAX_CHARACTERS = 60  # of a column's name


class ColumnMapping(QWidget):
    """One combo box for each field of ColumnMap, by name in `boxes`. Emits `changed` when the user selects."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        area, body, layout = QScrollArea(self), QWidget(), QVBoxLayout(self)
        groups = QVBoxLayout(body)
        self.boxes: dict[str, QComboBox] = {}
        for title, fields in _groups().items():
            groups.addWidget(self._group(title, fields))
        groups.addStretch(1)
        area.setWidget(body)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def show_map(self, source: Source, column_map: ColumnMap) -> None:
        """Offer the source's columns, and select those of `column_map`."""
        from yalu_plugin.core.importing.column_map import FIELDS, POSITION

        none, points = _column_model(source, tr("None")), _column_model(source, tr("The file's own points"))
        self._models = none, points  # boxes do not own their model
        for field in FIELDS:
            box = self.boxes[field.name]
            with QSignalBlocker(box):
                box.setModel(points if source.has_geometry and field.holds == POSITION else none)
                box.setCurrentIndex(max(0, box.findData(getattr(column_map, field.name))))

    def column_map(self, crs: str) -> ColumnMap:
        """Return the selected columns; `crs` is the CRS of the coordinate columns, "" for degrees in EPSG:4326."""
        from yalu_plugin.core.importing.column_map import ColumnMap

        return ColumnMap(crs=crs, **{field: box.currentData() for field, box in self.boxes.items()})

    def _group(self, title: str, fields: Sequence[Field]) -> QGroupBox:
        group = QGroupBox(title, self)
        grid = QGridLayout(group)
        for at, field in enumerate(fields):
            row, column = at // _FIELDS_PER_ROW, 2 * (at % _FIELDS_PER_ROW)
            box = self._box(field.name, tr(field.label), tr(field.meaning))
            label = plain_label(tr(field.label))
            label.setBuddy(box)
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(label, row, column)
            grid.addWidget(box, row, column + 1)
            grid.setColumnStretch(column + 1, 1)
            grid.setColumnMinimumWidth(column, _LABEL_PIXELS)  # so that the columns of all groups are aligned
        return group

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


def _groups() -> dict[str, list[Field]]:
    """Return the fields by meaning: where the site is, what it is, and what was observed when."""
    from yalu_plugin.core.importing.column_map import DATE, FIELDS, POSITION

    groups: dict[str, list[Field]] = {tr("Site"): [], tr("Location"): [], tr("Observed"): []}
    for field in FIELDS:
        observed = field.holds == DATE or field.name == "state"
        groups[tr("Location") if field.holds == POSITION else tr("Observed") if observed else tr("Site")].append(field)
    return groups


def _column_model(source: Source, none: str) -> QStandardItemModel:
    """Return nothing and the source's columns: one model for all boxes, as a file may have thousands of columns."""
    model = QStandardItemModel()
    for text, column in ((none, None), *((column, column) for column in source.columns)):
        item = QStandardItem(one_line(text[:_MAX_CHARACTERS]))
        item.setData(column, Qt.ItemDataRole.UserRole)
        model.appendRow(item)
    return model
