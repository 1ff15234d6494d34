"""The best one-to-one assignment between two sets, from the pairs that are possible at all."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from yalu_plugin.core.corridor.lonlat import FloatArray

IntArray = NDArray[np.int64]


def assign(first: IntArray, second: IntArray, distance: FloatArray) -> IntArray:
    """Which of the possible pairs are taken: indices into the arrays, ascending.

    Pair k joins `first[k]` and `second[k]`, `distance[k]` apart; no pair is given twice. Taken are as many pairs as
    can be, no member twice, and of all such choices the one whose distances add to the least: two lists of which one
    is shifted are so paired off in order, where everyone's nearest would leave some alone.
    scipy's linear_sum_assignment (Crouse 2016) solves each connected component alone: many small problems.
    """
    taken = [_solve(first[part], second[part], distance[part], part) for part in _components(first, second)]
    return np.sort(np.concatenate(taken)) if taken else np.zeros(0, dtype=np.int64)


def _components(first: IntArray, second: IntArray) -> list[IntArray]:
    """The pairs' indices, by connected component."""
    if not len(first):
        return []
    rows, columns = first.max() + 1, second.max() + 1
    graph = coo_array((np.ones(len(first)), (first, second + rows)), shape=(rows + columns, rows + columns))
    label = connected_components(graph, directed=False)[1][first]
    order = np.argsort(label, kind="stable")
    return np.split(order, np.flatnonzero(np.diff(label[order])) + 1)


def _solve(first: IntArray, second: IntArray, distance: FloatArray, pairs: IntArray) -> IntArray:
    """The pairs taken in one component."""
    if len(pairs) == 1:
        return pairs
    (rows, row), (columns, column) = (np.unique(side, return_inverse=True) for side in (first, second))
    # a pair that is not possible costs more than all possible ones together
    cost = np.full((len(rows), len(columns)), 1.0 + distance.max() * (min(len(rows), len(columns)) + 1))
    number = np.full(cost.shape, -1)
    cost[row, column], number[row, column] = distance, pairs
    found: IntArray = number[linear_sum_assignment(cost)]
    return found[found >= 0]
