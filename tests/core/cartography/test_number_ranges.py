"""Numbers in few words."""

from __future__ import annotations

import pytest

from yalu_plugin.core.cartography.number_ranges import number_ranges


@pytest.mark.parametrize(("numbers", "said"), [
    ([], ""), ([5], "5"), ([1, 2], "1-2"), ([3, 1, 2, 7], "1-3, 7"), ([9, 9, 11, 12, 14], "9, 11-12, 14")])
def test_what_follows_each_other_is_said_by_its_ends(numbers, said):
    assert number_ranges(numbers) == said
