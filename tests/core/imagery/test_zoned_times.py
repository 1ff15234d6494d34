from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.imagery.filename_dates import date_in_name
from yalu_plugin.core.imagery.timespan import TimeSpan
from yalu_plugin.core.imagery.written_dates import unapplied_zone
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
    ("_07.30.00_+0900", utc(2024, 7, 18, 22, 30)),
    (" 07时 北京时间", utc(2024, 7, 18, 23)),
    (" 오전 3시 KST", utc(2024, 7, 18, 18)),
    (" 下午3点30分 北京时间", utc(2024, 7, 19, 7, 30)),
    ("T07:30[Asia_Seoul]", utc(2024, 7, 18, 22, 30)),
    ("T23-59-59-0800_site", utc(2024, 7, 20, 7, 59, 59)),
    ("T24:00Z", utc(2024, 7, 20)),
])
def test_a_time_with_its_zone_is_a_moment(after: str, moment: datetime) -> None:
    assert zoned_time(DAY, after) == TimeSpan(moment, moment)


@pytest.mark.parametrize("after", ["", ".tif", "T23:59", "T23:59 CST", "T23:59 EST", "T24:01Z", "T23:59-08",
                                   "_2359-0800", "T23-59-0800", "T2359+15:00", "T23:59+9:07",
                                   " 13:30 PM KST", "_z", " 0530_z"])
def test_uncertain_zones_are_not_used(after: str) -> None:
    assert zoned_time(DAY, after) is None


@pytest.mark.parametrize(("before", "after", "span"), [
    ("KST ", " 07:30", TimeSpan(utc(2024, 7, 18, 22, 30), utc(2024, 7, 18, 22, 30))),
    ("hyesan (UTC+9) ", "T07:30", TimeSpan(utc(2024, 7, 18, 22, 30), utc(2024, 7, 18, 22, 30))),
    ("KST ", " hyesan", TimeSpan(utc(2024, 7, 18, 15), utc(2024, 7, 19, 14, 59, 59))),
    ("KST ", " 07:30Z", TimeSpan(utc(2024, 7, 19, 7, 30), utc(2024, 7, 19, 7, 30))),
    ("KST ", "_0730", TimeSpan(utc(2024, 7, 18, 15), utc(2024, 7, 19, 14, 59, 59))),
    ("KST ", " 07:30 CST", None), ("KST hyesan ", " 07:30", None), ("xKST ", " 07:30", None)])
def test_a_zone_before_the_date(before: str, after: str, span: TimeSpan | None) -> None:
    assert zoned_time(DAY, after, before) == span


@pytest.mark.parametrize(("name", "zone"), [
    ("2024-07-19 23:59 CST.tif", "CST"), ("2024-07-19T23:59+25:00.tif", "+25:00"), ("2024-07-19T07:30UTC9.tif", "UTC9"),
    ("20240719_2359-0800.tif", "-0800"), ("2024-07-19T23-59-59-08-00.tif", "-08-00"),
    ("2024-07-19T23:59-08.tif", "-08"),
    ("2024-07-19 05:30+09 hyesan.tif", "+09"), ("2024-07-19 23:59 hyesan KST.tif", "KST"),
    ("KST hyesan 2024-07-19.tif", "KST"), ("2024-07-19 07:30 EDT.tif", "EDT"),
    ("2024-07-19 07.30 평양시간.tif", "평양시간"),
    ("2024-07-19T07:30[Asia_Pyongyang].tif", "Asia_Pyongyang"), ("2024年7月19日 07:30 当地时间.tif", "当地时间"),
    ("2024-07-19 07:30 UTC 9.tif", "UTC 9"), ("2024-07-19 23.59.59 -0800.tif", "-0800"),
    ("2024-07-19 0300I.tif", "I"), ("2024-07-19+09:00.tif", "+09:00"), ("2024-07-19 10:30-11:30.tif", "-11:30"),
    ("KST 2024-07-19_0730.tif", ""), ("2024-07-19 새벽 3시 KST.tif", "KST"),
    ("2024-07-19 local time 07:30.tif", "local time"),
    ("2024-07-19 07:30 KST.tif", ""), ("2024-07-19T07:30Z.tif", ""), ("2024-07-19 07:30 UTC.tif", ""),
    ("2024-07-19 23:59 hyesan.tif", ""), ("20240719_235900-2048.tif", ""), ("20240719_103015+2.tif", "+2"),
    ("hyesan_EST_2024-07-19.tif", ""), ("2024-07-19.tif", ""), ("KST.tif", ""), ("2024-07-19 hyesan UTM52.tif", "")])
def test_a_zone_that_is_not_applied_is_returned(name: str, zone: str) -> None:
    assert unapplied_zone(name) == zone


def test_an_interval_of_times_is_not_a_zone() -> None:
    assert zoned_time(DAY, " 12:30-13:00") is zoned_time(DAY, " 10:30-11:30") is None


def test_a_day_with_a_zone_is_the_day_in_that_zone() -> None:
    assert zoned_time(DAY, " KST") == TimeSpan(utc(2024, 7, 18, 15), utc(2024, 7, 19, 14, 59, 59))


@given(st.datetimes(datetime(1970, 1, 3), datetime(2025, 12, 30)), st.integers(-48, 56))
def test_iso_8601_is_read_back(local: datetime, quarters: int) -> None:
    zone = timezone(timedelta(minutes=15 * quarters))
    local = local.replace(microsecond=0, tzinfo=zone)
    for name in (f"a {local.isoformat()} b.tif", f"a_{local:%Y%m%dT%H%M%S%z}_b.tif"):
        found = date_in_name(name, date(2026, 1, 15))
        assert found is not None and found.span.begin == found.span.end == local


def test_two_times_of_a_day_are_an_interval() -> None:
    found = date_in_name("2025-07-30T02:30Z--2025-07-30T11:16+0900.tif", date(2026, 1, 15))
    assert found is not None and found.span == TimeSpan(utc(2025, 7, 30, 2, 16), utc(2025, 7, 30, 2, 30))
