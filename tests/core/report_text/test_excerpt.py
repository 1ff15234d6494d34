from __future__ import annotations

from pathlib import Path

from yalu_plugin.core.report_text.excerpt import MAX_SHOWN, excerpt
from yalu_plugin.core.report_text.published_report import Report
from yalu_plugin.core.report_text.report_rows import read_rows
from yalu_plugin.core.report_text.sentence_words import KnownNames

UNIT = "Ford at 41.411114, 128.186804 and 41.431189, 127.885265. " + "Words without a place. " * 40 + "\n"


def test_a_short_text_is_shown_whole():
    found = read_rows(Report(Path("t"), UNIT), KnownNames(["Hyesan"]))
    assert excerpt(UNIT, found.passages) == (UNIT, found.passages, True)


def test_of_a_long_text_the_sentences_with_places_are_shown():
    text = UNIT * 300
    assert len(text) > MAX_SHOWN
    found = read_rows(Report(Path("t"), text), KnownNames(["Hyesan"]))
    shown = excerpt(text, found.passages)
    assert not shown.whole and "without a place" not in shown.text and len(shown.text) <= MAX_SHOWN
    assert len(shown.passages) == 600
    for number, passage in shown.passages.items():
        whole = found.passages[number]
        for part, original in ((passage.place, whole.place), (passage.sentence, whole.sentence)):
            assert shown.text[part.start:part.end] == text[original.start:original.end]


def test_as_many_as_fit_are_shown():
    text = ("Ford at 41.411114, 128.186804 " + "x" * 900 + "\n") * 1_000
    found = read_rows(Report(Path("t"), text), KnownNames(["Hyesan"]))
    shown = excerpt(text, found.passages)
    assert len(found.passages) == 1_000 > len(shown.passages) > 100 and len(shown.text) <= MAX_SHOWN
