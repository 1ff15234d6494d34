"""What the preview of an update says of a workbook: sites and observations are counted apart, and both have a name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("qgis")
pytest.importorskip("geopandas")

from qgis.PyQt.QtWidgets import QToolButton, QWidget  # noqa: E402

from tests.layers.exporting.exported_survey import exported, survey_with_names  # noqa: E402


@pytest.fixture
def assessment(new_survey: Any, tmp_path: Path) -> Any:
    """The assessment of an unedited workbook: 19 sites with a place, 3 observations."""
    from yalu_plugin.core.importing.import_source import ReadOptions
    from yalu_plugin.layers.survey.import_job import open_import

    survey = survey_with_names(new_survey, tmp_path / "survey.gpkg")
    job = open_import(exported(survey, tmp_path / "out", "XLSX").files[0], ReadOptions())
    return job.assess_rows(survey, job.title)


def test_sites_and_observations_are_counted_apart(assessment: Any) -> None:
    from yalu_plugin.gui.importing.update_bar import UpdateBar

    window = QWidget()
    bar = UpdateBar(window)
    bar.show_assessment(assessment)
    chips = [chip.text() for chip in bar.findChildren(QToolButton) if "_change_" in chip.objectName()]
    assert chips == ["Same 19, 3 observations"]


def test_a_row_of_an_observation_names_its_site(assessment: Any) -> None:
    from yalu_plugin.gui.importing.import_rows_model import KIND_COLUMN, NAME_COLUMN, ImportModel

    window = QWidget()
    model = ImportModel(window)
    model.set_rows(None, assessment)
    shown = [(model.index(at, NAME_COLUMN).data(), model.index(at, KIND_COLUMN).data())
             for at in range(model.rowCount())]
    assert shown[-3:] == [("=SUM(A1)", "Observation"), ("=SUM(A1)", "Observation"), ("+1", "Observation")]
