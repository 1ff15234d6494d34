"""A dot of a picture. Needs no package, unlike what finds it."""

from __future__ import annotations

from typing import NamedTuple

Area = tuple[float, float, float, float]  # left, top, right, bottom in pixels


class Dot(NamedTuple):
    """A dot on the picture: column and row of its centre in pixels from the upper left corner, and its radius.

    `seen` is the share of its outline that is visible; 0 for a dot that was not searched but clicked.
    """

    kind: str
    column: float
    row: float
    radius: float
    seen: float

    def scaled(self, size: float) -> Dot:
        """Return the dot on a picture with `size` times as many pixels along each side."""
        return self._replace(column=size * self.column, row=size * self.row, radius=size * self.radius)
