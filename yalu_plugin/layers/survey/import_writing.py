"""Write imported rows to the survey: sites, their observations, and their source."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from yalu_plugin.core.published import Row, Rows
from yalu_plugin.core.schema import TABLE
from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.core.work_progress import Progress, no_progress, part_of, with_progress
from yalu_plugin.layers.survey.analyst import analyst
from yalu_plugin.layers.survey.import_update import NO_UPDATE, SurveyUpdate, survey_update
from yalu_plugin.layers.survey.survey import Survey
from yalu_plugin.layers.survey.write import utc_now

if TYPE_CHECKING:
    from yalu_plugin.core.importing.import_assessment import GoneSite, ImportRow

ADDED = 0.75  # share of the time to write: most of the rest goes into sealing the record
SEALED = 0.22
NO_DETAILS: Mapping[str, str] = {}


def import_rows(survey: Survey, rows: Sequence[ImportRow], source_title: str, progress: Progress = no_progress,
                gone: Sequence[GoneSite] = (), source_details: Mapping[str, str] = NO_DETAILS) -> Delta:
    """Write what the included rows add and change, and what is done with sites that are gone, in one transaction.

    `source_details` has columns of the source's row besides its title. Returns what that changed.

    Raises what `progress`, survey_update and change raise; then nothing is written.
    """
    added = survey_rows(rows, source_title, source_details)
    if not (added["sites"] or added["observations"]):
        added = {}
    update = survey_update(survey, rows, gone)
    if not (added or any(update.replaced.values()) or any(update.removed.values())):
        return Delta(())
    return write_import(survey, added, progress, update)


def write_import(survey: Survey, added: Rows, progress: Progress, update: SurveyUpdate = NO_UPDATE) -> Delta:
    """Write all of these rows; where `progress` raises, nothing is written."""
    return survey.change("import", added=with_progress(added, part_of(progress, 0.0, ADDED)), removed=update.removed,
                         replaced=update.replaced, unchanged=update.unchanged,
                         progress=part_of(progress, ADDED, SEALED))


def survey_rows(rows: Sequence[ImportRow], source_title: str,
                source_details: Mapping[str, str] = NO_DETAILS) -> Rows:
    """Return the survey's rows for the included rows of a file; rows in question or refused are left out.

    Each import is a separate source, so that every site and observation states where it came from.
    """
    now = utc_now()
    created = {"created_by": analyst(), "created_at": now}
    source = {"id": str(uuid.uuid4()), "title": source_title, "accessed_on": now[:10], **source_details}
    of_import = {**created, "source_id": source["id"]}
    included = {row.number: row for row in rows if row.included}
    sites = {number: _site(row.site, of_import) for number, row in included.items() if row.site is not None}
    observations = [_observation(seen, _site_id(row, included, sites), of_import)
                    for row in included.values() for seen in row.observations]
    return {"sources": [source], "sites": list(sites.values()), "observations": observations}


def _site(values: Mapping[str, Any], of_import: Row) -> Row:
    columns = {name: values.get(name) for name in TABLE["sites"].column_names}
    return {**columns, **of_import, "id": str(uuid.uuid4()), "geom": f"POINT ({values['lon']!r} {values['lat']!r})"}


def _site_id(row: ImportRow, included: Mapping[int, ImportRow], sites: Mapping[int, Row]) -> str:
    """Return the site that the row's observations are of: the row's own, one of the survey, or another row's."""
    while row.number not in sites:
        if row.of_site is not None:
            return row.of_site
        row = included[row.of_row or 0]
    return str(sites[row.number]["id"])


def _observation(seen: Mapping[str, Any], site_id: str, of_import: Row) -> Row:
    return {**seen, **of_import, "id": str(uuid.uuid4()), "site_id": site_id}
