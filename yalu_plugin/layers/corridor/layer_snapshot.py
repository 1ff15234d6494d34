"""A layer's current state, for reading in another thread."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeatureIterator,
    QgsFeatureRequest,
    QgsFields,
    QgsLayerMetadata,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)


class LayerSnapshot:
    """Created on the main thread; has what readers use of a QgsFeatureSource, with unsaved edits, in any thread."""

    def __init__(self, layer: QgsVectorLayer) -> None:
        self._source = QgsVectorLayerFeatureSource(layer)
        self._name, self._count, self._context = layer.name(), layer.featureCount(), layer.transformContext()
        self._metadata = QgsLayerMetadata(layer.metadata())

    def metadata(self) -> QgsLayerMetadata:
        return self._metadata

    def fields(self) -> QgsFields:
        return self._source.fields()

    def sourceCrs(self) -> QgsCoordinateReferenceSystem:  # noqa: N802 - QGIS' own names
        return self._source.crs()

    def sourceName(self) -> str:  # noqa: N802
        return self._name

    def transformContext(self) -> QgsCoordinateTransformContext:  # noqa: N802
        return self._context

    def featureCount(self) -> int:  # noqa: N802
        return self._count

    def getFeatures(self, request: QgsFeatureRequest | None = None) -> QgsFeatureIterator:  # noqa: N802
        return self._source.getFeatures(request or QgsFeatureRequest())
