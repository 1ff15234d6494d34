"""The panels of a strip map on pages of paper: as many on each as have room, each as high as its reach needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Room:
    """What a page has for panels one above the other, in mm: their width, and the height of all together.

    between: of that, what each takes for its caption. most: how many panels there can be. fixed: the height of every
    panel where they cannot share the room out, else 0. symbols: how many times as large as on A4 symbols are.
    """

    width: float
    height: float
    between: float
    most: int
    fixed: float = 0.0
    symbols: float = 1.0

    def limits(self) -> list[float]:
        """How high a panel may be: by itself, as one of 2, 3, ... of one height, and between; highest first."""
        if self.fixed:
            return [self.fixed]
        return [2 * self.height / halves - self.between for halves in range(2, 2 * self.most + 1)]

    def pages(self, heights: Sequence[float]) -> list[int]:
        """How many panels of these heights (none above the first of the limits) stand on each page, in their order."""
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

    def shared_out(self, heights: Sequence[float]) -> list[float]:
        """The heights of the panels of one page, with what they leave free shared out among them."""
        if self.fixed:
            return [self.fixed] * len(heights)
        more = (self.height - sum(heights)) / len(heights) - self.between
        return [height + more for height in heights]
