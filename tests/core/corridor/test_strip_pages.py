"""Panels on pages: in order, not too many, not too high, and together as high as the page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.corridor.strip_pages import PageSpace

SPACE = PageSpace(width=262, height=142.5, between=6, most=4)


@given(st.lists(st.floats(1, 136), min_size=1, max_size=40))
def test_every_panel_is_on_a_page_and_no_page_is_too_full(heights):
    pages, first = SPACE.pages(heights), 0
    assert sum(pages) == len(heights) and all(1 <= panels <= SPACE.most for panels in pages)
    for panels in pages:
        here = heights[first:first + panels]
        assert sum(here) + panels * SPACE.between <= SPACE.height + 1e-9
        out = SPACE.distribute_height(here)
        assert sum(out) + panels * SPACE.between == pytest.approx(SPACE.height)
        assert all(after >= before - 1e-9 for after, before in zip(out, here))
        first += panels


def test_three_of_unlike_heights_share_a_page():
    assert SPACE.pages([34, 45, 19]) == [3]
    assert SPACE.distribute_height([34, 45, 19]) == pytest.approx([42.8333, 53.8333, 27.8333], abs=0.001)


def test_panels_of_a_fixed_height_are_counted_alone():
    fixed = PageSpace(width=120, height=0, between=0, most=3, fixed=41.5)
    assert (fixed.limits(), fixed.pages([41.5] * 7)) == ([41.5], [3, 3, 1])
    assert fixed.distribute_height([41.5] * 2) == [41.5] * 2


def test_limits_are_those_of_panels_of_one_height():
    assert SPACE.limits() == pytest.approx([136.5, 89, 65.25, 51, 41.5, 34.714, 29.625], abs=0.001)
