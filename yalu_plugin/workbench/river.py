"""What the analyst measures along: the river line, the site chainage starts from, and where the crossings lie on it.

Part of the workbench, and as that: it owns this state, changes it through the layers room, and tells it by signals.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.core import QgsProject, QgsTask
from qgis.PyQt.QtCore import QObject, pyqtSignal

from yalu_plugin.core.errors import MissingPackages, YaluError
from yalu_plugin.core.requirements import need_geopandas
from yalu_plugin.core.worker import in_worker
from yalu_plugin.i18n import tr
from yalu_plugin.layers import project as in_project
from yalu_plugin.layers.background import Background
from yalu_plugin.layers.survey.errors import NoSurveyOpen
from yalu_plugin.layers.survey.open import Survey

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.line import Corridor
    from yalu_plugin.core.corridor.measure import Measured


class River(QObject):
    """Given the project; remembers itself in it.

    `layer_id` is the id of the line layer measured along (empty: the bundled river), `datum_id` that of the site
    chainage starts from (empty: the Hyesan ford); `bridge`: the user agrees that gaps between the line's parts are
    bridged. `chainages` are the crossings' by site id, in km, where they are known.
    """

    changed = pyqtSignal()  # another line, or another datum
    chainages_changed = pyqtSignal()
    trouble = pyqtSignal(object)
    mended = pyqtSignal(object)  # what was told by `trouble` holds no more

    def __init__(self, project: QgsProject, parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        self._warming: Background | None = None
        self._warm = False
        self._told: YaluError | None = None
        self.forget()
        project.layersRemoved.connect(self._layers_removed)

    def release(self) -> None:
        """Let go of the project (on unload)."""
        self._project.layersRemoved.disconnect(self._layers_removed)
        if self._warming:
            self._warming.cancel()

    def forget(self) -> None:
        """There is no survey; what the project remembers stays."""
        self._survey: Survey | None = None
        self.layer_id = self.datum_id = ""
        self.bridge = False
        self.chainages: dict[str, float] = {}
        self._measured: Measured | None = None

    def leave(self) -> None:
        """As `forget`, and the project forgets it too."""
        self.forget()
        self._remember()

    def restore(self) -> None:
        """Take up the choice that the project remembers."""
        self.layer_id, self.datum_id = (in_project.recall(self._project, key) for key in ("corridor", "datum"))
        self.bridge = in_project.recall(self._project, "bridge") == "yes"

    def take(self, survey: Survey | None) -> None:
        """This is the survey whose crossings are measured, as its file is now."""
        self._survey = survey
        self._find_chainages()

    def choose(self, layer_id: str, datum_id: str, bridge: bool = False) -> None:
        """Measure along this line layer from this site; over gaps in the line only with `bridge`."""
        self.layer_id, self.datum_id, self.bridge = layer_id, datum_id, bridge
        self._remember()
        self._find_chainages()
        self.changed.emit()

    def line(self) -> Corridor:
        """The line chosen to measure along. Raises MissingPackages and what corridors raise."""
        from yalu_plugin.layers.corridor.line import line_or_bundled

        if self._measured is not None:
            return self._measured.corridor
        return line_or_bundled(self._project.mapLayer(self.layer_id), self.bridge)

    def measure(self, only: Sequence[str] | None = None) -> Measured:
        """Measure the survey's crossings, or only those with these ids, along the chosen line.

        Raises MissingPackages, NoSurveyOpen and what corridors raise.
        """
        from yalu_plugin.layers.corridor.line import measure_survey

        if only is None and self._measured is not None:
            return self._measured
        if self._survey is None:
            raise NoSurveyOpen()
        return measure_survey(self._survey, self._project.mapLayer(self.layer_id), self.datum_id, only, self.bridge)

    def _remember(self) -> None:
        kept = {"corridor": self.layer_id, "datum": self.datum_id, "bridge": "yes" if self.bridge else ""}
        for key, value in kept.items():
            in_project.remember(self._project, key, value)

    def _layers_removed(self, ids: list[str]) -> None:
        if self.layer_id in ids:
            self.choose("", self.datum_id)

    # chainages

    def _find_chainages(self) -> None:
        """Of every crossing; the first time once the packages this needs have been imported aside."""
        self._measured, self.chainages = None, {}
        if self._told is not None:
            self.mended.emit(self._told)
            self._told = None
        if self._survey is None:
            return
        if not self._warm:
            self._warm_up()
            return
        try:
            self._measured = self.measure()
            self.chainages = dict(zip(self._measured.table["site_id"], self._measured.table["chainage_km"]))
        except YaluError as error:
            self._told = error
            self.trouble.emit(error)
        self.chainages_changed.emit()

    def _warm_up(self) -> None:
        if self._warming is None:
            self._warming = Background(tr("Preparing measures"), lambda task: in_worker(need_geopandas),
                                       QgsTask.Flag.Silent)
            self._warming.done.connect(self._warmed_up)
            self._warming.failed.connect(self._not_warmed_up)
            self._warming.start()

    def _warmed_up(self) -> None:
        self._warming, self._warm = None, True
        self._find_chainages()

    def _not_warmed_up(self, error: YaluError) -> None:
        self._warming = None
        # with packages missing the list has no chainages; the corridor panel says so and offers to install them
        if not isinstance(error, MissingPackages):
            self.trouble.emit(error)
