"""The best one-to-one assignment between two sets, given the possible pairs."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components, min_weight_full_bipartite_matching

from yalu_plugin.core.corridor.lonlat import FloatArray

IntArray = NDArray[np.int64]
_MOST_CELLS = 250_000  # of a full matrix of costs; a larger component is solved with its possible pairs only


def assign(first: IntArray, second: IntArray, distance: FloatArray) -> IntArray:
    """Return the indices of the assigned pairs, ascending.

    Pair k joins `first[k]` and `second[k]`, `distance[k]` apart; the pairs are distinct. The assignment has as many
    pairs as possible, each member in one pair at most, with the least sum of distances: two lists of which one is
    shifted are paired in order, where pairing nearest neighbours would leave some members unpaired.
    scipy's linear_sum_assignment (Crouse 2016) solves each connected component by itself: many small problems.
    """
    assigned = [_solve(first[part], second[part], distance[part], part) for part in _components(first, second)]
    return np.sort(np.concatenate(assigned)) if assigned else np.zeros(0, dtype=np.int64)


def _components(first: IntArray, second: IntArray) -> list[IntArray]:
    """Return the indices of the pairs in each connected component."""
    if not len(first):
        return []
    rows, columns = first.max() + 1, second.max() + 1
    graph = coo_array((np.ones(len(first)), (first, second + rows)), shape=(rows + columns, rows + columns))
    label = connected_components(graph, directed=False)[1][first]
    order = np.argsort(label, kind="stable")
    return np.split(order, np.flatnonzero(np.diff(label[order])) + 1)


def _solve(first: IntArray, second: IntArray, distance: FloatArray, pairs: IntArray) -> IntArray:
    """Return the assigned pairs of one component."""
    if len(pairs) == 1:
        return pairs
    (rows, row), (columns, column) = (np.unique(side, return_inverse=True) for side in (first, second))
    # an impossible pair costs more than all possible ones together
    impossible = 1.0 + distance.max() * (min(len(rows), len(columns)) + 1)
    if len(rows) * len(columns) > _MOST_CELLS:
        return pairs[_solve_sparse(row, column, distance, impossible)]
    cost = np.full((len(rows), len(columns)), impossible)
    number = np.full(cost.shape, -1)
    cost[row, column], number[row, column] = distance, pairs
    found: IntArray = number[linear_sum_assignment(cost)]
    return found[found >= 0]


def _solve_sparse(row: IntArray, column: IntArray, distance: FloatArray, impossible: float) -> IntArray:
    """Return the indices of the assigned pairs; each row may also be assigned to a column of its own, which is none."""
    count, width = row.max() + 1, column.max() + 1
    own = np.arange(count)
    cost = np.r_[distance, np.full(count, impossible)] + 1.0  # a cost of 0 would be no pair
    graph = coo_array((cost, (np.r_[row, own], np.r_[column, width + own])), shape=(count, width + count)).tocsr()
    rows, columns = min_weight_full_bipartite_matching(graph)
    number = {pair: at for at, pair in enumerate(zip(row.tolist(), column.tolist()))}
    found = [number[pair] for pair in zip(rows.tolist(), columns.tolist()) if pair[1] < width]
    return np.sort(np.array(found, dtype=np.int64))
