"""yalu:comparepublished along the bundled line, another line, and a line in parts."""

from __future__ import annotations

import pytest

pytest.importorskip("qgis")
pytest.importorskip("geopandas")

DITCH = "LINESTRING (128.25 41.5, 128.186804 41.411114, 127.09 41.53528)"
PARTS = "MULTILINESTRING ((128.25 41.5, 128.186804 41.411114, 127.6 41.4), (127.599 41.4, 127.09 41.53528))"


@pytest.fixture
def rows(qgis_app, tmp_path):
    """A function that takes CORRIDOR as WKT and BRIDGE, and returns the rows by published value."""
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProcessingUtils, QgsProject

    from yalu_plugin.algorithms.compare_published import ComparePublished
    from yalu_plugin.algorithms.create_survey import CreateSurvey

    survey = str(tmp_path / "survey.gpkg")
    assert CreateSurvey().create().run({"PUBLISHED": True, "OUTPUT": survey}, QgsProcessingContext(),
                                       QgsProcessingFeedback())[1]

    def run(wkt="", bridge=False):
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        parameters = {"SURVEY": survey, "CORRIDOR": line(wkt) if wkt else None, "BRIDGE": bridge,
                      "OUTPUT": "TEMPORARY_OUTPUT"}
        algorithm = ComparePublished()
        algorithm.initAlgorithm()
        results, _ = algorithm.run(parameters, context, QgsProcessingFeedback(), {}, False)
        table = QgsProcessingUtils.mapLayerFromString(results["OUTPUT"], context)
        return {row["value"]: row for row in (
            {field.name(): feature[field.name()] for field in table.fields()} for feature in table.getFeatures())}
    return run


def line(wkt):
    from qgis.core import QgsFeature, QgsGeometry, QgsLayerMetadata, QgsVectorLayer

    layer = QgsVectorLayer("MultiLineString?crs=EPSG:4326", "ditch", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromWkt(wkt))
    assert layer.dataProvider().addFeature(feature)
    about = QgsLayerMetadata()
    about.setRights(["© the digger"])
    layer.setMetadata(about)
    return layer


def test_along_the_bundled_line_unless_another_is_given(rows):
    row = rows()[177]
    assert row["along"] == pytest.approx(176.76, abs=0.01) and row["fits"] == "along"
    assert "2,617 vertices" in row["line"]
    row = rows(DITCH)[177]
    assert row["along"] == pytest.approx(92.4, abs=0.1) and row["fits"] == "neither"
    assert row["line"].startswith("ditch, 3 vertices") and "(© the digger)" in row["line"]


def test_gaps_are_bridged_on_consent(rows):
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException, match="in 2 parts"):
        rows(PARTS)
    assert "gaps of 84 m bridged" in rows(PARTS, bridge=True)[177]["line"]
