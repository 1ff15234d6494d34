"""The forms stored in a survey: every table, with QGIS' own rules, lists, date widgets and defaults."""

from __future__ import annotations

from typing import Any

import pytest

from yalu_plugin.core.forms.form_fields import FORM_TABLES
from yalu_plugin.core.forms.form_rules import rules_of
from yalu_plugin.core.kinds import SITE_KINDS
from yalu_plugin.core.schema import TABLE
from yalu_plugin.core.states import STATES


@pytest.fixture(scope="module")
def survey(qgis_app: Any, tmp_path_factory: Any) -> Any:
    from yalu_plugin.layers.survey.create import create_survey

    return create_survey(tmp_path_factory.mktemp("forms") / "survey.gpkg", "Forms", True)


def setup(layer: Any, column: str) -> tuple[str, dict[str, Any]]:
    found = layer.editorWidgetSetup(layer.fields().indexOf(column))
    return found.type(), found.config()


def listed(layer: Any, column: str) -> dict[str, str]:
    """Value -> label, without the entry for NULL."""
    from qgis.core import QgsValueMapFieldFormatter

    kind, config = setup(layer, column)
    assert kind == "ValueMap"
    return {value: word for pair in config["map"] for word, value in pair.items()
            if value != QgsValueMapFieldFormatter.NULL_VALUE}


def wrong(layer: Any, values: dict[str, Any]) -> dict[str, list[str]]:
    """By column, the errors that QGIS reports for a new row with these values."""
    from qgis.core import QgsFeature, QgsFieldConstraints, QgsVectorLayerUtils

    feature = QgsFeature(layer.fields())
    feature.setValid(True)
    for name, value in values.items():
        feature[name] = value
    found = {}
    for index, field in enumerate(layer.fields()):
        held, errors = QgsVectorLayerUtils.validateAttribute(
            layer, feature, index, QgsFieldConstraints.ConstraintStrength.ConstraintStrengthHard,
            QgsFieldConstraints.ConstraintOrigin.ConstraintOriginLayer)
        if not held:
            found[field.name()] = errors
    return found


@pytest.mark.parametrize("table", FORM_TABLES)
def test_every_table_has_its_form_in_the_file(survey: Any, table: str) -> None:
    layer = survey.layer(table)
    for index, field in enumerate(layer.fields()):
        name, kind = field.name(), layer.editorWidgetSetup(index).type()
        assert (layer.attributeAlias(index) == "") == (kind == "Hidden"), name
    columns = {column.name: column for column in TABLE[table].columns} if table in TABLE else {}
    for name, column in columns.items():
        if column.choices:
            assert tuple(listed(layer, name)) == column.choices
        elif column.type in ("date", "datetime"):
            kind, config = setup(layer, name)
            assert (kind, config["allow_null"], config["calendar_popup"]) == ("DateTime", True, True)
            assert config["field_format"] == ("yyyy-MM-dd" if column.type == "date" else "yyyy-MM-dd HH:mm:ss")
    ruled = {field.name() for field in layer.fields() if field.constraints().constraintExpression()}
    assert ruled == {rule.column for rule in rules_of(table)}
    assert all(field.constraints().constraintDescription() for field in layer.fields() if field.name() in ruled)


def test_labels_are_those_of_the_column(survey: Any) -> None:
    assert listed(survey.layer("sites"), "at_fence_gate") == {"yes": "Yes", "no": "No", "unknown": "Not known"}
    assert tuple(listed(survey.layer("site_states"), "state")) == (*STATES, "unknown")
    assert listed(survey.layer("images"), "date_source")["stac"] == "STAC item"
    assert tuple(listed(survey.layer("sites"), "kind")) == SITE_KINDS


def test_the_published_survey_keeps_the_rules(survey: Any) -> None:
    for table in FORM_TABLES:
        layer = survey.layer(table)
        for feature in layer.getFeatures():
            assert wrong(layer, {field.name(): feature[field.name()] for field in layer.fields()}) == {}, table


