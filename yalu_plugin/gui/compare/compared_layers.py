"""The layers of the compare scene's step, in the look of the scene on screen."""

from __future__ import annotations

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QObject

from yalu_plugin.core.imagery.timeline import Step
from yalu_plugin.layers.imagery.compare import compare_layer
from yalu_plugin.layers.imagery.scenes import bands_of, give_look, look_of, shown_layer


class ComparedLayers(QObject):
    """Layers that belong to no project; whoever draws them asks them to `keep_look` first."""

    def __init__(self, project: QgsProject, parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        self.layers: list[QgsRasterLayer] = []
        self._look_stale = False
        self._followed: set[str] = set()

    def open(self, step: Step) -> None:
        """Take the scenes of a step. Raises RasterMissing and RasterUnreadable."""
        shown = shown_layer(self._project)
        self.layers = [compare_layer(scene, shown) for scene in step]
        self.keep_look()

    def keep_look(self) -> None:
        """Take on the look of the scene on screen again when the user has changed that."""
        shown = shown_layer(self._project)
        if shown is None:
            return
        if shown.id() not in self._followed:
            self._followed.add(shown.id())
            shown.styleChanged.connect(self._look_changed)
        for layer in self.layers:
            if self._look_stale and bands_of(shown) == bands_of(layer):
                give_look(layer, look_of(shown))
                layer.triggerRepaint()
        self._look_stale = False

    def _look_changed(self) -> None:
        self._look_stale = True
