"""The lines to measure along: one, and another beside it."""

from __future__ import annotations

from qgis.core import Qgis, QgsVectorLayer
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from yalu_plugin.core.errors import YaluError
from yalu_plugin.gui.actions import tool_button
from yalu_plugin.gui.corridor.bridge_question import BridgeQuestion
from yalu_plugin.gui.layer_box import layer_box
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import tr
from yalu_plugin.workbench import Workbench


class RiverChoice(QWidget):
    """Tells the workbench which line layer to measure along. `second` is the layer to measure beside it, if any.

    `beside` is the action that shows the choice of the second. A line in parts is bridged only once the user agreed,
    here: `ask_to_bridge` puts the question.
    """

    second_changed = pyqtSignal()

    def __init__(self, workbench: Workbench, messages: Messages, beside: QAction) -> None:
        super().__init__()
        self._workbench, self._messages = workbench, messages
        self._agreed: set[str] = set()  # ids of the layers whose gaps the user agreed to bridge, until QGIS is closed
        self._make_combos()
        self._make_questions()
        self._buttons: list[QToolButton] = []
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        self._beside = beside
        beside.toggled.connect(self._show_second)
        self._lay_out()
        for changed in (workbench.session.survey_changed, workbench.river.changed):
            changed.connect(self._show_chosen)
        workbench.project.layersRemoved.connect(self._layers_removed)
        self._show_chosen()

    def second(self) -> QgsVectorLayer | None:
        """The layer of the second line, or None."""
        return self._second.currentLayer() if self._beside.isChecked() else None

    def add_action(self, action: QAction) -> None:
        """Another button beside the choice of the river, there while its action is."""
        self._buttons.append(tool_button(action))
        self._row.addWidget(self._buttons[-1])
        action.changed.connect(self._show_buttons)
        self._show_buttons()

    def _show_buttons(self) -> None:
        for button in self._buttons:
            button.setVisible(button.defaultAction().isVisible())

    def _show_chosen(self) -> None:
        layer = self._workbench.project.mapLayer(self._workbench.river.layer_id)
        if self._workbench.river.bridge:
            self._agreed.add(self._workbench.river.layer_id)
        self.river.blockSignals(True)
        if layer is None:
            self.river.setCurrentIndex(0)  # the bundled river; setLayer(None) would leave the box blank
        else:
            self.river.setLayer(layer)
        self.river.blockSignals(False)

    def bridge_second(self) -> bool:
        """Whether the user agreed that gaps in the second line are bridged."""
        layer = self.second()
        return layer is not None and layer.id() in self._agreed

    def ask_to_bridge(self, error: YaluError | None, second_error: YaluError | None) -> bool:
        """Ask whether gaps may be bridged where they are what is wrong with a line; whether the second is asked of."""
        self._question.ask(error)
        return self._second_question.ask(second_error)

    def _layers_removed(self, layer_ids: list[str]) -> None:
        if self._workbench.river.layer_id in layer_ids:
            self._show_chosen()  # the box would show whichever line came next; it is the bundled one that counts
        if self._beside.isChecked():
            self.second_changed.emit()  # nor does its box tell of the one that came next

    def _choose(self, *_: object) -> None:
        layer = self.river.currentLayer()
        chosen = layer.id() if layer else ""
        with self._messages.reporting():
            self._workbench.river.choose(chosen, self._workbench.river.datum_id, chosen in self._agreed)

    def _bridge(self) -> None:
        with self._messages.reporting():
            self._workbench.river.choose(self._workbench.river.layer_id, self._workbench.river.datum_id, bridge=True)

    def _bridge_second(self) -> None:
        self._agreed.add(self.second().id())
        self.second_changed.emit()

    def _show_second(self, shown: bool) -> None:
        self._second.setVisible(shown)
        self.second_changed.emit()

    def _second_chosen(self, _layer: QgsVectorLayer | None) -> None:
        if self._beside.isChecked():
            self.second_changed.emit()

    def _make_combos(self) -> None:
        self.river = _line_combo("yalu_river", self._workbench)
        self.river.setToolTip(tr("The line to measure along: the bundled river, or a line layer of the project"))
        self.river.setAllowEmptyLayer(True, tr("Yalu (OSM border line)"))
        self.river.activated.connect(self._choose)
        self._second = _line_combo("yalu_second_line", self._workbench)
        self._second.setToolTip(tr("The second line: a line layer of the project, measured beside the first"))
        self._second.setAccessibleName(tr("Second line"))
        self._second.layerChanged.connect(self._second_chosen)

    def _make_questions(self) -> None:
        self._question = BridgeQuestion("yalu_gaps", "yalu_bridge_gaps")
        self._question.agreed.connect(self._bridge)
        self._second_question = BridgeQuestion("yalu_second_gaps", "yalu_bridge_second_gaps")
        self._second_question.agreed.connect(self._bridge_second)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(3)
        rows.addLayout(self._row)
        self._row.addWidget(self.river, 1)
        self.add_action(self._beside)  # into a row that lies here: a button shown without a parent is a window
        rows.addWidget(self._question)
        rows.addWidget(self._second)
        self._second.setVisible(self._beside.isChecked())
        rows.addWidget(self._second_question)


def _line_combo(name: str, workbench: Workbench) -> QgsMapLayerComboBox:
    combo = layer_box()
    combo.setObjectName(name)
    combo.setFilters(Qgis.LayerFilter.LineLayer)
    combo.setProject(workbench.project)
    return combo
