"""The row of the Imagery panel that steps through the scenes: buttons with keys, a list, and play."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QHBoxLayout, QWidget

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.gui.actions import Actions, tool_button
from yalu_plugin.gui.combo_boxes import ElidedBox
from yalu_plugin.gui.imagery.scene_filter_row import skip_counts_text, skipped_text
from yalu_plugin.gui.imagery.scene_list import SceneList
from yalu_plugin.gui.map_coordinates import zoom_to_scenes
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.timeline.player import Player
from yalu_plugin.i18n import tr
from yalu_plugin.paths import resource
from yalu_plugin.workbench import Workbench

LEAST_WIDTH = 70  # pixels; the line below shows the whole name of the scene


class StepRow(QWidget):
    """Buttons for the first and previous scene, the list of dated scenes, and buttons for next, last and play."""

    def __init__(self, workbench: Workbench, messages: Messages, actions: Actions, canvas: QgsMapCanvas) -> None:
        super().__init__()
        self._imagery, self._scenes, self._messages = workbench.imagery, workbench.scenes, messages
        self._canvas = canvas
        self._warning: object = None
        self._player = Player(workbench, messages, self)
        self._player.changed.connect(self._show_playing)
        self._create_actions(actions)
        self._create_scene_box()
        self._lay_out()
        for changed in (workbench.session.survey_changed, self._scenes.scenes_changed):
            changed.connect(self._show_scenes)
        self._imagery.day_changed.connect(self._remove_warning)
        for changed in (self._imagery.day_changed, self._scenes.filter_changed, self._imagery.pending_changed):
            changed.connect(self._show_place)
        self._show_scenes()

    # stepping

    def _first(self) -> None:
        self._step("first")

    def _previous(self) -> None:
        self._step("previous")

    def _next(self) -> None:
        self._step("next")

    def _last(self) -> None:
        self._step("last")

    def _step(self, where: str) -> None:
        if self._imagery.neighbour(where) in (None, self._imagery.place):
            self._warn_no_scene(where)
            return
        with self._messages.reporting():
            self._imagery.step(where)

    def _warn_no_scene(self, where: str) -> None:
        """Report why there is no scene to step to; if there is one outside the map's view, offer to zoom to it."""
        scene = self._imagery.neighbour(where, self._scenes.without_view_filter())
        if scene not in (None, self._imagery.place):
            self._warning = self._messages.warn(
                tr("No scene to step to there: {why}.").format(why=skip_counts_text(self._scenes.skipped)),
                buttons={tr("Zoom to scene"): lambda: self._go_to(scene)})
            return
        skipped = skipped_text(self._scenes.skipped)
        self._warning = self._messages.warn(
            tr("No scene to step to there: {skipped}. Move the map, or change what is skipped.").format(skipped=skipped)
            if skipped else tr("No scene to step to there."))

    def _go_to(self, scene: Scene) -> None:
        with self._messages.reporting():
            zoom_to_scenes(self._canvas, [scene])
            self._imagery.show(scene)

    def _scene_selected(self, index: int) -> None:
        with self._messages.reporting():
            self._imagery.show(self._scenes.timeline.scenes[index])
        self._show_place()  # the list goes back to the scene on screen, if the other cannot be shown

    def _remove_warning(self) -> None:
        self._messages.remove_message(self._warning)

    # display

    def _show_scenes(self) -> None:
        self._list.show(self._scenes.timeline.scenes)
        self._show_place()

    def _show_place(self) -> None:
        timeline = self._scenes.timeline
        self._box.setCurrentIndex(timeline.row(self._imagery.place))
        self._box.setEnabled(len(timeline) > 0)
        for name, action in self._steps.items():
            action.setEnabled(self._imagery.neighbour(name, timeline) not in (None, self._imagery.place))
        self._play.setEnabled(len(self._scenes.steppable) > 1)

    def _show_playing(self) -> None:
        playing = self._player.playing
        self._play.setChecked(playing)
        self._play.setText(tr("Pause") if playing else tr("Play"))

    # construction

    def _create_actions(self, actions: Actions) -> None:
        self._play = actions.add("play_scenes", tr("Play"), tr("Show one scene after the other, from this one on"),
                                 "play", self._player.play, "Alt+K", checkable=True)
        both = self._play.icon()
        both.addFile(str(resource("icons", "pause.svg")), QSize(), QIcon.Mode.Normal, QIcon.State.On)
        self._play.setIcon(both)
        self._steps = {
            "first": actions.add("first_scene", tr("First scene"), tr("Show the first scene"), "first", self._first,
                                 "Alt+Home"),
            "previous": actions.add("previous_scene", tr("Previous scene"), tr("Show the scene before this one"),
                                    "previous", self._previous, "Alt+PgUp"),
            "next": actions.add("next_scene", tr("Next scene"), tr("Show the scene after this one"), "next",
                                self._next, "Alt+PgDown"),
            "last": actions.add("last_scene", tr("Last scene"), tr("Show the last scene"), "last", self._last,
                                "Alt+End")}

    def _create_scene_box(self) -> None:
        self._box = ElidedBox()
        self._list = SceneList(self._box)
        self._box.setObjectName("yalu_scenes")
        self._box.setAccessibleName(tr("Scenes by date"))
        self._box.setToolTip(tr("Dated scenes: date, platform, kind of date, where the date was found"))
        self._box.setPlaceholderText(tr("Choose a scene"))
        self._box.setMinimumWidth(LEAST_WIDTH)
        self._box.activated.connect(self._scene_selected)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for name in ("first", "previous"):
            row.addWidget(tool_button(self._steps[name]))
        row.addWidget(self._box, 1)
        for name in ("next", "last"):
            row.addWidget(tool_button(self._steps[name]))
        row.addWidget(tool_button(self._play))
