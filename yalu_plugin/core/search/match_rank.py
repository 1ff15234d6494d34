"""How well a name fits what was typed: the lower, the better."""

from __future__ import annotations

from collections.abc import Collection

EXACT = 0  # the whole name, in any of its spellings
ALIKE = 1  # without the word for what it is: Hyesan-si, Hyesan City
START = 2
PART = 3
NEAR = 4  # with a slip of the keyboard


def rank_of(wanted: Collection[str], name: str) -> int | None:
    """Return how well a folded name fits any of several folded texts, NEAR left out; None if it does not."""
    if name in wanted:
        return EXACT
    if any(name.startswith(one) for one in wanted):
        return START
    return PART if any(one in name for one in wanted) else None
