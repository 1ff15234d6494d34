"""Strip maps: panels cover the river, overlap, contain every site, and are rotated along it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from yalu_plugin.core.corridor.strips import (
    Line,
    PanelsTooSmall,
    across,
    cut,
    level_view,
    tick_step_km,
)

NONE = np.empty((0, 2)), np.empty(0)


def river(*xy):
    xy = np.array(xy, dtype=float)
    return Line(xy, np.r_[0.0, np.cumsum(np.hypot(*np.diff(xy, axis=0).T))])


def on_page(panel, xy):
    """Return x, y on the page, in metres from the panel's centre: the map rotated clockwise by its rotation."""
    angle = np.radians(panel.rotation)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    return (np.asarray(xy) - panel.centre) @ turn


def shows(panel, xy, size):
    return (np.abs(on_page(panel, xy)) <= np.array(size) / 2 + 1e-6).all(axis=-1)


def test_a_straight_river_of_two_points_is_one_level_panel():
    (panel,) = cut(river((0, 0), (3000, 4000)), 0, 5000, (6000, 1000), *NONE)
    assert (panel.from_m, panel.to_m) == (0, 5000)
    assert panel.centre == pytest.approx((1500, 2000))
    assert panel.rotation == pytest.approx(53.1301, abs=1e-4)
    assert on_page(panel, [(0, 0), (3000, 4000)]) == pytest.approx(np.array([(-2500, 0), (2500, 0)]))


def test_panels_follow_a_corner():
    panels = cut(river((0, 0), (10_000, 0), (10_000, 10_000)), 0, 20_000, (6000, 800), *NONE)
    assert panels[0].rotation == pytest.approx(0) and panels[-1].rotation == pytest.approx(90)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.floats(-3000, 3000), st.floats(-3000, 3000)), min_size=2, max_size=40),
       st.floats(0.2, 1.0), st.lists(st.tuples(st.floats(0, 1), st.floats(-150, 150)), max_size=8))
def test_panels_cover_the_river_overlap_and_hold_the_sites(steps, shape, sites):
    xy = np.cumsum(np.array(steps) + (600, 0), axis=0)
    if np.hypot(*np.diff(xy, axis=0).T).min() < 1:
        return
    line = river(*xy)
    length, size = line.station_m[-1], (5000, 5000 * shape)
    stations = np.array([share * length for share, _ in sites])
    points = line.at(stations) + np.array([(0, offset) for _, offset in sites]) if sites else NONE[0]
    panels = cut(line, 0, length, size, points, stations)
    assert panels[0].from_m == 0 and panels[-1].to_m == length
    for one, other in zip(panels, panels[1:]):
        assert one.from_m < other.from_m <= one.to_m < other.to_m
    for panel in panels:
        reach = line.between(panel.from_m, panel.to_m)
        assert shows(panel, reach, size).all()
        ends = on_page(panel, reach[[0, -1]])
        assert ends[0, 1] == pytest.approx(ends[1, 1], abs=1e-6) and ends[0, 0] <= ends[1, 0]
    for point, station in zip(points, stations):
        assert any(panel.from_m <= station <= panel.to_m and shows(panel, point, size) for panel in panels)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.floats(-900, 900), st.floats(-900, 900)), min_size=2, max_size=150),
       st.floats(0.05, 1.0), st.lists(st.floats(0, 1), max_size=5))
def test_a_panel_is_as_long_as_steps_of_a_sixtieth_of_its_width_allow(steps, shape, shares):
    line = river(*np.cumsum(np.array(steps) + (400, 0), axis=0))
    assume((np.diff(line.station_m) > 0).all())
    length, size = line.station_m[-1], np.array((3000, 3000 * shape))
    stations = np.array(shares) * length
    points = line.at(stations) if shares else NONE[0]

    def fits(to_m):
        return (level_view(line.between(0, to_m), points[stations <= to_m]).size <= size).all()

    longest = 0.0
    while longest < length and fits(min(longest + 50, length)):
        longest = min(longest + 50, length)
    if not longest:
        with pytest.raises(PanelsTooSmall):
            cut(line, 0, length, tuple(size), points, stations, most=1)
    else:
        (panel,) = cut(line, 0, length, tuple(size), points, stations, most=1)
        assert panel.to_m == pytest.approx(longest, abs=1e-6)


def test_a_site_too_far_off_is_refused():
    with pytest.raises(PanelsTooSmall):
        cut(river((0, 0), (5000, 0)), 0, 5000, (6000, 1000), np.array([(2000.0, 3000.0)]), np.array([2000.0]))


def test_no_more_panels_are_cut_than_are_of_use():
    line = river((0, 0), (50_000, 0))
    whole, some = (cut(line, 0, 50_000, (6000, 1000), *NONE, most=most) for most in (None, 3))
    assert some == whole[:3] and some[-1].to_m < 50_000 <= whole[-1].to_m
    assert cut(line, 0, 50_000, (6000, 1000), *NONE, most=len(whole)) == whole


@pytest.mark.parametrize(("scale", "step"), [(50_000, 1), (125_000, 1), (150_000, 5), (600_000, 5), (1_000_000, 10)])
def test_ticks_have_room(scale, step):
    assert tick_step_km(scale) == step


def test_a_tick_is_square_to_the_river():
    (ends,) = across(river((0, 0), (1000, 0), (2000, 0)), 500, 100, 50)
    assert ends == pytest.approx(np.array([(500, -100), (500, 100)]))
