"""What a site is called, in the user's language."""

from __future__ import annotations

from yalu_plugin.core import site_name as core
from yalu_plugin.core.kinds import SITE_KINDS
from yalu_plugin.core.published import Row
from yalu_plugin.i18n import phrase_text


def site_name(site: Row) -> str:
    """As core.site_name, of a row of the survey's sites (name, kind, fid)."""
    name = core.site_name(site)
    return name if isinstance(name, str) else phrase_text(name)


def unnamed_sites() -> dict[str | None, str]:
    """What is shown of sites without a name, by kind, with core.site_name.NUMBER where the number comes; under
    core.site_name.KIND, with that where its word comes, of any other kind.
    """
    return {kind: phrase_text(core.unnamed(kind, core.NUMBER)) for kind in (*SITE_KINDS, core.KIND, None)}
