"""What a kind of site is called, in the user's language."""

from __future__ import annotations

from yalu_plugin.core.value_labels import kind_phrase
from yalu_plugin.i18n import phrase_text


def kind_name(kind: str | None) -> str:
    """A kind of the schema in the user's language, one of the user's own as it is; no kind as other sites."""
    return phrase_text(kind_phrase(kind))
