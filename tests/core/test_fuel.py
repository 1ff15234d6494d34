"""The estimate of 2020: unrounded, with the published figures for comparison."""

from __future__ import annotations

from dataclasses import replace
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.fuel import AssumptionOutOfRange, Assumptions, estimate, in_metric

POSITIVE = st.floats(min_value=0.01, max_value=1e6)


def test_the_document_s_assumptions_unrounded_and_its_own_figures() -> None:
    found = estimate(Assumptions())
    assert (round(found.gallons_per_month), round(found.barrels_per_year)) == (1_887_014, 539_147)
    results = {figure.name: figure for figure in found.figures if not figure.is_assumption}
    assert {name: (round(figure.value, 1), figure.published) for name, figure in results.items()} == {
        "tank_volume": (1231.5, 1231.5), "tank_volume_less_allowance": (1108.4, 1108.3),
        "tank_weight": (51815.5, 51813), "tank_content": (7733.7, 7733), "gallons_per_month": (1887013.9, 1886852),
        "barrels_per_month": (44928.9, 44925), "barrels_per_year": (539146.8, 539100), "cap_ratio": (1.1, 1.08)}
    assert round(found.cap_ratio, 4) == 1.0783


def test_every_assumption_is_in_the_result() -> None:
    found = estimate(replace(Assumptions(), tanks_per_station=3))
    assumed = {figure.name: (figure.value, figure.published) for figure in found.figures if figure.is_assumption}
    assert assumed["tanks_per_station"] == (3, 2) and assumed["cap_barrels"] == (500_000, 500_000) and len(assumed) == 9
    assert {figure.published for figure in found.figures if not figure.is_assumption} == {None}


def test_metric_units() -> None:
    figures = {figure.name: in_metric(figure) for figure in estimate(Assumptions()).figures}
    assert {name: (round(figures[name].value, 3), figures[name].unit) for name in (
        "tank_length_ft", "tank_volume", "pounds_per_cubic_foot", "tank_content", "barrels_per_year", "cap_ratio")} == {
        "tank_length_ft": (9.754, "m"), "tank_volume": (34.872, "m³"), "pounds_per_cubic_foot": (748.863, "kg/m³"),
        "tank_content": (29275.1, "L"), "barrels_per_year": (85717.494, "m³ a year"), "cap_ratio": (1.078, "")}
    assert (figures["tank_volume"].published, figures["tank_volume"].published_unit) == (1231.5, "cu ft")


@given(length=POSITIVE, diameter=POSITIVE, stations=st.integers(0, 10_000), factor=st.integers(1, 9))
def test_twice_as_many_take_twice_as_much(length: float, diameter: float, stations: int, factor: int) -> None:
    one = Assumptions(tank_length_ft=length, tank_diameter_ft=diameter, stations=stations)
    more = estimate(replace(one, stations=stations * factor))
    assert more.gallons_per_month == pytest.approx(factor * estimate(one).gallons_per_month)
    assert more.barrels_per_year == pytest.approx(more.gallons_per_month * 12 / 42)


@pytest.mark.parametrize("name, value", [
    ("tank_length_ft", 0), ("tank_diameter_ft", -7), ("allowance_percent", 100.1), ("allowance_percent", -1),
    ("pounds_per_cubic_foot", nan), ("pounds_per_gallon", 0), ("tanks_per_station", -2), ("stations", -1),
    ("refills_per_month", inf), ("cap_barrels", 0)])
def test_impossible_values_are_refused_by_name(name: str, value: float) -> None:
    with pytest.raises(AssumptionOutOfRange, match=name.upper()):
        Assumptions(**{name: value})


def test_no_stations_or_full_allowance_take_nothing() -> None:
    assert estimate(Assumptions(stations=0)).barrels_per_year == 0
    assert estimate(Assumptions(allowance_percent=100)).gallons_per_month == 0


def test_the_densities_of_the_document_are_of_two_fuels() -> None:
    assert not Assumptions().densities_agree and Assumptions(pounds_per_gallon=6.25).densities_agree
