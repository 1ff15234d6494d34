"""Shortens a long text to the sentences in which places were found, for display."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from yalu_plugin.core.report_text.report_rows import Passage
from yalu_plugin.core.report_text.sentences import TextRange

MAX_SHOWN = 200_000  # characters: a text editor shows so many at once
_GAP = "\n…\n"


class Excerpt(NamedTuple):
    """The text to show, and where the rows stand in it; `whole` if nothing is left out."""

    text: str
    passages: Mapping[int, Passage]
    whole: bool


def excerpt(text: str, passages: Mapping[int, Passage]) -> Excerpt:
    """Return the whole text if it is short enough, else the sentences of the first rows, as many as fit."""
    if len(text) <= MAX_SHOWN:
        return Excerpt(text, passages, True)
    parts: list[str] = []
    shown: dict[int, Passage] = {}
    length, last = 0, TextRange(-1, -1)
    for number, passage in passages.items():
        if passage.sentence != last:
            piece = text[passage.sentence.start:passage.sentence.end] + _GAP
            if length + len(piece) > MAX_SHOWN:
                break
            parts.append(piece)
            length, last = length + len(piece), passage.sentence
        shift = length - len(parts[-1]) - passage.sentence.start
        shown[number] = Passage(*(TextRange(part.start + shift, part.end + shift)
                                  for part in (passage.sentence, passage.place)))
    return Excerpt("".join(parts), shown, False)
