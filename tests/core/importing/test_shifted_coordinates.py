"""Mentions of shifted Chinese coordinates lead to a remark; the shift is undone only if the analyst says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from yalu_plugin.core.importing.assess_rows import assess_rows
from yalu_plugin.core.importing.chinese_datums import undo_shift
from yalu_plugin.core.importing.column_guessing import guess_columns
from yalu_plugin.core.importing.coordinate_parser import BD_09, GCJ_02
from yalu_plugin.core.importing.import_assessment import AS_STATED, CHECK, GOOD, REPAIRED, Choices
from yalu_plugin.core.importing.import_report import import_report
from yalu_plugin.core.importing.source_reader import read_source

MIXED = ("name,lat,lon,crs\nA,41.4,128.2,GCJ-02\nB,41.5,128.3,WGS 84\nC,41.6,128.4,a map of the ford\n"
         "D,41.7,128.5,百度\n")


@pytest.mark.parametrize(("header", "cells", "name", "datum"), [
    ("name,lat,lon,crs", "A,41.4,128.2,GCJ-02", "list.csv", GCJ_02),
    ("name,lat,lon,datum", "A,41.4,128.2,GCJ02", "list.csv", GCJ_02),
    ("name,lat,lon,note", "A,41.4,128.2,from Baidu Maps", "list.csv", BD_09),
    ("name,lat,lon,备注", "A,41.4,128.2,百度地图", "list.csv", BD_09),
    ("name,lat,lon,note", "A,41.4,128.2,高德", "list.csv", GCJ_02),
    ("name,gcj_lat,gcj_lng", "A,41.4,128.2", "list.csv", GCJ_02),
    ("name,lat,lon", "A,41.4,128.2", "amap export.csv", GCJ_02),
    ("name,lat_bd09,lon_bd09", "A,41.4,128.2", "list.csv", BD_09),
    ("name,lat,lon,note", "A,41.4,128.2,火星坐标", "list.csv", GCJ_02),
    ("name,link", "A,\"https://uri.amap.com/marker?position=128.2,41.4\"", "list.csv", GCJ_02),
])
def test_flagged_and_offered_and_not_shifted(assess, header: str, cells: str, name: str, datum: str) -> None:
    found = assess(f"{header}\n{cells}\n", name=name)
    (row,) = found.rows
    assert row.status == CHECK and "shifted coordinates" in row.reason
    assert (row.site["lat"], row.site["lon"]) == (41.4, 128.2)
    assert found.datum_offer.datum == datum
    assert import_report(found)["datum_offer"]["datum"] == datum


def test_only_rows_that_mention_it(assess) -> None:
    found = assess(MIXED)
    assert [row.status for row in found.rows] == [CHECK, GOOD, GOOD, CHECK]
    assert found.datum_offer.datum == AS_STATED and str(found.datum_offer.reason).startswith("2 rows say")


def test_nothing_is_offered_where_nothing_is_said(assess) -> None:
    assert assess("name,lat,lon,note\nA,41.4,128.2,a map\nB,41.5,128.2,WGS84\n").datum_offer is None


@pytest.mark.parametrize("datum", [GCJ_02, BD_09])
def test_undone_on_consent(assess, datum: str) -> None:
    found = assess("name,lat,lon,note\nA,41.4,128.2,ford\n", choices=Choices(datum=datum))
    (row,) = found.rows
    assert row.status == REPAIRED and row.reason.startswith(f"converted from {datum}: moved by ")
    assert (row.site["lon"], row.site["lat"]) == pytest.approx(undo_shift(128.2, 41.4, datum), abs=1e-7)
    assert row.site["note"] == f"ford\nPlace converted from {datum}; as written: 41.4000000, 128.2000000"
    assert found.datum_offer is None


def test_as_each_row_says(assess) -> None:
    rows = assess(MIXED, choices=Choices(datum=AS_STATED)).rows
    assert [row.status for row in rows] == [REPAIRED, GOOD, GOOD, REPAIRED]
    assert "converted from GCJ-02" in rows[0].reason and "converted from BD-09" in rows[3].reason
    assert (rows[1].site["lon"], rows[2].site["lon"]) == (128.3, 128.4)


def test_a_row_that_says_something_else_stays(assess) -> None:
    rows = assess(MIXED, choices=Choices(datum=GCJ_02)).rows
    assert [row.status for row in rows] == [REPAIRED, CHECK, REPAIRED, CHECK]
    assert rows[1].reason == "mentions “WGS 84”: not converted from GCJ-02" and rows[1].site["lon"] == 128.3
    assert rows[3].reason == "mentions “百度”: not converted from GCJ-02" and rows[3].site["lon"] == 128.5


def test_a_row_that_says_two_things_stays(assess) -> None:
    text = "name,lat,lon,note\nA,41.4,128.2,GCJ-02 turned into WGS84\n"
    for datum, status in (("", CHECK), (GCJ_02, CHECK), (AS_STATED, CHECK)):
        (row,) = assess(text, choices=Choices(datum=datum)).rows
        assert row.status == status and row.site["lon"] == 128.2
    assert assess(text, choices=Choices(datum=GCJ_02)).rows[0].reason == (
        "mentions “GCJ-02, WGS84”: not converted from GCJ-02")


def test_what_was_converted_is_not_converted_again(assess) -> None:
    (first,) = assess("name,lat,lon,note\nA,41.4,128.2,GCJ-02 from Amap\n", choices=Choices(datum=GCJ_02)).rows
    again = f"name,lat,lon,note\nA,{first.site['lat']},{first.site['lon']},\"{first.site['note']}\"\n"
    for datum in ("", GCJ_02, AS_STATED):
        found = assess(again, choices=Choices(datum=datum))
        assert found.rows[0].status == GOOD and found.datum_offer is None
        assert dict(found.rows[0].site) == dict(first.site)


def test_far_from_china_nothing_is_shifted(assess) -> None:
    (row,) = assess("name,lat,lon\nA,48.85,2.35\n", choices=Choices(datum=BD_09)).rows
    assert row.status == CHECK and row.reason == "far from China, where BD-09 shifts nothing: not converted"
    assert (row.site["lat"], row.site["lon"]) == (48.85, 2.35)


@pytest.mark.parametrize(("name", "rows"), [("c32_gcj.csv", 2), ("e01_gcj_kml_note.kml", 1)])
def test_lists_of_others(data: Path, name: str, rows: int) -> None:
    source = read_source(data / "import" / "cases" / name)
    columns = guess_columns(source)
    assert assess_rows(source, columns).datum_offer.datum == GCJ_02
    found = assess_rows(source, columns, Choices(datum=GCJ_02)).rows
    assert [row.status for row in found] == [REPAIRED] * rows
    assert (found[0].site["lon"], found[0].site["lat"]) == pytest.approx((128.1860, 41.4101), abs=2e-4)
    assert "as written: 41.4125000, 128.1920000" in found[0].site["note"]
