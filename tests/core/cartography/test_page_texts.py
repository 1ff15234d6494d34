"""The words of pages: kept as JSON that anybody may have written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.cartography.page_texts import LONGEST, NO_TEXTS, PageTexts, page_texts_from_json

LINES = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), max_size=30)


@given(LINES, LINES, LINES, st.dictionaries(LINES, LINES.filter(bool), max_size=5))
def test_what_is_kept_comes_back(title, subtitle, credit, legend):
    words = PageTexts(title, subtitle, credit, legend)
    assert page_texts_from_json(words.to_json()) == words


@given(st.text(max_size=60))
def test_whatever_is_there_gives_words(text):
    assert isinstance(page_texts_from_json(text).title, str)


@pytest.mark.parametrize("text", ["", "[]", "null", "7", "{", '{"title": 7, "legend": []}', "[" * 100_000,
                                  '{"legend": {"present": null, "absent": ["x"]}}', '{"title": "\\u0000 \\u202e"}'])
def test_what_is_not_understood_is_left_out(text):
    assert page_texts_from_json(text) == NO_TEXTS


def test_a_text_is_one_line_and_no_book():
    words = page_texts_from_json('{"title": "a\\n b\\t\\tc", "credits": "' + "x" * 5_000 + '"}')
    assert words.title == "a b c" and len(words.credits) == LONGEST


def test_credits_are_added_and_take_nothing_away():
    assert PageTexts(credits="We").with_credits("ODbL", "; ") == "ODbL; We" and NO_TEXTS.with_credits("ODbL") == "ODbL"
