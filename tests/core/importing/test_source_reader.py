from __future__ import annotations

import re
import shutil
import sys
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from yalu_plugin.core.errors import MissingPackages, YaluError
from yalu_plugin.core.importing.formats.encodings import NotText, UnknownEncoding
from yalu_plugin.core.importing.import_errors import (
    EmptyFile,
    FileTooLarge,
    MissingFile,
    NoRows,
    NothingRead,
    Packed,
    PasswordNeeded,
    TextTooLong,
    UnknownFormat,
    UnreadableFile,
    UnsupportedFormat,
)
from yalu_plugin.core.importing.import_source import MissingCrs, NoSuchLayer, ReadOptions, UnknownCrs
from yalu_plugin.core.importing.source_reader import read_source
from yalu_plugin.core.work_progress import Cancelled

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
    ("rubbish.fgb", b"fgb\x03fgb\x01" + b"\xff" * 200, UnreadableFile),
    ("header_only.shp", b"\0\0\x27\x0a" + bytes(96), NothingRead),
    ("rubbish.xlsx", b"PK\x03\x04" + b"x" * 99, UnreadableFile),
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
def test_any_crs_is_transformed_to_wgs84(tmp_path: Path, name: str, crs: str) -> None:
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


def test_kml_folders_and_descriptions_are_read(folder: Path) -> None:
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


class _RequestLog(BaseHTTPRequestHandler):
    """Records all requests."""

    requests: ClassVar[list[str]] = []

    def do_GET(self) -> None:  # noqa: N802
        self.requests.append(self.path)
        self.send_error(404)

    do_HEAD = do_POST = do_PROPFIND = do_GET

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def address() -> Iterator[str]:
    """The address of a server that must not get any request."""
    _RequestLog.requests.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _RequestLog)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


_VRT = ('<OGRVRTDataSource><OGRVRTLayer name="x"><SrcDataSource>/vsicurl/{0}/x.csv</SrcDataSource></OGRVRTLayer>'
        '</OGRVRTDataSource>')
_MARK = "<Placemark><name>A</name><Point><coordinates>127.9,41.4</coordinates></Point></Placemark>"


@pytest.mark.parametrize(("name", "text"), [
    ("a.geojson", '{{"type": "FeatureCollection", "crs": {{"type": "link", "properties": {{"href": "{0}/crs"}}}}, '
                  '"features": [{{"type": "Feature", "properties": {{}}, "geometry": {{"type": "Point", "coordinates": '
                  '[127.9, 41.4]}}}}]}}'),
    ("a.csv", _VRT), ("a.geojson", _VRT), ("a.kml", _VRT), ("a.vrt", _VRT),
    ("a.csv", "name,lat,lon\nA,/vsicurl/{0}/x,{0}/y\n"),
    ("a.kml", '<!DOCTYPE kml SYSTEM "{0}/x.dtd"><kml><Document><NetworkLink><Link><href>{0}/l.kml</href></Link>'
              '</NetworkLink><xi:include href="{0}/i.xml"/>' + _MARK + "</Document></kml>"),
    ("a.kml", '<!DOCTYPE kml [<!ENTITY % x SYSTEM "{0}/e.dtd"> %x;]><kml><Document>' + _MARK + "</Document></kml>"),
    ("a.kml", '<kml xsi:schemaLocation="x {0}/s.xsd"><Document><Style id="s"><IconStyle><Icon><href>{0}/i.png</href>'
              '</Icon></IconStyle></Style>' + _MARK.replace("<Point>", "<styleUrl>{0}/s.kml#s</styleUrl><Point>")
              + "</Document></kml>"),
    ("a.gml", '<gml:FeatureCollection xsi:schemaLocation="x {0}/s.xsd"><gml:featureMember xlink:href="{0}/f"/>'
              '<gml:featureMember><s><g><gml:Point srsName="{0}/crs"><gml:pos>1 2</gml:pos></gml:Point></g></s>'
              "</gml:featureMember></gml:FeatureCollection>"),
    ("a.gpx", '<gpx><wpt lat="41" lon="128"><link href="{0}/w"/></wpt></gpx>'),
    ("a.tab", '!table\n!version 300\nOpen Table "{0}/x" Hide\n'),
    ("a.json", '{{"type": "FeatureCollection", "href": "{0}"}}'),
])
def test_nothing_is_downloaded(tmp_path: Path, address: str, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text.format(address))
    try:
        read_source(path)
    except YaluError as error:
        assert "\n" not in str(error)
    assert _RequestLog.requests == []


