"""Texts kept in a file: by group, in order, and in pieces."""

from __future__ import annotations

import io

from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.exporting.spooled_texts import SpooledTexts


@given(st.lists(st.tuples(st.sampled_from("abc"), st.text(st.characters(exclude_categories=["Cs"])))),
       st.integers(1, 20))
def test_each_group_has_its_texts_in_order(added, longest):
    spooled = SpooledTexts(io.BytesIO())
    for group, text in added:
        spooled.add(group, text)
    assert spooled.groups() == list(dict.fromkeys(group for group, _ in added))
    assert spooled.size == sum(len(text.encode()) for _, text in added)
    for name in "abc":
        pieces = list(spooled.texts(name, longest))
        assert b"".join(pieces).decode() == "".join(text for group, text in added if group == name)
        assert all(0 < len(piece) <= longest for piece in pieces)
