from __future__ import annotations

from pathlib import Path

import pytest

from yalu_plugin.core.importing.column_map import ColumnMap
from yalu_plugin.core.importing.columns import guess_columns
from yalu_plugin.core.importing.reading import read_source
from yalu_plugin.core.importing.source import ReadOptions


def _guess(tmp_path: Path, text: str, crs: str = "") -> ColumnMap:
    path = tmp_path / "a.csv"
    path.write_text(text, "utf-8")
    return guess_columns(read_source(path, ReadOptions(crs=crs)))


def test_the_columns_of_the_published_sites(data: Path) -> None:
    guessed = guess_columns(read_source(data / "import" / "sites.csv"))
    assert guessed == ColumnMap(latitude="latitude", longitude="longitude", name="name", kind="kind", id="id",
                                note="note", first_seen="first_seen", at_fence_gate="at_fence_gate", county="county")


def test_korean_and_chinese_headers(data: Path) -> None:
    assert guess_columns(read_source(data / "import" / "sites_ko.csv")) == ColumnMap(
        latitude="위도", longitude="경도", name="이름", kind="종류", note="비고")
    assert guess_columns(read_source(data / "import" / "sites_zh.csv")) == ColumnMap(
        latitude="纬度", longitude="经度", name="名称", kind="类型", note="备注")


@pytest.mark.parametrize(("header", "expected"), [
    ("Site Name,Latitude (WGS84),Longitude (WGS84)", ("Latitude (WGS84)", "Longitude (WGS84)", None, "Site Name")),
    ("label,Y,X", ("Y", "X", None, "label")),
    ("county_name,name,LAT_DD,LON_DD", ("LAT_DD", "LON_DD", None, "name")),
    ("地名,坐标", (None, None, "坐标", "地名")),
    ("label,Y,X,modified date", ("Y", "X", None, "label")),
    ("명칭,위치좌표", (None, None, "위치좌표", "명칭")),
])
def test_headers(tmp_path: Path, header: str, expected: tuple[str | None, ...]) -> None:
    guessed = _guess(tmp_path, header + "\nA,B,C,D\n")
    assert (guessed.latitude, guessed.longitude, guessed.pair, guessed.name) == expected
    assert guessed.first_seen is None


@pytest.mark.parametrize(("text", "expected"), [
    ("a,b,c,d\nX,128.1,7,41.4\nY,127.2,8,41.5\n", ("d", "b", None)),
    ("a,b\nX,\"41.4, 128.1\"\nY,\"41.5, 127.2\"\n", (None, None, "b")),
    ("a,b,c\nX,41°24'N,128°11'E\nY,41°25'N,128°10'E\n", ("b", "c", None)),
    ("a,b,c\nX,128.5E,41.1N\n", ("c", "b", None)),
    ("A1,41.411114,128.186804\nA2,41.431189,127.885265\n", ("column 2", "column 3", None)),
    ("a,b,c\nX,45.1,25.2\nY,45.2,25.3\n", (None, None, None)),
    ("a,b,c\nX,45,125\nY,46,126\n", (None, None, None)),
    ("coordinates,lat,lon\n\"41.4, 128.1\",,\n", (None, None, "coordinates")),
    ("coordinates,lat,lon\nsee map,41.4,128.1\n", ("lat", "lon", None)),
])
def test_content(tmp_path: Path, text: str, expected: tuple[str | None, ...]) -> None:
    guessed = _guess(tmp_path, text)
    assert (guessed.latitude, guessed.longitude, guessed.pair) == expected


def test_the_given_crs_goes_with_x_and_y(tmp_path: Path) -> None:
    assert _guess(tmp_path, "name,x,y\nA,100,200\n", "EPSG:5179") == ColumnMap(
        latitude="y", longitude="x", name="name", crs="EPSG:5179")


def test_geometry_stands_for_the_position(data: Path) -> None:
    guessed = guess_columns(read_source(data / "import" / "fords.kml"))
    assert (guessed.latitude, guessed.longitude, guessed.pair) == (None, None, None)
    assert (guessed.name, guessed.note) == ("name", "description")
