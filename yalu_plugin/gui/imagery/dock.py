"""The Imagery panel: gather scenes from a folder or a STAC, and step through their dates."""

from __future__ import annotations

from datetime import date, datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsRectangle
from qgis.gui import QgsCollapsibleGroupBox, QgsDockWidget, QgsMapCanvas
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from yalu_plugin.core.imagery.days import day_in, offset_name
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.gui.actions import Actions, tool_button
from yalu_plugin.gui.compare.compare_bar import CompareBar
from yalu_plugin.gui.compare.mode import Mode
from yalu_plugin.gui.date_field import DateField
from yalu_plugin.gui.imagery.add_button import AddButton
from yalu_plugin.gui.imagery.choice_row import ChoiceRow, skipped_text
from yalu_plugin.gui.imagery.scene_list import SceneList
from yalu_plugin.gui.imagery.scene_text import scene_days, scene_line, scene_tooltip
from yalu_plugin.gui.imagery.tile_check import TileCheck
from yalu_plugin.gui.imagery.watch_button import WatchButton
from yalu_plugin.gui.labels import scrolling, wrapping_label
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.timeline.player import Player
from yalu_plugin.i18n import tr
from yalu_plugin.layers.imagery.footprint import FootprintNotOnMap, footprint_on_map
from yalu_plugin.paths import resource
from yalu_plugin.workbench import Workbench

if TYPE_CHECKING:
    from yalu_plugin.gui.timeline.timeline_row import TimelineRow


LEAST_HEIGHT = 190  # pixels: three panels below each other have to fit a screen of 768


