"""yalu:countsummary: values for the published count of Samsu with SYNTHETIC marks, and counts that do not count."""

from __future__ import annotations

from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest

LOTS = 50, 40, 30, 24, 20  # SYNTHETIC shares of the 164 cars in five lots
FIELDS = ["area", "first_day", "last_day", "date_kind", "image", "analyst", "class", "number", "share_shown", "gsd_m",
          "counts", "why_not", "repeated", "finished_at", "area_id", "image_id", "count_id", "record"]


def image(name: str, kind: str = "acquired", gsd: float = 0.5, day: int = 30) -> dict[str, Any]:
    from yalu_plugin.core.imagery.scene import Scene
    from yalu_plugin.layers.survey.images import scene_row

    time = datetime(2025, 7, day, 2, tzinfo=timezone.utc)
    return scene_row(Scene(name, f"{name}.tif", time, time, kind, "filename", name, gsd_m=gsd, synthetic=True))


def marks(count: str, label: str, number: int) -> list[dict[str, Any]]:
    return [{"id": f"{count}-{label}-{n}", "count_id": count, "label": label, "geom": "POINT (128.02 41.296)"}
            for n in range(number)]


@pytest.fixture
def survey(qgis_app: Any, tmp_path: Path) -> Any:
    """Six lots counted on 2025-07-30; the first one also on a worse scene of the day, and on another day."""
    from yalu_plugin.layers.survey.create import create_survey

    survey = create_survey(tmp_path / "survey.gpkg", "SYNTHETIC", published=False)
    box = "POLYGON ((128 41, 128.1 41, 128.1 41.1, 128 41))"
    counts = [(f"c{n}", f"a{n}", "a", 1.0) for n in range(6)] + [("worse", "a0", "b", 0.5), ("rel", "a0", "r", 1.0),
                                                               ("early", "a0", "e", 1.0)]
    survey.change("test", {
        "areas": [{"id": f"a{n}", "name": f"=Lot {n}", "geom": box} for n in range(6)],
        "images": [image("a"), image("b", gsd=0.3), image("r", "released"), image("e", "at_or_before", day=1)],
        "counts": [{"id": one, "area_id": area, "image_id": shown, "share_shown": share, "created_by": "Kim",
                    "finished_at": "2025-08-01T00:00:00Z"}
                   for one, area, shown, share in counts],
        "marks": [mark for n, number in enumerate(LOTS) for mark in marks(f"c{n}", "car", number)]
        + marks("c5", "truck", 49) + marks("worse", "car", 7) + marks("rel", "car", 3) + marks("gone", "car", 2)})
    return survey


def run(survey: Any, output: str = "memory:") -> tuple[Any, Any, list[str]]:
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    from yalu_plugin.algorithms.count_summary import CountSummary

    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    results, good = CountSummary().create().run({"SURVEY": str(survey.path), "OUTPUT": output}, context, feedback,
                                                catchExceptions=False)
    assert good
    return results, context.takeResultLayer(results["OUTPUT"]), feedback.textLog()


def test_samsu_of_2025_07_30(survey: Any) -> None:
    from yalu_plugin.layers.survey.heads import head_text

    results, layer, log = run(survey)
    assert (results["TOTAL"], results["COUNTS"]) == (164 + 49, 7) and layer.fields().names() == FIELDS
    rows = [dict(zip(FIELDS, feature.attributes())) for feature in layer.getFeatures()]
    on_day = [row for row in rows if row["counts"] and row["date_kind"] == "acquired"]
    assert sorted(row["number"] for row in on_day if row["class"] == "car") == sorted(LOTS) and sum(LOTS) == 164
    assert [(row["area"], row["number"]) for row in on_day if row["class"] == "truck"] == [("=Lot 5", 49)]
    assert {(row["first_day"].toString("yyyy-MM-dd"), row["share_shown"], row["gsd_m"]) for row in on_day} == {
        ("2025-07-30", 1.0, 0.5)}
    assert rows[0]["record"] == head_text(survey) and rows[0]["analyst"] == "Kim" and "SYNTHETIC" in rows[0]["image"]
    assert "2 marks that belong to no count" in log


