"""Tracing the river with two clicks on a layer of several lines, invented for the test."""

from __future__ import annotations

import pytest

pytest.importorskip("geopandas")

# past the published sites: a stem, two arms, and the continuation
LINES = ("LINESTRING (128.3 41.5, 128.186804 41.411114)", "LINESTRING (128.186804 41.411114, 127.9 41.43)",
         "LINESTRING (128.186804 41.411114, 128.0 41.25, 127.9 41.43)", "LINESTRING (127.9 41.43, 127.2 41.52)")


@pytest.fixture
def rivers(bench):
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    layer = QgsVectorLayer("LineString?crs=EPSG:4326", "waterways", "memory")
    features = []
    for wkt in LINES:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return bench.project.addMapLayer(layer)


def child(dock, name):
    from qgis.PyQt.QtWidgets import QWidget

    return dock.findChild(QWidget, name)


def test_two_clicks_make_the_river(dock, bench, rivers, on_map, qt, wait_for):
    bench.river.set_line(rivers.id(), "")
    wait_for(lambda: child(dock, "yalu_corridor_why").text())
    assert "forks" in child(dock, "yalu_corridor_why").text()
    button = child(dock, "yalu_trace_line_button")
    qt.click(button)
    on_map.click((128.27, 41.47))
    on_map.click((127.25, 41.51))
    wait_for(lambda: child(dock, "yalu_corridor_headline").text())
    assert child(dock, "yalu_river").currentText() == "waterways, traced"
    assert "waterways, traced, 4 vertices" in child(dock, "yalu_corridor_credit").text()
    assert not button.isChecked() and on_map.canvas.mapTool() is None


def test_a_missing_path_is_reported_and_the_river_stays(dock, bench, rivers, on_map, qt, bar_texts):
    rivers.dataProvider().deleteFeatures(sorted(rivers.allFeatureIds())[1:3])
    bench.river.set_line(rivers.id(), "")
    qt.click(child(dock, "yalu_trace_line_button"))
    on_map.click((128.27, 41.47))
    on_map.click((127.25, 41.51))
    assert "do not lead from the first place to the second" in bar_texts()[0]
    assert bench.river.layer_id == rivers.id()


def test_the_layer_removed_ends_it(dock, bench, rivers, on_map, qt):
    bench.river.set_line(rivers.id(), "")
    qt.click(child(dock, "yalu_trace_line_button"))
    assert on_map.canvas.mapTool() is not None
    bench.project.removeMapLayer(rivers.id())
    assert on_map.canvas.mapTool() is None and not child(dock, "yalu_trace_line_button").isChecked()


def test_without_any_line(open_dock, empty_bench, qt, bar_texts):
    dock = open_dock(empty_bench)
    qt.click(child(dock, "yalu_trace_line_button"))
    assert "no line layer to trace" in bar_texts()[0] and not child(dock, "yalu_trace_line_button").isChecked()
