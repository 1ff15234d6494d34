"""A line traced between two clicks over a network of lines."""

from __future__ import annotations

import pytest

pytest.importorskip("qgis")

HYESAN, PHUNGYANG = (128.186804, 41.411114), (127.885265, 41.431189)


@pytest.fixture
def network(qgis_app):
    """A function: lists of vertices (WGS 84) in, a line layer in any CRS out."""
    from qgis.core import (
        QgsCoordinateReferenceSystem,
        QgsCoordinateTransform,
        QgsFeature,
        QgsGeometry,
        QgsPointXY,
        QgsProject,
        QgsVectorLayer,
    )

    def layer(lines, crs="EPSG:4326"):
        made = QgsVectorLayer(f"LineString?crs={crs}", "waterways", "memory")
        transform = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"), made.crs(), QgsProject.instance())
        features = []
        for line in lines:
            geometry = QgsGeometry.fromPolylineXY([QgsPointXY(*vertex) for vertex in line])
            geometry.transform(transform)
            features.append(QgsFeature())
            features[-1].setGeometry(geometry)
        assert made.dataProvider().addFeatures(features)[0]
        return made

    return layer


def traced(layer, start, end):
    from qgis.core import QgsCoordinateTransformContext, QgsPointXY

    from yalu_plugin.layers.trace import trace

    return trace(layer, QgsPointXY(*start), QgsPointXY(*end), QgsCoordinateTransformContext())


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:32652"])
def test_the_river_between_two_clicks_is_as_long_as_measured(network, crs):
    from yalu_plugin.core.corridor.chainage import length_m
    from yalu_plugin.layers.corridor import bundled_corridor

    river = bundled_corridor().lonlat
    ways = [river[:700], river[699:900][::-1], river[899:], [tuple(river[750]), (128.0, 41.3)]]
    found = traced(network(ways, crs), HYESAN, PHUNGYANG)
    assert length_m(found) == pytest.approx(58_693, abs=10)
    assert (found.name, found.direction) == ("waterways", "downstream")
    assert traced(network(ways, crs), PHUNGYANG, HYESAN).direction == "upstream"


def test_the_shorter_arm_is_taken(network):
    arms = [[(0, 0), (1, 0)], [(1, 0), (2, 1), (3, 0)], [(1, 0), (2, 0.1), (3, 0)], [(3, 0), (4, 0)]]
    found = traced(network(arms), (0.2, 0.1), (3.9, -0.1))
    assert found.lonlat.ravel().tolist() == pytest.approx([0.2, 0, 1, 0, 2, 0.1, 3, 0, 3.9, 0])


def test_lines_that_are_not_joined_and_clicks_on_one_point_are_refused(network):
    from yalu_plugin.core.corridor.line import CorridorTooShort
    from yalu_plugin.layers.trace import NoWay

    with pytest.raises(NoWay, match="No way leads along the lines of waterways"):
        traced(network([[(0, 0), (1, 0)], [(2, 0), (3, 0)]]), (0, 0), (3, 0))
    with pytest.raises(CorridorTooShort):
        traced(network([[(0, 0), (1, 0)]]), (-1, 0), (-2, 0))