DAYS, REASON = "The last day must not be before", "A reason is only stated"
NOT_UNSEEN = {"site_id": "s", "state": "present", "seen_to": "2025-08-01"}


@pytest.mark.parametrize(("table", "values", "expected"), [
    ("observations", {}, {"site_id": "", "state": "", "seen_to": ""}),
    ("observations", NOT_UNSEEN, {}),
    ("observations", {**NOT_UNSEEN, "state": "there"}, {"state": "value of its list"}),
    ("observations", {**NOT_UNSEEN, "seen_from": "2025-08-02"}, {"seen_to": DAYS}),
    ("observations", {**NOT_UNSEEN, "seen_from": "2025-08-01"}, {}),
    ("observations", {**NOT_UNSEEN, "seen_to": "2999-01-01"}, {"seen_to": DAYS}),
    ("observations", {**NOT_UNSEEN, "reason": "cloud"}, {"reason": REASON}),
    ("observations", {**NOT_UNSEEN, "state": "not_observable", "reason": "cloud"}, {}),
    ("observations", {**NOT_UNSEEN, "state": "not_observable", "reason": "fog"}, {"reason": REASON}),
    ("observations", {**NOT_UNSEEN, "confidence": "sure"}, {"confidence": "value of its list"}),
    ("observations", {**NOT_UNSEEN, "state": "not_observable", "below_resolution": True},
     {"below_resolution": "not below resolution"}),
    ("sites", {}, {}),
    ("sites", {"location_accuracy_m": -1.0}, {"location_accuracy_m": "not less than 0"}),
    ("sites", {"id": "a", "replaces_site_id": "a"}, {"replaces_site_id": "cannot replace itself"}),
    ("sites", {"at_fence_gate": "it's \\ maybe"}, {"at_fence_gate": "value of its list"}),
    ("images", {"uri": "a.tif"}, {}),
    ("images", {"uri": ""}, {"uri": ""}),
    ("images", {"uri": "a.tif", "acquired_from": "2025-08-01 10:00:00"}, {"date_kind": "A date needs its kind"}),
    ("images", {"uri": "a", "date_kind": "acquired", "acquired_from": "2025-08-02 10:00:00",
                "acquired_to": "2025-08-01 10:00:00"}, {"acquired_to": "before the beginning"}),
    ("images", {"uri": "a", "gsd_m": 0.0, "cloud_cover": 101.0}, {"gsd_m": "above 0", "cloud_cover": "0 to 100"}),
    ("marks", {"length_m": 0.0, "width_m": -2.0, "error_m": 0.0}, {"length_m": "above 0", "width_m": "above 0"}),
    ("searches", {"from_m": 10.0, "to_m": 9.0}, {"to_m": "before the beginning"}),
    ("sources", {"title": "t", "published_on": "2025-11"}, {}),
    ("sources", {"title": "t", "published_on": "2025"}, {}),
    ("sources", {"title": "t", "published_on": "2025-13-01"}, {"published_on": "a year, a month or a day"}),
    ("sources", {"title": "t", "published_on": "last autumn"}, {"published_on": "a year, a month or a day"}),
    ("counts", {"area_id": "a", "image_id": "i", "share_shown": 1.01}, {"share_shown": "from 0 to 1"}),
    ("claims", {"quantity": "q", "value": 1.0, "from_date": "2025-02-01", "to_date": "2025-01-01"},
     {"to_date": DAYS}),
    ("value_lists", {"list": "mark_class", "value": "crane", "key": "RR"}, {"key": "one letter"}),
    ("value_lists", {"list": "boats", "value": "crane"}, {"list": "value of its list"})])
