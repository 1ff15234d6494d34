"""A corridor cut into the stretches that a patrol walks, image by image."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from yalu_plugin.core.corridor.coverage import Interval, without
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable

SHORTEST_M = 1.0  # what an image's edge leaves of a corridor is no stretch


class NoStretch(YaluError):
    """A patrol goes forward."""

    template = translatable("Stretches of {length:g} km that overlap by {overlap:g} km go nowhere. Choose a length "
                            "above zero and an overlap below the length.")


def cut(reach: Interval, length_m: float, overlap_m: float) -> list[Interval]:
    """A reach cut into stretches of `length_m` that overlap by `overlap_m`; the last one may be shorter.

    Raises NoStretch unless 0 <= overlap_m < length_m.
    """
    if not 0 <= overlap_m < length_m < math.inf:
        raise NoStretch(length=length_m / 1000, overlap=overlap_m / 1000)
    begin, end = reach
    step = length_m - overlap_m
    count = max(1, math.ceil((end - begin - overlap_m - SHORTEST_M) / step))
    starts = [begin + number * step for number in range(count)]
    return [(start, min(start + length_m, end)) for start in starts[:-1]] + [(starts[-1], end)]


def share_out(reaches: Iterable[Sequence[Interval]]) -> list[tuple[Interval, int]]:
    """Who shows which part, given what each of several images covers, the topmost first: reaches in order downstream
    with the number of the image. Where several cover a part, the topmost shows it.
    """
    taken: list[Interval] = []
    shown: list[tuple[Interval, int]] = []
    for number, reach in enumerate(reaches):
        shown += [(part, number) for part in without(reach, taken) if part[1] - part[0] >= SHORTEST_M]
        taken += reach
    return sorted(shown)
