"""Joining a river line given in parts: parts are ordered, gaps are reported and bridged only if the user agrees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from yalu_plugin.core.corridor.geocentric import geocentric
from yalu_plugin.core.corridor.lonlat import FloatArray, geodesic
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable


@dataclass(frozen=True)
class Gap:
    """A gap between two parts: metres, and the (longitude, latitude) of the two ends."""

    length_m: float
    start: tuple[float, float]
    end: tuple[float, float]

    def __str__(self) -> str:
        (lon, lat), (end_lon, end_lat) = self.start, self.end
        return f"{self.length_m:.0f} m: {lat:.6f}, {lon:.6f} - {end_lat:.6f}, {end_lon:.6f}"


class CorridorInParts(YaluError):
    """The lines cannot be joined into one at their ends. `gaps`: the gaps between them, in order."""

    template = translatable(
        "The river line is in {parts} parts that do not join (largest gap {gap_m} m). Join them, or bridge the gaps.")

    def __init__(self, gaps: Sequence[Gap]) -> None:
        self.gaps = tuple(gaps)
        super().__init__("\n".join(map(str, gaps)), parts=len(gaps) + 1,
                         gap_m=round(max(gap.length_m for gap in gaps)))


class CorridorForks(YaluError):
    """Three parts meet in one point: bridging cannot join them into one river."""

    template = translatable("The river line forks at {lat:.6f}, {lon:.6f}. Take the side arm out of its layer.")


def join(parts: Sequence[FloatArray], bridge: bool = False) -> tuple[FloatArray, tuple[Gap, ...]]:
    """Join parts in any order and direction into one line (n, 2); return it and the gaps that were bridged straight.

    `parts` are (n, 2) longitude and latitude in EPSG:4326, merged already where exactly two of them meet. The line
    has the direction in which the longest part was digitised.

    Raises:
        CorridorInParts: there are several parts and `bridge` is not set.
        CorridorForks: more than two parts meet.
    """
    _refuse_forks(parts)
    ordered = _in_order(parts)
    gaps = tuple(_gap(before[-1], after[0]) for before, after in zip(ordered[:-1], ordered[1:]))
    if gaps and not bridge:
        raise CorridorInParts(gaps)
    return np.concatenate(ordered), gaps


def _refuse_forks(parts: Sequence[FloatArray]) -> None:
    ends = Counter(tuple(end) for part in parts for end in (part[0], part[-1]))
    junctions = [end for end, count in ends.items() if count > 2]
    if junctions:
        lon, lat = junctions[0]
        raise CorridorForks(lon=lon, lat=lat)


def _in_order(parts: Sequence[FloatArray]) -> list[FloatArray]:
    """Return the parts turned and in order: starting with the longest, the nearest free end is added at either end."""
    free = list(parts)
    line = [free.pop(int(np.argmax([_length_m(part) for part in free])))]
    while free:
        ends = geocentric(np.array([[part[0], part[-1]] for part in free]))
        chords = [np.linalg.norm(ends - geocentric(line_end), axis=-1) for line_end in (line[0][0], line[-1][-1])]
        at_tail, number, end = np.unravel_index(int(np.argmin(chords)), (2, len(free), 2))
        part = free.pop(int(number))
        if at_tail:
            line.append(part if end == 0 else part[::-1])
        else:
            line.insert(0, part if end == 1 else part[::-1])
    return line


def _length_m(lonlat: FloatArray) -> float:
    return float(geodesic(lonlat[:-1], lonlat[1:])[2].sum())


def _gap(start: FloatArray, end: FloatArray) -> Gap:
    length = float(geodesic(start[None], end[None])[2][0])
    return Gap(length, (float(start[0]), float(start[1])), (float(end[0]), float(end[1])))
