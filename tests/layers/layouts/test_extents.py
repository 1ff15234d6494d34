"""Extents, grid and scale bar steps of maps."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(("width_m", "step"), [(97_000, 5), (300_000, 20), (22_000, 2), (9_999, 0.5), (100_000, 10)])
def test_scale_bar_is_round(qgis_app, width_m, step):
    from yalu_plugin.layers.layouts.extents import scale_step_km

    assert scale_step_km(width_m) == pytest.approx(step)


def test_utm_zone_follows_the_points(qgis_app):
    from qgis.core import QgsPointXY

    from yalu_plugin.layers.layouts.extents import utm_crs

    assert utm_crs([QgsPointXY(127.2, 41.5), QgsPointXY(128.2, 41.4)]).authid() == "EPSG:32652"
    assert utm_crs([QgsPointXY(26.1, -44.4)]).authid() == "EPSG:32735"


def test_extent_holds_the_river_between_the_crossings(qgis_app):
    from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsPointXY

    from yalu_plugin.layers.layouts.extents import corridor_box, corridor_extent, to_crs

    crs = QgsCoordinateReferenceSystem("EPSG:32652")
    river = QgsGeometry.fromWkt("LineString (126 41, 127 41, 127.5 41.8, 128 41, 129 43)")
    ends = [to_crs(crs).transform(QgsPointXY(x, 41)) for x in (127, 128)]
    extent = corridor_extent(corridor_box(ends, river, crs))
    assert extent.contains(to_crs(crs).transform(QgsPointXY(127.5, 41.8)))
    assert not extent.contains(to_crs(crs).transform(QgsPointXY(129, 43)))


RIVER = "LineString (124 40, 126 41, 128 42)"
BESIDE = [(124.3, 40.1), (126.1, 41.2), (127.9, 41.8)]


@pytest.mark.parametrize(("places", "river", "framed"), [
    (BESIDE, RIVER, [True] * 3),
    ([*BESIDE, (127.0, 37.5)], RIVER, [True] * 3 + [False]),  # a row mistyped to Seoul
    ([*BESIDE, (12.41, 41.1), (126, -41), (0, 0), (-60, -89)], RIVER, [True] * 3 + [False] * 4),
    ([(127.0, 37.5), (126.9, 37.6), (127.1, 37.6)], RIVER, [True] * 3),  # of another river
    ([(127.0, 37.5), (126.9, 37.6), (127.1, 37.6), (130, 44)], "LineString EMPTY", [True] * 3 + [False]),
    ([(127.0, 37.5)], RIVER, [True]), ([(127.0, 37.5), (130, 44)], "LineString EMPTY", [True] * 2),
    ([(127.0, 37.5)] * 5 + [(128, 37.5), (129, 37.5)], "LineString EMPTY", [True] * 6 + [False])])
def test_one_mistyped_row_is_not_of_the_corridor(qgis_app, places, river, framed):
    from qgis.core import QgsGeometry, QgsPointXY

    from yalu_plugin.layers.layouts.extents import in_corridor

    assert in_corridor([QgsPointXY(*place) for place in places], QgsGeometry.fromWkt(river)) == framed


def test_the_fullest_reach_is_found_across_the_lines_of_a_grid(qgis_app):
    from qgis.core import QgsPointXY

    from yalu_plugin.layers.layouts.extents import fullest_reach

    for shift in (0, 1_100, 4_200, 9_300):  # metres
        near = [QgsPointXY(500_000 + shift + 83 * number, 4_500_000) for number in range(4)]
        far = [QgsPointXY(458_000 + 42_000 * number, 4_489_000) for number in range(3)]
        assert fullest_reach([*far[:2], *near, *far[2:]], 10_000, 8_000) == near
    assert fullest_reach(far, 10_000, 8_000) == far[:1]


def test_of_many_points_one_in_each_square_is_left():
    from qgis.core import QgsPointXY

    from yalu_plugin.layers.layouts.extents import thinned

    points = [QgsPointXY(x / 7, y / 3) for x in range(-70, 70) for y in range(-30, 30)]
    left = thinned(points, 2.0)
    assert len(left) == 10 * 10 and all(point in points for point in left)
    assert all(min(point.distance(one) for one in left) <= 2 * 2 ** 0.5 for point in points)


def test_the_river_is_shown_as_far_as_the_first_and_last_of_many_crossings():
    from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsPointXY

    from yalu_plugin.layers.layouts import extents

    river = QgsGeometry.fromPolylineXY([QgsPointXY(126 + n / 100, 41 + (n % 2) / 1000) for n in range(200)])
    crs = QgsCoordinateReferenceSystem("EPSG:32652")
    points = [extents.to_crs(crs).transform(QgsPointXY(126.3 + n / 2000, 41.01)) for n in range(2000)]
    many = extents.corridor_box(points, river, crs)
    few = extents.corridor_box([points[0], points[-1]], river, crs)
    assert abs(many.width() - few.width()) < 2 * extents.NEIGHBOURS_M
