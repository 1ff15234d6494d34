from __future__ import annotations

from datetime import date

from yalu_plugin.core.known_present import Known, count_on, known_present

FORD = "vehicle_ford"
ROWS = [Known(FORD, "2020-01-01", "2020-06-01"), Known(FORD, "2020-03-01"), Known("barge_dock", "2020-06-01", None, 3)]


def test_sites_known_present() -> None:
    january, march, june = (date(2020, month, 1).toordinal() for month in (1, 3, 6))
    curve = known_present(ROWS, "vehicle_ford")
    assert curve == [(january, 1), (march, 2), (june, 1)]
    assert [count_on(curve, day) for day in (january - 1, january, june - 1, june, june + 999)] == [0, 1, 2, 1, 1]
    assert known_present(ROWS, "barge_dock") == [(june, 3)] and known_present(ROWS, "other") == []


def test_a_time_of_day_counts_as_its_day() -> None:
    whole, timed = Known(FORD, "2020-01-01"), Known(FORD, "2020-01-01T23:59:59Z")
    assert known_present([timed], FORD) == known_present([whole], FORD)


def test_a_continuing_state_is_no_change() -> None:
    assert len(known_present([Known(FORD, "2020-01-01", "2020-06-01"), Known(FORD, "2020-06-01")], FORD)) == 1
