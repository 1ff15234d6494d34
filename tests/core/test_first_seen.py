from __future__ import annotations

from datetime import date

import pytest

from yalu_plugin.core.first_seen import days_of_quarters, first_sightings, period_text, quarters_first_seen


def seen(site, first, last, state="present"):
    return {"site_id": site, "seen_from": first, "seen_to": last, "state": state}


OBSERVATIONS = [
    seen("ford", "2024-05-01", "2024-05-01"), seen("ford", "2023-08-01", "2023-08-31"),
    seen("gate", "2024-06-20", "2024-07-02", "under_construction"), seen("gate", "2024-01-01", "2024-01-01", "absent"),
    seen("dock", None, "2025-02-01"), seen("blank", None, None), seen("never", "2024-01-01", "2024-01-01", "absent")]


@pytest.mark.parametrize("rows", [OBSERVATIONS, OBSERVATIONS[::-1]])
def test_the_first_sighting_is_the_one_that_ends_first(rows):
    assert first_sightings(rows) == {
        "ford": (date(2023, 8, 1), date(2023, 8, 31)), "gate": (date(2024, 6, 20), date(2024, 7, 2)),
        "dock": (date(2025, 2, 1), date(2025, 2, 1))}


def test_a_sighting_over_two_quarters_is_in_either():
    assert quarters_first_seen(OBSERVATIONS) == {"ford": "2023-Q3", "gate": "2024-Q2/2024-Q3", "dock": "2025-Q1"}


@pytest.mark.parametrize(("quarters", "days"), [
    ("2024-Q1", ("2024-01-01", "2024-03-31")), ("2024-Q4", ("2024-10-01", "2024-12-31")),
    ("2024-Q4/2025-Q1", ("2024-10-01", "2025-03-31")), ("2024-Q2/2024-Q3", ("2024-04-01", "2024-09-30"))])
def test_the_days_of_quarters(quarters, days):
    assert days_of_quarters(quarters) == days


@pytest.mark.parametrize(("first", "last", "text"), [
    ("2024-04-01", "2024-06-30", "2024-Q2"), ("2024-10-01", "2025-03-31", "2024-Q4/2025-Q1"),
    ("2024-04-03", "2024-06-30", "2024-04-03/2024-06-30"), (None, "2024-06-30", ""), ("2024-04-01", None, "")])
def test_a_period_is_named_by_its_quarters_only_if_it_is_all_of_them(first, last, text):
    assert period_text(first, last) == text
