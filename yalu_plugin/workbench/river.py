"""The river line to measure along, the datum of its chainage, and the chainages of the crossings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from qgis.core import QgsPointXY, QgsProject, QgsTask, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from yalu_plugin.core.errors import MissingPackages, YaluError
from yalu_plugin.core.published import Row, key_id
from yalu_plugin.core.requirements import need_geopandas, need_line_packages
from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.core.survey.geopackage_wkt import lonlat_of
from yalu_plugin.core.survey.river_positions import RiverPositions
from yalu_plugin.core.worker import in_worker
from yalu_plugin.i18n import tr
from yalu_plugin.layers import project as in_project
from yalu_plugin.layers.background import Background
from yalu_plugin.workbench.session import SurveySession

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.counties import Reaches
    from yalu_plugin.core.corridor.line import Corridor
    from yalu_plugin.core.corridor.measure import Measured
    from yalu_plugin.core.corridor.moved_along import Moved

MEASURED_COLUMNS = ("fid", "id", "name", "kind", "geom", "retired_on")  # columns of a site that measuring needs
MAX_WITHOUT_TASK = 1_000  # so many sites are measured without a task: it takes less time than a frame


class River(QObject):
    """The river line and the chainages; the project stores which line and datum are selected.

    `layer_id` is the id of the line layer measured along (empty: the bundled river), `datum_id` the id of the site
    where chainage starts (empty: the Hyesan ford); `bridge`: the user agrees that gaps between the line's parts are
    bridged. `chainages` are the known chainages of the crossings by site id, in km.
    """

    changed = pyqtSignal()  # another line, or another datum
    chainages_changed = pyqtSignal()  # of all sites; after a Delta they are up to date in slots of `session.changed`
    error_occurred = pyqtSignal(object)
    error_cleared = pyqtSignal(object)  # an error of `error_occurred` that does not hold any more

    def __init__(self, project: QgsProject, session: SurveySession, parent: QObject) -> None:
        super().__init__(parent)
        self._project, self._session = project, session
        self._task: Background | None = None
        self._packages_ready = False
        self._error: YaluError | None = None
        self.reset()
        project.layersRemoved.connect(self._layers_removed)
        session.facts_ready.connect(self.compute_chainages)
        session.changed.connect(self._apply)

    # life cycle

    def release(self) -> None:
        """Disconnect from the project (on unload)."""
        self._project.layersRemoved.disconnect(self._layers_removed)

    def reset(self) -> None:
        """Clear the state when no survey is open; what the project stores stays."""
        self._stop()
        self.layer_id = self.datum_id = ""
        self.bridge = False
        self.chainages: dict[str, float] = {}
        self._reaches: Reaches | None = None
        self._corridor: Corridor | None = None

    def close(self) -> None:
        """Reset, and remove the state from the project."""
        self.reset()
        self._remember()

    def restore(self) -> None:
        """Restore the line and datum that the project stores."""
        self.layer_id, self.datum_id = (in_project.recall(self._project, key) for key in ("corridor", "datum"))
        self.bridge = in_project.recall(self._project, "bridge") == "yes"

    # the line

    def survey_line(self) -> QgsVectorLayer | None:
        """Return the project's layer of the survey's own river lines."""
        return in_project.layer_with_role(self._project, "corridors")

    def set_line(self, layer_id: str, datum_id: str, bridge: bool = False) -> None:
        """Measure along this line layer from this site; gaps in the line are bridged only with `bridge`."""
        self.layer_id, self.datum_id, self.bridge = layer_id, datum_id, bridge
        self._remember()
        self.compute_chainages()
        self.changed.emit()

    def line(self) -> Corridor:
        """Return the line to measure along. Raises MissingPackages and what corridors raise."""
        from yalu_plugin.layers.corridor.corridor_input import line_or_bundled

        if self._corridor is None:
            self._corridor = line_or_bundled(self._project.mapLayer(self.layer_id), self.bridge)
        return self._corridor

    def line_id(self) -> str:
        """Return the corridor_id of searches on the line: of its row in the survey, or of the bundled river.

        Empty for any other line.
        """
        if not self.layer_id:
            return key_id("corridors", "yalu")
        rows = self._session.facts.rows("corridors") if self._session.facts and self._is_in_survey() else []
        return str(rows[0]["id"]) if len(rows) == 1 else ""

    def datum_m(self) -> float:
        """Return the metres from the upstream end of the line to the datum. Raises as `line`, and DatumMissing."""
        from yalu_plugin.core.corridor.datum import datum_on

        return datum_on(self.line(), self.datum())[1]

    def moved(self, place: QgsPointXY, along_m: float) -> Moved:
        """As core.corridor.moved_along, for a place in EPSG:4326. Raises what it and `line` raise."""
        line = self.line()  # first, as it raises MissingPackages
        from yalu_plugin.core.corridor.moved_along import moved_along

        return moved_along(line, (place.x(), place.y()), along_m)

    def measuring(self, day: date, only: Sequence[str] | None = None) -> Callable[[], Measured]:
        """Return a function for any thread that measures the crossings of a UTC day, or those with these ids.

        The facts must be loaded. Raises NoSurveyOpen and what `line` raises; the function raises as measure_sites.
        """
        from yalu_plugin.layers.corridor.corridor_input import measure_sites

        self._session.need_survey()
        need_geopandas()
        facts, line, datum_id = self._session.need_facts(), self.line(), self.datum_id
        sites = facts.snapshot("sites", *MEASURED_COLUMNS)
        return lambda: measure_sites(sites(), line, day, datum_id, only)

    def _remember(self) -> None:
        values = {"corridor": self.layer_id, "datum": self.datum_id, "bridge": "yes" if self.bridge else ""}
        for key, value in values.items():
            in_project.remember(self._project, key, value)

    def _layers_removed(self, ids: list[str]) -> None:
        if self.layer_id in ids:
            self.set_line("", self.datum_id)

    # chainages

    @property
    def positions(self) -> RiverPositions:
        """The positions of the sites along the river, as far as they are known."""
        return RiverPositions(self.chainages, self._reaches)

    def compute_chainages(self) -> None:
        """Compute the chainage of every crossing, after importing the packages in the background."""
        self._stop()
        self._corridor = None
        self.chainages, self._reaches = {}, None
        if self._error is not None:
            self.error_cleared.emit(self._error)
            self._error = None
        facts = self._session.facts
        if facts is None:
            return
        if not self._packages_ready:
            self._start(Background(tr("Preparing measures"), lambda task: in_worker(need_line_packages),
                                   QgsTask.Flag.Silent), self._set_packages_ready)
            return
        try:
            line, datum, sites = self.line(), self.datum(), facts.snapshot("sites", *MEASURED_COLUMNS)
        except YaluError as error:
            self._failed(error)
            return
        if facts.count("sites") <= MAX_WITHOUT_TASK:
            self._set_chainages(_chainages(line, sites(), datum))
        else:
            self._start(Background(tr("Measuring sites"), lambda task: in_worker(
                lambda: _chainages(line, sites(), datum))), self._set_chainages)

    def _apply(self, delta: Delta) -> None:
        """Update the sites whose place or kind was changed; all if the datum was moved or a computation is running."""
        if "corridors" in delta.tables and self._is_in_survey():
            self.compute_chainages()
            self.changed.emit()
            return
        if "sites" not in delta.tables:
            return
        changes = delta.changes_in("sites", "kind", "geom")
        touched = {row["id"] for rows in changes for row in rows if row}
        if self._error is not None or self._task is not None or self.datum_id in touched:
            self.compute_chainages()
        elif self._packages_ready and changes:
            for before, _ in changes:
                self.chainages.pop(before["id"] if before else "", None)
            self.chainages.update(_chainages(self.line(), [after for _, after in changes if after], self.datum()))

    def _is_in_survey(self) -> bool:
        """Whether the line is one of the survey's own."""
        layer = self._project.mapLayer(self.layer_id)
        return layer is not None and self._session.need_survey().table_of(layer) == "corridors"

    def datum(self) -> tuple[float, float] | None:
        """Return longitude and latitude of the datum, None for the default one. Raises DatumMissing."""
        from yalu_plugin.layers.corridor.corridor_input import datum_place

        if not self.datum_id:
            return None
        site = self._session.need_facts().row("sites", self.datum_id)
        return datum_place([site] if site else [], self.datum_id)

    def _set_chainages(self, chainages: dict[str, float]) -> None:
        from yalu_plugin.layers.corridor.county_breaks import reaches_from

        self._task = None
        self.chainages, self._reaches = chainages, reaches_from(self.line(), self.datum())
        self.chainages_changed.emit()

    def _set_packages_ready(self, _: object) -> None:
        self._task, self._packages_ready = None, True
        self.compute_chainages()

    def _failed(self, error: YaluError) -> None:
        self._task = None
        # without the packages the list has no chainages; the corridor panel offers to install them
        if not isinstance(error, MissingPackages):
            self._error = error
            self.error_occurred.emit(error)
        self.chainages_changed.emit()

    def _start(self, task: Background, done: object) -> None:
        self._task = task
        task.done.connect(done)
        task.failed.connect(self._failed)
        task.start()

    def _stop(self) -> None:
        task = getattr(self, "_task", None)
        if task is not None:
            task.abandon()
        self._task = None


def _chainages(line: Corridor, sites: Iterable[Row], datum: tuple[float, float] | None) -> dict[str, float]:
    from yalu_plugin.core.corridor.crossing_chainages import SitePlace, crossing_chainages

    places = [SitePlace(site["id"], site["kind"], *lonlat_of(site["geom"])) for site in sites if site.get("geom")]
    return crossing_chainages(line, places, datum)
