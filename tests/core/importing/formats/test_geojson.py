from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.importing.import_errors import (
    NotFeatures,
    NothingRead,
    TextTooLong,
    TooDeep,
    TooManyColumns,
    UnreadableFile,
)
from yalu_plugin.core.importing.import_source import LinkedCrs, MissingCrs, ReadOptions, Source, UnknownCrs
from yalu_plugin.core.importing.source_reader import read_source

POINT = {"type": "Point", "coordinates": [128.186804, 41.411114]}
LINE = {"type": "LineString", "coordinates": [[128.1, 41.4]]}
RING = {"type": "Polygon", "coordinates": [[[127, 41], [128, 41], [128, 42], [127, 42]]]}


def _feature(geometry: Any, **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def _collection(*features: Any, **members: Any) -> str:
    return json.dumps({"type": "FeatureCollection", **members, "features": features}, ensure_ascii=False)


def _read(folder: Path, text: str, name: str = "a.geojson", encoding: str = "utf-8") -> Source:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return read_source(path)


def test_values_are_as_their_author_wrote_them(tmp_path: Path) -> None:
    text = ('{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":9007199254740993,"code":1.10,'
            '"b":true,"n":null,"nan":NaN,"z":"007","l":[1,"a"],"o":{"x":{"y":2}},"d":"a<br>b","d":"twice"},'
            '"geometry":null}]}')
    assert dict(_read(tmp_path, text).rows[0].values) == {
        "id": "9007199254740993", "code": "1.10", "b": "true", "n": "", "nan": "", "z": "007", "l": "1; a",
        "o.x.y": "2", "d": "a\nb", "d (2)": "twice"}


def test_a_bad_feature_refuses_its_row_only(tmp_path: Path) -> None:
    collected = {"type": "GeometryCollection", "geometries": [LINE, POINT]}
    features = [_feature(POINT), _feature(LINE), _feature(RING), _feature(collected), _feature(None), {},
                _feature({"type": "Point", "coordinates": ["x", 1]}), _feature({"type": "Point", "coordinates": [128]}),
                _feature({"type": "Foo", "coordinates": [1]}), "text", None, _feature({**POINT, "type": "MultiPoint",
                "coordinates": [[128.186804, 41.411114]]}), {**_feature(POINT), "properties": None}]
    rows = _read(tmp_path, _collection(*features)).rows
    assert [row.number for row in rows if row.lon == 128.186804] == [1, 4, 12, 13]
    assert [row.geometry for row in rows if row.geometry] == ["LineString", "Polygon"]
    assert [row.number for row in rows if row.error] == [6, 7, 8, 9, 10, 11]
    assert str(rows[6].error) == 'The geometry is damaged: ["x", "1"]. Draw the point again.'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp949"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    source = _read(tmp_path, _collection(_feature(POINT, name="혜산 도하점")), encoding=encoding)
    assert source.rows[0].values["name"] == "혜산 도하점"


@pytest.mark.parametrize(("name", "text"), [
    ("lines.geojsonl", "\n".join(json.dumps(_feature(POINT, name=n)) for n in "AB")),
    ("sequence.geojson", "".join("\x1e" + json.dumps(_feature(POINT, name=n)) + "\n" for n in "AB")),
    ("collection.csv", _collection(_feature(POINT, name="A"), _feature(POINT, name="B"))),
    ("late.json", json.dumps({"features": [_feature(POINT, name=n) for n in "AB"], "type": "FeatureCollection"})),
])
def test_lines_sequences_and_collections(tmp_path: Path, name: str, text: str) -> None:
    rows = _read(tmp_path, text, name).rows
    assert [(row.number, row.values["name"], row.lon) for row in rows] == [(1, "A", 128.186804), (2, "B", 128.186804)]


def test_single_features_and_geometries(tmp_path: Path) -> None:
    for thing in (_feature(POINT), POINT):
        assert [row.lat for row in _read(tmp_path, json.dumps(thing), "a.json").rows] == [41.411114]


def test_records_without_geometry_are_a_table(tmp_path: Path) -> None:
    records = [{"name": "A", "lat": 41.40, "lon": 128.1}, {"name": "B", "lat": 41.5, "lon": 128.2}]
    for thing in (records, {"meta": {"n": 2}, "sites": records}):
        source = _read(tmp_path, json.dumps(thing), "a.json")
        assert source.columns == ("name", "lat", "lon") and not source.has_geometry
        assert [row.values["lat"] for row in source.rows] == ["41.4", "41.5"]


def test_records_line_by_line(tmp_path: Path) -> None:
    source = _read(tmp_path, '{"name": "A", "lat": 41.4}\n{"name": "B", "lat": 41.5}\n', "a.ndjson")
    assert [(row.number, row.values["name"]) for row in source.rows] == [(1, "A"), (2, "B")]
    assert source.about == "" and not source.has_geometry


def test_records_with_a_type(tmp_path: Path) -> None:
    text = '{"name": "A", "type": "ford"}\n{"name": "B", "type": "barge"}\n'
    assert [row.values["type"] for row in _read(tmp_path, text, "a.jsonl").rows] == ["ford", "barge"]


def test_lists_that_are_not_read_are_named(tmp_path: Path) -> None:
    text = json.dumps({"fords": [{"name": "A"}, {"name": "B"}], "barges": [{"name": "C"}], "n": 2})
    source = _read(tmp_path, text, "a.json")
    assert [row.values["name"] for row in source.rows] == ["A", "B"]
    assert [str(notice) for notice in source.notices] == ["The list “barges” of 1 items was not read."]


def test_members_of_a_collection_are_about_the_file(tmp_path: Path) -> None:
    text = _collection(_feature(POINT, name="A"), name="Crossings", description="Seen <b>2025</b>")
    assert _read(tmp_path, text).about == "Crossings\nSeen 2025"


def test_esri_features(tmp_path: Path) -> None:
    features = {"geometryType": "esriGeometryPoint", "spatialReference": {"wkid": 102100, "latestWkid": 3857},
                "fields": [{"name": "n", "type": "esriFieldTypeString"}, {"name": "d", "type": "esriFieldTypeDate"}],
                "features": [{"attributes": {"n": "A", "d": 1753833600000}, "geometry": {"x": 14269688.0,
                                                                                         "y": 5071000}},
                             {"attributes": {"n": "B", "d": None}, "geometry": {"x": "NaN", "y": "NaN"}},
                             {"attributes": {"n": "C"}, "geometry": {"rings": [[[1, 2]]]}}]}
    source = _read(tmp_path, json.dumps(features), "a.json")
    first, second, third = source.rows
    assert source.crs == "EPSG:3857" and dict(first.values) == {"n": "A", "d": "2025-07-30"}
    assert (first.lon, first.lat) == pytest.approx((128.186788, 41.396484), abs=1e-6)
    assert second.lon is None and third.geometry == "Polygon"


def test_topojson(tmp_path: Path) -> None:
    topology = {"type": "Topology", "transform": {"scale": [0.001, 0.001], "translate": [128, 41]}, "arcs": [[[0, 0]]],
                "objects": {"sites": {"type": "GeometryCollection", "geometries": [
                    {"type": "Point", "coordinates": [186, 411], "properties": {"name": "A"}},
                    {"type": "LineString", "arcs": [0]}, {"type": "Point", "coordinates": "x"}]}}}
    first, second, third = _read(tmp_path, json.dumps(topology), "a.json").rows
    assert (first.lon, first.lat) == pytest.approx((128.186, 41.411))
    assert dict(first.values) == {"layer": "sites", "name": "A"}
    assert second.geometry == "LineString" and third.error is not None


def test_elements_of_openstreetmap(tmp_path: Path) -> None:
    answer = {"version": 0.6, "elements": [
        {"type": "node", "id": 1, "lat": 41.4, "lon": 128.1, "tags": {"ford": "yes"},
         "timestamp": "2020-01-01T00:00:00Z"},
        {"type": "way", "id": 2, "nodes": [1, 2], "tags": {"name": "W"}}]}
    first, second = _read(tmp_path, json.dumps(answer), "a.json").rows
    assert dict(first.values) == {"id": "node/1", "ford": "yes", "stored at": "2020-01-01T00:00:00Z"}
    assert (first.lon, first.lat, second.geometry) == (128.1, 41.4, "way")


@pytest.mark.parametrize("name", ["urn:ogc:def:crs:EPSG::5179", "EPSG:5179", "http://www.opengis.net/def/crs/EPSG/0/5179"])
def test_a_named_crs(tmp_path: Path, name: str) -> None:
    pytest.importorskip("pyproj")
    point = {"type": "Point", "coordinates": [1057401.0498710515, 2378808.798823904]}
    source = _read(tmp_path, _collection(_feature(point), crs={"type": "name", "properties": {"name": name}}))
    assert source.crs == "EPSG:5179"
    assert (source.rows[0].lon, source.rows[0].lat) == pytest.approx((128.186804, 41.411114), abs=1e-7)


def test_a_linked_crs_must_be_given(tmp_path: Path) -> None:
    crs = {"type": "link", "properties": {"href": "http://127.0.0.1:1/crs", "type": "proj4"}}
    with pytest.raises(LinkedCrs, match="127.0.0.1:1/crs"):
        _read(tmp_path, _collection(_feature(POINT), crs=crs))
    given = read_source(tmp_path / "a.geojson", ReadOptions(crs="EPSG:4326"))
    assert given.rows[0].lon == 128.186804
    with pytest.raises(MissingCrs):
        _read(tmp_path, _collection(_feature(POINT), crs=None))


@pytest.mark.parametrize(("text", "error"), [
    (_collection({"type": "GeometryCollection", "geometries": [POINT]}), NotFeatures), ('{"type": "x"}', NotFeatures),
    ("{}", NotFeatures), ("[]", NotFeatures),
    (_collection(), NothingRead), (_collection(_feature(POINT))[:-2], UnreadableFile), ("{not json", UnreadableFile),
    (_collection(*[_feature(POINT, name="A")] * 50)[:2000], UnreadableFile), ('{"a": ' + "[" * 100_000, TooDeep),
    ('{"features": [{"a": "' + "x" * 30_000_000, TextTooLong), ('{"a": [' + " " * 30_000_000, TextTooLong),
    (_collection(*[_feature(POINT, **{f"k{n}": n}) for n in range(3000)]), TooManyColumns),
])
def test_errors_of_unreadable_files(tmp_path: Path, text: str, error: type[YaluError]) -> None:
    with pytest.raises(YaluError) as raised:
        _read(tmp_path, text)
    assert type(raised.value) is error


@pytest.mark.parametrize("crs", ["+init=/etc/passwd:1", "+proj=longlat +nadgrids=@/etc/passwd", "nonsense", "half"])
def test_a_crs_that_opens_files_is_unknown(tmp_path: Path, crs: str) -> None:
    pytest.importorskip("pyproj")
    with pytest.raises(UnknownCrs):
        text = _collection(_feature(POINT), crs={"type": "name", "properties": {"name": crs}})
        _read(tmp_path, text.replace('"half"', '"half \\ud800"'))


def test_a_point_outside_its_crs_refuses_its_row_only(tmp_path: Path) -> None:
    pytest.importorskip("pyproj")
    crs = {"type": "name", "properties": {"name": "EPSG:32652"}}
    bad, good = ({"type": "Point", "coordinates": place} for place in ([1e30, 1e30], [432035, 4584715]))
    first, second = _read(tmp_path, _collection(_feature(bad), _feature(good), crs=crs)).rows
    assert first.lon is None and "1e+30, 1e+30 lies outside what EPSG:32652 covers" in str(first.error)
    assert (second.lon, second.lat) == pytest.approx((128.187, 41.411), abs=0.01)


def test_lone_surrogates_and_zeros_are_replaced(tmp_path: Path) -> None:
    text = '{"features": [{"type": "Feature", "properties": {"a\\ud800": "b\\udfff\\u0000c"}, "geometry": null}]}'
    assert dict(_read(tmp_path, text).rows[0].values) == {"a\ufffd": "b\ufffd\ufffdc"}


def test_a_feature_longer_than_a_chunk(tmp_path: Path) -> None:
    source = _read(tmp_path, _collection(_feature(POINT, a="x" * 2_000_000), _feature(POINT, a="혜" * 300_000)))
    assert [len(row.values["a"]) for row in source.rows] == [12_000, 12_000]
