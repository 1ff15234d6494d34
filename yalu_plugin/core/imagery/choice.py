"""Which scenes are worth stepping to: those that show something of the view, not only cloud; why others are not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from yalu_plugin.core.imagery.scene import Scene

NO_CLOUD_LIMIT = 100
OUTSIDE_VIEW = "outside_view"
CLOUDY = "cloudy"
EMPTY = "empty"

Box = tuple[float, float, float, float]  # west, south, east, north, degrees, EPSG:4326; west > east over 180 degrees
_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
_POSITION = rf"({_NUMBER})\s+({_NUMBER})"  # compiled by the first footprint: a start has 50 ms


class Choice(NamedTuple):
    """What is asked of a scene: to touch the box `view` (None: anywhere), and at most `max_cloud` percent of cloud.

    A scene that does not tell its footprint or its cloud is never left out for it: nobody knows. `empty` has the ids
    of those that were seen to hold no data in the view.
    """

    view: Box | None = None
    max_cloud: float = NO_CLOUD_LIMIT
    empty: frozenset[str] = frozenset()

    def why_not(self, scene: Scene) -> str:
        """Why `scene` is skipped, OUTSIDE_VIEW, CLOUDY or EMPTY in this order, or an empty text."""
        box = footprint_box(scene.footprint_wkt)
        if self.view is not None and box is not None and not touches(box, self.view):
            return OUTSIDE_VIEW
        if scene.cloud_cover is not None and scene.cloud_cover > self.max_cloud:
            return CLOUDY
        return EMPTY if scene.id in self.empty else ""


def choose(scenes: Iterable[Scene], choice: Choice) -> tuple[list[Scene], dict[str, str]]:
    """The scenes to step through, in their order, and for each one skipped its id and why."""
    taken, skipped = [], {}
    for scene in scenes:
        why = choice.why_not(scene)
        if why:
            skipped[scene.id] = why
        else:
            taken.append(scene)
    return taken, skipped


@lru_cache(maxsize=32_768)
def footprint_box(wkt: str) -> Box | None:
    """The box around a footprint, WKT in EPSG:4326 (longitude latitude); None where there is no position in it.

    A footprint over the 180th meridian, written with longitudes on both sides of it, gives a box with west > east.
    """
    positions = [(float(x), float(y)) for x, y in re.findall(_POSITION, wkt)]
    if not positions:
        return None
    longitudes, latitudes = zip(*positions)
    west, east = min(longitudes), max(longitudes)
    if east - west > 180:  # degrees: no scene is wider than half the Earth
        west, east = (min(x for x in longitudes if x > 0), max(x for x in longitudes if x <= 0))
    return west, min(latitudes), east, max(latitudes)


def touches(one: Box, other: Box) -> bool:
    """Whether two boxes have a place in common; a shared edge is one."""
    if one[1] > other[3] or other[1] > one[3]:
        return False
    if one[0] <= one[2] and other[0] <= other[2]:  # nearly always, and asked of every scene at every move of the map
        return one[0] <= other[2] and other[0] <= one[2]
    return any(a[0] <= b[1] and b[0] <= a[1] for a in _spans(one) for b in _spans(other))


def _spans(box: Box) -> tuple[tuple[float, float], ...]:
    west, _, east, _ = box
    return ((west, east),) if west <= east else ((west, 180.0), (-180.0, east))
