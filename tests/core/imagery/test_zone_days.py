from __future__ import annotations

import zoneinfo
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest

from yalu_plugin.core.imagery.zone_days import day_in, offset_name, zone

SEOUL_EVENING = datetime(2025, 7, 30, 15, 30, tzinfo=timezone.utc)


@pytest.mark.parametrize(("key", "day", "name"), [
    ("UTC", date(2025, 7, 30), "UTC"), ("Asia/Shanghai", date(2025, 7, 30), "UTC+8"),
    ("Asia/Pyongyang", date(2025, 7, 31), "UTC+9"), ("Mars/Olympus", date(2025, 7, 30), "UTC")])
def test_the_day_of_a_moment(key: str, day: date, name: str) -> None:
    assert day_in(zone(key), SEOUL_EVENING) == day
    assert offset_name(zone(key), SEOUL_EVENING) == name


def test_pyongyang_had_its_own_time() -> None:
    before_midnight = datetime(2016, 10, 14, 15, 15, tzinfo=timezone.utc)
    assert day_in(zone("Asia/Pyongyang"), before_midnight) == date(2016, 10, 14)
    assert offset_name(zone("Asia/Pyongyang"), before_midnight) == "UTC+8:30"


def test_without_zone_data_the_offset_of_today_holds(monkeypatch: Any) -> None:
    def missing(key: str) -> None:
        raise zoneinfo.ZoneInfoNotFoundError(key)

    monkeypatch.setattr(zoneinfo, "ZoneInfo", missing)
    assert day_in(zone("Asia/Pyongyang"), SEOUL_EVENING) == date(2025, 7, 31)
    assert offset_name(timezone(timedelta(hours=-3, minutes=-30)), SEOUL_EVENING) == "UTC-3:30"
