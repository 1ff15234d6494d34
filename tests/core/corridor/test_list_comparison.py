from __future__ import annotations

from itertools import permutations

import geopandas as gpd
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yalu_plugin.core.corridor.line import Corridor, read_bundled
from yalu_plugin.core.corridor.list_comparison import COLUMNS, STATUSES, NothingToCompare, compare_lists
from yalu_plugin.core.corridor.lonlat import along_geodesic, geodesic
from yalu_plugin.paths import resource

RIVER = read_bundled(resource("data", "yalu_river.geojson"))
REACH = Corridor(RIVER.lonlat[800:1000], direction="upstream")
HYESAN, GATE, PHUNGYANG = (128.186804, 41.411114), (128.051521, 41.393617), (127.885265, 41.431189)
TOLERANCE_M = 250


def frame(sites):
    """Return sites given as {id: (lonlat, metres north of it[, kind])}."""
    starts = np.array([site[0] for site in sites.values()], dtype=float).reshape(-1, 2)
    north = np.array([site[1] for site in sites.values()], dtype=float)
    lonlat = along_geodesic(starts, np.zeros(len(sites)), north)[0]
    kinds = [site[2] if len(site) > 2 else "vehicle_ford" for site in sites.values()]
    return gpd.GeoDataFrame({"id": list(sites), "name": [key.upper() for key in sites], "kind": kinds},
                            geometry=gpd.points_from_xy(*lonlat.T), crs="EPSG:4326")


def links(compared, swap=False):
    rows = compared.table.astype(object).where(compared.table.notna(), None)
    opposite = {"only_in_a": "only_in_b", "only_in_b": "only_in_a"}
    return {(opposite.get(row.status, row.status), row.b_id, row.a_id) if swap else (row.status, row.a_id, row.b_id)
            for row in rows.itertuples()}


def test_same_split_moved_and_in_one_list_only():
    a = frame({"ford": (HYESAN, 0), "gate": (GATE, 0), "phung": (PHUNGYANG, 0)})
    b = frame({"1": (HYESAN, 90), "2": (HYESAN, -200), "3": (GATE, -700), "4": ((127.22136, 41.51938), 0)})
    found = compare_lists(a, b, RIVER, TOLERANCE_M)
    assert links(found) == {("split", "ford", "1"), ("split", "ford", "2"), ("moved", "gate", "3"),
                            ("only_in_a", "phung", None), ("only_in_b", None, "4")}
    assert [found.count(status) for status in STATUSES] == [0, 2, 1, 1, 1]
    table = found.table.set_index(["a_id", "b_id"])
    assert table.loc[("gate", "3"), "distance_m"] == pytest.approx(700, abs=0.01)
    assert table.loc[("ford", "1"), "distance_m"] == pytest.approx(90, abs=0.01)
    assert tuple(found.table.columns) == (*COLUMNS, "geometry")
    assert list(found.table.geom_type) == ["LineString", "LineString", "LineString", "Point", "Point"]


def test_same_is_up_to_the_tolerance_and_whatever_the_bank_and_kind():
    a = frame({"ford": (HYESAN, 0), "gate": (GATE, 0)})
    b = frame({"1": (HYESAN, 249.9), "2": (GATE, 180, "barge_dock")})
    assert links(compare_lists(a, b, RIVER, TOLERANCE_M)) == {("same", "ford", "1"), ("same", "gate", "2")}
    assert compare_lists(a, b, RIVER, 249).count("same") == 1


def test_moved_needs_the_kind_and_no_other_bank():
    def found(here, there, kind="vehicle_ford"):
        return links(compare_lists(frame({"a": (GATE, here)}), frame({"b": (GATE, there, kind)}), RIVER, TOLERANCE_M))

    moved, not_moved = {("moved", "a", "b")}, {("only_in_a", "a", None), ("only_in_b", None, "b")}
    assert found(0, -700) == found(0, -700, None) == moved
    assert found(0, -700, "barge_dock") == not_moved
    assert found(0, -1300) == not_moved  # too far
    assert found(-300, 700) == not_moved  # the gate is 106 m from the line, so these are on two banks
    assert found(0, 700) == moved  # and here the first one's bank is not certain


def test_the_whole_is_assigned_best_not_each_site_by_itself():
    a = frame({"a1": (HYESAN, 0), "a2": (HYESAN, 200)})
    b = frame({"b1": (HYESAN, 150), "b2": (HYESAN, 390)})  # a1 could have b1 alone, and b1 is nearer to a2
    assert links(compare_lists(a, b, RIVER, TOLERANCE_M)) == {("same", "a1", "b1"), ("same", "a2", "b2")}


