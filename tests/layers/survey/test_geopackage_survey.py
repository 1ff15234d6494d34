"""A survey in a GeoPackage fulfils the contract of every survey."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from osgeo import gdal

from tests.layers.survey.contract import SurveyContract


class TestGeoPackageSurvey(SurveyContract):
    """Run on a file of its own each time."""

    @pytest.fixture
    def survey(self, new_survey: Any, tmp_path: Path) -> Any:
        return new_survey(tmp_path / "survey.gpkg", "Test")

    @pytest.fixture
    def outside(self, survey: Any) -> Callable[[str], None]:
        def change(statement: str) -> None:
            dataset = gdal.OpenEx(str(survey.path), gdal.OF_VECTOR | gdal.OF_UPDATE)
            dataset.ExecuteSQL(statement)

        return change

    @pytest.fixture
    def again(self, survey: Any) -> Callable[[], Any]:
        from yalu_plugin.layers.survey.open import open_survey

        return lambda: open_survey(survey.path)


def test_the_layer_of_a_file_that_is_gone_is_invalid(new_survey: Any, tmp_path: Any) -> None:
    """And nothing is raised: tables are added to a project in turns of the event loop."""
    survey = new_survey(tmp_path / "gone.gpkg", "Gone")
    survey.file.close()
    survey.path.unlink()
    assert not survey.layer("sources").isValid()