class ImageryDock(QgsDockWidget):
    """Scenes by date. Reads the workbench's timeline, asks it to show scenes and days."""

    def __init__(self, workbench: Workbench, messages: Messages, actions: Actions, canvas: QgsMapCanvas,
                 parent: QWidget) -> None:
        super().__init__(tr("Imagery"), parent)
        self.setObjectName("YaluImageryDock")
        self._workbench, self._imagery = workbench, workbench.imagery
        self._messages, self._canvas = messages, canvas
        self._player = Player(workbench, messages, self)
        self._player.changed.connect(self._show_playing)
        self._make_actions(actions)
        self._make_widgets()
        self._choice = ChoiceRow(workbench, canvas)
        self._compare = CompareBar(workbench, messages, actions, canvas)
        self._timeline: TimelineRow | None = None
        self._timeline_place = QVBoxLayout()
        self.adding = AddButton(workbench, messages, actions, canvas)
        self.adding.changed.connect(self._show_day)
        TileCheck(workbench, messages, canvas, self)
        self._watch = WatchButton(workbench, messages, self.adding.add_folder, lambda: self.adding.busy)
        self.setWidget(self._laid_out())
        workbench.survey_changed.connect(self._survey_changed)
        self._imagery.scenes_changed.connect(self._show_scenes)
        self._imagery.day_changed.connect(self._show_day)
        self._imagery.choice_changed.connect(self._show_day)
        self._imagery.coming_changed.connect(self._show_day)
        canvas.extentsChanged.connect(self._show_notice)
        self._compare.comparison.changed.connect(self._mark_compared)
        self._show_timeline()
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
            why = skipped_text(self._imagery.skipped)
            self._messages.warn(tr("No scene to step to there: {skipped}. Move the map, or change what is skipped.")
                                .format(skipped=why))
            return
        with self._messages.reporting():
            self._imagery.step(where)

    def _choose_scene(self, index: int) -> None:
        with self._messages.reporting():
            self._imagery.show(self._imagery.timeline.scenes[index])
        self._show_day()  # where the scene could not be shown, the list goes back to the one on screen

    def _choose_day(self, day: date) -> None:
        if day != self._shown_day():
            with self._messages.reporting():
                self._imagery.show_day(day)
            self._show_day()

    def _export_frames(self) -> None:
        from yalu_plugin.gui.imagery.frames_dialog import FramesDialog

        with self._messages.reporting():
            self._workbench.need_survey()
            FramesDialog(self._workbench, self._messages, self._canvas, self).open()

    def _zoom_to_scene(self) -> None:
        with self._messages.reporting():
            self._canvas.setExtent(self._footprint().scaled(1.1))
            self._canvas.refresh()

    # showing

    def _survey_changed(self) -> None:
        self.adding.forget()  # what is being read was meant for the survey open before
        self._show_timeline()
        self._show_scenes()

    def _show_timeline(self) -> None:
        """Made with the first survey, for a start has no time for it; hidden without one."""
        if self._timeline is None and self._workbench.survey is not None:
            from yalu_plugin.gui.timeline.timeline_row import TimelineRow

            self._timeline = TimelineRow(self._workbench, self._messages)
            self._timeline_place.addWidget(self._timeline)
            self._mark_compared()
        if self._timeline is not None:
            self._timeline.setVisible(self._workbench.survey is not None)

    def _mark_compared(self) -> None:
        if self._timeline is not None:
            self._timeline.strip.mark_compared(self._compare.comparison.mode is not Mode.OFF)

    def _show_scenes(self) -> None:
        self._scene_list.show(self._imagery.timeline.scenes)
        self._undated_list.clear()
        for scene in self._imagery.undated:
            item = QListWidgetItem(Path(scene.uri).name, self._undated_list)
            item.setToolTip("\n".join((self.adding.why.get(scene.uri, tr("No date was found.")), scene.uri)))
        self._undated.setTitle(tr("Undated ({n})").format(n=len(self._imagery.undated)))
        self._undated.setVisible(bool(self._imagery.undated))
        self._show_day()

    def _show_day(self) -> None:
        scene, timeline = self._imagery.scene, self._imagery.timeline
        self._scenes.setCurrentIndex(timeline.row(self._imagery.place))
        self._scenes.setEnabled(len(timeline) > 0)
        self._on_screen.setText(self._headline())
        self._on_screen.setToolTip(scene_tooltip(scene) if scene else "")
        self._show_date()
        for name, action in self._step_actions.items():
            action.setEnabled(self._imagery.neighbour_at_all(name) not in (None, self._imagery.place))
        self._play.setEnabled(len(self._imagery.steppable) > 1)
        self._export.setEnabled(len(self._imagery.steppable) > 0)
        self._zoom.setEnabled(any(one.footprint_wkt for one in self._in_question()))
        self._show_notice()

    def _show_playing(self) -> None:
        playing = self._player.playing
        self._play.setChecked(playing)
        self._play.setText(tr("Pause") if playing else tr("Play"))

    def _show_date(self) -> None:
        timeline, now = self._imagery.timeline, datetime.now(timezone.utc)
        last = timeline.last()
        day = self._shown_day() or (timeline.days(last)[1] if last else day_in(timeline.zone, now))
        noon = datetime(day.year, day.month, day.day, 12, tzinfo=timeline.zone)  # of that day: offsets change
        self._go_to.setText(tr("&Go to day ({zone})").format(zone=offset_name(timeline.zone, noon)))
        self._date.set_day(day)
        self._date.setEnabled(self._workbench.survey is not None)

    def _shown_day(self) -> date | None:
        """The day on screen in the zone days are counted in: for a scene, the day it began."""
        scene = self._imagery.scene
        return self._imagery.timeline.days(scene)[0] if scene else self._imagery.day

    def _headline(self) -> str:
        if self._imagery.scene is not None:
            more = len(self._imagery.steppable.step_of(self._imagery.scene)) - 1
            return scene_line(self._imagery.scene) + (tr(" · and {n} more of that day").format(n=more) if more else "")
        if self._imagery.day is not None:
            return tr("no scene on this day; sites as of {day} UTC").format(day=self._imagery.day)
        if self._imagery.timeline.scenes:
            return tr("no scene on screen")
        return tr("no dated scenes yet") if self._workbench.survey else tr("no survey is open")

    def _show_notice(self) -> None:
        scenes = self._imagery.timeline.scenes
        text = ""
        if self.adding.busy:
            text = tr("reading images…")
        elif self._imagery.coming is not None:
            text = tr("opening {scene}…").format(scene=scene_line(self._imagery.coming))
        elif self._imagery.scene is not None and self._imagery.scene.footprint_wkt and self._outside_view():
            text = tr("This scene lies outside the map view.")
        elif self._imagery.day is None and scenes:
            text = tr("{n} dated scenes, {first} to {last}").format(
                n=len(scenes), first=scene_days(scenes[0]), last=scene_days(scenes[-1]))
        self._notice.setText(text)
        self._notice.setVisible(bool(text))

    def _outside_view(self) -> bool:
        try:
            return not self._footprint().intersects(self._canvas.extent())
        except FootprintNotOnMap:
            return True

    def _in_question(self) -> list[Scene]:
        """The scene on screen, or every dated one where none is."""
        return [self._imagery.scene] if self._imagery.scene else list(self._imagery.timeline.scenes)

    def _footprint(self) -> QgsRectangle:
        """The box of the footprints in question, in the map's CRS. Raises FootprintNotOnMap."""
        return footprint_on_map(self._in_question(), self._canvas.mapSettings())

    # making

    def _make_actions(self, actions: Actions) -> None:
        self._zoom = actions.add("zoom_to_scene", tr("Zoom to scene"),
                                 tr("Zoom the map to the scene on screen, or to all scenes"), "zoom_to_scene",
                                 self._zoom_to_scene)
        self._export = actions.add("export_frames", tr("Export frames…"),
                                   tr("Write the map of every step as a picture, its date burnt in"), "export_frames",
                                   self._export_frames)
        self._play = actions.add("play_scenes", tr("Play"), tr("Show one scene after the other, from this one on"),
                                 "play", self._player.play, "Alt+K", checkable=True)
        both = self._play.icon()
        both.addFile(str(resource("icons", "pause.svg")), QSize(), QIcon.Mode.Normal, QIcon.State.On)
        self._play.setIcon(both)
        self._step_actions = {
            "first": actions.add("first_scene", tr("First scene"), tr("Show the first scene"), "first", self._first,
                                 "Alt+Home"),
            "previous": actions.add("previous_scene", tr("Previous scene"), tr("Show the scene before this one"),
                                    "previous", self._previous, "Alt+PgUp"),
            "next": actions.add("next_scene", tr("Next scene"), tr("Show the scene after this one"), "next",
                                self._next, "Alt+PgDown"),
            "last": actions.add("last_scene", tr("Last scene"), tr("Show the last scene"), "last", self._last,
                                "Alt+End")}

    def _make_widgets(self) -> None:
        self._scenes = QComboBox()
        self._scene_list = SceneList(self._scenes)
        self._scenes.setObjectName("yalu_scenes")
        self._scenes.setAccessibleName(tr("Scenes by date"))
        self._scenes.setToolTip(tr("Dated scenes: date, platform, kind of date, where the date was found"))
        self._scenes.setPlaceholderText(tr("choose a scene"))
        self._scenes.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._scenes.setMinimumContentsLength(9)
        self._scenes.activated.connect(self._choose_scene)
        self._go_to = QLabel()
        self._date = DateField()
        self._date.setObjectName("yalu_day")
        self._date.setAccessibleName(tr("Day"))
        self._date.setToolTip(tr("Show the sites as of this day, with the scene of that day if there is one"))
        self._date.chosen.connect(self._choose_day)
        self._on_screen = wrapping_label("yalu_on_screen")
        font = self._on_screen.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.2)
        self._on_screen.setFont(font)
        self._notice = wrapping_label("yalu_imagery_notice")
        self._undated_list = QListWidget()
        self._undated_list.setObjectName("yalu_undated")
        self._undated_list.setAccessibleName(tr("Undated images"))
        self._undated_list.setToolTip(tr("Images without a date: they cannot be stepped to"))
        self._undated_list.setMinimumHeight(40)
        self._undated = QgsCollapsibleGroupBox()
        self._undated.setObjectName("yalu_undated_group")

    def _laid_out(self) -> QWidget:
        top = QHBoxLayout()
        top.addWidget(self.adding)
        top.addWidget(self._watch)
        top.addWidget(tool_button(self._zoom))
        top.addWidget(tool_button(self._export))
        top.addStretch()
        steps = QHBoxLayout()
        steps.setSpacing(2)
        for name in ("first", "previous"):
            steps.addWidget(tool_button(self._step_actions[name]))
        steps.addWidget(self._scenes, 1)
        for name in ("next", "last"):
            steps.addWidget(tool_button(self._step_actions[name]))
        steps.addWidget(tool_button(self._play))
        self._go_to.setBuddy(self._date)
        day = QHBoxLayout()
        day.addWidget(self._go_to)
        day.addWidget(self._date)
        day.addStretch()
        QVBoxLayout(self._undated).addWidget(self._undated_list)
        body = QWidget()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(6, 6, 6, 6)
        for row in (top, self._on_screen, steps, self._timeline_place, self._choice, self._compare, day, self._notice,
                    self._undated):
            (rows.addWidget if isinstance(row, QWidget) else rows.addLayout)(row)
        rows.addStretch()
        return scrolling(body, LEAST_HEIGHT)
