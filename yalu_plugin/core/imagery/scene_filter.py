"""Which scenes are worth stepping to: those that show something of the view, not only cloud; why others are not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from yalu_plugin.core.imagery.footprint_box import Box
from yalu_plugin.core.imagery.scene import Scene

NO_CLOUD_LIMIT = 100
OUTSIDE_VIEW = "outside_view"
CLOUDY = "cloudy"
EMPTY = "empty"


class SceneFilter(NamedTuple):
    """What is asked of a scene: to touch the box `view` (None: anywhere), and at most `max_cloud` percent of cloud.

    A scene that does not tell its footprint or its cloud is never left out for it: nobody knows. `empty` has the ids
    of those that were seen to hold no data in the view.
    """

    view: Box | None = None
    max_cloud: float = NO_CLOUD_LIMIT
    empty: frozenset[str] = frozenset()

    def skip_reason(self, scene: Scene) -> str:
        """Why `scene` is skipped, OUTSIDE_VIEW, CLOUDY or EMPTY in this order, or an empty text."""
        if self.view is not None and scene.box is not None and not boxes_touch(scene.box, self.view):
            return OUTSIDE_VIEW
        if scene.cloud_cover is not None and scene.cloud_cover > self.max_cloud:
            return CLOUDY
        return EMPTY if scene.id in self.empty else ""


def skipped(scenes: Iterable[Scene], choice: SceneFilter) -> dict[str, str]:
    """Of each scene that is not to be stepped through, its id and why."""
    if choice == SceneFilter():
        return {}
    skip_reason = choice.skip_reason
    return {scene.id: why for scene in scenes if (why := skip_reason(scene))}


def boxes_touch(one: Box, other: Box) -> bool:
    """Whether two boxes have a place in common; a shared edge is one."""
    if one[1] > other[3] or other[1] > one[3]:
        return False
    if one[0] <= one[2] and other[0] <= other[2]:  # nearly always, and asked of every scene at every move of the map
        return one[0] <= other[2] and other[0] <= one[2]
    return any(a[0] <= b[1] and b[0] <= a[1] for a in _spans(one) for b in _spans(other))


def _spans(box: Box) -> tuple[tuple[float, float], ...]:
    west, _, east, _ = box
    return ((west, east),) if west <= east else ((west, 180.0), (-180.0, east))
