"""Retired crossings in measures, counts of pages and yalu:sitestates: left out after their day, and named."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("qgis")
RETIRED = "Phungyang fording site"


@pytest.fixture
def survey(qgis_app: Any, tmp_path: Path) -> Any:
    """The published sites, one of them retired on 2024-05-01."""
    from yalu_plugin.layers.survey.create import create_survey

    made = create_survey(tmp_path / "survey.gpkg", "Test", published=True)
    (site,) = [row for row in made.rows("sites") if row["name"] == RETIRED]
    made.change("edit", replaced={"sites": [{**site, "retired_on": "2024-05-01"}]})
    return made


def names(measured: Any) -> set[str]:
    return set(measured.table["name"])


def test_measures_leave_them_out_after_their_day(survey: Any) -> None:
    from yalu_plugin.layers.corridor.line import line_or_bundled, measure_along, measure_survey, sites_frame

    everything = measure_survey(survey, None, retired_too=True)
    assert RETIRED in names(everything) and everything.retired == 0
    for day, counted in ((None, False), (date(2024, 5, 1), True), (date(2024, 5, 2), False)):
        measured = measure_survey(survey, None, day)
        assert names(measured) == names(everything) - (set() if counted else {RETIRED})
        assert measured.retired == (not counted)
    of_layer = measure_along(sites_frame(survey.layer("sites")), line_or_bundled(None))
    assert RETIRED not in names(of_layer) and of_layer.retired == 1


def test_pages_draw_them_and_count_them_not(survey: Any) -> None:
    from yalu_plugin.layers.layouts.statements import Shown, _counts

    sites = [row for row in survey.rows("sites") if row["kind"] == "vehicle_ford"]
    for day, text in ((date(2024, 5, 1), f"Crossings located: {len(sites)} ({len(sites)} vehicle, 0 barge)"),
                      (date(2024, 5, 2), f"Crossings located: {len(sites) - 1} ({len(sites) - 1} vehicle, 0 barge); "
                                         "retired, drawn and not counted: 1")):
        assert _counts(Shown(day, "chosen", sites, {}, None, None, 0)) == text


def test_the_curve_of_the_database_is_that_of_the_facts(survey: Any) -> None:
    from qgis.core import QgsFeedback

    from yalu_plugin.core.known_present import known_present
    from yalu_plugin.layers.survey.over_time import over_time

    (site,) = [row for row in survey.rows("sites") if row["name"] == RETIRED]
    survey.change("seen", {"observations": [
        {"id": day, "site_id": site["id"], "state": "present", "seen_from": day, "seen_to": day}
        for day in ("2024-04-01", "2024-06-01")]})
    facts, (known, _) = survey.read(QgsFeedback()), over_time(survey.path)
    curve = facts.known_present("vehicle_ford")
    assert curve == known_present(known, "vehicle_ford")
    assert float(date(2024, 5, 2).toordinal()) in [day for day, _ in curve]
