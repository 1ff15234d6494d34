from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pyproj import Geod

from yalu_plugin.core.corridor import chainage, nearest_piece
from yalu_plugin.core.corridor.chainage import downstream_m, length_m, locate, point_at
from yalu_plugin.core.corridor.line import Corridor

GEOD = Geod(ellps="WGS84")
MM = 0.001


def nearest_by_search(line, point):
    """Return station and offset by golden section search on every segment, on the ellipsoid: slow but simple."""
    line, point = line.tolist(), tuple(map(float, point))
    best, before = (np.inf, 0.0), 0.0
    for a, b in zip(line[:-1], line[1:]):
        azimuth, _, length = GEOD.inv(*a, *b)

        def offset(s, a=a, azimuth=azimuth):
            lon, lat, _ = GEOD.fwd(*a, azimuth, s)
            return GEOD.inv(lon, lat, *point)[2]

        low, high, golden = 0.0, length, (5 ** 0.5 - 1) / 2
        while high - low > 1e-5:
            left, right = high - golden * (high - low), low + golden * (high - low)
            low, high = (low, right) if offset(left) < offset(right) else (left, high)
        for s in (0.0, (low + high) / 2, length):
            best = min(best, (offset(s), before + s))
        before += length
    return best[1], best[0]


@st.composite
def corridors(draw, longest_step=0.02):
    """Draw a winding line anywhere on Earth, with the antimeridian and high latitudes."""
    lon = draw(st.floats(-180, 180))
    lat = draw(st.floats(-84, 84))
    count = draw(st.integers(1, 12))
    steps = draw(st.lists(
        st.tuples(st.floats(0.0005, longest_step), st.floats(-100, 100)), min_size=count, max_size=count))
    vertices, azimuth = [(lon, lat)], draw(st.floats(0, 360))
    for step, turn in steps:
        azimuth += turn
        vertices.append(GEOD.fwd(*vertices[-1], azimuth, step * 111_000)[:2])
    return Corridor(np.array(vertices), direction=draw(st.sampled_from(["downstream", "upstream"])))


@settings(max_examples=60, deadline=None)
@given(corridors(), st.floats(0, 1), st.floats(0, 360), st.floats(0, 3000))
def test_agrees_with_a_search_on_the_ellipsoid(corridor, share, azimuth, away):
    on_line = point_at(corridor, [share * length_m(corridor)])[0].tolist()
    point = GEOD.fwd(*on_line, azimuth, away)[:2]
    station, offset = nearest_by_search(corridor.lonlat, point)
    found = locate(corridor, np.array([point]))
    assert found.offset_m[0] == pytest.approx(offset, abs=MM)
    # where two stretches are equally near either station is right: it has to be as near as the best
    there = point_at(corridor, found.station_m)[0].tolist()
    assert GEOD.inv(*there, *point)[2] == pytest.approx(offset, abs=MM)


@settings(max_examples=60, deadline=None)
@given(corridors(longest_step=0.3), st.floats(0, 1), st.floats(0, 360), st.floats(0, 60_000))
def test_agrees_with_a_search_on_the_ellipsoid_near_and_far(corridor, share, azimuth, away):
    """Points on both sides of the distance beyond which geodesics are used, with segments of up to 33 km."""
    on_line = point_at(corridor, [share * length_m(corridor)])[0].tolist()
    point = GEOD.fwd(*on_line, azimuth, away)[:2]
    offset = nearest_by_search(corridor.lonlat, point)[1]
    found = locate(corridor, np.array([point]))
    assert found.offset_m[0] == pytest.approx(offset, abs=MM)
    there = point_at(corridor, found.station_m)[0].tolist()
    assert GEOD.inv(*there, *point)[2] == pytest.approx(offset, abs=MM)


@pytest.mark.parametrize("away", [0.0, 0.5, 300.0, 19_000.0, 21_000.0])
def test_feet_next_to_every_joint_of_a_dense_line(away):
    """A straight line with a vertex every 1.5 m: the feet are a few millimetres from its vertices."""
    azimuth, stations = 30.0, np.arange(0, 6_000, 1.5)
    vertices = [GEOD.fwd(25, -47, azimuth, station) for station in stations]
    line = Corridor(np.array([vertex[:2] for vertex in vertices]))
    chosen = np.arange(10, len(stations) - 10, 97)
    shifted = stations[chosen] + np.where(chosen % 2, 0.004, -0.004)
    points = []
    for station in shifted.tolist():
        lon, lat, back = GEOD.fwd(25, -47, azimuth, station)
        points.append(GEOD.fwd(lon, lat, back + 180 - 90, away)[:2])
    found = locate(line, np.array(points))
    assert found.station_m == pytest.approx(shifted, abs=MM)
    assert found.offset_m == pytest.approx(away, abs=MM)


