"""Distribution of the panels of a strip map over pages: as many on each as fit, each as high as its reach needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class PageSpace:
    """The space of a page for panels stacked vertically, in mm: their width, and the total height.

    between: the part of the height that each panel's caption takes. most: the largest number of panels. fixed: the
    height of every panel where heights cannot vary, else 0. symbols: the size of symbols relative to A4.
    """

    width: float
    height: float
    between: float
    most: int
    fixed: float = 0.0
    symbols: float = 1.0

    def limits(self) -> list[float]:
        """Return the possible heights of a panel: alone, as one of 2, 3, ... equal ones, and between; highest first."""
        if self.fixed:
            return [self.fixed]
        return [2 * self.height / halves - self.between for halves in range(2, 2 * self.most + 1)]

    def pages(self, heights: Sequence[float]) -> list[int]:
        """Return the number of panels on each page, given their heights (none above the first limit) in order."""
        pages: list[int] = []
        left = 0.0
        for height in heights:
            taken = 0.0 if self.fixed else height + self.between
            if not pages or pages[-1] == self.most or taken > left:
                pages.append(0)
                left = self.height
            pages[-1] += 1
            left -= taken
        return pages

    def distribute_height(self, heights: Sequence[float]) -> list[float]:
        """Return the heights of the panels of one page, with the free height distributed among them."""
        if self.fixed:
            return [self.fixed] * len(heights)
        more = (self.height - sum(heights)) / len(heights) - self.between
        return [height + more for height in heights]
