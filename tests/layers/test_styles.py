"""The styles stored in a survey: it opens styled in a QGIS without the plugin."""

from __future__ import annotations

import pytest

from yalu_plugin.core.kinds import SITE_KINDS
from yalu_plugin.core.site_name import LABEL, MAP_LABEL
from yalu_plugin.core.states import STATES


@pytest.fixture(scope="module")
def survey(qgis_app, tmp_path_factory):
    from yalu_plugin.layers.survey.create import create_survey

    return create_survey(tmp_path_factory.mktemp("styles") / "styled.gpkg", "Styled", True)


def categories(survey, table):
    """Return the shapes of the symbol layers by category value, of the style stored in the file."""
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


def labels(layer, *names):
    """Return the labels of two sites, one of them without a name, or of sites with these names."""
    from qgis.core import QgsExpression, QgsExpressionContext, QgsFeature

    settings, texts_ = layer.labeling().settings(), []
    for fid, name in ((number, name) for number, name in enumerate(names)) if names else (
            (5, "Wonsan filling station"), (1, " ")):
        feature = QgsFeature(layer.fields(), fid)
        feature["name"] = name
        context = QgsExpressionContext()
        context.setFeature(feature)
        texts_.append(QgsExpression(settings.fieldName).evaluate(context))
    return texts_


def test_an_older_survey_numbers_its_sites_without_a_name(survey):
    from qgis.core import QgsPalLayerSettings, QgsVectorLayerSimpleLabeling

    from yalu_plugin.layers.survey.styles import update_labels

    def labelled(text, is_expression=False):
        settings = QgsPalLayerSettings(layer.labeling().settings())
        settings.fieldName, settings.isExpression = text, is_expression
        layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
        update_labels(layer)
        return layer.labeling().settings()

    layer = survey.layer("sites")
    assert labelled("name").isExpression and labels(layer)[1] == "#1"
    assert labelled(LABEL, True).fieldName == MAP_LABEL
    assert labelled("upper(name)", True).fieldName == "upper(name)"  # as the user has it


def test_a_name_beside_its_symbol_is_short_and_reads_in_its_own_direction(survey):
    layer = survey.layer("sites")
    assert labels(layer, "a" * 60, "b" * 2000, "\u202eevil\u202c", "معبر", "it's \"x\" [% 1 %]") == [
        "a" * 60, "b" * 59 + "…", "evil", "معبر", "it's \"x\" [% 1 %]"]


def test_an_older_legend_has_not_known(survey):
    from yalu_plugin.layers.survey.styles import update_labels

    layer = survey.layer("site_states")
    (place,) = [place for place, one in enumerate(layer.renderer().categories()) if one.value() == "unknown"]
    for before, after in (("No dated observation yet", "Not known"), ("as I call it", "as I call it")):
        layer.renderer().updateCategoryLabel(place, before)
        update_labels(layer)
        assert layer.renderer().categories()[place].label() == after


def test_sites_are_labelled_with_their_name(survey):
    layer = survey.layer("sites")
    settings = layer.labeling().settings()
    assert settings.isExpression and labels(layer) == ["Wonsan filling station", "#1"]
    assert settings.format().buffer().enabled()


def test_only_so_many_sites_are_labelled(survey):
    """QGIS needs 9 kB for each name, and time in proportion to the square of their number."""
    layer = survey.layer("sites")
    settings = layer.labeling().settings()
    thinning = settings.thinningSettings()
    assert (thinning.limitNumberOfLabelsEnabled(), thinning.maximumNumberLabels()) == (True, 5000)


def test_states_are_temporal(survey):
    layer = survey.layer("site_states")
    layer.loadDefaultStyle()  # QGIS does so when a user adds the layer; a layer only constructed lacks this part
    assert layer.temporalProperties().isActive()


@pytest.mark.parametrize(("statement", "kind"), [
    ("UPDATE layer_styles SET styleQML = replace(styleQML, 'vehicle_ford', 'mine')", "mine"),
    ("DELETE FROM layer_styles", "vehicle_ford"), ("DROP TABLE layer_styles", "vehicle_ford"),
    ("UPDATE layer_styles SET styleQML = 'broken'", "vehicle_ford"),
    ("UPDATE layer_styles SET styleQML = NULL", "vehicle_ford")])
def test_a_layer_has_the_style_of_the_file_or_else_the_bundled_one(new_survey, tmp_path, statement, kind):
    from yalu_plugin.layers.survey.geopackage import execute, opened

    survey = new_survey(tmp_path / "styled.gpkg", "Styled")
    with opened(survey.path, update=True) as dataset:
        execute(dataset, statement)
    layer = survey.layer("sites")  # must outlive its renderer
    assert kind in [category.value() for category in layer.renderer().categories()]
