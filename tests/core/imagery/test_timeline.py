from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.imagery.scene import Scene, scene_id
from yalu_plugin.core.imagery.timeline import Timeline
from yalu_plugin.core.imagery.zone_days import zone


def scene(day: date | None, uri: str = "", until: date | None = None) -> Scene:
    uri = uri or f"{day}.tif"
    begin, end = (datetime(one.year, one.month, one.day, tzinfo=timezone.utc) if one else None
                  for one in (day, until or day))
    return Scene(scene_id(uri), uri, begin, end, "acquired" if day else "", "stac" if day else "")


def test_steps_stop_at_the_ends() -> None:
    early, late = scene(date(2016, 10, 14)), scene(date(2017, 6, 6))
    timeline = Timeline([late, scene(None), early])
    assert (timeline.first(), timeline.last(), len(timeline)) == (early, late, 2)
    assert (timeline.next(early), timeline.next(late)) == (late, None)
    assert (timeline.previous(late), timeline.previous(early)) == (early, None)
    assert (timeline.next(None), timeline.previous(None)) == (early, late)


def test_a_scene_that_is_not_in_the_timeline_has_neighbours() -> None:
    early, missing, late = (scene(date(year, 1, 1)) for year in (2015, 2016, 2017))
    timeline = Timeline([early, late])
    assert (timeline.previous(missing), timeline.next(missing)) == (early, late)


def test_nearest_and_at() -> None:
    one, same, late = scene(date(2016, 1, 1), "a"), scene(date(2016, 1, 1), "b"), scene(date(2016, 1, 11), "c")
    timeline = Timeline([late, same, one])
    assert timeline.at(date(2016, 1, 1)) == (one, same)
    assert timeline.at(date(2016, 1, 2)) == ()
    assert timeline.nearest(date(2016, 1, 6)) == one
    assert timeline.nearest(date(2016, 1, 7)) == late
    composite = scene(date(2016, 2, 1), "d", until=date(2016, 2, 8))
    assert Timeline([composite]).at(date(2016, 2, 5)) == (composite,)


def test_an_empty_timeline_has_nothing() -> None:
    timeline = Timeline([scene(None)])
    assert [timeline.first(), timeline.last(), timeline.next(None), timeline.nearest(date(2016, 1, 1))] == [None] * 4


@given(st.lists(st.dates(date(1960, 1, 1), date(2030, 1, 1)), min_size=1, max_size=30))
def test_stepping_forward_then_back_visits_every_scene(days: list[date]) -> None:
    timeline = Timeline(scene(day, f"{index}.tif") for index, day in enumerate(days))
    forward, current = [], timeline.first()
    while current is not None:
        forward.append(current)
        current = timeline.next(current)
    back, current = [], timeline.last()
    while current is not None:
        back.append(current)
        current = timeline.previous(current)
    assert tuple(forward) == tuple(reversed(back)) == timeline.scenes and len(forward) == len(days)


TILE = Scene("a", "/a.tif", *[datetime(2025, 7, 30, 2, 31, tzinfo=timezone.utc)] * 2, "acquired", "stac", "sentinel-2")


def later(minutes: int, **changes: object) -> Scene:
    """Return a scene of the same platform, so many minutes after TILE."""
    moment = TILE.acquired_from + timedelta(minutes=minutes)
    return replace(TILE, id=f"{minutes} {changes}", acquired_from=moment, acquired_to=moment, **changes)


def test_scenes_of_one_day_and_platform_are_one_step() -> None:
    adjacent, radar, next_day = later(1), later(2, platform="sentinel-1"), later(1440)
    timeline = Timeline([TILE, adjacent, radar, next_day], max_per_step=8)
    assert timeline.steps == ((TILE, adjacent), (radar,), (next_day,)) and len(timeline) == 4
    assert (timeline.next(TILE), timeline.next(adjacent), timeline.next(radar)) == (radar, radar, next_day)
    assert (timeline.previous(radar), timeline.previous(adjacent), timeline.last()) == (TILE, None, next_day)
    assert timeline.step_of(adjacent) == (adjacent, TILE) and timeline.step_of(later(99)) == (later(99),)
    assert Timeline([TILE, adjacent]).steps == ((TILE,), (adjacent,))


def test_scenes_of_different_origin_are_separate_steps() -> None:
    scenes = [TILE, later(1, synthetic=True), later(2, date_kind="released"), later(3, provider="other"),
              replace(later(4), acquired_to=TILE.acquired_to + timedelta(days=1))]
    assert len(Timeline(scenes, max_per_step=8).steps) == 5


