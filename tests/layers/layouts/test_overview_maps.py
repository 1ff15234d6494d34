"""Computations of the overview's two maps: obstacles for names, lengths of scale bars, places on the page."""

from __future__ import annotations

import pytest


def test_names_keep_off_the_sites_and_off_the_strip_between_the_box_and_the_edge_below_it():
    from qgis.core import QgsPointXY, QgsRectangle

    from yalu_plugin.layers.layouts.overview_maps import name_obstacles

    sites = [QgsPointXY(5, 7), QgsPointXY(6, 7)]  # side by side
    main_map, box = QgsRectangle(0, 100, 1000, 900), QgsRectangle(200, 300, 400, 500)
    assert name_obstacles(sites, main_map, None) == sites
    points = name_obstacles(sites, main_map, box)
    assert points[:2] == sites
    # from the box's lower edge at 300 over half way at 200 to the map's at 100: left, middle and right
    assert [(point.x(), point.y()) for point in points[2:]] == [
        (x, y) for x in (200, 300, 400) for y in (300, 200, 100)]


def test_of_very_many_sites_one_in_each_two_hundredth_of_the_map_s_width_keeps_names_off():
    from qgis.core import QgsPointXY, QgsRectangle

    from yalu_plugin.layers.layouts.overview_maps import name_obstacles

    # four of 1,004 in each square of five metres
    sites = [QgsPointXY(5 * (number // 4) + number % 4, 0) for number in range(1_004)]
    points = name_obstacles(sites, QgsRectangle(0, 0, 1_000, 500), None)
    assert [(point.x(), point.y()) for point in points] == [(5 * number, 0) for number in range(251)]


@pytest.fixture
def sheet(qgis_app):
    """A function that creates a map on one page of 297 x 210 mm, from its place in mm and its extent in metres."""
    from qgis.core import (
        QgsCoordinateReferenceSystem,
        QgsLayoutItemMap,
        QgsLayoutItemPage,
        QgsLayoutSize,
        QgsPrintLayout,
        QgsProject,
        QgsRectangle,
    )
    from qgis.PyQt.QtCore import QRectF

    project = QgsProject()
    layout = QgsPrintLayout(project)
    page = QgsLayoutItemPage(layout)
    page.setPageSize(QgsLayoutSize(297, 210))
    layout.pageCollection().addPage(page)

    def make(rectangle, extent):
        item = QgsLayoutItemMap(layout)
        layout.addLayoutItem(item)
        item.attemptSetSceneRect(QRectF(*rectangle))
        item.setCrs(QgsCoordinateReferenceSystem("EPSG:32652"))
        item.setExtent(QgsRectangle(*extent))
        return item
    make.layout, make.project = layout, project
    return make


@pytest.mark.parametrize(("map_mm", "ground_m", "segment"), [
    (280, 28_000, (2, "km")),  # about a tenth of the map
    (100, 28_000, (2, "km")),  # more than a third of the page: still a tenth
    (98, 28_000, (5, "km")),  # less: a fifth
    (280, 2_800, (200, "m"))])  # under half a kilometre in metres
def test_a_segment_of_the_scale_bar_is_a_tenth_of_the_map_or_a_fifth_of_a_small_one(
        sheet, map_mm, ground_m, segment):
    from qgis.core import QgsLayoutItemScaleBar

    from yalu_plugin.layers.layouts.overview_maps import set_scale_bar

    of, bar = sheet((0, 0, map_mm, 50), (0, 0, ground_m, ground_m * 50 / map_mm)), QgsLayoutItemScaleBar(sheet.layout)
    sheet.layout.addLayoutItem(bar)
    set_scale_bar(bar, of)
    assert (bar.unitsPerSegment(), bar.unitLabel()) == segment
    assert bar.linkedMap() is of


def test_names_keep_off_the_box_and_the_lines_from_it_to_its_enlargement(sheet):
    from yalu_plugin.layers.layouts.overview_maps import box_layer, leader_ends

    main_map = sheet((10, 10, 200, 100), (5_000, 3_000, 7_000, 4_000))  # ten metres of the ground a millimetre
    inset = sheet((30, 130, 60, 30), (5_600, 3_400, 5_800, 3_500))
    box, *leaders = [feature.geometry() for feature in box_layer(main_map, inset, True).getFeatures()]
    assert (box.boundingBox().xMinimum(), box.boundingBox().yMaximum(), box.length()) == (5_600, 3_500, 600)
    ends = [[(5_000 + 10 * (end.x() - 10), 4_000 - 10 * (end.y() - 10)) for end in line]
            for line in leader_ends(main_map, inset)]
    assert ends
    for leader, (start, end) in zip(leaders, ends):
        assert [(point.x(), point.y()) for point in leader.asPolyline()] == [pytest.approx(start), pytest.approx(end)]
    (whole,) = [feature.geometry() for feature in box_layer(main_map, inset, False).getFeatures()]
    assert whole.boundingBox() == main_map.extent()
