"""The state of one QGIS window: the survey, its sites and scenes, the imagery, the river and the history.

The parts own the state, change it through the package `layers`, and notify the panels by signals. Panels do not know
each other. Methods raise YaluError; the calling panel shows it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from qgis.core import QgsProject, QgsTemporalNavigationObject
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.layers import project as in_project
from yalu_plugin.layers.survey.create import create_survey
from yalu_plugin.layers.survey.open import open_survey
from yalu_plugin.layers.survey.side_file_handling import ASK, handle_side_file_before_layers
from yalu_plugin.layers.survey.survey import Survey
from yalu_plugin.workbench.annotation import Annotation
from yalu_plugin.workbench.areas import Areas
from yalu_plugin.workbench.blind_counts import BlindCounts
from yalu_plugin.workbench.counted_file import CountedFile
from yalu_plugin.workbench.counting import Counting
from yalu_plugin.workbench.counts import Counts
from yalu_plugin.workbench.editing import SiteEditing
from yalu_plugin.workbench.finder import Finder
from yalu_plugin.workbench.history import History
from yalu_plugin.workbench.imagery import Imagery
from yalu_plugin.workbench.lineage import Lineage
from yalu_plugin.workbench.marking import Marking
from yalu_plugin.workbench.observing import Observing
from yalu_plugin.workbench.patrol import Patrol
from yalu_plugin.workbench.river import River
from yalu_plugin.workbench.river_places import RiverPlaces
from yalu_plugin.workbench.scenes import Scenes
from yalu_plugin.workbench.searched import Searched
from yalu_plugin.workbench.session import SurveySession
from yalu_plugin.workbench.site_kinds import SiteKinds
from yalu_plugin.workbench.sites import Sites

COMPLETE_MS = 200  # after a survey was opened


class Workbench(QObject):
    """The parts of the state of one QGIS window; the project stores which survey is open.

    The life cycle of the parts: `open` when a survey is opened, `reset` when it is closed, `close` to remove their
    state from the project too, `restore` when a project was read, `release` when the plugin is unloaded.
    """

    survey_opened = pyqtSignal()  # by the user, not by reading a project
    error_occurred = pyqtSignal(object)
    noticed = pyqtSignal(object)  # a YaluError about the survey as it was opened

    def __init__(self, project: QgsProject, navigation: QgsTemporalNavigationObject) -> None:
        super().__init__()
        self.project = project
        self.session = SurveySession(project, self)
        self.history = History(self.session, self)
        self.site_kinds = SiteKinds(project, self.session, self.history, self)
        self.sites = Sites(project, self.session, self)
        self.scenes = Scenes(self.session, self)
        self.imagery = Imagery(project, navigation, self.session, self.scenes, self)
        self.river = River(project, self.session, self)
        self.river_places = RiverPlaces(self.session, self.river, self)
        self.finder = Finder(self.session, self.scenes, self.river, self.river_places, self)
        self.annotation = Annotation(project, self.session, self.sites, self.imagery, self.history, self)
        self.searched = Searched(self.session, self.river, self)
        self.patrol = Patrol(self.session, self.history, self.imagery, self.river, self.searched, self.annotation,
                             self)
        self.editing = SiteEditing(self.session, self.history, self.annotation)
        self.lineage = Lineage(self.session, self.history, self.editing, self.annotation)
        self.observing = Observing(self.session, self.history)
        self.counts = Counts(self.session, self.scenes, self)
        self.blind = BlindCounts(project, self.session, self.counts, self)
        self.counting = Counting(project, self.session, self.counts, self.blind, self.scenes, self.imagery,
                                 self.history, self)
        self.counted_file = CountedFile(self.imagery, self.scenes, self.counts)
        self.marking = Marking(self.session, self.history, self.counts, self.counting, self.counted_file, self.scenes,
                               self.annotation, self)
        self.areas = Areas(project, self.session, self.history, self.counts, self.counting, self.blind, self.scenes,
                           self.sites)
        for part in (self.session, self.history, self.imagery, self.river, self.annotation):
            part.error_occurred.connect(self.error_occurred)
        self.session.noticed.connect(self.noticed)
        self.history.applied.connect(self.sites.select_touched)
        self._side_file_outcome: tuple[YaluError | None, YaluError | None] = (None, None)
        project.layerLoaded.connect(self._before_layers_load)
        project.readProject.connect(self.restore)
        project.cleared.connect(self._project_cleared)

    def release(self) -> None:
        """Disconnect from the project and QGIS' temporal navigation (on unload); layers stay in the project."""
        self.project.layerLoaded.disconnect(self._before_layers_load)
        self.project.readProject.disconnect(self.restore)
        self.project.cleared.disconnect(self._project_cleared)
        self._close()
        for part in (self.imagery, self.river, self.annotation):
            part.release()

    # the survey

    def new_survey(self, path: Path, title: str, published: bool) -> None:
        """Create a survey file and work on it. Raises SurveyExists or CannotCreate."""
        self._work_on(create_survey(path, title, published), path)

    def open_survey(self, path: Path, side_file: str = ASK, reading: bool = False) -> None:
        """Work on the survey at `path`. Raises what opening a survey raises; the previous survey stays open then."""
        self._work_on(open_survey(path, side_file, reading), path)

    def _work_on(self, survey: Survey, path: Path) -> None:
        in_project.add_survey(self.project, survey)
        self.imagery.close()
        self.river.close()
        self._close()
        in_project.remember_path(self.project, "survey", path.resolve())
        self._open(survey)
        self.survey_opened.emit()

    def _open(self, survey: Survey) -> None:
        self.sites.open()
        self.session.open(survey)
        for notice in survey.notices:
            self.noticed.emit(notice)
        self._complete(survey, in_project.complete_survey(self.project, survey))

    def _complete(self, survey: Survey, steps: Iterator[None]) -> None:
        """Run one step per turn of the event loop, while this survey is open, once the window has drawn the survey."""
        def step() -> None:
            if self.session.survey is survey and next(steps, self) is None:
                QTimer.singleShot(0, step)

        QTimer.singleShot(COMPLETE_MS, step)

    def _close(self) -> None:
        for part in (self.patrol, self.session, self.history, self.scenes, self.imagery, self.river, self.searched):
            part.reset()

    # the project

    def restore(self) -> None:
        """Open the survey that the project stores: called when a project was read."""
        self._close()
        path = in_project.recall_path(self.project, "survey")
        try:
            if path is not None:
                self._restore_from(path)
        except YaluError as error:
            self.error_occurred.emit(error)
        if self.session.survey is None:
            self.session.survey_changed.emit()

    def _before_layers_load(self, read: int, _of: int) -> None:
        """Handle the side file of the project's survey before QGIS opens its layers."""
        path = in_project.recall_path(self.project, "survey") if read == 0 else None
        if path is not None:
            self._side_file_outcome = handle_side_file_before_layers(path.resolve())

    def _restore_from(self, path: Path) -> None:
        (notice, refused), self._side_file_outcome = self._side_file_outcome, (None, None)
        if refused is not None:
            raise refused
        survey = open_survey(path, reading=True)
        survey = replace(survey, notices=(*survey.notices, *([notice] if notice else [])))
        if self.sites.layer() is None:
            in_project.add_survey(self.project, survey)
        self.river.restore()
        self.imagery.restore()
        self._open(survey)

    def _project_cleared(self) -> None:
        if self.session.survey is not None:
            self._close()
            self.session.survey_changed.emit()
