"""Imported rows, written to the survey: sites, the first sighting of those that have one, and their source."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import TYPE_CHECKING

from yalu_plugin.core.published import Row, Rows
from yalu_plugin.core.schema import TABLE
from yalu_plugin.layers.survey.open import Survey
from yalu_plugin.layers.survey.write import user_name, utc_now

if TYPE_CHECKING:
    from yalu_plugin.core.importing.rows import ImportRow


def import_rows(survey: Survey, rows: Sequence[ImportRow], source_title: str) -> Rows:
    """Write the good and repaired rows to the survey in one transaction; returns what was written.

    Raises what change raises; then nothing is written.
    """
    written = survey_rows(rows, source_title)
    if written["sites"]:
        survey.change("import", added=written)
    return written


def survey_rows(rows: Sequence[ImportRow], source_title: str) -> Rows:
    """The survey's rows for the good and repaired ones among `rows`; those refused are left out.

    Each import is a source of its own, so that every site tells where it came from.
    """
    source = {"id": str(uuid.uuid4()), "title": source_title, "accessed_on": utc_now()[:10]}
    written: Rows = {"sources": [source], "sites": [], "observations": []}
    for values in [row.site for row in rows if row.site is not None]:
        site = _site_row(values, source["id"])
        written["sites"].append(site)
        if values.get("first_seen_from"):
            written["observations"].append(_first_sighting(values, site["id"], source["id"]))
    return written


def _site_row(values: Row, source_id: str) -> Row:
    row = {name: values.get(name) for name in TABLE["sites"].column_names}
    return {**row, "id": str(uuid.uuid4()), "source_id": source_id, "created_by": user_name(),
            "created_at": utc_now(), "geom": f"POINT ({values['lon']!r} {values['lat']!r})"}


def _first_sighting(values: Row, site_id: str, source_id: str) -> Row:
    return {"id": str(uuid.uuid4()), "site_id": site_id, "state": "present", "source_id": source_id,
            "seen_from": values["first_seen_from"], "seen_to": values["first_seen_to"],
            "created_by": user_name(), "created_at": utc_now()}
