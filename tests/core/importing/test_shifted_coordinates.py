"""Mentions of shifted Chinese coordinates lead to a remark, wherever in the file they are."""

from __future__ import annotations

import pytest

from yalu_plugin.core.importing.import_assessment import CHECK, GOOD


@pytest.mark.parametrize(("header", "cells", "name"), [
    ("name,lat,lon,crs", "A,41.4,128.2,GCJ-02", "list.csv"), ("name,lat,lon,datum", "A,41.4,128.2,GCJ02", "list.csv"),
    ("name,lat,lon,note", "A,41.4,128.2,from Baidu Maps", "list.csv"),
    ("name,lat,lon,备注", "A,41.4,128.2,百度地图", "list.csv"),
    ("name,lat,lon,note", "A,41.4,128.2,高德", "list.csv"), ("name,gcj_lat,gcj_lng", "A,41.4,128.2", "list.csv"),
    ("name,lat,lon", "A,41.4,128.2", "amap export.csv"), ("name,lat_bd09,lon_bd09", "A,41.4,128.2", "list.csv"),
    ("name,lat,lon,note", "A,41.4,128.2,火星坐标", "list.csv"),
    ("name,link", "A,\"https://uri.amap.com/marker?position=128.2,41.4\"", "list.csv"),
])
def test_flagged_and_not_shifted(assess, header: str, cells: str, name: str) -> None:
    (row,) = assess(f"{header}\n{cells}\n", name=name).rows
    assert row.status == CHECK and "shifted coordinates" in row.reason
    assert (row.site["lat"], row.site["lon"]) == (41.4, 128.2)


def test_only_rows_that_mention_it(assess) -> None:
    rows = assess("name,lat,lon,crs\nA,41.4,128.2,GCJ-02\nB,41.5,128.3,WGS 84\nC,41.6,128.4,a map of the ford\n").rows
    assert [row.status for row in rows] == [CHECK, GOOD, GOOD]
