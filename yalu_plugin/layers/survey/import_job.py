"""An import into a survey, from a file of sites or another survey: assessed row by row, then written.

Dialog, algorithm and scripts share this. Everything here is safe in any thread.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Union

from yalu_plugin.core.importing.import_assessment import NO_CHOICES, Choices, ImportAssessment
from yalu_plugin.core.work_progress import Progress, no_progress
from yalu_plugin.core.worker import in_worker
from yalu_plugin.layers.survey.import_writing import import_rows
from yalu_plugin.layers.survey.merging import kinds_of, merge_rows, survey_at
from yalu_plugin.layers.survey.river_lines import river_lines
from yalu_plugin.layers.survey.survey import Survey
from yalu_plugin.layers.survey.survey_assessment import AssessedSurvey
from yalu_plugin.layers.survey.write import utc_now

if TYPE_CHECKING:
    from yalu_plugin.core.importing.assess_rows import AssessedList
    from yalu_plugin.core.importing.column_map import ColumnMap
    from yalu_plugin.core.importing.import_source import ReadOptions, Source
    from yalu_plugin.core.importing.site_update import ExportedSurvey
    from yalu_plugin.core.survey.delta import Delta


@dataclass
class _LastCheck:
    """The rows as they were assessed last, and for which state of which survey; another choice changes few of them."""

    key: tuple[object, ...] = ()
    rows: AssessedList | AssessedSurvey | None = None

    def assess(self, key: tuple[object, ...], choices: Choices, progress: Progress,
               create: Callable[[], AssessedList | AssessedSurvey]) -> ImportAssessment:
        """Change the last assessment if it has the same key and fits, else create one; in the worker."""
        rows, self.rows = self.rows, None  # not to be used any more if the work is cancelled
        if rows is not None and self.key == key and rows.fits(choices):
            rows.change(choices, progress)
        else:
            rows = create()
        self.key, self.rows = key, rows
        return _counted(rows.assessment)


@dataclass(frozen=True)
class FileImport:
    """An import of a file of sites: its rows, the meaning of its columns, and what its source's row says besides."""

    source: Source
    column_map: ColumnMap
    source_details: Mapping[str, str] = field(default_factory=dict)
    _last: _LastCheck = field(default_factory=_LastCheck, repr=False, compare=False)

    @property
    def path(self) -> Path:
        """The path of the file."""
        return self.source.path

    @property
    def title(self) -> str:
        """The title of the rows' source in the survey, unless another title is given."""
        return self.source.path.name

    def with_columns(self, column_map: ColumnMap) -> FileImport:
        """Return an import of the same file with other columns."""
        return replace(self, column_map=column_map)

    def assess_rows(self, survey: Survey, title: str, choices: Choices = NO_CHOICES,
                    progress: Progress = no_progress) -> ImportAssessment:
        """Assess the rows as a source of this title. Raises what assess_rows of core.importing raises."""
        key = survey.location, survey.head(), title, self.column_map, utc_now()[:10]
        choices = replace(choices, custom_kinds=kinds_of(survey))
        return in_worker(lambda: self._last.assess(
            key, choices, progress, lambda: self._assessed(survey, title, choices, progress)))

    def _assessed(self, survey: Survey, title: str, choices: Choices, progress: Progress) -> AssessedList:
        from yalu_plugin.core.importing.assess_rows import AssessedList

        known, river, exported = survey.known_sites(title), river_lines(survey), _exported(survey, self.source)
        return AssessedList(self.source, self.column_map, choices, known, river, progress, exported=exported)

    def write(self, survey: Survey, title: str, assessment: ImportAssessment,
              progress: Progress = no_progress) -> Delta:
        """Write the included rows, all or nothing; return what that changed.

        Raises Cancelled where `progress` does, and what writing to a survey raises.
        """
        return import_rows(survey, assessment.rows, title, progress, assessment.gone, self.source_details)


@dataclass(frozen=True)
class SurveyImport:
    """An import of another survey as a whole."""

    other: Survey
    _last: _LastCheck = field(default_factory=_LastCheck, repr=False, compare=False)
    source = column_map = None  # it has no rows of a file

    @property
    def path(self) -> Path:
        """The path of its file."""
        return Path(self.other.location)

    @property
    def title(self) -> str:
        """The title of the other survey; its rows keep the sources that they have there."""
        return self.other.title

    def assess_rows(self, survey: Survey, title: str, choices: Choices = NO_CHOICES,
                    progress: Progress = no_progress) -> ImportAssessment:
        """Assess the sites of the other survey. Raises SameSurvey and what reading a survey raises."""
        key = survey.location, survey.head(), self.other.head()
        return in_worker(lambda: self._last.assess(
            key, choices, progress, lambda: AssessedSurvey(survey, self.other, choices, progress)))

    def write(self, survey: Survey, title: str, assessment: ImportAssessment,
              progress: Progress = no_progress) -> Delta:
        """As FileImport.write."""
        return merge_rows(survey, self.other, assessment, progress)


def _exported(survey: Survey, source: Source) -> ExportedSurvey:
    """Return what the survey has of its own observations in an export of it."""
    from yalu_plugin.core.importing.own_exports import observation_ids
    from yalu_plugin.core.importing.site_update import ExportedSurvey

    ids = observation_ids(source)
    return ExportedSurvey(survey.id, {row["id"]: row for row in survey.rows("observations", id=ids)} if ids else {})


def _counted(assessment: ImportAssessment) -> ImportAssessment:
    """Return the same, with its rows counted here and not in the window: that takes a second for a million rows."""
    assessment.counts, assessment.new_sites, assessment.writes  # noqa: B018
    assessment.changed_sites, assessment.differing, assessment.listed  # noqa: B018
    return assessment


ImportJob = Union[FileImport, SurveyImport]


def open_import(path: Path, options: ReadOptions, progress: Progress = no_progress) -> ImportJob:
    """Open the survey at `path`, or read the rows of another file and guess the meaning of its columns.

    Raises what core.importing.source_reader.read_source raises, and for a survey what opening one raises.
    """
    from yalu_plugin.core.importing.column_guessing import guess_columns
    from yalu_plugin.core.importing.source_reader import read_source

    other = survey_at(path)
    if other is not None:
        return SurveyImport(other)
    source = in_worker(lambda: read_source(path, options, progress))
    return FileImport(source, in_worker(lambda: guess_columns(source)))
