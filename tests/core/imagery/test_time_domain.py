"""The TIME dimension, in the forms that real services use."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.imagery.time_domain import parse_period, service_times


def times(*values, start=None, end=None):
    return [f"{time.text} {time.span.begin:%Y-%m-%dT%H:%M:%S}/{time.span.end:%Y-%m-%dT%H:%M:%S}"
            for time in service_times(values, start, end)]


def test_days():  # as GIBS lists its daily layers, with a gap
    assert times("2026-09-01/2026-09-02/P1D", "2026-09-05/2026-09-05/P1D") == [
        "2026-09-01 2026-09-01T00:00:00/2026-09-01T23:59:59", "2026-09-02 2026-09-02T00:00:00/2026-09-02T23:59:59",
        "2026-09-05 2026-09-05T00:00:00/2026-09-05T23:59:59"]


def test_months_and_commas():  # as GIBS' DescribeDomains
    assert times("2020-02-01/2020-03-01/P1M,2025-05-01/2025-05-01/P1M") == [
        "2020-02-01 2020-02-01T00:00:00/2020-02-29T23:59:59", "2020-03-01 2020-03-01T00:00:00/2020-03-31T23:59:59",
        "2025-05-01 2025-05-01T00:00:00/2025-05-31T23:59:59"]


def test_minutes_and_milliseconds():
    assert times("2026-09-30T11:00:00Z/2026-09-30T11:10:00Z/PT10M") == [
        "2026-09-30T11:00:00Z 2026-09-30T11:00:00/2026-09-30T11:09:59",
        "2026-09-30T11:10:00Z 2026-09-30T11:10:00/2026-09-30T11:19:59"]
    assert times("2026-09-15T00:00:00.000Z/2026-09-15T06:00:00.000Z/PT6H")[1].startswith("2026-09-15T06:00:00.000Z ")


def test_years_single_times_and_invalid_times():
    assert times("current", "2023", "2024-05", "2021-07-01T03:04:05Z", "", "default", "2024-13-01") == [
        "2023 2023-01-01T00:00:00/2023-12-31T23:59:59", "2024-05 2024-05-01T00:00:00/2024-05-31T23:59:59",
        "2021-07-01T03:04:05Z 2021-07-01T03:04:05/2021-07-01T03:04:05"]


def test_eight_days_and_a_range_without_period():
    assert times("2024-01-01/2024-01-09/P8D")[0] == "2024-01-01 2024-01-01T00:00:00/2024-01-08T23:59:59"
    assert times("2024-01-01/2024-01-09") == ["2024-01-01/2024-01-09 2024-01-01T00:00:00/2024-01-09T23:59:59"]
    assert times("2024-01-09/2024-01-01/P1D", "2024-01-01/soon/P1D") == []


def test_the_last_day_of_a_month_is_kept():
    assert [one[:10] for one in times("2024-01-31/2024-04-30/P1M")] == [
        "2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30"]


def test_endless_ranges_are_read_lazily():
    found = service_times(["0001-01-01T00:00:00Z/9998-12-31T00:00:00Z/PT1S"], date(2024, 5, 1), date(2024, 5, 1))
    assert [time.text for time in islice(found, 2)] == ["2024-05-01T00:00:00Z", "2024-05-01T00:00:01Z"]


@given(st.sampled_from(["P1D", "P8D", "P1M", "P3M", "P1Y", "PT12H", "P1M2D"]), st.integers(0, 800), st.integers(0, 90))
def test_times_that_overlap_the_requested_days(period, first, length):
    start = date(2020, 1, 31) + timedelta(days=first)
    end = start + timedelta(days=length)
    every = list(service_times([f"2020-01-31/2022-06-30/{period}"], None, None))
    assert list(service_times([f"2020-01-31/2022-06-30/{period}"], start, end)) == [
        time for time in every if time.span.begin.date() <= end and time.span.end.date() >= start]


def test_a_range_without_end_is_limited():
    assert len(times("8999-12-30/9999-12-31/P1D")) == 3
    assert len(times("2024-01-01/9999-12-31/P800Y")) == 9


@pytest.mark.parametrize("text", ["", "P", "PT", "P0D", "1D", "P1X", "P-1D", "P99999999999D", "P9000Y"])
def test_invalid_periods(text):
    assert parse_period(text) is None
