"""The table of contents of the report, on as many pages as it needs (resources/layouts/contents.qpt)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from qgis.core import QgsFeedback, QgsLayoutFrame, QgsPrintLayout, QgsProject
from qgis.PyQt import sip

from yalu_plugin.i18n import tr
from yalu_plugin.layers.layouts import statements
from yalu_plugin.layers.layouts.event_pump import process_events
from yalu_plugin.layers.layouts.page_options import PageStyle
from yalu_plugin.layers.layouts.page_tables import fill_tables
from yalu_plugin.layers.layouts.page_template import fill, fill_heading, from_template
from yalu_plugin.layers.survey.survey import Survey

ITEMS = {"contents_1": QgsLayoutFrame, "contents_2": QgsLayoutFrame}


def contents_pages(project: QgsProject, survey: Survey, day: date, style: PageStyle, entries: Sequence[tuple[str, int]],
                   feedback: QgsFeedback | None = None) -> list[QgsPrintLayout]:
    """Build the pages that list `entries`: names and page numbers, counted from 1 after the contents.

    `feedback` may cancel. Raises ExportCancelled and what from_template raises.
    """
    previous, pages = 1, _pages(project, survey, day, style, entries, 1, feedback)
    while len(pages) != previous:  # how many pages are needed is known only once they are built
        previous = len(pages)
        for page in pages:
            sip.delete(page)
        pages = _pages(project, survey, day, style, entries, previous, feedback)
    return pages


def _pages(project: QgsProject, survey: Survey, day: date, style: PageStyle, entries: Sequence[tuple[str, int]],
           previous: int, feedback: QgsFeedback | None) -> list[QgsPrintLayout]:
    """Build the pages, on the assumption that they are `previous` in number."""
    rows = [(name, str(page + previous)) for name, page in entries]
    pages: list[QgsPrintLayout] = []
    while rows:
        page, items = from_template(project, None, "contents", ITEMS, style, feedback)
        process_events(feedback)
        page.setName(tr("Contents"))
        of_the_day = tr("Report as of {day} (UTC)").format(day=day)
        fill_heading(page, style.texts, f"{of_the_day}\n{_what_is_of_the_day()}")
        fill(page, {"survey": statements.survey_line(survey)})
        whole = page.itemById("licences")  # a table is as wide as its columns
        width = whole.pos().x() + whole.rect().width() - items["contents_2"].pos().x()
        columns = ((tr("Contents"), 78), (tr("Page"), 12))
        rows = rows[fill_tables(page, list(items.values()), columns, rows, width, feedback):]
        pages.append(page)
        process_events(feedback)
    return pages


def _what_is_of_the_day() -> str:
    """Return which parts of the report are of its day, and which of the day it was created."""
    return tr("States, observations and which sites count are as of that day; sites, their positions and published "
              "figures as the survey has them now.")
