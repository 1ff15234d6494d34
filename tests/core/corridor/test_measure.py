from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shapely.geometry import LineString, MultiPoint, Point

from yalu_plugin.core.corridor.chainage import length_m, point_at
from yalu_plugin.core.corridor.counties import reaches_along
from yalu_plugin.core.corridor.crossing_chainages import SitePlace, crossing_chainages
from yalu_plugin.core.corridor.datum import HYESAN_FORD
from yalu_plugin.core.corridor.line import Corridor
from yalu_plugin.core.corridor.lonlat import NotTransformable
from yalu_plugin.core.corridor.measure import (
    COLUMNS,
    DuplicateSiteIds,
    SitesWithoutCrs,
    measure,
)
from yalu_plugin.core.kinds import CROSSING_KINDS

# From the Hyesan ford: km along the river, km straight, m from the line. 0.1 per cent is what the issue asks; the
# figures themselves are rounded to 10 m, or to 100 m where they have one decimal.
FIGURES = {
    "gate": (24.42, 11.48, 106), "phungyang": (58.69, 25.31, 57), "barge": (160.38, 81.54, 101),
    "kumchang": (176.8, 92.4, 864), "pochon": (-13.5, 9.5, 39),
}


@pytest.mark.parametrize("name", FIGURES)
def test_published_figures(river, sites, name):
    along, straight, offset = FIGURES[name]
    measured = measure(sites("hyesan", name), river)
    rounding = 0.05 if name in ("kumchang", "pochon") else 0.005
    assert measured.along_km == pytest.approx(abs(along), rel=0.001, abs=rounding)
    assert measured.straight_km == pytest.approx(straight, rel=0.001, abs=rounding)
    assert measured.sinuosity == pytest.approx(measured.along_km / measured.straight_km)
    row = measured.table.set_index("site_id").loc[name]
    assert row.chainage_km == pytest.approx(along, rel=0.001, abs=rounding)
    assert row.offset_m == pytest.approx(offset, abs=0.7)


def test_the_two_headlines(river, sites):
    """The same reach: 177 km along the river, 95 km straight."""
    assert measure(sites("hyesan", "kumchang"), river).along_km == pytest.approx(176.8, abs=0.05)
    assert measure(sites("kumchang", "pochon"), river).straight_km == pytest.approx(95.5, abs=0.05)


def test_table(river, breaks, sites):
    table = measure(sites("barge", "hyesan", "phungyang", "gate"), river, None, reaches_along(river, breaks)).table
    assert tuple(table.columns) == (*COLUMNS, "geometry")
    assert table.crs == "EPSG:4326"
    assert table.site_id.tolist() == ["hyesan", "gate", "phungyang", "barge"]
    assert table.name.tolist() == ["Hyesan", "Gate", "Phungyang", "Barge"]
    assert table.kind.tolist() == ["vehicle_ford"] * 3 + ["barge_dock"]
    assert table.chainage_km.tolist() == pytest.approx([0, 24.416, 58.693, 160.380], abs=0.001)
    assert table.gap_along_km.tolist()[:3] == pytest.approx([24.416, 34.278, 101.686], abs=0.001)
    assert table.gap_straight_km.tolist()[:3] == pytest.approx([11.478, 14.513, 56.313], abs=0.001)
    assert np.isnan(table.gap_along_km.iloc[3])
    assert np.isnan(table.gap_straight_km.iloc[3])
    assert table.side.tolist() == ["left"] * 4
    assert table.county.tolist() == ["Hyesan", "Samsu", "Kimjongsuk", "Kimhyongjik"]
    assert table.county_certain.tolist() == [False, True, True, True]
    assert table.geometry.iloc[0] == Point(128.186804, 41.411114)


