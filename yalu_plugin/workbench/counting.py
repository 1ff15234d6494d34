"""Starting, finishing, reopening, deleting and comparing the counts of an area."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.timeline import Step
from yalu_plugin.core.published import Row, Rows
from yalu_plugin.core.survey.geopackage_wkt import lonlat_of
from yalu_plugin.i18n import tr
from yalu_plugin.layers.project import add_counting_layers
from yalu_plugin.layers.survey.analyst import own_names
from yalu_plugin.layers.survey.count_errors import (
    AreaNotOnScene,
    CountFinished,
    CountOfAnother,
    NoAreaSelected,
    NoCountStarted,
    NotComparable,
)
from yalu_plugin.layers.survey.observations import NoDatedScene, seen_days
from yalu_plugin.layers.survey.survey_counts import new_count
from yalu_plugin.layers.survey.write import utc_now
from yalu_plugin.workbench.blind_counts import BlindCounts
from yalu_plugin.workbench.counts import Counts
from yalu_plugin.workbench.history import History
from yalu_plugin.workbench.imagery import Imagery
from yalu_plugin.workbench.scenes import Scenes
from yalu_plugin.workbench.session import SurveySession

if TYPE_CHECKING:
    from yalu_plugin.core.counting.agreement import Agreement


class Counting(QObject):
    """Selects the area and count to work on, and starts, finishes, reopens, deletes and compares counts."""

    changed = pyqtSignal()  # a count was started or finished, or others were hidden; not: the counts have changed

    def __init__(self, project: QgsProject, session: SurveySession, counts: Counts, blind: BlindCounts, scenes: Scenes,
                 imagery: Imagery, history: History, parent: QObject) -> None:
        super().__init__(parent)
        self._project, self._session, self._counts = project, session, counts
        self._scenes, self._imagery, self._history = scenes, imagery, history
        self._blind = blind
        blind.changed.connect(self.changed)

    # selection

    def select_area(self, area_id: str) -> None:
        """Work on this area, and on no count yet."""
        self._counts.set_area(area_id)

    def select_count(self, count_id: str) -> None:
        """Work on this count, on its scene.

        Raises what showing a scene raises, and StillBlind for another count of what is being counted blind.
        """
        self._blind.check_allowed(count_id)
        row = self._counts.row(count_id) or {}
        scene = self._scenes.dated(row.get("image_id") or "")
        if scene is not None and scene not in self.on_screen():
            self._imagery.show(scene)
        self._counts.set_count(count_id)

    def stop(self) -> None:
        """Work on no count: one in progress stays in progress."""
        self._counts.set_count("")

    def on_screen(self) -> Step:
        """Return the scenes that are drawn."""
        return self._imagery.drawn if self._imagery.scene is not None else ()

    @property
    def is_on_screen(self) -> bool:
        """Whether the image of the current count is drawn; True without a count."""
        count = self._counts.count
        return count is None or any(scene.id == count["image_id"] for scene in self.on_screen())

    # starting, finishing, reopening

    def start(self, blind: bool = False) -> str:
        """Count the current area on the scene on screen that shows most of it; returns the count's id.

        Continues the user's own count there, unless `blind`: then a new count is started, and other marks are hidden
        until it is finished. Raises NoSurveyOpen, NoAreaSelected, NoDatedScene, OnlyReleaseDate, AreaNotOnScene,
        MissingPackages, MarksBeingEdited, what change raises, and CountFinished: then that count is the current one.
        """
        survey, area = self._session.need_survey(), self.need_area()
        scene, share = self._scene_of(area)
        own = None if blind else self._counts.own_on(area["id"], scene.id, own_names())
        add_counting_layers(self._project, survey)
        count_id = own["id"] if own is not None else self._start(new_count(area["id"], scene, share), blind)
        self._counts.set_count(count_id)
        self.changed.emit()
        self.need_open_count()
        return str(count_id)

    def _start(self, row: Row, blind: bool) -> str:
        if blind:
            self._blind.start(row["id"])
        try:
            self._history.push(tr("Begin count"), self._session.change("count", added={"counts": [row]}))
        except YaluError:
            self._blind.end(row["id"])
            raise
        return str(row["id"])

    def _scene_of(self, area: Row) -> tuple[Scene, float | None]:
        from yalu_plugin.core.counting.area_share import share_shown  # on first use: a start has 50 ms

        on_screen = self.on_screen()
        if not on_screen:
            raise NoDatedScene()
        shares = [(scene, share_shown(area.get("geom") or "", scene.footprint_wkt)) for scene in on_screen]
        scene, share = max(shares, key=lambda one: -1.0 if one[1] is None else one[1])
        seen_days(scene)
        if share == 0:
            raise AreaNotOnScene(scene=scene.label, area=area["name"])
        return scene, share

    def finish(self) -> None:
        """Finish the current count and show other marks again.

        The user states that all of the area on the image was inspected: the count is valid, even if it is 0. Raises
        what need_open_count and change raise.
        """
        count = self.need_open_count()
        self._set_finished(tr("Finish count"), "finish", count, utc_now())
        self._blind.end(count["id"])
        self.changed.emit()

    def reopen(self) -> None:
        """Reopen the current count: it is in progress until it is finished again.

        Raises NoCountStarted, CountOfAnother and what change raises.
        """
        count = self.need_own_count()
        if count["finished_at"]:
            self._set_finished(tr("Reopen count"), "reopen", count, None)

    def delete(self) -> None:
        """Remove the user's own current count from the survey, with its marks.

        Raises NoCountStarted, CountOfAnother and what change raises.
        """
        count = self.need_own_count()
        removed: Rows = {"marks": self._session.need_survey().rows("marks", count_id=count["id"]), "counts": [count]}
        self._history.push(tr("Delete count"), self._session.change("delete", removed=removed, unchanged=removed))

    def _set_finished(self, text: str, action: str, count: Row, at: str | None) -> None:
        self._history.push(text, self._session.change(action, replaced={"counts": [{**count, "finished_at": at}]},
                                                       unchanged={"counts": [count]}))

    # the current area and count

    @property
    def is_open(self) -> bool:
        """Whether clicks count: the current count is the user's own and in progress."""
        count = self._counts.count
        return count is not None and not count["finished_at"] and count["created_by"] in own_names()

    def need_area(self) -> Row:
        """Return the current area. Raises NoAreaSelected."""
        if self._counts.area is None:
            raise NoAreaSelected()
        return self._counts.area

    def need_open_count(self) -> Row:
        """Return the current count, if it can be changed. Raises NoCountStarted, CountOfAnother and CountFinished."""
        count = self.need_own_count()
        if count["finished_at"]:
            raise CountFinished()
        return count

    def need_own_count(self) -> Row:
        """Return the current count, if it is the user's own. Raises NoCountStarted and CountOfAnother."""
        count = self._counts.count
        if count is None:
            raise NoCountStarted()
        if count["created_by"] not in own_names():
            raise CountOfAnother(analyst=count["created_by"] or "?")
        return count

    # comparison

    def agreement(self, count_id: str, other_id: str, within_m: float) -> Agreement:
        """Compare two counts of one area on one image. Raises StillBlind, NotComparable and MissingPackages."""
        from yalu_plugin.core.counting.agreement import Mark, agree

        self._blind.check_shown(count_id, other_id)
        one, other = (self._counts.row(key) or {} for key in (count_id, other_id))
        if not one or one is other or any(one[key] != other.get(key) for key in ("area_id", "image_id")):
            raise NotComparable()
        survey = self._session.need_survey()
        marks, other_marks = ([Mark(row["id"], *lonlat_of(row["geom"]), row["label"] or "")
                               for row in survey.rows("marks", count_id=key) if row.get("geom")]
                              for key in (count_id, other_id))
        return agree(marks, other_marks, within_m)
