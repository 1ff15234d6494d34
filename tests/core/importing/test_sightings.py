"""Observations of rows: never a state on a day that the row gives for another state."""

from __future__ import annotations

import pytest

from yalu_plugin.core.importing.import_assessment import CHECK, GOOD, REPAIRED, Choices

A = "A,41.411114,128.186804"


def seen(row):
    return [(each["state"], each["seen_from"], each["seen_to"]) for each in row.observations]


@pytest.mark.parametrize(("header", "cells", "status", "expected"), [
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
    ("first seen,status,status date", "2023-08,washed out,2024-07-28", GOOD,
     [("present", "2023-08-01", "2023-08-31"), ("washed_out", "2024-07-28", "2024-07-28")]),
    ("Observed", "30 Jul 2025", GOOD, [("present", "2025-07-30", "2025-07-30")]),
    ("seen", "yes", GOOD, []),
    ("removed", "2024-07-28", GOOD, [("absent", "2024-07-28", "2024-07-28")]),
    ("destroyed", "2024-07-28", GOOD, [("absent", "2024-07-28", "2024-07-28")]),
    ("under construction", "2024-07", GOOD, [("under_construction", "2024-07-01", "2024-07-31")]),
    ("first_seen_from,first_seen_to", "2024-04-01,2024-06-30", GOOD, [("present", "2024-04-01", "2024-06-30")]),
    ("seen_from,seen_to,state", "2024-04-01,2024-06-30,washed_out", GOOD, [("washed_out", "2024-04-01", "2024-06-30")]),
    ("date from,date to", ",2024-06-30", GOOD, [("present", None, "2024-06-30")]),
    ("date from,date to", "2024-06-30,2024-04-01", CHECK, []),
    ("date", "since Aug 2023", CHECK, [("present", "2023-08-01", "2026-11-29")]),
    ("date", "by 2024-05", GOOD, [("present", None, "2024-05-31")]),
    ("date", "unknown", GOOD, []),
    ("date", "45868", CHECK, []),
    ("date", "tomorrow or so", REPAIRED, []),
    ("date,state", "2024-05-01,purple", CHECK, []),
    ("date,state", "2024-05-01,unknown", CHECK, []),
    ("date,state", ",unknown", GOOD, []),
    ("date,state", "2024-05-01,", CHECK, []),
    ("date,state", ",washed out", CHECK, []),
])
def test_what_was_seen(assess, header: str, cells: str, status: str, expected: list[tuple[str | None, ...]]) -> None:
    (row,) = assess(f"name,lat,lon,{header}\n{A},{cells}\n").rows
    assert (row.status, seen(row)) == (status, expected)


@pytest.mark.parametrize(("header", "cells", "note"), [
    ("first_seen,status", "2024-05-01,washed out", "status: washed out"),
    ("date,state", "2024-05-01,purple", "state: purple\ndate: 2024-05-01"),
    ("date,state", ",washed out", "state: washed out"),
    ("date,state", ",unknown", "state: unknown"),
    ("date", "45868", "date: 45868"),
    ("washed out", "yes", "washed out: yes"),  # not a column of dates
])
def test_what_is_not_used_is_in_the_note(assess, header: str, cells: str, note: str) -> None:
    (row,) = assess(f"name,lat,lon,{header}\n{A},{cells}\n").rows
    assert row.site["note"] == note


def test_a_sighting_that_the_row_contradicts_is_none(assess) -> None:
    (row,) = assess(f"name,lat,lon,date,remark\n{A},2024-05-01,washed out\n").rows
    assert (row.status, row.observations) == (CHECK, ()) and row.site["note"] == "washed out\ndate: 2024-05-01"
    long = "seen from the road; later washed out by the flood of July, as villagers say who live across the river"
    (row,) = assess(f'name,lat,lon,date,remark\n{A},2024-05-01,"{long}"\n').rows
    assert row.status == CHECK and len(row.observations) == 1
    assert row.reason == "“later washed out by the flood of July” may mean that the site was not there on 2024-05-01"
    (row,) = assess(f"name,lat,lon,first_seen,remark\n{A},2024-05-01,washed out\n").rows
    assert row.status == GOOD and seen(row) == [("present", "2024-05-01", "2024-05-01")]


def test_states_and_dates_are_as_the_analyst_decided(assess) -> None:
    text = f"name,lat,lon,date,state\n{A},45868,purple\n"
    (row,) = assess(text, choices=Choices(states={"purple": "absent"}, dates={"45868": "2025-07-30"})).rows
    assert row.status == GOOD and seen(row) == [("absent", "2025-07-30", "2025-07-30")]
    (row,) = assess(text, choices=Choices(states={"purple": ""}, dates={"45868": "2025-07-30"})).rows
    assert row.status == CHECK and row.observations == ()
    (row,) = assess(text, choices=Choices(states={"purple": "absent"}, dates={"45868": ""})).rows
    assert row.observations == () and "date: 45868" in row.site["note"]


