from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.report_chapters import ALL, CHAPTERS, OBSERVED, SHEETS, Chapters, chapters_from_json

some = st.builds(lambda names, sheets: Chapters(tuple(one for one in CHAPTERS if one in names), sheets),
                 st.sets(st.sampled_from(CHAPTERS), min_size=1), st.sampled_from(SHEETS))


@given(some)
def test_a_selection_is_read_back(chapters):
    assert chapters_from_json(chapters.to_json()) == chapters


@pytest.mark.parametrize("text", [
    "", "null", "[]", "{", "5",
    '{"chapters": 5}', '{"chapters": {}}', '{"chapters": []}', '{"chapters": ["x", 5, null]}',
    '{"chapters": [[]]}', "[" * 100_000, '{"sheets": "observed"}'])
def test_unreadable_text_means_everything(text):
    assert chapters_from_json(text) == Chapters(CHAPTERS, ALL) and Chapters().to_json() == ""


def test_unknown_chapters_are_left_out():
    assert chapters_from_json('{"chapters": ["sheets", "x", "overview"], "sheets": "observed"}') == (
        Chapters(("overview", "sheets"), OBSERVED))
    assert chapters_from_json('{"chapters": ["sheets"], "sheets": ["observed"]}').sheets == ALL
