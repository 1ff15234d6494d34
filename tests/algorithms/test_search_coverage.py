"""yalu:searchcoverage: the values of rows, shares and sentences."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

FIELDS = ["from_km", "to_km", "length_km", "result", "days", "image_ids", "analysts", "from_m", "to_m", "line", "datum",
          "record"]
SEPTEMBER = {"START": "2025-09-01", "END": "2025-09-30"}


@pytest.fixture
def survey(qgis_app: Any, tmp_path: Path) -> Any:
    """A survey without published sites whose corridor is 200 km of the equator, searched in part."""
    import numpy as np

    from yalu_plugin.core.corridor.line import Corridor
    from yalu_plugin.core.corridor.search_places import line_wkt, piece_downstream
    from yalu_plugin.layers.survey.create import create_survey
    from yalu_plugin.layers.survey.write import change

    line = Corridor(np.array([[10.0, 0.0], [11.0, 0.0], [11.796630568239042, 0.0]]))  # 200,000 m

    def search(number: int, from_km: float, to_km: float, image: str | None, result: str | None = "searched",
               who: str = "Kim") -> dict[str, Any]:
        stretch = from_km * 1000, to_km * 1000
        return {"id": f"s{number}", "from_m": stretch[0], "to_m": stretch[1], "image_id": image, "result": result,
                "created_by": who, "geom": line_wkt(piece_downstream(line, stretch))}

    def image(name: str, first: str, last: str, kind: str | None = "acquired") -> dict[str, Any]:
        return {"id": name, "uri": f"/{name}.tif", "acquired_from": f"{first}T02:00:00Z",
                "acquired_to": f"{last}T03:00:00Z", "date_kind": kind, "date_source": "gdal"}

    survey = create_survey(tmp_path / "survey.gpkg", "Test", published=False)
    (river,) = survey.rows("corridors")
    change(survey.path, "test", replaced={"corridors": [
        {**river, "geom": line_wkt(line.lonlat), "direction": "downstream", "name": "Equator"}]})
    change(survey.path, "test", {
        "images": [image("a", "2025-09-13", "2025-09-13"), image("b", "2025-09-20", "2025-09-20"),
                   image("old", "2025-09-01", "2025-09-12", "at_or_before"),
                   image("released", "2025-09-13", "2025-09-13", "released")],
        "searches": [search(1, 0, 41, "a"), search(2, 41, 58, "a", "not_observable"), search(3, 57, 95, "a"),
                     search(4, 90, 100, "b", who="Lee"), search(5, 100, 110, "old"), search(6, 0, 200, "released"),
                     search(7, 0, 200, None), search(8, 0, 200, "a", None)]})
    return survey


def run(survey: Any, **more: Any) -> tuple[Any, dict[str, Any], Any]:
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    from yalu_plugin.algorithms.search_coverage import SearchCoverage

    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    results, good = SearchCoverage().create().run(
        {"SURVEY": str(survey.path), "OUTPUT": "memory:", **more}, context, feedback, catchExceptions=False)
    assert good
    return context.takeResultLayer(results["OUTPUT"]), results, feedback


def rows(layer: Any) -> list[tuple[Any, ...]]:
    return [(round(row["from_km"], 6), round(row["to_km"], 6), row["result"], row["days"], row["image_ids"],
             row["analysts"]) for row in layer.getFeatures()]


def test_a_period_by_value(survey: Any) -> None:
    layer, results, feedback = run(survey, **SEPTEMBER)
    assert layer.fields().names() == FIELDS
    assert rows(layer) == [
        (0, 41, "searched", "2025-09-13", "a", "Kim"),
        (41, 57, "not_observable", "2025-09-13", "a", "Kim"),
        (57, 90, "searched", "2025-09-13", "a", "Kim"),
        (90, 95, "searched", "2025-09-13, 2025-09-20", "a, b", "Kim, Lee"),
        (95, 100, "searched", "2025-09-20", "b", "Lee")]
    assert (results["SEARCHED_KM"], results["NOT_OBSERVABLE_KM"]) == pytest.approx((84, 16))
    assert results["CORRIDOR_KM"] == pytest.approx(200, abs=1e-6)
    assert results["SHARE"] == pytest.approx(0.42)
    assert results["SENTENCE"] == (
        "Searched from 2025-09-01 to 2025-09-30: 84 of 200 km (42 %), 16 km not observable.")
    assert "3 searches" in feedback.textLog()
    first = next(layer.getFeatures())
    assert first.geometry().asPolyline()[0].x() == pytest.approx(10)
    assert first["record"].startswith("record ")


@pytest.mark.parametrize(("period", "searched", "sentence"), [
    ({"START": "2025-09-14", "END": "2025-09-30"}, 10, "Searched from 2025-09-14 to 2025-09-30: 10 of 200 km (5.0 %)."),
    ({"END": "2025-09-13"}, 89, "Searched up to 2025-09-13: 89 of 200 km (45 %), 16 km not observable."),
    ({"START": "2025-10-01"}, 0, "Searched from 2025-10-01 on: nothing. Not counted is not absent."),
    ({}, 94, "Searched so far: 94 of 200 km (47 %), 16 km not observable.")])
def test_other_periods(survey: Any, period: dict[str, str], searched: float, sentence: str) -> None:
    _, results, _ = run(survey, **period)
    assert results["SEARCHED_KM"] == pytest.approx(searched)
    assert results["SENTENCE"] == sentence


def test_of_another_line_nothing_is_claimed(survey: Any) -> None:
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    layer = QgsVectorLayer("LineString?crs=EPSG:4326", "other", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromWkt("LINESTRING (10.5 0, 12 0)"))
    layer.dataProvider().addFeature(feature)
    found, results, feedback = run(survey, CORRIDOR=layer)
    assert (found.featureCount(), results["SHARE"]) == (0, 0)
    assert "8 searches" in feedback.textLog()


def test_a_survey_without_searches_and_a_period_without_days(qgis_app: Any, tmp_path: Path) -> None:
    from qgis.core import QgsProcessingException

    from yalu_plugin.layers.survey.create import create_survey

    survey = create_survey(tmp_path / "empty.gpkg", "Empty", published=True)
    layer, results, _ = run(survey)
    assert (layer.featureCount(), results["SHARE"]) == (0, 0)
    assert results["CORRIDOR_KM"] == pytest.approx(374.415, abs=0.001)
    with pytest.raises(QgsProcessingException, match="END 2025-01-01 is before START 2025-02-01"):
        run(survey, START="2025-02-01", END="2025-01-01")