def test_no_files_are_written(folder: Path, tmp_path: Path) -> None:
    for name in ("fords.kml", "macos.kmz", "dates.xlsx", "sites.csv"):
        shutil.copy(folder / name, tmp_path)
        read_source(tmp_path / name)
    assert len(list(tmp_path.iterdir())) == 4


@pytest.mark.parametrize(("name", "content"), [
    ("a.kml", f"<kml>{_MARK}</kml>"), ("a.gpx", "<gpx/>"), ("a.gml", "<FeatureCollection/>"),
    ("a.kmz", {"doc.kml": f"<kml>{_MARK}</kml>"}), ("a.xlsx", {"xl/workbook.xml": "<workbook/>"}),
    ("a.ods", {"content.xml": "<document-content/>", "mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
])
def test_lists_in_xml_name_the_package_they_lack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str,
                                                 content: str | dict[str, str]) -> None:
    path = tmp_path / name
    if isinstance(content, str):
        path.write_text(content)
    else:
        _zip(path, **content)
    monkeypatch.setitem(sys.modules, "defusedxml", None)
    with pytest.raises(MissingPackages, match="needs the Python package defusedxml, .* Use Install"):
        read_source(path)


@pytest.mark.parametrize(("name", "content", "format_"), [
    ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "XLS"), ("a.pdf", b"%PDF-1.4", "PDF"),
    ("a.tab", b"!table\n", "MapInfo TAB"), ("a.mif", b"Version 300\n", "MapInfo MIF"),
    ("b.xls", b"<html><table>", "HTML"), ("a.dxf", b"  0\nSECTION\n  2\n", "DXF"),
    ("a.osm", b"<osm version='0.6'/>", "XML <osm>"), ("a.csv", _VRT.encode(), "XML <OGRVRTDataSource>"),
])
def test_unsupported_formats_name_the_remedy(tmp_path: Path, name: str, content: bytes, format_: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UnsupportedFormat, match=f"{name} is {format_}, which is not read here. Open it in QGIS"):
        read_source(path)


