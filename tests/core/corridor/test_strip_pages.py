"""Panels on pages: in order, none too many, none too high, and together as high as the page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.corridor.strip_pages import Room

ROOM = Room(width=262, height=142.5, between=6, most=4)


@given(st.lists(st.floats(1, 136), min_size=1, max_size=40))
def test_every_panel_is_on_a_page_and_no_page_is_too_full(heights):
    pages, first = ROOM.pages(heights), 0
    assert sum(pages) == len(heights) and all(1 <= panels <= ROOM.most for panels in pages)
    for panels in pages:
        here = heights[first:first + panels]
        assert sum(here) + panels * ROOM.between <= ROOM.height + 1e-9
        out = ROOM.shared_out(here)
        assert sum(out) + panels * ROOM.between == pytest.approx(ROOM.height)
        assert all(after >= before - 1e-9 for after, before in zip(out, here))
        first += panels


def test_three_of_unlike_heights_share_a_page():
    assert ROOM.pages([34, 45, 19]) == [3]
    assert ROOM.shared_out([34, 45, 19]) == pytest.approx([42.8333, 53.8333, 27.8333], abs=0.001)


def test_panels_of_a_fixed_height_are_counted_alone():
    fixed = Room(width=120, height=0, between=0, most=3, fixed=41.5)
    assert (fixed.limits(), fixed.pages([41.5] * 7), fixed.shared_out([41.5] * 2)) == ([41.5], [3, 3, 1], [41.5] * 2)


def test_limits_are_those_of_panels_of_one_height():
    assert ROOM.limits() == pytest.approx([136.5, 89, 65.25, 51, 41.5, 34.714, 29.625], abs=0.001)
