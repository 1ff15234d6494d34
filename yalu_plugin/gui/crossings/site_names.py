"""What a site is called in the list."""

from __future__ import annotations

from yalu_plugin.core.published import Row
from yalu_plugin.core.schema import SITE_KINDS
from yalu_plugin.gui.kinds import kind_name
from yalu_plugin.i18n import tr


def site_name(site: Row) -> str:
    """Its name, or what is shown for one without."""
    return site["name"] or _unnamed(site["kind"])


def names_of_unnamed() -> dict[str, str]:
    """What is shown for a site without a name, by kind."""
    return {kind: _unnamed(kind) for kind in SITE_KINDS}


def _unnamed(kind: str) -> str:
    return tr("{kind}, unnamed").format(kind=kind_name(kind))
