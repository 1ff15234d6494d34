"""Rows changed by QGIS' own tools are signed with name and time."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from tests.layers.survey.conftest import SITE


def test_a_changed_row_and_a_moved_one_are_signed_a_new_one_is_not(one_site: Any, monkeypatch: Any) -> None:
    from qgis.core import QgsFeature, QgsGeometry

    from yalu_plugin.layers.survey import edit_rules

    monkeypatch.setattr(edit_rules, "analyst", lambda: "Kim Min-su (KMS)")
    one_site.change("add", added={"sites": [{**SITE, "id": name} for name in ("renamed", "moved")]})
    layer = one_site.layer("sites")
    fids = {row["id"]: row["fid"] for row in one_site.rows("sites")}
    assert layer.startEditing()
    layer.changeAttributeValue(fids["renamed"], layer.fields().indexOf("name"), "Ford")
    layer.changeGeometry(fids["moved"], QgsGeometry.fromWkt("POINT (127 41)"))
    new = QgsFeature(layer.fields())
    new["id"], new["kind"] = "new", "vehicle_ford"
    assert layer.addFeature(new)
    before = datetime.now(timezone.utc).replace(microsecond=0)
    edit_rules.sign_edits(layer)
    assert layer.commitChanges(), layer.commitErrors()
    rows = {row["id"]: row for row in one_site.rows("sites")}
    assert {name: row["modified_by"] for name, row in rows.items()} == {
        "renamed": "Kim Min-su (KMS)", "moved": "Kim Min-su (KMS)", SITE["id"]: None, "new": None}
    for name in ("renamed", "moved"):
        when = datetime.strptime(rows[name]["modified_at"], "%Y-%m-%dT%H:%M:%S%z")
        assert before <= when <= datetime.now(timezone.utc)
    assert rows[SITE["id"]]["modified_at"] is rows["new"]["modified_at"] is None


def test_a_table_without_columns_for_the_editor_is_not_changed(one_site: Any) -> None:
    from yalu_plugin.layers.survey.edit_rules import sign_edits

    one_site.change("add", added={"sources": [{"id": "a", "title": "Report"}]})
    layer = one_site.layer("sources")
    layer.startEditing()
    (feature,) = layer.getFeatures()
    layer.changeAttributeValue(feature.id(), layer.fields().indexOf("title"), "Another")
    sign_edits(layer)
    title = layer.fields().indexOf("title")
    assert layer.editBuffer().changedAttributeValues() == {feature.id(): {title: "Another"}}
