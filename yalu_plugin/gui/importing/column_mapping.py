"""Which column of the file holds what: a choice for each thing an import can take."""

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

_PER_LINE = 3
_LABEL = 130  # pixels
_SHOWN = 60  # characters of a column's name


class ColumnMapping(QWidget):
    """One combo box for each field of ColumnMap, by name in `boxes`. Emits `changed` when the user chooses."""

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
        """Offer the source's columns, and choose those of `column_map`."""
        from yalu_plugin.core.importing.column_map import FIELDS, POSITION

        none, points = _offered(source, tr("None")), _offered(source, tr("The file's own points"))
        self._models = none, points  # boxes hold no model
        for field in FIELDS:
            box = self.boxes[field.name]
            with QSignalBlocker(box):
                box.setModel(points if source.has_geometry and field.holds == POSITION else none)
                box.setCurrentIndex(max(0, box.findData(getattr(column_map, field.name))))

    def column_map(self, crs: str) -> ColumnMap:
        """What is chosen; `crs` is that of the coordinate columns, "" for degrees in EPSG:4326."""
        from yalu_plugin.core.importing.column_map import ColumnMap

        return ColumnMap(crs=crs, **{field: box.currentData() for field, box in self.boxes.items()})

    def _group(self, title: str, fields: Sequence[Field]) -> QGroupBox:
        group = QGroupBox(title, self)
        grid = QGridLayout(group)
        for at, field in enumerate(fields):
            row, column = at // _PER_LINE, 2 * (at % _PER_LINE)
            box = self._box(field.name, tr(field.label), tr(field.meaning))
            label = plain_label(tr(field.label))
            label.setBuddy(box)
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(label, row, column)
            grid.addWidget(box, row, column + 1)
            grid.setColumnStretch(column + 1, 1)
            grid.setColumnMinimumWidth(column, _LABEL)  # so that the columns of all groups stand below each other
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
    """The fields by what they say: where the site is, what it is, and what was observed when."""
    from yalu_plugin.core.importing.column_map import DATE, FIELDS, POSITION

    groups: dict[str, list[Field]] = {tr("Site"): [], tr("Place"): [], tr("Observed"): []}
    for field in FIELDS:
        observed = field.holds == DATE or field.name == "state"
        groups[tr("Place") if field.holds == POSITION else tr("Observed") if observed else tr("Site")].append(field)
    return groups


def _offered(source: Source, none: str) -> QStandardItemModel:
    """Nothing, then the columns of the source: one model for all boxes, as a file may have thousands of columns."""
    model = QStandardItemModel()
    for text, column in ((none, None), *((column, column) for column in source.columns)):
        item = QStandardItem(one_line(text[:_SHOWN]))
        item.setData(column, Qt.ItemDataRole.UserRole)
        model.appendRow(item)
    return model
