"""Marks text of the core for translation. The core has no Qt, so the gui translates what is marked here."""

from __future__ import annotations


def translatable(text: str) -> str:
    """Return `text` unchanged. The translation files are made from the literal arguments of this function."""
    return text
