"""The matrix in the report: only observed sites, on as few pages as possible."""

from __future__ import annotations

import re
from datetime import date

import pytest

pytest.importorskip("qgis")

from qgis.core import QgsLayoutItemLabel  # noqa: E402

DAY = date(2025, 12, 31)


@pytest.fixture
def pages(qgis_app, new_survey, tmp_path, project_of):
    """Pages of a SYNTHETIC survey of 300 sites, of which 60 were observed."""
    from yalu_plugin.core.report_chapters import Chapters
    from yalu_plugin.layers.layouts.report import build_report

    survey = new_survey(tmp_path / "survey.gpkg", "SYNTHETIC", published=True)
    survey.change("test", {
        "sites": [{"id": f"s{n:03}", "name": f"SYNTHETIC {n}", "kind": "vehicle_ford",
                   "geom": f"POINT ({128.18 + n / 1e5!r} 41.41)"} for n in range(300)],
        "observations": [
            {"id": f"o{n}", "site_id": f"s{n:03}", "state": "present", "seen_from": f"2025-0{1 + n % 9}-01",
             "seen_to": f"2025-0{1 + n % 9}-01"} for n in range(60)]})
    made = build_report(project_of(survey), survey, DAY, chapters=Chapters(("matrix",)))[1:]
    yield made
    made.clear()


def test_only_what_was_looked_at_is_drawn_and_the_others_are_counted(pages, overlaps, unfit):
    words = [[label.text() for label in page.items() if isinstance(label, QgsLayoutItemLabel)] for page in pages]
    drawn = [{text for text in page if text.startswith("SYNTHETIC ")} for page in words]
    assert set.union(*drawn) == {f"SYNTHETIC {n}" for n in range(60)} and min(map(len, drawn)) > 25
    for page, layout in zip(words, pages):
        assert re.search(r"24\d of 30\d sites are not drawn: none of them was observed from 20\d\d-\d\d-\d\d to "
                         r"2025-", " ".join(page))
        assert unfit(layout) == []


def test_no_observation_no_page(qgis_app, new_survey, tmp_path, project_of):
    from yalu_plugin.core.report_chapters import Chapters
    from yalu_plugin.layers.layouts.report import NoChapter, build_report

    survey = new_survey(tmp_path / "survey.gpkg", "SYNTHETIC")
    with pytest.raises(NoChapter):
        build_report(project_of(survey), survey, DAY, chapters=Chapters(("matrix",)))
