"""Reasons why a site needs a review. All sites at once: tests/core/survey/test_facts.py."""

from __future__ import annotations

from datetime import date

import pytest

from yalu_plugin.core.rival_states import rival_states
from yalu_plugin.core.survey.columns.review import reasons
from yalu_plugin.core.survey.observation import sort_key

DAY = date(2025, 9, 13)
OLD = {"unseen_30", "unseen_90", "unseen_365"}


def site(**values):
    return {"id": "s", "source_id": None, "retired_on": None, **values}


def seen(seen_from, seen_to, state="present", image_id="i", source_id=None):
    return {"id": f"{seen_from} {seen_to} {state}", "fid": 1, "site_id": "s", "state": state, "seen_from": seen_from,
            "seen_to": seen_to, "image_id": image_id, "source_id": source_id}


def found(observations, day=DAY, **values):
    rows = sorted(observations, key=sort_key)
    return set(reasons(site(**values), rows, rival_states(rows), day))


def on(day, state="present", **values):
    return seen(day, day, state, **values)


@pytest.mark.parametrize(("last", "expected"), [
    ("2025-09-13", set()), ("2025-08-14", set()), ("2025-08-13", {"unseen_30"}), ("2025-06-15", {"unseen_30"}),
    ("2025-06-14", {"unseen_30", "unseen_90"}), ("2024-09-13", {"unseen_30", "unseen_90"}), ("2024-09-12", OLD)])
def test_days_without_an_observation(last, expected):
    assert found([on("2024-01-01"), on(last)]) == expected


def test_inconclusive_and_future_observations_do_not_count():
    assert found([]) == OLD
    assert found([on("2025-09-13", "not_observable")]) == OLD
    assert found([on("2025-09-14")]) == OLD
    assert found([on("2025-09-14")], date(2025, 9, 14)) == {"one_look"}


def test_single_observation():
    assert found([on("2025-09-12")]) == {"one_look"}
    assert found([on("2025-09-11"), on("2025-09-12")]) == set()
    assert found([on("2025-09-11"), on("2025-09-12", "absent")]) == {"one_look"}
    assert found([on("2025-09-10"), on("2025-09-11", "absent"), on("2025-09-12")]) == {"one_look"}
    assert found([on("2025-09-10"), on("2025-09-11", "absent"), on("2025-09-12", "absent")]) == set()
    assert found([on("2025-09-11"), on("2025-09-12", "not_observable"), on("2025-09-13")]) == set()


def test_dates_and_conflicts():
    assert found([on("2025-09-01"), seen(None, "2025-09-12")]) == {"at_or_before"}
    assert found([seen(None, "2025-09-01"), on("2025-09-12")]) == set()
    assert found([seen("2025-08-01", "2025-09-12"), on("2025-09-02", "absent")]) == {"one_look", "conflict"}


def test_evidence():
    assert found([on("2025-09-01"), on("2025-09-12", image_id=None)]) == {"no_evidence"}
    assert found([on("2025-09-01"), on("2025-09-12", image_id=None, source_id="x")]) == set()
    assert found([on("2025-09-01"), on("2025-09-12")], source_id="x") == set()
    listed = [on("2025-09-01", image_id=None, source_id="x"), on("2025-09-12", image_id=None, source_id="x")]
    assert found(listed, source_id="x") == {"unconfirmed"}
    assert found([*listed, on("2025-09-13", "not_observable")], source_id="x") == {"unconfirmed"}
    assert found([*listed, on("2025-09-13")], source_id="x") == set()


def test_a_retired_site_needs_none_after_its_day():
    assert found([], retired_on="2025-09-12") == set()
    assert found([], retired_on="2025-09-13") == OLD
    assert found([], date(1, 1, 1)) == OLD
