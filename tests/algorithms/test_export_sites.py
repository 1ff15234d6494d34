"""yalu:exportsites: the file of each format, its filter and day, and refused parameters."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("geopandas")


def run(**given: Any) -> tuple[str, str]:
    """Run the algorithm; return its output and its log."""
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    from yalu_plugin.algorithms.export_sites import ExportSites

    feedback = QgsProcessingFeedback(False)
    results, good = ExportSites().create().run(given, QgsProcessingContext(), feedback, catchExceptions=False)
    assert good
    return results["OUTPUT"], feedback.textLog()


@pytest.fixture
def survey(new_survey: Any, tmp_path: Path) -> str:
    return str(new_survey(tmp_path / "survey.gpkg", "T", published=True).path)


def test_a_filter_a_day_and_the_measures_of_the_river(survey: str, tmp_path: Path) -> None:
    output, log = run(SURVEY=survey, FORMAT="CSV", OUTPUT=str(tmp_path / "out.csv"), DATE="2023-08-30",
                      FILTER="\"chainage_km\" < 60")
    with Path(output).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["chainage_km"], row["offset_m"], row["state"], row["state_on"]) for row in rows] == [
        ("0.0", rows[0]["offset_m"], "unknown", "2023-08-30"), ("24.416", "106.1", "unknown", "2023-08-30"),
        ("58.693", "57.1", "unknown", "2023-08-30")]
    assert "3 sites exported" in log and "out_matrix.csv" in log and "record " in log
    assert {row["exported_scope"] for row in rows} == {"part"} and "vertices" in rows[0]["river_line"]


def test_the_first_format_is_the_default_and_the_ending_is_its(survey: str, tmp_path: Path) -> None:
    from yalu_plugin.core.exporting.export_files import FORMAT_NAMES

    output, _ = run(SURVEY=survey, OUTPUT=str(tmp_path / "out.csv"))
    assert output == str(tmp_path / f"out{next(iter(FORMAT_NAMES.values()))}") and Path(output).stat().st_size > 1000


def test_an_error_is_one_clear_line(survey: str, tmp_path: Path) -> None:
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException, match="no column “colour”"):
        run(SURVEY=survey, FORMAT="GPX", OUTPUT=str(tmp_path / "out.gpx"), FILTER="\"colour\" = 'red'")


def test_every_format_has_a_writer(qgis_app: Any) -> None:
    from yalu_plugin.core.exporting.export_files import FORMAT_NAMES
    from yalu_plugin.layers.exporting.export_formats import WRITERS

    assert list(FORMAT_NAMES) == list(WRITERS)
