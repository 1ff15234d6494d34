"""Rows far from the others of their list get remarks and are not changed."""

from __future__ import annotations

import pytest

from yalu_plugin.core.importing.import_assessment import CHECK, GOOD, REPAIRED

OTHERS = "B,41.42,128.2\nC,41.43,128.25\nD,41.44,128.28\nE,41.431189,127.885265\n"


@pytest.mark.parametrize(("place", "words"), [
    ("41.411114,-128.186804", "the sign may be wrong: 41.411114, 128.186804 would fit"),
    ("-41.411114,128.186804", "the sign may be wrong: 41.411114, 128.186804 would fit"),
    ("-41.411114,-128.186804", "the sign may be wrong: 41.411114, 128.186804 would fit"),
    ("4.1411114,128.186804", "the decimal point may be misplaced: 41.411114, 128.186804 would fit"),
    ("41.411114,12.8186804", "the decimal point may be misplaced: 41.411114, 128.186804 would fit"),
    ("41.411114,41.411114", "latitude and longitude are the same number"),
    ("48.85,2.35", "km from the other rows"),
])
def test_a_row_unlike_the_others(assess, place: str, words: str) -> None:
    first, *others = assess(f"name,lat,lon\nA,{place}\n{OTHERS}").rows
    assert first.status == CHECK and words in first.reason
    assert f"{first.site['lat']},{first.site['lon']}" == place
    assert {row.status for row in others} == {GOOD}


def test_the_distance_is_right_to_half_a_percent(assess) -> None:
    (row, *_) = assess(f"name,lat,lon\nA,48.85,2.35\n{OTHERS}").rows
    assert row.reason == "lies about 8690 km from the other rows"  # geodesic: see below


def test_distances_against_geodesics() -> None:
    pyproj = pytest.importorskip("pyproj")
    from yalu_plugin.core.importing.geodesy import distance_m

    places = ((128.2, 41.4), (128.2012, 41.4005), (127.2, 41.5), (2.35, 48.85), (-128.2, -41.4), (0.0, 90.0),
              (-179.9, 0.1))
    geod = pyproj.Geod(ellps="WGS84")
    for one in places:
        for other in places:
            exact = geod.inv(*one, *other)[2]
            assert distance_m(*one, *other) == pytest.approx(exact, rel=6e-3, abs=1e-6)
            if exact < 200:
                assert distance_m(*one, *other) == pytest.approx(exact, abs=1e-4)


def test_swapped_among_the_others(assess) -> None:
    others = "".join(f"{name},{lat},{lon}\n" for name, lat, lon in (
        ("B", 45.1, 25.2), ("C", 45.2, 25.3), ("D", 45.3, 25.1), ("E", 45.4, 25.4)))
    (row, *_) = assess(f"name,lat,lon\nA,25.25,45.25\n{others}").rows
    assert row.status == REPAIRED and (row.site["lat"], row.site["lon"]) == (45.25, 25.25)
    (row, *_) = assess(f"name,lat,lon\nA,25.25N,45.25E\n{others}").rows  # the letters show the order
    assert row.status == CHECK and "may be swapped: 45.250000, 25.250000 would fit" in row.reason


def test_two_rows_far_apart_are_both_to_be_checked(assess) -> None:
    rows = assess("name,lat,lon\nA,41.4,128.2\nB,41.4,-128.2\n").rows
    assert [row.status for row in rows] == [CHECK, CHECK]


def test_a_worldwide_list_has_no_outliers(assess) -> None:
    rows = assess("name,lat,lon\n" + "".join(f"P{n},{-50.5 + 10 * n},{-143.5 + 30 * n}\n" for n in range(11))).rows
    assert [row.status for row in rows] == [GOOD] * 11


@pytest.mark.parametrize(("kind", "lat", "status"), [
    ("ford", 41.411114, GOOD), ("ford", 41.32, CHECK), ("parking", 41.296, GOOD), ("parking", 41.1, CHECK),
    ("", 41.32, GOOD), ("", 41.0, CHECK)])
def test_how_far_from_the_river(assess, river, kind: str, lat: float, status: str) -> None:
    pytest.importorskip("scipy")
    (row,) = assess(f"name,lat,lon,type\nA,{lat},128.186804,{kind}\n", river=river).rows
    assert row.status == status and ("km from the river line" in row.reason) == (status == CHECK)


def test_a_row_in_seoul(assess, river) -> None:
    pytest.importorskip("scipy")
    rows = assess(f"name,lat,lon\nA,41.411114,128.186804\n{OTHERS}S,37.57,126.98\n", river=river).rows
    assert [row.status for row in rows] == [GOOD] * 5 + [CHECK]
    assert rows[-1].reason == "lies 430 km from the river line"


def test_a_single_row_is_compared_with_the_river(assess, river) -> None:
    pytest.importorskip("scipy")
    (row,) = assess("name,lat,lon\nA,41.411114,-128.186804\n", river=river).rows
    assert row.status == CHECK and "the sign may be wrong: 41.411114, 128.186804 would fit" in row.reason


def test_without_the_packages_there_is_a_notice(assess, river, monkeypatch) -> None:
    from yalu_plugin.core import requirements

    monkeypatch.setattr(requirements, "_importable", lambda name: name != "scipy")
    found = assess("name,lat,lon\nA,41.0,128.2\n", river=river)
    assert found.rows[0].status == GOOD
    assert str(found.notices[0]).startswith("No row was compared with the river line")


def test_whole_degrees_are_no_place(assess) -> None:
    rows = assess("name,lat,lon\nA,41,128\nB,41.4,128.2\nC,41.0,127.5\n").rows
    assert [row.status for row in rows] == [CHECK, GOOD, GOOD]
    assert rows[0].reason == "is given to whole degrees only: it may be off by some 100 km"
