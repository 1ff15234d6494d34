"""Objects in two overlapping areas are in a total once."""

from __future__ import annotations

from collections import Counter
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.core.counting.test_count_assessment import count, counts_of, scene
from yalu_plugin.core.counting.count_assessment import ImageCount, assess_counts
from yalu_plugin.core.counting.counts_table import summary
from yalu_plugin.core.counting.repeated_marks import Overlap, Repeats
from yalu_plugin.core.counting.tally import Tally

AHEAD, BEHIND = "A", "B"


def counts() -> list[ImageCount]:
    return counts_of([count(AHEAD, "a"), count(BEHIND, "b", "2")], scene("a"), scene("b"))


def overlap(east: float = 1.0) -> Overlap:
    """Return an overlap with everything west of this longitude (degrees) in area 1."""
    ahead, behind = counts()
    return Overlap(ahead, behind, 1200.4, 0.236, lambda lon, lat: lon < east)


def mark(count_id: str, lon: float, label: str | None = "car") -> Any:
    return {"count_id": count_id, "label": label, "geom": f"Point ({lon} 41)"}


def test_objects_in_both_areas_are_in_the_total_once() -> None:
    marks = [mark(AHEAD, 0.5), mark(AHEAD, 0.9), mark(BEHIND, 0.9), mark(BEHIND, 0.95, "bus"), mark(BEHIND, 1.5)]
    repeats = Repeats([overlap()], lambda: marks)
    found = summary(assess_counts(counts()), Tally(marks), repeats)
    assert (found.total, sum(row.number for row in found.rows)) == (3, 5)
    assert [(row.image_count.id, row.label, row.number, row.repeated) for row in found.rows] == [
        ("A", "car", 2, 0), ("B", "bus", 1, 1), ("B", "car", 2, 1)]
    assert [str(phrase) for phrase in found.overlaps] == [
        "Lot 1 and Lot 2 overlap by 1200 m², 24 % of Lot 2: what was counted there in both (2 of Lot 2) is in the "
        "total once."]


def test_without_the_other_count_nothing_is_repeated() -> None:
    repeats = Repeats([overlap()], lambda: [mark(BEHIND, 0.9)])
    assert repeats.of(BEHIND, {AHEAD, BEHIND}) == Counter(car=1)
    assert repeats.of(BEHIND, {BEHIND}) == repeats.of(AHEAD, {AHEAD, BEHIND}) == Counter()
    assert repeats.phrases({BEHIND}) == []


def test_marks_are_not_read_where_no_areas_overlap() -> None:
    def never() -> Any:
        raise AssertionError

    Repeats([], never).apply([(None, mark(BEHIND, 0.9))])


def test_a_mark_without_a_position_or_class() -> None:
    repeats = Repeats([overlap()], lambda: [mark(BEHIND, 0.9, None), {**mark(BEHIND, 0), "geom": None}])
    assert repeats.of(BEHIND, {AHEAD}) == Counter({"": 1})


PLACES = st.sampled_from([0.5, 0.9, 1.1, 1.5])


@given(st.lists(st.tuples(st.sampled_from([AHEAD, BEHIND]), PLACES, PLACES)))
def test_updated_numbers_equal_new_ones(steps: list[Any]) -> None:
    updated, rows = Repeats([overlap()], list), []
    for count_id, before, after in steps:
        old, new = mark(count_id, before), mark(count_id, after)
        old = old if old in rows else None
        updated.apply([(old, new)])
        if old:
            rows.remove(old)
        rows.append(new)
    rebuilt = Repeats([overlap()], lambda: rows)
    assert updated.of(BEHIND, {AHEAD}) == rebuilt.of(BEHIND, {AHEAD})