@pytest.mark.parametrize(("entered", "span"), [
    ("2024-04-01/2024-06-30", ("2024-04-01", "2024-06-30")), ("2024-04/2024-06", ("2024-04-01", "2024-06-30")),
    ("../2024-05-31", (None, "2024-05-31")), ("2024-05-31/..", ("2024-05-31", "2026-11-29")),
    ("2024", ("2024-01-01", "2024-12-31")),
    ("2062-08-15", ("2062-08-15", "2062-08-15"))])
def test_intervals_that_the_analyst_may_enter(assess, entered: str, span: tuple[str | None, str]) -> None:
    (row,) = assess(f"name,lat,lon,date\n{A},some day\n", choices=Choices(dates={"some day": entered})).rows
    assert seen(row) == [("present", *span)] and row.observations[0]["note"] == "some day"


def test_one_row_proves_the_order_of_a_column(assess) -> None:
    rows = assess("name,lat,lon,date\nA,41.1,128.1,02/24/2022\nB,41.2,128.2,03/04/2022\n").rows
    assert [seen(row)[0][1] for row in rows] == ["2022-02-24", "2022-03-04"]
    rows = assess("name,lat,lon,date\nA,41.1,128.1,02/24/2022\nB,41.2,128.2,03/04/2022\nC,41.3,128.3,24/02/2022\n").rows
    assert [len(row.observations) for row in rows] == [1, 0, 1]


def test_not_observable_keeps_its_reason(assess) -> None:
    (row,) = assess(f"name,lat,lon,date,state\n{A},2024-05-01,cloud\n").rows
    assert (row.observations[0]["state"], row.observations[0]["reason"]) == ("not_observable", "cloud")


@pytest.mark.parametrize("text", ["No crossing visible", "흔적 없음", "未发现"])
def test_nothing_seen_is_no_sighting(assess, text: str) -> None:
    row, = assess(f"name,lat,lon,date,remark\n{A},2025-07-30,{text}\n").rows
    assert row.status == CHECK and seen(row) == [] and "date: 2025-07-30" in row.site["note"]


def test_a_date_after_last_seen_is_no_sighting(assess) -> None:
    row, = assess(f"name,lat,lon,last seen,date\n{A},2025-07-30,2026-01-05\n").rows
    assert row.status == CHECK and row.reason == "2026-01-05 is later than last seen: no sighting, kept in the note"
    assert seen(row) == [("present", "2025-07-30", "2025-07-30")] and row.site["note"] == "date: 2026-01-05"
    row, = assess(f"name,lat,lon,last seen,date,status\n{A},2025-07-30,2026-01-05,absent\n").rows
    assert row.status == GOOD and [state for state, *_ in seen(row)] == ["present", "absent"]


@pytest.mark.parametrize(("header", "for_it", "against"), [
    ("crossing present?", "yes", "no"), ("active", "1", "0"), ("visible", "Y", "N"), ("있음", "예", "아니오"),
    ("washed out", "false", "TRUE"), ("trucks seen", "5", "0")])
def test_a_column_of_answers_about_the_state(assess, header: str, for_it: str, against: str) -> None:
    first, second = assess(f"name,lat,lon,date,{header}\n{A},2025-07-30,{for_it}\n"
                           f"B,41.43,127.9,2025-07-30,{against}\n").rows
    assert first.status == GOOD and seen(first) == [("present", "2025-07-30", "2025-07-30")]
    assert second.status == CHECK and seen(second) == [] and f"“{header}: {against}” may mean" in second.reason


def test_a_log_of_events(assess) -> None:
    rows = assess("name,lat,lon,date,event\n" + "".join(
        f"{A},{day},{event}\n" for day, event in (
            ("2023-08-15", "first seen"), ("2024-07-30", "washed out"), ("2025-04-02", "removed")))).rows
    assert [seen(row)[0][0] for row in rows] == ["present", "washed_out", "absent"]


@pytest.mark.parametrize("note", [
    "Vehicle fords (washed out 2024)", "Status: washed out",
    "In July 2024 floods hit the area and the ford that trucks had used since 2023 was washed away completely"])
def test_a_loss_mentioned_in_a_text_is_to_be_checked(assess, note: str) -> None:
    row, = assess(f"name,lat,lon,date,text\n{A},2025-07-30,{note}\n").rows
    assert row.status == CHECK and "may mean that the site was not there" in row.reason


