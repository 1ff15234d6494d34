"""Names within sentences: the order of what follows them stays."""

from __future__ import annotations

import pytest

from yalu_plugin.core.plain_text import in_sentence


@pytest.mark.parametrize("name", ["معبر النهر", "מעבר 7", "Ford (מעבר)"])
def test_a_name_from_right_to_left_is_followed_by_a_mark_that_turns_the_direction_back(name: str) -> None:
    assert in_sentence(name) == f"{name}\u200e"


@pytest.mark.parametrize("name", ["", "Hyesan ford", "혜산 도하점", "惠山渡口 7"])
def test_other_names_stay_as_they_are(name: str) -> None:
    assert in_sentence(name) == name
