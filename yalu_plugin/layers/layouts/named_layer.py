"""Layers in memory that a page draws of its own: shapes with a name each."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsGeometry, QgsVectorLayer


def named_layer(kind: str, title: str, crs: QgsCoordinateReferenceSystem,
                shapes: Iterable[tuple[str, QgsGeometry]]) -> QgsVectorLayer:
    """A layer of a `kind` ("Point", "LineString", "Polygon") with these shapes, in `crs`, and their names in `name`."""
    layer = QgsVectorLayer(f"{kind}?field=name:string", title, "memory")
    layer.setCrs(crs)
    features = []
    for name, shape in shapes:
        feature = QgsFeature(layer.fields())
        feature.setAttributes([name])
        feature.setGeometry(shape)
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer
