"""Names as they are compared."""

from __future__ import annotations

import unicodedata


def folded(text: str) -> str:
    """Without regard to case, to how a Hangul syllable is written, and to NUL, which nobody sees."""
    text = text.replace("\0", "")
    return text.casefold() if text.isascii() else unicodedata.normalize("NFKC", text.casefold())
