"""Several sites made one: the rows as they are afterwards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row, Rows


def merged_rows(kept: Row, others: Sequence[Row], of_them: Mapping[str, Sequence[Row]], followers: Sequence[Row]
                ) -> Rows:
    """The rows that change, by table: the site that is kept, with the names and sources of the others in its note, what
    belonged to them (`of_them`, by table), and the `followers`, which replace one of them.
    """
    gone = {site["id"]: site["replaces_site_id"] for site in others}
    replaces = kept["replaces_site_id"]
    for _ in gone:  # what the kept one replaced may be one of those that are this site itself
        replaces = gone.get(replaces, replaces)
    note = "; ".join(part for part in (kept["note"], *map(_said_of, others)) if part)
    one = {**kept, "note": note, "replaces_site_id": None if replaces in (*gone, kept["id"]) else replaces}
    rows: Rows = {table: [{**row, "site_id": kept["id"]} for row in belonging]
                  for table, belonging in of_them.items() if belonging}
    return {**rows, "sites": [one, *({**row, "replaces_site_id": kept["id"]} for row in followers)]}


def _said_of(site: Row) -> str:
    """What the note says of a site that is taken out."""
    known = (f"source {site['source_id']}" if site["source_id"] else "",
             f"ref {site['source_ref']}" if site["source_ref"] else "", site["note"])
    called = ", ".join(part for part in known if part)
    name = one_line(str(site["name"] or site["id"]))
    return f"merged: {name} ({called})" if called else f"merged: {name}"
