"""The check of the record finds alterations, and raises no alarm at ordinary edits."""

from __future__ import annotations

from typing import Any

import pytest
from osgeo import gdal

ROW = {"id": "a", "name": "새 도하장", "kind": "vehicle_ford", "note": "“q” \\ \n\r\t", "geom": "POINT (127.5 41.5)"}


@pytest.fixture
def changed(survey: Any) -> Any:
    """A survey in which rows were added, replaced and removed."""
    from yalu_plugin.layers.survey.write import change

    change(survey.path, "add", added={"sites": [ROW, {**ROW, "id": "b", "name": ""}]})
    change(survey.path, "edit", replaced={"sites": [{**ROW, "name": None}]})
    change(survey.path, "gone", removed={"sites": [{"id": "b"}]})
    return survey


def sql(survey: Any, statement: str) -> None:
    dataset = gdal.OpenEx(str(survey.path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    for name in ("insert", "update", "delete"):  # the triggers would refuse it
        dataset.ExecuteSQL(f"DROP TRIGGER IF EXISTS yalu_audit_{name}")
    dataset.ExecuteSQL(statement)


def test_what_the_plugin_wrote_is_sound(changed: Any) -> None:
    from yalu_plugin.layers.survey.record_check import check_record

    check_record(changed.path)


@pytest.mark.parametrize("page", [1, 7, 10_000])
def test_a_long_record_is_read_in_pieces(changed: Any, monkeypatch: Any, page: int) -> None:
    from yalu_plugin.layers.survey import raw_rows, record_check

    monkeypatch.setattr(raw_rows, "PAGE", page)
    record_check.check_record(changed.path)
    sql(changed, "DELETE FROM audit WHERE seq = 9")
    with pytest.raises(record_check.RecordAltered, match="first is entry 10."):
        record_check.check_record(changed.path)


def test_edits_by_qgis_itself_are_no_alarm(changed: Any) -> None:
    from yalu_plugin.layers.survey.record_check import check_record
    from yalu_plugin.layers.survey.write import change

    layer = changed.layer("sites")
    assert layer.startEditing()
    for feature in layer.getFeatures():
        layer.changeAttributeValue(feature.id(), layer.fields().indexOf("name"), "by hand")
    assert layer.commitChanges()
    change(changed.path, "add", added={"sites": [{**ROW, "id": "c"}]})
    check_record(changed.path)


def test_a_copy_made_by_another_program_is_no_alarm(changed: Any) -> None:
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.record_check import check_record
    from yalu_plugin.layers.survey.verify import verify

    path = changed.path.with_name("copy.gpkg")
    gdal.VectorTranslate(str(path), str(changed.path), format="GPKG")
    copy = open_survey(path)
    assert [type(notice).__name__ for notice in copy.notices] == ["TriggersRestored"]
    assert len(copy.rows("audit")) == len(changed.rows("audit")) + 1
    check_record(path)
    assert [(finding.kind, finding.is_fault) for finding in verify(path).findings] == [
        ("unsealed", False), ("restored", False)]
    states = copy.rows("site_states")
    copy.change("add", added={"sites": [{**ROW, "id": "c"}]})  # the spatial index of its states is kept once, not twice
    assert [row["site_id"] for row in copy.rows("site_states")] == [*(row["site_id"] for row in states), "c"]
    check_record(path)


@pytest.mark.parametrize(("statement", "text"), [
    ("UPDATE audit SET who = 'somebody else' WHERE seq = 3", "after they were written: 1, the first is entry 3."),
    ("UPDATE audit SET after = after || ' ' WHERE seq = 3", "after they were written: 1, the first is entry 3."),
    ("UPDATE audit SET seq = NULL WHERE seq = 3", "after they were written: 1, the first is entry 0."),
    ("DELETE FROM audit WHERE seq = 2", "not sealed to the one before them: 1, the first is entry 3."),
    ("UPDATE audit SET hash = NULL WHERE seq = 3", "not sealed to the one before them: 1, the first is entry 4."),
    ("DELETE FROM audit", "The record is empty: all its entries were deleted."),
])
def test_an_altered_entry_shows(changed: Any, statement: str, text: str) -> None:
    from yalu_plugin.layers.survey.record_check import RecordAltered, check_record

    sql(changed, statement)
    with pytest.raises(RecordAltered, match=text):
        check_record(changed.path)
