"""The row of the Imagery panel for comparing two dates."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

from yalu_plugin.gui.actions import Actions
from yalu_plugin.gui.combo_boxes import ElidedBox
from yalu_plugin.gui.compare.compare_mode import CompareMode
from yalu_plugin.gui.compare.comparison import Comparison
from yalu_plugin.gui.imagery.scene_list import SceneList
from yalu_plugin.gui.imagery.scene_text import order_text
from yalu_plugin.gui.labels import ElidedLabel, plain_label
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import tr
from yalu_plugin.workbench import Workbench


class CompareBar(QWidget):
    """Boxes for the mode and the compare date, and a button to hold; the label `order` shows which date came first."""

    def __init__(self, workbench: Workbench, messages: Messages, actions: Actions, canvas: QgsMapCanvas) -> None:
        super().__init__()
        self.setObjectName("yalu_compare")
        self._workbench = workbench
        self.comparison = Comparison(workbench, messages, canvas, self)
        self._create_actions(actions)
        self._create_widgets()
        self._lay_out()
        self.comparison.changed.connect(self._show)
        workbench.scenes.scenes_changed.connect(self._show_scenes)
        workbench.session.survey_changed.connect(self._show_scenes)
        workbench.imagery.day_changed.connect(self._show_order)
        self._show_scenes()

    def _mode_selected(self, row: int) -> None:
        self.comparison.set_mode(CompareMode(self._modes.itemData(row)))

    def _scene_selected(self, row: int) -> None:
        self._workbench.imagery.compare_with(self._workbench.scenes.timeline.scenes[row])

    def _pressed(self) -> None:
        self.comparison.show_compared(True)

    def _show_scenes(self) -> None:
        self._scene_list.show(self._workbench.scenes.timeline.scenes)
        self._show()

    def _show(self) -> None:
        timeline, mode = self._workbench.scenes.timeline, self.comparison.mode
        self._modes.setCurrentIndex(self._modes.findData(mode.value))
        self._scenes.setCurrentIndex(timeline.row(self._workbench.imagery.compare_scene))
        self.setEnabled(len(timeline) > 0)
        for action in (self._blink, self._back, self._forward):
            action.setEnabled(mode.on_map)
        self._button.setEnabled(mode.on_map)
        self._show_order()

    def _show_order(self) -> None:
        compared, current = self._workbench.imagery.compare_scene, self._workbench.imagery.scene
        text = ""
        if self.comparison.mode is not CompareMode.OFF and compared is not None and current is not None:
            text = order_text(compared, current)
        self.order.show_text(text)
        self.order.setVisible(bool(text))

    # construction

    def _create_actions(self, actions: Actions) -> None:
        self._blink = actions.add("compare_blink", tr("Show the compare date while held"),
                                  tr("Show the compare date on the whole map while this key is held down"),
                                  "compare_blink", self.comparison.hold, "`")
        self._blink.setAutoRepeat(False)
        self._back = actions.add("compare_back", tr("Move compare handle left or up"),
                                 tr("Move the handle between the two dates to the left, or up"), "compare_back",
                                 self.comparison.move_handle_back, "Alt+,")
        self._forward = actions.add("compare_on", tr("Move compare handle right or down"),
                               tr("Move the handle between the two dates to the right, or down"), "compare_on",
                               self.comparison.move_handle_forward, "Alt+.")

    def _create_widgets(self) -> None:
        self._modes = QComboBox()
        self._modes.setObjectName("yalu_compare_mode")
        self._modes.setAccessibleName(tr("Method of comparison"))
        self._modes.setToolTip(tr(
            "Compare the scene on screen with one of another date: drag the handle on the map between the two "
            "(Alt+, and Alt+. move it), hold a key or the button to see the other date, or see it in a view next to "
            "the map"))
        names = {CompareMode.OFF: tr("Off"), CompareMode.VERTICAL: tr("Swipe ↔"), CompareMode.HORIZONTAL: tr("Swipe ↕"),
                 CompareMode.BLINK: tr("Blink"), CompareMode.SECOND_VIEW: tr("Second view")}
        for mode, name in names.items():
            self._modes.addItem(name, mode.value)
        self._modes.activated.connect(self._mode_selected)
        self._scenes = ElidedBox()
        self._scenes.setObjectName("yalu_compare_scene")
        self._scenes.setAccessibleName(tr("Compare date"))
        self._scenes.setToolTip(tr("The scene to compare with: left of the handle, or above it"))
        self._scene_list = SceneList(self._scenes)
        self._scenes.setPlaceholderText(tr("Compare date"))
        self._scenes.activated.connect(self._scene_selected)
        self.order = ElidedLabel("yalu_compare_order", bold=False)
        self._button = QToolButton()
        self._button.setObjectName("yalu_compare_hold")
        self._button.setIcon(self._blink.icon())
        self._button.setAutoRaise(True)
        self._button.setAccessibleName(self._blink.text())
        self._button.setToolTip(self._blink.toolTip())
        self._button.pressed.connect(self._pressed)
        self._button.released.connect(self.comparison.release_hold)

    def _lay_out(self) -> None:
        label = plain_label(tr("Compare"))
        label.setBuddy(self._modes)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(label)
        row.addWidget(self._modes)
        row.addWidget(self._scenes, 1)
        row.addWidget(self._button)
