"""Coverage of a corridor by searches: with known values, and compared with a grid of metres."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.corridor.coverage import (
    NOT_OBSERVABLE,
    SEARCHED,
    Search,
    SearchedStretch,
    clipped,
    coverage,
    covers,
    in_period,
    stretches,
    total_m,
    union,
    without,
)

DAY, LATER = "2025-09-13", "2025-10-01"
CORRIDOR_M = 60


def search(from_m, to_m, result=SEARCHED, image="a", first=DAY, last=DAY, analyst="Kim"):
    return Search(from_m, to_m, result, image, first, last, analyst)


intervals = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda ends: tuple(sorted(ends))),
                     max_size=8)
searches = st.lists(st.builds(
    lambda ends, result, image, day, analyst: search(*map(float, sorted(ends)), result, image, day, day, analyst),
    st.tuples(st.integers(-5, 70), st.integers(-5, 70)).filter(lambda ends: ends[0] != ends[1]),
    st.sampled_from([SEARCHED, NOT_OBSERVABLE]), st.sampled_from("ab"), st.sampled_from([DAY, LATER]),
    st.sampled_from(["Kim", "Lee"])), max_size=8)


def metres(found):
    return {metre for begin, end in found for metre in range(int(begin), int(end))}


def test_a_patrol_that_met_a_cloud():
    found = coverage([search(0, 41_000), search(41_000, 58_000, NOT_OBSERVABLE), search(58_000, 95_000)], 177_000)
    assert found.searched == [(0, 41_000), (58_000, 95_000)]
    assert found.not_observable == [(41_000, 58_000)]
    assert (found.searched_m, found.not_observable_m) == (78_000, 17_000)
    assert found.share == 78 / 177


def test_what_one_look_could_tell_is_searched_whatever_another_says():
    found = coverage([search(0, 10, NOT_OBSERVABLE), search(4, 6), search(3, 7, NOT_OBSERVABLE)], 10)
    assert (found.searched, found.not_observable) == ([(4, 6)], [(0, 4), (6, 10)])


def test_nothing_is_beyond_the_corridor_and_a_corridor_without_length_has_no_share():
    assert coverage([search(-5, 4), search(9, 30)], 10).searched == [(0, 4), (9, 10)]
    assert coverage([search(0, 4)], 0).share == 0
    assert coverage([], 10) == ([], [], 10)


def test_a_period_has_the_images_surely_taken_in_it():
    month = search(0, 1, first="2025-09-01", last="2025-09-30")
    bound = search(0, 2, first=None, last=DAY)
    day = search(0, 3)
    given_ = [month, bound, day]
    assert in_period(given_, "2025-09-01", "2025-09-30") == [month, day]
    assert in_period(given_, "2025-09-10", "2025-09-20") == [day]
    assert in_period(given_, None, "2025-09-20") == [bound, day]
    assert in_period(given_, "2025-09-14", None) == []
    assert in_period(given_, None, None) == given_
    assert [one.days for one in given_] == ["2025-09-01/2025-09-30", f"../{DAY}", DAY]


def test_stretches_say_who_looked_when_on_what():
    found = stretches([search(0, 3), search(2, 5), search(4, 8, image="b", first=LATER, last=LATER, analyst="Lee"),
                       search(7, 9, NOT_OBSERVABLE), search(20, 21, NOT_OBSERVABLE)], 100)
    assert found == [
        SearchedStretch(0, 4, (DAY,), ("a",), ("Kim",), SEARCHED),
        SearchedStretch(4, 5, (DAY, LATER), ("a", "b"), ("Kim", "Lee"), SEARCHED),
        SearchedStretch(5, 8, (LATER,), ("b",), ("Lee",), SEARCHED),
        SearchedStretch(8, 9, (DAY,), ("a",), ("Kim",), NOT_OBSERVABLE),
        SearchedStretch(20, 21, (DAY,), ("a",), ("Kim",), NOT_OBSERVABLE)]


def test_no_analyst_is_named_where_none_is_known():
    assert stretches([search(0, 3, analyst="")], 100)[0].analysts == ()


def test_small_gaps_are_closed_on_request():
    assert union([(0, 1), (1.0005, 2)]) == [(0, 1), (1.0005, 2)]
    assert union([(0, 1), (1.0005, 2)], 0.001) == [(0, 2)]
    assert covers([(0, 1), (1.005, 2)], (0, 2))
    assert not covers([(0, 1), (1.5, 2)], (0, 2))


@given(intervals, intervals)
def test_union_and_difference_are_those_of_a_grid_of_metres(some, others):
    assert metres(union(some)) == metres(some)
    assert metres(without(some, others)) == metres(some) - metres(others)
    assert total_m(some) == len(metres(some))
    for found in (union(some), without(some, others)):
        assert all(begin < end for begin, end in found)
        assert all(one[1] < following[0] for one, following in zip(found, found[1:]))


@given(searches, st.randoms())
def test_coverage_is_that_of_a_grid_in_any_order(given_, random):
    within = set(range(CORRIDOR_M))
    expected = {result: metres([one[:2] for one in given_ if one.result == result]) & within
                for result in (SEARCHED, NOT_OBSERVABLE)}
    found = coverage(given_, CORRIDOR_M)
    assert metres(found.searched) == expected[SEARCHED]
    assert metres(found.not_observable) == expected[NOT_OBSERVABLE] - expected[SEARCHED]
    assert found.searched_m + found.not_observable_m <= CORRIDOR_M
    assert found.share == len(expected[SEARCHED]) / CORRIDOR_M
    shuffled = random.sample(given_, len(given_))
    assert coverage(shuffled, CORRIDOR_M) == found
    assert stretches(shuffled, CORRIDOR_M) == stretches(given_, CORRIDOR_M)


@given(searches)
def test_stretches_have_the_searches_of_each_metre(given_):
    found = stretches(given_, CORRIDOR_M)
    for metre in range(CORRIDOR_M):
        here = [one for one in given_ if one.from_m <= metre < one.to_m]
        used = [one for one in here if one.result == SEARCHED] or here
        rows = [one for one in found if one.from_m <= metre < one.to_m]
        assert len(rows) == bool(here)
        for row in rows:
            assert row[2:] == (tuple(sorted({one.days for one in used})), tuple(sorted({one.image_id for one in used})),
                               tuple(sorted({one.analyst for one in used})), used[0].result)
    assert not any(one.to_m == following.from_m and one[2:] == following[2:]
                   for one, following in zip(found, found[1:]))


def test_parts_beyond_the_corridor_are_cut_off():
    intervals = [(-5.0, 3.0), (8.0, 1e9), (-2.0, -1.0), (11.0, 12.0), (4.0, 4.0), (9.0, float("inf"))]
    assert clipped(intervals, 10.0) == [(0.0, 3.0), (8.0, 10.0), (9.0, 10.0)]
