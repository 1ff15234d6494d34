"""Scenes as ticks on a time axis: one per pixel and source, so that the cost is limited by the screen's width."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.time_axis import Axis, day_number
from yalu_plugin.core.imagery.timeline import Timeline

MAX_ROWS = 4


@dataclass
class Tick:
    """The scenes of a source in one pixel column `x`. `cloud` is that of the clearest (percent), if it is known.

    `skip_reason` is why all of them are skipped; it is empty if one is not, and `scene` is then the first such scene.
    """

    x: int
    row: int
    scene: Scene
    count: int
    cloud: float | None
    skip_reason: str


class Ticks:
    """The scenes of a timeline in rows by platform (or provider), those with the most scenes first.

    If there are more than MAX_ROWS, the rest shares the last row. `sources` has the names in each row; the name of an
    unknown source is empty.
    """

    def __init__(self, timeline: Timeline) -> None:
        self.scenes = timeline.scenes
        self.days = [day_number(scene.acquired_from, timeline.zone) for scene in self.scenes if scene.acquired_from]
        names = [scene.platform or scene.provider for scene in self.scenes]
        ranked = [name for name, _ in sorted(Counter(names).items(), key=lambda item: (-item[1], item[0]))]
        row = {name: min(number, MAX_ROWS - 1) for number, name in enumerate(ranked)}
        self.sources = tuple(tuple(name for name in ranked if row[name] == number)
                             for number in range(min(len(ranked), MAX_ROWS)))
        self._rows = [row[name] for name in names]

    def on(self, axis: Axis, skipped: Mapping[str, str]) -> list[Tick]:
        """Return the ticks in the axis' interval; `skipped` has the reasons by scene id."""
        found: dict[tuple[int, int], Tick] = {}
        shown = slice(bisect_left(self.days, axis.begin), bisect_right(self.days, axis.end))
        for scene, day, row in zip(self.scenes[shown], self.days[shown], self._rows[shown]):
            position, cloud, reason = (int(axis.x(day)), row), scene.cloud_cover, skipped.get(scene.id, "")
            tick = found.get(position)
            if tick is None:
                found[position] = Tick(*position, scene, 1, cloud, reason)
                continue
            tick.count += 1
            same = bool(tick.skip_reason) == bool(reason)
            if tick.skip_reason and not reason:  # the first one that is not skipped represents them
                tick.scene, tick.cloud, tick.skip_reason = scene, cloud, ""
            elif cloud is not None and same and (tick.cloud is None or cloud < tick.cloud):
                tick.cloud = cloud
        return list(found.values())


def nearest_tick(ticks: Sequence[Tick], x: float, row: int, reach: float) -> Tick | None:
    """Return the tick nearest to `x` at most `reach` pixels away, in this row, or in another if the row has none."""
    near = [tick for tick in ticks if abs(tick.x - x) <= reach]
    return min(near, key=lambda tick: (tick.row != row, abs(tick.x - x)), default=None)
