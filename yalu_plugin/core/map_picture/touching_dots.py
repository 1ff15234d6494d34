"""Which dots of a picture touch: what is under them, if anything, no one can see."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yalu_plugin.core.map_picture.dot import Dot

GAP = 0.3  # of the smaller radius: dots with less between them touch


def touching(dots: Sequence[Dot]) -> list[int]:
    """Return for each dot how many dots touch each other there, directly or through others; 1 if it stands alone."""
    import numpy as np
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components
    from scipy.spatial import cKDTree

    if not dots:
        return []
    places = np.array([(dot.column, dot.row) for dot in dots])
    radii = np.array([dot.radius for dot in dots])
    pairs = cKDTree(places).query_pairs((2 + GAP) * radii.max(), output_type="ndarray")
    apart = np.hypot(*(places[pairs[:, 0]] - places[pairs[:, 1]]).T)
    both = radii[pairs]
    pairs = pairs[apart <= both.sum(axis=1) + GAP * both.min(axis=1)]
    links = coo_array((np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), shape=(len(dots), len(dots)))
    _, groups = connected_components(links, directed=False)
    return [int(count) for count in np.bincount(groups)[groups]]
