"""A second place in a row gets a remark and goes into the note; it is never used."""

from __future__ import annotations

import pytest

from yalu_plugin.core.importing.import_assessment import CHECK, GOOD


@pytest.mark.parametrize(("header", "other", "reason"), [
    ("name,lat,lon,end_lat,end_lon", "41.5,128.186804", "end_lat, end_lon give another place, 9.9 km away"),
    ("name,lat,lon,lat,lon", "41.5,128.186804", "lat (2), lon (2) give another place, 9.9 km away"),
    ("name,lat,lon,CN lat,CN lon", "41.4115,128.1870", ""),  # the other bank
    ("name,lat1,lon1,lat2,lon2", "41.5,128.186804", "lat2, lon2 give another place, 9.9 km away"),
    ("name,lat,lon,old lat,old lon", ",", ""),
    ("name,lat,lon,old lat,old lon", "0,0", ""),
    ("name,lat,lon,alt lat,alt lon", "128.186804,41.411114", ""),  # the same place with swapped axes
    ("name,lat,lon,lat accuracy,lon accuracy", "north,5", ""),
    ("name,lat,lon,old latitude", "41.5", ""),
])
def test_another_place_in_the_row(assess, header: str, other: str, reason: str) -> None:
    row, = assess(f"{header}\nA,41.411114,128.186804,{other}\n").rows
    assert (row.status, row.reason.startswith(reason)) == (CHECK if reason else GOOD, True)
    assert (row.site["lat"], row.site["lon"]) == (41.411114, 128.186804)


def test_columns_are_compared_with_the_geometry(assess) -> None:
    feature = ('{"type":"Feature","properties":{"name":"A","lat":"41.5","lon":"128.2"},'
               '"geometry":{"type":"Point","coordinates":[128.186804,41.411114]}}')
    row, = assess(feature, name="a.geojson").rows
    assert row.status == CHECK and row.reason == "lat, lon give another place, 9.9 km away: kept in the note"
