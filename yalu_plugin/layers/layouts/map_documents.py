"""The overview and the strip map as documents: their pages and, if these number the sites, the key to the numbers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from qgis.core import QgsFeedback, QgsPrintLayout, QgsProject

from yalu_plugin.layers.layouts.event_pump import clear_lists
from yalu_plugin.layers.layouts.key_pages import add_key_pages
from yalu_plugin.layers.layouts.overview import build_first_page
from yalu_plugin.layers.layouts.page_options import BOOKLET, DEFAULT_STYLE, PAGES, POSTER, PageStyle
from yalu_plugin.layers.layouts.strip_index import index_page
from yalu_plugin.layers.layouts.strip_map import strip_pages
from yalu_plugin.layers.survey.survey import Survey

BOOKLET_SCALE = 50_000  # if neither a scale nor a number of pages is requested


def overview_document(project: QgsProject, survey: Survey, day: date | None, template: Path | None = None,
                      style: PageStyle = DEFAULT_STYLE, feedback: QgsFeedback | None = None) -> list[QgsPrintLayout]:
    """Build the overview and, if it numbers its sites, the pages with the key: a layout each.

    Parameters and errors are those of build_overview; `template` is for the first page.
    """
    first = build_first_page(project, survey, day, template, style, feedback)
    pages = add_key_pages(project, survey, [first.layout], first, style, feedback)
    states = list(first.shown.states.values())
    first.shown.states.clear()
    clear_lists((first.shown.sites, first.shown.outside, states), feedback)
    return pages


def strip_document(project: QgsProject, survey: Survey, day: date | None, template: Path | None = None,
                   style: PageStyle = DEFAULT_STYLE, pages: int = 0, scale: int = 0,
                   feedback: QgsFeedback | None = None, form: str = PAGES) -> list[QgsPrintLayout]:
    """Build the strip map and, if it numbers its sites, the pages with the key: a layout each.

    `form`, one of FORMS: pages, a poster with all panels on one long page, or a booklet: many pages after an index page
    that shows where each of them is. The other parameters and errors are those of build_strip_map (and PosterTooLong,
    PanelsSideBySide); `template` is for the pages of the map itself.
    """
    if form == BOOKLET and not pages and not scale:
        scale = BOOKLET_SCALE
    layouts, first = strip_pages(project, survey, day, template, style, pages, scale, feedback, form == POSTER)
    if form == BOOKLET:
        layouts = [index_page(project, survey, first.shown.day, layouts, style, feedback), *layouts]
    return add_key_pages(project, survey, layouts, first, style, feedback)
