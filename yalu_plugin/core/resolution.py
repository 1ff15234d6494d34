"""Whether a picture can tell what is to be seen: nothing smaller than about two of its pixels."""

from __future__ import annotations

from yalu_plugin.core.kinds import KIND_BY_VALUE, Evidence

PIXELS = 2.0  # so many across what is to be recognized


def too_small(kind: str | None, gsd_m: float | None) -> Evidence | None:
    """What to look for at a site of this kind, if it is smaller than two pixels of `gsd_m` metres; None where it is
    not, or where one of both is not known.
    """
    declared = KIND_BY_VALUE.get(kind or "")
    evidence = declared.evidence if declared is not None else None
    return evidence if evidence is not None and gsd_m and evidence.size_m < PIXELS * gsd_m else None
