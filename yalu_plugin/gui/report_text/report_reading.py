"""What the dialog for reports reads in the background: a text, its places, and the part of it that is shown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from yalu_plugin.core.work_progress import Progress

if TYPE_CHECKING:
    from yalu_plugin.core.report_text.excerpt import Excerpt
    from yalu_plugin.core.report_text.published_report import NoPlaces, Report
    from yalu_plugin.layers.survey.report_import import ReportImport


class Reading(NamedTuple):
    """A report, and what of its text is shown; either its places or the error that says that there are none."""

    report: Report
    shown: Excerpt
    found: ReportImport | None = None
    error: NoPlaces | None = None


def read_file(path: Path, progress: Progress) -> Reading:
    """Read a file. Raises what read_report and read_rows raise."""
    from yalu_plugin.core.report_text.report_files import read_report

    return _places_of(read_report(path, progress), progress)


def read_text(text: str, name: str, file: Report | None, progress: Progress) -> Reading:
    """Read an edited text: of this file, or else a pasted one called `name`. Raises what pasted_report raises."""
    from yalu_plugin.core.report_text.report_files import pasted_report

    return _places_of(replace(file, text=text) if file else pasted_report(text, name), progress)


def _places_of(report: Report, progress: Progress) -> Reading:
    from yalu_plugin.core.report_text.excerpt import excerpt
    from yalu_plugin.core.report_text.published_report import NoPlaces
    from yalu_plugin.layers.survey.report_import import find_places

    found = find_places(report, progress)
    shown = excerpt(report.text, found.rows.passages)
    return Reading(report, shown, found) if found.rows.source.rows else Reading(report, shown, error=NoPlaces())
