"""The Imagery panel below the map: steps through the dates on a timeline, and compares them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsRectangle
from qgis.gui import QgsDockWidget, QgsMapCanvas
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.gui.actions import Actions, tool_button
from yalu_plugin.gui.compare.compare_bar import CompareBar
from yalu_plugin.gui.compare.compare_mode import CompareMode
from yalu_plugin.gui.imagery.add_button import AddButton
from yalu_plugin.gui.imagery.crs_button import CrsButton
from yalu_plugin.gui.imagery.day_row import DayRow
from yalu_plugin.gui.imagery.image_adder import ImageAdder
from yalu_plugin.gui.imagery.imagery_layout import Controls, ImageryLayout
from yalu_plugin.gui.imagery.picture_button import PictureButton
from yalu_plugin.gui.imagery.replaced_files import ReplacedFiles
from yalu_plugin.gui.imagery.scene_filter_row import SceneFilterRow
from yalu_plugin.gui.imagery.scene_text import scene_days, scene_line, scene_tooltip
from yalu_plugin.gui.imagery.step_row import StepRow
from yalu_plugin.gui.imagery.tile_check import TileCheck
from yalu_plugin.gui.imagery.undated_list import UndatedList
from yalu_plugin.gui.imagery.watch_button import WatchButton
from yalu_plugin.gui.labels import ElidedLabel
from yalu_plugin.gui.map_coordinates import zoom_to_scenes
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.patrol.patrolling import Patrolling
from yalu_plugin.i18n import tr
from yalu_plugin.layers.imagery.footprint import FootprintNotOnMap, footprint_on_map
from yalu_plugin.workbench import Workbench

if TYPE_CHECKING:
    from yalu_plugin.gui.timeline.timeline_row import TimelineRow


class ImageryDock(QgsDockWidget):
    """The most used controls in one row, the date on screen below it, then the timeline; the rest behind a button."""

    def __init__(self, workbench: Workbench, messages: Messages, actions: Actions, canvas: QgsMapCanvas,
                 parent: QWidget) -> None:
        super().__init__(tr("Imagery"), parent)
        self.setObjectName("YaluImageryDock")
        self.setAllowedAreas(Qt.DockWidgetArea.BottomDockWidgetArea | Qt.DockWidgetArea.TopDockWidgetArea)
        self._workbench, self._imagery, self._scenes = workbench, workbench.imagery, workbench.scenes
        self._messages, self._canvas = messages, canvas
        self._create_actions(actions)
        self._steps = StepRow(workbench, messages, actions, canvas)
        self._step_actions = [actions.by_name[name] for name in (
            "previous_scene", "next_scene", "first_scene", "last_scene", "play_scenes")]
        self._create_widgets()
        self._filter_row = SceneFilterRow(workbench, canvas)
        self._compare = CompareBar(workbench, messages, actions, canvas)
        self._timeline: TimelineRow | None = None
        self._timeline_place = QVBoxLayout()
        self.adding = ImageAdder(workbench, messages, self)
        self._add = AddButton(workbench, self.adding, messages, actions, canvas)
        self.adding.changed.connect(self._show_notice)
        self._undated = UndatedList(workbench, self.adding.undated_reasons, messages, canvas)
        TileCheck(workbench, messages, canvas, self)
        ReplacedFiles(workbench, messages, self)
        self._picture = PictureButton(workbench, messages, actions)
        self._crs = CrsButton(workbench, messages, actions)
        self._watch = WatchButton(workbench, messages, self.adding.add_watched_folder, lambda: self.adding.busy)
        self._day = DayRow(workbench, messages, canvas)
        self._patrol_place = QVBoxLayout()
        self._patrolling = Patrolling(workbench, messages, actions, canvas, self._patrol_place, self)
        self.patrol_letter_keys = self._patrolling.letters
        self.setWidget(self._create_body())
        workbench.session.survey_changed.connect(self._survey_changed)
        self._scenes.scenes_changed.connect(self._show_day)
        self._imagery.day_changed.connect(self._show_day)
        self._scenes.filter_changed.connect(self._show_day)
        self._imagery.pending_changed.connect(self._show_day)
        canvas.extentsChanged.connect(self._show_notice)
        self._compare.comparison.changed.connect(self._mark_compared)
        self._show_timeline()
        self._show_day()

    # actions

    def _export_frames(self) -> None:
        from yalu_plugin.gui.imagery.frames_dialog import FramesDialog

        with self._messages.reporting():
            self._workbench.session.need_survey()
            FramesDialog(self._workbench, self._messages, self._canvas, self).open()

    def _zoom_to_scene(self) -> None:
        with self._messages.reporting():
            zoom_to_scenes(self._canvas, self._scenes_of_interest())

    # display

    def set_height_fixed(self, fixed: bool) -> None:
        """Set whether the panel keeps its least height; otherwise it grows with a higher panel in the same tabs."""
        self.widget().setSizePolicy(QSizePolicy.Policy.Preferred,
                                    QSizePolicy.Policy.Fixed if fixed else QSizePolicy.Policy.Preferred)

    def _survey_changed(self) -> None:
        self.adding.reset()  # the source is being read for the previous survey
        self._show_timeline()
        self._show_day()

    def _show_timeline(self) -> None:
        """Show the timeline if a survey is open; it is created with the first survey, for a fast start."""
        if self._timeline is None and self._workbench.session.survey is not None:
            from yalu_plugin.gui.timeline.timeline_row import TimelineRow

            self._timeline = TimelineRow(self._workbench, self._messages)
            self._timeline.strip.addActions(self._step_actions)
            self._timeline_place.addWidget(self._timeline)
            self._mark_compared()
        if self._timeline is not None:
            self._timeline.setVisible(self._workbench.session.survey is not None)

    def _mark_compared(self) -> None:
        if self._timeline is not None:
            self._timeline.strip.mark_compared(self._compare.comparison.mode is not CompareMode.OFF)

    def _show_day(self) -> None:
        scene = self._imagery.scene
        self._on_screen.show_text(self._headline(), scene_tooltip(scene) if scene else "",
                                  prefix=scene_days(scene) if scene else "")
        self._export.setEnabled(len(self._scenes.steppable) > 0)
        self._zoom.setEnabled(any(one.footprint_wkt for one in self._scenes_of_interest()))
        self._show_notice()

    def _headline(self) -> str:
        if self._imagery.scene is not None:
            more = len(self._imagery.drawn) - 1
            return scene_line(self._imagery.scene) + (tr(" · and {n} more of that day").format(n=more) if more else "")
        if self._imagery.day is not None:
            return tr("no scene on this day; sites as of {day} UTC").format(day=self._imagery.day)
        if self._scenes.timeline.scenes:
            return tr("no scene on screen")
        return tr("no dated scenes yet") if self._workbench.session.survey else tr("no survey is open")

    def _show_notice(self) -> None:
        scenes = self._scenes.timeline.scenes
        text = ""
        if self.adding.busy:
            text = tr("reading images…")
        elif self._imagery.pending_scene is not None:
            text = tr("opening {scene}…").format(scene=scene_line(self._imagery.pending_scene))
        elif self._imagery.scene is not None and self._imagery.scene.footprint_wkt and self._outside_view():
            text = tr("This scene lies outside the map view.")
        elif self._imagery.day is None and scenes:
            text = tr("{n} dated scenes, {first} to {last}").format(
                n=len(scenes), first=scene_days(scenes[0]), last=scene_days(scenes[-1]))
        self._notice.show_text(text)
        self._notice.setVisible(bool(text))

    def _outside_view(self) -> bool:
        try:
            return not self._footprint().intersects(self._canvas.extent())
        except FootprintNotOnMap:
            return True

    def _scenes_of_interest(self) -> list[Scene]:
        """Return the scene on screen, or all dated scenes if there is none."""
        return [self._imagery.scene] if self._imagery.scene else list(self._scenes.timeline.scenes)

    def _footprint(self) -> QgsRectangle:
        """Return the bounding box of the footprints of `_scenes_of_interest`, in the map's CRS.

        Raises:
            FootprintNotOnMap: the footprints cannot be transformed.
        """
        return footprint_on_map(self._scenes_of_interest(), self._canvas.mapSettings())

    # construction

    def _create_actions(self, actions: Actions) -> None:
        self._zoom = actions.add("zoom_to_scene", tr("Zoom to scene"),
                                 tr("Zoom the map to the scene on screen, or to all scenes"), "zoom_to_scene",
                                 self._zoom_to_scene)
        self._more_action = actions.add("imagery_more", tr("More"), tr(
            "Watched folders, pictures, CRS, frames, which scenes to skip, images without a date"), "more",
            lambda shown: self.widget().more.setVisible(shown), checkable=True)
        self._export = actions.add("export_frames", tr("Export frames…"),
                                   tr("Write the map of every step as a picture, its date burnt in"), "export_frames",
                                   self._export_frames)

    def _create_widgets(self) -> None:
        self._on_screen = ElidedLabel("yalu_on_screen")
        font = self._on_screen.font()
        font.setPointSizeF(font.pointSizeF() * 1.1)
        self._on_screen.setFont(font)
        self._notice = ElidedLabel("yalu_imagery_notice", bold=False)

    def _create_body(self) -> ImageryLayout:
        more = tool_button(self._more_action, with_text=True)
        notices = QWidget()
        row = QHBoxLayout(notices)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self._notice, self._undated.count_label, self._filter_row.skipped, self._compare.order):
            row.addWidget(widget)
        # also when empty, so that the map's size does not change with it
        notices.setFixedHeight(self._notice.sizeHint().height())
        body = ImageryLayout(Controls(
            (self._add, self._steps, more), (self._add, more), (self._day, self._patrolling.button),
            (self._watch, tool_button(self._zoom), self._picture, self._crs, tool_button(self._export)),
            self._filter_row, self._undated, self._on_screen, self._compare, notices,
            (self._patrol_place, self._timeline_place)))
        body.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)  # see fix_height
        return body
