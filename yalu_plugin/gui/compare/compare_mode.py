"""The modes of comparing two dates."""

from __future__ import annotations

from enum import Enum


class CompareMode(Enum):
    """How two dates are compared.

    A vertical handle is dragged left and right, a horizontal one up and down. A second view is next to the map; the
    other modes are on it.
    """

    OFF = "off"
    VERTICAL = "swipe_vertical"
    HORIZONTAL = "swipe_horizontal"
    BLINK = "blink"
    SECOND_VIEW = "second_view"

    @property
    def on_map(self) -> bool:
        """Whether the compare day is shown on the map itself."""
        return self not in (CompareMode.OFF, CompareMode.SECOND_VIEW)
