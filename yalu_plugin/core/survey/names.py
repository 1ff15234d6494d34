"""Names as they are compared."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping


def folded(text: str) -> str:
    """Without regard to case, and to how a Hangul syllable is written."""
    return text.casefold() if text.isascii() else unicodedata.normalize("NFKC", text.casefold())


def is_found(name: str | None, kind: str, text: str, unnamed: Mapping[str, str]) -> bool:
    """Whether a site has this text in its name, or in what is shown instead of one; `unnamed` has that by kind."""
    wanted = folded(text)
    return not wanted or wanted in folded(name or unnamed.get(kind) or "")
