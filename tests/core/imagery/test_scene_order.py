from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.scene_order import AFTER, BEFORE, OVERLAPPING, order_of

FLIPPED = {BEFORE: AFTER, AFTER: BEFORE, OVERLAPPING: OVERLAPPING}


def scene(first: date, days: int = 0, kind: str = "acquired") -> Scene:
    begin = datetime.combine(first, time(), timezone.utc)
    return Scene(f"{first} {days} {kind}", "/a.tif", begin, begin + timedelta(days=days, hours=23), kind, "stac")


scenes = st.builds(scene, st.dates(date(2016, 1, 1), date(2016, 1, 20)), st.integers(0, 10),
                   st.sampled_from(("acquired", "released", "at_or_before", "reported")))


def test_intervals_that_touch_have_no_order() -> None:
    october, june = scene(date(2016, 10, 14)), scene(date(2017, 6, 6))
    assert (order_of(october, june), order_of(june, october), order_of(june, june)) == (BEFORE, AFTER, OVERLAPPING)
    assert order_of(scene(date(2016, 1, 1), 3), scene(date(2016, 1, 4))) == OVERLAPPING
    at_once = replace(june, acquired_from=october.acquired_to)
    assert order_of(october, at_once) == OVERLAPPING


def test_a_reported_day_is_its_interval() -> None:
    one, other = (scene(date(2016, 1, day), kind="reported") for day in (1, 2))
    assert (order_of(one, other), order_of(other, one)) == (BEFORE, AFTER)


def test_a_bound_on_one_side_has_no_first_day() -> None:
    acquired = scene(date(2016, 1, 1))
    for kind in ("released", "at_or_before"):
        bounded = scene(date(2020, 1, 1), kind=kind)
        assert order_of(acquired, bounded) == order_of(bounded, acquired) == OVERLAPPING  # it may show 2015
        assert order_of(bounded, scene(date(2021, 1, 1))) == BEFORE
    assert order_of(replace(acquired, acquired_from=None, acquired_to=None), acquired) == OVERLAPPING


@given(scenes, scenes)
def test_the_order_is_antisymmetric(one: Scene, other: Scene) -> None:
    assert order_of(one, other) == FLIPPED[order_of(other, one)]


@given(scenes, scenes, scenes)
def test_the_order_is_transitive(one: Scene, other: Scene, third: Scene) -> None:
    if order_of(one, other) == order_of(other, third) == BEFORE:
        assert order_of(one, third) == BEFORE
