"""yalu:createsurvey."""

from __future__ import annotations

import pytest


def run(**parameters):
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    from yalu_plugin.algorithms.create_survey import CreateSurvey

    return CreateSurvey().create().run(parameters, QgsProcessingContext(), QgsProcessingFeedback())


@pytest.mark.parametrize(("published", "count"), [(True, 6), (False, 0)])
def test_creates(qgis_app, tmp_path, published, count):
    from yalu_plugin.layers.survey.open import open_survey

    results, done = run(PUBLISHED=published, OUTPUT=str(tmp_path / "new.gpkg"))
    assert done and results == {"OUTPUT": str(tmp_path / "new.gpkg")}
    survey = open_survey(tmp_path / "new.gpkg")
    assert (survey.title, len(survey.rows("sites"))) == ("new", count)


def test_existing_file_is_refused_and_not_changed(qgis_app, tmp_path):
    from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

    from yalu_plugin.algorithms.create_survey import CreateSurvey

    there = tmp_path / "there.gpkg"
    there.write_text("mine")
    with pytest.raises(QgsProcessingException, match="already exists"):
        CreateSurvey().create().run({"OUTPUT": str(there)}, QgsProcessingContext(), QgsProcessingFeedback(),
                                    {}, False)
    assert there.read_text() == "mine"


def test_every_parameter_of_every_algorithm_has_help(qgis_app):
    from yalu_plugin.algorithms.provider import YaluProvider

    provider = YaluProvider()
    provider.refreshAlgorithms()
    assert sorted(one.name() for one in provider.algorithms()) == [
        "catalogueimagery", "comparelists", "comparepublished", "countsummary", "createsurvey", "estimatefuel",
        "exportoverview", "exportreport", "exportsites", "exportsitesheets", "exportstripmap", "importsites",
        "measurecorridor", "searchcoverage", "searchstac", "sitematrix", "sitesfromtext", "sitestates",
        "summarizecorridor", "upgradesurvey", "verifyrecord"]
    for algorithm in provider.algorithms():
        assert algorithm.shortHelpString(), algorithm.name()
        for parameter in algorithm.parameterDefinitions():
            assert parameter.help(), (algorithm.name(), parameter.name())
