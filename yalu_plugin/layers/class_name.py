"""What a class of counted objects is called, in the user's language where it is one of ours."""

from __future__ import annotations

from yalu_plugin.core.counting.mark_classes import BUILT_IN, CLASS_LABELS, MarkClass
from yalu_plugin.i18n import tr


def class_name(one: MarkClass) -> str:
    """Its word for headings and buttons; the user's own as they wrote it."""
    return tr(CLASS_LABELS[one.value]) if one in BUILT_IN else one.name
