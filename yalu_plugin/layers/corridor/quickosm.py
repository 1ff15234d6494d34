"""Rivers from OpenStreetMap, downloaded by the QuickOSM plugin if it is installed."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import (
    QgsApplication,
    QgsLayerMetadata,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.footprint_box import Box
from yalu_plugin.core.text import translatable
from yalu_plugin.i18n import tr

QUICKOSM = "quickosm:downloadosmdataextentquery"  # its parameters and outputs as documented by QuickOSM
RIVERS = {"KEY": "waterway", "VALUE": "river"}
LICENCE, ATTRIBUTION = "ODbL-1.0", "© OpenStreetMap contributors"


class NoRivers(YaluError):
    """QuickOSM returned no line."""

    template = translatable("QuickOSM found no river in the map's view. Show the river on the map, or try again later.")


class RiversNotFetched(YaluError):
    """QuickOSM, or the server it queries, failed."""

    template = translatable("QuickOSM could not download the rivers. Try again later, or show less of the map.")


def has_quickosm() -> bool:
    """Return whether QuickOSM's algorithm is available."""
    provider, algorithm = QUICKOSM.split(":")
    quickosm = QgsApplication.processingRegistry().providerById(provider)  # algorithmById asks every provider
    return quickosm is not None and quickosm.algorithm(algorithm) is not None


class RiverDownload:
    """The download of the rivers in a box: run `task` in QGIS' task manager, and pass its results to `layer`.

    Raises NoRivers without a box, or with one over the 180th meridian: QGIS would request nearly all of the Earth.
    """

    def __init__(self, box: Box | None, project: QgsProject) -> None:
        if box is None or box[0] > box[2]:
            raise NoRivers()
        west, south, east, north = box
        self._context, self._feedback = QgsProcessingContext(), QgsProcessingFeedback()
        self._context.setProject(project)
        extent = f"{west},{east},{south},{north} [EPSG:4326]"
        algorithm = QgsApplication.processingRegistry().algorithmById(QUICKOSM)
        self.task = QgsProcessingAlgRunnerTask(algorithm, {**RIVERS, "EXTENT": extent}, self._context, self._feedback)
        # the task references neither, and after a cancel runs until the server answers, even if this object is deleted
        self.task.setProperty("kept", (self._context, self._feedback))

    def layer(self, ok: bool, results: Mapping[str, object]) -> QgsVectorLayer:
        """Return the lines of the finished task, with their licence. Raises RiversNotFetched and NoRivers."""
        if not ok:
            raise RiversNotFetched(self._feedback.textLog())
        layer = self._context.takeResultLayer(str(results.get("OUTPUT_LINES", "")))
        if layer is None or not layer.featureCount():
            raise NoRivers(self._feedback.textLog())
        layer.setName(tr("Rivers (OpenStreetMap)"))
        metadata = QgsLayerMetadata(layer.metadata())
        metadata.setLicenses([LICENCE])
        metadata.setRights([ATTRIBUTION])
        layer.setMetadata(metadata)
        return layer
