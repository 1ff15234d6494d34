"""Merge another survey into this one as a whole: sites, observations, images, sources and the rest, each row once."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from pathlib import Path

from yalu_plugin.core.custom_kinds import LIST, custom_kinds, folded, normalized_kind
from yalu_plugin.core.imagery.image_files import identity_uri
from yalu_plugin.core.importing.import_assessment import REFUSED, ImportAssessment, ImportRow
from yalu_plugin.core.published import Row, Rows
from yalu_plugin.core.schema import RECORDS, TABLES
from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.core.work_progress import Progress, no_progress
from yalu_plugin.layers.survey.geopackage_survey import GeoPackageSurvey
from yalu_plugin.layers.survey.images import image_ids
from yalu_plugin.layers.survey.import_update import survey_update
from yalu_plugin.layers.survey.open import open_survey
from yalu_plugin.layers.survey.survey import Survey
from yalu_plugin.layers.survey.survey_errors import NotAGeoPackage, NotASurvey

MERGED_TABLES = tuple(table.name for table in TABLES if table.name not in ("survey", *RECORDS))

def survey_at(path: Path) -> GeoPackageSurvey | None:
    """Return the survey at `path`; None where that is another kind of file. Raises what opening a survey raises."""
    if path.suffix.lower() != ".gpkg" or not path.is_file():
        return None
    try:
        return open_survey(path, reading=True)
    except (NotASurvey, NotAGeoPackage):
        return None


def merge_rows(survey: Survey, other: Survey, assessment: ImportAssessment, progress: Progress = no_progress) -> Delta:
    """Write what `assessment` includes of `other` to the survey in one transaction; return what that changed.

    The observations of a site that is the same as one of the survey go to that one. Rows of a site that is left out are
    left out too. Raises what `progress` and change raise; then nothing is written.
    """
    update = survey_update(survey, assessment.rows, assessment.gone)
    return survey.receive(other, "import", rows_to_merge(survey, other, assessment), update.replaced, update.unchanged,
                          progress)


def rows_to_merge(survey: Survey, other: Survey, assessment: ImportAssessment) -> Rows:
    """Return the rows of `other` that are not in the survey, by table, with the survey's site ids."""
    kinds = {folded(kind): kind for kind in kinds_of(survey)}
    sites = [{**site, "kind": kinds.get(folded(site["kind"] or ""), site["kind"])}
             for site in rows_with_ids(other, "sites")]
    merged_ids = {site["id"]: _merged_id(site, row) for site, row in zip(sites, assessment.rows)}
    images, known_values = same_images(survey, other), same_list_values(survey, other)
    written: Rows = {}
    for table in MERGED_TABLES:
        in_survey = {row["id"] for row in survey.rows(table)} | images.keys() | known_values
        rows = sites if table == "sites" else rows_with_ids(other, table)
        found = (_merged_row(table, row, merged_ids, images) for row in rows if row["id"] not in in_survey)
        written[table] = [row for row in found if row is not None]
    return written


def rows_with_ids(other: Survey, table: str) -> list[Row]:
    """Return the rows of the other survey, each with an id of its own.

    In a survey of version 1 rows may have no id, or the id of a row before, as pasted rows did: they get a new one.
    """
    rows, seen = other.rows(table), set()
    for row in rows:
        if not row["id"] or row["id"] in seen:
            row["id"] = str(uuid.uuid4())
        seen.add(row["id"])
    return rows


def _merged_id(site: Row, row: ImportRow) -> str | None:
    """Return the id in this survey of a site of the other one; None where it is left out."""
    if row.of_site is not None and (row.included or row.status == REFUSED):
        return row.of_site
    return str(site["id"]) if row.included else None


def same_images(survey: Survey, other: Survey) -> dict[str, str]:
    """Return the ids of images of `other` that this survey has under another id, given another CRS, and that id."""
    in_survey = image_ids(survey.rows("images"))
    found = {row["id"]: in_survey.get(identity_uri(row["uri"]), row)["id"] for row in other.rows("images")}
    return {in_other: one for in_other, one in found.items() if in_other != one}


def same_list_values(survey: Survey, other: Survey) -> set[str]:
    """Return the ids of values of lists of `other` that this survey has under another id."""
    in_survey = {_list_value(row) for row in survey.rows("value_lists")}
    return {row["id"] for row in other.rows("value_lists") if _list_value(row) in in_survey}


def _list_value(row: Row) -> tuple[str, str]:
    value = normalized_kind(row["value"])
    return row["list"], folded(value) if row["list"] == LIST else value


def kinds_of(*surveys: Survey) -> tuple[str, ...]:
    """Return the custom kinds of site of these surveys."""
    rows = [row for survey in surveys for row in survey.rows("value_lists", list=LIST)]
    return tuple(kind.value for kind in custom_kinds(rows))


def _merged_row(table: str, row: Row, merged_ids: Mapping[str, str | None], images: Mapping[str, str]) -> Row | None:
    """Return the row to be written; None where its site is left out, or is already in this survey."""
    row = {name: value for name, value in row.items() if name != "fid"}
    if row.get("image_id") in images:
        row["image_id"] = images[row["image_id"]]
    if table == "sites":
        replaced = row["replaces_site_id"]
        successor = {**row, "replaces_site_id": merged_ids.get(replaced, replaced)}  # or of a site that is only here
        return successor if merged_ids[row["id"]] == row["id"] else None
    site_id = row.get("site_id")
    if site_id is None:
        return row
    at = merged_ids.get(site_id)
    counted = table == "areas" or row.get("count_id")  # kept without its site: otherwise a count would lose its marks
    return {**row, "site_id": at} if at or counted else None
