"""The options of a patrol: length and overlap of stretches, scale, and whether the river is level on the map."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QDoubleSpinBox, QFormLayout, QMenu, QSpinBox, QWidget, QWidgetAction

from yalu_plugin.gui.labels import plain_label
from yalu_plugin.i18n import tr
from yalu_plugin.settings import PATROL_LENGTH_M, PATROL_OVERLAP_M, PATROL_SCALE, PATROL_TURNED

LONGEST_KM, SMALLEST_SCALE = 10_000.0, 5_000_000


class PatrolOptions(QMenu):
    """A menu with a form; when it closes, changes are stored and `changed` is emitted."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("yalu_patrol_options")
        self._create_fields()
        form = QWidget()
        rows = QFormLayout(form)
        for text, field in ((tr("Length of a stretch"), self.length), (tr("Overlap"), self.overlap),
                            (tr("Scale"), self.scale)):
            label = plain_label(text)
            label.setBuddy(field)
            rows.addRow(label, field)
        rows.addRow(self.turned)
        action = QWidgetAction(self)
        action.setDefaultWidget(form)
        self.addAction(action)
        self.aboutToShow.connect(self._read)
        self.aboutToHide.connect(self._store)

    def _create_fields(self) -> None:
        self.length, self.overlap, self.scale = QDoubleSpinBox(), QDoubleSpinBox(), QSpinBox()
        for field, name, text in ((self.length, "length", tr("Length of a stretch along the river, km")),
                                  (self.overlap, "overlap", tr("How far neighbouring stretches overlap, km"))):
            field.setDecimals(2)
            field.setRange(0.1 if field is self.length else 0.0, LONGEST_KM)
            field.setSingleStep(0.5 if field is self.length else 0.1)
            field.setSuffix(tr(" km"))
            field.setObjectName(f"yalu_patrol_{name}")
            field.setAccessibleName(text)
            field.setToolTip(text)
        self.scale.setRange(0, SMALLEST_SCALE)
        self.scale.setSingleStep(1_000)
        self.scale.setPrefix("1:")
        self.scale.setSpecialValueText(tr("Whole stretch"))
        self.scale.setObjectName("yalu_patrol_scale")
        self.scale.setToolTip(tr("The scale of the map; at 0 each stretch is seen whole"))
        self.scale.setAccessibleName(self.scale.toolTip())
        self.turned = QCheckBox(tr("River level on the map"))
        self.turned.setObjectName("yalu_patrol_turned")
        self.turned.setToolTip(tr("Turn the map so that each stretch runs from side to side"))

    def _read(self) -> None:
        self.length.setValue(PATROL_LENGTH_M.value() / 1000)
        self.overlap.setValue(PATROL_OVERLAP_M.value() / 1000)
        self.scale.setValue(PATROL_SCALE.value())
        self.turned.setChecked(PATROL_TURNED.value())

    def _store(self) -> None:
        before = _stored()
        PATROL_LENGTH_M.setValue(round(self.length.value() * 1000))
        PATROL_OVERLAP_M.setValue(round(self.overlap.value() * 1000))
        PATROL_SCALE.setValue(self.scale.value())
        PATROL_TURNED.setValue(self.turned.isChecked())
        if _stored() != before:
            self.changed.emit()


def _stored() -> tuple[object, ...]:
    return PATROL_LENGTH_M.value(), PATROL_OVERLAP_M.value(), PATROL_SCALE.value(), PATROL_TURNED.value()
