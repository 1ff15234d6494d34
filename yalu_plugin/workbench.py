"""What the analyst is working on: the open survey, the chosen site, the imagery, the river.

The workbench owns this state, changes it through the layers room, and tells the panels by signals. Panels do not
know each other. Its methods raise YaluError; the panel that called shows it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from qgis.core import QgsPointXY, QgsProject, QgsTask, QgsTemporalNavigationObject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.importing.progress import Progress
from yalu_plugin.core.published import Rows
from yalu_plugin.core.survey.heads import Kept
from yalu_plugin.i18n import tr
from yalu_plugin.imagery import Imagery
from yalu_plugin.layers import project as in_project
from yalu_plugin.layers.background import Background
from yalu_plugin.layers.survey.beside import ASK, settle_before_layers
from yalu_plugin.layers.survey.commits import Commits
from yalu_plugin.layers.survey.create import create_survey
from yalu_plugin.layers.survey.digests import ImageDigests
from yalu_plugin.layers.survey.errors import NoSurveyOpen
from yalu_plugin.layers.survey.head_keeper import HeadKeeper
from yalu_plugin.layers.survey.images import add_images, survey_scenes
from yalu_plugin.layers.survey.observations import (
    NoEvidenceOfADay,
    NotOneSite,
    OnlyReleased,
    evidence,
    observation,
    own_observations,
    seen_days,
)
from yalu_plugin.layers.survey.open import Survey, open_survey
from yalu_plugin.layers.survey.pages import check_pages
from yalu_plugin.layers.survey.record import check_record
from yalu_plugin.layers.survey.sites import nearest_site, new_site, place_of, sighting
from yalu_plugin.river import River
from yalu_plugin.undo import WrittenHistory


class Workbench(QObject):
    """The state of one QGIS window. Given the project and QGIS' temporal navigation; remembers itself in the project.

    `imagery` has the scenes and the day on screen, `river` the line measured along and where chainage starts.
    """

    survey_changed = pyqtSignal()  # another survey, or none
    survey_opened = pyqtSignal()  # by the user, not by reading a project
    sites_changed = pyqtSignal()
    observations_changed = pyqtSignal()  # and the sites did not
    selection_changed = pyqtSignal()
    written = pyqtSignal()  # rows of the survey, which the user can take back
    said = pyqtSignal(str)  # what was taken back or done again
    trouble = pyqtSignal(object)

    def __init__(self, project: QgsProject, navigation: QgsTemporalNavigationObject) -> None:
        super().__init__()
        self.project = project
        self.imagery = Imagery(project, navigation, self)
        self.imagery.trouble.connect(self.trouble)
        self.river = River(project, self)
        self.river.trouble.connect(self.trouble)
        self._digests = ImageDigests(self)
        self._digests.trouble.connect(self.trouble)
        self._commits = None
        self._heads = None
        self._beside: tuple[YaluError | None, YaluError | None] = (None, None)
        self._forget()
        project.layerLoaded.connect(self._layers_coming)
        project.readProject.connect(self.restore)
        project.cleared.connect(self._project_cleared)
        project.layersRemoved.connect(self._layers_removed)
        for changed in (self.survey_changed, self.sites_changed):
            changed.connect(self._measure)
        self.survey_changed.connect(self._check_record)

    def release(self) -> None:
        """Let go of the project and of QGIS' temporal navigation (on unload); layers stay in the project."""
        self.project.layerLoaded.disconnect(self._layers_coming)
        self.project.readProject.disconnect(self.restore)
        self.project.cleared.disconnect(self._project_cleared)
        self.project.layersRemoved.disconnect(self._layers_removed)
        if self._history:
            self._history.release()
        self._forget()
        self.imagery.compare_changed.emit()
        self.river.release()
        self._digests.stop()

    # the survey

    def new_survey(self, path: Path, title: str, published: bool) -> None:
        """Create a survey file and work on it. Raises SurveyExists or CannotCreate."""
        self._work_on(create_survey(path, title, published))

    def open_survey(self, path: Path, beside: str = ASK, reading: bool = False) -> None:
        """Work on the survey at `path`. Raises what opening a survey raises; the survey open before stays then."""
        self._work_on(open_survey(path, beside, reading))

    def need_survey(self) -> Survey:
        """The open survey. Raises NoSurveyOpen."""
        if self.survey is None:
            raise NoSurveyOpen()
        return self.survey

    def take_import(self, source_title: str, written: Rows) -> None:
        """Show the rows that were imported into the survey's file aside; they can be taken back as one step.

        Images of another survey stay when that is done, as images do that were found.
        """
        undoable = {table: rows for table, rows in written.items() if rows and table != "images"}
        if undoable:
            self._wrote(tr("Import {source}").format(source=source_title), undoable, {})
        if written.get("images"):
            survey = self.need_survey()
            self.take_scenes(survey, survey_scenes(survey))

    # sites

    def sites_layer(self) -> QgsVectorLayer | None:
        """The project's layer of the survey's sites. Its selection is the plugin's selection."""
        return in_project.layer_with_role(self.project, "sites")

    def corridor_layer(self) -> QgsVectorLayer | None:
        """The project's layer of the survey's river line."""
        return in_project.layer_with_role(self.project, "corridors")

    def selected_sites(self) -> list[str]:
        """Ids of the selected sites."""
        layer = self.sites_layer()
        return [feature["id"] for feature in layer.selectedFeatures()] if layer else []

    def select_sites(self, ids: Sequence[str]) -> None:
        """Select these sites, on the map and in every panel."""
        layer, wanted = self.sites_layer(), set(ids)
        if layer:
            layer.selectByIds([feature.id() for feature in layer.getFeatures() if feature["id"] in wanted])

    def add_site(self, point: QgsPointXY, kind: str) -> str:
        """Write a site clicked at `point` (EPSG:4326) to the survey file at once, undoable; returns its id."""
        scene = self._scene_showing(point)
        rows = new_site(point, kind, scene)
        self._write(tr("Add crossing"), rows)
        if scene is not None and rows["observations"]:
            self._digests.take(self.need_survey(), scene)
        return str(rows["sites"][0]["id"])

    def known_site_near(self, point: QgsPointXY, but: str = "") -> tuple[str, str, float] | None:
        """The id, name and distance (m) of a site within 150 m of `point` (EPSG:4326), or None; `but` is not meant."""
        return nearest_site(self.need_survey(), point, but)

    def same_site(self, new_id: str, known_id: str) -> None:
        """The site just added is a known one: take it out again and keep its sighting with the known site."""
        survey = self.need_survey()
        removed = {"sites": [row for row in survey.rows("sites") if row["id"] == new_id],
                   "observations": [row for row in survey.rows("observations") if row["site_id"] == new_id]}
        seen = sighting(known_id, self._scene_showing(place_of(survey, new_id)))
        self._write(tr("Same site"), {"observations": seen}, removed)

    def why_no_sighting(self, point: QgsPointXY) -> YaluError | None:
        """Why a site clicked at `point` (EPSG:4326) is added without having been seen there, if so."""
        scene = self.imagery.scene_over(point)
        try:
            seen_days(scene)
        except (NoEvidenceOfADay, OnlyReleased) as error:
            return error
        return self.imagery.why_unseen(scene, point)

    def _scene_showing(self, place: QgsPointXY | None) -> Scene | None:
        """The scene on screen that shows `place`: what is beside it, or blank, is no evidence."""
        scene = self.imagery.scene_over(place)
        return scene if self.imagery.why_unseen(scene, place) is None else None

    def need_site(self) -> str:
        """The id of the one selected site. Raises NotOneSite."""
        ids = self.selected_sites()
        if len(ids) != 1:
            raise NotOneSite(n=len(ids))
        return ids[0]

    def observe(self, state: str, reason: str = "") -> None:
        """Write to the survey file at once, undoable, what the scene on screen shows of the one selected site.

        It takes the place of what the same user recorded of that site on that scene before. Raises NoSurveyOpen,
        NotOneSite, NoEvidenceOfADay, OnlyReleased, SiteNotOnScene, NothingToSee and what change raises.
        """
        survey, site_id = self.need_survey(), self.need_site()
        place = place_of(survey, site_id)
        scene = self.imagery.scene_over(place)
        row = observation(site_id, state, scene, reason)
        unseen = self.imagery.why_unseen(scene, place)
        if unseen is not None and state != "not_observable":
            raise unseen
        before = own_observations(survey, site_id, row["image_id"])
        if [(old["state"], old["reason"]) for old in before] != [(state, row["reason"])]:
            self._write(tr("Observation"), {"observations": [row]}, {"observations": before})
        self._digests.take(survey, scene)

    def evidence(self) -> Scene:
        """The scene on which the selected site's state of the day shown was seen. Raises NotOneSite, NoImageOfState."""
        return evidence(self.need_survey(), self.need_site(), self.imagery.day)

    def add_scenes(self, scenes: Sequence[Scene]) -> int:
        """Keep catalogued scenes in the survey; returns how many are new."""
        survey = self.need_survey()
        added = add_images(survey, scenes)
        self.take_scenes(survey, survey_scenes(survey))
        return added

    def take_scenes(self, survey: Survey, scenes: Sequence[Scene]) -> None:
        """Show that these are now the scenes in the survey's file, written there aside, while it is the open one."""
        if survey is self.survey:
            self.imagery.take(scenes)
            in_project.refresh(self.project)

    def refresh_sites(self) -> None:
        """Show what was written to the survey file."""
        in_project.refresh(self.project)
        self.sites_changed.emit()

    # the project remembers

    def restore(self) -> None:
        """Take up what the project remembers: called when a project was read."""
        self._forget()
        path = in_project.recall_path(self.project, "survey")
        if path is None:
            self.survey_changed.emit()
            return
        try:
            self._restore_from(path)
        except YaluError as error:
            self.survey_changed.emit()
            self.trouble.emit(error)

    def _layers_coming(self, read: int, _of: int) -> None:
        """QGIS is about to open the layers of a project: what lies beside its survey is seen to before."""
        path = in_project.recall_path(self.project, "survey") if read == 0 else None
        if path is not None:
            self._beside = settle_before_layers(path.resolve())

    def _restore_from(self, path: Path) -> None:
        (notice, refused), self._beside = self._beside, (None, None)
        if refused is not None:
            raise refused
        survey = open_survey(path, reading=True)
        self.survey = replace(survey, notices=(*survey.notices, *([notice] if notice else [])))
        if self.sites_layer() is None:
            in_project.add_survey(self.project, self.survey)
        self.river.restore()
        self.imagery.take(survey_scenes(self.survey))
        self._watch_layers(self.survey)
        self.survey_changed.emit()
        self.imagery.restore()
        self._tell_notice()

    def _forget(self) -> None:
        self.imagery.forget()
        self.river.forget()
        self.survey: Survey | None = None
        self._history: WrittenHistory | None = None
        if self._commits is not None:
            self._commits.deleteLater()
        self._commits: Commits | None = None
        if self._heads is not None:
            self._heads.release()
            self._heads.deleteLater()
        self._heads: HeadKeeper | None = None

    def _project_cleared(self) -> None:
        if self.survey is not None:
            self._forget()
            self.survey_changed.emit()

    def _layers_removed(self, _ids: list[str]) -> None:
        if self.sites_layer() is None:
            self._history = None

    def _work_on(self, survey: Survey) -> None:
        scenes = survey_scenes(survey)
        in_project.add_survey(self.project, survey)
        self.imagery.leave()
        self.river.leave()
        self._forget()
        self.survey = survey
        in_project.remember_path(self.project, "survey", survey.path)
        self.imagery.take(scenes)
        self._watch_layers(survey)
        self.survey_changed.emit()
        self.survey_opened.emit()
        self._tell_notice()

    def _tell_notice(self) -> None:
        for notice in self.survey.notices if self.survey is not None else ():
            self.trouble.emit(notice)

    def _watch_layers(self, survey: Survey) -> None:
        self._commits = Commits(self.project, survey, self)
        self._commits.trouble.connect(self.trouble)
        self._heads = HeadKeeper(self.project, survey, self)
        for changed in (self.written, self.sites_changed, self.observations_changed):
            changed.connect(self._heads.written)
        layer = self.sites_layer()
        if layer:
            layer.afterCommitChanges.connect(self.refresh_sites)
            layer.selectionChanged.connect(self._selection_changed)
            self._history = WrittenHistory(layer)
            self._history.changed.connect(self.refresh_sites)
            self._history.told.connect(self.said)
            self._history.failed.connect(self.trouble)

    def _measure(self) -> None:
        self.river.take(self.survey)

    def _check_record(self) -> None:
        """Tell, by `trouble`, when the survey's file is damaged or its record of changes was altered by others."""
        survey, quietly = self.survey, QgsTask.Flag.Silent | QgsTask.Flag.Hidden
        if survey is not None and self._heads is not None:
            kept = self._heads.kept()
            task = Background(tr("Checking the record of changes"),
                              lambda task: _check(survey.path, kept, task.progress), quietly)
            task.failed.connect(self.trouble)
            task.done.connect(self._heads.written)  # a head that is sound is noted, even where nothing is changed
            task.start()

    def _selection_changed(self, *_: object) -> None:
        self.selection_changed.emit()

    def _write(self, text: str, added: Rows, removed: Rows | None = None) -> None:
        self.need_survey().change(text, added, removed)
        self._wrote(text, added, removed or {})

    def _wrote(self, text: str, added: Rows, removed: Rows) -> None:
        """The file has changed: it can be taken back, and all show it."""
        if self._history:
            self._history.push(text, self.need_survey(), added, removed)
        in_project.refresh(self.project)
        sites = added.get("sites") or removed.get("sites")
        (self.sites_changed if sites else self.observations_changed).emit()
        self.written.emit()


def _check(path: Path, kept: Sequence[Kept], progress: Progress) -> None:
    check_pages(path)
    check_record(path, kept, progress)
