from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.importing.dates import DateError, read_date

DAY, MONTH, YEAR = ("2025-07-30", "2025-07-30"), ("2025-07-01", "2025-07-31"), ("2025-01-01", "2025-12-31")


@pytest.mark.parametrize(("text", "interval"), [
    ("2025-07-30", DAY), ("2025/07/30", DAY), ("2025.7.30", DAY), ("2025. 7. 30.", DAY), ("20250730", DAY),
    ("2025-07-30T02:10:00Z", DAY), ("30 July 2025", DAY), ("30 Jul 2025", DAY), ("July 30, 2025", DAY),
    ("30th July 2025", DAY), ("2025년 7월 30일", DAY), ("2025年7月30日", DAY), ("２０２５年７月３０日", DAY),
    ("30/07/2025", DAY), ("07/30/2025", DAY), ("7/7/2025", ("2025-07-07", "2025-07-07")),
    ("2025-07", MONTH), ("July 2025", MONTH), ("2025년 7월", MONTH), ("2025年7月", MONTH), ("2025", YEAR),
    ("2024-02", ("2024-02-01", "2024-02-29")),
    ("03/04/2025", None), ("2025-13", None), ("2025-02-30", None), ("Smarch 2025", None), ("soon", None), ("", None),
    ("2025-00", None), ("2025-07-00", None),
])
def test_dates_are_intervals(text: str, interval: tuple[str, str] | None) -> None:
    if interval is None:
        with pytest.raises(DateError):
            read_date(text)
    else:
        assert read_date(text) == interval


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)),
       st.sampled_from(["{0:%Y-%m-%d}", "{0:%Y/%m/%d}", "{0.day} {0:%B} {0.year}", "{0.year}년 {0.month}월 {0.day}일"]))
def test_a_day_is_read_back(day: dt.date, form: str) -> None:
    assert read_date(form.format(day)) == (day.isoformat(), day.isoformat())
