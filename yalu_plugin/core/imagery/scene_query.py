"""The query for scenes that is sent to a source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from yalu_plugin.core.imagery.scene import Scene

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class SceneQuery:
    """A query for scenes; None means no limit.

    `extent` is west, south, east, north in EPSG:4326; `start` and `end` are UTC days, both inclusive; `max_cloud`
    is in percent.
    """

    extent: Box | None = None
    start: date | None = None
    end: date | None = None
    max_cloud: float | None = None

    @property
    def interval(self) -> str:
        """The days as an RFC 3339 interval for a STAC search, open ends as two dots; empty without any."""
        if self.start is None and self.end is None:
            return ""
        begin = f"{self.start}T00:00:00Z" if self.start else ".."
        return f"{begin}/{self.end}T23:59:59Z" if self.end else f"{begin}/.."

    def admits(self, scene: Scene) -> bool:
        """Return whether date and cloud cover of a scene match. Unknown values always match."""
        if self.max_cloud is not None and scene.cloud_cover is not None and scene.cloud_cover > self.max_cloud:
            return False
        first, last = scene.day, scene.last_day
        if first is None or last is None:
            return True
        return (self.end is None or first <= self.end) and (self.start is None or last >= self.start)

    def overlaps_extent(self, box: Box | None) -> bool:
        """Return whether `box` (EPSG:4326, None: unknown) overlaps the extent; True for one across the date line."""
        if self.extent is None or box is None or box[0] > box[2]:
            return True
        west, south, east, north = self.extent
        return box[0] <= east and box[2] >= west and box[1] <= north and box[3] >= south
