"""The database counts the same as the rows of the survey state."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def survey(qgis_app: Any, tmp_path: Path) -> Any:
    """The published sites, two more known from one day on, and one observed twice, once with an open first day."""
    from qgis.core import QgsPointXY

    from yalu_plugin.layers.survey.create import create_survey
    from yalu_plugin.layers.survey.survey_sites import new_site
    from yalu_plugin.layers.survey.write import change

    created = create_survey(tmp_path / "survey.gpkg", "Test", True)
    like = created.rows("observations")[0]
    sites, seen = [], []
    for number, (since, state) in enumerate([("2024-01-01", "present"), ("2024-01-01", "present"),
                                             ("2024-02-01", "absent")]):
        site = new_site(QgsPointXY(126 + number / 10, 41.7), "barge_dock", None)["sites"][0]
        sites.append(site)
        seen.append({**like, "id": f"seen{number}", "site_id": site["id"], "image_id": None, "state": state,
                     "seen_from": since, "seen_to": since})
    seen.append({**seen[2], "id": "again", "state": "present", "seen_from": None, "seen_to": "2024-03-01"})
    change(created.path, "test", {"sites": sites, "observations": seen})
    return created


def test_sites_known_present_are_those_of_the_rows(survey: Any) -> None:
    from tests.layers.survey.known_over_time import known_over_time

    known, _ = known_over_time(survey.path)
    counted = Counter((one["kind"], one["valid_from"], one["valid_to"]) for one in survey.rows("site_states")
                      if one["state"] == "present")
    assert {(one.kind, one.since, one.until): one.sites for one in known} == counted
    assert counted["barge_dock", "2024-01-01", None] == 2


def test_observed_days_are_those_of_the_rows(survey: Any) -> None:
    from tests.layers.survey.known_over_time import known_over_time

    _, observed = known_over_time(survey.path)
    rows = survey.rows("observations")
    assert sorted(observed) == sorted({(one["seen_from"] or one["seen_to"], one["seen_to"]) for one in rows})
    assert observed.count(("2024-01-01", "2024-01-01")) == 1 and ("2024-03-01", "2024-03-01") in observed
