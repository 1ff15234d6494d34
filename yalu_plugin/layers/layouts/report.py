"""The report as one document: contents, overview, strip map, corridor, time line, matrix, counts, site sheets."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from qgis.core import QgsFeedback, QgsPrintLayout, QgsProject

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.report_chapters import ALL, SELECTED, Chapters
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.layouts import statements
from yalu_plugin.layers.layouts.contents_pages import contents_pages
from yalu_plugin.layers.layouts.count_pages import count_pages
from yalu_plugin.layers.layouts.event_pump import ExportCancelled, process_events, run_in_thread
from yalu_plugin.layers.layouts.figure_pages import corridor_pages, timeline_pages
from yalu_plugin.layers.layouts.key_pages import key_pages
from yalu_plugin.layers.layouts.map_documents import overview_document
from yalu_plugin.layers.layouts.matrix_pages import matrix_pages
from yalu_plugin.layers.layouts.measured_crossings import measured_crossings
from yalu_plugin.layers.layouts.page_iterator import page_count
from yalu_plugin.layers.layouts.page_options import DEFAULT_STYLE, PageStyle
from yalu_plugin.layers.layouts.page_template import fill_expressions
from yalu_plugin.layers.layouts.site_sheets import build_sheets
from yalu_plugin.layers.layouts.strip_map import strip_pages
from yalu_plugin.layers.survey.survey import Survey

MEASURED = {"corridor", "timeline", "matrix", "counts"}  # chapters that need the measured crossings
EVERYTHING = Chapters()
INDENT = "      "
NAME = 90  # characters of a site's name; its sheet has all


class NoChapter(YaluError):
    """A report without any page was requested."""

    template = translatable("The report would have no page: none of its chapters is chosen, or no site has a sheet. "
                            "Choose more.")


def build_report(project: QgsProject, survey: Survey, day: date | None, style: PageStyle = DEFAULT_STYLE,
                 feedback: QgsFeedback | None = None, chapters: Chapters = EVERYTHING,
                 selected: Collection[str] = ()) -> list[QgsPrintLayout]:
    """Build the pages of these chapters of the report on `survey` as of the UTC `day` (None: the survey's latest).

    `selected`: the ids of the sites that have a sheet if `chapters` requests selected sites. `project` must hold the
    survey's layers. `feedback` receives one percent per part (most of the work is writing the pages) and may cancel
    between them. Raises NoChapter, ExportCancelled and what the parts raise (overview_document, strip_pages,
    build_sheets; MissingPackages).
    """
    day = run_in_thread(lambda: statements.day_shown(survey, day), feedback)[0]
    parts: list[QgsPrintLayout] = []
    for number, part in enumerate(_parts(project, survey, day, style, feedback, chapters, selected), 1):
        parts += part
        if feedback is not None:
            feedback.setProgress(number)  # a window shows it, and receives a Cancel meanwhile
            if feedback.isCanceled():
                raise ExportCancelled()
    if not parts:
        raise NoChapter()
    entries = _entries(parts)
    contents = contents_pages(project, survey, day, style, entries, feedback)
    _number([*contents, *parts], feedback)
    return [*contents, *parts]


def _parts(project: QgsProject, survey: Survey, day: date, style: PageStyle, feedback: QgsFeedback | None,
           chapters: Chapters, selected: Collection[str]) -> Iterator[Sequence[QgsPrintLayout]]:
    if "overview" in chapters.names:
        yield overview_document(project, survey, day, None, style, feedback)
    if "strip_map" in chapters.names:
        yield _strip_map_pages(project, survey, day, style, feedback)
    if MEASURED & set(chapters.names):
        yield from _measured_pages(project, survey, day, style, feedback, chapters)
    if "sheets" in chapters.names:
        site_ids = _with_sheets(survey, chapters, selected)
        if site_ids is None or site_ids:
            yield [build_sheets(project, survey, day, None, style, feedback, site_ids=site_ids)]


def _with_sheets(survey: Survey, chapters: Chapters, selected: Collection[str]) -> set[str] | None:
    """Return the ids of the located sites that have a sheet; None: all."""
    if chapters.sheets == ALL:
        return None
    wanted = set(selected) if chapters.sheets == SELECTED else {row["site_id"] for row in survey.rows("observations")}
    return {row["id"] for row in survey.rows("sites") if row.get("geom") and row["id"] in wanted}


def _measured_pages(project: QgsProject, survey: Survey, day: date, style: PageStyle, feedback: QgsFeedback | None,
                    chapters: Chapters) -> Iterator[Sequence[QgsPrintLayout]]:
    from yalu_plugin.layers.corridor.chart_data import chart_data

    measured = measured_crossings(survey, day)
    process_events(feedback)
    data = chart_data(survey, measured, day)
    process_events(feedback)
    if "corridor" in chapters.names:
        yield corridor_pages(project, survey, measured, data, style, feedback)
    if "timeline" in chapters.names:
        yield timeline_pages(project, survey, measured, data, style, feedback)
    if "matrix" in chapters.names:
        yield matrix_pages(project, survey, measured, day, data.statement, style, feedback)
    if "counts" in chapters.names:
        yield count_pages(project, survey, day, data.statement, style, feedback)


def _strip_map_pages(project: QgsProject, survey: Survey, day: date, style: PageStyle, feedback: QgsFeedback | None
                     ) -> list[QgsPrintLayout]:
    """Build the strip map with its dense reaches; the key to its numbers is on the overview's pages."""
    pages, first = strip_pages(project, survey, day, None, style, 0, 0, feedback)
    if first.numbered is None:
        return pages
    return [*pages, *key_pages(project, survey, first, first.numbered, style, feedback, table=False)]


def _entries(parts: Sequence[QgsPrintLayout]) -> list[tuple[str, int]]:
    """Return the entries of the contents with page numbers after the contents: each part, and each site sheet."""
    entries, page, last = [], 1, ""
    for layout in parts:
        if layout.name() != last:
            entries.append((layout.name(), page))
        last = layout.name()
        if layout.atlas().enabled():
            names = (layout.atlas().nameForPage(number) for number in range(page_count(layout)))
            entries += [(f"{INDENT}{one_line(name, NAME)}", page + number) for number, name in enumerate(names)]
        page += page_count(layout)
    return entries


def _number(layouts: Sequence[QgsPrintLayout], feedback: QgsFeedback | None) -> None:
    """Write "7 / 52" on each page; the pages of an atlas compute their numbers."""
    total, page = sum(page_count(layout) for layout in layouts), 1
    for layout in layouts:
        number = f"[% {page - 1} + @atlas_featurenumber %]" if layout.atlas().enabled() else str(page)
        fill_expressions(layout, {"page_number": f"{number} / {total}"})
        layout.refresh()
        process_events(feedback)
        page += page_count(layout)
