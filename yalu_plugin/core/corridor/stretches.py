"""Cutting a corridor into the stretches of a patrol, image by image."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from yalu_plugin.core.corridor.coverage import Interval, without
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable

SHORTEST_M = 1.0  # shorter remainders at the edge of an image are not a stretch


class NoStretch(YaluError):
    """The length or overlap does not advance the patrol."""

    template = translatable("Stretches of {length:g} km that overlap by {overlap:g} km go nowhere. Choose a length "
                            "above zero and an overlap below the length.")


def cut(reach: Interval, length_m: float, overlap_m: float) -> list[Interval]:
    """Cut a reach into stretches of `length_m` that overlap by `overlap_m`; the last one may be shorter.

    Raises:
        NoStretch: not 0 <= overlap_m < length_m.
    """
    if not 0 <= overlap_m < length_m < math.inf:
        raise NoStretch(length=length_m / 1000, overlap=overlap_m / 1000)
    begin, end = reach
    step = length_m - overlap_m
    count = max(1, math.ceil((end - begin - overlap_m - SHORTEST_M) / step))
    starts = [begin + number * step for number in range(count)]
    return [(start, min(start + length_m, end)) for start in starts[:-1]] + [(starts[-1], end)]


def assign_reaches(reaches: Iterable[Sequence[Interval]]) -> list[tuple[Interval, int]]:
    """Return the reaches in order downstream, each with the number of the image that shows it.

    `reaches` are the parts that each image covers, topmost image first. Where several images cover a part, the topmost
    shows it.
    """
    taken: list[Interval] = []
    shown: list[tuple[Interval, int]] = []
    for number, reach in enumerate(reaches):
        shown += [(part, number) for part in without(reach, taken) if part[1] - part[0] >= SHORTEST_M]
        taken += reach
    return sorted(shown)
