"""The contents of the report: what is on which page, on as many pages as it takes (resources/layouts/contents.qpt)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from qgis.core import QgsFeedback, QgsLayoutFrame, QgsPrintLayout, QgsProject
from qgis.PyQt import sip

from yalu_plugin.i18n import tr
from yalu_plugin.layers.layouts import statements
from yalu_plugin.layers.layouts.event_pump import breathe
from yalu_plugin.layers.layouts.page_options import Look
from yalu_plugin.layers.layouts.page_tables import fill_tables
from yalu_plugin.layers.layouts.page_template import fill, fill_head, from_template
from yalu_plugin.layers.survey.survey import Survey

ITEMS = {"contents_1": QgsLayoutFrame, "contents_2": QgsLayoutFrame}


def contents_pages(project: QgsProject, survey: Survey, day: date, look: Look, entries: Sequence[tuple[str, int]],
                   feedback: QgsFeedback | None = None) -> list[QgsPrintLayout]:
    """The pages that list `entries`: names, and the pages they are on, counted from 1 behind the contents.

    `feedback` may cancel. Raises Cancelled and what from_template raises.
    """
    before, made = 1, _pages(project, survey, day, look, entries, 1, feedback)
    while len(made) != before:  # only the pages themselves tell how many they are
        before = len(made)
        for page in made:
            sip.delete(page)
        made = _pages(project, survey, day, look, entries, before, feedback)
    return made


def _pages(project: QgsProject, survey: Survey, day: date, look: Look, entries: Sequence[tuple[str, int]],
           before: int, feedback: QgsFeedback | None) -> list[QgsPrintLayout]:
    """The pages, if they are `before` ones."""
    rows = [(name, str(page + before)) for name, page in entries]
    made: list[QgsPrintLayout] = []
    while rows:
        page, items = from_template(project, None, "contents", ITEMS, look, feedback)
        breathe(feedback)
        page.setName(tr("Contents"))
        of_the_day = tr("Report as of {day} (UTC)").format(day=day)
        fill_head(page, look.words, f"{of_the_day}\n{_what_is_of_the_day()}")
        fill(page, {"survey": statements.survey_line(survey)})
        whole = page.itemById("licences")  # a table's own width follows its columns
        width = whole.pos().x() + whole.rect().width() - items["contents_2"].pos().x()
        columns = ((tr("Contents"), 78), (tr("Page"), 12))
        rows = rows[fill_tables(page, list(items.values()), columns, rows, width, feedback):]
        made.append(page)
        breathe(feedback)
    return made


def _what_is_of_the_day() -> str:
    """What of the report is of its day, and what of the day it was made."""
    return tr("States, observations and which sites count are as of that day; sites, their positions and published "
              "figures as the survey has them now.")
