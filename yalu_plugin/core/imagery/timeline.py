"""The dates to step through, as an immutable model without Qt. The view stores the current scene."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Sequence
from copy import copy
from datetime import date, datetime, timedelta, timezone, tzinfo

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.zone_days import day_in, day_start

_NEVER = datetime.max.replace(tzinfo=timezone.utc)  # only for type checking: no timeline has undated scenes
Step = tuple[Scene, ...]
SortKey = tuple[datetime, str, str]  # begin of acquisition, uri, id


class Timeline:
    """The dated scenes in order of acquisition, grouped into steps; undated ones are left out.

    Scenes of one source and platform taken on one day are a step, drawn as a mosaic, of at most `max_per_step` scenes;
    with 1 every scene is a step. A step is identified by its first scene. Scenes of one time are ordered by uri.
    Stepping past either end returns None. Days are those of `zone`. Immutable: `changed` returns another timeline.
    """

    def __init__(self, scenes: Iterable[Scene], zone: tzinfo = timezone.utc, max_per_step: int = 1) -> None:
        self.zone, self.max_per_step = zone, max(max_per_step, 1)
        self._set_scenes(sorted((scene for scene in scenes if scene.dated), key=_order))

    def _set_scenes(self, scenes: Sequence[Scene]) -> None:
        """Set the scenes, which must be dated and in order."""
        self.scenes = tuple(scenes)
        self.steps = tuple(_steps(self.scenes, self.zone, self.max_per_step))
        self._sort_keys = list(map(_order, self.scenes))
        self._keys = [_order(step[0]) for step in self.steps] if self.max_per_step > 1 else self._sort_keys
        self._step_with = {scene.id: step for step in self.steps for scene in step}

    def without(self, ids: Container[str]) -> Timeline:
        """Return the timeline without the scenes with these ids; nothing is sorted again."""
        rest = Timeline((), self.zone, self.max_per_step)
        rest._set_scenes([scene for scene in self.scenes if scene.id not in ids])
        return rest

    def changed(self, removed: Iterable[Scene], added: Iterable[Scene]) -> Timeline:
        """Return the timeline with some scenes removed, by their ids, and others added.

        Only the steps of the affected days are rebuilt, unless more than an eighth of the scenes changes.
        """
        removed, added = list(removed), list(added)
        if len(removed) + len(added) > len(self) // 8:
            rest = self.without({scene.id for scene in removed})
            return Timeline((*rest.scenes, *added), self.zone, self.max_per_step)
        after = copy(self)
        scenes, after._sort_keys, after._step_with = list(self.scenes), list(self._sort_keys), dict(self._step_with)
        begins = set()
        for scene in removed:
            row = self.row(scene)
            if row >= 0:
                row = bisect_left(after._sort_keys, self._sort_keys[row])
                begins.add(scenes[row].acquired_from)
                del scenes[row], after._sort_keys[row], after._step_with[scene.id]
        for scene in added:
            if scene.dated:
                row = bisect_left(after._sort_keys, _order(scene))
                begins.add(scene.acquired_from)
                scenes.insert(row, scene)
                after._sort_keys.insert(row, _order(scene))
        after.scenes = tuple(scenes)
        after._rebuild_steps({day_in(self.zone, begin) for begin in begins if begin is not None})
        return after

    def _rebuild_steps(self, days: Iterable[date]) -> None:
        """Rebuild the steps of scenes that begin on these days: no step has scenes that begin on two days."""
        steps, keys = list(self.steps), list(self._keys)
        for day in days:
            begin, end = self._begin_of(day), self._end_of(day)
            scenes = self.scenes[bisect_left(self._sort_keys, begin):bisect_left(self._sort_keys, end)]
            rebuilt = _steps(scenes, self.zone, self.max_per_step)
            span = slice(bisect_left(keys, begin), bisect_left(keys, end))
            steps[span], keys[span] = rebuilt, [_order(step[0]) for step in rebuilt]
            self._step_with.update((scene.id, step) for step in rebuilt for scene in step)
        self.steps, self._keys = tuple(steps), keys

    def __len__(self) -> int:
        return len(self.scenes)

    def first(self) -> Scene | None:
        """The earliest step's scene."""
        return self.steps[0][0] if self.steps else None

    def last(self) -> Scene | None:
        """The latest step's scene."""
        return self.steps[-1][0] if self.steps else None

    def row(self, scene: Scene | None) -> int:
        """Return the index of `scene`, by its id, in `scenes`, or -1."""
        step = self._step_with.get(scene.id, ()) if scene is not None else ()
        return next((bisect_left(self._sort_keys, _order(one)) for one in step if scene and one.id == scene.id), -1)

    def step_number(self, scene: Scene | None) -> int:
        """Return the index of the step of `scene` in `steps`, or -1."""
        step = self._step_with.get(scene.id) if scene is not None else None
        return bisect_left(self._keys, _order(step[0])) if step else -1

    def step_of(self, scene: Scene) -> Step:
        """Return the scenes drawn together with `scene`, itself first; only itself if it is in no step."""
        return (scene, *(other for other in self._step_with.get(scene.id, ()) if other.id != scene.id))

    def previous(self, current: Scene | None) -> Scene | None:
        """Return the step before `current`, which need not be in the timeline; without `current`, the last."""
        if current is None or not current.dated:
            return self.last()
        number = self.step_number(current)
        number = (bisect_left(self._keys, _order(current)) if number < 0 else number) - 1
        return self.steps[number][0] if number >= 0 else None

    def next(self, current: Scene | None) -> Scene | None:
        """Return the step after `current`, which need not be in the timeline; without `current`, the first."""
        if current is None or not current.dated:
            return self.first()
        number = self.step_number(current)
        number = bisect_right(self._keys, _order(current)) if number < 0 else number + 1
        return self.steps[number][0] if number < len(self.steps) else None

    def around(self, scene: Scene | None, count: int) -> list[Step]:
        """Return up to `count` steps on either side of a scene, the nearest first; none without a scene."""
        found: list[Step] = []
        ahead = behind = scene
        for _ in range(count):
            ahead = self.next(ahead) if ahead else None
            behind = self.previous(behind) if behind else None
            found += [self.step_of(one) for one in (ahead, behind) if one is not None]
        return found

    def days(self, scene: Scene) -> tuple[date, date]:
        """Return the first and the last day of a dated scene."""
        begin = scene.acquired_from or _NEVER
        return day_in(self.zone, begin), day_in(self.zone, scene.acquired_to or begin)

    def before(self, day: date) -> Scene | None:
        """Return the last step acquired wholly before `day`."""
        number = bisect_left(self._keys, self._begin_of(day))
        return next((step[0] for step in self.steps[:number][::-1] if self.days(step[0])[1] < day), None)

    def after(self, day: date) -> Scene | None:
        """Return the first step whose acquisition began after `day`."""
        number = bisect_left(self._keys, self._end_of(day))
        return self.steps[number][0] if number < len(self.steps) else None

    def nearest(self, day: date) -> Scene | None:
        """Return the scene fewest days away from `day`; of two equally near, the earlier."""
        return min(self.scenes, key=lambda scene: self._days_away(scene, day), default=None)

    def at(self, day: date) -> tuple[Scene, ...]:
        """Return the scenes whose acquisition covers `day`."""
        begin, count = day_start(self.zone, day), bisect_left(self._sort_keys, self._end_of(day))
        return tuple(scene for scene in self.scenes[:count]
                     if (scene.acquired_to or scene.acquired_from or _NEVER) >= begin)

    def _begin_of(self, day: date) -> SortKey:
        """Return the sort key before all scenes that begin on this day or later, and after all others."""
        return day_start(self.zone, day), "", ""

    def _end_of(self, day: date) -> SortKey:
        """Return the sort key after all scenes that begin on this day or earlier."""
        return self._begin_of(day + timedelta(days=1)) if day < date.max else (_NEVER, "", "")

    def _days_away(self, scene: Scene, day: date) -> int:
        first, last = self.days(scene)
        return max((first - day).days, (day - last).days, 0)


def _order(scene: Scene) -> SortKey:
    return scene.acquired_from or _NEVER, scene.uri, scene.id


def _steps(scenes: Sequence[Scene], zone: tzinfo, max_per_step: int) -> list[Step]:
    """Group the scenes, in order, by day and origin; a day with more than `max_per_step` has several steps."""
    if max_per_step == 1:
        return [(scene,) for scene in scenes]
    steps: list[list[Scene]] = []
    open_step: dict[object, list[Scene]] = {}
    for scene in scenes:
        key = _day_and_origin(scene, zone)
        step = open_step.get(key)
        if step is None or len(step) == max_per_step:
            step = open_step[key] = []
            steps.append(step)
        step.append(scene)
    return list(map(tuple, steps))


def _day_and_origin(scene: Scene, zone: tzinfo) -> object:
    """Return the key that scenes of one step share; a composite of several days is always a separate step."""
    begin = scene.acquired_from or _NEVER
    end = scene.acquired_to or begin
    if end - begin >= timedelta(days=1):
        return scene.id
    day = day_in(zone, begin)
    last = day if end == begin else day_in(zone, end)
    return day, last, scene.date_kind, scene.provider, scene.platform, scene.synthetic
