"""Counts of an area on the scene on screen: begun, finished, reopened, held against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.timeline import Step
from yalu_plugin.core.published import Row
from yalu_plugin.core.survey.geometry import lonlat_of
from yalu_plugin.i18n import tr
from yalu_plugin.layers.project import add_counting_layers
from yalu_plugin.layers.survey.analyst import own_names
from yalu_plugin.layers.survey.count_errors import (
    AreaNotOnScene,
    CountFinished,
    CountOfAnother,
    MarksBeingEdited,
    NoAreaChosen,
    NoCountBegun,
    NotComparable,
    StillBlind,
)
from yalu_plugin.layers.survey.counts import new_count
from yalu_plugin.layers.survey.observations import NoEvidenceOfADay, seen_days
from yalu_plugin.layers.survey.write import utc_now
from yalu_plugin.settings import BLIND_COUNTS
from yalu_plugin.workbench.counts import Counts
from yalu_plugin.workbench.history import History
from yalu_plugin.workbench.imagery import Imagery
from yalu_plugin.workbench.scenes import Scenes
from yalu_plugin.workbench.session import SurveySession

if TYPE_CHECKING:
    from yalu_plugin.core.counting.agreement import Agreement

MOST_BLIND = 100  # of those that were undone, and never finished, the last so many are remembered


class Counting(QObject):
    """Given the counts as they are. `blind` while marks of other counts are hidden: while a count that was begun so is
    in progress, also after a restart, in every window of this user.
    """

    changed = pyqtSignal()  # of this, not of the counts

    def __init__(self, project: QgsProject, session: SurveySession, counts: Counts, scenes: Scenes, imagery: Imagery,
                 history: History, parent: QObject) -> None:
        super().__init__(parent)
        self._project, self._session, self._counts = project, session, counts
        self._scenes, self._imagery, self._history = scenes, imagery, history
        self.blind = False
        session.survey_changed.connect(self._survey_changed)
        session.facts_ready.connect(self._facts_ready)
        counts.changed.connect(self._counts_changed)

    # what is chosen

    def choose_area(self, area_id: str) -> None:
        """Work on this area, and on no count yet."""
        self._end_blind()
        self._counts.work_in(area_id)

    def choose_count(self, count_id: str) -> None:
        """Work on this count, on its scene. Raises what showing a scene raises, and StillBlind for another count of
        what is being counted blind.
        """
        row = self._counts.row(count_id) or {}
        if self.blind and count_id != self._counts.count_id and self._counts.count_id in self._blind_on(row):
            raise StillBlind()
        scene = self._scenes.dated(row.get("image_id") or "")
        if scene is not None and scene not in self.on_screen():
            self._imagery.show(scene)
        if count_id != self._counts.count_id:
            self._end_blind()
        self._counts.work_on(count_id)

    def leave(self) -> None:
        """Work on no count: one that is in progress stays so, and other marks are shown again."""
        self._end_blind()
        self._counts.work_on("")

    def on_screen(self) -> Step:
        """The scenes that are drawn."""
        return self._imagery.drawn if self._imagery.scene is not None else ()

    # begun, finished, reopened

    def begin(self, blind: bool = False) -> str:
        """Count the area at work on the scene on screen that shows most of it; returns the count's id.

        One's own count there is gone on with, unless `blind`: that is a new one, and other marks are hidden until it is
        finished. Raises NoSurveyOpen, NoAreaChosen, NoEvidenceOfADay, OnlyReleased, AreaNotOnScene, MissingPackages,
        MarksBeingEdited, what change raises, and CountFinished: then that count is the one at work.
        """
        survey, area = self._session.need_survey(), self.need_area()
        scene, share = self._scene_of(area)
        own = None if blind else self._counts.own_on(area["id"], scene.id, own_names())
        self._end_blind()
        add_counting_layers(self._project, survey)
        count_id = own["id"] if own is not None else self._begin(new_count(area["id"], scene, share), blind)
        self._counts.work_on(count_id)
        self.changed.emit()
        self.need_open_count()
        return str(count_id)

    def _begin(self, row: Row, blind: bool) -> str:
        from yalu_plugin.layers.survey.marks_layer import hide_other_counts

        if blind:
            hide_other_counts(self._project, row["id"])
        try:
            self._history.push(tr("Begin count"), self._session.change("count", added={"counts": [row]}))
        except YaluError:
            self._end_blind()
            raise
        self.blind = blind
        if blind:
            BLIND_COUNTS.set(" ".join([*BLIND_COUNTS.get().split(), str(row["id"])][-MOST_BLIND:]))
        return str(row["id"])

    def _scene_of(self, area: Row) -> tuple[Scene, float | None]:
        from yalu_plugin.core.counting.share import share_shown  # on first use: a start has 50 ms

        on_screen = self.on_screen()
        if not on_screen:
            raise NoEvidenceOfADay()
        shares = [(scene, share_shown(area.get("geom") or "", scene.footprint_wkt)) for scene in on_screen]
        scene, share = max(shares, key=lambda one: -1.0 if one[1] is None else one[1])
        seen_days(scene)
        if share == 0:
            raise AreaNotOnScene(scene=scene.label, area=area["name"])
        return scene, share

    def finish(self) -> None:
        """All of the area that the image shows was looked at: the count at work is a figure from now on, also where it
        found nothing, and nothing is hidden any more. Raises what need_open_count and change raise.
        """
        count = self.need_open_count()
        self._set_finished(tr("Finish count"), "finish", count, utc_now())
        BLIND_COUNTS.set(" ".join(one for one in BLIND_COUNTS.get().split() if one != count["id"]))
        self._end_blind()
        self.changed.emit()

    def reopen(self) -> None:
        """The count at work is in progress again: no figure until it is finished. Raises NoCountBegun, CountOfAnother
        and what change raises.
        """
        count = self._need_own_count()
        if count["finished_at"]:
            self._set_finished(tr("Reopen count"), "reopen", count, None)

    def _set_finished(self, text: str, action: str, count: Row, at: str | None) -> None:
        self._history.push(text, self._session.change(action, replaced={"counts": [{**count, "finished_at": at}]},
                                                       unchanged={"counts": [count]}))

    # what is at work

    @property
    def is_open(self) -> bool:
        """Whether clicks would count: the count at work is one's own, and in progress."""
        count = self._counts.count
        return count is not None and not count["finished_at"] and count["created_by"] in own_names()

    def need_area(self) -> Row:
        """The area at work. Raises NoAreaChosen."""
        if self._counts.area is None:
            raise NoAreaChosen()
        return self._counts.area

    def need_open_count(self) -> Row:
        """The count at work, if it can be changed. Raises NoCountBegun, CountOfAnother and CountFinished."""
        count = self._need_own_count()
        if count["finished_at"]:
            raise CountFinished()
        return count

    def _need_own_count(self) -> Row:
        count = self._counts.count
        if count is None:
            raise NoCountBegun()
        if count["created_by"] not in own_names():
            raise CountOfAnother(analyst=count["created_by"] or "?")
        return count

    # two of them

    def agreement(self, count_id: str, other_id: str, within_m: float) -> Agreement:
        """Two counts of one area on one image, held against each other. Raises StillBlind, NotComparable and
        MissingPackages.
        """
        from yalu_plugin.core.counting.agreement import Mark, agree

        self.must_not_be_blind()
        one, other = (self._counts.row(key) or {} for key in (count_id, other_id))
        if not one or one is other or any(one[key] != other.get(key) for key in ("area_id", "image_id")):
            raise NotComparable()
        survey = self._session.need_survey()
        marks = [[Mark(row["id"], *lonlat_of(row["geom"]), row["label"] or "")
                  for row in survey.rows("marks", count_id=key) if row.get("geom")] for key in (count_id, other_id)]
        return agree(*marks, within_m)

    # blind

    def must_not_be_blind(self) -> None:
        """Raise StillBlind while marks of other counts are hidden: their number is not to be told either."""
        if self.blind:
            raise StillBlind()

    def _end_blind(self) -> None:
        from yalu_plugin.layers.survey.marks_layer import show_all_counts

        show_all_counts(self._project)
        self.blind = False

    def _survey_changed(self) -> None:
        self._end_blind()  # a project may have been saved meanwhile

    def _facts_ready(self) -> None:
        """One that was begun before the survey was opened is gone on with, before anybody sees what others marked."""
        survey = self._session.survey
        for count_id in BLIND_COUNTS.get().split() if survey is not None else ():
            if survey.rows("counts", id=count_id):
                self._counts.look()
                self._counts.work_on(count_id)

    def _counts_changed(self) -> None:
        at_work = self._counts.count
        pending = self._blind_on(at_work or {"area_id": self._counts.area_id})
        if pending and (not self.blind or self._counts.count_id not in pending):
            self._go_on_blind(pending[-1] if self._counts.count_id not in pending else self._counts.count_id)
        elif self.blind and at_work is None:  # that count was undone
            self._end_blind()

    def _blind_on(self, count: Row) -> list[str]:
        """The ids of one's own counts in progress that were begun blind: of the area of this count, on its image, if it
        is of one.
        """
        rows = [row for row in map(self._counts.row, BLIND_COUNTS.get().split()) if row is not None]
        return [row["id"] for row in rows if row["area_id"] == count.get("area_id") and not row["finished_at"]
                and row["created_by"] in own_names() and row["image_id"] == count.get("image_id", row["image_id"])]

    def _go_on_blind(self, count_id: str) -> None:
        from yalu_plugin.layers.survey.marks_layer import hide_other_counts, show_all_counts

        show_all_counts(self._project)
        try:
            hide_other_counts(self._project, count_id)
        except MarksBeingEdited:  # in QGIS' own table, where all of them are seen
            return
        self.blind = True
        self._counts.work_on(count_id)
        self.changed.emit()
