"""Which scenes are wanted from a source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from yalu_plugin.core.imagery.scene import Scene

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class SceneQuery:
    """What is asked of a source; None stands for no limit.

    `extent` is west, south, east, north in EPSG:4326; `start` and `end` are UTC days, both inclusive; `max_cloud`
    is in percent.
    """

    extent: Box | None = None
    start: date | None = None
    end: date | None = None
    max_cloud: float | None = None

    @property
    def interval(self) -> str:
        """The days as RFC 3339 writes them in a STAC search, open ends as two dots; empty without any."""
        if self.start is None and self.end is None:
            return ""
        begin = f"{self.start}T00:00:00Z" if self.start else ".."
        return f"{begin}/{self.end}T23:59:59Z" if self.end else f"{begin}/.."

    def admits(self, scene: Scene) -> bool:
        """Whether date and cloud cover are as wanted. What a scene does not tell is no reason to leave it out."""
        if self.max_cloud is not None and scene.cloud_cover is not None and scene.cloud_cover > self.max_cloud:
            return False
        first, last = scene.day, scene.last_day
        if first is None or last is None:
            return True
        return (self.end is None or first <= self.end) and (self.start is None or last >= self.start)

    def overlaps_extent(self, box: Box | None) -> bool:
        """Whether `box` (in EPSG:4326, None: unknown) meets the extent. One across the date line is not left out."""
        if self.extent is None or box is None or box[0] > box[2]:
            return True
        west, south, east, north = self.extent
        return box[0] <= east and box[2] >= west and box[1] <= north and box[3] >= south
