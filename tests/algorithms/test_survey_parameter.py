"""The parameter SURVEY of every algorithm: by default the open survey, and a message if there is none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

OF_SURVEYS = ("catalogueimagery", "comparepublished", "countsummary", "exportoverview", "exportreport",
              "exportsites", "exportsitesheets", "exportstripmap", "importsites", "searchcoverage", "searchstac",
              "sitematrix", "sitestates", "upgradesurvey", "verifyrecord")


@pytest.fixture
def provider(qgis_app: Any) -> Any:
    from yalu_plugin.algorithms.provider import YaluProvider

    provider = YaluProvider()
    provider.refreshAlgorithms()
    return provider


@pytest.fixture
def open_path(new_survey: Any, tmp_path: Path) -> Iterator[Path]:
    """The path of a survey that is stored in the project as the open one."""
    from qgis.core import QgsProject

    from yalu_plugin.layers.project import remember_path

    path = tmp_path / "한글 open.gpkg"
    new_survey(path, "Open", published=True)
    remember_path(QgsProject.instance(), "survey", path)
    yield path
    QgsProject.instance().clear()


def test_every_algorithm_of_a_survey_is_known_here(provider: Any) -> None:
    assert tuple(sorted(one.name() for one in provider.algorithms() if one.parameterDefinition("SURVEY"))) == OF_SURVEYS


@pytest.mark.parametrize("name", OF_SURVEYS)
def test_the_open_survey_is_the_default(provider: Any, open_path: Path, name: str) -> None:
    one = provider.algorithm(name).create()
    assert one.parameterDefinition("SURVEY").defaultValue() == str(open_path)


@pytest.mark.parametrize("given", [{}, {"SURVEY": ""}, {"SURVEY": None}])
@pytest.mark.parametrize("name", OF_SURVEYS)
def test_without_a_survey_the_line_says_what_is_missing(provider: Any, name: str, given: dict[str, Any]) -> None:
    from qgis.core import QgsProcessingContext

    one = provider.algorithm(name).create()
    others = {"INPUT": "a.csv", "OUTPUT": "b.pdf", "TYPE": 0}
    valid, message = one.checkParameterValues({**others, **given}, QgsProcessingContext())
    assert not valid and message == f"SURVEY is missing: {one.parameterDefinition('SURVEY').help()}"


def test_run_without_survey_verifies_the_open_one(provider: Any, open_path: Path) -> None:
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    one = provider.algorithm("verifyrecord").create()
    assert one.checkParameterValues({}, QgsProcessingContext()) == (True, "")
    results, done = one.run({}, QgsProcessingContext(), QgsProcessingFeedback(False), {}, False)
    assert done and results["VALID"] and results["ENTRIES"] > 0
