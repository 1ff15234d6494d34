"""Retired sites stay in memory and are counted up to the day of retirement, both when read and when changed."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.survey.test_facts import delta, facts_of, seen, site
from yalu_plugin.core.known_present import count_on
from yalu_plugin.core.survey import retired
from yalu_plugin.core.survey.retired import Retired, as_of, is_retired

FIRST = date(2024, 1, 1)
DAYS = [(FIRST + timedelta(days=number)).isoformat() for number in range(6)]


@pytest.mark.parametrize(("retired_on", "day", "expected"), [
    (None, "2024-01-01", False), ("2024-01-02", "2024-01-01", False), ("2024-01-02", "2024-01-02", False),
    ("2024-01-02", "2024-01-03", True), ("2024-01-02", date(2024, 1, 3), True), ("", "2024-01-01", False),
    ("2999-01-01", date(2026, 1, 1), False), ("2999-01-01", "2999-01-02", True)])
def test_a_site_counts_on_the_day_it_is_retired_and_no_more_after(retired_on: Any, day: Any, expected: bool) -> None:
    assert is_retired({"retired_on": retired_on}, day) is expected


def test_a_site_of_an_older_survey_is_not_retired() -> None:
    assert not is_retired({}, "2024-01-01")


def test_without_a_day_it_is_today() -> None:
    assert as_of(FIRST) == FIRST
    assert datetime.now(timezone.utc).date() - as_of(None) in (timedelta(0), timedelta(days=1))


def test_today_is_the_day_in_utc_wherever_the_computer_is(monkeypatch: pytest.MonkeyPatch) -> None:
    class InSeoul(datetime):
        """A clock that shows 02:00 on 2 January in Seoul, and 17:00 on 1 January in UTC."""

        @classmethod
        def now(cls, tz: Any = None) -> datetime:
            return datetime(2024, 1, 1, 17, tzinfo=tz) if tz is timezone.utc else datetime(2024, 1, 2, 2)

    monkeypatch.setattr(retired, "datetime", InSeoul)
    assert as_of(None) == FIRST


def test_a_removed_site_is_not_counted() -> None:
    counted = Retired({"a": "2024-01-01", "b": "2024-01-02"})
    counted.remove([{"id": "a"}, {"id": "never in"}])
    assert counted.days == {"b": "2024-01-02"} and counted.by(date(2024, 1, 3)) == 1
    counted.add([{"id": "c", "retired_on": "2024-01-02"}, {"id": "d", "retired_on": None}])
    assert (counted.by(date(2024, 1, 2)), counted.by(date(2024, 1, 3))) == (0, 2)


observed = st.lists(st.tuples(st.sampled_from(("present", "absent", "not_observable")), st.sampled_from(DAYS)),
                    max_size=4)


@given(st.lists(st.tuples(observed, st.sampled_from((None, *DAYS))), min_size=1, max_size=4))
def test_known_present_day_by_day(drawn: list[tuple[list[tuple[str, str]], str | None]]) -> None:
    sites = [site(number, retired_on=retired_on) for number, (_, retired_on) in enumerate(drawn, 1)]
    rows = [seen(100 * number + at, f"sites{number}", state, day, day)
            for number, (states, _) in enumerate(drawn, 1) for at, (state, day) in enumerate(states)]
    read = facts_of({"sites": sites, "observations": rows})
    changed = facts_of({"sites": [{**one, "retired_on": None} for one in sites], "observations": rows})
    changed.apply(delta(*(("sites", {**one, "retired_on": None}, one) for one in sites)))
    for number in range(-1, 8):
        day = FIRST + timedelta(days=number)
        there = sum(not is_retired(one, day) and read.state_on(one["id"], day)["state"] == "present" for one in sites)
        for facts in (read, changed):
            assert count_on(facts.known_present("vehicle_ford"), float(day.toordinal())) == there
            assert facts.retired(day) == sum(is_retired(one, day) for one in sites)
            assert facts.retirements() == {one["id"]: one["retired_on"] for one in sites if one["retired_on"]}


def test_only_sites_with_relevant_changes_are_recounted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A note in ten thousand sites does not read their observations; another kind or day of retirement does."""
    rows = [site(number) for number in range(1, 4)]
    facts = facts_of({"sites": rows, "observations": [seen(9, "sites1", "present", FIRST.isoformat(), DAYS[1])]})
    counted: list[list[str]] = []
    count = facts._daily_counts.count_sites
    monkeypatch.setattr(facts._daily_counts, "count_sites", lambda sites, *others: (
        counted.append([row["id"] for row in sites]), count(sites, *others)))
    noted = [{**row, "note": "x"} for row in rows]
    facts.apply(delta(*(("sites", *pair) for pair in zip(rows, noted))))
    assert counted == [[], []]
    facts.apply(delta(("sites", noted[0], {**noted[0], "kind": "barge_dock"}),
                      ("sites", noted[1], {**noted[1], "retired_on": DAYS[0]}),
                      ("sites", noted[2], {**noted[2], "name": "y"}), begin=4))
    assert [sorted(ids) for ids in counted[2:]] == [["sites1", "sites2"]] * 2
    assert facts.known_present("vehicle_ford") == [] and facts.known_present("barge_dock")
