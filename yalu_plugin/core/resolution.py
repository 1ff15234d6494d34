"""Check whether an image can show what identifies a site: nothing smaller than about two pixels."""

from __future__ import annotations

from yalu_plugin.core.kinds import KIND_BY_VALUE, Evidence

PIXELS = 2.0  # across an object, to recognize it


def unresolved_evidence(kind: str | None, gsd_m: float | None) -> Evidence | None:
    """Return the evidence for a site of this kind if it is smaller than two pixels of `gsd_m` metres.

    None where it is not smaller, or where the evidence or the pixel size is not known.
    """
    declared = KIND_BY_VALUE.get(kind or "")
    evidence = declared.evidence if declared is not None else None
    return evidence if evidence is not None and gsd_m and evidence.size_m < PIXELS * gsd_m else None
