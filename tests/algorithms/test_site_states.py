"""yalu:sitestates writes the states that the panel shows."""

from __future__ import annotations

import gzip
from datetime import date
from pathlib import Path
from typing import Any

import pytest

FIELDS = ["site_id", "name", "kind", "state", "since", "seen_from", "seen_to", "image_id", "below_resolution",
          "retired_on", "record"]


@pytest.fixture
def survey(qgis_app: Any, tmp_path: Path) -> Any:
    """The published sites, one of them absent on 2016-10-14 and present on 2017-06-06."""
    from yalu_plugin.layers.survey.create import create_survey
    from yalu_plugin.layers.survey.write import change

    survey = create_survey(tmp_path / "survey.gpkg", "Test", published=True)
    site_id = next(row["id"] for row in survey.rows("sites") if row["name"].startswith("Phungyang"))
    change(survey.path, "test", {"observations": [
        {"id": state, "site_id": site_id, "image_id": f"image-{state}", "state": state, "seen_from": day,
         "seen_to": day} for state, day in (("absent", "2016-10-14"), ("present", "2017-06-06"))]})
    return survey


def run(survey: Path, feedback: Any = None, **more: str) -> Any:
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    from yalu_plugin.algorithms.site_states import SiteStates

    context = QgsProcessingContext()
    given = {"SURVEY": str(survey), "OUTPUT": "memory:", **more}
    results, good = SiteStates().create().run(
        given, context, feedback or QgsProcessingFeedback(False), catchExceptions=False)
    assert good
    return context.takeResultLayer(results["OUTPUT"])


@pytest.mark.parametrize(("day", "state", "since"), [
    ("2016-10-13", "unknown", None), ("2016-10-14", "absent", "2016-10-14"), ("2017-06-05", "absent", "2016-10-14"),
    ("2017-06-06", "present", "2017-06-06"), ("", "present", "2017-06-06")])
def test_the_state_on_a_day(survey: Any, day: str, state: str, since: str | None) -> None:
    layer = run(survey.path, **({"DATE": day} if day else {}))
    assert layer.fields().names() == FIELDS
    assert (layer.crs().authid(), layer.featureCount()) == ("EPSG:4326", 6)
    (row,) = [row for row in layer.getFeatures() if row["name"].startswith("Phungyang")]
    assert (row["state"], row["kind"]) == (state, "vehicle_ford")
    for name in ("since", "seen_from", "seen_to"):
        assert (row[name].toString("yyyy-MM-dd") if since else row[name] or None) == since
    assert (row["image_id"] or None) == (f"image-{state}" if since else None)
    assert row.geometry().asPoint().x() == pytest.approx(127.885265)


def test_it_is_what_the_panel_shows(survey: Any) -> None:
    from yalu_plugin.layers.survey.survey_states import states_on

    shown = {site_id: row["state"] for site_id, row in states_on(survey, date(2017, 1, 1)).items()}
    assert {row["site_id"]: row["state"] for row in run(survey.path, DATE="2017-01-01").getFeatures()} == shown


def test_no_survey_no_states(qgis_app: Any, tmp_path: Path) -> None:
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException, match="There is no file"):
        run(tmp_path / "none.gpkg")


def test_a_site_without_place_has_a_row(survey: Any) -> None:
    from qgis.core import QgsProcessingFeedback

    from yalu_plugin.layers.survey.write import change

    change(survey.path, "test", {"sites": [{"id": "placeless", "name": "Placeless"}]})
    feedback = QgsProcessingFeedback(False)
    layer = run(survey.path, feedback)
    (row,) = [row for row in layer.getFeatures() if row["site_id"] == "placeless"]
    assert row["state"] == "unknown" and not row.hasGeometry() and layer.featureCount() == 7
    assert "Left out" not in feedback.textLog()


def test_sites_of_an_older_survey_without_an_id_are_reported(qgis_app: Any, tmp_path: Path, data: Path) -> None:
    from qgis.core import QgsProcessingFeedback

    path = tmp_path / "old.gpkg"
    path.write_bytes(gzip.decompress((data / "surveys" / "version1.gpkg.gz").read_bytes()))
    feedback = QgsProcessingFeedback(False)
    assert run(path, feedback).featureCount() == 8
    assert "Left out: 2 sites without a unique id" in feedback.textLog()
    assert "made by an older plugin" in feedback.textLog()