@pytest.mark.parametrize("crs", ["EPSG:32652", "EPSG:3857", "EPSG:5186"])
def test_sites_in_any_crs(river, sites, crs):
    measured = measure(sites().to_crs(crs), river)
    assert measured.table.chainage_km.tolist() == pytest.approx(measure(sites(), river).table.chainage_km.tolist())


def test_the_way_the_line_was_digitised_does_not_matter(river, sites):
    backwards = replace(river, lonlat=river.lonlat[::-1], direction="downstream")
    pd.testing.assert_frame_equal(measure(sites(), river).table, measure(sites(), backwards).table, atol=1e-6)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.floats(0, 1), min_size=2, max_size=30))
def test_gaps_sum_to_the_whole(river, shares):
    lonlat = point_at(river, np.array(shares) * length_m(river))
    measured = measure(gpd.GeoDataFrame(geometry=gpd.points_from_xy(*lonlat.T), crs="EPSG:4326"), river)
    assert measured.table.gap_along_km.sum() == pytest.approx(measured.along_km, abs=1e-9)
    assert (measured.table.gap_along_km.dropna() >= 0).all()
    assert measured.along_km * 1000 == pytest.approx((max(shares) - min(shares)) * length_m(river), abs=0.01)


def test_datum(river, sites):
    default = measure(sites("gate"), river)
    assert default.datum == HYESAN_FORD
    assert default.datum_offset_m == pytest.approx(71.6, abs=0.1)
    moved = measure(sites("gate", "phungyang"), river, (127.885265, 41.431189))
    assert moved.table.chainage_km.tolist() == pytest.approx([-34.278, 0], abs=0.001)


def test_datum_far_from_the_ford_is_the_upstream_end(sites):
    line = Corridor(np.array([(10.0, 50.0), (11.0, 50.0)]), direction="upstream")
    points = gpd.GeoDataFrame(geometry=[Point(10.5, 50.0)], crs="EPSG:4326")
    measured = measure(points, line)
    assert measured.datum == (11.0, 50.0)
    assert measured.table.chainage_km.iloc[0] == pytest.approx(35.85, abs=0.01)
    assert measured.table.county.tolist() == [None]
    assert measured.table.county_certain.tolist() == [False]


def test_only_crossings_count(river, sites):
    frame = sites("hyesan", "gate", "phungyang", "barge", "pochon")
    frame["kind"] = ["vehicle_ford", "staging_area", "fuel_station", "other", None]
    measured = measure(frame, river)
    assert measured.table.site_id.tolist() == ["pochon", "hyesan"]
    assert (measured.count, measured.not_crossings, measured.without_point, measured.left_out) == (2, 3, 0, 3)


def test_kinds_of_other_people_count(river, sites):
    frame = sites("hyesan", "gate")
    frame["kind"] = ["ford", "도하"]
    measured = measure(frame, river)
    assert measured.table.kind.tolist() == ["ford", "도하"] and measured.assumed_kinds == ()


def test_what_other_people_call_a_bridge_does_not_count(river, sites):
    frame = sites("hyesan", "gate", "phungyang", "barge", "pochon", "kumchang")
    frame["kind"] = ["bridge", "철교", "Parking", "smuggling point", "", "vehicle_ford"]
    measured = measure(frame, river)
    assert measured.others[["site_id", "reason"]].values.tolist() == [
        [name, "other_kind"] for name in ("hyesan", "gate", "phungyang")]
    assert measured.table.site_id.tolist() == ["pochon", "barge", "kumchang"]
    assert measured.assumed_kinds == ("smuggling point",)


