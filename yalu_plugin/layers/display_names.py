"""What sites, kinds of sites and classes of counted objects are called, in the user's language."""

from __future__ import annotations

from yalu_plugin.core import site_name as core
from yalu_plugin.core.counting.mark_classes import BUILT_IN, CLASS_LABELS, MarkClass
from yalu_plugin.core.kinds import SITE_KINDS
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row
from yalu_plugin.core.states import UNKNOWN
from yalu_plugin.core.value_labels import STATE_LABELS, kind_phrase
from yalu_plugin.i18n import phrase_text, tr

LONGEST_STATE = 60  # characters of a state that is not one of ours


def site_name(site: Row) -> str:
    """Return the name of a site as core.site_name, from a row of the survey's sites (name, kind, fid)."""
    name = core.site_name(site)
    return name if isinstance(name, str) else phrase_text(name)


def unnamed_sites() -> dict[str | None, str]:
    """Return the texts shown for sites without a name, by kind, with core.site_name.NUMBER in place of the number.

    The text under core.site_name.KIND is for any other kind, with KIND in place of its label.
    """
    return {kind: phrase_text(core.unnamed(kind, core.NUMBER)) for kind in (*SITE_KINDS, core.KIND, None)}


def kind_name(kind: str | None) -> str:
    """Return a kind of the schema in the user's language, a custom one as it is, and None as other sites."""
    return phrase_text(kind_phrase(kind))


def state_name(state: str | None) -> str:
    """Return a state of a site in the user's language.

    None is "not known"; a word that another program, or a newer plugin, wrote is returned as it is, in one line.
    """
    value = state or UNKNOWN
    return tr(STATE_LABELS[value]) if value in STATE_LABELS else one_line(value, LONGEST_STATE)


def class_name(one: MarkClass) -> str:
    """Return the label of a class of counted objects for headings and buttons; a custom class as the user wrote it."""
    return tr(CLASS_LABELS[one.value]) if one in BUILT_IN else one.name
