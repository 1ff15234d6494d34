"""Refresh the survey's layers in QGIS after their tables were changed by other means than these layers."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import AbstractContextManager, nullcontext

from qgis.core import QgsFeatureRequest, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer

from yalu_plugin.core.schema import FACTS
from yalu_plugin.layers.project import layer_with_role, roles_of

AFTER_MS = 300  # without another change
MOST_WAITS = 10  # of AFTER_MS, for the end of a map that is being drawn: one of a slow service takes minutes


class LayerRefresh(QObject):
    """Redraws layers at once, and reloads their cached data after the last of several changes.

    The map is redrawn from the file. What QGIS caches of a layer (feature count, extent, attribute tables, snapping
    index) is reloaded once there was no change for AFTER_MS, as that takes longer than a change. QGIS' window would
    draw the map once more for each layer that is reloaded, and cancel one that is being drawn.
    """

    def __init__(self, project: QgsProject, parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        self._stale: set[str] = set()
        self._waits = 0  # since the last reload
        self.is_drawing: Callable[[], bool] = lambda: False  # whether a map of the window is being drawn
        self.frozen_maps: Callable[[], AbstractContextManager[object]] = nullcontext  # no map is redrawn inside
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_MS)
        self._timer.timeout.connect(self._reload)

    @property
    def is_reloading(self) -> bool:
        """Whether layers are about to be reloaded."""
        return self._timer.isActive()

    def show(self, tables: Collection[str] = FACTS, without_removals: Collection[str] = ()) -> None:
        """Show changes of these tables of the survey, with the roles of layers from which no row was deleted."""
        roles = roles_of(tables)
        for layer in self._layers(set(roles).difference(without_removals)):
            deselect_removed(layer)
        for layer in self._layers(roles):
            layer.triggerRepaint()
        self._stale.update(roles)
        if roles:
            self._timer.start()

    def _layers(self, roles: Collection[str]) -> list[QgsVectorLayer]:
        return [layer for layer in (layer_with_role(self._project, role) for role in roles) if layer is not None]

    def _reload(self) -> None:
        if self.is_drawing() and self._waits < MOST_WAITS:
            self._waits += 1
            self._timer.start()
            return
        stale, self._stale, self._waits = self._stale, set(), 0
        with self.frozen_maps():
            for layer in self._layers(stale):
                reload(layer)


def deselect_removed(layer: QgsVectorLayer) -> None:
    """Deselect features that are no longer in the file."""
    selected = layer.selectedFeatureIds()
    if selected:
        request = QgsFeatureRequest(selected).setNoAttributes().setFlags(QgsFeatureRequest.Flag.NoGeometry)
        existing = [feature.id() for feature in layer.getFeatures(request)]
        if len(existing) != len(selected):
            layer.selectByIds(existing)


def reload(layer: QgsVectorLayer) -> None:
    """Reload what QGIS caches of a layer, keeping the selection and without redrawing the selection."""
    selected = layer.selectedFeatureIds()
    layer.blockSignals(True)
    layer.dataProvider().reloadData()  # drops the selection
    layer.selectByIds(selected)
    layer.blockSignals(False)
    layer.dataChanged.emit()
