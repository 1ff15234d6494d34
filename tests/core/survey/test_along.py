"""A site's county: as the survey has it, else by its chainage, else not known."""

from __future__ import annotations

import numpy as np

from yalu_plugin.core.corridor.counties import Reaches
from yalu_plugin.core.survey.along import Along

ALONG = Along({"up": -9.0, "near": -0.5, "middle": 20.0, "down": 99.0},
              Reaches(np.array([0.0, 50_000.0]), ("Upper", "Middle", "Lower")))


def test_by_chainage_and_certain_away_from_a_break():
    assert ALONG.counties(["up", "near", "middle", "down", "off the line"]) == [
        ("Upper", True), ("Upper", False), ("Middle", True), ("Lower", True), (None, False)]
    assert ALONG.counties([]) == []


def test_the_survey_s_own_goes_first():
    assert ALONG.county_of({"id": "near", "county": "Hyesan"}) == ("Hyesan", True)
    assert ALONG.county_of({"id": "near", "county": ""}) == ("Upper", False)


def test_without_reaches_none_is_known():
    assert Along({"up": 1.0}).county_of({"id": "up", "county": None}) == (None, False)
