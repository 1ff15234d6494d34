from __future__ import annotations

from itertools import combinations, permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.corridor.assignment import assign


@st.composite
def possible_pairs(draw, most=5):
    """Draw the possible pairs of up to five and five members, each with a distance."""
    cells = [(i, j) for i in range(draw(st.integers(1, most))) for j in range(draw(st.integers(1, most)))]
    chosen = draw(st.lists(st.sampled_from(cells), unique=True))
    distances = draw(st.lists(st.floats(0, 100), min_size=len(chosen), max_size=len(chosen)))
    first, second = np.array(chosen, dtype=np.int64).reshape(-1, 2).T
    return first, second, np.array(distances, dtype=float)


def cost(pairs, assigned):
    """Return the number of pairs and the sum of their distances."""
    return len(assigned), round(pairs[2][list(assigned)].sum(), 6)


def every_choice(pairs):
    first, second, _ = pairs
    for count in range(min(len(set(first)), len(set(second))) + 1):
        for assigned in combinations(range(len(first)), count):
            if len(set(first[list(assigned)])) == len(set(second[list(assigned)])) == count:
                yield assigned


@given(possible_pairs(most=4))
def test_no_other_choice_is_better(pairs):
    choices = [cost(pairs, choice) for choice in every_choice(pairs)]
    most = max(count for count, _ in choices)
    assert cost(pairs, assign(*pairs)) == (most, pytest.approx(min(far for count, far in choices if count == most)))


@given(possible_pairs())
def test_no_member_is_assigned_twice(pairs):
    first, second, _ = pairs
    assigned = assign(*pairs)
    assert len(set(first[assigned])) == len(set(second[assigned])) == len(assigned)


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
    assigned = assign(first, second, distance[first, second])
    assert len(first) == 6 and first[assigned].tolist() == second[assigned].tolist() == [0, 1, 2]


def test_a_whole_square_is_solved_as_by_trying_all():
    distance = np.random.default_rng(7).uniform(0, 60, (6, 6))
    first, second = (index.ravel() for index in np.indices((6, 6)))
    assigned = assign(first, second, distance.ravel())
    best = min(sum(distance[i, j] for i, j in enumerate(order)) for order in permutations(range(6)))
    assert distance.ravel()[assigned].sum() == pytest.approx(best) and len(assigned) == 6


@given(possible_pairs())
def test_a_large_component_is_assigned_as_well_as_a_small_one(pairs):
    small = assign(*pairs)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("yalu_plugin.core.corridor.assignment._MOST_CELLS", 0)
        assert cost(pairs, assign(*pairs)) == (len(small), pytest.approx(cost(pairs, small)[1], abs=1e-5))


def test_a_long_chain_is_paired_off_in_order():
    here = np.arange(20_000) * 100.0
    first, second = np.r_[:20_000, 1:20_000], np.r_[:20_000, 0:19_999]
    distance = np.abs(here[first] - (here + 40)[second])
    found = assign(first, second, distance)
    assert (first[found] == second[found]).all() and len(found) == 20_000
