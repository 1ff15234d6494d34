from __future__ import annotations

import csv
from dataclasses import replace

import numpy as np
import pytest

from yalu_plugin.core.corridor.chainage import downstream_m, length_m, locate
from yalu_plugin.core.corridor.counties import break_points, county_at, reaches_along
from yalu_plugin.core.corridor.datum import HYESAN_FORD
from yalu_plugin.core.corridor.line import Corridor
from yalu_plugin.paths import resource

REACHES = {  # km downstream of the Hyesan ford, county there, whether it is certain
    260: ("Junggang", True), 209.9: ("Junggang", False), 206.1: ("Kimhyongjik", False), 160.4: ("Kimhyongjik", True),
    58.7: ("Kimjongsuk", True), 24.4: ("Samsu", True), 2.9: ("Samsu", True), 0.9: ("Samsu", False),
    0.0: ("Hyesan", False), -10: ("Hyesan", True), -13.4: ("Hyesan", False), -13.6: ("Pochon", False),
    -20: ("Pochon", True), -40: ("Samjiyon", True),
}


def stations(corridor, km):
    return downstream_m(corridor, locate(corridor, np.array([HYESAN_FORD])).station_m) + 1000 * np.array(km)


def other_line(river):
    """Another survey of the same river: every tenth vertex, 700 m to the north."""
    return replace(river, lonlat=river.lonlat[::10] + (0.0, 0.0063))


def test_reaches_on_the_bundled_river(river, breaks):
    county, certain = county_at(reaches_along(river, breaks), stations(river, list(REACHES)))
    assert list(zip(county, certain)) == list(REACHES.values())


def test_reaches_do_not_hang_on_the_way_the_line_was_digitised(river, breaks):
    backwards = replace(river, lonlat=river.lonlat[::-1], direction="downstream")
    there, back = reaches_along(river, breaks), reaches_along(backwards, breaks)
    assert back.counties == there.counties
    assert back.break_m == pytest.approx(there.break_m, abs=0.001)


def test_reaches_on_another_line_of_the_same_river(river, breaks):
    line = other_line(river)
    assert length_m(line) < 0.9 * length_m(river)  # so kilometres could not have been carried over
    places = np.array([(127.221360, 41.519380), (127.885265, 41.431189), (128.051521, 41.393617)])
    county, certain = county_at(reaches_along(line, breaks), downstream_m(line, locate(line, places).station_m))
    assert county.tolist() == ["Kimhyongjik", "Kimjongsuk", "Samsu"]
    assert certain.tolist() == [True, True, True]


def test_a_part_of_the_river_has_its_part_of_the_reaches(river, breaks):
    station = locate(river, np.array([HYESAN_FORD])).station_m[0]
    part = replace(river, lonlat=river.lonlat[locate(river, river.lonlat).station_m > station - 60_000])
    reaches = reaches_along(part, breaks)
    assert reaches.counties == (None, "Samjiyon", "Pochon", "Hyesan", "Samsu", "Kimjongsuk")


def test_reaches_that_do_not_follow_each_other_leave_a_hole(river, breaks):
    without_samsu = tuple(b for b in breaks if b.downstream_county != "Samsu")
    assert reaches_along(river, without_samsu).counties == (
        None, "Samjiyon", "Pochon", None, "Kimjongsuk", "Kimhyongjik", "Junggang", None)


def test_no_counties_on_another_river(breaks):
    tumen = Corridor(np.array([(128.9, 42.0), (130.0, 42.9)]))
    assert reaches_along(tumen, breaks) is None
    county, certain = county_at(None, np.array([0.0, 1000.0]))
    assert county.tolist() == [None, None]
    assert certain.tolist() == [False, False]


def test_places_of_the_breaks_follow_from_their_kilometres(river):
    with resource("data", "counties.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    km = np.array([float(row["km_downstream_of_hyesan_ford"]) for row in rows])
    places = np.array([(float(row["lon"]), float(row["lat"])) for row in rows])
    assert break_points(river, HYESAN_FORD, km) == pytest.approx(places, abs=1e-6)
    assert km[1:-1].tolist() == [208, 113.5, 43.3, 0.8, -13.5, -30.5]


def test_every_county_has_a_row_of_names(breaks):
    with resource("data", "county_names.csv").open(encoding="utf-8", newline="") as file:
        named = {row["county"] for row in csv.DictReader(file)}
    assert named == {name for b in breaks for name in (b.downstream_county, b.upstream_county)} - {""}
