"""Whether a column of ids tells the sites of a file apart."""

from __future__ import annotations

from collections.abc import Sequence

from yalu_plugin.core.importing.source import Source


def tells_sites_apart(source: Source, column: str, site_columns: Sequence[str]) -> bool:
    """Whether each id in the column is of one row, or of rows that say the same in `site_columns`: a site's log."""
    site_of: dict[str, int] = {}  # a hash each: a list may be long
    for row in source.rows:
        identity = row.values.get(column, "").strip()
        if not identity:
            continue
        site = (*(row.values.get(each, "") for each in site_columns), row.lon or "", row.lat or "")
        if identity in site_of and not (any(site) and site_of[identity] == hash(site)):
            return False
        site_of[identity] = hash(site)
    return bool(site_of)
