"""What is imported, a file of sites or a survey, and what the dialog does with it aside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Union

from yalu_plugin.core.worker import in_worker
from yalu_plugin.layers.background import Background
from yalu_plugin.layers.survey.open import Survey

if TYPE_CHECKING:
    from yalu_plugin.core.importing.columns import ColumnMap
    from yalu_plugin.core.importing.judged import Judged
    from yalu_plugin.core.importing.source import ReadOptions, Source
    from yalu_plugin.core.published import Rows

Answers = Mapping[int, str]  # core.importing.judged.Choices.rows
Words = Mapping[str, Mapping[str, str]]  # what was decided of texts, by field: kind, state, date


@dataclass(frozen=True)
class FileImport:
    """A file of sites: its rows, and what its columns mean."""

    source: Source
    column_map: ColumnMap

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self.source.path

    def with_columns(self, column_map: ColumnMap) -> FileImport:
        """The same with other columns."""
        return replace(self, column_map=column_map)

    def judge(self, survey: Survey, title: str, answers: Answers, words: Words, task: Background) -> Judged:
        """What becomes of the rows as a source of this title, with what the analyst decided."""
        from yalu_plugin.core.importing.judge import judge
        from yalu_plugin.core.importing.judged import Choices
        from yalu_plugin.layers.survey.importing import river_lines

        choices = Choices(words["kind"], words["state"], words["date"], answers)
        known, river = survey.known_sites(title), river_lines(survey)
        return in_worker(lambda: judge(self.source, self.column_map, choices, known, river, task.progress))

    def write(self, survey: Survey, title: str, judged: Judged) -> Rows:
        """Write what is included; returns the rows written."""
        from yalu_plugin.layers.survey.importing import import_rows

        return import_rows(survey, judged.rows, title)


@dataclass(frozen=True)
class SurveyImport:
    """Another survey, taken over whole."""

    other: Survey

    @property
    def path(self) -> Path:
        """Where its file is."""
        return self.other.path

    def judge(self, survey: Survey, _title: str, answers: Answers, _words: Words, task: Background) -> Judged:
        """What becomes of its sites."""
        from yalu_plugin.layers.survey.merging import judge_survey

        return in_worker(lambda: judge_survey(survey, self.other, answers, task.progress))

    def write(self, survey: Survey, _title: str, judged: Judged) -> Rows:
        """Write what is included; returns the rows written."""
        from yalu_plugin.layers.survey.merging import merge_rows

        return merge_rows(survey, self.other, judged)


Import = Union[FileImport, SurveyImport]


def open_import(path: Path, options: ReadOptions, task: Background) -> Import:
    """The survey at `path`, or the rows of another file and the likely meaning of its columns."""
    from yalu_plugin.core.importing.columns import guess_columns
    from yalu_plugin.core.importing.reading import read_source
    from yalu_plugin.layers.survey.merging import survey_at

    other = survey_at(path)
    if other is not None:
        return SurveyImport(other)
    source = in_worker(lambda: read_source(path, options))
    return FileImport(source, in_worker(lambda: guess_columns(source)))
