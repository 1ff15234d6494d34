"""A site's county: as stated in the survey, else by its chainage, else not known."""

from __future__ import annotations

import numpy as np

from yalu_plugin.core.corridor.counties import Reaches
from yalu_plugin.core.survey.river_positions import RiverPositions

ALONG = RiverPositions({"up": -9.0, "near": -0.5, "middle": 20.0, "down": 99.0},
                       Reaches(np.array([0.0, 50_000.0]), ("Upper", "Middle", "Lower")))


def test_by_chainage_and_certain_away_from_a_break():
    assert ALONG.counties(["up", "near", "middle", "down", "off the line"]) == [
        ("Upper", True), ("Upper", False), ("Middle", True), ("Lower", True), (None, False)]
    assert ALONG.counties([]) == []


def test_the_county_stated_in_the_survey_comes_first():
    assert ALONG.county_of({"id": "near", "county": "Hyesan"}) == ("Hyesan", True)
    assert ALONG.county_of({"id": "near", "county": ""}) == ("Upper", False)


def test_without_reaches_none_is_known():
    assert RiverPositions({"up": 1.0}).county_of({"id": "up", "county": None}) == (None, False)


def test_neighbours_are_the_nearest_up_and_down_the_river() -> None:
    along = RiverPositions({"c": 3.0, "a": -1.0, "b": 0.5, "twin": 0.5, "gone": 1.0})
    assert along.neighbours("b") == ("a", "twin") and along.neighbours("twin") == ("b", "gone")
    assert along.neighbours("twin", without={"gone"}) == ("b", "c")
    assert along.neighbours("a") == (None, "b") and along.neighbours("c") == ("gone", None)
    assert along.neighbours("gone", without={"gone"}) == ("twin", "c")  # a retired site has neighbours, too
    assert along.neighbours("off the line") == (None, None) == RiverPositions().neighbours("a")
