"""A river traced on a layer of several lines, which are invented for the test."""

from __future__ import annotations

from typing import Any

import pytest

# a stem that forks, with the upper arm the shorter path to the mouth, and a separate line
LINES = ("LINESTRING (128 41, 128.1 41)", "LINESTRING (128.1 41, 128.15 41.01, 128.2 41)",
         "LINESTRING (128.1 41, 128.15 40.8, 128.2 41)", "LINESTRING (128.2 41, 128.3 41)",
         "LINESTRING (129 41, 129.1 41)")


@pytest.fixture
def rivers(qgis_app: Any) -> Any:
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    layer = QgsVectorLayer("LineString?crs=EPSG:4326&field=name:string&field=licence:string", "waterways", "memory")
    features = []
    for wkt in LINES:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(["Yalu", "ODbL-1.0"])
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def traced(layer: Any, start: tuple[float, float], end: tuple[float, float]) -> Any:
    from qgis.core import QgsPointXY

    from yalu_plugin.layers.corridor.river_trace import trace

    return trace(layer, QgsPointXY(*start), QgsPointXY(*end))


def test_the_shorter_arm_between_the_two_places(rivers):
    made = traced(rivers, (128.02, 41.001), (128.28, 41.001))
    (feature,) = made.getFeatures()
    places = [(point.x(), point.y()) for point in feature.geometry().asPolyline()]
    assert places[1:-1] == [pytest.approx(place, abs=1e-8) for place in ((128.1, 41), (128.15, 41.01), (128.2, 41))]
    assert places[0] == pytest.approx((128.02, 41), abs=1e-4)
    assert places[-1] == pytest.approx((128.28, 41), abs=1e-4)
    assert made.crs().authid() == "EPSG:4326"


def test_it_runs_from_the_first_place_to_the_second(rivers):
    (feature,) = traced(rivers, (128.28, 41), (128.02, 41)).getFeatures()
    places = feature.geometry().asPolyline()
    assert places[0].x() > places[-1].x()


def test_it_states_its_origin(rivers):
    made = traced(rivers, (128.02, 41), (128.28, 41))
    (feature,) = made.getFeatures()
    assert [feature[name] for name in ("name", "source", "licence")] == ["Yalu, traced", "waterways", "ODbL-1.0"]


def test_no_path_between_them(rivers):
    from yalu_plugin.layers.corridor.river_trace import NoPath

    with pytest.raises(NoPath, match="waterways"):
        traced(rivers, (128.02, 41), (129.05, 41))


def test_an_empty_layer_and_one_without_a_crs(qgis_app):
    from qgis.core import QgsVectorLayer

    from yalu_plugin.layers.corridor.river_trace import NotTraceable, lines_lonlat

    for uri in ("LineString?crs=EPSG:4326", "LineString"):
        with pytest.raises(NotTraceable):
            lines_lonlat(QgsVectorLayer(uri, "nothing", "memory"))
