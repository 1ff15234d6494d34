"""The order of two scenes in time, where their intervals leave no doubt."""

from __future__ import annotations

from yalu_plugin.core.imagery.scene import Scene

BEFORE, AFTER, OVERLAPPING = "before", "after", "overlapping"


def order_of(one: Scene, other: Scene) -> str:
    """Return whether `one` was taken BEFORE or AFTER `other`, or their intervals are OVERLAPPING.

    An acquired or reported date is its interval, both ends inclusive. A release date, and "at or before", bound the
    picture on one side only: it may be years older, so nothing is certainly before it. An undated scene has no order.
    """
    if _certainly_before(one, other):
        return BEFORE
    if _certainly_before(other, one):
        return AFTER
    return OVERLAPPING


def _certainly_before(one: Scene, other: Scene) -> bool:
    if one.acquired_to is None or other.acquired_from is None or not _has_lower_bound(other):
        return False
    return one.acquired_to < other.acquired_from


def _has_lower_bound(scene: Scene) -> bool:
    return scene.date_kind in ("acquired", "reported")
