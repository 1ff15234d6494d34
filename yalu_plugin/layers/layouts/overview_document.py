"""The overview as a document: the map and, where it numbers its sites, the pages with the key to them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from qgis.core import QgsFeedback, QgsPrintLayout, QgsProject

from yalu_plugin.layers.layouts.breath import free
from yalu_plugin.layers.layouts.choices import PLAIN, Look
from yalu_plugin.layers.layouts.key_pages import with_key
from yalu_plugin.layers.layouts.overview import first_page
from yalu_plugin.layers.survey.survey import Survey


def overview_document(project: QgsProject, survey: Survey, day: date | None, template: Path | None = None,
                      look: Look = PLAIN, feedback: QgsFeedback | None = None) -> list[QgsPrintLayout]:
    """The overview and, where it numbers its sites, the pages with the key to them: a layout each.

    Parameters and errors are those of build_overview; `template` is the first page's.
    """
    first = first_page(project, survey, day, template, look, feedback)
    pages = with_key(project, survey, [first.layout], first, look, feedback)
    states = list(first.shown.states.values())
    first.shown.states.clear()
    free((first.shown.sites, first.shown.outside, states), feedback)
    return pages
