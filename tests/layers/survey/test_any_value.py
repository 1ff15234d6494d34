"""Any program may have written any value into any column: the survey is read, and invalid values count as empty."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from yalu_plugin.core.schema import FACTS, TABLE

VALUES = (
    "'x'", "''", "NULL", "0", "-1", "1e999", "-1e999", "9223372036854775807", "x'00ff80'", "x''", "'NaN'", "'Infinity'",
    "char(0) || 'a'", "CAST(x'ff41' AS TEXT)", "'2024-02-31'", "'2024-13-01'", "'0000-00-00'", "'99999-01-01'",
    "'-0001-01-01'", "'2024-02-30T25:61:00Z'", "'2024-01-01T00:00:00+99:99'", "'0001-01-01T00:00:00+14:00'",
    "2460000.5", "'2024'", "' 2024-01-01 '", "replace(hex(zeroblob(3000)), '0', '압')", "'<b>x & y'",
    "'O''Hara \"%1 {x}'", "'present'")
POINT = "01010000000000000000405f400000000000804440"
SHAPES = (
    "x'00'", "x'4750'", "x'47500001e6100000'", "'POINT(1 1)'", "42", "''", "1e999", "hex(x'4750')",
    f"x'47500001ffffffff{POINT}'", f"x'4750ff01e6100000{POINT}'",
    "x'47500001e61000000101000000000000000000f87f000000000000f87f'",
    "x'47500001e61000000101000000000000000000f07f000000000000f07f'", "x'47500001e6100000010200000000000000'",
    "x'47500001e6100000010200000002000000ffff'", "x'47500001e6100000010300000001000000'",
    f"x'47500001e6100000010400000001000000{POINT}'", "x'47500001e6100000010a00000000'",
    "x'47500001e6100000010100000000000000000059400000000000c07240'", f"x'47500001e6100000{POINT}00'",
    f"x'47500011e6100000{POINT}'")


def statements(table: str) -> list[str]:
    """A copy of a row of the table for each of its columns and each value."""
    names = [column.name for column in TABLE[table].columns if column.name != "id"]
    names += ["geom"] if TABLE[table].geometry else []
    result = []
    for name in names:
        others = "".join(f', "{other}"' for other in names if other != name)
        result += [f'INSERT INTO "{table}" ("id", "{name}"{others}) SELECT \'{name} {number}\', {value}{others} '
                 f'FROM "{table}" LIMIT 1' for number, value in enumerate(SHAPES if name == "geom" else VALUES)]
    return result


@pytest.fixture
def filled(survey: Any) -> Any:
    """The published survey with a row in every table."""
    site = survey.rows("sites")[0]["id"]
    survey.change("test", added={
        "images": [{"id": "i", "uri": "/a.tif", "acquired_from": "2024-01-01T00:00:00Z", "date_kind": "acquired",
                    "geom": "POLYGON ((127 41,128 41,128 42,127 41))"}],
        "observations": [{"id": "o", "site_id": site, "state": "present", "seen_from": "2024-01-01",
                          "seen_to": "2024-01-02", "image_id": "i"}],
        "marks": [{"id": "m", "site_id": site, "geom": "POINT (127 41)"}],
        "searches": [{"id": "s", "geom": "LINESTRING (127 41,128 42)"}],
        "areas": [{"id": "a", "geom": "POLYGON ((127 41,128 41,128 42,127 41))"}],
        "counts": [{"id": "c", "area_id": "a", "image_id": "i"}],
        "value_lists": [{"id": "v", "list": "mark_class", "value": "crane"}]})
    return survey


def written(survey: Any, table: str) -> int:
    """Write them all as a script would, by GDAL, which itself refuses a few shapes; return how many rows were added."""
    from osgeo import gdal

    dataset, before = gdal.OpenEx(str(survey.path), gdal.OF_VECTOR | gdal.OF_UPDATE), len(survey.rows(table))
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    dataset.ExecuteSQL("BEGIN")
    for statement in statements(table):
        dataset.ExecuteSQL(statement)
    dataset.ExecuteSQL("COMMIT")
    gdal.PopErrorHandler()
    del dataset
    return len(survey.rows(table)) - before


def is_value(value: Any, kind: str) -> bool:
    """Return whether a column of this kind can have this value."""
    if value is None:
        return True
    if kind == "real":
        return isinstance(value, float) and abs(value) < float("inf")
    if kind in ("integer", "boolean"):
        return isinstance(value, int)
    return isinstance(value, str) and (kind == "text" or bool(date.fromisoformat(value[:10])))


@pytest.mark.parametrize("table", FACTS)
def test_every_reader_copes_with_any_value(filled: Any, table: str) -> None:
    from qgis.core import QgsFeedback

    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.verify import verify

    begin = filled.last_seen().seq
    count = written(filled, table)
    assert count >= len(VALUES)
    kinds = {column.name: column.type for column in TABLE[table].columns}
    rows = open_survey(filled.path).rows(table)
    assert [(row["id"], name, row[name]) for row in rows for name, kind in kinds.items()
            if not is_value(row[name], kind)] == []
    facts = filled.read(QgsFeedback())
    assert facts.rows(table) == rows == sorted(rows, key=lambda row: row["fid"])
    assert [after for _, after in filled.changes_since(begin).changes(table)] == rows[-count:]
    for kind in {site["kind"] for site in facts.rows("sites")}:
        facts.known_present(kind)
    for site_id in facts.site_ids():
        for day in (None, date(2024, 6, 1)):
            facts.state_on(site_id, day), facts.state_value_on(site_id, day)
        facts.rivals_of(site_id), facts.observations_of(site_id)
    facts.observed_days(), facts.located(), filled.known_sites("x"), filled.rows("site_states")
    assert verify(filled.path).valid


def test_an_impossible_day_is_no_day(survey: Any, tmp_path: Path) -> None:
    from qgis.core import QgsFeedback

    written = ("2024-02-29", "2023-02-29", "2024-02-31", "2024-04-31", "2024-00-10", "2024-12-32")
    survey.change("test", added={"observations": [
        {"id": f"o{number}", "site_id": "s", "state": "present", "seen_from": day, "seen_to": day}
        for number, day in enumerate(written)]})
    days = [row["seen_to"] for row in survey.rows("observations") if row["site_id"] == "s"]
    assert days == ["2024-02-29", None, None, None, None, None]
    assert [row["seen_to"] for row in survey.read(QgsFeedback()).observations_of("s")].count("2024-02-29") == 1


@pytest.mark.parametrize("invalid", [
    "'2024-02-31'", "'2024-02-30 '", "'2024/02/10'", "'2024-2-10'", "'2024-02-10T23:00:00Z'", "'2024-13-01'", "'soon'",
    "''", "20240210", "x'32'", "'0000-00-00'", "'99999-01-01'", "1e400"])
def test_the_state_on_a_day_is_that_of_the_facts_for_any_invalid_day(survey: Any, invalid: str) -> None:
    from qgis.core import QgsFeedback

    from yalu_plugin.layers.survey.geopackage import execute, opened

    (site, *_) = survey.rows("sites")
    survey.change("test", added={"observations": [
        {"id": day, "site_id": site["id"], "state": state, "seen_from": day, "seen_to": day}
        for state, day in (("present", "2024-02-01"), ("washed_out", "2024-06-01"))]})
    with opened(survey.path, update=True) as dataset:
        execute(dataset, "INSERT INTO observations (id, site_id, state, seen_from, seen_to) VALUES "
                         f"('odd', '{site['id']}', 'absent', {invalid}, {invalid})")
    facts = survey.read(QgsFeedback())
    for day in (None, date(2024, 1, 1), date(2024, 2, 5), date(2024, 2, 20), date(2024, 3, 5), date(2024, 7, 1)):
        (found,) = survey.states(day, site_id=site["id"])
        found.pop("fid", None)
        assert found == facts.state_on(site["id"], day)
        states = {row["site_id"]: row["state"] for row in survey.states(day)}
        assert states == {one: facts.state_on(one, day)["state"] for one in facts.site_ids()}
        assert survey.states(day, site_id=site["id"], state=found["state"]) and not survey.states(
            day, site_id=site["id"], state="under_construction")


@pytest.mark.parametrize("invalid", ["'2024-02-31'", "'2024/07/30'", "'soon'"])
def test_the_map_draws_no_state_that_begins_on_an_invalid_day(survey: Any, invalid: str) -> None:
    """Neither as the latest nor on any day."""
    from qgis.core import QgsFeatureRequest, QgsVectorLayerTemporalContext

    from yalu_plugin.layers.survey.geopackage import execute, opened
    from yalu_plugin.layers.temporal import (
        LATEST_BEFORE,
        day_range,
        make_states_temporal,
        show_latest_states,
        show_states_of_days,
    )

    (site, *_) = survey.rows("sites")
    with opened(survey.path, update=True) as dataset:
        execute(dataset, "INSERT INTO observations (id, site_id, state, seen_from, seen_to) VALUES "
                         f"('odd', '{site['id']}', 'absent', {invalid}, {invalid})")
    layer, context = survey.layer("site_states"), QgsVectorLayerTemporalContext()
    show_latest_states(layer)
    assert layer.isValid() and len(list(layer.getFeatures())) == len(survey.rows("sites")) - 1
    show_states_of_days(layer)
    make_states_temporal(layer)
    context.setLayer(layer)
    for day in (date(2023, 1, 1), date(2024, 8, 1), date(2030, 1, 1)):
        wanted = layer.temporalProperties().createFilterString(context, day_range(day, day))
        found = [one["state"] for one in layer.getFeatures(QgsFeatureRequest().setFilterExpression(wanted))]
        assert invalid == "'2024/07/30'" or (found and "absent" not in found)  # which QGIS reads as a day
    layer.setSubsetString(LATEST_BEFORE)  # by an older plugin
    show_states_of_days(layer)
    assert layer.subsetString() == ""


def test_an_invalid_shape_leaves_its_row_without_a_place(survey: Any) -> None:
    from yalu_plugin.layers.survey.geopackage import execute, opened

    with opened(survey.path, update=True) as dataset:
        execute(dataset, "INSERT INTO sites (id, kind, geom) VALUES ('none', 'other', x'00')")
    (row,) = survey.rows("sites", id="none")
    assert "geom" not in row and "none" not in {site.id for site in survey.known_sites("x")}
    assert len(survey.rows("sites")) == 7


def test_unreadable_values_are_named_with_their_row_and_are_no_fault(survey: Any) -> None:
    from yalu_plugin.layers.survey.geopackage import execute, opened
    from yalu_plugin.layers.survey.record_check import check_record
    from yalu_plugin.layers.survey.survey_errors import ValuesUnreadable
    from yalu_plugin.layers.survey.verify import verify

    check_record(survey.path)
    with opened(survey.path, update=True) as dataset:
        for table, columns, values in (
                ("observations", "id, site_id, state, seen_to", "'o', 's', 'present', '2024-02-31'"),
                ("sites", "id, kind, geom, location_accuracy_m", "'none', 'other', x'00', 9e999"),
                ("marks", "id, created_at", "'m', '2024-01-01T10:00:00Z'"), ("claims", "id, value", "'c', 'many'")):
            execute(dataset, f"INSERT INTO {table} ({columns}) VALUES ({values})")
    with pytest.raises(ValuesUnreadable, match="empty: 4. The first: sites none, location_accuracy_m: “Inf”") as raised:
        check_record(survey.path)
    assert raised.value.detail.splitlines() == [
        "sites none, location_accuracy_m: “Inf”", "sites none, geom: “00”", "observations o, seen_to: “2024-02-31”",
        "claims c, value: “many”"]
    found = verify(survey.path)
    assert found.valid and [one.kind for one in found.findings if one.kind == "values"] == ["values"]


def test_a_scene_with_half_an_interval_is_undated(survey: Any) -> None:
    from yalu_plugin.layers.survey.images import survey_scenes

    intervals = ((None, None), ("2024-01-02", "2024-01-03"), ("2024-01-02", None), (None, "2024-01-02"),
                 ("2024-01-02", "2024-01-01"), ("2024-01-02", "2024-02-31"))
    survey.change("test", added={"images": [
        {"id": f"i{number}", "uri": f"/{number}.tif", "date_kind": "acquired", "date_source": "stac",
         **{name: day and f"{day}T00:00:00Z" for name, day in zip(("acquired_from", "acquired_to"), days)}}
        for number, days in enumerate(intervals)]})
    scenes = survey_scenes(survey)
    assert [scene.dated for scene in scenes] == [False, True, False, False, False, False]
    assert [(scene.acquired_to, scene.date_kind) for scene in scenes[2:]] == [(None, "")] * 4
