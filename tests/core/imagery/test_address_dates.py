"""Dates in tile addresses."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.imagery.address_dates import (
    NotADate,
    NotATileAddress,
    TooManyDates,
    check_template,
    dated_address,
    listed_spans,
    spans_between,
)

TILES = "https://t.example/{z}/{x}/{y}.png"
days = st.dates(date(1990, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(("template", "written"), [
    ("global_monthly_{yyyy}_{mm}_mosaic", "global_monthly_2024_05_mosaic"),
    ("quarterly_{yyyy}q{q}", "quarterly_2024q2"),
    ("{date}/{yy}{mm}{dd}/{z}", "2024-05-03/240503/{z}"),
])
def test_a_date_is_written_into_an_address(template, written):
    assert dated_address(template, date(2024, 5, 3)) == written


@pytest.mark.parametrize(("month", "quarter"), [(1, 1), (3, 1), (4, 2), (6, 2), (7, 3), (12, 4)])
def test_the_quarter_of_a_month(month, quarter):
    assert dated_address("{q}", date(2024, month, 1)) == str(quarter)


@pytest.mark.parametrize("address", [f"{TILES}?m={{yyyy}}", "https://t.example/{date}/{z}/{x}/{-y}"])
def test_an_address_that_can_be_filled_in(address):
    check_template(address)


@pytest.mark.parametrize(("address", "detail"), [
    (TILES, "png"), (f"{TILES}?t={{time}}", "{time}"), ("https://{s}.t.example/{date}/{z}/{x}/{y}", "{s}"),
    ("https://t.example/{date}/{z}/{x}", "x}"), ("ftp://t.example/{date}/{z}/{x}/{y}", "ftp"), ("", "()"),
])
def test_an_address_that_cannot_be_filled_in(address, detail):
    with pytest.raises(NotATileAddress) as raised:
        check_template(address)
    assert detail in str(raised.value) and "such as {yyyy}-{mm}" in str(raised.value)


def written(spans):
    return [f"{span.begin:%Y-%m-%dT%H:%M:%S}/{span.end:%Y-%m-%dT%H:%M:%S}" for span in spans]


def test_months_are_whole():
    assert written(spans_between("monthly", date(2023, 12, 31), date(2024, 2, 1))) == [
        "2023-12-01T00:00:00/2023-12-31T23:59:59", "2024-01-01T00:00:00/2024-01-31T23:59:59",
        "2024-02-01T00:00:00/2024-02-29T23:59:59"]


def test_quarters_are_whole():
    assert written(spans_between("quarterly", date(2024, 3, 5), date(2024, 4, 1))) == [
        "2024-01-01T00:00:00/2024-03-31T23:59:59", "2024-04-01T00:00:00/2024-06-30T23:59:59"]


@given(st.sampled_from(["monthly", "quarterly", "daily"]), days, st.integers(0, 400))
def test_spans_have_every_day_once(step, start, length):
    spans = spans_between(step, start, start + timedelta(days=length))
    assert spans[0].begin.date() <= start and spans[-1].end.date() >= start + timedelta(days=length)
    assert all(after.begin - before.end == timedelta(seconds=1) for before, after in zip(spans, spans[1:]))


def test_too_many_days_are_refused():
    with pytest.raises(TooManyDates, match="more than 10000 dates"):
        spans_between("daily", date(1900, 1, 1), date(2026, 1, 1))
    assert spans_between("daily", date(2026, 1, 2), date(2026, 1, 1)) == []


def test_a_list_of_dates():
    assert written(listed_spans("2024-05-31, 2024-02\n2024-Q4;2023q1")) == [
        "2024-05-31T00:00:00/2024-05-31T23:59:59", "2024-02-01T00:00:00/2024-02-29T23:59:59",
        "2024-10-01T00:00:00/2024-12-31T23:59:59", "2023-01-01T00:00:00/2023-03-31T23:59:59"]


@pytest.mark.parametrize("word", ["May", "2024-13", "2024-02-30", "2024", "9999-12", "0000-01"])
def test_an_invalid_date_is_named(word):
    with pytest.raises(NotADate, match=f'"{word}" is not a date'):
        listed_spans(f"2024-05, {word}")
