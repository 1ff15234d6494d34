"""Texts of the data as one line of limited length for lists, layer trees and pages."""

from __future__ import annotations

import re
import unicodedata

LINE = 120  # characters of a name
RIGHT_TO_LEFT, LEFT_TO_RIGHT_MARK = ("R", "AL"), "\u200e"
# marks that change the direction of the following text, and characters without a glyph
_INVISIBLE = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def without_invisible(text: str) -> str:
    """Return the text without invisible characters and without direction marks."""
    return _INVISIBLE.sub("", text)


def typed_line(text: str, most: int) -> str:
    """Return typed or pasted text as one line that can be encoded: unpaired surrogates become "�"."""
    return one_line(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"), most)


def one_line(text: str, most: int = LINE) -> str:
    """Return the text in one line of at most this many characters, shortened with an ellipsis."""
    line = " ".join(without_invisible(text[:20 * most]).split())
    return line if len(line) <= most and len(text) <= 20 * most else f"{line[:most - 1].rstrip()}…"


def in_sentence(name: str) -> str:
    """Return a name for use within a sentence: after one written from right to left, a mark turns the direction back.

    Without the mark, a number that follows the name would be displayed before it.
    """
    turned = any(unicodedata.bidirectional(letter) in RIGHT_TO_LEFT for letter in name)
    return name + LEFT_TO_RIGHT_MARK if turned else name
