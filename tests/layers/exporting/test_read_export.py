"""Reading a survey for an export: order, measures, selection and the record."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("geopandas")


def test_the_published_sites_in_order_downstream_with_the_measures_of_the_river_line(
        new_survey: Any, tmp_path: Path) -> None:
    from yalu_plugin.layers.exporting.read_export import read_export
    from yalu_plugin.layers.survey.heads import head_text
    from yalu_plugin.layers.survey.matrix_survey import along_line, river_corridor

    survey = new_survey(tmp_path / "s.gpkg", "T", published=True)
    corridor = river_corridor(survey)
    export = read_export(survey, corridor, None, None)
    sites = list(export.sites())
    assert {site.site_id: site.chainage_km for site in sites if site.chainage_km is not None} == dict(
        along_line(survey, corridor).chainages)
    assert [round(site.chainage_km, 2) for site in sites[:4]] == [0.0, 24.42, 58.69, 160.38]
    assert [round(site.offset_m) for site in sites[1:4]] == [106, 57, 101]
    assert [(site.county_along, site.county_certain) for site in sites[1:4]] == [
        ("Samsu", True), ("Kimjongsuk", True), ("Kimhyongjik", True)]
    assert len(sites) == 6 and {site.chainage_km for site in sites[4:]} == {None}
    assert sites[0].state == "present" and sites[0].first_seen_to == "2023-08-31"
    assert (export.survey_id, export.record, export.datum) == (survey.id, head_text(survey), "41.411114, 128.186804")
    assert "vertices" in export.line and export.scope == "all" and export.exported_at.endswith("Z")


def test_a_selection_a_day_and_no_line(new_survey: Any, tmp_path: Path) -> None:
    from yalu_plugin.layers.exporting.read_export import read_export

    survey = new_survey(tmp_path / "s.gpkg", "T", published=True)
    ids = {row["id"] for row in survey.rows("sites") if row["kind"] == "barge_dock"}
    export = read_export(survey, None, None, date(2020, 1, 1), ids)
    assert [(site.site_id, site.state, site.chainage_km) for site in export.sites()] == [
        (*ids, "unknown", None)]
    assert (export.line, export.datum, export.scope) == ("", "", "part")
