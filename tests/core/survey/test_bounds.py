"""Bounds of a change of state: with known values, and checked for every order that the intervals allow."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any, Optional

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yalu_plugin.core.survey.bounds import StateChange, changes_of_state

Days = tuple[Optional[int], int]
EARLY = -3  # days before the first: how far an open interval reaches back here


def row(fid: int, state: str | None, first: str | None, last: str | None, image: str | None = None) -> dict[str, Any]:
    return {"id": str(fid), "fid": fid, "state": state, "seen_from": first, "seen_to": last, "image_id": image}


def on(fid: int, state: str, day: str) -> dict[str, Any]:
    return row(fid, state, day, day)


def test_a_change_between_two_observations_with_two_inconclusive_between() -> None:
    rows = [on(1, "absent", "2024-03-01"), on(2, "absent", "2024-04-11"), on(3, "not_observable", "2024-05-01"),
            on(4, "not_observable", "2024-06-02"), row(5, "present", "2024-06-03", "2024-06-05"),
            on(6, "not_observable", "2024-06-04"), on(7, "present", "2024-07-01")]
    first, second = changes_of_state(rows)
    assert first == StateChange("absent", rows[0], None, 0, ())
    assert second == StateChange("present", rows[4], rows[1], 2, ())


def test_overlapping_days_have_no_order() -> None:
    rows = [on(1, "absent", "2024-04-11"), row(2, "absent", "2024-06-01", "2024-06-04"),
            row(3, "present", "2024-06-03", "2024-06-05")]
    (_, change) = changes_of_state(rows)
    assert (change.first, change.without, change.unordered) == (rows[2], rows[0], (rows[1],))


@pytest.mark.parametrize("kind", ["at_or_before", "released"])
def test_nothing_is_certainly_before_a_one_sided_date(kind: str) -> None:
    rows = [on(1, "absent", "2024-04-11"), row(2, "present", None, "2024-06-05")]
    assert changes_of_state(rows)[1] == StateChange("present", rows[1], None, 0, (rows[0],))
    dated = [rows[0], row(2, "present", "2024-06-03", "2024-06-05", "image")]
    assert changes_of_state(dated, {"image": kind})[1] == StateChange("present", dated[1], None, 0, (rows[0],))
    assert changes_of_state(dated, {"image": "acquired"})[1].without == rows[0]


def test_a_sighting_that_may_have_been_earlier_is_named() -> None:
    rows = [on(1, "absent", "2024-01-01"), on(2, "present", "2024-06-10"),
            row(3, "present", "2024-02-01", "2024-08-31")]
    assert changes_of_state(rows)[1] == StateChange("present", rows[1], rows[0], 0, (rows[2],))
    rows[2]["seen_from"] = "2024-06-10"  # no earlier than the first one
    assert changes_of_state(rows)[1] == StateChange("present", rows[1], rows[0], 0, ())


def test_observations_without_day_or_state_change_nothing() -> None:
    assert changes_of_state([row(1, "present", None, None), row(2, None, "2024-01-01", "2024-01-01"),
                             on(3, "not_observable", "2024-01-01")]) == []


def test_inconclusive_observations_before_a_first_sighting_are_counted() -> None:
    rows = [on(1, "not_observable", "2024-01-01"), on(2, "present", "2024-01-02")]
    assert changes_of_state(rows) == [StateChange("present", rows[1], None, 1, ())]


spans = st.tuples(st.integers(0, 6), st.integers(0, 3), st.booleans()).map(
    lambda drawn: (None if drawn[2] and drawn[1] == 3 else drawn[0], drawn[0] + drawn[1]))


@settings(max_examples=400)
@given(st.lists(st.tuples(st.sampled_from(("present", "absent")), spans), min_size=1, max_size=4))
def test_bounds_hold_in_every_order_that_the_intervals_allow(drawn: list[tuple[str, Days]]) -> None:
    rows = [row(fid, state, _text(first), _text(last)) for fid, (state, (first, last)) in enumerate(drawn)]
    days = {str(fid): span for fid, (_, span) in enumerate(drawn)}
    for change in changes_of_state(rows):
        orders = list(_orders(rows, days))
        if change.unordered:
            for other in change.unordered:  # each of them matters: it can lie before `first` and not before `without`
                assert any(order[other["id"]] <= order[change.first["id"]]
                           and (change.without is None or order[other["id"]] >= order[change.without["id"]])
                           for order in orders)
        else:
            assert all(_holds(change, rows, order, days) for order in orders if len(set(order.values())) == len(order))


def _holds(change: StateChange, rows: list[dict[str, Any]], order: dict[str, float], days: dict[str, Days]) -> bool:
    """Return whether in this order the run of `first` starts within its days, right after one ending in `without`."""
    in_order = sorted(rows, key=lambda one: order[one["id"]])
    at = in_order.index(change.first)
    while at and in_order[at - 1]["state"] == change.state:
        at -= 1
    begins = _within(order[in_order[at]["id"]], days[change.first["id"]])
    if change.without is None:
        return begins and at == 0
    return begins and at > 0 and _within(order[in_order[at - 1]["id"]], days[change.without["id"]])


def _within(moment: float, span: Days) -> bool:
    return (EARLY if span[0] is None else span[0]) <= moment < span[1] + 1


def _orders(rows: list[dict[str, Any]], days: dict[str, Days]) -> Iterator[dict[str, float]]:
    """Return the possible half days of each observation; with a common one, either order is possible."""
    ranges = [[half / 2 for half in range(2 * (EARLY if first is None else first), 2 * last + 2)]
              for first, last in (days[one["id"]] for one in rows)]
    for moments in product(*ranges):
        yield {one["id"]: moment for one, moment in zip(rows, moments)}


def _text(day: int | None) -> str | None:
    return None if day is None else f"2024-01-{day + 10:02d}"
