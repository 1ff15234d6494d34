"""The curves of the timeline: a line of few points that looks like the one of all points."""

from __future__ import annotations

import pytest

pytest.importorskip("qgis")

from hypothesis import given  # noqa: E402
from hypothesis import strategies as st  # noqa: E402

COUNTS = st.lists(st.integers(0, 1000), max_size=60)


def height_at(line, x):
    """Return the count that a line of steps has from `x` on."""
    return [count for at, count in line if at <= x][-1]


@given(COUNTS, st.floats(0.01, 100))
def test_it_is_nowhere_off_by_what_can_be_seen(counts, tolerance):
    from yalu_plugin.core.imagery.time_axis import Axis
    from yalu_plugin.core.known_present import count_on
    from yalu_plugin.gui.timeline.strip_painter import stairs

    curve, axis = [(float(day), count) for day, count in enumerate(counts)], Axis(2.5, 50.5, 480.0)
    line = stairs(axis, curve, tolerance)
    assert (line[0][0], line[-1][0]) == (0.0, 480.0)
    for day in range(3, 51):
        assert abs(height_at(line, axis.x(day)) - count_on(curve, day)) < max(tolerance, 1e-9)


def test_of_very_many_sites_it_has_few_points_and_of_few_every_step():
    from yalu_plugin.core.imagery.time_axis import Axis
    from yalu_plugin.gui.timeline.strip_painter import stairs

    many, few = ([(float(day), scale * day) for day in range(1, 5000)] for scale in (14, 1))
    axis = Axis(0.0, 5000.0, 1500.0)
    assert len(stairs(axis, many, 0.25 * many[-1][1] / 24)) < 2 + 2 * 24 / 0.25
    assert len(stairs(axis, few, 1)) == 2 + 2 * len(few)
