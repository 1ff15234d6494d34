"""What another survey, imported as a whole, brings: its sites row by row, its other tables and its record as counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from qgis.core import QgsGeometry

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.importing.import_assessment import CHECK, NO_CHOICES, Choices, ImportAssessment, ImportRow
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.published import Row
from yalu_plugin.core.text import translatable
from yalu_plugin.core.work_progress import Progress, no_progress, part_of
from yalu_plugin.layers.survey.merging import (
    MERGED_TABLES,
    kinds_of,
    rows_with_ids,
    same_images,
    same_list_values,
)
from yalu_plugin.layers.survey.river_lines import river_lines
from yalu_plugin.layers.survey.survey import Survey
from yalu_plugin.layers.survey.survey_differences import joined_sites, known_row, observation_rows

if TYPE_CHECKING:
    from yalu_plugin.core.importing.import_source import Source, SourceRow

_ASSESSED = 0.6  # share of the time: the rest goes into checking the record
ROWS = translatable("{table}: {new} new, {known} in the survey already")
REMOVED = translatable("{table}: {n} rows of the survey were removed there; they stay as they are")
DIFFERENT = translatable("{table}: {n} rows differ from those with the same id in the survey, which stay as they are")


class SameSurvey(YaluError):
    """The survey to import is the one that is open."""

    template = translatable("{path} is the survey that is open. Choose another one.")


def assess_survey(survey: Survey, other: Survey, choices: Choices = NO_CHOICES, progress: Progress = no_progress
                  ) -> ImportAssessment:
    """Assess another survey; see AssessedSurvey."""
    return AssessedSurvey(survey, other, choices, progress).assessment


class AssessedSurvey:
    """Assesses the sites of `other`, numbered from 1 in their order there, and its other tables and its record, for an
    import into `survey`. Observations that both have with different values follow the sites.

    Raises SameSurvey, and what reading a survey raises.
    """

    def __init__(self, survey: Survey, other: Survey, choices: Choices = NO_CHOICES, progress: Progress = no_progress
                 ) -> None:
        from yalu_plugin.core.importing.assess_rows import AssessedList
        from yalu_plugin.core.importing.column_map import ColumnMap

        if survey.is_same(other):
            raise SameSurvey(path=other.location)
        sites = rows_with_ids(other, "sites")
        in_survey = {row["id"]: row for row in survey.rows("sites")}
        in_other = {row["id"] for row in sites}
        ours, images = {row["id"]: row for row in survey.rows("observations")}, same_images(survey, other)
        observations = [{**row, "image_id": images.get(row["image_id"], row["image_id"])}
                        for row in other.rows("observations")]
        joined = joined_sites(observations, ours, in_survey)
        known = [site for site in survey.known_sites("") if site.id not in in_other]
        source = _source(other, [(number, site) for number, site in enumerate(sites, 1)
                                 if site["id"] not in in_survey and site["id"] not in joined and site.get("geom")])
        self._kinds = kinds_of(survey, other)
        self._new = AssessedList(source, ColumnMap(name="name", kind="kind"), self._of_new(choices), known,
                                 river_lines(survey), part_of(progress, 0.0, _ASSESSED))
        new = {row.number for row in source.rows}
        of_sites = [None if number in new else known_row(number, site, in_survey, joined, choices)
                    for number, site in enumerate(sites, 1)]
        self._others = [*of_sites, *observation_rows(len(sites) + 1, observations, ours, in_survey, choices)]
        self._reception = survey.reception(other, part_of(progress, _ASSESSED, 1.0 - _ASSESSED))
        self._counts = list(_counts(survey, other))
        self.assessment = self._assessed()

    def fits(self, choices: Choices) -> bool:
        """Whether `change` can be called with these choices."""
        return self._new.fits(self._of_new(choices))

    def change(self, choices: Choices, progress: Progress = no_progress) -> None:
        """Assess the rows again that other choices change. After an error this is not to be used any more."""
        self._new.change(self._of_new(choices), progress)
        self._others = [row and _taken(row, choices) for row in self._others]
        self.assessment = self._assessed()

    def _of_new(self, choices: Choices) -> Choices:
        return Choices(rows=choices.rows, custom_kinds=self._kinds)

    def _assessed(self) -> ImportAssessment:
        new = map(_keep_separate, self._new.assessment.rows)
        return ImportAssessment(
            tuple(next(new) if row is None else row for row in self._others),
            notices=(*self._reception.notices(), *_notices(self._counts)),
            more_rows=self._reception.new + sum(count.new for count in self._counts if count.table != "sites"),
            more=(*self._reception.brings(), *_brought(self._counts)))


def _taken(row: ImportRow, choices: Choices) -> ImportRow:
    """Return the row of something that both surveys have, with the words taken that count."""
    if not row.differences:
        return row
    return row._replace(differences=tuple(
        each._replace(taken=choices.takes_list(row.number, each.field)) for each in row.differences))


def _source(other: Survey, sites: Iterable[tuple[int, Row]]) -> Source:
    """Return sites by their numbers, as the rows of a list."""
    from yalu_plugin.core.importing.import_source import Source

    return Source(Path(other.location), ("name", "kind"), tuple(_as_row(*one) for one in sites), has_geometry=True)


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
    """Yield for each table what stays as it is here, if that is not in rows of the assessment."""
    for count in counts:
        if count.removed:
            yield Phrase(REMOVED, {"table": count.table, "n": count.removed})
        if count.different and count.table not in ("sites", "observations"):
            yield Phrase(DIFFERENT, {"table": count.table, "n": count.different})


def _brought(counts: Iterable[_Count]) -> Iterator[Phrase]:
    """Yield for each table how many rows are new; those of sites are rows of the assessment."""
    for count in counts:
        if count.table != "sites" and (count.new or count.known):
            yield Phrase(ROWS, {"table": count.table, "new": count.new, "known": count.known})


def _counts(survey: Survey, other: Survey) -> Iterator[_Count]:
    images = same_images(survey, other)
    for table in MERGED_TABLES:
        rows, in_survey = other.rows(table), {row["id"]: _plain(row) for row in survey.rows(table)}
        rows = [{**row, "id": images.get(row["id"], row["id"])} for row in rows] if table == "images" else rows
        known = [row for row in rows if row["id"] in in_survey]
        removed = (other.removed_ids(table) & in_survey.keys()) - {row["id"] for row in rows}
        known_values = same_list_values(survey, other) - in_survey.keys() if table == "value_lists" else ()
        different = sum(_plain(row) != in_survey[row["id"]] for row in known)
        count = len(known) + len(known_values)
        yield _Count(table, len(rows) - count, count, different, len(removed))


def _plain(row: Row) -> Sequence[tuple[str, object]]:
    return sorted((name, value) for name, value in row.items() if name != "fid")