def test_blocks_of_points_make_no_difference(river, monkeypatch):
    rng = np.random.default_rng(7)
    points = river.lonlat[rng.integers(0, len(river.lonlat), 1_000)] + rng.normal(0, 0.05, (1_000, 2))
    whole = locate(river, points)
    monkeypatch.setattr(chainage, "BLOCK", 37)
    monkeypatch.setattr(nearest_piece, "PAIRS", 50)
    blocks = locate(river, points)
    assert (whole.station_m == blocks.station_m).all() and (whole.offset_m == blocks.offset_m).all()
    assert (whole.side == blocks.side).all()


def test_wide_of_a_closed_ring_every_stretch_is_near():
    """The centre of a circle is equally far from all vertices: the search must end in this case, too."""
    ring = np.array([GEOD.fwd(10, 45, bearing, 4_000)[:2] for bearing in np.linspace(0, 359, 720)])
    points = np.array([(10.0, 45.0), GEOD.fwd(10, 45, 77, 1_000)[:2], (60.0, -20.0)])
    found = locate(Corridor(ring), points)
    middle, inside, _ = (nearest_by_search(ring, point)[1] for point in points)
    assert found.offset_m[:2] == pytest.approx([middle, inside], abs=MM)
    away = [GEOD.inv(*vertex, *points[2])[2] for vertex in ring.tolist()]
    assert found.offset_m[2] == pytest.approx(min(away), rel=1e-5)


def test_a_long_piece_is_found_behind_many_nearer_joints():
    """The point is 20 m from the middle of a piece whose ends are 54 m away; ten vertices elsewhere are 30 m away."""
    def place_at_offset(east, north):
        lon, lat, back = GEOD.fwd(127, 42, 90, east)
        return GEOD.fwd(lon, lat, back + 180 - 90, north)[:2]

    many = [place_at_offset(10_050 + metre, 50) for metre in range(5, -5, -1)]
    line = Corridor(np.array([*many, *(place_at_offset(east, 0) for east in range(0, 20_001, 100))]))
    point = np.array(place_at_offset(10_050, 20))
    station, offset = nearest_by_search(line.lonlat, point)
    found = locate(line, point)
    assert offset == pytest.approx(20, abs=MM)
    assert (found.station_m[0], found.offset_m[0]) == pytest.approx((station, offset), abs=MM)


@settings(max_examples=60, deadline=None)
@given(st.floats(-180, 180), st.floats(-80, 80), st.floats(0, 360), st.floats(1, 500_000), st.floats(0.02, 0.98),
       st.sampled_from([-90, 90]), st.floats(1, 40_000))
def test_a_point_square_to_a_long_line_has_the_station_of_its_foot(lon, lat, azimuth, length, share, square, away):
    line = Corridor(np.array([(lon, lat), GEOD.fwd(lon, lat, azimuth, length)[:2]]))
    foot_lon, foot_lat, back = GEOD.fwd(lon, lat, azimuth, share * length)
    point = GEOD.fwd(foot_lon, foot_lat, back + 180 + square, away)[:2]
    found = locate(line, np.array([point]))
    assert found.station_m[0] == pytest.approx(share * length, abs=MM)
    assert found.offset_m[0] == pytest.approx(away, abs=MM)
    assert found.side[0] == ("right" if square == 90 else "left")


def test_feet_next_to_the_joints_of_the_pieces():
    """In a plane, these points seem to be on the piece next to theirs."""
    line = Corridor(np.array([(10.0, 60.0), GEOD.fwd(10, 60, 90, 400_000)[:2]]))
    stations = (5_000.0 * np.arange(1, 80)[:, None] + (-0.1, 0.1)).ravel()
    azimuth = GEOD.inv(*line.lonlat.ravel().tolist())[0]
    points = []
    for k, station in enumerate(stations.tolist()):
        lon, lat, back = GEOD.fwd(10, 60, azimuth, station)
        points.append(GEOD.fwd(lon, lat, back + (90 if k % 4 < 2 else -90), 40_000)[:2])
    assert locate(line, np.array(points)).station_m == pytest.approx(stations, abs=MM)


def test_long_segments_side_by_side():
    """A leg of 500 km out, one back 300 m next to it, one of 900 km away: as chords the first two are displaced."""
    start = (100.0, 55.0)
    far = GEOD.fwd(*start, 90, 500_000)[:2]
    place_at_offset = GEOD.fwd(*start, 180, 300)[:2]
    line = np.array([start, far, place_at_offset, GEOD.fwd(*place_at_offset, 0, 900_000)[:2]])
    rng = np.random.default_rng(5)
    on_line = point_at(Corridor(line), rng.uniform(0, 1_000_000, 60))
    points = np.array([GEOD.fwd(*p, 180 * k, 100)[:2] for k, p in enumerate(on_line.tolist())])
    found = locate(Corridor(line), points)
    expected = [nearest_by_search(line, point)[1] for point in points]
    assert found.offset_m.tolist() == pytest.approx(expected, abs=MM)


@pytest.mark.parametrize("name", ["hyesan", "gate", "phungyang", "barge", "kumchang", "pochon"])
def test_published_places_to_the_millimetre(river, sites, name):
    point = sites(name).geometry.iloc[0].coords[0]
    near = np.abs(river.lonlat - point).max(axis=1).argmin()
    first = max(near - 60, 0)
    before = GEOD.line_length(*river.lonlat[: first + 1].T)
    station, offset = nearest_by_search(river.lonlat[first : near + 60], point)
    found = locate(river, np.array([point]))
    assert found.station_m[0] == pytest.approx(before + station, abs=MM)
    assert found.offset_m[0] == pytest.approx(offset, abs=MM)


