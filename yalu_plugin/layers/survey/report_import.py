"""The import of a report: the coordinates in its text as rows, for dialog, algorithm and scripts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from yalu_plugin.core.work_progress import Progress, no_progress, part_of
from yalu_plugin.layers.survey.import_job import FileImport
from yalu_plugin.paths import resource

if TYPE_CHECKING:
    from yalu_plugin.core.report_text.published_report import Report
    from yalu_plugin.core.report_text.report_rows import ReportRows

READ = 0.3  # share of the time: the rest goes into finding the places


class ReportImport(NamedTuple):
    """A report, its rows as an import, and where each of them stands in its text."""

    report: Report
    rows: ReportRows

    @property
    def job(self) -> FileImport:
        """The import of the rows, with what the report says of its source."""
        from yalu_plugin.core.report_text.report_rows import COLUMN_MAP

        return FileImport(self.rows.source, COLUMN_MAP, source_details(self.report))


def open_report(path: Path, progress: Progress = no_progress) -> ReportImport:
    """Read a file and find the places in its text. Raises what read_report and read_rows raise."""
    from yalu_plugin.core.report_text.report_files import read_report

    return find_places(read_report(path, part_of(progress, 0, READ)), part_of(progress, READ, 1 - READ))


def find_places(report: Report, progress: Progress = no_progress) -> ReportImport:
    """Find the places in a text. Raises what read_rows raises."""
    from yalu_plugin.core.report_text.report_rows import read_rows
    from yalu_plugin.core.report_text.sentence_words import known_names

    return ReportImport(report, read_rows(report, known_names(resource("data")), progress))


def source_details(report: Report) -> Mapping[str, str]:
    """Return the columns of the source's row that the report fills, besides its title."""
    stated = {"author": report.author, "published_on": report.published_on, "url": report.url}
    return {name: value for name, value in stated.items() if value}
