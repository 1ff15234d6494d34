"""Whether a picture, or a map on screen, can tell what is to be seen: nothing smaller than about two of its pixels."""

from __future__ import annotations

from typing import NamedTuple

from yalu_plugin.core.schema import BARGE, VEHICLE
from yalu_plugin.core.text import translatable

PIXELS = 2.0  # so many across what is to be recognized


class Thing(NamedTuple):
    """What shows that a site of a kind is there: in words, and how large it is across."""

    words: str
    size_m: float


THINGS = {
    VEHICLE: Thing(translatable("a ramp"), 3.0),
    BARGE: Thing(translatable("a barge"), 20.0),
    "staging_area": Thing(translatable("a truck"), 12.0),
}


SITE = Thing(translatable("a site"), 15.0)  # with its tracks: at a smaller scale a map shows where it is, and no more


def too_small_on_screen(pixel_m: float | None) -> bool:
    """Whether a site of any kind is smaller than two pixels of a map whose pixels are `pixel_m` metres on the ground;
    not where that is not known.
    """
    return pixel_m is not None and PIXELS * pixel_m > SITE.size_m


def too_small(kind: str | None, gsd_m: float | None) -> Thing | None:
    """What to look for at a site of this kind, if it is smaller than two pixels of `gsd_m` metres; None where it is
    not, or where one of both is not known.
    """
    thing = THINGS.get(kind or "")
    return thing if thing is not None and gsd_m and thing.size_m < PIXELS * gsd_m else None
