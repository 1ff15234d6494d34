from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.corridor.coverage import NOT_OBSERVABLE, SEARCHED, union
from yalu_plugin.core.corridor.search_intervals import SearchInterval, SearchIntervals

ONE, TWO = SearchInterval(0, 3, SEARCHED, "1"), SearchInterval(2.7, 5.7, SEARCHED, "2")
CLOUD = SearchInterval(5.4, 8.4, NOT_OBSERVABLE, "3")


def test_merged_is_updated_when_intervals_are_added_and_removed():
    intervals = SearchIntervals([TWO, ONE])
    assert intervals.merged == {SEARCHED: [(0, 5.7)], NOT_OBSERVABLE: []}
    intervals.add(CLOUD)
    assert intervals.merged == {SEARCHED: [(0, 5.7)], NOT_OBSERVABLE: [(5.4, 8.4)]}
    assert intervals.remove(ONE)
    assert intervals.merged == {SEARCHED: [(2.7, 5.7)], NOT_OBSERVABLE: [(5.4, 8.4)]}
    assert not intervals.remove(ONE)
    assert not intervals.remove(TWO._replace(row_id="other"))
    assert len(intervals) == 2


def test_intervals_inside_a_stretch_are_found():
    intervals = SearchIntervals([ONE, TWO, CLOUD])
    assert intervals.inside((2.7, 5.7)) == [TWO]
    assert intervals.inside((2.705, 5.695)) == [TWO]
    assert intervals.inside((0, 8.4)) == [ONE, TWO, CLOUD]
    assert intervals.inside((0.5, 5.6)) == []
    assert intervals.inside((100, 200)) == []


def _interval(begin, size, result, number):
    return SearchInterval(begin, begin + size, result, str(number))


_lists = st.lists(st.builds(_interval, st.integers(0, 50), st.integers(1, 9),
                            st.sampled_from([SEARCHED, NOT_OBSERVABLE]), st.integers(0, 99)),
                  max_size=12, unique_by=lambda interval: interval.row_id)


@given(_lists, _lists, st.randoms())
def test_adding_and_removing_one_by_one_is_the_same_as_all_at_once(some, more, random):
    more = [interval for interval in more if interval.row_id not in {one.row_id for one in some}]
    intervals = SearchIntervals(some)
    assert intervals.merged is not None  # from here on it is updated
    for interval in more:
        intervals.add(interval)
    removed = random.sample([*some, *more], random.randint(0, len(some) + len(more)))
    assert all(intervals.remove(interval) for interval in removed)
    left = [interval for interval in (*some, *more) if interval not in removed]
    assert intervals.merged == {result: union(interval[:2] for interval in left if interval.result == result)
                                for result in (SEARCHED, NOT_OBSERVABLE)}
    assert intervals.inside((10, 20)) == sorted(
        interval for interval in left if interval.from_m >= 10 and interval.to_m <= 20)
