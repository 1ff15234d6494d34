"""A patrol: the river walked stretch by stretch on one scene or day, and what was searched recorded on the way."""

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

CHECKED_AT = (1 / 6, 1 / 2, 5 / 6)  # of a stretch: where the scene must show something


class StillReading(YaluError):
    """Where to begin is known once everything has been read."""

    template = translatable("The survey's searches are still being read. Begin the patrol in a moment.")


class Patrol(QObject):
    """Given what it walks along and records with. `stretches` lie in order downstream, image by image; the one at hand
    is `current`. Nothing is remembered but what is recorded: begun again, it goes on where that ends.
    """

    changed = pyqtSignal()  # begun or ended, another stretch, or other results
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

    def reset(self) -> None:
        """There is no survey."""
        self.end()

    # walking

    @property
    def running(self) -> bool:
        """Whether a patrol is on its way, or at its end."""
        return bool(self.stretches)

    @property
    def current(self) -> PatrolStretch | None:
        """The stretch at hand; None at the end, and without a patrol."""
        return self.stretches[self.number] if self.number < len(self.stretches) else None

    def start(self, length_m: float, overlap_m: float) -> None:
        """Walk what the scenes on screen cover of the river, in stretches of this length and overlap, from the first
        one that this analyst has not recorded on its scene.

        Raises NoSurveyOpen, why the survey cannot be written to, StillReading, NoDatedScene, OnlyReleaseDate,
        SceneWithoutFootprint, SceneOffRiver, NoStretch, MissingPackages, what corridors and what reading a survey
        raise: then none is begun.
        """
        survey = self._session.need_survey()
        if survey.read_only_reason is not None:
            raise survey.read_only_reason
        seen_days(self._imagery.scene)
        need_line_packages()
        line = self._river.line()
        if self._session.facts is None or not self._searched.ready:
            raise StillReading()
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
        """Leave off; what is recorded stays."""
        if self.running:
            self._clear()
            self.ended.emit()
            self.changed.emit()

    def back(self) -> None:
        """Go to the stretch before, whatever was recorded of it."""
        self._go_to(max(self.number - 1, 0))

    def record(self, result: str, reason: str = "") -> None:
        """Write what the scene shows of the stretch at hand, and go on to the next one: SEARCHED, for nothing that is
        not marked, or NOT_OBSERVABLE, with the reason. It takes the place of what this analyst recorded of it before.

        Raises what tells why the scene does not show it, and what change raises: then one stays there.
        """
        stretch = self.current
        if stretch is None or self.line is None:
            return
        error = self._visibility_error(stretch, result)
        if error is not None:
            raise error
        self._write(stretch, result, reason)
        self._go_to(self.number + 1)

    def _write(self, stretch: PatrolStretch, result: str, reason: str) -> None:
        from yalu_plugin.core.corridor.search_places import line_wkt

        own = self._searched.inside(stretch.scene.id, own_names(), stretch.interval)
        before = [row for row in (self._session.facts.row("searches", look.row_id) for look in own) if row is not None]
        row = search_row(*stretch.interval, line_wkt(self.piece(stretch.interval)), stretch.scene, result, reason,
                         self._river.line_id() or None)
        if [_recorded_values(old) for old in before] != [_recorded_values(row)]:
            text = tr("Search km {first} to {last}").format(first=self.km(stretch.from_m), last=self.km(stretch.to_m))
            self._history.push(text, self._session.change("search", added={"searches": [row]},
                                                          removed={"searches": before}))

    def _go_to(self, number: int) -> None:
        self.number = min(number, len(self.stretches))
        self.changed.emit()

    # what is known

    def piece(self, stretch: Interval) -> FloatArray:
        """The vertices (n, 2) of the line along a stretch, EPSG:4326, in order downstream."""
        from yalu_plugin.core.corridor.search_places import piece_downstream

        return piece_downstream(self.line, stretch)

    @property
    def found(self) -> int:
        """How many sites this analyst has found on the scenes of the patrol."""
        return len(self._found)

    @property
    def days(self) -> str:
        """The UTC days of the scenes, as ISO 8601."""
        taken = [seen_days(scene) for scene in self.scenes]
        return days_text(min((first for first, _ in taken), key=lambda day: day or ""), max(last for _, last in taken))

    def coverage(self) -> Coverage:
        """What this analyst has recorded on the scenes of the patrol."""
        if self._coverage is None:
            self._coverage = self._searched.coverage_by([scene.id for scene in self.scenes], own_names())
        return self._coverage

    def km(self, at_m: float) -> str:
        """A place of the line as the chainage that every panel shows, in km."""
        from yalu_plugin.core.corridor.coverage_phrases import km_text

        return km_text(at_m - self._river.datum_m())

    def _first_unrecorded(self) -> int:
        """The number of the first stretch that this analyst has not recorded on its scene."""
        names, recorded = own_names(), {}
        for scene in self.scenes:
            found = self._searched.coverage_by([scene.id], names)
            recorded[scene] = [*found.searched, *found.not_observable]
        unrecorded = (number for number, one in enumerate(self.stretches) if not covers(recorded[one.scene], one.interval))
        return next(unrecorded, len(self.stretches))

    def _visibility_error(self, stretch: PatrolStretch, result: str) -> YaluError | None:
        """Why the scene cannot have shown all of a stretch, where that is known."""
        if stretch.scene not in self._imagery.drawn:
            return SceneHidden(scene=stretch.scene.label)
        if result != SEARCHED:
            return None
        from yalu_plugin.core.corridor.search_places import places_along

        places = places_along(self.line, stretch.interval, CHECKED_AT).tolist()
        found = (self._annotation.visibility_error(stretch.scene, QgsPointXY(lon, lat)) for lon, lat in places)
        return next((error for error in found if error is not None), None)

    # what happens meanwhile

    def _results_changed(self) -> None:
        self._coverage = None
        if self.running:
            self.changed.emit()

    def _apply(self, delta: Delta) -> None:
        touched = {row["id" if table == "sites" else "site_id"] for table in ("sites", "observations")
                   for rows in delta.changes(table) for row in rows if row}
        if self.running and touched:
            self._update_found(touched)
            self.changed.emit()

    def _update_found(self, site_ids: Iterable[str]) -> None:
        """See whether these sites are ones that this analyst has found on the scenes."""
        facts, scenes, names = self._session.facts, {scene.id for scene in self.scenes}, own_names()
        for site_id in site_ids:
            found = is_found_on(facts.row("sites", site_id), facts.observations_of(site_id), scenes, names)
            (self._found.add if found else self._found.discard)(site_id)

    def _go_to_changed(self, delta: Delta) -> None:
        """What was recorded of a stretch was undone: go there. It was done again: go on from there."""
        changes = delta.changes("searches")
        touched = {(row["from_m"], row["to_m"], row["image_id"]) for rows in changes for row in rows if row}
        number = next((number for number, one in enumerate(self.stretches)
                       if (one.from_m, one.to_m, one.scene.id) in touched), None)
        if number is not None:
            again = all(before is None for before, _ in changes)
            self._go_to(number + again)


def _recorded_values(row: Row) -> tuple[object, ...]:
    return row["from_m"], row["to_m"], row["result"], row["reason"]
