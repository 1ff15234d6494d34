"""How words of a stranger's file are compared."""

from __future__ import annotations

import re
import unicodedata

_WHOLE = ("바지",)  # a barge, and the first half of other words


def folded(text: str) -> str:
    """Lower case, full width narrowed, without blanks and punctuation: how words are compared."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).casefold())


def parts(text: str) -> list[str]:
    """The words of a text: site_kind (old) -> site, kind, old."""
    return [part for part in re.split(r"[\W_]+", unicodedata.normalize("NFKC", text).casefold()) if part]


def phrase(text: str) -> str:
    """The words of a text with a blank between them."""
    return " ".join(parts(text))


def any_phrase(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Finds any of the phrases, the longest first, as whole words.

    Chinese, Korean and Japanese words of two signs and more need no blanks around them.
    """
    forms = []
    for each in sorted(phrases, key=len, reverse=True):
        free = len(each) > 1 and each not in _WHOLE and re.fullmatch(r"[ㄱ-힣぀-ヿ一-鿿 ]+", each)
        forms.append(re.escape(each) if free else rf"(?<!\w){re.escape(each)}(?!\w)")
    return re.compile("|".join(forms))
