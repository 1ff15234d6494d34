from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.corridor.coverage import total_m, union
from yalu_plugin.core.corridor.stretches import NoStretch, assign_reaches, cut


def test_a_reach_is_cut_with_overlap():
    assert cut((0, 10_000), 3_000, 500) == [(0, 3_000), (2_500, 5_500), (5_000, 8_000), (7_500, 10_000)]
    assert cut((0, 5_500), 3_000, 500) == [(0, 3_000), (2_500, 5_500)]
    assert cut((500, 6_500), 3_000, 0) == [(500, 3_500), (3_500, 6_500)]


def test_a_stretch_longer_than_the_reach_is_the_reach():
    assert cut((100, 2_100), 3_000, 500) == [(100, 2_100)]


def test_the_edge_of_an_image_leaves_no_stretch_of_centimetres():
    assert cut((0, 6_000.4), 3_000, 0) == [(0, 3_000), (3_000, 6_000.4)]


@pytest.mark.parametrize(("length", "overlap"), [
    (3_000, 3_000), (3_000, 4_000), (0, 0), (-1, 0), (3_000, -1), (math.nan, 0), (3_000, math.nan), (math.inf, 0)])
def test_what_goes_nowhere_is_refused(length, overlap):
    with pytest.raises(NoStretch):
        cut((0, 10_000), length, overlap)


def test_the_topmost_image_shows_what_several_cover():
    front, behind = [(0.0, 50.0)], [(40.0, 80.0), (90.0, 95.0)]
    assert assign_reaches([front, behind]) == [((0, 50), 0), ((50, 80), 1), ((90, 95), 1)]
    assert assign_reaches([behind, front]) == [((0, 40), 1), ((40, 80), 0), ((90, 95), 0)]
    assert assign_reaches([[(0.0, 50.0)], [(0.0, 50.5)]]) == [((0, 50), 0)]  # half a metre more is no stretch


@given(st.floats(0, 1e6), st.floats(1, 1e6), st.floats(100, 1e5), st.floats(0, 0.99))
def test_the_stretches_cover_the_reach_and_no_more(begin, size, length, part):
    reach = begin, begin + size
    found = cut(reach, length, part * length)
    assert (found[0][0], found[-1][1]) == reach
    assert total_m(found) == pytest.approx(size)
    assert len(union(found, 1e-6)) == 1
    assert all(end - start <= length + 1.001 for start, end in found)
    assert all(one < following for one, following in zip(found, found[1:]))
