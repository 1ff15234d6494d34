"""yalu:exportoverview."""

from __future__ import annotations

import pytest


@pytest.fixture
def survey(new_survey, tmp_path):
    return new_survey(tmp_path / "survey.gpkg", "Survey", True)


def run(**parameters):
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    from yalu_plugin.algorithms.export_document import ExportDocument
    from yalu_plugin.layers.layouts.documents import DOCUMENTS

    return ExportDocument(DOCUMENTS[0]).create().run(
        parameters, QgsProcessingContext(), QgsProcessingFeedback(), {}, False)


@pytest.mark.parametrize(("number", "start"), [(0, b"%PDF"), (1, b"\x89PNG"), (2, b"<?xml")])
def test_exports_each_format(survey, tmp_path, number, start):
    target = tmp_path / "map.out"
    results, done = run(SURVEY=str(survey.path), DATE="2025-07-30", FORMAT=number, OUTPUT=str(target))
    assert done and results == {"OUTPUT": str(target)}
    assert target.read_bytes().startswith(start)


def test_the_day_is_the_latest_where_none_is_given(survey, tmp_path):
    run(SURVEY=str(survey.path), FORMAT=2, OUTPUT=str(tmp_path / "map.svg"))
    assert "Sites as of 2025-07-30 UTC, the survey" in (tmp_path / "map.svg").read_text(encoding="utf-8")


def test_trouble_is_one_line(survey, tmp_path):
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException, match="There is no folder"):
        run(SURVEY=str(survey.path), OUTPUT=str(tmp_path / "survey.gpkg" / "map.pdf"))
    with pytest.raises(QgsProcessingException, match="There is no file"):
        run(SURVEY=str(tmp_path / "none.gpkg"), OUTPUT=str(tmp_path / "map.pdf"))
