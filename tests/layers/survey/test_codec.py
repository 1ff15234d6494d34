"""The codec returns the same as reading the table with GDAL."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from osgeo import ogr

from yalu_plugin.core.survey.codec import columns, row_from_entry, row_from_values
from yalu_plugin.core.survey.geopackage_wkt import wkt_of_blob, wkt_of_text

SHAPES = ("POINT (127.123456789123 -0.0000000001)", "POINT EMPTY", "LINESTRING (0 0,1 1,2.5 3)", "LINESTRING EMPTY",
          "POLYGON ((0 0,9 0,9 9,0 0),(2 1,3 1,3 2,2 1))", "MULTIPOINT ((1 2),(3 4))",
          "MULTILINESTRING ((0 0,1 1),(2 2,3 3))", "MULTIPOLYGON (((0 0,1 0,1 1,0 0)),((5 5,6 5,6 6,5 5)))",
          "GEOMETRYCOLLECTION (POINT (1 2),LINESTRING (0 0,1 1))", "POINT (0.0009765625 -0.0009765625)",
          "POINT Z (1 2 3)", "LINESTRING ZM (1 2 3 4,5 6 7 8)")


def _written(survey: Any, table: str, **values: Any) -> list[str]:
    """Rows by plain SQL with these values, and one with none; returns their ids."""
    from yalu_plugin.layers.survey.geopackage import execute, opened

    with opened(survey.path, update=True) as dataset:
        for number, value in enumerate(next(iter(values.values()))):
            literal = "'" + value.replace("'", "''") + "'" if isinstance(value, str) else str(value)
            execute(dataset, f'INSERT INTO "{table}" (id, "{next(iter(values))}") VALUES (\'u{number}\', {literal})')
    return [f"u{number}" for number in range(len(next(iter(values.values()))))]


def _as_json(survey: Any, table: str) -> list[dict[str, Any]]:
    from yalu_plugin.layers.survey.geopackage import opened, rows_of
    from yalu_plugin.layers.survey.read_facts import page_sql

    with opened(survey.path) as dataset:
        (texts,) = rows_of(dataset, page_sql(table, 0, 100_000))
        return [row_from_values(table, values) for values in zip(*map(json.loads, texts))]


def test_every_table_of_the_published_survey(survey):
    for table in ("survey", "sites", "corridors", "sources", "claims", "observations"):
        assert _as_json(survey, table) == survey.rows(table)
    assert len(survey.rows("sites")) > 3


def test_every_type_and_ugly_values(survey):
    rows = [
        {"id": "a"},
        {"id": "b", "uri": "", "platform": "압록강 \"x\" 'y' \\ \n\t 🛶", "gsd_m": 0.1 + 0.2, "cloud_cover": 1e-300,
         "synthetic": True, "acquired_from": "2024-08-01T10:20:30Z", "acquired_to": "2024-08-01T23:59:59Z",
         "geom": "POLYGON ((0 0,9 0,9 9,0 0),(2 1,3 1,3 2,2 1))"},
        {"id": "c", "synthetic": False, "gsd_m": 5.0, "cloud_cover": 1e17, "geom": "POLYGON EMPTY"},
        {"id": "d", "gsd_m": 123456.78912345678, "cloud_cover": 9007199254740993.0},
        {"id": "e", "gsd_m": float("inf"), "cloud_cover": float("-inf"), "platform": "\u2028\x01"}]
    survey.change("test", added={"images": rows})
    assert _as_json(survey, "images") == survey.rows("images")
    by_id = {row["id"]: row for row in _as_json(survey, "images")}
    assert by_id["b"]["gsd_m"] == 0.1 + 0.2 and by_id["d"]["gsd_m"] == 123456.78912345678
    assert "geom" not in by_id["c"]


def test_dates_of_any_writer(survey):
    days = ["2024-08-01", "2024/08/01", "2024-8-1", "2024-02-31", "2024-13-01", "2024-08-01T10:00:00+09:00", "abc", "",
            "20240801", 5, 2.5, "2024-08", " 2024-08-01", "2024-08-01x", "2024-00-00"]
    _written(survey, "observations", seen_to=days)
    moments = ["2024-08-01T10:20:30Z", "2024-08-01T10:20:30.999Z", "2024-08-01 10:20:30", "2024-08-01T10:20",
               "2024-08-01T10:20:30+09:00", "2024-08-01T10:20:30-05:30", "2024-08-01T10:20:30.5+09", "2024-08-01",
               "2024/08/01 10:20:30+00", "2024-08-01T24:00:00Z", "2024-8-1T1:2:3Z", "abc", "", 5, "20240801T102030Z"]
    _written(survey, "survey", created_at=moments)
    for table in ("observations", "survey"):
        assert _as_json(survey, table) == survey.rows(table)


def test_geometry_of_every_kind_reads_as_qgis_writes_it(qgis_app):
    from qgis.core import QgsGeometry

    for shape in SHAPES:
        wkt = wkt_of_blob(_blob(ogr.CreateGeometryFromWkt(shape).ExportToIsoWkb()))
        flat = ogr.CreateGeometryFromWkt(shape)
        flat.FlattenTo2D()
        assert wkt == (None if flat.IsEmpty() else QgsGeometry.fromWkt(flat.ExportToWkt()).asWkt(9)), shape
        if not flat.IsEmpty():
            assert wkt == wkt_of_text(shape) or shape.startswith("GEOMETRYCOLLECTION")


@settings(max_examples=300)
@given(st.floats(allow_nan=False, allow_infinity=False), st.floats(-180, 180), st.integers(-2**20, 2**20))
def test_numbers_are_rounded_as_qgis_rounds_them(x, y, half):
    from qgis.core import QgsPoint

    for one, other in ((x, y), (half / 1024, half / 2048)):
        point = QgsPoint(one, other)
        assert wkt_of_blob(_blob(bytes(point.asWkb()))) == point.asWkt(9)


def test_an_entry_reads_as_the_row_it_was_written_for(survey):
    entries = [row for row in survey.rows("audit") if row["table_name"] != "survey"]
    assert len(entries) > 10
    for entry in entries:
        (row,) = survey.rows(entry["table_name"], id=entry["row_id"])
        assert row_from_entry(entry["table_name"], entry["after"]) == row
    assert columns("sites")[-1] == "geom"


def _blob(wkb: bytes) -> str:
    return (b"GP\x00\x01\xe6\x10\x00\x00" + wkb).hex().upper()
