"""The strip map as a document: its pages and, where it numbers its sites, those with the key to them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from qgis.core import QgsFeedback, QgsPrintLayout, QgsProject

from yalu_plugin.layers.layouts.choices import PLAIN, Look
from yalu_plugin.layers.layouts.key_pages import with_key
from yalu_plugin.layers.layouts.strip_map import strip_pages
from yalu_plugin.layers.survey.survey import Survey


def strip_document(project: QgsProject, survey: Survey, day: date | None, template: Path | None = None,
                   look: Look = PLAIN, pages: int = 0, scale: int = 0, feedback: QgsFeedback | None = None
                   ) -> list[QgsPrintLayout]:
    """The strip map and, where it numbers its sites, the pages with the key to them: a layout each.

    Parameters and errors are those of build_strip_map; `template` is that of the map's own pages.
    """
    made, first = strip_pages(project, survey, day, template, look, pages, scale, feedback)
    return with_key(project, survey, made, first, look, feedback)
