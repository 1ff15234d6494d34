"""The widget that selects the line to measure along, and a second line to compare with."""

from __future__ import annotations

from qgis.core import Qgis, QgsVectorLayer
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from yalu_plugin.core.errors import YaluError
from yalu_plugin.gui.actions import tool_button
from yalu_plugin.gui.combo_boxes import layer_box
from yalu_plugin.gui.corridor.bridge_question import BridgeQuestion
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import tr
from yalu_plugin.workbench import Workbench


class RiverSelector(QWidget):
    """Sets the river layer of the workbench. `second_line` returns the other layer to measure along, if any.

    `second_action` shows the box for the second line. Gaps in a line are bridged only after the user has agreed to
    the question that `ask_to_bridge` shows.
    """

    second_changed = pyqtSignal()

    def __init__(self, workbench: Workbench, messages: Messages, second_action: QAction) -> None:
        super().__init__()
        self._workbench, self._messages = workbench, messages
        self._agreed: set[str] = set()  # ids of the layers whose gaps the user agreed to bridge, until QGIS is closed
        self._create_combos()
        self._create_questions()
        self._buttons: list[QToolButton] = []
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        self._second_action = second_action
        second_action.toggled.connect(self._show_second)
        self._lay_out()
        for changed in (workbench.session.survey_changed, workbench.river.changed):
            changed.connect(self._show_selected)
        workbench.project.layersRemoved.connect(self._layers_removed)
        self._show_selected()

    def second_line(self) -> QgsVectorLayer | None:
        """Return the layer of the second line, or None."""
        return self._second.currentLayer() if self._second_action.isChecked() else None

    def add_action(self, action: QAction) -> None:
        """Add a button next to the box for the river; it is visible while its action is."""
        self._buttons.append(tool_button(action))
        self._row.addWidget(self._buttons[-1])
        action.changed.connect(self._show_buttons)
        self._show_buttons()

    def _show_buttons(self) -> None:
        for button in self._buttons:
            button.setVisible(button.defaultAction().isVisible())

    def _show_selected(self) -> None:
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
        """Return whether the user agreed to bridge gaps in the second line."""
        layer = self.second_line()
        return layer is not None and layer.id() in self._agreed

    def ask_to_bridge(self, error: YaluError | None, second_error: YaluError | None) -> bool:
        """Ask whether to bridge gaps where an error is about gaps; return whether the second line's question shows."""
        self._question.ask(error)
        return self._second_question.ask(second_error)

    def _layers_removed(self, layer_ids: list[str]) -> None:
        if self._workbench.river.layer_id in layer_ids:
            self._show_selected()  # the box shows the next layer of its list, but the bundled line is in use
        if self._second_action.isChecked():
            self.second_changed.emit()  # the box of the second line emits no signal when it shows the next layer

    def _river_selected(self, *_: object) -> None:
        layer = self.river.currentLayer()
        chosen = layer.id() if layer else ""
        with self._messages.reporting():
            self._workbench.river.set_line(chosen, self._workbench.river.datum_id, chosen in self._agreed)

    def _bridge(self) -> None:
        with self._messages.reporting():
            self._workbench.river.set_line(self._workbench.river.layer_id, self._workbench.river.datum_id, bridge=True)

    def _bridge_second(self) -> None:
        layer = self.second_line()
        if layer is not None:
            self._agreed.add(layer.id())
            self.second_changed.emit()

    def _show_second(self, shown: bool) -> None:
        self._second.setVisible(shown)
        self.second_changed.emit()

    def _second_chosen(self, _layer: QgsVectorLayer | None) -> None:
        if self._second_action.isChecked():
            self.second_changed.emit()

    def _create_combos(self) -> None:
        self.river = _line_combo("yalu_river", self._workbench)
        self.river.setToolTip(tr("The line to measure along: the bundled river, or a line layer of the project"))
        self.river.setAllowEmptyLayer(True, tr("Yalu (OSM border line)"))
        self.river.activated.connect(self._river_selected)
        self._second = _line_combo("yalu_second_line", self._workbench)
        self._second.setToolTip(tr("The second line: a line layer of the project, measured beside the first"))
        self._second.setAccessibleName(tr("Second line"))
        self._second.layerChanged.connect(self._second_chosen)

    def _create_questions(self) -> None:
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
        self.add_action(self._second_action)  # after the row has a parent: a button shown without one is a window
        rows.addWidget(self._question)
        rows.addWidget(self._second)
        self._second.setVisible(self._second_action.isChecked())
        rows.addWidget(self._second_question)


def _line_combo(name: str, workbench: Workbench) -> QgsMapLayerComboBox:
    combo = layer_box()
    combo.setObjectName(name)
    combo.setFilters(Qgis.LayerFilter.LineLayer)
    combo.setProject(workbench.project)
    return combo
