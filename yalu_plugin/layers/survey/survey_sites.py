"""The rows of a new site clicked on the map, and the known sites near a place."""

from __future__ import annotations

import math
import uuid
from collections.abc import Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsDistanceArea,
    QgsExpression,
    QgsFeature,
    QgsFeatureRequest,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.published import Row, Rows
from yalu_plugin.core.schema import SAME_SITE_M
from yalu_plugin.layers.display_names import site_name
from yalu_plugin.layers.survey.analyst import analyst
from yalu_plugin.layers.survey.observations import NoDatedScene, OnlyReleaseDate, observation
from yalu_plugin.layers.survey.write import utc_now

SHORTEST_DEGREE_M = 110_574.0  # a degree of latitude at the equator, WGS 84


def new_site(point: QgsPointXY, kind: str, scene: Scene | None) -> Rows:
    """Return the rows for a site clicked at `point` (EPSG:4326): the site and, if a dated scene is shown, its sighting.

    Without a dated scene there is no evidence of a day, so no observation is written.
    """
    site: Row = {"id": str(uuid.uuid4()), "kind": kind, "at_fence_gate": "unknown", "confidence": "possible",
                 "created_by": analyst(), "created_at": utc_now(), "geom": f"POINT ({point.x()!r} {point.y()!r})"}
    if scene is not None and scene.gsd_m:
        site["location_accuracy_m"] = scene.gsd_m
    return {"sites": [site], "observations": sighting(site["id"], scene, kind)}


def sighting(site_id: str, scene: Scene | None, kind: str | None = None) -> list[Row]:
    """Return the observation "present" of a site of a kind on the scene's date, or none without evidence of a day."""
    try:
        return [observation(site_id, "present", scene, kind=kind)]
    except (NoDatedScene, OnlyReleaseDate):
        return []


def nearest_site(layer: QgsVectorLayer, point: QgsPointXY, exclude_id: str = "",
                 within_m: float = SAME_SITE_M) -> tuple[str, str, float] | None:
    """Return the id, name and distance in metres of the site nearest to `point` (EPSG:4326), not farther than
    `within_m`.

    The site with the id `exclude_id` is left out. Uses the spatial index of `layer`, the survey's sites.
    """
    measure = wgs84_measure()
    request = QgsFeatureRequest(_box(point, within_m)).setSubsetOfAttributes(
        ["id", "name", "kind"], layer.fields())
    near = [(measure.measureLine(point, feature.geometry().asPoint()), feature["id"], _name_of(feature))
            for feature in layer.dataProvider().getFeatures(request) if feature["id"] != exclude_id]
    distance, site_id, name = min(near, default=(float("inf"), "", ""))
    return (site_id, name, distance) if distance <= within_m else None


def _name_of(feature: QgsFeature) -> str:
    return site_name({"name": feature["name"] or None, "kind": feature["kind"] or None, "fid": feature.id()})


def _box(point: QgsPointXY, metres: float) -> QgsRectangle:
    """Return a box in degrees that contains all within so many metres of `point` (EPSG:4326), with a small margin."""
    high = 1.01 * metres / SHORTEST_DEGREE_M
    wide = high / max(math.cos(math.radians(point.y())), 0.01)
    return QgsRectangle(point.x() - wide, point.y() - high, point.x() + wide, point.y() + high)


def feature_ids(layer: QgsVectorLayer, ids: Sequence[str]) -> list[int]:
    """Return the QGIS feature ids of the sites with these ids of the survey, by the index on them."""
    if not ids:
        return []
    listed = ", ".join(map(QgsExpression.quotedString, ids))
    request = QgsFeatureRequest().setFilterExpression(f'"id" IN ({listed})').setNoAttributes()
    return [feature.id() for feature in layer.getFeatures(request)]


def place_of(layer: QgsVectorLayer, site_id: str) -> QgsPointXY | None:
    """Return the position of the site in EPSG:4326; None where it is not known."""
    request = QgsFeatureRequest(QgsExpression(QgsExpression.createFieldEqualityExpression("id", site_id)))
    geometry = next((site.geometry() for site in layer.dataProvider().getFeatures(request)), None)
    return None if geometry is None or geometry.isNull() else geometry.asPoint()


def wgs84_measure() -> QgsDistanceArea:
    """Return a measure of ellipsoidal distances in metres on WGS 84, whatever the project's settings."""
    measure = QgsDistanceArea()
    measure.setSourceCrs(QgsCoordinateReferenceSystem("EPSG:4326"), QgsProject.instance().transformContext())
    measure.setEllipsoid("WGS84")
    return measure
