from __future__ import annotations

import numpy as np
import pytest

from yalu_plugin.core.map_picture.matched_filter import matches


@pytest.mark.parametrize("shape", [(7, 9), (1, 1), (3, 40), (64, 64)])
def test_it_is_the_sum_of_products_around_each_value(shape: tuple[int, int]) -> None:
    number = np.random.default_rng(3)
    pairs = [(number.random(shape), number.random((5, 5))) for _ in range(2)]
    expected = np.zeros(shape)
    for values, pattern in pairs:
        around = np.pad(values, 2)
        for row in range(shape[0]):
            for column in range(shape[1]):
                expected[row, column] += (around[row:row + 5, column:column + 5] * pattern).sum()
    assert matches(*pairs) == pytest.approx(expected, abs=1e-4)
