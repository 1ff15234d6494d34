"""Data in one line of text, wherever it has to fit: in a list, a layer tree, a page."""

from __future__ import annotations

import re

LINE = 120  # characters of a name
# marks that turn the direction of what follows, and characters without a shape
_UNSEEN = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def without_unseen(text: str) -> str:
    """The text without characters that show nothing, or that turn others about."""
    return _UNSEEN.sub("", text)


def typed_line(text: str, most: int) -> str:
    """What somebody typed or pasted as one line that can be written: halves of characters become "�"."""
    return one_line(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"), most)


def one_line(text: str, most: int = LINE) -> str:
    """The text in one line, of at most so many characters, an ellipsis at its end where it has more."""
    line = " ".join(without_unseen(text[:20 * most]).split())
    return line if len(line) <= most and len(text) <= 20 * most else f"{line[:most - 1].rstrip()}…"
