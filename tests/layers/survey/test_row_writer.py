"""Rows are written by SQL: values unchanged, and without making other connections reread the schema."""

from __future__ import annotations

import sqlite3
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from yalu_plugin.layers.survey import row_writer

SITE = {"id": "a", "name": "A", "kind": "barge_dock", "geom": "POINT (127.5 41.5)"}
IMAGE = {"id": "i", "uri": "a.tif", "date_kind": "acquired", "acquired_from": "2026-11-30T06:30:00Z", "synthetic": True,
         "gsd_m": 10.5, "geom": "POLYGON ((127 41, 128 41, 128 42, 127 41))"}


@pytest.fixture
def survey(qgis_app: Any, tmp_path: Any) -> Any:
    from yalu_plugin.layers.survey.create import create_survey

    created = create_survey(tmp_path / "survey.gpkg", "Test")
    yield created
    created.close()


def query(survey: Any, statement: str) -> list[tuple[Any, ...]]:
    database = sqlite3.connect(survey.path)
    found = database.execute(statement).fetchall()
    database.close()
    return found


def extent(survey: Any, table: str) -> tuple[Any, ...]:
    (found,) = query(survey, "SELECT min_x, max_x, min_y, max_y FROM gpkg_contents "
                             f"WHERE table_name = '{table}'")
    return found


def test_no_change_of_rows_changes_the_schema(survey: Any) -> None:
    before = query(survey, "PRAGMA schema_version")
    survey.change("add", added={"sites": [SITE], "images": [IMAGE]})
    survey.change("edit", replaced={"sites": [{**SITE, "name": "B"}]})
    survey.change("remove", removed={"sites": [SITE]})
    assert query(survey, "PRAGMA schema_version") == before


def test_values_are_in_the_file_as_gdal_writes_them(survey: Any) -> None:
    survey.change("add", added={"images": [IMAGE]})
    assert query(survey, "SELECT acquired_from, acquired_to, synthetic, typeof(gsd_m), gsd_m FROM images") == [
        ("2026-11-30T06:30:00.000Z", None, 1, "real", 10.5)]
    ours = query(survey, "SELECT hex(geom) FROM images")
    layer = survey.layer("images")
    layer.startEditing()
    feature = next(layer.getFeatures())
    assert feature.geometry().asWkt(0) == "Polygon ((127 41, 128 41, 128 42, 127 41))"
    layer.changeGeometry(feature.id(), feature.geometry())
    assert layer.commitChanges() and query(survey, "SELECT hex(geom) FROM images") == ours


@given(text=st.text() | st.text("'\"\\;\0\x1a\n€한𝄞\ud800-"), number=st.floats(allow_nan=False))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_and_number_comes_back(survey: Any, text: str, number: float) -> None:
    if "\ud800" in text:
        text = text.replace("\ud800", "\udcff")  # a byte that is not text
    survey.change("add", added={"sites": [{**SITE, "note": text, "location_accuracy_m": number}]})
    (found,) = query(survey, 'SELECT CAST(note AS BLOB), location_accuracy_m FROM sites WHERE id = \'a\'')
    survey.change("remove", removed={"sites": [SITE]})
    assert found == (text.encode("utf-8", "surrogateescape"), number)


def test_no_number_is_none(survey: Any) -> None:
    survey.change("add", added={"sites": [{**SITE, "location_accuracy_m": float("nan")}]})
    assert query(survey, "SELECT location_accuracy_m FROM sites") == [(None,)]


@pytest.mark.parametrize("wkt", [None, "", "nonsense", "POINT EMPTY", "POLYGON ((127 41, 128", "POINT (a b)"])
def test_an_invalid_place_is_none(survey: Any, wkt: str | None) -> None:
    survey.change("add", added={"sites": [{**SITE, "geom": wkt}]})
    assert query(survey, "SELECT id, geom FROM sites") == [("a", None)] and extent(survey, "sites") == (None,) * 4


def test_rows_are_in_their_order_however_many(survey: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    statements: list[str] = []
    really = row_writer.execute
    monkeypatch.setattr(row_writer, "execute", lambda dataset, text: statements.append(text) or really(dataset, text))
    rows = [{"id": f"{number}", "site_id": "a", "note": "n" * (number % 7)}
            for number in range(3 * row_writer.ROWS + 1)]
    survey.change("add", added={"observations": rows})
    assert [one for one, in query(survey, "SELECT id FROM observations ORDER BY fid")] == [row["id"] for row in rows]
    assert sum(text.startswith("INSERT") for text in statements) == 4


def test_rows_too_long_for_a_statement(survey: Any) -> None:
    """A note of a million bytes, a line of 60,000 vertices, among others: in order, counted, in the extent."""
    long = {**SITE, "id": "long", "note": "글" * 400_000, "geom": "POINT (126 40)"}
    survey.change("add", added={"sites": [SITE, long, {**SITE, "id": "c", "geom": "POINT (129 43)"}]})
    survey.change("add", added={"sites": [{**SITE, "id": "d", "geom": "POINT (130 44)"}]})
    survey.change("edit", replaced={"sites": [{**long, "note": "글" * 400_001}]})
    assert query(survey, "SELECT id, length(note) FROM sites ORDER BY fid") == [
        ("a", None), ("long", 400_001), ("c", None), ("d", None)]
    assert extent(survey, "sites") == (126, 130, 40, 44) and survey.layer("sites").featureCount() == 4
    line = ", ".join(f"{127 + number / 100_000} 41" for number in range(60_000))
    survey.change("add", added={"corridors": [{"id": "line", "geom": f"LINESTRING ({line})"}]})
    (row,) = survey.rows("corridors", id="line")
    assert row["geom"].count(",") == 59_999 and extent(survey, "corridors")[3] > 41


def test_a_restored_row_gets_its_fid_unless_it_is_used(survey: Any) -> None:
    survey.change("add", added={"sites": [SITE, {**SITE, "id": "b"}]})
    (row,) = survey.rows("sites", id="a")
    survey.change("remove", removed={"sites": [row]})
    survey.change("undo", added={"sites": [row]})
    assert query(survey, "SELECT fid, id FROM sites ORDER BY fid") == [(1, "a"), (2, "b")]
    survey.change("add", added={"sites": [{**row, "id": "c"}]})
    assert query(survey, "SELECT fid, id FROM sites ORDER BY fid") == [(1, "a"), (2, "b"), (3, "c")]
