"""Chainages of a frame of points, in one process and over GeoParquet partitions on a cluster of two workers."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import shapely

from yalu_plugin.core.corridor.chainage import downstream_m, locate
from yalu_plugin.core.corridor.lonlat import NotTransformable
from yalu_plugin.core.corridor.measure_errors import SitesWithoutCrs
from yalu_plugin.core.corridor.point_chainages import COLUMNS, chainages

PARTS, POINTS = 4, 2_500


@pytest.fixture
def frame(river) -> gpd.GeoDataFrame:
    chance = np.random.default_rng(3)
    lonlat = river.lonlat[chance.integers(0, len(river.lonlat), PARTS * POINTS)]
    lonlat = lonlat + chance.normal(0, 0.01, lonlat.shape)
    return gpd.GeoDataFrame({"n": np.arange(len(lonlat))}, geometry=gpd.points_from_xy(*lonlat.T), crs="EPSG:4326")


def test_columns_on_the_frames_own_index(frame, river) -> None:
    frame.index = frame.index[::-1] + 7
    table = chainages(frame, river)
    assert (table.index == frame.index).all() and table.dtypes.astype(str).to_dict() == COLUMNS
    found = locate(river, shapely.get_coordinates(frame.geometry))
    assert (table["chainage_m"] == downstream_m(river, found.station_m)).all()
    assert (table["offset_m"] == found.offset_m).all() and (table["side"] == found.side).all()


def test_another_crs_and_rows_without_a_point(frame, river) -> None:
    some = frame.iloc[:20]
    elsewhere = some.to_crs("EPSG:5179")
    assert chainages(elsewhere, river)["chainage_m"].to_numpy() == pytest.approx(
        chainages(some, river)["chainage_m"].to_numpy(), abs=0.001)
    some = some.copy()
    some.geometry = [None, shapely.Point(), shapely.box(127, 41, 128, 42), *some.geometry[3:]]
    table = chainages(some, river)
    assert table["chainage_m"].isna().tolist() == [True] * 3 + [False] * 17 and table["side"][:3].tolist() == [None] * 3
    assert len(chainages(some.iloc[:0], river)) == 0


def test_points_that_cannot_be_placed_are_refused(frame, river) -> None:
    with pytest.raises(SitesWithoutCrs):
        chainages(frame.set_crs(None, allow_override=True), river)
    wild = gpd.GeoDataFrame(geometry=gpd.points_from_xy([1e9], [1e9]), crs="EPSG:5179")
    with pytest.raises(NotTransformable):
        chainages(wild, river)


def test_partitions_on_a_cluster_give_the_same(frame, river, tmp_path: Path) -> None:
    dask_geopandas = pytest.importorskip("dask_geopandas")
    distributed = pytest.importorskip("distributed")
    for part in range(PARTS):
        frame.iloc[part * POINTS : (part + 1) * POINTS].to_parquet(tmp_path / f"{part}.parquet")
    with distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, memory_limit="1GiB", dashboard_address=None) as cluster, \
            distributed.Client(cluster) as client:
        assert len(client.scheduler_info()["workers"]) == 2
        sites = dask_geopandas.read_parquet(tmp_path)
        assert sites.npartitions == PARTS
        table = sites.map_partitions(chainages, river, meta=COLUMNS).compute()
    expected = chainages(frame, river)
    assert (table.sort_index()[["chainage_m", "offset_m"]] == expected[["chainage_m", "offset_m"]]).all(axis=None)
    assert table.sort_index()["side"].astype(object).tolist() == expected["side"].tolist()
