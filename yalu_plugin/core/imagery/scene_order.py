"""What came first: told only where the intervals leave no doubt."""

from __future__ import annotations

from yalu_plugin.core.imagery.scene import Scene

BEFORE, AFTER, OVERLAPPING = "before", "after", "overlapping"


def order_of(one: Scene, other: Scene) -> str:
    """Whether what `one` shows was seen BEFORE or AFTER what `other` shows, or their intervals are OVERLAPPING.

    An acquired or reported date is its interval, both ends inclusive. A date of release, and "at or before", bound
    the picture on one side only: it may be older by years, so nothing comes before it for certain. Nor is there an
    order with an undated scene.
    """
    if _surely_before(one, other):
        return BEFORE
    if _surely_before(other, one):
        return AFTER
    return OVERLAPPING


def _surely_before(one: Scene, other: Scene) -> bool:
    if one.acquired_to is None or other.acquired_from is None or not _has_a_first_day(other):
        return False
    return one.acquired_to < other.acquired_from


def _has_a_first_day(scene: Scene) -> bool:
    return scene.date_kind in ("acquired", "reported")
