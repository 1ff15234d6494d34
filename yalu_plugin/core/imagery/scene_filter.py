"""The filter of scenes to step through: by view, cloud cover and missing data; and why others are skipped."""

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
    """Selects scenes that touch the box `view` (None: anywhere) and have at most `max_cloud` percent of cloud.

    A scene whose footprint or cloud cover is unknown is never skipped for it. `empty` has the ids of scenes that were
    found to have no data in the view.
    """

    view: Box | None = None
    max_cloud: float = NO_CLOUD_LIMIT
    empty: frozenset[str] = frozenset()

    def skip_reason(self, scene: Scene) -> str:
        """Return why `scene` is skipped: OUTSIDE_VIEW, CLOUDY or EMPTY, checked in this order; empty if it is not."""
        if self.view is not None and scene.box is not None and not boxes_touch(scene.box, self.view):
            return OUTSIDE_VIEW
        if scene.cloud_cover is not None and scene.cloud_cover > self.max_cloud:
            return CLOUDY
        return EMPTY if scene.id in self.empty else ""


def skipped(scenes: Iterable[Scene], scene_filter: SceneFilter) -> dict[str, str]:
    """Return the reason for each scene that is skipped, by its id."""
    if scene_filter == SceneFilter():
        return {}
    skip_reason = scene_filter.skip_reason
    return {scene.id: reason for scene in scenes if (reason := skip_reason(scene))}


def boxes_touch(one: Box, other: Box) -> bool:
    """Return whether two boxes overlap or share an edge or corner."""
    if one[1] > other[3] or other[1] > one[3]:
        return False
    if one[0] <= one[2] and other[0] <= other[2]:  # nearly always; called for every scene at every move of the map
        return one[0] <= other[2] and other[0] <= one[2]
    return any(a[0] <= b[1] and b[0] <= a[1] for a in _spans(one) for b in _spans(other))


def _spans(box: Box) -> tuple[tuple[float, float], ...]:
    west, _, east, _ = box
    return ((west, east),) if west <= east else ((west, 180.0), (-180.0, east))
