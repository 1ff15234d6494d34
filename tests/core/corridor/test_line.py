from __future__ import annotations

import numpy as np
import pytest
import shapely
from shapely.geometry import GeometryCollection, LineString, MultiLineString, Point, Polygon

from yalu_plugin.core.corridor.chainage import length_m
from yalu_plugin.core.corridor.line import (
    Corridor,
    CorridorNotALine,
    CorridorTooShort,
    CorridorWithoutCrs,
    corridor_from_geometry,
    line_lonlat,
)
from yalu_plugin.core.corridor.line_parts import CorridorForks, CorridorInParts
from yalu_plugin.core.corridor.lonlat import NotTransformable

WGS84 = "EPSG:4326"


def test_bundled_river(river):
    assert river.lonlat.shape == (2617, 2)
    assert tuple(river.lonlat[0]) == (126.794681, 41.692877)
    assert tuple(river.lonlat[-1]) == (128.069837, 41.968936)
    assert length_m(river) == pytest.approx(374_415, abs=1)
    assert river.direction == "upstream"
    assert river.licence == "ODbL-1.0"
    assert river.credit == "Yalu River (© OpenStreetMap contributors)"


@pytest.mark.parametrize("crs", ["EPSG:32652", "EPSG:3857", "EPSG:4490", "EPSG:5186"])
def test_any_crs_gives_the_same_line(river, crs):
    from pyproj import Transformer

    x, y = Transformer.from_crs(WGS84, crs, always_xy=True).transform(*river.lonlat.T)
    again = corridor_from_geometry(LineString(np.column_stack([x, y])), crs, direction="upstream")
    assert np.abs(again.lonlat - river.lonlat).max() < 1e-9
    assert length_m(again) == pytest.approx(length_m(river), abs=0.001)


def test_parts_that_join_are_joined(river):
    parts = [river.lonlat[:900], river.lonlat[899:1700], river.lonlat[1699:]]
    joined, bridged_m = line_lonlat(MultiLineString([parts[2], parts[0], parts[1]]), WGS84)
    assert bridged_m == 0
    if joined[0, 0] != river.lonlat[0, 0]:
        joined = joined[::-1]
    assert np.array_equal(joined, river.lonlat)


def test_parts_that_do_not_join_are_refused_with_their_number_and_gap():
    lines = MultiLineString([[(128, 41), (128.1, 41)], [(128.1, 41.001), (128.2, 41)], [(128.2, 41.01), (128.3, 41)]])
    with pytest.raises(CorridorInParts) as refused:
        line_lonlat(lines, WGS84)
    assert refused.value.values == {"parts": 3, "gap_m": 1111}  # 0.01 degree of latitude; the other gap is a tenth
    assert "3 parts" in str(refused.value)
    assert "1111 m" in str(refused.value)


def test_the_gap_is_the_one_that_has_to_be_bridged():
    near = [[(0, 0), (0, 0.1)], [(0, 0.101), (0, 0.2)]]
    far = [[(2, 0), (2, 0.1)], [(2, 0.101), (2, 0.2)]]
    with pytest.raises(CorridorInParts) as refused:
        line_lonlat(MultiLineString(near + far), WGS84)
    assert refused.value.values["gap_m"] == pytest.approx(222_639, abs=2)


def test_a_fork_is_refused():
    fork = MultiLineString([[(0, 0), (1, 0)], [(1, 0), (2, 1)], [(1, 0), (2, -1)]])
    for bridge in (False, True):
        with pytest.raises(CorridorForks, match="at 0.000000, 1.000000"):
            line_lonlat(fork, WGS84, bridge)


def test_gaps_are_bridged_on_consent_and_say_how_much(river):
    parts = MultiLineString([river.lonlat[1800:][::-1], river.lonlat[:900], river.lonlat[910:1700]])
    with pytest.raises(CorridorInParts) as refused:
        line_lonlat(parts, WGS84)
    first, second = refused.value.gaps
    ends = {tuple(river.lonlat[k]) for k in (899, 910)}
    assert {first.start, first.end} == ends or {second.start, second.end} == ends
    assert len(refused.value.detail.splitlines()) == 2
    line = corridor_from_geometry(parts, WGS84, direction="upstream", bridge=True)
    assert line.bridged_m == pytest.approx(first.length_m + second.length_m)
    expected = np.r_[river.lonlat[:900], river.lonlat[910:1700], river.lonlat[1800:]]
    assert np.array_equal(line.lonlat, expected) or np.array_equal(line.lonlat, expected[::-1])


@pytest.mark.parametrize("geometry", [
    None, LineString(), MultiLineString(), Point(1, 2), Polygon([(0, 0), (1, 0), (1, 1)]), GeometryCollection(),
    LineString([(0, 0), (np.inf, 1)]),
])
def test_what_is_no_line_is_refused(geometry):
    with pytest.raises(CorridorNotALine):
        line_lonlat(geometry, WGS84)


def test_a_line_without_length_is_refused():
    with pytest.raises(CorridorTooShort):
        line_lonlat(LineString([(128, 41), (128, 41)]), WGS84)
    with pytest.raises(CorridorTooShort):
        line_lonlat(MultiLineString([[(128, 41), (128, 41)], [(128, 41), (128, 41)]]), WGS84)


def test_repeated_vertices_and_heights_go():
    line = shapely.from_wkt("LINESTRING Z (128 41 5, 128 41 6, 128.1 41 7)")
    assert line_lonlat(line, WGS84)[0].tolist() == [[128, 41], [128.1, 41]]


@pytest.mark.parametrize("crs", [None, ""])
def test_missing_crs_is_refused(crs):
    with pytest.raises(CorridorWithoutCrs):
        line_lonlat(LineString([(0, 0), (1, 1)]), crs)


@pytest.mark.parametrize(("xy", "crs"), [
    ([(500_000, 4_500_000), (510_000, 4_500_000)], WGS84),  # metres taken for degrees
    ([(0, 0), (1, 1)], "EPSG:999999"),
    ([(0, 0), (1, 1)], "no CRS at all"),
])
def test_what_cannot_be_transformed_is_refused(xy, crs):
    with pytest.raises(NotTransformable, match="corridor"):
        line_lonlat(LineString(xy), crs)


def test_direction_is_one_of_two():
    with pytest.raises(ValueError, match="downstream to upstream"):
        Corridor(np.array([[0.0, 0], [1, 1]]), direction="downstream to upstream")
