"""The lines with which an import is compared."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("qgis")

from yalu_plugin.layers.survey.create import create_survey  # noqa: E402
from yalu_plugin.layers.survey.river_lines import river_lines  # noqa: E402


@pytest.mark.parametrize("published", [True, False])
def test_the_river_of_the_survey_or_the_bundled_one(qgis_app, tmp_path: Path, published: bool) -> None:
    (line,) = river_lines(create_survey(tmp_path / "survey.gpkg", "Test", published))
    assert len(line) == 2617
    assert line[0] == (126.794681, 41.692877)
    assert river_lines(None) == [line]
