"""Layers that only a layout needs: shapes with names, and layers that are in the project but in no layer tree."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import TypeVar

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsMapLayer,
    QgsProject,
    QgsVectorLayer,
)

from yalu_plugin.layers.project import ROLE

Layer = TypeVar("Layer", bound=QgsMapLayer)
LAYOUT = "layout"  # the role of these layers


def shape_layer(kind: str, title: str, crs: QgsCoordinateReferenceSystem,
                shapes: Iterable[tuple[str, QgsGeometry]]) -> QgsVectorLayer:
    """Return a memory layer with named shapes.

    `kind`: "Point", "LineString" or "Polygon". `shapes`: names, for the field `name`, and geometries in `crs`.
    """
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


def add_hidden_layer(project: QgsProject, layer: Layer) -> Layer:
    """Add a layer to the project, but not to its layer tree, under a unique name: so QGIS can draw and save it."""
    project.addMapLayer(with_unique_name(layer), False)
    return layer


def with_unique_name(layer: Layer) -> Layer:
    """Give the layer a name that no other has, as QGIS' expressions select the layers of a map by name."""
    layer.setName(f"{layer.name()} {uuid.uuid4().hex[:8]}".replace("|", " "))
    layer.setCustomProperty(ROLE, LAYOUT)
    layer.setCustomProperty("skipMemoryLayersCheck", 1)  # of QGIS: no question at the project's end
    return layer
