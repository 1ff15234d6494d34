"""yalu:estimatefuel: the figures of the document from its assumptions, and figures from other assumptions."""

from __future__ import annotations

from typing import Any

import pytest

NAMES = ["tank_length_ft", "tank_diameter_ft", "allowance_percent", "pounds_per_cubic_foot", "pounds_per_gallon",
         "tanks_per_station", "stations", "refills_per_month", "cap_barrels", "tank_volume",
         "tank_volume_less_allowance", "tank_weight", "tank_content", "gallons_per_month", "barrels_per_month",
         "barrels_per_year", "cap_ratio"]


@pytest.fixture
def run(qgis_app: Any) -> Any:
    from qgis.core import NULL, QgsProcessingContext, QgsProcessingFeedback, QgsProcessingUtils, QgsProject

    from yalu_plugin.algorithms.estimate_fuel import EstimateFuel

    def run(**parameters: Any) -> tuple[dict[str, Any], list[dict[str, Any]], str]:
        context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
        context.setProject(QgsProject.instance())
        algorithm = EstimateFuel()
        algorithm.initAlgorithm()
        parameters = {"OUTPUT": "TEMPORARY_OUTPUT", **parameters}
        valid, message = algorithm.checkParameterValues(parameters, context)
        assert valid, message
        results, done = algorithm.run(parameters, context, feedback, {}, False)
        assert done, feedback.textLog()
        layer = QgsProcessingUtils.mapLayerFromString(results["OUTPUT"], context)
        rows = [{name: None if value == NULL else value for name, value in feature.attributeMap().items()}
                for feature in layer.getFeatures()]
        return results, rows, feedback.textLog()
    return run


def refusal(**parameters: Any) -> str:
    from qgis.core import QgsProcessingContext

    from yalu_plugin.algorithms.estimate_fuel import EstimateFuel

    algorithm = EstimateFuel()
    algorithm.initAlgorithm()
    valid, message = algorithm.checkParameterValues(parameters, QgsProcessingContext())
    assert not valid
    return message


def sites(*kinds: Any) -> Any:
    from qgis.core import QgsFeature, QgsVectorLayer

    layer = QgsVectorLayer("Point?crs=EPSG:4326&field=kind:string", "sites", "memory")
    for kind in kinds:
        feature = QgsFeature(layer.fields())
        feature["kind"] = kind
        layer.dataProvider().addFeature(feature)
    return layer


def test_the_document(run: Any) -> None:
    results, rows, log = run()
    assert (round(results["GALLONS_PER_MONTH"]), round(results["BARRELS_PER_YEAR"])) == (1_887_014, 539_147)
    assert round(results["CAP_RATIO"], 3) == 1.078 and [row["step"] for row in rows] == NAMES
    published = {row["step"]: (row["published"], row["published_unit"]) for row in rows[9:]}
    assert published == {
        "tank_volume": (1231.5, "cu ft"), "tank_volume_less_allowance": (1108.3, "cu ft"), "tank_weight": (51813, "lb"),
        "tank_content": (7733, "gal"), "gallons_per_month": (1886852, "gal a month"),
        "barrels_per_month": (44925, "barrels a month"), "barrels_per_year": (539100, "barrels a year"),
        "cap_ratio": (1.08, None)}
    assert {row["source"] for row in rows} == {"AccessDPRK, 2020-04-24"}
    assert "1.08 times the cap" in log and "50.12 lb in a cubic foot, not 46.75" in log


def test_other_assumptions_have_no_published_figure(run: Any) -> None:
    results, rows, _ = run(STATIONS=61, REFILLS_PER_MONTH=2, CAP_BARRELS=1_000_000, TANK_LENGTH_FT=40)
    assert results["BARRELS_PER_YEAR"] == pytest.approx(539_146.8 * 40 / 32, rel=1e-6)
    assert results["CAP_RATIO"] == pytest.approx(1.0782936 * 40 / 32 / 2, rel=1e-6)
    assert {row["published"] for row in rows[9:]} == {row["source"] for row in rows[9:]} == {None}
    assert rows[6]["value"] == 61 and rows[6]["published"] == 122


def test_stations_are_counted(run: Any) -> None:
    layer = sites("fuel_station", "vehicle_ford", None, "fuel_station", "Fuel_station")
    results, rows, _ = run(SITES=layer, STATIONS=7)
    assert rows[6]["value"] == 2 and results["GALLONS_PER_MONTH"] == pytest.approx(1_887_013.9 * 2 / 122, rel=1e-6)
    results, _, _ = run(SITES=sites())
    assert results["GALLONS_PER_MONTH"] == 0


def test_metric(run: Any) -> None:
    results, rows, _ = run(UNITS="metric")
    assert round(results["BARRELS_PER_YEAR"]) == 539_147
    assert [(row["unit"], round(row["value"], 3)) for row in rows if row["step"] in ("tank_volume", "cap_barrels")] == [
        ("m³ a year", 79493.647), ("m³", 34.872)]
    assert rows[9]["published"] == 1231.5 and rows[9]["published_unit"] == "cu ft"


@pytest.mark.parametrize("name, value", [
    ("TANK_LENGTH_FT", -1), ("TANK_LENGTH_FT", "long"), ("ALLOWANCE_PERCENT", 101), ("STATIONS", -1),
    ("UNITS", "nautical"), ("CAP_BARRELS", "")])
def test_what_cannot_be_is_refused_with_what_should_have_been(qgis_app: Any, name: str, value: Any) -> None:
    assert name in refusal(**{name: value})


@pytest.mark.parametrize("name", ["TANK_LENGTH_FT", "POUNDS_PER_GALLON", "CAP_BARRELS"])
def test_nothing_to_reckon_with(qgis_app: Any, run: Any, name: str) -> None:
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException, match=name):
        run(**{name: 0})


def test_a_layer_that_has_no_kinds(run: Any) -> None:
    from qgis.core import QgsProcessingException, QgsVectorLayer

    layer = QgsVectorLayer("Point?crs=EPSG:4326&field=name:string", "sites", "memory")
    with pytest.raises(QgsProcessingException, match="no column \"kind\""):
        run(SITES=layer)
