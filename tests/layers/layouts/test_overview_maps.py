"""The arithmetic of the overview's two maps: where names keep off, the lengths of scale bars, places on the page."""

from __future__ import annotations

import pytest


def test_names_keep_off_the_sites_and_off_the_strip_between_the_box_and_the_edge_below_it():
    from qgis.core import QgsPointXY, QgsRectangle

    from yalu_plugin.layers.layouts.overview_maps import kept_clear

    sites = [QgsPointXY(5, 7), QgsPointXY(6, 7)]  # side by side
    main_map, box = QgsRectangle(0, 100, 1000, 900), QgsRectangle(200, 300, 400, 500)
    assert kept_clear(sites, main_map, None) == sites
    points = kept_clear(sites, main_map, box)
    assert points[:2] == sites
    # from the box's lower edge at 300 over half way at 200 to the map's at 100: left, middle and right
    assert [(point.x(), point.y()) for point in points[2:]] == [
        (x, y) for x in (200, 300, 400) for y in (300, 200, 100)]


def test_of_very_many_sites_one_in_each_two_hundredth_of_the_map_s_width_keeps_names_off():
    from qgis.core import QgsPointXY, QgsRectangle

    from yalu_plugin.layers.layouts.overview_maps import kept_clear

    # four of 1,004 in each square of five metres
    sites = [QgsPointXY(5 * (number // 4) + number % 4, 0) for number in range(1_004)]
    points = kept_clear(sites, QgsRectangle(0, 0, 1_000, 500), None)
    assert [(point.x(), point.y()) for point in points] == [(5 * number, 0) for number in range(251)]


@pytest.mark.parametrize(("map_mm", "ground_m", "segment"), [
    (280, 28_000, (2, "km")),  # about a tenth of the map
    (100, 28_000, (2, "km")),  # more than a third of the page: still a tenth
    (98, 28_000, (5, "km")),  # less: a fifth
    (280, 2_800, (200, "m"))])  # under half a kilometre in metres
def test_a_segment_of_the_scale_bar_is_a_tenth_of_the_map_or_a_fifth_of_a_small_one(
        qgis_app, map_mm, ground_m, segment):
    from qgis.core import (
        QgsLayoutItemMap,
        QgsLayoutItemPage,
        QgsLayoutItemScaleBar,
        QgsLayoutSize,
        QgsPrintLayout,
        QgsProject,
        QgsRectangle,
    )
    from qgis.PyQt.QtCore import QRectF

    from yalu_plugin.layers.layouts.overview_maps import set_scale_bar

    project = QgsProject()
    layout = QgsPrintLayout(project)
    page = QgsLayoutItemPage(layout)
    page.setPageSize(QgsLayoutSize(297, 210))
    layout.pageCollection().addPage(page)
    of, bar = QgsLayoutItemMap(layout), QgsLayoutItemScaleBar(layout)
    layout.addLayoutItem(of)
    layout.addLayoutItem(bar)
    of.attemptSetSceneRect(QRectF(0, 0, map_mm, 50))
    of.setExtent(QgsRectangle(0, 0, ground_m, ground_m * 50 / map_mm))
    set_scale_bar(bar, of)
    assert (bar.unitsPerSegment(), bar.unitLabel()) == segment
    assert bar.linkedMap() is of
