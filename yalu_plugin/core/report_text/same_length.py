"""Simplifies the characters of a text one by one, so that every index stays what it was."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_SIGNS = {**dict.fromkeys("–—−‐‑‒―－", "-"), **dict.fromkeys("〜～∼∽", "~"), **dict.fromkeys("’‘´`ʼ", "'"), "，": ",",
          "、": ",", **dict.fromkeys("¹²³⁴⁵⁶⁷⁸⁹", " ")}


@lru_cache(maxsize=8)  # one sentence is read several times
def simplified(text: str) -> str:
    """Return the text in lower case, without accents and with ASCII digits and dashes, as long as it was."""
    if text.isascii():
        return text.lower()
    return "".join(map(_simple, text))


@lru_cache(maxsize=4096)
def _simple(sign: str) -> str:
    known = _SIGNS.get(sign)
    if known:
        return known
    base = "".join(part for part in unicodedata.normalize("NFKD", sign) if not unicodedata.combining(part)).lower()
    return base if len(base) == 1 else sign