def test_what_is_left_near_two_belongs_to_the_nearer_one():
    a = frame({"a1": (HYESAN, 0), "a2": (HYESAN, 200)})
    b = frame({"b1": (HYESAN, 10), "b2": (HYESAN, 190), "b3": (HYESAN, 130)})
    assert links(compare_lists(a, b, RIVER, TOLERANCE_M)) == {
        ("same", "a1", "b1"), ("split", "a2", "b2"), ("split", "a2", "b3")}


def test_across_a_meander_nothing_has_moved():
    meander = Corridor(np.array([[0, 0], [0.02, 0], [0.02, 0.006], [0, 0.006]]))
    a, b = frame({"a": ((0, 0), 0)}), frame({"b": ((0, 0.006), 0)})
    assert compare_lists(a, b, meander, TOLERANCE_M).count("moved") == 0
    straight = Corridor(np.array([[0, 0], [0, 0.006], [0, 0.02]]))
    assert compare_lists(a, b, straight, TOLERANCE_M).count("moved") == 1


def test_ties_fall_alike_whichever_list_is_called_a():
    a, b = (sites_at(name, [(north, None) for north in places]) for name, places in (
        ("a", [-5, -2, 5, -4, 1]), ("b", [1, 2, 3, 6, -6, -6])))
    there, back = (compare_lists(*pair, RIVER, TOLERANCE_M) for pair in ((a, b), (b, a)))
    assert links(there) == links(back, swap=True)


def test_an_empty_list_and_one_far_off_are_refused_by_name():
    a, far = frame({"ford": (HYESAN, 0)}), frame({"far": (HYESAN, -50_000)})
    with pytest.raises(NothingToCompare, match="List B has no crossings within 5 km"):
        compare_lists(a, far, RIVER, TOLERANCE_M)
    with pytest.raises(NothingToCompare, match="List A"):
        compare_lists(a.iloc[:0], a, RIVER, TOLERANCE_M)
    both = gpd.GeoDataFrame(gpd.pd.concat([a, far]), crs=a.crs)
    assert compare_lists(a, both, RIVER, TOLERANCE_M).b.off_line == ("FAR",)


lists = st.lists(st.tuples(st.integers(-12, 12), st.sampled_from(["vehicle_ford", "barge_dock", None])),
                 min_size=1, max_size=6)


def sites_at(prefix, places):
    return frame({f"{prefix}{number}": (GATE, 100 * north, kind) for number, (north, kind) in enumerate(places)})


@settings(deadline=None, max_examples=25)
@given(lists, lists)
def test_the_other_way_round_gives_the_same_links(first, second):
    a, b = sites_at("a", first), sites_at("b", second)
    there, back = (compare_lists(*pair, REACH, TOLERANCE_M) for pair in ((a, b), (b, a)))
    assert links(there) == links(back, swap=True)
    assert np.nansum(there.table["along_m"]) == pytest.approx(-np.nansum(back.table["along_m"]))


@settings(deadline=None, max_examples=25)
@given(lists, lists, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(first, second, random):
    a, b = sites_at("a", first), sites_at("b", second)
    orders = [random.sample(range(len(table)), len(table)) for table in (a, b)]
    shuffled = [table.iloc[order] for table, order in zip((a, b), orders)]
    assert links(compare_lists(a, b, REACH, TOLERANCE_M)) == links(compare_lists(*shuffled, REACH, TOLERANCE_M))


@settings(deadline=None, max_examples=25)
@given(lists, lists)
def test_every_site_appears_and_only_a_split_one_more_than_once(first, second):
    table = compare_lists(sites_at("a", first), sites_at("b", second), REACH, TOLERANCE_M).table
    assert set(table["a_id"].dropna()) == {f"a{k}" for k in range(len(first))}
    assert set(table["b_id"].dropna()) == {f"b{k}" for k in range(len(second))}
    whole = table[table["status"] != "split"]
    for column in ("a_id", "b_id"):
        assert not whole[column].dropna().duplicated().any()
        assert not set(whole[column].dropna()) & set(table.loc[table["status"] == "split", column].dropna())


@settings(deadline=None, max_examples=20)
@given(st.integers(1, 5), st.integers(0, 2**32 - 1))
def test_the_same_sites_scattered_are_assigned_at_least_cost(count, seed):
    random = np.random.default_rng(seed)
    a = frame({f"a{k}": (GATE, value) for k, value in enumerate(random.uniform(-40, 40, count))})
    b = frame({f"b{k}": (GATE, value) for k, value in enumerate(random.uniform(-40, 40, count))})
    at_a, at_b = (np.array([(p.x, p.y) for p in table.geometry]) for table in (a, b))
    best = min(geodesic(at_a, at_b[list(order)])[2].sum() for order in permutations(range(count)))
    table = compare_lists(a, b, REACH, TOLERANCE_M).table
    assert set(table["status"]) == {"same"} and table["distance_m"].sum() == pytest.approx(best, abs=1e-6)
