"""Two compared layers in any CRS, and errors for what is missing."""

from __future__ import annotations

import sys

import pytest

pytest.importorskip("qgis")

HYESAN, GATE = (128.186804, 41.411114), (128.051521, 41.393617)


@pytest.fixture
def layer(qgis_app):
    """Return a function from CRS and places (WGS 84) to a memory layer of crossings in that CRS."""
    from qgis.core import (
        QgsCoordinateReferenceSystem,
        QgsCoordinateTransform,
        QgsFeature,
        QgsGeometry,
        QgsPointXY,
        QgsProject,
        QgsVectorLayer,
    )

    def create(crs, *places):
        points = QgsVectorLayer(f"Point?crs={crs}&field=id:integer", "sites", "memory")
        transform = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"), points.crs(),
                                           QgsProject.instance())
        for number, place in enumerate(places, 1):
            feature = QgsFeature(points.fields())
            feature.setGeometry(QgsGeometry.fromPointXY(transform.transform(QgsPointXY(*place))))
            feature.setAttributes([number])
            assert points.dataProvider().addFeature(feature)
        return points

    return create


def test_lists_in_two_crs_are_the_same(layer):
    from yalu_plugin.layers.corridor.compare_sources import compare_sources
    from yalu_plugin.layers.corridor.corridor_input import bundled_corridor

    found = compare_sources(layer("EPSG:4326", HYESAN, GATE), layer("EPSG:32652", GATE, HYESAN), bundled_corridor())
    assert found.table[["status", "a_id", "b_id"]].to_numpy().tolist() == [["same", "1", "2"], ["same", "2", "1"]]
    assert found.table["distance_m"].max() < 0.001


def test_missing_scipy_is_reported(layer, monkeypatch):
    from yalu_plugin.core.errors import MissingPackages
    from yalu_plugin.layers.corridor.compare_sources import compare_sources
    from yalu_plugin.layers.corridor.corridor_input import bundled_corridor

    monkeypatch.setitem(sys.modules, "scipy.spatial", None)
    with pytest.raises(MissingPackages, match="scipy"):
        compare_sources(layer("EPSG:4326", HYESAN), layer("EPSG:4326", GATE), bundled_corridor())


def test_the_algorithm_knows_every_status(qgis_app):
    from yalu_plugin.algorithms.compare_lists import COLUMNS, STATUSES
    from yalu_plugin.core.corridor import list_comparison

    assert list_comparison.STATUSES == STATUSES
    assert tuple(name for name, _ in COLUMNS) == list_comparison.COLUMNS
