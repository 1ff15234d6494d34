"""Normalisation of names for comparison and search."""

from __future__ import annotations

import re
import unicodedata

_APOSTROPHES = "'`\u2018\u2019\u201b\u02b9\u02bb\u02bc\u2032\uff07"  # as in Poch'ŏn
_DASHES = "\\-\u2010-\u2015\u2212\ufe58\ufe63\uff0d"
_INVISIBLE = "\0\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_MARKS = ("\u0300-\u036f\u0591-\u05bd\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a"
          "\ufe00-\ufe0f\ufe20-\ufe2f")
_LEFT_OUT = re.compile(f"[\\s{_APOSTROPHES}{_DASHES}{_INVISIBLE}{_MARKS}]+")
_LEFT_OUT_OF_ASCII = re.compile(r"[\s'`\0-]+")


def folded(text: str) -> str:
    """Return the text without what spellings of one name differ in.

    Those are case, diacritics, blanks, hyphens, apostrophes, invisible characters, width, and the encoding of Hangul:
    "Poch'ŏn-gun" and "POCHON GUN" are the same. Hangul is returned as letters, so that a syllable that is still being
    typed is found.
    """
    if text.isascii():
        return _LEFT_OUT_OF_ASCII.sub("", text.casefold())
    return _LEFT_OUT.sub("", unicodedata.normalize("NFKD", text.casefold()))
