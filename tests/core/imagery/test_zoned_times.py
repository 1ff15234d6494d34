from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.imagery.filename import date_in_name
from yalu_plugin.core.imagery.timespan import TimeSpan
from yalu_plugin.core.imagery.zoned_times import zoned_time

DAY = date(2024, 7, 19)


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=timezone.utc)


@pytest.mark.parametrize(("after", "moment"), [
    ("T23:59-08:00 pic", utc(2024, 7, 20, 7, 59)),
    ("T235900+0900", utc(2024, 7, 19, 14, 59)),
    ("T23:59:58.123Z", utc(2024, 7, 19, 23, 59, 58)),
    (" 2359z_a", utc(2024, 7, 19, 23, 59)),
    ("_05-30-15 KST", utc(2024, 7, 18, 20, 30, 15)),
    (" 5시 30분 KST", utc(2024, 7, 18, 20, 30)),
    (" 12:05 AM UTC+8:30", utc(2024, 7, 18, 15, 35)),
])
def test_a_time_with_its_zone_is_a_moment(after: str, moment: datetime) -> None:
    assert zoned_time(DAY, after) == TimeSpan(moment, moment)


@pytest.mark.parametrize("after", ["", ".tif", "T23:59", "T23:59 CST", "T23:59 EST", "T24:00Z", "T23:59-08",
                                   "_2359-0800", "T23-59-0800", "T2359+15:00", "T23:59+9:07",
                                   " 13:30 PM KST", "_z", " 0530_z"])
def test_what_is_not_sure_tells_nothing(after: str) -> None:
    assert zoned_time(DAY, after) is None


def test_a_day_of_a_zone_is_the_day_as_counted_there() -> None:
    assert zoned_time(DAY, " KST") == TimeSpan(utc(2024, 7, 18, 15), utc(2024, 7, 19, 14, 59, 59))


@given(st.datetimes(datetime(1970, 1, 3), datetime(2025, 12, 30)), st.integers(-56, 56))
def test_what_is_written_in_iso_8601_is_read_back(local: datetime, quarters: int) -> None:
    zone = timezone(timedelta(minutes=15 * quarters))
    local = local.replace(microsecond=0, tzinfo=zone)
    for name in (f"a {local.isoformat()} b.tif", f"a_{local:%Y%m%dT%H%M%S%z}_b.tif"):
        found = date_in_name(name, date(2026, 1, 15))
        assert found is not None and found.span.begin == found.span.end == local


def test_two_moments_of_a_day_are_from_one_to_the_other() -> None:
    found = date_in_name("2025-07-30T02:30Z--2025-07-30T11:16+0900.tif", date(2026, 1, 15))
    assert found is not None and found.span == TimeSpan(utc(2025, 7, 30, 2, 16), utc(2025, 7, 30, 2, 30))
