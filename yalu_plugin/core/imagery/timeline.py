"""The dates one can step through: a small model without Qt. Whoever shows it reads it and keeps the current scene."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import date, datetime, timezone

from yalu_plugin.core.imagery.scene import Scene

_NEVER = datetime.max.replace(tzinfo=timezone.utc)  # for the types alone: undated scenes are in no timeline


class Timeline:
    """The dated scenes in order of acquisition; undated ones are left out. Scenes of one time are ordered by uri.

    Stepping past either end gives None. Days are UTC days.
    """

    def __init__(self, scenes: Iterable[Scene]) -> None:
        self.scenes = tuple(sorted((scene for scene in scenes if scene.dated), key=_order))
        self._keys = [_order(scene) for scene in self.scenes]

    def __len__(self) -> int:
        return len(self.scenes)

    def first(self) -> Scene | None:
        """The earliest scene."""
        return self.scenes[0] if self.scenes else None

    def last(self) -> Scene | None:
        """The latest scene."""
        return self.scenes[-1] if self.scenes else None

    def previous(self, current: Scene | None) -> Scene | None:
        """The scene before `current`, which need not be in the timeline itself; without one, the last."""
        if current is None or not current.dated:
            return self.last()
        index = bisect_left(self._keys, _order(current)) - 1
        return self.scenes[index] if index >= 0 else None

    def next(self, current: Scene | None) -> Scene | None:
        """The scene after `current`, which need not be in the timeline itself; without one, the first."""
        if current is None or not current.dated:
            return self.first()
        index = bisect_right(self._keys, _order(current))
        return self.scenes[index] if index < len(self.scenes) else None

    def before(self, day: date) -> Scene | None:
        """The last scene acquired wholly before `day`."""
        return next((scene for scene in reversed(self.scenes) if _last_day(scene) < day), None)

    def after(self, day: date) -> Scene | None:
        """The first scene whose acquisition began after `day`."""
        return next((scene for scene in self.scenes if _first_day(scene) > day), None)

    def nearest(self, day: date) -> Scene | None:
        """The scene fewest days away from `day`; of two as near, the earlier."""
        return min(self.scenes, key=lambda scene: _days_away(scene, day), default=None)

    def at(self, day: date) -> tuple[Scene, ...]:
        """The scenes whose acquisition covers `day`."""
        return tuple(scene for scene in self.scenes if _days_away(scene, day) == 0)


def _order(scene: Scene) -> tuple[datetime, str]:
    return scene.acquired_from or _NEVER, scene.uri


def _first_day(scene: Scene) -> date:
    return scene.day or date.max


def _last_day(scene: Scene) -> date:
    return scene.last_day or date.max


def _days_away(scene: Scene, day: date) -> int:
    return max((_first_day(scene) - day).days, (day - _last_day(scene)).days, 0)