def test_a_wrong_value_is_named(survey: Any, table: str, values: dict[str, Any], expected: dict[str, str]
                                         ) -> None:
    from qgis.PyQt.QtCore import QDate, QDateTime, Qt

    kinds = {column.name: column.type for column in TABLE[table].columns}
    read = {"date": lambda text: QDate.fromString(text, Qt.DateFormat.ISODate),
            "datetime": lambda text: QDateTime.fromString(text, Qt.DateFormat.ISODate)}
    found = wrong(survey.layer(table), {name: read.get(kinds[name], lambda value: value)(value)
                                        for name, value in values.items()})
    assert set(found) == set(expected)
    for column, text in expected.items():
        assert any(text in error for error in found[column]), found


def test_a_new_row_gets_what_the_schema_needs(survey: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import datetime, timezone
    from uuid import UUID

    from qgis.core import QgsVectorLayerUtils

    from yalu_plugin.layers.survey import analyst as analyst_module

    monkeypatch.setattr(analyst_module, "analyst", lambda: "Kim Min-su (KMS)")
    function, before = analyst_module.AnalystFunction(), datetime.now(timezone.utc)
    first, second = (QgsVectorLayerUtils.createFeature(survey.layer("sites")) for _ in range(2))
    function.release()
    without = QgsVectorLayerUtils.createFeature(survey.layer("sites"))
    assert UUID(first["id"]) != UUID(second["id"]) and len(first["id"]) == 36
    got = [first[name] for name in ("created_by", "at_fence_gate", "confidence")]
    assert got == ["Kim Min-su (KMS)", "unknown", "possible"]
    assert isinstance(without["created_by"], str) and without["created_by"] != "Kim Min-su (KMS)"
    created = first["created_at"].toUTC().toPyDateTime().replace(tzinfo=timezone.utc)
    assert before.replace(microsecond=0) <= created <= datetime.now(timezone.utc)
    assert [first[name] or None for name in ("kind", "name", "retired_on", "modified_at")] == [None] * 4


def test_today_is_that_of_utc_in_whatever_zone_the_computer_is(qgis_app: Any) -> None:
    import os
    import subprocess
    import sys
    from datetime import datetime, timezone

    from yalu_plugin.core.forms.form_rules import UTC_DAY

    script = ("from qgis.core import QgsApplication, QgsExpression; app = QgsApplication([], False); "
              f"print(QgsExpression({UTC_DAY!r}).evaluate().toString('yyyy-MM-dd'))")
    days = set()
    before = datetime.now(timezone.utc).date().isoformat()
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):  # never on the same day
        run = subprocess.run([sys.executable, "-c", script], env={**os.environ, "TZ": zone}, capture_output=True,
                             text=True, check=True)
        days.add(run.stdout.strip())
    assert days <= {before, datetime.now(timezone.utc).date().isoformat()}


# existing surveys and projects


@pytest.mark.parametrize(("pairs", "word"), [
    ([{"Yes": "yes"}, {"No": "no"}, {"No dated observation yet": "unknown"}], "Not known"),
    ([{"Ja": "yes"}, {"Nein": "no"}, {"No dated observation yet": "unknown"}], "No dated observation yet")],
    ids=["as created", "changed by the user"])
def test_an_older_survey_gets_the_right_label(survey: Any, pairs: list[dict[str, str]], word: str) -> None:
    from qgis.core import QgsEditorWidgetSetup

    from yalu_plugin.layers.survey.form_update import update_form

    layer = survey.layer("sites")
    gate = layer.fields().indexOf("at_fence_gate")
    layer.setEditorWidgetSetup(gate, QgsEditorWidgetSetup("ValueMap", {"map": pairs}))
    kinds = listed(layer, "kind")
    update_form(layer, "sites", str)
    assert listed(layer, "at_fence_gate")["unknown"] == word and listed(layer, "kind") == kinds


