from __future__ import annotations

import numpy as np
import pytest

from yalu_plugin.core.corridor.lonlat import geodesic
from yalu_plugin.core.corridor.measure import measure
from yalu_plugin.core.corridor.spacing import clusters, matrix, nearest_neighbours, pairs

PUBLISHED = ("hyesan", "gate", "phungyang", "barge")


@pytest.fixture
def table(river, sites):
    return measure(sites(*PUBLISHED), river).table


def test_every_pair_once(table):
    found = pairs(table).set_index(["site_id", "other_id"])
    assert len(found) == 6
    assert found.loc[("hyesan", "barge")].along_km == pytest.approx(160.38, abs=0.01)
    assert found.loc[("hyesan", "barge")].straight_km == pytest.approx(81.54, abs=0.01)
    assert found.loc[("gate", "phungyang")].along_km == pytest.approx(58.69 - 24.42, abs=0.01)
    assert found.loc[("hyesan", "gate")].other_name == "Gate"


@pytest.mark.parametrize("measured", ["along_km", "straight_km"])
def test_the_matrix_is_symmetric_with_nought_on_the_diagonal(table, measured):
    square = matrix(table, measured)
    assert list(square.index) == list(square.columns) == ["Hyesan", "Gate", "Phungyang", "Barge"]
    assert np.array_equal(square, square.T) and not np.diag(square).any()
    expected = {"along_km": 58.69, "straight_km": 25.31}[measured]
    assert square.loc["Phungyang", "Hyesan"] == pytest.approx(expected, abs=0.01)


def test_sites_without_names_of_their_own_are_called_by_id(table):
    assert list(matrix(table.assign(name="Ford"), "along_km").columns) == list(PUBLISHED)


def test_the_nearest_neighbour_along_need_not_be_the_nearest_straight(river, table):
    found = nearest_neighbours(table).set_index("site_id")
    assert found.loc["hyesan", ["along_id", "straight_id"]].tolist() == ["gate", "gate"]
    assert found.loc["barge", "along_km"] == pytest.approx(160.38 - 58.69, abs=0.01)
    bends = measure(_at(river, [0, 9_000, 21_000]), river).table
    lonlat = np.array([(p.x, p.y) for p in bends.geometry])
    for row, near in enumerate(nearest_neighbours(bends)["straight_id"]):
        distance = geodesic(np.broadcast_to(lonlat[row], lonlat.shape), lonlat)[2]
        distance[row] = np.inf
        assert bends["site_id"].iloc[distance.argmin()] == near


def test_one_site_has_no_neighbour(river, sites):
    found = nearest_neighbours(measure(sites("gate"), river).table).iloc[0]
    assert found["along_id"] is None and np.isnan(found["along_km"]) and np.isnan(found["straight_km"])
    assert not len(pairs(measure(sites("gate"), river).table))


def test_clusters_are_chains_of_sites_a_few_hundred_metres_apart(river):
    table = measure(_at(river, [10_000, 10_400, 10_899, 20_000, 30_000, 30_501, 40_000, 40_200]), river).table
    found = clusters(table)
    assert found["sites"].tolist() == [2, 3]  # downstream first is the high station: the line runs upstream
    assert found["length_m"].to_numpy() == pytest.approx([200, 899], abs=1)
    assert found["site_ids"].tolist() == [("7", "6"), ("2", "1", "0")]
    assert clusters(table, 600)["sites"].tolist() == [2, 2, 3]
    assert clusters(table, 10).empty


def test_no_sites_give_empty_tables_with_their_columns(river, sites):
    table = measure(sites("hyesan").iloc[:0], river).table
    assert list(clusters(table)) == ["cluster", "sites", "from_km", "to_km", "length_m", "site_ids", "names"]
    assert nearest_neighbours(table).empty and pairs(table).empty and matrix(table, "along_km").empty


def _at(river, stations):
    import geopandas as gpd

    from yalu_plugin.core.corridor.chainage import point_at

    lonlat = point_at(river, np.array(stations, dtype=float))
    return gpd.GeoDataFrame({"id": [str(k) for k in range(len(stations))]},
                            geometry=gpd.points_from_xy(*lonlat.T), crs="EPSG:4326")
