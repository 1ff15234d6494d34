"""Merging several sites into one: the resulting rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row, Rows


def merged_rows(kept: Row, others: Sequence[Row], of_them: Mapping[str, Sequence[Row]], followers: Sequence[Row]
                ) -> Rows:
    """Return the rows that change, by table.

    These are the site that is kept, with the names and sources of the others in its note; the rows that belonged to the
    others (`of_them`, by table); and the `followers`, sites that replace one of the others.
    """
    replaced_by = {site["id"]: site["replaces_site_id"] for site in others}
    replaces = kept["replaces_site_id"]
    for _ in replaced_by:  # the kept site may replace one of the merged ones
        replaces = replaced_by.get(replaces, replaces)
    note = "; ".join(part for part in (kept["note"], *map(_merge_note, others)) if part)
    one = {**kept, "note": note, "replaces_site_id": None if replaces in (*replaced_by, kept["id"]) else replaces}
    rows: Rows = {table: [{**row, "site_id": kept["id"]} for row in belonging]
                  for table, belonging in of_them.items() if belonging}
    return {**rows, "sites": [one, *({**row, "replaces_site_id": kept["id"]} for row in followers)]}


def _merge_note(site: Row) -> str:
    """Return the text in the note about a site that is merged into another one."""
    known = (f"source {site['source_id']}" if site["source_id"] else "",
             f"ref {site['source_ref']}" if site["source_ref"] else "", site["note"])
    called = ", ".join(part for part in known if part)
    name = one_line(str(site["name"] or site["id"]))
    return f"merged: {name} ({called})" if called else f"merged: {name}"
