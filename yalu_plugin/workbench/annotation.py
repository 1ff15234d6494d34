"""What the analyst records: new sites, and what the scene on screen shows of a site."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from qgis.core import QgsPointXY, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.published import Row, Rows
from yalu_plugin.core.rival_states import rivals_of
from yalu_plugin.core.states import NOT_OBSERVABLE
from yalu_plugin.i18n import tr
from yalu_plugin.layers.survey.analyst import own_names
from yalu_plugin.layers.survey.digests import ImageDigests
from yalu_plugin.layers.survey.observations import (
    CompareDateShown,
    NoDatedScene,
    OnlyReleaseDate,
    differs_from,
    observation,
    own_observations,
    scene_of_state,
    seen_days,
)
from yalu_plugin.layers.survey.survey_errors import ChangedSince
from yalu_plugin.layers.survey.survey_sites import new_site
from yalu_plugin.workbench.history import History
from yalu_plugin.workbench.imagery import Imagery
from yalu_plugin.workbench.session import SurveySession
from yalu_plugin.workbench.sites import Sites
from yalu_plugin.workbench.unresolved import (
    GroundPixel,
    Unresolved,
    find_unresolved,
    mark_below_resolution,
    unknown_ground_pixel,
)

if TYPE_CHECKING:
    from yalu_plugin.layers.imagery.scene_visibility import CheckDrawn


class Annotation(QObject):
    """Writes sites and observations to the survey file at once; each action can be undone."""

    error_occurred = pyqtSignal(object)
    refused_changed = pyqtSignal()  # the actions that could not be written have changed

    def __init__(self, project: QgsProject, session: SurveySession, sites: Sites, imagery: Imagery, history: History,
                 parent: QObject) -> None:
        super().__init__(parent)
        self._project, self._session, self._sites = project, session, sites
        self._imagery, self._history = imagery, history
        self._refused: list[_Refused] = []
        self.refusal: YaluError | None = None  # why the last action was refused, while that holds
        session.error_cleared.connect(self._on_error_cleared)
        self.compared_at: Callable[[QgsPointXY], bool] = lambda _: False  # whether a place shows the compare date
        self.check_drawn: CheckDrawn = _no_error  # returns why the map shows nothing of a scene's layer at a place
        self.ground_pixel: GroundPixel = unknown_ground_pixel
        self._digests = ImageDigests(self)
        self._digests.error_occurred.connect(self.error_occurred)

    def release(self) -> None:
        """Stop the work in the background (on unload)."""
        self._digests.stop()

    def add_site(self, point: QgsPointXY, kind: str, replaces: Row | None = None, clicked: bool = True) -> str:
        """Write a site at `point` (EPSG:4326) and return its id. `replaces` is its predecessor, as it was shown.
        A clicked site also gets a sighting if a dated scene on screen shows the place.
        """
        scene, unseen = self._seen_at(point) if clicked else (None, None)
        rows = new_site(point, kind, scene if unseen is None else None)
        mark_below_resolution(rows["observations"], self.ground_pixel(point))
        if replaces is None:
            self._write(tr("Add crossing"), rows)
        else:
            rows["sites"][0]["replaces_site_id"] = replaces["id"]
            self._write(tr("Add successor"), rows, unchanged={"sites": [replaces]})
        if scene is not None and rows["observations"]:
            self._digests.compute(self._session.need_survey(), scene)
        return str(rows["sites"][0]["id"])

    def same_site(self, new_id: str, known_id: str) -> tuple[list[Row], list[Row]]:
        """Remove the site just added, which is a known one, and move its sighting to the known site. Returns the new
        observations of the known site, and the user's own of that scene that they replace.
        """
        survey = self._session.need_survey()
        seen, replaced = [], []
        clicked, known = (survey.rows("observations", site_id=one) for one in (new_id, known_id))
        for row in clicked:
            before = own_observations(known, row["image_id"]) if row["image_id"] else []
            if not before or differs_from(before, row):
                seen.append({**row, "id": str(uuid.uuid4()), "site_id": known_id, "fid": None})
                replaced += before
        self._write(tr("Same site"), {"observations": seen},
                    {"sites": survey.rows("sites", id=new_id), "observations": [*clicked, *replaced]})
        return seen, replaced

    def sighting_error(self, point: QgsPointXY) -> YaluError | None:
        """Return why a site clicked at `point` (EPSG:4326) gets no sighting; None if it gets one."""
        scene, unseen = self._seen_at(point)
        try:
            seen_days(scene)
        except (NoDatedScene, OnlyReleaseDate) as error:
            return error
        return unseen

    def observe(self, state: str, reason: str = "") -> list[Row]:
        """Write what the scene on screen shows of the one selected site.

        Returns the user's observations of that site and scene that it replaces; nothing if they are the same. Raises
        NoSurveyOpen, NotOneSite, NoDatedScene, OnlyReleaseDate, SiteNotOnScene, NoImageHere and what change raises.
        """
        survey, facts, site_id = self._session.need_survey(), self._session.facts, self._sites.need_one()
        place = self._sites.place(site_id)
        scene, unseen = self._seen_at(place)
        row = observation(site_id, state, scene, reason, self._sites.kind(site_id))
        mark_below_resolution([row], self.ground_pixel(place) if place is not None else None)
        if unseen is not None and state != NOT_OBSERVABLE:
            raise unseen
        known = survey.rows("observations", site_id=site_id) if facts is None else facts.observations_of(site_id)
        before = own_observations(known, row["image_id"])
        replaced = before if differs_from(before, row) else []
        if replaced or not before:
            self._write(tr("Observation"), {"observations": [row]}, {"observations": replaced})
        if scene is not None:
            self._digests.compute(survey, scene)
        return replaced

    def own_rivals(self, site_id: str) -> list[Row]:
        """Return the user's observations of another state of the site, on other images of the same days."""
        scene, facts = self.scene_over(self._sites.place(site_id)), self._session.facts
        if facts is None or scene is None:
            return []
        own = [row for row in facts.observations_of(site_id) if row["created_by"] in own_names()]
        return [rival for row in own if row["image_id"] == scene.id for rival in rivals_of(row, own)]

    def unresolved(self) -> Unresolved | None:
        """Return what of the selected site is too small for the scene's or map's pixels. Raises as `observe` does."""
        site_id = self._sites.need_one()
        kind, place = self._sites.kind(site_id), self._sites.place(site_id)
        scene, unseen = self._seen_at(place)
        seen_days(scene)
        found = find_unresolved(scene, kind, self.ground_pixel(place) if place is not None else None)
        if found is not None and unseen is not None:
            raise unseen
        return found

    def evidence(self) -> Scene:
        """Return the scene that shows the selected site's state of the day. Raises NotOneSite and NoImageOfState."""
        return scene_of_state(self._session.need_survey(), self._sites.need_one(), self._imagery.day)

    def scene_over(self, place: QgsPointXY | None) -> Scene | None:
        """Return the topmost scene on screen that shows `place` (EPSG:4326), else the one in front."""
        return self._topmost_showing(place) or self._imagery.scene

    def accuracy_at(self, place: QgsPointXY) -> float | None:
        """Return the accuracy of a click at `place` (EPSG:4326) in metres: the pixel size of the scene there."""
        scene, unseen = self._seen_at(place)
        return scene.gsd_m or None if scene is not None and unseen is None else None

    def visibility_error(self, scene: Scene | None, place: QgsPointXY | None) -> YaluError | None:
        """Return why this scene cannot have shown what is at `place` (EPSG:4326), if that is known."""
        from yalu_plugin.layers.imagery.scene_visibility import scene_visibility_error

        if scene is None or place is None:
            return None
        if self.compared_at(place):
            return CompareDateShown(scene=scene.label)
        return scene_visibility_error(self._project, scene, place, scene in self._imagery.drawn, self.check_drawn)

    def _seen_at(self, place: QgsPointXY | None) -> tuple[Scene | None, YaluError | None]:
        """As scene_over, with its visibility error."""
        scene = self._topmost_showing(place)
        if scene is None:
            return self._imagery.scene, self.visibility_error(self._imagery.scene, place)
        return scene, CompareDateShown(scene=scene.label) if self.compared_at(place) else None

    def _topmost_showing(self, place: QgsPointXY | None) -> Scene | None:
        from yalu_plugin.layers.imagery.scene_visibility import topmost_scene_showing  # on first use: a start has 50 ms

        shown = self._imagery.drawn if self._imagery.scene and place else ()
        return topmost_scene_showing(self._project, shown, place, self.check_drawn) if shown else None

    def refused(self) -> list[str]:
        """Return the texts of the actions that could not be written to the open survey, oldest first."""
        return [one.text for one in self._refused if one.survey_id == self._open_id()]

    def write_refused(self) -> list[str]:
        """Write the refused actions of the open survey in order; return their texts. On an error the rest stays."""
        written = []
        for one in [one for one in self._refused if one.survey_id == self._open_id()]:
            try:
                self._history.push(one.text, self._session.change(one.text, one.added, one.removed,
                                                                    unchanged=one.unchanged))
            except YaluError as error:
                self._refuse(error)
                raise
            self._refused.remove(one)
            written.append(one.text)
        self.refused_changed.emit()
        return written

    def discard_refused(self) -> None:
        """Discard the refused actions of the open survey."""
        self._refused = [one for one in self._refused if one.survey_id != self._open_id()]
        self.refused_changed.emit()

    def _write(self, text: str, added: Rows, removed: Rows | None = None, unchanged: Rows | None = None) -> None:
        """Write to the survey; an action that fails is kept as refused, with its scene and day."""
        survey = self._session.need_survey()
        try:
            self._history.push(text, self._session.change(text, added, removed, unchanged=unchanged))
        except YaluError as error:
            if not survey.read_only and not isinstance(error, ChangedSince):  # that would fail every time
                self._refused.append(_Refused(survey.id, text, added, removed, unchanged))
                self._refuse(error)
            raise

    def _refuse(self, error: YaluError | None) -> None:
        self.refusal = error
        self.refused_changed.emit()

    def _on_error_cleared(self, error: YaluError) -> None:
        if error is self.refusal:
            self._refuse(None)

    def _open_id(self) -> str:
        return self._session.survey.id if self._session.survey is not None else ""


class _Refused(NamedTuple):
    """An action that could not be written to the survey with this id."""

    survey_id: str
    text: str
    added: Rows
    removed: Rows | None
    unchanged: Rows | None


def _no_error(_scene: Scene, _layer: QgsRasterLayer, _place: QgsPointXY) -> YaluError | None:
    return None
