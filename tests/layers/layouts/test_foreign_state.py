"""A state that another program, or a newer plugin, wrote is shown as it is on every page."""

from __future__ import annotations

from datetime import date
from typing import Any


def test_every_page_is_built_with_a_foreign_state(qgis_app: Any, new_survey: Any, tmp_path: Any) -> None:
    from qgis.core import QgsProject

    from yalu_plugin.layers.layouts.report import build_report
    from yalu_plugin.layers.project import add_survey

    survey = new_survey(tmp_path / "survey.gpkg", "Survey", True)
    (hyesan,) = [row for row in survey.rows("sites") if row["name"] and "Hyesan" in row["name"]][:1]
    observation = survey.rows("observations")[0]
    survey.change("edit", replaced={"observations": [
        {**observation, "site_id": hyesan["id"], "state": "paved over", "seen_to": "2025-07-30"}]})
    project = QgsProject()
    add_survey(project, survey)
    layouts = build_report(project, survey, date(2025, 7, 30))
    assert len(layouts) > 4
    sheets = layouts[-1].atlas()
    found = [feature["subtitle"] for feature in sheets.coverageLayer().getFeatures()]
    assert any("paved over" in subtitle for subtitle in found)
    for layout in layouts:
        layout.atlas().endRender()
    layouts.clear()


def test_a_foreign_state_has_a_lane_of_its_own_in_the_chart() -> None:
    from yalu_plugin.core.charts.chainage_strip import _lanes

    assert _lanes({"present", "paved over", "unknown"}) == ["paved over", "unknown", "present"]
