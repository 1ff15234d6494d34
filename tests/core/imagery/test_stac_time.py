from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

import pytest

from yalu_plugin.core.imagery.stac_time import item_time


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=timezone.utc)


@pytest.mark.parametrize(("properties", "begin", "end"), [
    ({"datetime": "2020-01-02T03:04:05Z"}, (2020, 1, 2, 3, 4, 5), (2020, 1, 2, 3, 4, 5)),
    ({"datetime": "2020-01-02T03:04:05.123456789Z"}, (2020, 1, 2, 3, 4, 5, 123456), (2020, 1, 2, 3, 4, 5, 123456)),
    ({"datetime": "2020-01-02T03:04:05+09:00"}, (2020, 1, 1, 18, 4, 5), (2020, 1, 1, 18, 4, 5)),
    ({"datetime": "2020-01-02t03:04:05-02:30"}, (2020, 1, 2, 5, 34, 5), (2020, 1, 2, 5, 34, 5)),
    ({"datetime": None, "start_datetime": "2020-01-01", "end_datetime": "2020-01-31"},
     (2020, 1, 1), (2020, 1, 31, 23, 59, 59)),
    ({"datetime": "2020-01-15T00:00:00Z", "start_datetime": "2020-01-01T00:00:00Z",
      "end_datetime": "2020-01-31T00:00:00Z"}, (2020, 1, 1), (2020, 1, 31)),
    ({"datetime": "2020-01-15T00:00:00Z", "start_datetime": "2020-01-01T00:00:00Z", "end_datetime": None},
     (2020, 1, 15), (2020, 1, 15)),
])
def test_the_time_of_an_item(properties: dict[str, Any], begin: tuple[int, ...], end: tuple[int, ...]) -> None:
    span, fault = item_time(properties)
    assert span is not None and (span.begin, span.end, fault) == (utc(*begin), utc(*end), "")


@pytest.mark.parametrize("properties", [
    {}, {"datetime": None}, {"datetime": ""}, {"datetime": None, "start_datetime": None, "end_datetime": None},
    {"created": "2020-01-01T00:00:00Z", "updated": "2020-01-01T00:00:00Z", "published": "2020-01-01T00:00:00Z"}])
def test_an_item_without_a_time(properties: dict[str, Any]) -> None:
    assert item_time(properties) == (None, "")


@pytest.mark.parametrize(("properties", "fault"), [
    ({"datetime": "yesterday"}, "datetime 'yesterday'"),
    ({"datetime": "2020-02-30T00:00:00Z"}, "datetime '2020-02-30T00:00:00Z'"),
    ({"datetime": "07/08/2025"}, "datetime '07/08/2025'"),
    ({"datetime": 1577836800000}, "datetime '1577836800000'"),
    ({"datetime": ["2020-01-01T00:00:00Z"]}, "datetime \"['2020-01-01T00:00:00Z']\""),
    ({"datetime": "2020-01-01T00:00:00+99:00"}, "datetime '2020-01-01T00:00:00+99:00'"),
    ({"datetime": "2020-01-01T00:00:00+09:75"}, "datetime '2020-01-01T00:00:00+09:75'"),
    ({"start_datetime": "2020-01-01T00:00:00Z"}, "start_datetime '2020-01-01T00:00:00Z'"),
    ({"start_datetime": "2020-01-02", "end_datetime": "2020-01-01"},
     "start_datetime '2020-01-02', end_datetime '2020-01-01'"),
    ({"datetime": "2020-01-01", "start_datetime": "soon", "end_datetime": "2020-01-01"}, "start_datetime 'soon'"),
    ({"datetime": "2021-01-01", "start_datetime": "2020-01-01", "end_datetime": "2020-01-02"},
     "datetime '2021-01-01', start_datetime '2020-01-01', end_datetime '2020-01-02'"),
])
def test_an_invalid_time_is_not_used(properties: dict[str, Any], fault: str) -> None:
    assert item_time(properties) == (None, fault)
