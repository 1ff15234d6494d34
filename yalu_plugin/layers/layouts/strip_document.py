"""The strip map as a document: its pages and, where it numbers its sites, those with the key to them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from qgis.core import QgsFeedback, QgsPrintLayout, QgsProject

from yalu_plugin.layers.layouts.choices import BOOKLET, PAGES, PLAIN, POSTER, Look
from yalu_plugin.layers.layouts.key_pages import with_key
from yalu_plugin.layers.layouts.strip_index import index_page
from yalu_plugin.layers.layouts.strip_map import strip_pages
from yalu_plugin.layers.survey.survey import Survey

BOOKLET_SCALE = 50_000  # where neither a scale nor a number of pages is asked for


def strip_document(project: QgsProject, survey: Survey, day: date | None, template: Path | None = None,
                   look: Look = PLAIN, pages: int = 0, scale: int = 0, feedback: QgsFeedback | None = None,
                   form: str = PAGES) -> list[QgsPrintLayout]:
    """The strip map and, where it numbers its sites, the pages with the key to them: a layout each.

    `form`, one of FORMS: pages, a poster with all panels on one long page, or a booklet: many pages, the first of
    which shows where each of the others lies. The other parameters and errors are those of build_strip_map (and
    PosterTooLong, NoRows); `template` is that of the map's own pages.
    """
    if form == BOOKLET and not pages and not scale:
        scale = BOOKLET_SCALE
    made, first = strip_pages(project, survey, day, template, look, pages, scale, feedback, form == POSTER)
    if form == BOOKLET:
        made = [index_page(project, survey, first.shown.day, made, look, feedback), *made]
    return with_key(project, survey, made, first, look, feedback)
