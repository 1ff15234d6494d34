"""Merge another survey into this one as a whole: sites, observations, images, sources and the rest, each row once."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from qgis.core import QgsGeometry

from yalu_plugin.core.custom_kinds import LIST, custom_kinds, folded, normalized_kind
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.image_files import identity_uri
from yalu_plugin.core.importing.import_assessment import (
    CHECK,
    NO_CHOICES,
    REFUSED,
    Choices,
    ImportAssessment,
    ImportRow,
)
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.published import Row, Rows
from yalu_plugin.core.schema import RECORDS, TABLES
from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.core.text import translatable
from yalu_plugin.core.work_progress import Progress, no_progress, part_of
from yalu_plugin.layers.survey.geopackage_survey import GeoPackageSurvey
from yalu_plugin.layers.survey.images import image_ids
from yalu_plugin.layers.survey.import_update import survey_update
from yalu_plugin.layers.survey.open import open_survey
from yalu_plugin.layers.survey.river_lines import river_lines
from yalu_plugin.layers.survey.survey import Survey
from yalu_plugin.layers.survey.survey_differences import joined_sites, known_row, observation_rows
from yalu_plugin.layers.survey.survey_errors import NotAGeoPackage, NotASurvey

if TYPE_CHECKING:
    from yalu_plugin.core.importing.import_source import SourceRow

MERGED_TABLES = tuple(table.name for table in TABLES if table.name not in ("survey", *RECORDS))

_ASSESSED = 0.6  # share of the time: the rest goes into checking the record
ROWS = translatable("{table}: {new} new, {known} in the survey already")
REMOVED = translatable("{table}: {n} rows of the survey were removed there; they stay as they are")
DIFFERENT = translatable("{table}: {n} rows differ from those with the same id in the survey, which stay as they are")


def survey_at(path: Path) -> GeoPackageSurvey | None:
    """Return the survey at `path`; None where that is another kind of file. Raises what opening a survey raises."""
    if path.suffix.lower() != ".gpkg" or not path.is_file():
        return None
    try:
        return open_survey(path, reading=True)
    except (NotASurvey, NotAGeoPackage):
        return None


class SameSurvey(YaluError):
    """The survey to import is the one that is open."""

    template = translatable("{path} is the survey that is open. Choose another one.")


def assess_survey(survey: Survey, other: Survey, choices: Choices = NO_CHOICES, progress: Progress = no_progress
                  ) -> ImportAssessment:
    """Assess the sites of `other`, numbered from 1 in their order there, and its other tables and its record, for an
    import into `survey`. Observations that both have with different values follow the sites.

    Raises SameSurvey, and what reading a survey raises.
    """
    from yalu_plugin.core.importing.assess_rows import assess_rows
    from yalu_plugin.core.importing.column_map import ColumnMap
    from yalu_plugin.core.importing.import_source import Source

    if survey.is_same(other):
        raise SameSurvey(path=other.location)
    sites = _rows(other, "sites")
    in_survey = {row["id"]: row for row in survey.rows("sites")}
    in_other = {row["id"] for row in sites}
    ours, images = {row["id"]: row for row in survey.rows("observations")}, _same_images(survey, other)
    observations = [{**row, "image_id": images.get(row["image_id"], row["image_id"])}
                    for row in other.rows("observations")]
    joined = joined_sites(observations, ours, in_survey)
    known = [site for site in survey.known_sites("") if site.id not in in_other]
    numbered = list(enumerate(sites, 1))
    rows = tuple(_as_row(number, site) for number, site in numbered
                 if site["id"] not in in_survey and site["id"] not in joined and site.get("geom"))
    source = Source(Path(other.location), ("name", "kind"), rows, has_geometry=True)
    of_new = Choices(rows=choices.rows, custom_kinds=kinds_of(survey, other))
    assessment = assess_rows(source, ColumnMap(name="name", kind="kind"), of_new, known, river_lines(survey),
                             part_of(progress, 0.0, _ASSESSED))
    assessed = {row.number: _keep_separate(row) for row in assessment.rows}
    of_sites = (assessed.get(number) or known_row(number, site, in_survey, joined, choices)
                for number, site in numbered)
    of_observations = observation_rows(len(sites) + 1, observations, ours, in_survey, choices)
    reception = survey.reception(other, part_of(progress, _ASSESSED, 1.0 - _ASSESSED))
    counts = list(_counts(survey, other))
    return ImportAssessment((*of_sites, *of_observations), notices=(*reception.notices(), *_notices(counts)),
                            more_rows=reception.new + sum(count.new for count in counts if count.table != "sites"))


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
    sites = [{**site, "kind": kinds.get(folded(site["kind"] or ""), site["kind"])} for site in _rows(other, "sites")]
    merged_ids = {site["id"]: _merged_id(site, row) for site, row in zip(sites, assessment.rows)}
    images, known_values = _same_images(survey, other), _same_list_values(survey, other)
    written: Rows = {}
    for table in MERGED_TABLES:
        in_survey = {row["id"] for row in survey.rows(table)} | images.keys() | known_values
        rows = sites if table == "sites" else _rows(other, table)
        found = (_merged_row(table, row, merged_ids, images) for row in rows if row["id"] not in in_survey)
        written[table] = [row for row in found if row is not None]
    return written


def _rows(other: Survey, table: str) -> list[Row]:
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


def _same_images(survey: Survey, other: Survey) -> dict[str, str]:
    """Return the ids of images of `other` that this survey has under another id, given another CRS, and that id."""
    in_survey = image_ids(survey.rows("images"))
    found = {row["id"]: in_survey.get(identity_uri(row["uri"]), row)["id"] for row in other.rows("images")}
    return {in_other: one for in_other, one in found.items() if in_other != one}


def _same_list_values(survey: Survey, other: Survey) -> set[str]:
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


def _as_row(number: int, site: Row) -> SourceRow:
    from yalu_plugin.core.importing.import_source import SourceRow

    point = QgsGeometry.fromWkt(site["geom"]).asPoint()
    return SourceRow(number, {"name": site["name"] or "", "kind": site["kind"] or ""}, point.x(), point.y())


def _keep_separate(row: ImportRow) -> ImportRow:
    """Keep two sites of one survey separate, however near: that was decided there."""
    return row._replace(status=CHECK, of_row=None) if row.status == "asked" and row.of_row is not None else row


class _Count(NamedTuple):
    """How many rows of a table are new, known, known but different, and here but removed in the other survey."""

    table: str
    new: int
    known: int
    different: int
    removed: int


def _notices(counts: Iterable[_Count]) -> Iterator[Phrase]:
    """Yield for each table what is new, and what differs if that is not in rows of the assessment."""
    for count in counts:
        if count.removed:
            yield Phrase(REMOVED, {"table": count.table, "n": count.removed})
        if count.different and count.table not in ("sites", "observations"):
            yield Phrase(DIFFERENT, {"table": count.table, "n": count.different})
        if count.table != "sites" and (count.new or count.known):
            yield Phrase(ROWS, {"table": count.table, "new": count.new, "known": count.known})


def _counts(survey: Survey, other: Survey) -> Iterator[_Count]:
    images = _same_images(survey, other)
    for table in MERGED_TABLES:
        rows, in_survey = other.rows(table), {row["id"]: _plain(row) for row in survey.rows(table)}
        rows = [{**row, "id": images.get(row["id"], row["id"])} for row in rows] if table == "images" else rows
        known = [row for row in rows if row["id"] in in_survey]
        removed = (other.removed_ids(table) & in_survey.keys()) - {row["id"] for row in rows}
        known_values = _same_list_values(survey, other) - in_survey.keys() if table == "value_lists" else ()
        different = sum(_plain(row) != in_survey[row["id"]] for row in known)
        count = len(known) + len(known_values)
        yield _Count(table, len(rows) - count, count, different, len(removed))


def _plain(row: Row) -> Sequence[tuple[str, object]]:
    return sorted((name, value) for name, value in row.items() if name != "fid")
