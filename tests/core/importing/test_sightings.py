"""What a row says was seen, and when: never a state on a day that the row gives to another."""

from __future__ import annotations

import pytest

from yalu_plugin.core.importing.judged import CHECK, GOOD, REPAIRED, Choices

A = "A,41.411114,128.186804"


def seen(row):
    return [(each["state"], each["seen_from"], each["seen_to"]) for each in row.observations]


@pytest.mark.parametrize(("header", "cells", "fate", "expected"), [
    ("date", "2024-05-01", GOOD, [("present", "2024-05-01", "2024-05-01")]),
    ("date,state", "2024-05-01,absent", GOOD, [("absent", "2024-05-01", "2024-05-01")]),
    ("날짜,상태", "2024-05-01,유실", GOOD, [("washed_out", "2024-05-01", "2024-05-01")]),
    ("日期,状态", "2024年5月1日,已冲毁", GOOD, [("washed_out", "2024-05-01", "2024-05-01")]),
    ("first_seen,status", "2024-05-01,washed out", CHECK, [("present", "2024-05-01", "2024-05-01")]),
    ("first seen,last seen", "2023-08,2025-07-30", GOOD,
     [("present", "2023-08-01", "2023-08-31"), ("present", "2025-07-30", "2025-07-30")]),
    ("first seen,last seen", "2025-07,2023-01", CHECK,
     [("present", "2025-07-01", "2025-07-31"), ("present", "2023-01-01", "2023-01-31")]),
    ("first seen,last seen", "2025-07,2025-07", GOOD, [("present", "2025-07-01", "2025-07-31")]),
    ("처음 본 날,마지막 본 날", "2023-08,2025-07", GOOD,
     [("present", "2023-08-01", "2023-08-31"), ("present", "2025-07-01", "2025-07-31")]),
    ("first seen,washed out", "2023-08,2024-07-28", GOOD,
     [("present", "2023-08-01", "2023-08-31"), ("washed_out", "2024-07-28", "2024-07-28")]),
    ("removed", "2024-07-28", GOOD, [("absent", "2024-07-28", "2024-07-28")]),
    ("destroyed", "2024-07-28", GOOD, [("absent", "2024-07-28", "2024-07-28")]),
    ("under construction", "2024-07", GOOD, [("under_construction", "2024-07-01", "2024-07-31")]),
    ("first_seen_from,first_seen_to", "2024-04-01,2024-06-30", GOOD, [("present", "2024-04-01", "2024-06-30")]),
    ("seen_from,seen_to,state", "2024-04-01,2024-06-30,washed_out", GOOD, [("washed_out", "2024-04-01", "2024-06-30")]),
    ("date from,date to", ",2024-06-30", GOOD, [("present", None, "2024-06-30")]),
    ("date from,date to", "2024-06-30,2024-04-01", CHECK, []),
    ("date", "since Aug 2023", GOOD, [("present", "2023-08-01", "2026-11-29")]),
    ("date", "by 2024-05", GOOD, [("present", None, "2024-05-31")]),
    ("date", "unknown", GOOD, []),
    ("date", "45868", CHECK, []),
    ("date", "tomorrow or so", REPAIRED, []),
    ("date,state", "2024-05-01,purple", CHECK, []),
    ("date,state", "2024-05-01,unknown", CHECK, []),
    ("date,state", ",unknown", GOOD, []),
    ("date,state", "2024-05-01,", CHECK, [("present", "2024-05-01", "2024-05-01")]),
    ("date,state", ",washed out", CHECK, []),
])
def test_what_was_seen(judged, header: str, cells: str, fate: str, expected: list[tuple[str | None, ...]]) -> None:
    (row,) = judged(f"name,lat,lon,{header}\n{A},{cells}\n").rows
    assert (row.fate, seen(row)) == (fate, expected)


@pytest.mark.parametrize(("header", "cells", "note"), [
    ("first_seen,status", "2024-05-01,washed out", "status: washed out"),
    ("date,state", "2024-05-01,purple", "state: purple\ndate: 2024-05-01"),
    ("date,state", ",washed out", "state: washed out"),
    ("date,state", ",unknown", "state: unknown"),
    ("date", "45868", "date: 45868"),
    ("washed out", "yes", "washed out: yes"),  # no column of dates
])
def test_what_is_not_used_is_in_the_note(judged, header: str, cells: str, note: str) -> None:
    (row,) = judged(f"name,lat,lon,{header}\n{A},{cells}\n").rows
    assert row.site["note"] == note


def test_a_sighting_that_the_row_contradicts_is_none(judged) -> None:
    (row,) = judged(f"name,lat,lon,date,remark\n{A},2024-05-01,washed out\n").rows
    assert (row.fate, row.observations) == (CHECK, ()) and row.site["note"] == "washed out\ndate: 2024-05-01"
    (row,) = judged(f"name,lat,lon,first_seen,remark\n{A},2024-05-01,washed out\n").rows
    assert row.fate == GOOD and seen(row) == [("present", "2024-05-01", "2024-05-01")]


def test_states_and_dates_are_as_the_analyst_chose(judged) -> None:
    text = f"name,lat,lon,date,state\n{A},45868,purple\n"
    (row,) = judged(text, choices=Choices(states={"purple": "absent"}, dates={"45868": "2025-07-30"})).rows
    assert row.fate == GOOD and seen(row) == [("absent", "2025-07-30", "2025-07-30")]
    (row,) = judged(text, choices=Choices(states={"purple": ""}, dates={"45868": "2025-07-30"})).rows
    assert row.fate == CHECK and row.observations == ()
    (row,) = judged(text, choices=Choices(states={"purple": "absent"}, dates={"45868": ""})).rows
    assert row.observations == () and "date: 45868" in row.site["note"]


@pytest.mark.parametrize(("chosen", "span"), [
    ("2024-04-01/2024-06-30", ("2024-04-01", "2024-06-30")), ("2024-04/2024-06", ("2024-04-01", "2024-06-30")),
    ("../2024-05-31", (None, "2024-05-31")), ("2024-05-31/..", ("2024-05-31", "2026-11-29")),
    ("2024", ("2024-01-01", "2024-12-31")),
    ("2062-08-15", ("2062-08-15", "2062-08-15"))])
def test_intervals_that_the_analyst_may_choose(judged, chosen: str, span: tuple[str | None, str]) -> None:
    (row,) = judged(f"name,lat,lon,date\n{A},some day\n", choices=Choices(dates={"some day": chosen})).rows
    assert seen(row) == [("present", *span)] and row.observations[0]["note"] == "some day"


def test_the_order_of_a_column_is_that_which_one_row_proves(judged) -> None:
    rows = judged("name,lat,lon,date\nA,41.1,128.1,02/24/2022\nB,41.2,128.2,03/04/2022\n").rows
    assert [seen(row)[0][1] for row in rows] == ["2022-02-24", "2022-03-04"]
    rows = judged("name,lat,lon,date\nA,41.1,128.1,02/24/2022\nB,41.2,128.2,03/04/2022\nC,41.3,128.3,24/02/2022\n").rows
    assert [len(row.observations) for row in rows] == [1, 0, 1]


def test_not_observable_keeps_its_reason(judged) -> None:
    (row,) = judged(f"name,lat,lon,date,state\n{A},2024-05-01,cloud\n").rows
    assert (row.observations[0]["state"], row.observations[0]["reason"]) == ("not_observable", "cloud")
