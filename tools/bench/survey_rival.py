"""What QGIS' own tools do beside the plugin in tools/bench/survey_window.py: a change of a layer, and its commit."""

from __future__ import annotations

import time

from qgis.core import QgsFeature, QgsFeatureRequest, QgsGeometry, QgsPointXY, QgsRectangle, QgsVectorLayer

from tools.synthetic_scenes import FORD

AROUND_DEG = 0.012  # of the middle of the map: within the scene on screen
IN_VIEW = QgsFeatureRequest(QgsRectangle.fromCenterAndSize(
    QgsPointXY(*FORD), 2 * AROUND_DEG, 2 * AROUND_DEG)).setLimit(1)


def add_to(layer: QgsVectorLayer, place: QgsPointXY) -> None:
    """Add a site at a place, EPSG:4326."""
    feature = QgsFeature(layer.fields())
    feature["id"], feature["kind"] = str(time.time_ns()), "vehicle_ford"
    feature.setGeometry(QgsGeometry.fromPointXY(place))
    layer.startEditing()
    assert layer.addFeature(feature)
    assert layer.commitChanges(False), layer.commitErrors()


def in_view(layer: QgsVectorLayer) -> int:
    """The fid of a site in view: who edits a row has it before, in a table or a form."""
    return int(next(layer.getFeatures(IN_VIEW)).id())


def note(layer: QgsVectorLayer, fid: int) -> None:
    """Change the note of a site."""
    layer.startEditing()
    layer.changeAttributeValue(fid, layer.fields().lookupField("note"), f"SYNTHETIC {time.time_ns()}")
    assert layer.commitChanges(False), layer.commitErrors()
