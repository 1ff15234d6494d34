"""The data of the charts, read from a survey."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("geopandas")


@pytest.fixture
def survey(new_survey: Any, tmp_path: Path) -> Any:
    return new_survey(tmp_path / "survey.gpkg", "Test", published=True)


def data(survey: Any, day: date | None = None) -> Any:
    from yalu_plugin.layers.corridor.chart_data import chart_data
    from yalu_plugin.layers.corridor.corridor_input import measure_survey

    return chart_data(survey, measure_survey(survey, None, date(2026, 1, 1)), day)


def ford_seen_on(survey: Any, synthetic: bool) -> None:
    from yalu_plugin.layers.survey.write import change

    (ford,) = [row["id"] for row in survey.rows("sites") if row["name"] == "Hyesan sandbar ford"]
    image = {"id": "image", "uri": "scene.tif", "synthetic": synthetic, "date_kind": "acquired"}
    seen = {"id": "seen", "site_id": ford, "image_id": "image", "seen_from": "2025-05-01", "seen_to": "2025-05-01",
            "state": "washed_out"}
    change(survey.path, "test", {"images": [image], "observations": [seen]}, None)


def test_rows_states_and_first_sightings_of_the_published_sites(survey):
    found = data(survey)
    assert [round(row["chainage_km"], 1) for row in found.rows] == [0.0, 24.4, 58.7, 160.4]
    assert sorted(found.states.values()) == ["present", "unknown", "unknown", "unknown"]
    assert found.seen == [date(2023, 8, 31)]
    assert len([claim for claim in found.claims if claim["quantity"] == "new crossings"]) == 4


def test_states_are_those_of_the_day(survey):
    ford_seen_on(survey, synthetic=False)
    assert "washed_out" in data(survey).states.values()
    before = data(survey, date(2025, 4, 30))
    assert "washed_out" not in before.states.values() and "present" in before.states.values()
    assert before.statement.day == "2025-04-30 (UTC)"


def test_the_statement_names_line_datum_and_sources(survey):
    statement = data(survey).statement
    assert statement.line == (
        "Yalu River, 2,617 vertices, on average 143 m apart (© OpenStreetMap contributors, ODbL-1.0)")
    assert statement.datum == "41.411114, 128.186804"
    assert statement.source == "AccessDPRK, 9 February 2026"
    assert statement.day == "the latest observations"


def test_counts_over_time_name_their_publishers_as_well(survey):
    assert data(survey).over_time.source == "AccessDPRK, 9 February 2026; NK News, relayed 16 December 2025"


def test_what_was_seen_later_is_not_known_on_the_day(survey):
    assert data(survey, date(2023, 8, 30)).seen == []
    assert data(survey, date(2023, 8, 31)).seen == [date(2023, 8, 31)]


@pytest.mark.parametrize("synthetic", [True, False])
def test_synthetic_where_an_observation_is_on_a_synthetic_image(survey, synthetic):
    ford_seen_on(survey, synthetic)
    assert data(survey).statement.synthetic is synthetic


@pytest.mark.parametrize("which", ["strip", "time", "gaps"])
def test_every_chart_is_drawn(survey, which):
    pytest.importorskip("matplotlib")
    from yalu_plugin.core.charts.chart import A4
    from yalu_plugin.layers.corridor.chart_data import draw_chart

    (axes,) = draw_chart(which, data(survey), A4).axes
    assert axes.get_xlabel() or axes.get_ylabel()
