"""Match lines and panel edges cut no symbol where that can be avoided."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import LineString, Point, box

from yalu_plugin.core.corridor.strip_clearance import MatchLines, SymbolDiscs, shifted
from yalu_plugin.core.corridor.strips import Line, across, cut

RADIUS, SIZE, HALF = 60.0, (4000.0, 900.0), (260.0, 180.0, 120.0)
INSIDE = 3760.0, 780.0
WAVES = np.column_stack([np.linspace(0, 16_000, 200), 250 * np.sin(np.linspace(0, 25, 200))])
RIVER = Line(WAVES, np.r_[0.0, np.cumsum(np.hypot(*np.diff(WAVES, axis=0).T))])
END = float(RIVER.station_m[-1])
sites = st.lists(st.tuples(st.floats(0, 1), st.floats(-150, 150)), max_size=60)


def placed(sites):
    """Return stations and positions of sites given as shares of the river's length and metres to the north."""
    stations = np.array([share * END for share, _ in sites])
    return stations, RIVER.at(stations) + [(0, north) for _, north in sites] if sites else np.empty((0, 2))


def clear(ends, points):
    return all(LineString(ends).distance(Point(point)) >= RADIUS - 1e-6 for point in points)


@settings(max_examples=40, deadline=None)
@given(sites)
def test_match_lines_cut_no_symbol_where_an_overlap_has_room(sites):
    stations, points = placed(sites)
    lines = MatchLines(RIVER, SymbolDiscs(points, RADIUS), HALF, 80.0)
    panels = cut(RIVER, 0, END, INSIDE, points, stations, lines.last_clear)
    assert len(panels) <= len(cut(RIVER, 0, END, INSIDE, points, stations))
    for one, other, ends in zip(panels, panels[1:], lines.between(panels)):
        middle = RIVER.at(np.linspace(other.from_m, one.to_m, 400))
        assert np.hypot(*(middle - ends.mean(axis=0)).T).min() < 10  # it lies in the overlap
        tried = [across(RIVER, station, HALF[-1], 80.0)[0] for station in np.linspace(other.from_m, one.to_m, 81)]
        if any(clear(line, points) for line in tried):
            assert clear(ends, points)


def test_a_panel_hands_over_earlier_where_the_overlap_is_full_of_symbols():
    full = np.array([(x, 0.0) for x in range(3000, 4000, 100)])
    line, lines = straight_river(), MatchLines(straight_river(), SymbolDiscs(full, RADIUS), HALF, 80.0)
    plain, chosen = (cut(line, 0, 9000, SIZE, full, full[:, 0], handover) for handover in (None, lines.last_clear))
    assert plain[1].from_m > 3000 and 2800 < chosen[1].from_m <= 2940
    (ends, *_) = lines.between(chosen)
    assert clear(ends, full) and not clear(lines.between(plain)[0], full)


def test_where_every_line_would_cut_one_the_shortest_stays_in_the_middle_between_them():
    full = np.array([(x, 0.0) for x in range(0, 9001, 100)])
    line = straight_river()
    lines = MatchLines(line, SymbolDiscs(full, RADIUS), HALF, 80.0)
    (ends, *_) = lines.between(cut(line, 0, 9000, SIZE, full, full[:, 0], lines.last_clear))
    assert ends[0, 0] % 100 == pytest.approx(50, abs=5)
    assert np.hypot(*(ends[1] - ends[0])) == pytest.approx(2 * HALF[-1])


@settings(max_examples=40, deadline=None)
@given(sites)
def test_edges_cut_no_more_symbols_than_the_best_of_all_shifts(sites):
    stations, points = placed(sites)
    for panel in cut(RIVER, 0, END, INSIDE, points, stations):
        near = points[(stations >= panel.from_m) & (stations <= panel.to_m)]
        moved = shifted(RIVER, panel, SIZE, INSIDE, near, SymbolDiscs(points, RADIUS))
        held = np.concatenate([RIVER.between(panel.from_m, panel.to_m), near])
        assert (np.abs(level(moved, held)) <= np.array(INSIDE) / 2 + 1e-6).all()
        assert on_edges(moved, points) <= on_edges(panel, points)
        if not on_edges(panel, points):
            assert moved.centre == pytest.approx(panel.centre)


def test_a_panel_moves_off_a_symbol_on_its_edge():
    line, at_edge = straight_river(1500), np.array([(700.0, 450.0)])
    (panel,) = cut(line, 0, 1500, INSIDE, np.empty((0, 2)), np.empty(0))
    moved = shifted(line, panel, SIZE, INSIDE, np.empty((0, 2)), SymbolDiscs(at_edge, RADIUS))
    assert on_edges(panel, at_edge) == 1 and on_edges(moved, at_edge) == 0
    assert moved.centre[0] == pytest.approx(panel.centre[0]) and 60 <= abs(moved.centre[1]) < 110


def straight_river(end=9000):
    return Line(np.array([(0.0, 0.0), (end, 0.0)]), np.array([0.0, end]))


def level(panel, xy):
    """Return coordinates in the axes of the page, from the panel's centre."""
    angle = np.radians(panel.rotation)
    return (np.asarray(xy) - panel.centre) @ np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])


def on_edges(panel, points):
    """Return how many square symbols an edge cuts."""
    edge = box(-SIZE[0] / 2, -SIZE[1] / 2, SIZE[0] / 2, SIZE[1] / 2).exterior
    return sum(edge.crosses(box(x - RADIUS + 1e-6, y - RADIUS + 1e-6, x + RADIUS - 1e-6, y + RADIUS - 1e-6))
               for x, y in level(panel, points)) if len(points) else 0
