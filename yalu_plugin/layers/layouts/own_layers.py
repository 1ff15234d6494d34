"""Layers that only a layout needs: in the project, so that QGIS can draw and save them, but in no layer tree."""

from __future__ import annotations

import uuid
from typing import TypeVar

from qgis.core import QgsMapLayer, QgsProject

from yalu_plugin.layers.project import ROLE

AnyLayer = TypeVar("AnyLayer", bound=QgsMapLayer)
LAYOUT = "layout"  # their role


def kept(project: QgsProject, layer: AnyLayer) -> AnyLayer:
    """The layer, `named` and in the project."""
    project.addMapLayer(named(layer), False)
    return layer


def named(layer: AnyLayer) -> AnyLayer:
    """The layer under a name that no other has: QGIS' expressions choose a map's layers by name."""
    layer.setName(f"{layer.name()} {uuid.uuid4().hex[:8]}".replace("|", " "))
    layer.setCustomProperty(ROLE, LAYOUT)
    layer.setCustomProperty("skipMemoryLayersCheck", 1)  # QGIS' own: not to be asked about when the project closes
    return layer