@pytest.fixture
def old_layer(survey: Any) -> Any:
    """The layer of sites as an older plugin created it: names and lists for some columns, no rules, no form."""
    from qgis.core import Qgis, QgsEditFormConfig, QgsEditorWidgetSetup, QgsVectorLayer

    options = QgsVectorLayer.LayerOptions()
    options.loadDefaultStyle = False
    layer = QgsVectorLayer(survey.layer("sites").source(), "sites", "ogr", options)
    for index, field in enumerate(layer.fields()):
        if field.name().endswith("_id") or field.name() == "id":
            layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("Hidden", {}))
    layer.setFieldAlias(layer.fields().indexOf("name"), "Name")
    form = QgsEditFormConfig()
    form.setSuppress(Qgis.AttributeFormSuppression.On)
    layer.setEditFormConfig(form)
    return layer


def test_an_old_layer_gets_the_form_of_today(survey: Any, old_layer: Any) -> None:
    from yalu_plugin.layers.survey.form_update import update_form

    update_form(old_layer, "sites", str)
    today = survey.layer("sites")
    for index in range(today.fields().count()):
        assert old_layer.attributeAlias(index) == today.attributeAlias(index)
        assert old_layer.editorWidgetSetup(index).type() == today.editorWidgetSetup(index).type()
        assert old_layer.defaultValueDefinition(index).expression() == today.defaultValueDefinition(index).expression()
        assert (old_layer.fields()[index].constraints().constraintExpression()
                == today.fields()[index].constraints().constraintExpression())
    (page,) = old_layer.editFormConfig().tabs()
    recorded = page.children()[-1]
    assert (page.name(), recorded.name(), recorded.collapsed()) == ("Site", "Recorded", True)


@pytest.mark.parametrize("before", [False, True], ids=["of today", "of an older plugin"])
def test_what_the_user_has_changed_stays(survey: Any, old_layer: Any, before: bool) -> None:
    from qgis.core import QgsDefaultValue, QgsEditorWidgetSetup, QgsFieldConstraints

    from yalu_plugin.layers.survey.form_update import update_form

    layer = old_layer if before else survey.layer("sites")
    index = layer.fields().indexOf
    layer.setFieldAlias(index("note"), "My remark")
    layer.setEditorWidgetSetup(index("bank"), QgsEditorWidgetSetup("UniqueValues", {"Editable": True}))
    layer.setDefaultValueDefinition(index("county"), QgsDefaultValue("'Hyesan'"))
    layer.setConstraintExpression(index("location_accuracy_m"), '"location_accuracy_m" < 10', "mine")
    soft = QgsFieldConstraints.ConstraintStrength.ConstraintStrengthSoft
    layer.setFieldConstraint(index("location_accuracy_m"), QgsFieldConstraints.Constraint.ConstraintExpression, soft)
    update_form(layer, "sites", lambda text: f"<{text}>")
    assert layer.attributeAlias(index("note")) == "My remark" and layer.attributeAlias(index("name")) == "<Name>"
    assert setup(layer, "bank") == ("UniqueValues", {"Editable": True})
    assert layer.defaultValueDefinition(index("county")).expression() == "'Hyesan'"
    rule = layer.fields()[index("location_accuracy_m")].constraints()
    assert (rule.constraintExpression(), rule.constraintDescription()) == ('"location_accuracy_m" < 10', "mine")
    assert rule.constraintStrength(QgsFieldConstraints.Constraint.ConstraintExpression) == soft
    assert listed(layer, "at_fence_gate")["yes"] == "<Yes>"
    other_rule = layer.fields()[index("replaces_site_id")].constraints()
    assert other_rule.constraintDescription() == "<A site cannot replace itself.>"


def test_a_form_in_another_order_stays(survey: Any) -> None:
    from yalu_plugin.layers.survey.form_update import update_form

    layer = survey.layer("sites")
    form = layer.editFormConfig()
    form.clearTabs()
    layer.setEditFormConfig(form)
    update_form(layer, "sites", str)
    assert layer.editFormConfig().tabs() == []
