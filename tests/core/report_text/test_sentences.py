from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.report_text.sentences import MAX_LENGTH, sentences


def split(text):
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(("text", "expected"), [
    ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
    ("On Jan. 30, 2014 approx. 32 ft. long. They are.", ["On Jan. 30, 2014 approx. 32 ft. long.", "They are."]),
    ("In N. Korea at 41.41, 128.18. Next", ["In N. Korea at 41.41, 128.18.", "Next"]),
    ("41° 24' N. 128° 11' E. Next", ["41° 24' N. 128° 11' E. Next"]),
    ("He said “no.” Then he left.", ["He said “no.”", "Then he left."]),
    ("트럭이 보였다. 바지선도 있다.", ["트럭이 보였다.", "바지선도 있다."]),
    ("第一句。第二句！第三", ["第一句。", "第二句！", "第三"]),
    ("Брод на 41° с. ш. у реки. Другой", ["Брод на 41° с. ш. у реки.", "Другой"]),
    ("A\t41.1\t128.2\nB\t41.3\t128.4", ["A\t41.1\t128.2", "B\t41.3\t128.4"]),
    ("Heading\nText follows here", ["Heading", "Text follows here"]),
    ("This is a long line of a page that was wrapped at its\nright edge and goes on.",
     ["This is a long line of a page that was wrapped at its\nright edge and goes on."]),
    ("This is a long line of a page that ends as a heading\n\nnext paragraph",
     ["This is a long line of a page that ends as a heading", "next paragraph"]),
    (" \r\n\t ", []), ("", [])])
def test_sentences(text, expected):
    assert split(text) == expected


@given(st.text(alphabet=st.sampled_from("ab .!?。\n\t\r12"), max_size=400))
def test_no_character_is_lost_or_moved(text):
    found = list(sentences(text))
    assert "".join("".join(text[start:end] for start, end in found).split()) == "".join(text.split())
    assert all(one.end <= other.start for one, other in zip(found, found[1:]))


def test_full_stops_without_end_take_no_time_of_their_square():
    assert len(list(sentences("." * 300_000))) == 150  # minutes, if every one of them looked at all behind it


@pytest.mark.parametrize("unit", ["x", "12.5 ", "word ", "line\n", "a\t"])
def test_a_piece_without_a_full_stop_is_divided(unit):
    found = list(sentences(unit * 5_000))
    assert all(end - start <= MAX_LENGTH for start, end in found) and len(found) > 1
