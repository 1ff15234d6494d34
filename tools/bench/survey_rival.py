"""QGIS' edits that tools/bench/survey_window.py compares with the plugin: a change of a layer, and its commit."""

from __future__ import annotations

import time
from itertools import islice
from typing import NamedTuple

from qgis.core import QgsFeature, QgsFeatureRequest, QgsGeometry, QgsPointXY, QgsRectangle, QgsVectorLayer

from tools.synthetic_scenes import FORD

AROUND_DEG = 0.012  # of the middle of the map: within the scene on screen
IN_VIEW = QgsFeatureRequest(QgsRectangle.fromCenterAndSize(
    QgsPointXY(*FORD), 2 * AROUND_DEG, 2 * AROUND_DEG)).setLimit(1)
TWO_IN_VIEW = QgsFeatureRequest(IN_VIEW).setLimit(2)


def add_to(layer: QgsVectorLayer, place: QgsPointXY) -> None:
    """Add a site at a place, EPSG:4326."""
    feature = QgsFeature(layer.fields())
    feature["id"], feature["kind"] = str(time.time_ns()), "vehicle_ford"
    feature.setGeometry(QgsGeometry.fromPointXY(place))
    layer.startEditing()
    assert layer.addFeature(feature)
    assert layer.commitChanges(False), layer.commitErrors()


class Rival(NamedTuple):
    """Layers of a plain copy of the survey's sites and observations."""

    sites: QgsVectorLayer
    observations: QgsVectorLayer

    def add_successor(self, place: QgsPointXY) -> None:
        """Write the rows of a successor: a site and an observation."""
        add_to(self.sites, place)
        self._add_observation()

    def split(self, place: QgsPointXY, seen: int) -> None:
        """Write the rows of a split: a site, and `seen` observations that are moved to it."""
        add_to(self.sites, place)
        self._move_observations(seen)

    def merge(self, seen: int) -> None:
        """Write the rows of a merge: a site's note, another site deleted, `seen` observations moved."""
        remaining, removed = (int(feature.id()) for feature in islice(self.sites.getFeatures(TWO_IN_VIEW), 2))
        self.sites.startEditing()
        column = self.sites.fields().lookupField("note")
        self.sites.changeAttributeValue(remaining, column, f"SYNTHETIC {time.time_ns()}")
        self.sites.deleteFeature(removed)
        assert self.sites.commitChanges(False), self.sites.commitErrors()
        self._move_observations(seen)

    def _add_observation(self) -> None:
        feature = QgsFeature(self.observations.fields())
        feature["id"], feature["state"] = str(time.time_ns()), "present"
        self.observations.startEditing()
        assert self.observations.addFeature(feature)
        assert self.observations.commitChanges(False), self.observations.commitErrors()

    def _move_observations(self, seen: int) -> None:
        layer, column = self.observations, self.observations.fields().lookupField("site_id")
        layer.startEditing()
        for fid in range(1, seen + 1):
            assert layer.changeAttributeValue(fid, column, f"SYNTHETIC {time.time_ns()}")
        assert layer.commitChanges(False), layer.commitErrors()


def in_view(layer: QgsVectorLayer) -> int:
    """Return the fid of a site in view; found before the edit is timed, as in a table or a form."""
    return int(next(layer.getFeatures(IN_VIEW)).id())


def edit_note(layer: QgsVectorLayer, fid: int) -> None:
    """Change the note of a site."""
    layer.startEditing()
    layer.changeAttributeValue(fid, layer.fields().lookupField("note"), f"SYNTHETIC {time.time_ns()}")
    assert layer.commitChanges(False), layer.commitErrors()