def test_what_does_not_count_says_why(survey: Any) -> None:
    rows = {feature["count_id"]: feature for feature in run(survey)[1].getFeatures()}
    assert not rows["worse"]["counts"] and rows["worse"]["number"] == 7
    assert rows["worse"]["why_not"].startswith("For this area and day the count by Kim on 2025-07-30 UTC a acq")
    assert rows["rel"]["why_not"] == "Its image is dated by its release only." and not rows["rel"]["last_day"]
    early = rows["early"]  # a count of nothing is a count, too
    assert (early["number"], early["class"], early["counts"]) == (0, "", True) and not early["first_day"]
    assert early["last_day"].toString("yyyy-MM-dd") == "2025-07-01" and early["date_kind"] == "at_or_before"


def test_a_count_in_progress_is_in_the_table_and_not_in_the_total(survey: Any) -> None:
    (count,) = survey.rows("counts", id="c5")
    survey.change("reopen", replaced={"counts": [{**count, "finished_at": None}]})
    results, layer, log = run(survey)
    assert (results["TOTAL"], results["COUNTS"], results["IN_PROGRESS"]) == (164, 6, 1)
    (row,) = [feature for feature in layer.getFeatures() if feature["count_id"] == "c5"]
    assert (row["number"], row["counts"], row["why_not"]) == (
        49, False, "In progress: it is no figure until it is finished.")
    assert not row["finished_at"] and "Not in the total: 1 counts in progress." in log


def test_objects_in_two_lots_are_in_the_total_once(survey: Any) -> None:
    """Lot 1 overlaps Lot 0; of its 40 SYNTHETIC cars 30 are in both."""
    box = "POLYGON ((128.015 41.29, 128.03 41.29, 128.03 41.3, 128.015 41.3, 128.015 41.29))"
    areas = {row["id"]: row for row in survey.rows("areas")}
    survey.change("test", replaced={"areas": [{**areas["a0"], "geom": box}, {**areas["a1"], "geom": box}]})
    outside = [row for row in survey.rows("marks") if row["count_id"] == "c1"][:10]
    survey.change("test", replaced={"marks": [{**row, "geom": "POINT (128.5 41.5)"} for row in outside]})
    results, layer, log = run(survey)
    assert results["TOTAL"] == 164 + 49 - 30
    assert {row["count_id"]: row["repeated"] for row in layer.getFeatures() if row["repeated"]} == {"c1": 30}
    assert "=Lot 0 and =Lot 1 overlap by" in log and "100 % of =Lot 1" in log and "(30 of =Lot 1)" in log


def test_a_formula_is_none_in_a_table_for_spreadsheets(survey: Any, tmp_path: Path) -> None:
    run(survey, str(tmp_path / "counts.csv"))
    assert "'=Lot 0" in (tmp_path / "counts.csv").read_text(encoding="utf-8-sig")


def test_in_csv_days_are_iso_and_numbers_have_no_quotes(survey: Any, tmp_path: Path) -> None:
    from qgis.core import QgsProcessingOutputLayerDefinition, QgsProject

    for name, output in (("a.csv", str(tmp_path / "a.csv")),
                         ("b.CSV", QgsProcessingOutputLayerDefinition(str(tmp_path / "b.CSV"), QgsProject.instance()))):
        run(survey, output)
        lines = (tmp_path / name).read_text(encoding="utf-8-sig").splitlines()
        (line,) = [one for one in lines if ",c0," in one]
        assert line.startswith("'=Lot 0,2025-07-30,2025-07-30,acquired,2025-07-30 UTC a acquired SYNTHETIC,Kim,car,50,")
        assert '"' not in line and "/" not in line
        (early,) = [one for one in lines if ",early," in one]
        assert early.startswith("'=Lot 0,,2025-07-01,at_or_before,")
    run(survey, str(tmp_path / "a.gpkg"))
    from qgis.core import QgsVectorLayer

    assert QgsVectorLayer(str(tmp_path / "a.gpkg")).fields()["last_day"].typeName() == "Date"


def test_a_survey_without_counts(qgis_app: Any, new_survey: Any, tmp_path: Path) -> None:
    results, layer, _ = run(new_survey(tmp_path / "empty.gpkg", "Test"))
    assert (results["TOTAL"], results["COUNTS"], layer.featureCount()) == (0, 0, 0)
