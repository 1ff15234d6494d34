"""Marking of the core's texts for translation. The core does not use Qt, so the gui translates them."""

from __future__ import annotations


def translatable(text: str) -> str:
    """Return `text` unchanged. The translation files are created from the literal arguments of this function."""
    return text