def test_where_the_rows_say_which_are_crossings_no_word_is_read():
    line = Corridor(np.array([(10.0, 50.0), (11.0, 50.0)]), direction="downstream")
    kinds = ["vehicle_ford", "bridge", "staging_area", "smuggling point", None]
    frame = gpd.GeoDataFrame({"id": [str(kind) for kind in kinds], "kind": kinds},
                             geometry=[Point(10.5, 50.0)] * len(kinds), crs="EPSG:4326")
    assert measure(frame, line).table.site_id.tolist() == ["vehicle_ford", "smuggling point", "None"]
    measured = measure(frame.assign(crossing=[kind in CROSSING_KINDS for kind in kinds]), line)
    assert measured.table.site_id.tolist() == ["vehicle_ford"] and measured.not_crossings == 4
    places = [SitePlace(str(kind), kind, 10.5, 50.0) for kind in kinds]
    assert list(crossing_chainages(line, places)) == ["vehicle_ford"]


def test_without_a_kind_all_count(river, sites):
    measured = measure(sites("hyesan", "gate").drop(columns=["kind", "name"]), river)
    assert measured.count == 2
    assert measured.table.kind.tolist() == [None, None]
    assert measured.table.name.tolist() == ["", ""]


def test_rows_without_a_point_are_left_out_and_counted(river, sites):
    frame = sites("hyesan", "gate", "barge")
    frame.loc[0, "geometry"] = None
    frame.loc[1, "geometry"] = Point()
    measured = measure(frame, river)
    assert (measured.count, measured.without_point) == (1, 2)


def test_no_site_and_one_site(river, sites, breaks):
    reaches = reaches_along(river, breaks)
    none = measure(sites("hyesan").iloc[:0], river, None, reaches)
    assert (none.count, none.along_km, none.straight_km) == (0, 0.0, 0.0)
    assert np.isnan(none.sinuosity)
    assert tuple(none.table.columns) == (*COLUMNS, "geometry")
    one = measure(sites("gate"), river, None, reaches)
    assert (one.count, one.along_km, one.straight_km) == (1, 0.0, 0.0)
    assert one.table.county.tolist() == ["Samsu"]
    assert np.isnan(one.table.gap_along_km.iloc[0])


@pytest.mark.parametrize(("columns", "ids"), [
    ({"id": ["b", "a"], "site_id": ["x", "y"]}, ["b", "a"]),
    ({"site_id": ["x", "y"]}, ["x", "y"]),
    ({"id": [None, None], "site_id": ["x", "y"]}, ["x", "y"]),
    ({"id": [7.0, None]}, ["7", "2"]),
    ({}, ["1", "2"]),
])
def test_site_id(river, columns, ids):
    points = gpd.points_from_xy([128.186804, 128.051521], [41.411114, 41.393617])
    frame = gpd.GeoDataFrame(columns, geometry=points, crs="EPSG:4326")
    assert measure(frame, river).table.site_id.tolist() == ids


def test_two_sites_with_one_id_are_refused_by_name(river, sites):
    frame = sites("hyesan", "gate", "barge")
    frame["id"] = ["a", "b", "b"]
    with pytest.raises(DuplicateSiteIds, match="2 sites have the id b") as refused:
        measure(frame, river)
    assert refused.value.values == {"count": 2, "site_id": "b"}


def test_missing_crs_is_refused(river, sites):
    with pytest.raises(SitesWithoutCrs):
        measure(sites().set_crs(None, allow_override=True), river)


def test_metres_taken_for_degrees_are_refused(river):
    frame = gpd.GeoDataFrame(geometry=[Point(400_000, 4_600_000)], crs="EPSG:4326")
    with pytest.raises(NotTransformable, match="sites"):
        measure(frame, river)


def test_single_multipoints_are_points(river, sites):
    frame = sites("hyesan", "gate")
    frame["geometry"] = [MultiPoint([frame.geometry[0]]), MultiPoint([frame.geometry[1]])]
    assert measure(frame, river).along_km == pytest.approx(24.416, abs=0.001)


