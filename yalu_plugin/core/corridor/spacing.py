"""Distances between sites: all pairs, nearest neighbours, and clusters along the river.

Each function takes the table of core.corridor.measure.Measured: sites in order downstream, EPSG:4326. Distances
along the river are differences of chainage, straight ones geodesics on WGS 84.
"""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from yalu_plugin.core.corridor.geocentric import geocentric
from yalu_plugin.core.corridor.lonlat import FloatArray, geodesic

CLUSTER_M = 500.0  # "some just a few hundred meters apart" (AccessDPRK, 9 February 2026)

AT_ONCE = 500  # rows of the matrix of all distances that are in memory


def pairs(table: gpd.GeoDataFrame) -> pd.DataFrame:
    """Return every pair of sites once, the upstream one first.

    Columns: site_id, name, other_id, other_name, along_km, straight_km.
    """
    first, second = np.triu_indices(len(table), k=1)
    chainage, lonlat = table["chainage_km"].to_numpy(), _lonlat(table)
    table_of_pairs: pd.DataFrame = pd.DataFrame({
        **_named(table, first), **_named(table, second, "other_id", "other_name"),
        "along_km": chainage[second] - chainage[first],
        "straight_km": geodesic(lonlat[first], lonlat[second])[2] / 1000})
    return table_of_pairs


def matrix(table: gpd.GeoDataFrame, measure: str) -> pd.DataFrame:
    """Return the distance matrix of all sites in kilometres; `measure` is along_km or straight_km.

    Rows and columns are in order downstream, by the sites' names, or by their ids where names are missing or repeat.
    """
    first, second = np.triu_indices(len(table), k=1)
    square = np.zeros((len(table), len(table)))
    square[first, second] = square[second, first] = pairs(table)[measure]
    named = table["name"].is_unique and (table["name"] != "").all()
    labels = table["name" if named else "site_id"].to_numpy()
    by_label: pd.DataFrame = pd.DataFrame(square, index=pd.Index(labels, name="site"), columns=labels)
    return by_label


def nearest_neighbours(table: gpd.GeoDataFrame) -> pd.DataFrame:
    """Return the nearest other site of each site, along the river and straight, which may differ.

    Columns: site_id, name, along_id, along_km, straight_id, straight_km; None and NaN for a single site.
    """
    along, straight = _nearest_along(table), _nearest_straight(table)
    ids = np.array([*table["site_id"], None], dtype=object)  # the last one is for "none"
    chainage, lonlat = np.append(table["chainage_km"], np.nan), np.r_[_lonlat(table), [[np.nan, np.nan]]]
    nearest: pd.DataFrame = pd.DataFrame({
        **_named(table, np.arange(len(table))),
        "along_id": ids[along], "along_km": np.abs(chainage[along] - chainage[:-1]),
        "straight_id": ids[straight], "straight_km": geodesic(lonlat[:-1], lonlat[straight])[2] / 1000})
    return nearest


def clusters(table: gpd.GeoDataFrame, within_m: float = CLUSTER_M) -> pd.DataFrame:
    """Return groups of two or more sites in which each is within `within_m` of the next one along the river.

    Single linkage, in order downstream. Columns: cluster (1, 2, ...), sites, from_km, to_km (chainage), length_m,
    site_ids, names (tuples in order downstream).
    """
    chainage = table["chainage_km"].to_numpy()
    group = np.cumsum(np.r_[0, np.diff(chainage) * 1000 > within_m][: len(table)])
    found = [table[group == number] for number in np.flatnonzero(np.bincount(group.astype(int)) > 1)]
    rows: pd.DataFrame = pd.DataFrame([{
        "cluster": number, "sites": len(sites), "from_km": sites["chainage_km"].iloc[0],
        "to_km": sites["chainage_km"].iloc[-1],
        "length_m": 1000 * (sites["chainage_km"].iloc[-1] - sites["chainage_km"].iloc[0]),
        "site_ids": tuple(sites["site_id"]), "names": tuple(sites["name"])} for number, sites in enumerate(found, 1)],
        columns=["cluster", "sites", "from_km", "to_km", "length_m", "site_ids", "names"])
    return rows


def _nearest_along(table: gpd.GeoDataFrame) -> NDArray[np.int64]:
    """Return the row of each site's nearest neighbour along the river, the next one up or down; -1 for none."""
    gap = np.diff(table["chainage_km"].to_numpy())
    upstream, downstream = np.r_[np.inf, gap][: len(table)], np.r_[gap, np.inf][: len(table)]
    rows = np.arange(len(table))
    if len(table) < 2:
        return np.full(len(table), -1)
    return np.where(upstream <= downstream, rows - 1, rows + 1)


def _nearest_straight(table: gpd.GeoDataFrame) -> NDArray[np.int64]:
    """Return the row of each site's nearest neighbour in a straight line; -1 for none."""
    places = geocentric(_lonlat(table))
    places -= places.mean(axis=0) if len(places) else 0.0
    found = np.full(len(table), -1)
    for first in range(0, len(table) if len(table) > 1 else 0, AT_ONCE):
        rows = np.arange(first, min(first + AT_ONCE, len(table)))
        squared = (places ** 2).sum(axis=1) - 2 * places[rows] @ places.T  # without the term common to a row
        squared[np.arange(len(rows)), rows] = np.inf
        found[rows] = squared.argmin(axis=1)
    return found


def _named(table: gpd.GeoDataFrame, rows: NDArray[np.int64], id_column: str = "site_id", name_column: str = "name"
           ) -> dict[str, NDArray[np.object_]]:
    return {id_column: table["site_id"].to_numpy(dtype=object)[rows],
            name_column: table["name"].to_numpy(dtype=object)[rows]}


def _lonlat(table: gpd.GeoDataFrame) -> FloatArray:
    return shapely.get_coordinates(table.geometry.to_numpy())
