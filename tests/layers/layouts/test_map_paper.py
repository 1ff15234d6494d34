"""Conversion between coordinates on the ground and on the paper of a map."""

from __future__ import annotations

import gc

import pytest


def test_a_place_stays_where_it_is_whatever_is_made_after_it(qgis_app):
    """The corner of the map was a reference into a deleted polygon."""
    from qgis.core import QgsLayoutItemMap, QgsPointXY, QgsPrintLayout, QgsProject, QgsRectangle
    from qgis.PyQt.QtCore import QPointF, QRectF
    from qgis.PyQt.QtGui import QPolygonF

    from yalu_plugin.layers.layouts.map_paper import Paper

    layout = QgsPrintLayout(QgsProject.instance())
    item = QgsLayoutItemMap(layout)
    item.attemptSetSceneRect(QRectF(0, 0, 100, 50))
    item.setExtent(QgsRectangle(400_000, 4_500_000, 410_000, 4_505_000))
    papers, others = [], []
    for number in range(50):
        papers.append(Paper(item))
        others.append(QPolygonF([QPointF(-number, number)] * 5))
    gc.collect()
    for paper in papers:
        spot = paper.spot(QgsPointXY(405_000, 4_502_500))
        assert tuple(spot) == pytest.approx((50.0, 25.0))
        assert paper.point(spot).compare(QgsPointXY(405_000, 4_502_500), 1e-6)