def ugly(sites):
    """Return one row for every reason and two crossings, as in a foreign layer."""
    frame = sites("hyesan", "gate", "barge", "pochon", "phungyang", "kumchang", "hyesan", "gate")
    frame["id"] = list("abcdefgh")
    frame["kind"] = ["vehicle_ford", "staging_area", "barge_dock", None, None, "ford", "other", "barge_dock"]
    places = list(frame.geometry)
    places[2], places[3], places[4] = Point(22.15, 45.2), None, LineString([(128, 41), (129, 41)])
    places[5], places[6] = Point(128, 4_600_000), Point()
    frame["geometry"] = places
    return frame


def test_every_row_given_has_one(river, sites):
    measured = measure(ugly(sites), river)
    rows = measured.all_rows()
    rows = rows.set_index("site_id").sort_index()
    assert rows.index.tolist() == list("abcdefgh")
    assert rows.reason.tolist() == [
        "", "other_kind", "off_line", "no_point", "not_one_point", "outside_crs", "no_point", ""]
    assert rows.counted.tolist() == [True, False, False, False, False, False, False, True]
    placed = rows.loc[["a", "b", "c", "h"]]
    assert placed.chainage_km.round(3).tolist()[0:2] == [0.0, 24.416] and placed.chainage_km.iloc[3] == pytest.approx(
        24.416, abs=0.001)
    assert (placed.offset_m.iloc[2] > 5_000) and set(placed.side) <= {"left", "right", "on_line"}
    assert rows.loc[list("defg"), ["chainage_km", "offset_m"]].isna().all(axis=None)
    assert rows.geometry.notna().tolist() == [True, True, True, False, False, False, False, True]
    assert (measured.count, measured.not_crossings, measured.without_point, measured.off_line) == (2, 1, 4, ("Barge",))
    assert measured.along_km == pytest.approx(24.416, abs=0.001)
    assert measured.table.gap_along_km.iloc[0] == pytest.approx(24.416, abs=0.001)  # to the next crossing


def test_rows_that_do_not_count_change_no_figure(river, sites):
    frame = ugly(sites)
    alone, among = measure(frame.loc[[0, 7]], river), measure(frame, river)
    pd.testing.assert_frame_equal(pd.DataFrame(alone.table.drop(columns="geometry")),
                                  pd.DataFrame(among.table.drop(columns="geometry")))
    assert (alone.along_km, alone.straight_km) == (among.along_km, among.straight_km)


@given(st.lists(st.sampled_from(range(8)), max_size=12))
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_as_many_rows_come_out_as_went_in(river, sites, which):
    frame = ugly(sites)
    if 5 in which and not {0, 1, 2, 7} & set(which):
        which = [*which, 0]  # else no place at all can be used, and the CRS is wrong
    given_rows = frame.iloc[which].assign(id=[str(n) for n in range(len(which))])
    rows = measure(given_rows, river).all_rows()
    assert sorted(rows.site_id, key=int) == [str(n) for n in range(len(which))]
    chainages = rows.chainage_km.dropna()
    assert chainages.is_monotonic_increasing and rows.chainage_km.iloc[: len(chainages)].notna().all()


def test_a_crossing_far_from_the_river_is_left_out_and_named(river, sites):
    known = sites("hyesan", "barge")
    far = known.iloc[[0]].assign(id="far", name="Far away")
    far["geometry"] = gpd.points_from_xy([22.15], [45.2])
    measured = measure(pd.concat([known, far], ignore_index=True), river)
    assert measured.off_line == ("Far away",)
    assert (measured.count, measured.left_out) == (2, 1)
    assert measured.along_km == pytest.approx(160.38, rel=1e-3)


def test_retired_crossings_do_not_count_and_say_why(river, sites):
    given = sites("hyesan", "gate", "phungyang").assign(retired=[False, True, False])
    measured = measure(given, river)
    assert list(measured.table["site_id"]) == ["hyesan", "phungyang"] and measured.retired == measured.left_out == 1
    assert measured.others[["site_id", "reason"]].values.tolist() == [["gate", "retired"]]
    assert measured.others["chainage_km"].tolist() == [pytest.approx(24.42, abs=0.03)]
