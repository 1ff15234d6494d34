"""The dates one can step through: a small model without Qt. Whoever shows it reads it and keeps the current scene."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta, timezone, tzinfo

from yalu_plugin.core.imagery.days import day_in
from yalu_plugin.core.imagery.scene import Scene

_NEVER = datetime.max.replace(tzinfo=timezone.utc)  # for the types alone: undated scenes are in no timeline
Step = tuple[Scene, ...]


class Timeline:
    """The dated scenes in order of acquisition, and the steps one takes through them; undated ones are left out.

    Scenes of one source and platform taken on one day are a step, drawn as a mosaic, of at most `together` scenes;
    with 1 every scene is a step of its own. A step is known by its first scene. Scenes of one time are ordered by
    uri. Stepping past either end gives None. Days are counted in `zone`.
    """

    def __init__(self, scenes: Iterable[Scene], zone: tzinfo = timezone.utc, together: int = 1) -> None:
        self.scenes = tuple(sorted((scene for scene in scenes if scene.dated), key=_order))
        self.zone = zone
        self.steps = _steps(self.scenes, zone, max(together, 1))
        self._keys = [_order(step[0]) for step in self.steps]
        self._rows = {scene.id: row for row, scene in enumerate(self.scenes)}
        self._at = {scene.id: number for number, step in enumerate(self.steps) for scene in step}

    def __len__(self) -> int:
        return len(self.scenes)

    def first(self) -> Scene | None:
        """The earliest step's scene."""
        return self.steps[0][0] if self.steps else None

    def last(self) -> Scene | None:
        """The latest step's scene."""
        return self.steps[-1][0] if self.steps else None

    def row(self, scene: Scene | None) -> int:
        """Where `scene` is among `scenes`, or -1."""
        return self._rows.get(scene.id, -1) if scene is not None else -1

    def step_number(self, scene: Scene | None) -> int:
        """Where the step of `scene` is among `steps`, or -1."""
        return self._at.get(scene.id, -1) if scene is not None else -1

    def step_of(self, scene: Scene) -> Step:
        """The scenes drawn together with `scene`, itself in front; itself alone where it is in no step."""
        number = self._at.get(scene.id)
        others = self.steps[number] if number is not None else ()
        return (scene, *(other for other in others if other.id != scene.id))

    def previous(self, current: Scene | None) -> Scene | None:
        """The step before `current`, which need not be in the timeline itself; without one, the last."""
        if current is None or not current.dated:
            return self.last()
        number = self._at.get(current.id, bisect_left(self._keys, _order(current))) - 1
        return self.steps[number][0] if number >= 0 else None

    def next(self, current: Scene | None) -> Scene | None:
        """The step after `current`, which need not be in the timeline itself; without one, the first."""
        if current is None or not current.dated:
            return self.first()
        number = self._at.get(current.id, bisect_right(self._keys, _order(current)) - 1) + 1
        return self.steps[number][0] if number < len(self.steps) else None

    def days(self, scene: Scene) -> tuple[date, date]:
        """The first and the last day of a dated scene."""
        begin = scene.acquired_from or _NEVER
        return day_in(self.zone, begin), day_in(self.zone, scene.acquired_to or begin)

    def before(self, day: date) -> Scene | None:
        """The last step acquired wholly before `day`."""
        return next((step[0] for step in reversed(self.steps) if self.days(step[0])[1] < day), None)

    def after(self, day: date) -> Scene | None:
        """The first step whose acquisition began after `day`."""
        return next((step[0] for step in self.steps if self.days(step[0])[0] > day), None)

    def nearest(self, day: date) -> Scene | None:
        """The scene fewest days away from `day`; of two as near, the earlier."""
        return min(self.scenes, key=lambda scene: self._days_away(scene, day), default=None)

    def at(self, day: date) -> tuple[Scene, ...]:
        """The scenes whose acquisition covers `day`."""
        return tuple(scene for scene in self.scenes if self._days_away(scene, day) == 0)

    def _days_away(self, scene: Scene, day: date) -> int:
        first, last = self.days(scene)
        return max((first - day).days, (day - last).days, 0)


def _order(scene: Scene) -> tuple[datetime, str]:
    return scene.acquired_from or _NEVER, scene.uri


def _steps(scenes: Sequence[Scene], zone: tzinfo, together: int) -> tuple[Step, ...]:
    """The scenes, in their order, put together by day and origin; a day with more of them makes several steps."""
    if together == 1:
        return tuple((scene,) for scene in scenes)
    steps: list[list[Scene]] = []
    open_step: dict[object, list[Scene]] = {}
    for scene in scenes:
        key = _day_and_origin(scene, zone)
        step = open_step.get(key)
        if step is None or len(step) == together:
            step = open_step[key] = []
            steps.append(step)
        step.append(scene)
    return tuple(tuple(step) for step in steps)


def _day_and_origin(scene: Scene, zone: tzinfo) -> object:
    """What scenes of one step have in common; a composite of several days is a step of its own."""
    begin = scene.acquired_from or _NEVER
    end = scene.acquired_to or begin
    if end - begin >= timedelta(days=1):
        return scene.id
    days = day_in(zone, begin), day_in(zone, end)
    return (*days, scene.date_kind, scene.provider, scene.platform, scene.synthetic)
