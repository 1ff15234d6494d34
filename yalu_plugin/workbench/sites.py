"""The survey's sites in the project: their selection, and which are shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from qgis.core import Qgis, QgsFeatureRequest, QgsPointXY, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from yalu_plugin.core.schema import SAME_SITE_M
from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.core.survey.geopackage_wkt import lonlat_of
from yalu_plugin.layers import project as in_project
from yalu_plugin.layers.survey.observations import NotOneSite, SitesNotInProject
from yalu_plugin.layers.survey.survey_sites import feature_ids, nearest_site, place_of
from yalu_plugin.layers.temporal import filter_retired
from yalu_plugin.layers.time_range import store_time_range
from yalu_plugin.workbench.session import SurveySession


class Sites(QObject):
    """The selection of the project's layer of sites is the plugin's selection; the layer of states follows it."""

    selection_changed = pyqtSignal()

    def __init__(self, project: QgsProject, session: SurveySession, parent: QObject) -> None:
        super().__init__(parent)
        self._project, self._session, self._following_states = project, session, False
        session.facts_ready.connect(self._filter_retired)
        session.changed.connect(self._apply)
        project.writeProject.connect(self._store_time_range)

    def open(self) -> None:
        """Connect to the survey's layers, which are in the project."""
        layer = self.layer()
        if layer is not None:
            layer.selectionChanged.connect(self._selection_changed)
        states = self._states()
        if states is not None:
            states.selectionChanged.connect(self._states_selected)

    def layer(self) -> QgsVectorLayer | None:
        """Return the project's layer of the survey's sites."""
        return in_project.layer_with_role(self._project, "sites")

    def _states(self) -> QgsVectorLayer | None:
        return in_project.layer_with_role(self._project, "site_states")

    def selected(self) -> list[str]:
        """Return the ids of the selected sites, in the order of the file."""
        layer, facts = self.layer(), self._session.facts
        if layer is None:
            return []
        if facts is None:
            return [feature["id"] for feature in layer.selectedFeatures()]
        found = (facts.id_of("sites", fid) for fid in sorted(layer.selectedFeatureIds()))
        return [site_id for site_id in found if site_id]

    def select(self, ids: Sequence[str]) -> None:
        """Select these sites, on the map and in every panel."""
        layer = self.layer()
        if layer is not None:
            layer.selectByIds(self._feature_ids(layer, ids))

    def need_one(self) -> str:
        """Return the id of the one selected site. Raises NotOneSite, and SitesNotInProject if none can be selected."""
        ids = self.selected()
        if self._session.survey is not None and self.layer() is None:
            raise SitesNotInProject()
        if len(ids) != 1:
            raise NotOneSite(n=len(ids))
        return ids[0]

    def select_touched(self, delta: Delta) -> None:
        """Select the site that a change was about, if it is a single one that still exists."""
        ids = {str(row["id" if entry.table == "sites" else "site_id"])
               for entry in delta.entries if entry.table in ("sites", "observations")
               for row in (entry.after or entry.before,) if row}
        layer = self.layer()
        if layer is None or len(ids) != 1:
            return
        found = self._feature_ids(layer, sorted(ids))
        if found:
            layer.selectByIds(found)

    def place(self, site_id: str) -> QgsPointXY | None:
        """Return the place of a site, EPSG:4326; None if it is unknown."""
        row = self._session.facts.row("sites", site_id) if self._session.facts is not None else None
        if row is None:  # the facts are being loaded
            return place_of(self._rows(), site_id)
        return QgsPointXY(*lonlat_of(row["geom"])) if row.get("geom") else None

    def kind(self, site_id: str) -> str | None:
        """Return the kind of a site; None if it is unknown."""
        facts = self._session.facts
        row = facts.row("sites", site_id) if facts is not None else next(
            iter(self._session.need_survey().rows("sites", id=site_id)), None)
        return row["kind"] if row else None

    def nearest_known(self, point: QgsPointXY, exclude: str = "",
                      within_m: float = SAME_SITE_M) -> tuple[str, str, float] | None:
        """Return id, name and distance (m) of the site nearest to `point` (EPSG:4326), or None; without `exclude`."""
        return nearest_site(self._rows(), point, exclude, within_m)

    def _feature_ids(self, layer: QgsVectorLayer, ids: Sequence[str]) -> list[int]:
        """QGIS' feature ids of these sites: the fids of the GeoPackage. From the layer while the facts are loading."""
        facts = self._session.facts
        if facts is None:
            return feature_ids(layer, ids)
        return [fid for fid in (facts.fid_of("sites", site_id) for site_id in ids) if fid is not None]

    def _rows(self) -> QgsVectorLayer:
        """A layer of the sites, even if it was removed from the project."""
        return self.layer() or self._session.need_survey().layer("sites")

    def _apply(self, delta: Delta) -> None:
        if "sites" in delta.tables:
            self._filter_retired()

    def _filter_retired(self) -> None:
        """Hide the sites that are retired on the day of the map."""
        layers = {role: in_project.layer_with_role(self._project, role) for role in ("sites", "site_states")}
        if self._session.facts is not None:
            filter_retired(layers, self._session.facts.retirements())

    def _store_time_range(self, *_: object) -> None:
        if self._session.facts is not None:
            store_time_range(self._project, self._session.facts.observed_days())

    def _selection_changed(self, *_: object) -> None:
        states = self._states()
        if states is not None and not self._following_states:
            with self._following():  # the selected states are of other sites
                states.removeSelection()
        self.selection_changed.emit()

    def _states_selected(self, *_: object) -> None:
        """Select the sites of the selected states: QGIS' tools select in the active layer."""
        states = self._states()
        if states is None or self._following_states:
            return
        request = QgsFeatureRequest(states.selectedFeatureIds()).setFlags(Qgis.FeatureRequestFlag.NoGeometry)
        request.setSubsetOfAttributes(["site_id"], states.fields())
        ids = {feature["site_id"] for feature in states.getFeatures(request)} if states.selectedFeatureCount() else ()
        with self._following():
            self.select(sorted(ids))

    @contextmanager
    def _following(self) -> Iterator[None]:
        self._following_states = True
        try:
            yield
        finally:
            self._following_states = False
