"""Imported rows, written to the survey: sites, their observations, and their source."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import TYPE_CHECKING

from yalu_plugin.core.published import Row, Rows
from yalu_plugin.core.schema import TABLE
from yalu_plugin.layers.survey.open import Survey
from yalu_plugin.layers.survey.write import change, user_name, utc_now

if TYPE_CHECKING:
    from yalu_plugin.core.importing.judged import ImportRow


def import_rows(survey: Survey, rows: Sequence[ImportRow], source_title: str) -> Rows:
    """Write the rows that are included to the survey in one transaction; returns what was written.

    Raises what change raises; then nothing is written.
    """
    written = survey_rows(rows, source_title)
    if written["sites"] or written["observations"]:
        change(survey.path, "import", added=written)
    return written


def survey_rows(rows: Sequence[ImportRow], source_title: str) -> Rows:
    """The survey's rows for those among `rows` that are included.

    Each import is a source of its own, so that every site tells where it came from.
    """
    source = {"id": str(uuid.uuid4()), "title": source_title, "accessed_on": utc_now()[:10]}
    written: Rows = {"sources": [source], "sites": [], "observations": []}
    ids: dict[int | None, str] = {}  # of the sites made, by the number of their row
    for row in rows:
        if not row.included:
            continue
        if row.site is not None:
            site = _site_row(row.site, source["id"])
            ids[row.number] = site["id"]
            written["sites"].append(site)
        site_id = row.of_site or ids[row.number if row.site is not None else row.of_row]
        written["observations"] += [_observation_row(seen, site_id, source["id"]) for seen in row.observations]
    return written


def _site_row(values: Row, source_id: str) -> Row:
    row = {name: values.get(name) for name in TABLE["sites"].column_names}
    return {**row, "id": str(uuid.uuid4()), "source_id": source_id, "created_by": user_name(),
            "created_at": utc_now(), "geom": f"POINT ({values['lon']!r} {values['lat']!r})"}


def _observation_row(values: Row, site_id: str, source_id: str) -> Row:
    row = {name: values.get(name) for name in TABLE["observations"].column_names}
    return {**row, "id": str(uuid.uuid4()), "site_id": site_id, "source_id": source_id,
            "created_by": user_name(), "created_at": utc_now()}
