"""What the export dialog can make: name, file name, and how its pages are built in a project."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from qgis.core import QgsFeedback, QgsPrintLayout, QgsProject

from yalu_plugin.core.report_chapters import Chapters
from yalu_plugin.core.requirements import need_geopandas
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.layouts.choices import PAGES, Look
from yalu_plugin.layers.layouts.overview_document import overview_document
from yalu_plugin.layers.layouts.report import build_report
from yalu_plugin.layers.layouts.sheets import build_sheets
from yalu_plugin.layers.layouts.strip_document import strip_document
from yalu_plugin.layers.layouts.template import prepare_templates
from yalu_plugin.layers.survey.survey import Survey


@dataclass(frozen=True)
class Order:
    """What a document is made of; pages, scale and form are the strip map's (scale 0: by the pages; pages 0: as it
    takes; form: one of FORMS), `only` the id of the one site that has a sheet, empty for all. `chapters` are
    the report's, `selected` the ids of the selected sites.
    """

    project: QgsProject
    survey: Survey
    day: date | None
    template: Path | None
    look: Look
    feedback: QgsFeedback
    pages: int = 0
    scale: int = 0
    only: str = ""
    form: str = PAGES
    chapters: Chapters = Chapters()
    selected: tuple[str, ...] = ()


@dataclass(frozen=True)
class Document:
    """A kind of document; `words` are to be translated.

    as_on_screen: drawn with the window's own layers, as styled there. has_template: of one template, which the user
    may replace, and which QGIS' layout window can show. is_cut: on as many pages as asked for.
    has_title: its pages have one title, which the user may replace. of_sites: it may be about a single site. turns: its
    pages are landscape or portrait. has_chapters: which may be left out.
    """

    words: str
    file_name: str
    build: Callable[[Order], Sequence[QgsPrintLayout]]
    as_on_screen: bool = False
    has_template: bool = True
    is_cut: bool = False
    has_title: bool = True
    of_sites: bool = False
    turns: bool = False
    has_chapters: bool = False


DOCUMENTS = (
    Document(translatable("Overview map"), "overview", lambda order: overview_document(
        order.project, order.survey, order.day, order.template, order.look, order.feedback), as_on_screen=True,
        turns=True),
    Document(translatable("Strip map"), "strip_map", lambda order: strip_document(
        order.project, order.survey, order.day, order.template, order.look, order.pages, order.scale, order.feedback,
        order.form),
        is_cut=True, turns=True),
    Document(translatable("Site sheets"), "site_sheets", lambda order: [build_sheets(
        order.project, order.survey, order.day, order.template, order.look, order.feedback, order.only)],
        has_title=False, of_sites=True),
    Document(translatable("Report"), "report", lambda order: build_report(
        order.project, order.survey, order.day, order.look, order.feedback, order.chapters, order.selected),
        has_template=False, has_chapters=True))


def load_packages() -> None:
    """Import and read what measuring and drawing need: it takes seconds the first time. Raises MissingPackages."""
    from yalu_plugin.layers.corridor.charts import prepare_charts

    prepare_templates()
    need_geopandas()
    prepare_charts()
