"""Comparison of two lists of crossings: which are the same, split, moved, or in one list only."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from yalu_plugin.core.corridor.assignment import IntArray, assign
from yalu_plugin.core.corridor.line import Corridor
from yalu_plugin.core.corridor.lonlat import FloatArray
from yalu_plugin.core.corridor.measure import Measured, measure
from yalu_plugin.core.corridor.near_pairs import near_pairs
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable

STATUSES = SAME, SPLIT, MOVED, ONLY_IN_A, ONLY_IN_B = ("same", "split", "moved", "only_in_a", "only_in_b")
MOVED_TIMES = 5.0  # a moved crossing is at most this many times the tolerance away
SIDE_M = 150.0  # the bundled line may be this far from the river: nearer sites have no certain side
OF_SITE = ("id", "name", "kind", "chainage_km", "side")
COLUMNS = ("status", *(f"a_{name}" for name in OF_SITE), *(f"b_{name}" for name in OF_SITE), "distance_m", "along_m")


class NothingToCompare(YaluError):
    """A list has no crossing near the line."""

    template = translatable("List {which} has no crossings within 5 km of the river line. Choose another layer.")


@dataclass(frozen=True, eq=False)
class Compared:
    """The result of a comparison. a and b: the lists measured, with the rows left out of each.

    table: COLUMNS and geometry (EPSG:4326), in order downstream. A row with both sites is a line from A's place to
    B's, any other row a point. distance_m is straight; along_m is along the river from A to B, positive downstream.
    """

    table: gpd.GeoDataFrame
    a: Measured
    b: Measured

    def count(self, status: str) -> int:
        """Return the number of rows with a status, one of STATUSES."""
        return int((self.table["status"] == status).sum())


@dataclass(frozen=True, eq=False)
class _Links:
    """Pairs of rows of two tables, and their distances in metres, straight and along the river."""

    a: IntArray
    b: IntArray
    distance: FloatArray
    along: FloatArray

    def at(self, which: IntArray) -> _Links:
        return _Links(self.a[which], self.b[which], self.distance[which], self.along[which])


def compare_lists(a: gpd.GeoDataFrame, b: gpd.GeoDataFrame, corridor: Corridor, tolerance_m: float) -> Compared:
    """Compare two lists of crossings, in any CRS, on one river; core.corridor.measure.measure decides what counts.

    same: one of A and one of B at most `tolerance_m` apart. They are found by the best one-to-one assignment for
        both lists as a whole (see core.corridor.assignment.assign), regardless of banks and kinds: the same ford may
        be marked at either end.
    split: the rest within the tolerance of a site that has a partner already: one of A is several of B, or vice
        versa. Each belongs to the nearest such site, and each of these links is a row.
    moved: of the rest, one of A and one of B of the same kind (or without one), at most MOVED_TIMES the tolerance
        apart both straight and along the river, and not on opposite sides of the line with each more than SIDE_M from
        it; again by the best assignment.
    only_in_a, only_in_b: the remaining sites.
    The result does not depend on the order of rows, and (B, A) gives the same links as (A, B).
    Raises NothingToCompare, and the errors of `measure`.
    """
    first = measure(a, corridor)
    second = measure(b, corridor, first.datum)
    for which, measured in (("A", first), ("B", second)):
        if not measured.count:
            raise NothingToCompare(which=which)
    of_a, of_b = (measured.table.sort_values(["chainage_km", "site_id"], ignore_index=True)
                  for measured in (first, second))
    keys = [list(zip(table["site_id"], table["chainage_km"])) for table in (of_a, of_b)]
    if keys[0] <= keys[1]:
        links = _linked(of_a, of_b, tolerance_m)
    else:  # so that ties are resolved equally whichever list is called A
        links = [(status, _Links(of.b, of.a, of.distance, -of.along))
                 for status, of in _linked(of_b, of_a, tolerance_m)]
    return Compared(_table(of_a, of_b, links), first, second)


def _linked(a: gpd.GeoDataFrame, b: gpd.GeoDataFrame, tolerance_m: float) -> list[tuple[str, _Links]]:
    near = _near(a, b, MOVED_TIMES * tolerance_m)
    close = near.at(np.flatnonzero(near.distance <= tolerance_m))
    same = assign(close.a, close.b, close.distance)
    split = _split(close, same)
    divided = np.isin(close.a[same], close.a[split]) | np.isin(close.b[same], close.b[split])
    left = ~np.isin(near.a, close.a[np.r_[same, split]]) & ~np.isin(near.b, close.b[np.r_[same, split]])
    far = near.at(np.flatnonzero(left & _may_have_moved(a, b, near, MOVED_TIMES * tolerance_m)))
    moved = assign(far.a, far.b, far.distance)
    return [(SAME, close.at(same[~divided])), (SPLIT, close.at(np.r_[same[divided], split])), (MOVED, far.at(moved))]


def _near(a: gpd.GeoDataFrame, b: gpd.GeoDataFrame, within_m: float) -> _Links:
    """Return all pairs at most `within_m` apart."""
    i, j, distance = near_pairs(_lonlat(a), _lonlat(b), within_m)
    return _Links(i, j, distance, 1000 * (b["chainage_km"].to_numpy()[j] - a["chainage_km"].to_numpy()[i]))


def _lonlat(table: gpd.GeoDataFrame) -> FloatArray:
    return shapely.get_coordinates(table.geometry.to_numpy())


def _split(close: _Links, same: IntArray) -> IntArray:
    """Return the close pairs of each unpaired site with the nearest site that has a partner."""
    paired_a, paired_b = np.isin(close.a, close.a[same]), np.isin(close.b, close.b[same])
    selected = []
    for alone, other in ((close.b, paired_a & ~paired_b), (close.a, paired_b & ~paired_a)):
        rows = np.flatnonzero(other)
        rows = rows[np.lexsort((close.distance[rows], alone[rows]))]
        selected.append(rows[np.unique(alone[rows], return_index=True)[1]])
    return np.concatenate(selected)


def _may_have_moved(a: gpd.GeoDataFrame, b: gpd.GeoDataFrame, near: _Links, within_m: float
                    ) -> NDArray[np.bool_]:
    """Return which pairs are of one kind, not on opposite banks, and also near along the river, not across a bend."""
    def both(column: str) -> tuple[NDArray[np.object_], NDArray[np.object_]]:
        return a[column].to_numpy()[near.a], b[column].to_numpy()[near.b]

    (side_a, side_b), (offset_a, offset_b), (kind_a, kind_b) = both("side"), both("offset_m"), both("kind")
    opposite = (side_a != side_b) & (offset_a > SIDE_M) & (offset_b > SIDE_M)
    alike = (kind_a == kind_b) | pd.isna(kind_a) | pd.isna(kind_b)
    may: NDArray[np.bool_] = ~opposite & alike & (np.abs(near.along) <= within_m)
    return may


def _table(a: gpd.GeoDataFrame, b: gpd.GeoDataFrame, links: list[tuple[str, _Links]]) -> gpd.GeoDataFrame:
    """Return the rows of the result: the links and the sites without one, all in order downstream."""
    status = np.repeat([status for status, _ in links], [len(of.a) for _, of in links]).astype(object)
    i, j, distance, along = (np.concatenate([getattr(of, name) for _, of in links])
                             for name in ("a", "b", "distance", "along"))
    only_a, only_b = np.setdiff1d(np.arange(len(a)), i), np.setdiff1d(np.arange(len(b)), j)
    none_a, none_b = np.full(len(only_a), -1), np.full(len(only_b), -1)
    i, j = np.r_[i, only_a, none_b], np.r_[j, none_a, only_b]
    unknown = np.full(len(only_a) + len(only_b), np.nan)
    rows = {"status": np.r_[status, [ONLY_IN_A] * len(only_a), [ONLY_IN_B] * len(only_b)],
            **_site_columns("a", a, i), **_site_columns("b", b, j),
            "distance_m": np.r_[distance, unknown], "along_m": np.r_[along, unknown]}
    table = gpd.GeoDataFrame(rows, columns=list(COLUMNS), geometry=_geometry(a, b, i, j), crs="EPSG:4326")
    station = table["a_chainage_km"].fillna(table["b_chainage_km"])
    order = np.lexsort((table["b_id"].fillna(""), table["a_id"].fillna(""), station))
    ordered: gpd.GeoDataFrame = table.iloc[order].reset_index(drop=True)
    return ordered


def _site_columns(prefix: str, table: gpd.GeoDataFrame, rows: IntArray) -> dict[str, pd.Series]:
    """Return a list's columns for these rows of its table; empty where the row is -1."""
    found = pd.DataFrame(table.drop(columns="geometry")).rename(columns={"site_id": "id"})
    selected = found[list(OF_SITE)].reindex(rows).reset_index(drop=True)
    return {f"{prefix}_{name}": selected[name] for name in OF_SITE}


def _geometry(a: gpd.GeoDataFrame, b: gpd.GeoDataFrame, i: IntArray, j: IntArray) -> list[shapely.Geometry]:
    at_a, at_b = _lonlat(a), _lonlat(b)
    return [shapely.LineString([at_a[row], at_b[other]]) if row >= 0 <= other
            else shapely.Point(at_a[row] if row >= 0 else at_b[other]) for row, other in zip(i, j)]
