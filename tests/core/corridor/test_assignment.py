from __future__ import annotations

from itertools import combinations, permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.corridor.assignment import assign


@st.composite
def possible_pairs(draw, most=5):
    """Up to five against five members, some of the pairs possible, each with a distance."""
    cells = [(i, j) for i in range(draw(st.integers(1, most))) for j in range(draw(st.integers(1, most)))]
    chosen = draw(st.lists(st.sampled_from(cells), unique=True))
    distances = draw(st.lists(st.floats(0, 100), min_size=len(chosen), max_size=len(chosen)))
    first, second = np.array(chosen, dtype=np.int64).reshape(-1, 2).T
    return first, second, np.array(distances, dtype=float)


def cost(pairs, taken):
    """How many pairs, and the sum of their distances."""
    return len(taken), round(pairs[2][list(taken)].sum(), 6)


def every_choice(pairs):
    first, second, _ = pairs
    for count in range(min(len(set(first)), len(set(second))) + 1):
        for taken in combinations(range(len(first)), count):
            if len(set(first[list(taken)])) == len(set(second[list(taken)])) == count:
                yield taken


@given(possible_pairs(most=4))
def test_no_other_choice_is_better(pairs):
    choices = [cost(pairs, choice) for choice in every_choice(pairs)]
    most = max(count for count, _ in choices)
    assert cost(pairs, assign(*pairs)) == (most, pytest.approx(min(far for count, far in choices if count == most)))


@given(possible_pairs())
def test_nobody_is_taken_twice(pairs):
    first, second, _ = pairs
    taken = assign(*pairs)
    assert len(set(first[taken])) == len(set(second[taken])) == len(taken)


@given(possible_pairs(), st.randoms(use_true_random=False))
def test_the_order_of_pairs_does_not_change_the_cost(pairs, random):
    order = list(range(len(pairs[0])))
    random.shuffle(order)
    shuffled = tuple(column[order] for column in pairs)
    assert cost(shuffled, assign(*shuffled)) == cost(pairs, assign(*pairs))


def test_a_shifted_list_is_paired_off_in_order():
    here, there = np.array([0.0, 200, 400]), np.array([150.0, 350, 550])
    distance = np.abs(here[:, None] - there[None, :])
    first, second = np.nonzero(distance <= 250)
    taken = assign(first, second, distance[first, second])
    assert len(first) == 6 and first[taken].tolist() == second[taken].tolist() == [0, 1, 2]


def test_a_whole_square_is_solved_as_by_trying_all():
    distance = np.random.default_rng(7).uniform(0, 60, (6, 6))
    first, second = (index.ravel() for index in np.indices((6, 6)))
    taken = assign(first, second, distance.ravel())
    best = min(sum(distance[i, j] for i, j in enumerate(order)) for order in permutations(range(6)))
    assert distance.ravel()[taken].sum() == pytest.approx(best) and len(taken) == 6
