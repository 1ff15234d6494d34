from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.imagery.time_axis import SHORTEST_DAYS, Axis, day_number, padded_range
from yalu_plugin.core.imagery.zone_days import zone

YEAR = Axis(date(2020, 1, 1).toordinal(), date(2021, 1, 1).toordinal(), 366.0)
axes = st.builds(lambda begin, span, width: Axis(begin, begin + span, width), st.floats(700_000, 760_000),
                 st.floats(SHORTEST_DAYS, 30_000), st.floats(50, 4000))
ages = st.builds(lambda begin, span, width: Axis(begin, begin + span, width), st.floats(-100_000, 3_650_000),
                 st.floats(SHORTEST_DAYS, 4_000_000), st.floats(50, 4000))  # whatever a date may be, years 1 to 9999


def test_the_position_of_a_day() -> None:
    assert YEAR.x(date(2020, 1, 11).toordinal()) == 10 and YEAR.day(31) == date(2020, 2, 1).toordinal()
    evening = datetime(2020, 1, 1, 18, tzinfo=timezone.utc)
    assert day_number(evening, timezone.utc) == date(2020, 1, 1).toordinal() + 0.75
    assert int(day_number(evening, zone("Asia/Shanghai"))) == date(2020, 1, 2).toordinal()


@given(axes, st.floats(0.01, 100), st.floats(0, 1))
def test_zooming_keeps_the_day_under_the_mouse(axis: Axis, factor: float, part: float) -> None:
    x = part * axis.width
    zoomed = axis.zoomed(factor, x)
    assert zoomed.day(x) == pytest.approx(axis.day(x), abs=1e-6)
    assert zoomed.end - zoomed.begin >= SHORTEST_DAYS * 0.999


@given(axes, st.floats(-5000, 5000))
def test_panning_there_and_back(axis: Axis, pixels: float) -> None:
    assert axis.moved(pixels).x(axis.begin) == pytest.approx(pixels, abs=1e-3)
    assert axis.moved(pixels).moved(-pixels).begin == pytest.approx(axis.begin)


@given(axes, st.floats(700_000, 760_000), st.floats(3, 30_000))
def test_nothing_outside_shows(axis: Axis, first: float, span: float) -> None:
    inside = axis.within(first, first + span)
    assert first - 1e-6 <= inside.begin < inside.end <= first + span + 1e-6


@given(axes | ages)
def test_labels_do_not_touch(axis: Axis) -> None:
    labels = axis.labels(7)
    for (x, text), (after, _) in zip(labels, labels[1:]):
        assert after - x > 7 * len(text)
    assert all(-1 <= x <= axis.width + 1 for x, _ in labels)


def test_labels_are_years_months_or_days() -> None:
    assert [text for _, text in YEAR.labels(7)] == ["2020-01", "2020-04", "2020-07", "2020-10", "2021-01"]
    assert [text for _, text in Axis(YEAR.begin, YEAR.begin + 3650, 366.0).labels(7)] \
        == [str(year) for year in range(2020, 2030)]
    assert [text for _, text in Axis(YEAR.begin, YEAR.begin + 2, 366.0).labels(7)] \
        == ["2020-01-01", "2020-01-02", "2020-01-03"]


def test_the_padded_range_of_all_days() -> None:
    first, last = padded_range([100.0, 200.0])
    assert (first, last) == (97.0, 203.0)
    assert padded_range([5.0])[1] - padded_range([5.0])[0] >= SHORTEST_DAYS
    assert timedelta(days=padded_range([])[1] - padded_range([])[0]).days == 366
