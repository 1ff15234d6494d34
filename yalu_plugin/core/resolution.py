"""Check whether an image, or the map on screen, can show a site: nothing smaller than about two pixels."""

from __future__ import annotations

from yalu_plugin.core.kinds import KIND_BY_VALUE, Evidence
from yalu_plugin.core.text import translatable

PIXELS = 2.0  # across an object, to recognize it
SITE = Evidence(translatable("a site"), 15.0)  # with its tracks: a map at a smaller scale only shows its location


def is_too_small_on_screen(pixel_m: float | None) -> bool:
    """Return whether a site of any kind is smaller than two pixels of a map.

    `pixel_m` is the size of a pixel on the ground in metres; False where it is not known.
    """
    return pixel_m is not None and PIXELS * pixel_m > SITE.size_m


def unresolved_evidence(kind: str | None, gsd_m: float | None) -> Evidence | None:
    """Return the evidence for a site of this kind if it is smaller than two pixels of `gsd_m` metres.

    None where it is not smaller, or where the evidence or the pixel size is not known.
    """
    declared = KIND_BY_VALUE.get(kind or "")
    evidence = declared.evidence if declared is not None else None
    return evidence if evidence is not None and gsd_m and evidence.size_m < PIXELS * gsd_m else None
