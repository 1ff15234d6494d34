"""Search for the piece of a corridor nearest to a point: one of those that meet at the joints nearest to it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from yalu_plugin.core.corridor.geocentric import geocentric
from yalu_plugin.core.corridor.line_pieces import IntArray, Pieces
from yalu_plugin.core.corridor.lonlat import FloatArray

FIRST_JOINTS = 3  # joints; enough for nearly every point
LEAF = 32  # joints; fewer make a long line slow, more a short one
PAIRS = 60_000  # of a point and a joint, computed together: their figures fit into a processor's cache


class NearestPiece:
    """Finds the nearest of the pieces, in space, by a tree of the joints where they meet.

    Where the nearest place on the line is a joint, it is the nearest joint. Where it is inside a piece, one of the
    piece's ends is at most half the longest piece away from it; as the line from the point meets the piece at a right
    angle, that end's distance from the point follows from Pythagoras. No joint farther away than that matters.
    """

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces
        self._tree = cKDTree(geocentric(np.r_[pieces.start, pieces.end[-1:]]), LEAF)
        self._half_longest = float(pieces.length_m.max()) / 2

    def of(self, points: FloatArray) -> IntArray:
        """Return the number of the piece nearest to each of `points`, geocentric (m, 3)."""
        found = np.zeros(len(points), dtype=np.int64)
        widest = np.ptp(points, axis=0).argmax()
        left, count = np.argsort(points[:, widest]), FIRST_JOINTS  # neighbours use the same part of the tree
        while len(left):
            count = min(count, self._tree.n)
            size = max(1, PAIRS // count)
            unsure = [self._find(points, left[first : first + size], count, found)
                      for first in range(0, len(left), size)]
            left, count = left[np.concatenate(unsure)], 3 * count
        return found

    def _find(self, points: FloatArray, which: IntArray, count: int, found: IntArray) -> NDArray[np.bool_]:
        """Find the nearest piece at the `count` nearest joints; return for which points another may be nearer."""
        batch = points[which]
        away, joint = self._tree.query(batch, k=count)
        piece = np.clip(np.concatenate([joint - 1, joint], axis=1), 0, len(self._pieces) - 1)
        distance = self._pieces.measure(piece, batch[:, None])[1]
        best = distance.argmin(axis=1)[:, None]
        found[which] = np.take_along_axis(piece, best, axis=1)[:, 0]
        matters = np.hypot(np.take_along_axis(distance, best, axis=1)[:, 0], self._half_longest)
        unsure: NDArray[np.bool_] = (away[:, -1] <= matters) & (count < self._tree.n)
        return unsure
