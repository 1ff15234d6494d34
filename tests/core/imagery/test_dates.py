from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.imagery.dates import DateInFuture, NoDate, date_in_metadata, date_scene
from yalu_plugin.core.imagery.timespan import TimeSpan, parse_time

NOW = datetime(2026, 1, 15, tzinfo=timezone.utc)


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=timezone.utc)


@pytest.mark.parametrize(("text", "begin", "end"), [
    ("2025-07-30", utc(2025, 7, 30), utc(2025, 7, 30, 23, 59, 59)),
    ("2025-07-30T02:16:01Z", utc(2025, 7, 30, 2, 16, 1), utc(2025, 7, 30, 2, 16, 1)),
    ("2025-07-30T02:16:01.1234567+09:00", utc(2025, 7, 29, 17, 16, 1, 123456), utc(2025, 7, 29, 17, 16, 1, 123456)),
    ("2025:07:30 02:16:01", utc(2025, 7, 30, 2, 16, 1), utc(2025, 7, 30, 2, 16, 1)),
    ("20250730T021601", utc(2025, 7, 30, 2, 16, 1), utc(2025, 7, 30, 2, 16, 1)),
    ("20250730021601", utc(2025, 7, 30, 2, 16, 1), utc(2025, 7, 30, 2, 16, 1)),
])
def test_times_are_read(text: str, begin: datetime, end: datetime) -> None:
    assert parse_time(text) == TimeSpan(begin, end)


@pytest.mark.parametrize("text", ["", "soon", "2025-02-30", "2025-07-30T25:00:00Z", "0000:00:00 00:00:00", "2025-0730",
                                  "0001-01-01T00:00:00+10:00"])
def test_what_is_no_time_is_none(text: str) -> None:
    assert parse_time(text) is None


@given(st.datetimes(datetime(1960, 1, 1), datetime(2100, 1, 1)), st.integers(-14 * 60, 14 * 60))
def test_iso_times_round_trip_through_any_zone(moment: datetime, minutes: int) -> None:
    aware = moment.replace(tzinfo=timezone(timedelta(minutes=minutes)))
    assert parse_time(aware.isoformat()) == TimeSpan(aware, aware)


@pytest.mark.parametrize(("metadata", "begin"), [
    ({"ACQUISITION_DATE": "2016-10-14"}, utc(2016, 10, 14)),
    ({"ACQUISITIONDATETIME": "2016-10-14 09:21:03"}, utc(2016, 10, 14, 9, 21, 3)),
    ({"DATE_ACQUIRED": "2016-10-14", "SCENE_CENTER_TIME": "09:21:03.1234560Z"}, utc(2016, 10, 14, 9, 21, 3, 123456)),
    ({"DATE_ACQUIRED": "2016-10-14"}, utc(2016, 10, 14)),
    ({"PRODUCT_START_TIME": "2016-10-14T09:21:03.027Z", "PRODUCT_STOP_TIME": "2016-10-14T09:22:00.027Z"},
     utc(2016, 10, 14, 9, 21, 3, 27000)),
    ({"NITF_IDATIM": "20161014092103"}, utc(2016, 10, 14, 9, 21, 3)),
    ({"NITF_IDATIM": "20161014------"}, utc(2016, 10, 14)),
    ({"NITF_IDATIM": "14092103ZOCT16"}, utc(2016, 10, 14, 9, 21, 3)),
    ({"SENSING TIME": "2016-10-14T09:21:03Z"}, utc(2016, 10, 14, 9, 21, 3)),
])
def test_acquisition_keys_of_gdal_metadata(metadata: dict[str, str], begin: datetime) -> None:
    span = date_in_metadata(metadata)
    assert span is not None and span.begin == begin


def test_the_order_of_evidence_is_stac_gdal_name() -> None:
    stac = parse_time("2015-01-01")
    tags = {"ACQUISITION_DATE": "2016-01-01", "TIFFTAG_DATETIME": "2017:01:01 00:00:00"}
    name = "a_20180101.tif"
    written = {"TIFFTAG_DATETIME": tags["TIFFTAG_DATETIME"]}
    said = [date_scene(*evidence, name, NOW) for evidence in ((stac, tags), (None, tags), (None, written), (None, {}))]
    assert [(one.span.begin.year if one.span else None, one.source, one.kind) for one in said] == [
        (2015, "stac", "acquired"), (2016, "gdal", "acquired"), (2017, "gdal", "at_or_before"),
        (2018, "filename", "acquired")]


def test_undated_says_why() -> None:
    future = date_scene(parse_time("2031-05-01"), {"ACQUISITION_DATE": "2016-01-01"}, "a.tif", NOW)
    assert future.span is None and isinstance(future.why, DateInFuture) and "2031-05-01" in str(future.why)
    assert isinstance(date_scene(None, {"ACQUISITION_DATE": "unknown"}, "IMG_1234.tif", NOW).why, NoDate)