def test_a_second_date_gets_a_remark(assess) -> None:
    row, = assess(f"name,lat,lon,date,date 2,status\n{A},2023-08-15,2024-07-30,washed out\n").rows
    assert row.status == CHECK and row.reason == "“2024-07-30” in date 2 is another date: kept in the note"
    row, = assess(f"name,lat,lon,date,time\n{A},2023-08-15,10:30\n").rows
    assert row.status == GOOD


@pytest.mark.parametrize(("header", "answer", "days"), [
    ("present", "✗", []), ("present", "✓", ["2025-07-30"]), ("absence", "1", []), ("presence", "0", [])])
def test_ticks_and_nouns(assess, header: str, answer: str, days: list[str]) -> None:
    row, = assess(f"name,lat,lon,date,{header}\n{A},2025-07-30,{answer}\n").rows
    assert [first for _, first, _ in seen(row)] == days


def test_a_date_with_an_empty_state_goes_into_the_note(assess) -> None:
    first, second = assess(f"name,lat,lon,state,date\n{A},,2025-07-30\nB,41.43,128.22,absent,2025-07-30\n").rows
    assert (first.status, first.observations, first.site["note"]) == (CHECK, (), "date: 2025-07-30")
    assert first.reason == "no state is given: nothing observed on 2025-07-30, the date kept in the note"
    assert (second.status, seen(second)) == (GOOD, [("absent", "2025-07-30", "2025-07-30")])


def _mark(name: str, lon: float, date: str = "", time: str = "") -> str:
    data = f'<ExtendedData><Data name="date"><value>{date}</value></Data></ExtendedData>' if date else ""
    stamp = f"<TimeStamp><when>{time}</when></TimeStamp>" if time else ""
    return (f"<Placemark><name>{name}</name>{stamp}{data}<Point><coordinates>{lon},41.42</coordinates></Point>"
            "</Placemark>")


def _kml(*marks: str) -> str:
    return ('<kml xmlns="http://www.opengis.net/kml/2.2"><Document><TimeSpan><begin>2024</begin></TimeSpan>'
            + "".join(marks) + "</Document></kml>")


def test_a_date_in_one_placemark_does_not_replace_the_times_of_others(assess) -> None:
    rows = assess(_kml(_mark("A", 128.1, time="2025-07-30"), _mark("B", 128.2, date="2025-06-01"),
                       _mark("C", 128.3, date="unknown", time="2025-08-02"), _mark("D", 128.4)), name="a.kml").rows
    assert [(row.status, seen(row)) for row in rows] == [
        (GOOD, [("present", "2025-07-30", "2025-07-30")]), (GOOD, [("present", "2025-06-01", "2025-06-01")]),
        (GOOD, [("present", "2025-08-02", "2025-08-02")]), (CHECK, [("present", "2024-01-01", "2026-11-29")])]


@pytest.mark.parametrize(("date", "time", "reason"), [
    ("2025-06-01", "2025-07-30", "date 2025-06-01 is taken, although time is 2025-07-30: kept in the note"),
    ("2025-06", "2025-06-01", "date 2025-06 is taken, although time is 2025-06-01: kept in the note"),
    ("2025-06-01", "soon", "date 2025-06-01 is taken, although time is soon: kept in the note"),
    ("2025-06-01", "2025-06", ""), ("2025-07-31", "2025-07-30T23:30:00-09:00", ""),
])
def test_a_date_outside_the_time_of_its_placemark_gets_a_remark(assess, date, time, reason) -> None:
    (row,) = assess(_kml(_mark("A", 128.1, date, time)), name="a.kml").rows
    assert row.reason == reason and row.status == (CHECK if reason else GOOD)
    assert row.observations[0]["seen_from"] == (date if len(date) > 7 else f"{date}-01")
    assert f"time: {time}" in row.site["note"]


def test_a_deselected_date_column_is_not_replaced_by_the_time(assess) -> None:
    (row,) = assess(_kml(_mark("A", 128.1, time="2025-07-30")), name="a.kml", columns={"date": None}).rows
    assert row.observations == ()


def test_dates_of_the_author_take_precedence_over_the_time_of_the_format(assess) -> None:
    span = "".join(f'<Data name="{name}"><value>{value}</value></Data>'
                   for name, value in (("date from", "2025-06-01"), ("date to", "2025-07-01")))
    dated = _mark("B", 128.2).replace("<Point>", f"<ExtendedData>{span}</ExtendedData><Point>")
    rows = assess(_kml(_mark("A", 128.1, time="2025-07-30"), dated), name="a.kml").rows
    assert [seen(row) for row in rows] == [
        [("present", "2025-07-30", "2025-07-30")], [("present", "2025-06-01", "2025-07-01")]]
