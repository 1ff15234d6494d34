"""Periods around a day and between two."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.corridor.coverage import Coverage
from yalu_plugin.core.corridor.coverage_phrases import searched_phrase
from yalu_plugin.core.period import KINDS, period_around, period_between


@pytest.mark.parametrize(("kind", "first", "last", "when"), [
    ("day", "2025-08-01", "2025-08-01", "on 2025-08-01"), ("month", "2025-08-01", "2025-08-31", "in 2025-08"),
    ("quarter", "2025-07-01", "2025-09-30", "in Q3 2025"), ("year", "2025-01-01", "2025-12-31", "in 2025"),
    ("all", None, None, "so far")])
def test_around_a_day(kind: str, first: str, last: str, when: str) -> None:
    found = period_around(kind, date(2025, 8, 1))
    assert found is not None and (found.first, found.last, str(found.when)) == (first, last, when)
    assert (period_around(kind, None) is None) == (kind != "all")


def test_between_two_days() -> None:
    found = period_between(date(2025, 7, 30), date(2025, 9, 13))
    assert (found.first, found.last, str(found.when)) == ("2025-07-30", "2025-09-13", "from 2025-07-30 to 2025-09-13")


@given(st.sampled_from(KINDS[:-1]), st.dates())
def test_every_day_is_in_its_period_and_the_day_after_is_in_the_next(kind: str, day: date) -> None:
    found = period_around(kind, day)
    assert found is not None and found.first is not None and found.last is not None
    assert found.first <= str(day) <= found.last
    assert period_around(kind, date.fromisoformat(found.first)) == found
    assert period_around(kind, date.fromisoformat(found.last)) == found
    if found.last != "9999-12-31":
        after = period_around(kind, date.fromordinal(date.fromisoformat(found.last).toordinal() + 1))
        assert after is not None and after.first is not None and after.first > found.last


def test_a_share_in_a_sentence() -> None:
    when = period_around("quarter", date(2025, 8, 1)).when  # type: ignore[union-attr]
    assert str(searched_phrase(Coverage([(0, 37_900)], [], 100_000), when)) == (
        "38 % of the corridor searched in Q3 2025")
    assert str(searched_phrase(Coverage([], [(0, 10)], 100_000), when)) == (
        "nothing of the corridor searched in Q3 2025")
