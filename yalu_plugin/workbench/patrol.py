"""A patrol: searching the river stretch by stretch on one scene or day, and recording what was searched."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from qgis.core import QgsPointXY
from qgis.PyQt.QtCore import QObject, pyqtSignal

from yalu_plugin.core.corridor.coverage import SEARCHED, Coverage, Interval, covers, days_text, total_m
from yalu_plugin.core.corridor.patrol_stretches import PatrolStretch, patrol_stretches
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.published import Row
from yalu_plugin.core.requirements import need_line_packages
from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.core.text import translatable
from yalu_plugin.i18n import tr
from yalu_plugin.layers.survey.analyst import own_names
from yalu_plugin.layers.survey.observations import SceneHidden, seen_days
from yalu_plugin.layers.survey.searches import is_found_on, search_row
from yalu_plugin.workbench.annotation import Annotation
from yalu_plugin.workbench.history import History
from yalu_plugin.workbench.imagery import Imagery
from yalu_plugin.workbench.river import River
from yalu_plugin.workbench.searched import Searched
from yalu_plugin.workbench.session import SurveySession

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.line import Corridor
    from yalu_plugin.core.corridor.lonlat import FloatArray

CHECKED_AT = (1 / 6, 1 / 2, 5 / 6)  # shares of a stretch's length: places where the scene must show something


class SearchesNotRead(YaluError):
    """The first stretch is not known until all searches are loaded."""

    template = translatable("The survey's searches are still being read. Begin the patrol in a moment.")


class Patrol(QObject):
    """Steps through `stretches`, in order downstream, image by image; `current` is the one to record next.

    Only the recorded searches are stored: a patrol that is started again continues where they end.
    """

    changed = pyqtSignal()  # started or ended, another stretch, or other results
    ended = pyqtSignal()

    def __init__(self, session: SurveySession, history: History, imagery: Imagery, river: River, searched: Searched,
                 annotation: Annotation, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._history, self._imagery, self._river = session, history, imagery, river
        self._searched, self._annotation = searched, annotation
        self._clear()
        searched.changed.connect(self._results_changed)
        session.changed.connect(self._apply)
        history.applied.connect(self._go_to_changed)
        river.changed.connect(self.end)
        session.survey_changed.connect(self.end)

    def _clear(self) -> None:
        self.stretches: list[PatrolStretch] = []
        self.scenes: tuple[Scene, ...] = ()
        self.number = 0
        self._found: set[str] = set()
        self.covered_m = 0.0  # metres of the line that the scenes cover
        self.line: Corridor | None = None
        self._coverage: Coverage | None = None
        self._is_recording = False  # what is shown changes once, with the next stretch

    def reset(self) -> None:
        """End the patrol: the survey is closed."""
        self.end()

    # stepping through the stretches

    @property
    def running(self) -> bool:
        """Whether a patrol was started and not ended; also after its last stretch."""
        return bool(self.stretches)

    @property
    def current(self) -> PatrolStretch | None:
        """The current stretch; None after the last one, and without a patrol."""
        return self.stretches[self.number] if self.number < len(self.stretches) else None

    def start(self, length_m: float, overlap_m: float) -> None:
        """Start with the first stretch that this analyst has not recorded on its scene.

        The part of the river that the scenes on screen cover is divided into stretches of this length and overlap.
        Raises NoSurveyOpen, the survey's read_only_reason, SearchesNotRead, NoDatedScene, OnlyReleaseDate,
        SceneWithoutFootprint, SceneOffRiver, NoStretch, MissingPackages, and what corridors and reading a survey raise.
        """
        survey = self._session.need_survey()
        if survey.read_only_reason is not None:
            raise survey.read_only_reason
        seen_days(self._imagery.scene)
        need_line_packages()
        line = self._river.line()
        if self._session.facts is None or not self._searched.ready:
            raise SearchesNotRead()
        stretches = patrol_stretches(line, self._imagery.drawn, length_m, overlap_m)
        scenes = tuple({one.scene.id: one.scene for one in stretches}.values())
        seen = {row["site_id"] for scene in scenes for row in survey.rows("observations", image_id=scene.id)}
        self._clear()
        self.line, self.stretches, self.scenes = line, stretches, scenes
        self.covered_m = total_m(one.interval for one in stretches)
        self.number, self._coverage = self._first_unrecorded(), None
        self._update_found(seen)
        self.changed.emit()

    def end(self, *_: object) -> None:
        """End the patrol; what is recorded stays."""
        if self.running:
            self._clear()
            self.ended.emit()
            self.changed.emit()

    def back(self) -> None:
        """Go to the previous stretch, whatever was recorded of it."""
        self._go_to(max(self.number - 1, 0))

    def record(self, result: str, reason: str = "") -> None:
        """Write what the scene shows of the current stretch, and go to the next one.

        `result` is SEARCHED (all sites on it are marked) or NOT_OBSERVABLE, with the reason. It replaces what this
        analyst recorded of the stretch before. Raises the visibility error of the scene, and what change raises.
        """
        stretch = self.current
        if stretch is None or self.line is None:
            return
        error = self._visibility_error(self.line, stretch, result)
        if error is not None:
            raise error
        self._is_recording = True
        try:
            self._write(stretch, result, reason)
        finally:
            self._is_recording = False
        self._go_to(self.number + 1)

    def _write(self, stretch: PatrolStretch, result: str, reason: str) -> None:
        from yalu_plugin.core.corridor.search_places import line_wkt

        own = self._searched.inside(stretch.scene.id, own_names(), stretch.interval)
        facts = self._session.need_facts()
        known = (facts.row("searches", interval.row_id) for interval in own)
        before = [row for row in known if row is not None]
        row = search_row(*stretch.interval, line_wkt(self.piece(stretch.interval)), stretch.scene, result, reason,
                         self._river.line_id() or None)
        if [_recorded_values(old) for old in before] != [_recorded_values(row)]:
            text = tr("Search km {first} to {last}").format(first=self.km(stretch.from_m), last=self.km(stretch.to_m))
            self._history.push(text, self._session.change("search", added={"searches": [row]},
                                                          removed={"searches": before}))

    def _go_to(self, number: int) -> None:
        self.number = min(number, len(self.stretches))
        self.changed.emit()

    # state

    def piece(self, stretch: Interval) -> FloatArray:
        """Return the vertices (n, 2) of the line along a stretch, EPSG:4326, in order downstream."""
        from yalu_plugin.core.corridor.search_places import piece_downstream

        return piece_downstream(self.line if self.line is not None else self._river.line(), stretch)

    @property
    def found(self) -> int:
        """The number of sites that this analyst has found on the scenes of the patrol."""
        return len(self._found)

    @property
    def days(self) -> str:
        """The UTC days of the scenes, as ISO 8601."""
        taken = [seen_days(scene) for scene in self.scenes]
        return days_text(min((first for first, _ in taken), key=lambda day: day or ""), max(last for _, last in taken))

    def coverage(self) -> Coverage:
        """Return what this analyst has recorded on the scenes of the patrol."""
        if self._coverage is None:
            self._coverage = self._searched.coverage_by([scene.id for scene in self.scenes], own_names())
        return self._coverage

    def km(self, at_m: float) -> str:
        """Return the chainage of a place on the line in km, as every panel shows it."""
        from yalu_plugin.core.corridor.coverage_phrases import km_text

        return km_text(at_m - self._river.datum_m())

    def _first_unrecorded(self) -> int:
        """The number of the first stretch that this analyst has not recorded on its scene."""
        names, recorded = own_names(), {}
        for scene in self.scenes:
            found = self._searched.coverage_by([scene.id], names)
            recorded[scene] = [*found.searched, *found.not_observable]
        unrecorded = (number for number, one in enumerate(self.stretches)
                      if not covers(recorded[one.scene], one.interval))
        return next(unrecorded, len(self.stretches))

    def _visibility_error(self, line: Corridor, stretch: PatrolStretch, result: str) -> YaluError | None:
        """Why the scene cannot have shown all of a stretch, if that is known."""
        if stretch.scene not in self._imagery.drawn:
            return SceneHidden(scene=stretch.scene.label)
        if result != SEARCHED:
            return None
        from yalu_plugin.core.corridor.search_places import places_along

        places = places_along(line, stretch.interval, CHECKED_AT).tolist()
        found = (self._annotation.visibility_error(stretch.scene, QgsPointXY(lon, lat)) for lon, lat in places)
        return next((error for error in found if error is not None), None)

    # changes from elsewhere

    def _results_changed(self) -> None:
        self._coverage = None
        if self.running and not self._is_recording:
            self.changed.emit()

    def _apply(self, delta: Delta) -> None:
        touched = {row["id" if table == "sites" else "site_id"] for table in ("sites", "observations")
                   for rows in delta.changes(table) for row in rows if row}
        if self.running and touched:
            self._update_found(touched)
            self.changed.emit()

    def _update_found(self, site_ids: Iterable[str]) -> None:
        """Check whether these sites were found by this analyst on the scenes."""
        facts, scenes, names = self._session.need_facts(), {scene.id for scene in self.scenes}, own_names()
        for site_id in site_ids:
            found = is_found_on(facts.row("sites", site_id), facts.observations_of(site_id), scenes, names)
            (self._found.add if found else self._found.discard)(site_id)

    def _go_to_changed(self, delta: Delta) -> None:
        """Go to the stretch whose search was undone; after a redo, to the stretch after it."""
        changes = delta.changes("searches")
        touched = {(row["from_m"], row["to_m"], row["image_id"]) for rows in changes for row in rows if row}
        number = next((number for number, one in enumerate(self.stretches)
                       if (one.from_m, one.to_m, one.scene.id) in touched), None)
        if number is not None:
            again = all(before is None for before, _ in changes)
            self._go_to(number + again)


def _recorded_values(row: Row) -> tuple[object, ...]:
    return row["from_m"], row["to_m"], row["result"], row["reason"]