@settings(max_examples=100, deadline=None)
@given(corridors(longest_step=2.0), st.lists(st.floats(0, 1), min_size=1, max_size=20))
def test_a_point_at_a_station_lies_at_that_station(corridor, shares):
    stations = np.array(shares) * length_m(corridor)
    points = point_at(corridor, stations)
    found = locate(corridor, points)
    assert found.offset_m.max() < MM
    assert (found.side == "on_line").all()
    again = point_at(corridor, found.station_m)  # a line may cross itself: the place counts, not the station
    assert max(GEOD.inv(*points.T.tolist(), *again.T.tolist())[2]) < MM


@settings(max_examples=100, deadline=None)
@given(corridors(), st.floats(-0.1, 1.1), st.floats(0, 360), st.floats(0, 3000))
def test_reversing_the_line_mirrors_the_station_and_keeps_the_side(corridor, share, azimuth, away):
    on_line = point_at(corridor, [min(max(share, 0), 1) * length_m(corridor)])[0].tolist()
    point = np.array([GEOD.fwd(*on_line, azimuth, away)[:2]])
    other_way = "upstream" if corridor.direction == "downstream" else "downstream"
    backwards = replace(corridor, lonlat=corridor.lonlat[::-1], direction=other_way)
    there, back = locate(corridor, point), locate(backwards, point)
    assert back.offset_m[0] == pytest.approx(there.offset_m[0], abs=MM)
    mirrored = length_m(corridor) - back.station_m[0]
    assume(abs(mirrored - there.station_m[0]) < 1 or there.offset_m[0] < MM)  # two stretches equally near
    if there.offset_m[0] >= MM:
        assert mirrored == pytest.approx(there.station_m[0], abs=2 * MM)
    assert downstream_m(corridor, there.station_m) == pytest.approx(downstream_m(backwards, back.station_m), abs=1)
    low, high = sorted((there.station_m[0], mirrored))
    beyond_an_end = low < MM or high > length_m(corridor) - MM
    if abs(there.offset_m[0] - MM) > 1e-6 and not beyond_an_end:
        assert back.side[0] == there.side[0]


SIDES = [  # a line going north, then east; looking along it
    ((128.9, 41.5), "left"), ((129.1, 41.5), "right"), ((129.5, 42.1), "left"), ((129.5, 41.9), "right"),
    ((128.9, 42.1), "left"),  # outside the bend: nearest point is the vertex
]


@pytest.mark.parametrize(("point", "side"), SIDES)
def test_side_is_seen_looking_downstream(point, side):
    line = np.array([(129, 41), (129, 42), (130, 42)], dtype=float)
    assert locate(Corridor(line, direction="downstream"), np.array([point])).side[0] == side
    mirrored = {"left": "right", "right": "left"}[side]
    assert locate(Corridor(line, direction="upstream"), np.array([point])).side[0] == mirrored


def test_side_outside_a_hairpin():
    """Outside a bend of 170 degrees each segment by itself would give a different side."""
    line = np.array([(129, 41), (129, 42), (129.02, 41)], dtype=float)
    beyond = np.array([(128.99, 42.05), (129.03, 42.05)])
    assert locate(Corridor(line), beyond).side.tolist() == ["left", "left"]


def test_south_bank_is_left(river, sites):
    samsu_gate = np.array(sites("gate").geometry.iloc[0].coords)
    assert locate(river, samsu_gate).side.tolist() == ["left"]


def test_across_the_antimeridian():
    line = Corridor(np.array([(179.9, 10), (-179.9, 10), (-179.8, 10.1)], dtype=float))
    assert length_m(line) == pytest.approx(21_927 + 15_593, abs=20)
    found = locate(line, np.array([(180.0, 10.01), (-180.0, 10.01)]))
    assert found.station_m == pytest.approx([10_964, 10_964], abs=1)
    # 1,106.1 m to the parallel, less the 1.7 m by which the geodesic runs poleward of it
    assert found.offset_m == pytest.approx([1104.4, 1104.4], abs=0.1)


def test_gaps_sum_to_the_length(river):
    rng = np.random.default_rng(1)
    stations = np.r_[0, np.sort(rng.uniform(0, length_m(river), 500)), length_m(river)]
    found = locate(river, point_at(river, stations))
    assert np.diff(found.station_m).sum() == pytest.approx(length_m(river), abs=MM)
    assert found.station_m == pytest.approx(stations, abs=MM)


def test_no_points(river):
    found = locate(river, np.empty((0, 2)))
    assert len(found.station_m) == len(found.offset_m) == len(found.side) == 0


def test_stations_beyond_the_line_are_refused(river):
    with pytest.raises(ValueError, match="from 0 to 374415"):
        point_at(river, [400_000.0])
