"""Positions of rows, read from the columns that are filled."""

from __future__ import annotations

from pathlib import Path

import pytest

from yalu_plugin.core.importing.column_map import ColumnMap
from yalu_plugin.core.importing.import_assessment import ASKED, GOOD, REFUSED, REPAIRED, Choices
from yalu_plugin.core.importing.positions import find_positions
from yalu_plugin.core.importing.source_reader import read_source

BOTH = "name,coordinates,lat,lon\n"


@pytest.mark.parametrize(("cells", "status", "place"), [
    ('A,"41.4, 128.2",,', GOOD, (41.4, 128.2)), ("A,,41.4,128.2", GOOD, (41.4, 128.2)),
    ('A,"41.4, 128.2",41.4001,128.2001', GOOD, (41.4, 128.2)), ("A,see map,41.4,128.2", REPAIRED, (41.4, 128.2)),
    ('A,"41.4, 128.2",41.4,', REPAIRED, (41.4, 128.2)), ('A,"41.4, 128.2",41.2,128.2', ASKED, (41.4, 128.2)),
    ("A,,,", REFUSED, None), ("A,,41.4,", REFUSED, None), ("A,see map,,", REFUSED, None)])
def test_row_by_row_from_what_is_filled(assess, cells: str, status: str, place: tuple[float, float] | None) -> None:
    row = assess(f'{BOTH}X,"41.7, 127.0",,\nY,,41.6,127.1\n{cells}\n').rows[2]
    assert row.status == status
    assert (row.site and (row.site["lat"], row.site["lon"])) == place


def test_the_analyst_decides_on_two_places(assess) -> None:
    text = f'{BOTH}A,"41.4, 128.2",41.2,128.2\n'
    (asked,) = assess(text).rows
    assert asked.reason == "the row gives two places, 22.2 km apart: 41.40000, 128.20000 would be taken"
    (separate,) = assess(text, choices=Choices(rows={2: "separate"})).rows
    assert separate.status == GOOD and separate.site["lat"] == 41.4
    near = f'{BOTH}X,"41.4, 128.2",,\nA,"41.4, 128.2",41.2,128.2\n'
    assert assess(near).rows[1].status == ASKED and len(assess(near).rows[1].reasons) == 2
    same = assess(near, choices=Choices(rows={3: "same"})).rows[1]
    assert same.included and same.site is None and same.of_row == 2


@pytest.mark.parametrize(("header", "cells", "place"), [
    ("lat_deg,lat_min,lat_sec,lat_hem,lon_deg,lon_min,lon_sec,lon_hem", "41,24,40,N,128,11,12,E",
     (41.4111111, 128.1866667)),
    ("lat_deg,lat_min,lon_deg,lon_min", "41,24.5,128,11.25", (41.4083333, 128.1875)),
    ("lat,ns,lon,ew", "41.4,N,128.2,E", (41.4, 128.2)), ("lat,ns,lon,ew", "41.4,S,128.2,W", (-41.4, -128.2)),
    ("zone,easting,northing", "52T,432035,4584715", (41.41111, 128.18680)),
    ("UTM zone,E,N,easting,northing", "52N,x,y,432035,4584715", (41.41111, 128.18680)),
    ("MGRS", "52TDL3203584715", (41.41111, 128.18680)), ("plus code", "8QHCC56P+CP", (41.41106, 128.18681)),
    ("geometry", '"{""type"":""Point"",""coordinates"":[128.2,41.4]}"', (41.4, 128.2)),
    ("Координаты", '"41.4, 128.2"', (41.4, 128.2)), ("Breite,Länge", "41.4,128.2", (41.4, 128.2)),
    ("緯度,経度", "41.4,128.2", (41.4, 128.2)), ("북위,동경", "41.4,128.2", (41.4, 128.2)),
])
def test_columns_in_parts_and_in_other_notations(assess, header: str, cells: str, place: tuple[float, float]) -> None:
    (row,) = assess(f"name,{header}\nA,{cells}\n").rows
    assert (row.site["lat"], row.site["lon"]) == pytest.approx(place, abs=2e-5)


def test_text_around_a_place_goes_into_the_note(assess) -> None:
    (row,) = assess('coordinates\n"Hyesan sandbar: 41.411114, 128.186804"\n').rows
    assert row.site["note"] == "coordinates: Hyesan sandbar: 41.411114, 128.186804"
    (row,) = assess("coordinates\nPOINT (128.186804 41.411114)\n").rows
    assert row.site["note"] is None


def test_numbers_as_programs_write_them(assess) -> None:
    row, = assess("name,lat,lon\nA,4.1411114E+01,1.28186804E+02\n").rows
    assert (row.site["lat"], row.site["lon"]) == (41.411114, 128.186804)


def test_minutes_of_one_axis_only(assess) -> None:
    header = "name,lat_deg,lat_min,lon_deg,lon_min\n"
    row, = assess(f"{header}A,41,,128,11.2\n").rows
    assert row.status == REFUSED and row.reason == "“41” gives only one of latitude and longitude. Write both."
    decimal, whole = assess(f"{header}A,41.4,,128,11.2\nB,41,0,128,12\n").rows
    assert (decimal.site["lat"], whole.site["lat"]) == (41.4, 41.0)


@pytest.mark.parametrize("zone", ["52T", "UTM 52N", "52 N", "zone 52T", "UTM zone 52N"])
def test_zones_in_words(assess, zone: str) -> None:
    row, = assess(f"name,x,y,zone\nA,432035,4584715,{zone}\n").rows
    assert (row.site["lat"], row.site["lon"]) == pytest.approx((41.41111, 128.18680), abs=1e-5)


def test_errors_of_rows_have_no_tracebacks(tmp_path: Path) -> None:
    """The tracebacks of 70,000 refused rows took 350 MB."""
    path = tmp_path / "a.csv"
    path.write_text("name,lat,lon\nA,nowhere,x\nB,41.4,\nC,0,0\nD,POINT(x),128\n")
    found = find_positions(read_source(path), ColumnMap(latitude="lat", longitude="lon"))
    errors = [each for each in found if isinstance(each, Exception)]
    assert len(errors) == 4
    assert [(each.__traceback__, each.__context__, each.__cause__) for each in errors] == [(None, None, None)] * 4
