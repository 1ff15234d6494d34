"""What is typed besides names."""

from __future__ import annotations

from datetime import date

import pytest

from yalu_plugin.core.search.readings import days_in, km_in, place_in

FORD = (41.411114, 128.186804)


@pytest.mark.parametrize(("text", "km"), [
    ("km 58.7", 58.7), ("58.7 km", 58.7), ("km58.7", 58.7), ("KM 58,7", 58.7), ("km -3", -3.0),
    ("km \u22123.25", -3.25),
    ("ｋｍ５８．７", 58.7), (" km  0 ", 0.0), ("+12km", 12.0), ("km 1,234", None), ("km", None), ("58.7", None),
    ("km 5.5.5", None), ("10 km south", None), ("km 99999", None), ("", None)])
def test_kilometres(text: str, km: float | None) -> None:
    assert km_in(text) == km


@pytest.mark.parametrize("text", [
    "41.411114, 128.186804", "41.411114 128.186804", "41°24.6668′N, 128°11.2082′E", "41°24′40.01″N, 128°11′12.49″E",
    "52N 432035 4584715", "52T DL 32035 84715", "52TDL3203584715", "8QHCC56P+CPV", "geo:41.411114,128.186804",
    "https://earth.google.com/web/search/41.411114,128.186804", "https://www.google.com/maps?q=41.411114,128.186804",
    "POINT (128.186804 41.411114)", "북위 41.411114 동경 128.186804", "北纬41.411114 东经128.186804",
    "+41.411114+128.186804/"])
def test_coordinates_in_every_notation(text: str) -> None:
    found = place_in(text)
    assert found is not None and (found.lat, found.lon) == pytest.approx(FORD, abs=3e-5)
    assert not found.swapped and found.datum == ""


def test_longitude_first() -> None:
    found = place_in("128.186804, 41.411114")
    assert found is not None and (found.lat, found.lon, found.swapped) == (*FORD, True)


def test_shifted_coordinates_say_so() -> None:
    found = place_in("https://uri.amap.com/marker?position=128.186804,41.411114")
    assert found is not None and found.datum == "GCJ-02" and (found.lat, found.lon) == FORD


@pytest.mark.parametrize("text", [
    "", "Hyesan", "2025-07-30", "30/07/2025", "km 58.7", "200, 300", "site 12", "41.411114", "12:30", "11,500 won",
    "S2A_MSIL2A_20250730T021611", "-", "\0", "9" * 300])
def test_other_texts_are_no_coordinates(text: str) -> None:
    assert place_in(text) is None


@pytest.mark.parametrize(("text", "first", "last"), [
    ("2025-07-30", "2025-07-30", "2025-07-30"), ("30 July 2025", "2025-07-30", "2025-07-30"),
    ("2025.07.30", "2025-07-30", "2025-07-30"), ("20250730", "2025-07-30", "2025-07-30"),
    ("2025년 7월 30일", "2025-07-30", "2025-07-30"), ("2025年7月30日", "2025-07-30", "2025-07-30"),
    ("2025-07", "2025-07-01", "2025-07-31"), ("August 2023", "2023-08-01", "2023-08-31"),
    ("2024", "2024-01-01", "2024-12-31")])
def test_days(text: str, first: str, last: str) -> None:
    assert days_in(text) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("text", ["", "07/08/2025", "Hyesan", "1205", "41.41, 128.18", "km 58.7", "2025-13-01", "July",
                                  "2999-01-01", "before 2024", "8QHCC56P+CPV"])
def test_a_doubtful_date_is_none(text: str) -> None:
    assert days_in(text) is None
