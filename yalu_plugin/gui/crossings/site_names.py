"""What a site is called in the list."""

from __future__ import annotations

from yalu_plugin.core.published import Row
from yalu_plugin.core.schema import SITE_KINDS
from yalu_plugin.gui.kinds import kind_name
from yalu_plugin.i18n import tr


def site_name(site: Row) -> str:
    """Its name, or what is shown for one without."""
    return site["name"] or name_of_unnamed(site["kind"])


def names_of_unnamed() -> dict[str, str]:
    """What is shown for a site without a name, by kind."""
    return {kind: name_of_unnamed(kind) for kind in SITE_KINDS}


def name_of_unnamed(kind: str | None) -> str:
    """What is shown for a site of this kind without a name."""
    return tr("{kind}, unnamed").format(kind=kind_name(kind))
