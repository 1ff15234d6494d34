"""Lists of numbers as ranges."""

from __future__ import annotations

import pytest

from yalu_plugin.core.cartography.number_ranges import number_ranges


@pytest.mark.parametrize(("numbers", "text"), [
    ([], ""), ([5], "5"), ([1, 2], "1-2"), ([3, 1, 2, 7], "1-3, 7"), ([9, 9, 11, 12, 14], "9, 11-12, 14")])
def test_consecutive_numbers_are_a_range(numbers, text):
    assert number_ranges(numbers) == text