@given(st.integers(1, 12), st.integers(1, 5))
def test_steps_are_limited_and_no_scene_is_lost(count: int, together: int) -> None:
    timeline = Timeline([later(minute) for minute in range(count)], max_per_step=together)
    assert [scene for step in timeline.steps for scene in step] == list(timeline.scenes)
    assert len(timeline.steps) == -(-count // together) and max(map(len, timeline.steps)) <= together


def test_days_are_counted_in_the_zone() -> None:
    evening, morning = later(12 * 60), later(14 * 60)  # 14:31 and 16:31 UTC: 22:31 and, next day, 00:31 in China
    timeline = Timeline([TILE, evening, morning], zone("Asia/Shanghai"), max_per_step=8)
    assert timeline.steps == ((TILE, evening), (morning,))
    assert timeline.at(date(2025, 7, 31)) == (morning,) and timeline.before(date(2025, 7, 31)) == TILE
    assert timeline.days(morning) == (date(2025, 7, 31), date(2025, 7, 31))
    assert len(Timeline([TILE, evening, morning], max_per_step=8).steps) == 1


def test_labels() -> None:
    moment = datetime(2016, 10, 14, tzinfo=timezone.utc)
    tour = Scene("1", "/x/tour.tif", moment, moment, "acquired", "stac", "sentinel-2")
    assert tour.label == "2016-10-14 UTC sentinel-2 acquired"
    bound = Scene("1", "/x/tour.tif", moment, moment, "at_or_before", "gdal")
    assert bound.label == "2016-10-14 UTC at or before this date"
    assert Scene("1", "/x/tour.tif", synthetic=True).label == "tour.tif undated SYNTHETIC"


def test_before_and_after_a_day_without_a_scene() -> None:
    early, late = scene(date(2023, 6, 10)), scene(date(2023, 9, 14))
    timeline = Timeline([early, late])
    assert (timeline.before(date(2023, 8, 1)), timeline.after(date(2023, 8, 1))) == (early, late)
    assert (timeline.before(date(2023, 6, 10)), timeline.after(date(2023, 9, 14))) == (None, None)


def test_the_row_of_a_scene() -> None:
    scenes = [scene(date(2017, 6, 6)), scene(date(2016, 10, 14)), scene(None)]
    timeline = Timeline(scenes)
    assert [timeline.row(one) for one in (*scenes, None)] == [1, 0, -1, -1]


moments = st.datetimes(datetime(2015, 8, 13), datetime(2015, 8, 18), timezones=st.just(timezone.utc))
drawn_scenes = st.lists(
    st.builds(lambda number, moment, days, platform: Scene(
        f"id {number}", f"{number % 3}.tif", moment, moment and moment + timedelta(days=days), platform=platform),
        st.integers(0, 15), st.none() | moments, st.sampled_from([0, 0, 0.5, 3]), st.sampled_from(["s1", "s2"])),
    max_size=20, unique_by=lambda one: one.id)
zones = st.sampled_from(["UTC", "Asia/Shanghai", "Asia/Pyongyang"])  # the last had another offset from 15 August


def same(one: Timeline, other: Timeline) -> bool:
    shown = one.scenes, one.steps, [(one.row(scene), one.step_number(scene)) for scene in one.scenes]
    return shown == (other.scenes, other.steps, [(other.row(scene), other.step_number(scene)) for scene in one.scenes])


@given(drawn_scenes, drawn_scenes, zones, st.integers(1, 3))
def test_a_changed_timeline_equals_a_new_one(before, added, key, together) -> None:
    many = [replace(TILE, id=f"far {number}", acquired_from=TILE.acquired_from + timedelta(days=number))
            for number in range(400)]  # so that only a small share is changed
    removed = [one for one in before if any(one.id == new.id for new in added) or one.id[-1] in "02468"]
    remaining = [one for one in (*many, *before) if one not in removed]
    changed = Timeline([*many, *before], zone(key), together).changed(removed, added)
    assert same(changed, Timeline([*remaining, *added], zone(key), together))


@given(drawn_scenes, zones, st.integers(1, 3))
def test_a_timeline_without_some_scenes_equals_a_new_one(scenes, key, together) -> None:
    left_out = {one.id for one in scenes if one.id[-1] in "02468"}
    rest = [one for one in scenes if one.id not in left_out]
    assert same(Timeline(scenes, zone(key), together).without(left_out), Timeline(rest, zone(key), together))


@given(drawn_scenes, zones, st.dates(date(2015, 8, 12), date(2015, 8, 22)))
def test_scenes_at_before_and_after_a_day(scenes, key, day) -> None:
    timeline = Timeline(scenes, zone(key))
    days = {one: timeline.days(one) for one in timeline.scenes}
    assert timeline.at(day) == tuple(one for one, (first, last) in days.items() if first <= day <= last)
    assert timeline.after(day) == next((one for one, (first, _) in days.items() if first > day), None)
    assert timeline.before(day) == next((one for one, (_, last) in reversed(days.items()) if last < day), None)


def test_adding_a_scene_compares_few_of_ten_thousand(monkeypatch) -> None:
    compared = []
    timeline = Timeline([later(60 * number) for number in range(10_000)], max_per_step=8)
    monkeypatch.setattr("yalu_plugin.core.imagery.timeline._order",
                        lambda one: compared.append(one) or (one.acquired_from, one.uri, one.id))
    new = later(60 * 5000 + 7)
    changed = timeline.changed([], [new])
    assert len(compared) < 50 and (len(changed), changed.row(new)) == (10_001, 5001)


def test_the_ends_of_the_calendar() -> None:
    first, last = (Scene(str(one), "", one, one) for one in (
        datetime(1, 1, 1, tzinfo=timezone.utc), datetime(9999, 12, 31, 23, tzinfo=timezone.utc)))
    timeline = Timeline([last], zone("Asia/Shanghai"), max_per_step=2).changed([], [first])
    assert timeline.scenes == (first, last) and timeline.days(last)[1] == timeline.days(last)[0] == date.max
    assert timeline.at(date.max) == (last,) and timeline.at(date.min) == (first,) and timeline.after(date.max) is None
    more = Timeline([first, *map(later, range(20)), last], zone("Asia/Shanghai"), max_per_step=2)
    assert more.changed([first, last], []).steps == more.steps[1:-1]
    assert more.changed([later(3)], []).steps[-1] == (last,)
