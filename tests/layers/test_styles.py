"""The styles that a survey carries: it opens styled in a QGIS without the plugin."""

from __future__ import annotations

import pytest

from yalu_plugin.core.schema import SITE_KINDS, STATES


@pytest.fixture(scope="module")
def survey(qgis_app, tmp_path_factory):
    from yalu_plugin.layers.survey.create import create_survey

    return create_survey(tmp_path_factory.mktemp("styles") / "styled.gpkg", "Styled", True)


def categories(survey, table):
    """Category value -> the shapes of its symbol layers, of the style stored in the file."""
    layer = survey.layer(table)
    layer.loadDefaultStyle()
    return {category.value(): [part.properties().get("name") for part in category.symbol().symbolLayers()]
            for category in layer.renderer().categories()}


def test_each_kind_has_its_own_shape(survey):
    shapes = categories(survey, "sites")
    assert set(shapes) == set(SITE_KINDS)
    assert shapes["vehicle_ford"][-1] == "circle"
    assert shapes["barge_dock"][-1] == "square"
    assert len({shapes[kind][-1] for kind in SITE_KINDS if kind != "other"}) == 4


def test_vehicle_is_black_and_barge_yellow(survey):
    layer = survey.layer("sites")
    colours = {category.value(): category.symbol().symbolLayer(1).color() for category in layer.renderer().categories()}
    assert colours["vehicle_ford"].lightness() < 30
    assert colours["barge_dock"].hue() in range(45, 60) and colours["barge_dock"].lightness() > 100


def test_each_state_has_a_mark(survey):
    assert set(categories(survey, "site_states")) == {*STATES, "unknown"} - {"not_observable"}


def test_no_form_pops_up_and_ids_stay_hidden(survey):
    from qgis.core import Qgis

    layer = survey.layer("sites")
    assert layer.editFormConfig().suppress() == Qgis.AttributeFormSuppression.On
    assert layer.editorWidgetSetup(layer.fields().indexOf("source_id")).type() == "Hidden"
    kinds = layer.editorWidgetSetup(layer.fields().indexOf("kind"))
    assert kinds.type() == "ValueMap"
    assert [value for pair in kinds.config()["map"] for value in pair.values()] == list(SITE_KINDS)


def test_sites_are_labelled_with_their_name(survey):
    layer = survey.layer("sites")
    settings = layer.labeling().settings()
    assert settings.fieldName == "name"
    assert settings.format().buffer().enabled()


def test_states_are_temporal(survey):
    layer = survey.layer("site_states")
    layer.loadDefaultStyle()  # QGIS does so when a user adds the layer; a layer only constructed lacks this part
    assert layer.temporalProperties().isActive()
