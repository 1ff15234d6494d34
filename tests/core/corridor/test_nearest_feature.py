from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from shapely.geometry import LineString, Point, Polygon

from yalu_plugin.core.corridor.lonlat import along_geodesic, geodesic
from yalu_plugin.core.corridor.measure import measure
from yalu_plugin.core.corridor.nearest_feature import NothingToMeasureTo, nearest_feature
from yalu_plugin.paths import resource


@pytest.fixture
def table(river, sites):
    return measure(sites("hyesan", "gate", "phungyang", "barge"), river).table


def frame(*shapes, **columns):
    return gpd.GeoDataFrame(columns, geometry=list(shapes), crs="EPSG:4326")


def test_the_official_bridges(table):
    bridges = pd.read_csv(resource("data", "official_crossings.csv"))
    found = nearest_feature(table, frame(*gpd.points_from_xy(bridges["lon"], bridges["lat"]), name=bridges["name_en"]))
    assert found["feature"].str.split(" ").str[0].tolist() == ["Changbai-Hyesan"] * 3 + ["Linjiang"]
    expected = geodesic(np.array([[128.186804, 41.411114]]), np.array([[128.175, 41.4069]]))
    assert found["distance_m"].iloc[0] == pytest.approx(expected[2][0], abs=1e-6)
    assert found["bearing_deg"].iloc[0] == pytest.approx(expected[0][0] % 360, abs=1e-6)


def test_a_road_is_as_far_as_its_nearest_point(table):
    lon, lat = table.geometry.iloc[1].x, table.geometry.iloc[1].y
    north = along_geodesic(np.array([[lon, lat]]), np.array([0.0]), np.array([750.0]))[0][0]
    east_west = LineString([along_geodesic(north[None], np.array([side]), np.array([300.0]))[0][0]
                            for side in (90.0, 270.0)])
    found = nearest_feature(table.iloc[1:2], frame(east_west)).iloc[0]
    assert found["distance_m"] == pytest.approx(750, abs=0.02) and found["feature"] == "0"
    assert min(found["bearing_deg"], 360 - found["bearing_deg"]) < 0.1


def test_a_long_straight_edge_in_degrees_is_where_it_was_drawn(table):
    site = table.geometry.iloc[1]
    parallel = LineString([(site.x - 1, site.y - 0.01), (site.x + 1, site.y - 0.01)])
    expected = geodesic(np.array([[site.x, site.y]]), np.array([[site.x, site.y - 0.01]]))[2][0]
    found = nearest_feature(table.iloc[1:2], frame(parallel)).iloc[0]
    assert found["distance_m"] == pytest.approx(expected, abs=0.2)


def test_a_site_inside_an_area_is_at_it(table):
    lon, lat = table.geometry.iloc[0].x, table.geometry.iloc[0].y
    area = Polygon([(lon - 0.01, lat - 0.01), (lon + 0.01, lat - 0.01), (lon, lat + 0.01)])
    found = nearest_feature(table, frame(area, name=["yard"])).iloc[0]
    assert found["distance_m"] == 0 and np.isnan(found["bearing_deg"]) and found["feature"] == "yard"


def test_shapes_that_are_missing_or_on_the_far_side_are_passed_over(table):
    shapes = [None, Point(), Point(-52, -41.4), Point(128.2, 41.4)]
    found = nearest_feature(table, frame(*shapes, name=["none", "empty", "far", None]))
    assert found["feature"].tolist() == ["3"] * 4
    with pytest.raises(NothingToMeasureTo):
        nearest_feature(table, frame(*shapes[:2]))
    assert nearest_feature(table.iloc[:0], frame(*shapes)).empty


def test_the_nearest_is_the_nearest_by_geodesic(table):
    random = np.random.default_rng(3)
    places = np.column_stack([random.uniform(127, 128.4, 200), random.uniform(41.2, 41.8, 200)])
    found = nearest_feature(table, frame(*gpd.points_from_xy(*places.T)))
    for point, row in zip(table.geometry, found.itertuples()):
        distance = geodesic(np.broadcast_to((point.x, point.y), places.shape), places)[2]
        assert (int(row.feature), row.distance_m) == (distance.argmin(), pytest.approx(distance.min(), abs=1e-6))
