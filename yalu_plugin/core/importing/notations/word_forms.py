"""Normalizes words of imported files for comparison."""

from __future__ import annotations

import re
import unicodedata

_WHOLE = ("바지",)  # a barge, and also the first half of other words


def folded(text: str) -> str:
    """Normalize to lower case and half width, without blanks and punctuation."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).casefold())


def parts(text: str) -> list[str]:
    """Return the words of a text: site_kind (old) -> site, kind, old."""
    return [part for part in re.split(r"[\W_]+", unicodedata.normalize("NFKC", text).casefold()) if part]


def phrase(text: str) -> str:
    """Return the words of a text, joined by blanks."""
    return " ".join(parts(text))


def any_phrase(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern that finds any of the phrases as whole words, the longest first.

    Chinese, Korean and Japanese words of two or more characters need no blanks around them.
    """
    free: list[str] = []
    bounded: list[str] = []
    for each in sorted(phrases, key=len, reverse=True):
        alone = len(each) > 1 and each not in _WHOLE and re.fullmatch(r"[ㄱ-힣぀-ヿ一-鿿 ]+", each)
        (free if alone else bounded).append(re.escape(each))
    return re.compile("|".join([*free, *([rf"(?<!\w)(?:{'|'.join(bounded)})(?!\w)"] if bounded else [])]))
