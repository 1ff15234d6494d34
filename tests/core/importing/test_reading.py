from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.importing.errors import EmptyFile, MissingFile, NoRows, UnknownFormat, UnreadableFile
from yalu_plugin.core.importing.formats.encodings import NotText
from yalu_plugin.core.importing.reading import read_source
from yalu_plugin.core.importing.source import MissingCrs, NoSuchLayer, ReadOptions, UnknownCrs

HYESAN = (128.186804, 41.411114)
BARGE = (127.221360, 41.519380)


@pytest.fixture
def folder(data: Path) -> Path:
    return data / "import"


def _frame(**columns: list[str]) -> Any:
    geopandas = pytest.importorskip("geopandas")
    return geopandas.GeoDataFrame(
        columns, geometry=geopandas.points_from_xy(*zip(HYESAN, BARGE)), crs="EPSG:4326")


def test_rows_are_numbered_as_a_spreadsheet_numbers_them(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('name,lat,lon\n\n"two\nlines",41,128\n,,\nB,41,127\n')
    source = read_source(path)
    assert [(row.number, row.values["name"]) for row in source.rows] == [(3, "two\nlines"), (5, "B")]


@pytest.mark.parametrize(("name", "encodings"), [
    ("sites_ko.csv", ["utf-8", "utf-8-sig", "utf-16", "cp949"]), ("sites_zh.csv", ["utf-8", "utf-16", "gb18030"]),
])
@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_encodings_and_delimiters(folder: Path, tmp_path: Path, name: str, encodings: list[str],
                                  delimiter: str) -> None:
    text = (folder / name).read_text("utf-8")
    for encoding in encodings:
        path = tmp_path / f"{encoding}.txt"
        path.write_bytes(text.replace(",", delimiter).encode(encoding))
        source = read_source(path)
        assert (source.encoding, source.delimiter) == (encoding, delimiter)
        assert [list(row.values.values()) for row in source.rows] == [
            line.split(",") for line in text.splitlines()[1:]]


def test_long_short_and_nameless_columns(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("name,,name\nA,1,2,3\nB\n")
    source = read_source(path)
    assert source.columns == ("name", "column 2", "name (2)", "column 4")
    assert list(source.rows[0].values.values()) == ["A", "1", "2", "3"]
    assert list(source.rows[1].values.values()) == ["B", "", "", ""]


def test_a_file_without_header_loses_no_row(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("A,41.411114,128.186804\n")
    source = read_source(path)
    assert source.columns == ("column 1", "column 2", "column 3")
    assert source.rows[0].number == 1


@pytest.mark.parametrize(("name", "content", "error"), [
    ("empty.csv", b"", EmptyFile), ("blank.csv", b"\n \n", EmptyFile), ("commas.csv", b",,\n,,\n", EmptyFile),
    ("header_only.csv", b"name,lat,lon\n", NoRows), ("rubbish.csv", bytes(range(256)) * 4, NotText),
    ("sites.docx", b"PK", UnknownFormat), ("empty.geojson", b"", EmptyFile),
    ("rubbish.gpkg", b"\0\1" * 99, UnreadableFile),
    ("rubbish.geojson", b"{not json", UnreadableFile), ("rubbish.kmz", b"PK no zip", UnreadableFile),
    ("rubbish.kml", b"<kml><Placemark>", UnreadableFile), ("rubbish.shp", b"no shape" * 20, UnreadableFile),
])
def test_bad_files_are_named(tmp_path: Path, name: str, content: bytes, error: type[YaluError]) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(YaluError) as raised:
        read_source(path)
    assert type(raised.value) is error
    assert name in str(raised.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(MissingFile):
            read_source(path)


@pytest.mark.parametrize(("name", "crs"), [
    ("a.gpkg", "EPSG:5179"), ("a.gpkg", "EPSG:3857"), ("a.shp", "EPSG:32652"), ("a.geojson", "EPSG:4326"),
])
def test_any_crs_comes_out_in_wgs84(tmp_path: Path, name: str, crs: str) -> None:
    path = tmp_path / name
    _frame(name=["혜산시", "Barge"]).to_crs(crs).to_file(path)
    source = read_source(path)
    assert source.has_geometry and source.crs == crs
    for row, expected in zip(source.rows, (HYESAN, BARGE)):
        assert (row.lon, row.lat) == pytest.approx(expected, abs=1e-7)
    assert [row.values["name"] for row in source.rows] == ["혜산시", "Barge"]


def test_a_shapefile_without_prj_needs_its_crs(tmp_path: Path) -> None:
    path = tmp_path / "a.shp"
    _frame(name=["A", "B"]).to_crs("EPSG:32652").to_file(path)
    path.with_suffix(".prj").unlink()
    with pytest.raises(MissingCrs):
        read_source(path)
    with pytest.raises(UnknownCrs, match="EPSG:1"):
        read_source(path, ReadOptions(crs="EPSG:1"))
    row = read_source(path, ReadOptions(crs="EPSG:32652")).rows[0]
    assert (row.lon, row.lat) == pytest.approx(HYESAN, abs=1e-7)


@pytest.mark.parametrize(("encoding", "names"), [
    ("cp949", ["혜산시", "김형직군"]), ("gb18030", ["长白", "临江"]), ("utf-8", ["혜산시", "长白"]),
])
@pytest.mark.parametrize("keep_cpg", [True, False])
def test_dbf_encodings(tmp_path: Path, encoding: str, names: list[str], keep_cpg: bool) -> None:
    path = tmp_path / "a.shp"
    _frame(name=names).to_file(path, encoding=encoding)
    path.with_suffix(".cpg").unlink(missing_ok=not keep_cpg)
    assert [row.values["name"] for row in read_source(path).rows] == names


def _check_kml(path: Path) -> None:
    source = read_source(path)
    assert source.layers == ("Vehicle crossings", "Barges")
    first, second, barge, line = source.rows
    assert [row.number for row in source.rows] == [1, 2, 3, 4]
    assert first.values["name"] == "Hyesan, sandbar ford" and first.values["folder"] == "Vehicle crossings"
    assert "the first possible crossing" in first.values.values()
    assert (first.lon, first.lat) == pytest.approx(HYESAN)
    assert barge.values["folder"] == "Barges" and (barge.lon, barge.lat) == pytest.approx(BARGE)
    assert line.geometry == "LineString" and line.lon is None
    assert not any(row.values.get("tessellate") for row in source.rows)
    only = read_source(path, ReadOptions(layers=("Barges",)))
    assert [row.values["name"] for row in only.rows] == ["River barge crossing site", "SYNTHETIC line"]
    with pytest.raises(NoSuchLayer, match="Vehicle crossings, Barges"):
        read_source(path, ReadOptions(layers=("None",)))


def test_kml_folders_and_descriptions_are_kept(folder: Path) -> None:
    _check_kml(folder / "fords.kml")


@pytest.mark.parametrize("inner", ["doc.kml", "files/혜산.kml"])
def test_kmz(folder: Path, tmp_path: Path, inner: str) -> None:
    path = tmp_path / "fords 1.kmz"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(folder / "fords.kml", inner)
    _check_kml(path)


def test_multipoints_of_one_point_are_points(tmp_path: Path) -> None:
    geopandas = pytest.importorskip("geopandas")
    from shapely import MultiPoint, Point, Polygon
    path = tmp_path / "a.gpkg"
    shapes = [MultiPoint([HYESAN]), MultiPoint([HYESAN, BARGE]), Point(BARGE), None, Polygon([(0, 0), (1, 0), (1, 1)])]
    geopandas.GeoDataFrame({"n": [1, 2, None, 4, 5]}, geometry=shapes, crs="EPSG:4326").to_file(path)
    rows = read_source(path).rows
    assert [row.geometry for row in rows] == ["", "MultiPoint", "", "", "Polygon"]
    assert [row.lon for row in rows] == [HYESAN[0], None, BARGE[0], None, None]
    assert [row.values["n"] for row in rows] == ["1", "2", "", "4", "5"]


def test_layers_of_several_columns(tmp_path: Path) -> None:
    path = tmp_path / "a.gpkg"
    _frame(name=["A", "B"]).to_file(path, layer="one")
    _frame(label=["C", "D"]).to_crs("EPSG:5179").to_file(path, layer="two")
    source = read_source(path)
    assert source.columns == ("layer", "name", "label")
    assert source.crs == "EPSG:4326, EPSG:5179"
    assert [row.number for row in source.rows] == [1, 2, 3, 4]
    assert source.rows[3].values == {"layer": "two", "label": "D"}
