"""Counts: which are used, which are comparable, and their totals."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.counting.count_assessment import ImageCount, assess_counts, image_counts, incomparable_reason
from yalu_plugin.core.counting.counts_table import summary
from yalu_plugin.core.counting.mark_classes import BUILT_IN, classes_of, with_labels
from yalu_plugin.core.counting.repeated_marks import Repeats
from yalu_plugin.core.counting.tally import Tally, total, totals_by_lot
from yalu_plugin.core.imagery.scene import Scene

DAY = datetime(2025, 7, 30, 2, tzinfo=timezone.utc)
AREAS: dict[str, Any] = {one: {"id": one, "name": f"Lot {one}"} for one in "12"}


def scene(name: str, hours: float = 0, kind: str = "acquired", lasts: float = 0, gsd: float | None = 0.5) -> Scene:
    start = DAY + timedelta(hours=hours)
    return Scene(name, f"{name}.tif", start, start + timedelta(hours=lasts), kind, "filename", name, gsd_m=gsd)


def count(name: str, image: str, area: str = "1", share: float | None = 1.0, who: str = "Kim", at: str = "1") -> Any:
    return {"id": name, "area_id": area, "image_id": image, "share_shown": share, "created_by": who, "created_at": at,
            "finished_at": "2"}


def counts_of(rows: list[Any], *scenes: Scene) -> list[ImageCount]:
    return image_counts(rows, AREAS, {one.id: one for one in scenes})


def counting(counts: list[ImageCount]) -> list[str]:
    return [one.image_count.id for one in assess_counts(counts) if one.exclusion_reason is None]


def test_most_of_the_area_then_the_finest_then_the_last() -> None:
    scenes = scene("a"), scene("b", 1, gsd=0.3), scene("c", 2), scene("d", 3)
    rows = [count("A", "a", share=0.9), count("B", "b", share=0.8), count("C", "c", share=0.9),
            count("D", "d", share=None)]
    assert counting(counts_of(rows, *scenes)) == ["C"]  # as much as A, as fine, and later
    assert counting(counts_of([rows[0], count("B", "b", share=0.9), rows[2]], *scenes)) == ["B"]
    assert counting(counts_of([count("A2", "a", at="2"), count("A1", "a")], *scenes)) == ["A1"]  # started first
    twins = [{**count("B", "a"), "fid": 1}, {**count("A", "a"), "fid": 2}]  # in one second
    assert counting(counts_of(twins, *scenes)) == ["B"]
    (_, reason), *_ = assess_counts(counts_of(rows, *scenes))
    assert str(reason) == ("For this area and day the count by Kim on 2025-07-30 UTC c acquired is used: it shows more "
                           "of the area, or is finer, or later.")
    twice = counts_of([count("A2", "a", at="2"), count("A1", "a")], *scenes)
    assert {str(reason) for _, reason in assess_counts(twice)} == {
        "None", "Kim counted it on this image first: a recount checks that count, and changes no figure."}


@pytest.mark.parametrize("share", [5.0, -1.0, float("nan"), float("inf")])
def test_invalid_shares_are_unknown(share: float) -> None:
    (one,) = counts_of([count("A", "a", share=share)], scene("a"))
    assert one.share is None


def test_counts_of_other_days_and_areas_are_used() -> None:
    scenes = scene("a"), scene("b", 24)
    assert counting(counts_of([count("A", "a"), count("B", "b"), count("C", "a", "2")], *scenes)) == ["A", "B", "C"]


def test_of_overlapping_days_one_count_is_used() -> None:
    scenes = scene("a"), scene("b", -24, lasts=30), scene("c", kind="at_or_before"), scene("d", 0.5, lasts=24)
    assert counting(counts_of([count("A", "a"), count("B", "b", share=0.5), count("C", "c", share=0.7)],
                              *scenes)) == ["A"]
    assert counting(counts_of([count("B", "b"), count("D", "d")], *scenes)) == ["D"]


@pytest.mark.parametrize(("row", "reason"), [
    (count("A", "a", "9"), "Its area is not in the survey."), (count("A", "z"), "Its image is not in the survey."),
    (count("A", "r"), "Its image is dated by its release only."), (count("A", "u"), "Its image has no date.")])
def test_counts_without_a_day_are_not_used(row: Any, reason: str) -> None:
    (one,) = assess_counts(counts_of([row], scene("a"), scene("r", kind="released"), Scene("u", "u.tif")))
    assert str(one.exclusion_reason) == reason
    assert one.image_count.is_on(DAY.date()) == (reason == "Its area is not in the survey.")


@st.composite
def many(draw: Any) -> list[ImageCount]:
    rows, scenes = [], []
    for number in range(draw(st.integers(0, 9))):
        scenes.append(scene(f"s{number}", draw(st.integers(0, 96)), draw(st.sampled_from(["acquired", "at_or_before"])),
                            draw(st.integers(0, 40)), draw(st.sampled_from([None, 0.3, 0.5]))))
        rows.append(count(f"c{number}", f"s{number}", draw(st.sampled_from("12")),
                          draw(st.sampled_from([None, 0.5, 1.0]))))
    return counts_of(rows, *scenes)


@given(many(), st.randoms())
def test_no_day_of_an_area_is_used_twice_in_any_order(counts: list[ImageCount], random: Any) -> None:
    found = assess_counts(counts)
    shuffled = random.sample(counts, len(counts))
    assert assess_counts(shuffled) == found

    def days(one: ImageCount) -> set[int]:
        assert one.last is not None
        return set(range((one.first or one.last).toordinal(), one.last.toordinal() + 1))

    used = [one.image_count for one in found if one.exclusion_reason is None]
    for a in used:
        assert not [b for b in used if b is not a and b.area_id == a.area_id and days(a) & days(b)]
    excluded = [one.image_count for one in found if one.exclusion_reason is not None]
    for one in excluded:  # nothing is left out without a better count
        assert [b for b in used if b.area_id == one.area_id and days(one) & days(b)
                and (-1 if b.share is None else b.share) >= (-1 if one.share is None else one.share)]


@pytest.mark.parametrize(("a", "b", "reason"), [
    (count("A", "a"), count("B", "b"), None),
    (count("A", "a", share=0.2), count("B", "a", share=0.2), None),  # one image: only the analysts differ
    (count("A", "a"), count("B", "b", "2"), "They are of two areas: Lot 1 and Lot 2."),
    (count("A", "a"), count("B", "b", share=0.949), "2025-07-31 UTC b acquired shows only 94 % of the area."),
    (count("A", "a"), count("B", "b", share=None),
     "How much of the area 2025-07-31 UTC b acquired shows is not known."),
    (count("A", "a"), count("B", "coarse"), "The pixels are 0.5 m and 10 m: what one shows, the other may hide."),
    (count("A", "fine"), count("B", "three"), "The pixels are 0.3 m and 3 m: what one shows, the other may hide."),
    (count("A", "a"), count("B", "n"), "How large the pixels of 2025-07-30 UTC n acquired are is not known."),
    (count("A", "a"), count("B", "r"), "Its image is dated by its release only.")])
def test_comparable_counts(a: Any, b: Any, reason: str | None) -> None:
    scenes = (scene("a"), scene("b", 24, gsd=0.75), scene("coarse", gsd=10), scene("n", gsd=None),
              scene("r", kind="released"), scene("fine", gsd=0.3), scene("three", 24, gsd=3))
    one, other = counts_of([a, b], *scenes)
    for found in (incomparable_reason(one, other), incomparable_reason(other, one)):
        assert (None if found is None else str(found)) == reason


def mark(count_id: str | None, label: str | None) -> Any:
    return {"count_id": count_id, "label": label}


def test_totals_by_class_and_lot() -> None:
    counts = assess_counts(counts_of([count("A", "a"), count("B", "a", "2"), count("C", "b", share=0.1)],
                              scene("a"), scene("b")))
    tally = Tally([mark("A", "car")] * 3 + [mark("A", "truck"), mark("B", "car"), *[mark("C", "car")] * 9])
    lots = totals_by_lot(counts, tally)
    assert lots == {"1": Counter(car=3, truck=1), "2": Counter(car=1)}
    assert total(lots.values()) == Counter(car=4, truck=1)
    tally.apply([(mark("A", "car"), mark("A", "bus")), (None, mark("B", "car")), (mark("A", "truck"), None)])
    assert totals_by_lot(counts, tally) == {"1": Counter(car=2, bus=1), "2": Counter(car=2)}


def test_the_table_has_a_row_for_each_count_and_class() -> None:
    counts = assess_counts(counts_of([count("A", "a"), count("B", "a", "2"), count("C", "b", share=0.1)],
                              scene("a"), scene("b")))
    found = summary(counts, Tally([mark("A", "truck"), mark("A", "car"), mark("C", "car"), mark(None, "car")]),
                    Repeats())
    assert [(one.image_count.id, one.label, one.number, one.exclusion_reason is None) for one in found.rows] == [
        ("A", "car", 1, True), ("A", "truck", 1, True), ("C", "car", 1, False), ("B", "", 0, True)]
    assert (found.total, found.counts, found.stray, found.in_progress, found.overlaps) == (2, 2, 1, 0, [])


def test_a_count_in_progress_is_not_used_and_hides_none() -> None:
    left = {**count("B", "b", share=1.0), "finished_at": None}
    rows = [count("A", "a", share=0.5), left, {**count("Z", "z"), "finished_at": None}]
    counts = assess_counts(counts_of(rows, scene("a"), scene("b")))
    assert {one.image_count.id: str(one.exclusion_reason) for one in counts} == {
        "A": "None", "B": "In progress: it is no figure until it is finished.", "Z": "Its image is not in the survey."}
    assert [one.image_count.id for one in counts if one.image_count.in_progress] == ["B"]
    found = summary(counts, Tally([mark("A", "car"), mark("B", "car"), mark("B", "car")]), Repeats())
    assert (found.total, found.counts, found.in_progress) == (1, 1, 1)
    one, other = (one_.image_count for one_ in counts if one_.image_count.id in "AB")
    assert str(incomparable_reason(one, other)) in ("In progress: it is no figure until it is finished.",
                                                   "2025-07-30 UTC a acquired shows only 50 % of the area.")


def test_a_finished_count_of_nothing_is_a_true_zero() -> None:
    counts = assess_counts(counts_of([count("A", "a")], scene("a")))
    assert totals_by_lot(counts, Tally()) == {"1": Counter()}
    found = summary(counts, Tally(), Repeats())
    assert [(row.label, row.number, row.exclusion_reason) for row in found.rows] == [("", 0, None)]
    assert found.counts == 1


LABELS = st.sampled_from(["car", "truck", None])


@given(st.lists(st.tuples(st.sampled_from(["A", "B", None]), LABELS, LABELS, st.booleans())))
def test_an_updated_tally_equals_a_new_one(steps: list[Any]) -> None:
    tally, rows = Tally(), []
    for count_id, before, after, replaced in steps:
        old = mark(count_id, before)
        old = old if old in rows else None
        new = mark(count_id, after) if replaced or old is None else None
        tally.apply([(old, new)])
        if old:
            rows.remove(old)
        rows += [new] if new else []
    rebuilt = Tally(rows)
    assert tally.ids() == rebuilt.ids() and all(tally.of(one) == rebuilt.of(one) for one in (None, "A", "B"))


def entry(value: Any, key: Any = None, label: Any = None, list_name: str = "mark_class") -> Any:
    return {"list": list_name, "value": value, "key": key, "label": label}


def test_custom_classes() -> None:
    rows = [entry("crane", "k", "Crane"), entry("car", "x"), entry("", "y"), entry(None),
            entry("kind", "q", list_name="site_kind"),
            entry("digger", "K"), entry("raft", "M"), entry("ferry", "ab"), entry("log", "é"), entry("tank\n1", "2"),
            entry("xy", "X"), entry("pa", "P")]
    assert classes_of(rows)[:5] == list(BUILT_IN) and [one.key for one in BUILT_IN] == list("CTSBO")
    assert classes_of(rows)[5:] == [("crane", "Crane", "K"), ("digger", "digger", ""), ("raft", "raft", ""),
                                    ("ferry", "ferry", ""), ("log", "log", ""), ("tank 1", "tank 1", "2"),
                                    ("xy", "xy", ""), ("pa", "pa", "")]


def test_labels_without_a_class_follow_the_classes() -> None:
    found = with_labels(BUILT_IN, ["truck", "tank\n", "", "crane"])
    assert found[:5] == list(BUILT_IN)
    assert found[5:] == [("", "?", ""), ("crane", "crane", ""), ("tank\n", "tank", "")]
