"""Custom texts of pages, from JSON that any program may have written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.cartography.page_texts import LONGEST, NO_TEXTS, PageTexts, page_texts_from_json

LINES = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), max_size=30)


@given(LINES, LINES, LINES, st.dictionaries(LINES, LINES.filter(bool), max_size=5))
def test_texts_are_read_back(title, subtitle, credit, legend):
    texts = PageTexts(title, subtitle, credit, legend)
    assert page_texts_from_json(texts.to_json()) == texts


@given(st.text(max_size=60))
def test_any_text_is_parsed(text):
    assert isinstance(page_texts_from_json(text).title, str)


@pytest.mark.parametrize("text", ["", "[]", "null", "7", "{", '{"title": 7, "legend": []}', "[" * 100_000,
                                  '{"legend": {"present": null, "absent": ["x"]}}', '{"title": "\\u0000 \\u202e"}'])
def test_invalid_parts_are_left_out(text):
    assert page_texts_from_json(text) == NO_TEXTS


def test_a_text_is_one_line_of_limited_length():
    texts = page_texts_from_json('{"title": "a\\n b\\t\\tc", "credits": "' + "x" * 5_000 + '"}')
    assert texts.title == "a b c" and len(texts.credits) == LONGEST


def test_credits_are_added_to_the_licences():
    assert PageTexts(credits="We").with_credits("ODbL", "; ") == "ODbL; We" and NO_TEXTS.with_credits("ODbL") == "ODbL"
