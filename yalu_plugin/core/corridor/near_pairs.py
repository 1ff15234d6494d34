"""The pairs of places of two sets that are near each other."""

from __future__ import annotations

import numpy as np
from scipy.spatial import cKDTree

from yalu_plugin.core.corridor.assignment import IntArray
from yalu_plugin.core.corridor.geocentric import geocentric
from yalu_plugin.core.corridor.lonlat import FloatArray, geodesic


def near_pairs(a: FloatArray, b: FloatArray, within_m: float) -> tuple[IntArray, IntArray, FloatArray]:
    """Return all pairs at most `within_m` apart on the ellipsoid, in the order of the rows of `a`, then of `b`.

    Rows of `a` and of `b` (n, 2; EPSG:4326), and their distances in metres.
    """
    trees = cKDTree(geocentric(a)), cKDTree(geocentric(b))
    found = trees[0].sparse_distance_matrix(trees[1], within_m, output_type="ndarray")
    i, j = found["i"], found["j"]
    distance = geodesic(a[i], b[j])[2]
    keep = np.flatnonzero(distance <= within_m)
    keep = keep[np.lexsort((j[keep], i[keep]))]
    return i[keep], j[keep], distance[keep]