def _zip(path: Path, **members: bytes | str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def test_one_list_in_a_zip_is_read(tmp_path: Path) -> None:
    path = _zip(tmp_path / "a.zip", **{"data/list.csv": "name,lat,lon\nA,41.4,128.1\n", "README.txt": "hi"})
    assert [row.values["name"] for row in read_source(path).rows] == ["A"]


def test_members_without_a_name_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.kmz"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(".", "x")
        archive.writestr("ZZ", "x")
        archive.writestr("doc.kml", f"<kml><Document>{_MARK}</Document></kml>")
    path.write_bytes(path.read_bytes().replace(b"ZZ", b"\0Z"))
    assert len(read_source(path).rows) == 1


def test_names_in_a_zip_of_a_korean_windows(tmp_path: Path) -> None:
    path = tmp_path / "a.kmz"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("ABCD.kml", f"<kml><Document>{_MARK}</Document></kml>")
    path.write_bytes(path.read_bytes().replace(b"ABCD", "혜산".encode("cp949")))
    assert read_source(path).layers == ("혜산",)


@pytest.mark.parametrize(("members", "error"), [
    ({"a.csv": "x", "b.csv": "y"}, Packed), ({"a.gpkg": "x"}, Packed), ({"word/document.xml": "x"}, UnknownFormat),
    ({"Index/Document.iwa": "x"}, UnsupportedFormat), ({}, UnknownFormat),
    ({"doc.kml": "<kml><Document><Placemark><description>" + " " * 30_000_000}, TextTooLong),
])
def test_other_zips_are_named(tmp_path: Path, members: dict[str, str], error: type[YaluError]) -> None:
    with pytest.raises(YaluError) as raised:
        read_source(_zip(tmp_path / "a.zip", **members))
    assert type(raised.value) is error


def test_damaged_locked_and_huge_archives_are_named(folder: Path, tmp_path: Path) -> None:
    path = _zip(tmp_path / "a.kmz", **{"doc.kml": (folder / "fords.kml").read_bytes() * 10})
    whole = path.read_bytes()
    path.write_bytes(whole[:60] + b"\0\1\2\3" + whole[64:])
    with pytest.raises(UnreadableFile):
        read_source(path)
    path.write_bytes(whole[:100])
    with pytest.raises(UnreadableFile):
        read_source(path)
    listed = whole.rindex(b"PK\1\2")
    path.write_bytes(whole[:listed + 8] + b"\1" + whole[listed + 9:])
    with pytest.raises(PasswordNeeded):
        read_source(path)
    path.write_bytes(whole[:listed + 24] + (2_100_000_000).to_bytes(4, "little") + whole[listed + 28:])
    with pytest.raises(FileTooLarge, match="2100 MB, and at most 2000 MB"):
        read_source(path)


def _many(folder: Path, suffix: str) -> Path:
    """A file of 5,000 rows."""
    path = folder / f"many{suffix}"
    if suffix == ".csv":
        path.write_text("name,lat,lon\n" + "A,41.4,128.1\n" * 5000)
    elif suffix == ".kml":
        path.write_text("<kml><Document>" + _MARK * 5000 + "</Document></kml>")
    else:
        feature = '{"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [128, 41]}}'
        path.write_text('{"features": [' + ",".join([feature] * 5000) + "]}")
    return path


@pytest.mark.parametrize("suffix", [".csv", ".kml", ".geojson"])
def test_progress_is_reported_and_reading_cancelled(tmp_path: Path, suffix: str) -> None:
    fractions: list[float] = []
    assert len(read_source(_many(tmp_path, suffix), progress=fractions.append).rows) == 5000
    assert fractions == sorted(fractions) and fractions[0] >= 0 and fractions[-1] == 1.0 and len(fractions) > 3

    calls = []

    def cancel(fraction: float) -> None:
        calls.append(fraction)
        if len(calls) == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        read_source(_many(tmp_path, suffix), progress=cancel)
    assert len(calls) == 3


@pytest.mark.parametrize("name", ["sites.csv", "fords.kml", "euckr.kml", "swapped.geojson"])
@pytest.mark.parametrize("encoding", ["klingon", "hex", "a\0b"])
def test_an_unknown_encoding_is_named_for_every_format(folder: Path, tmp_path: Path, name: str, encoding: str) -> None:
    (tmp_path / "swapped.geojson").write_text('{"features": []}')
    path = folder / name if (folder / name).exists() else tmp_path / name
    with pytest.raises(UnknownEncoding, match=re.escape(encoding)):
        read_source(path, ReadOptions(encoding=encoding))


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(draw=st.data())
def test_a_damaged_file_is_read_or_named(data: Path, tmp_path_factory: pytest.TempPathFactory,
                                         draw: st.DataObject) -> None:
    """Whatever bytes of a file are removed or inserted, reading gives rows or a YaluError."""
    name = draw.draw(st.sampled_from(["sites_ko.csv", "fords.kml", "three_documents.kmz", "dates.xlsx", "euckr.kml"]))
    content = bytearray((data / "import" / name).read_bytes())
    for _ in range(draw.draw(st.integers(1, 3))):
        begin = draw.draw(st.integers(0, len(content)))
        end = begin + draw.draw(st.integers(0, 30))
        content[begin:end] = draw.draw(st.one_of(st.binary(max_size=8), st.sampled_from(
            [b"\0", b"\xff\xfe", b'"', b"<", b"</", b"&#0;", b"]]>", b"\xed\xa0\x80", b"99999999999999999999"])))
    path = tmp_path_factory.mktemp("damaged") / name
    path.write_bytes(content)
    try:
        assert read_source(path).rows
    except YaluError as error:
        assert str(error)
