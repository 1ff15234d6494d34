"""Normalisation of names for comparison."""

from __future__ import annotations

import unicodedata


def folded(text: str) -> str:
    """Return the text without differences in case, in the encoding of Hangul syllables, and without invisible NULs."""
    text = text.replace("\0", "")
    return text.casefold() if text.isascii() else unicodedata.normalize("NFKC", text.casefold())
