"""The documents that can be exported, each declared once: the export dialog and the algorithms read these records.

To add a document, add a record: it is then in the dialog's list, and an algorithm of the toolbox.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from qgis.core import QgsFeedback, QgsPrintLayout, QgsProject

from yalu_plugin.core.report_chapters import Chapters
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.layouts.page_options import PAGES, PageStyle
from yalu_plugin.layers.survey.survey import Survey


@dataclass(frozen=True)
class DocumentRequest:
    """What a document is built from.

    Attributes:
        project: where its layers are added.
        survey: the survey shown.
        day: the UTC day whose states are shown, None for the latest.
        template: the user's layout template, None for the plugin's own.
        style: page size, logo, classification, accent colour, texts.
        feedback: takes progress, and may be cancelled.
        pages, scale, form: of the strip map. Pages 0: as needed; scale 0: by the pages; form: one of FORMS.
        only: the id of the one site that has a sheet, empty for all.
        chapters: of the report.
        selected: the ids of the selected sites.
    """

    project: QgsProject
    survey: Survey
    day: date | None
    template: Path | None
    style: PageStyle
    feedback: QgsFeedback
    pages: int = 0
    scale: int = 0
    only: str = ""
    form: str = PAGES
    chapters: Chapters = Chapters()
    selected: tuple[str, ...] = ()


@dataclass(frozen=True)
class Document:
    """A kind of document; `label`, `title` and `help` are English and translated where they are shown.

    Attributes:
        label: its name in the export dialog.
        file_name: the base name of its file.
        algorithm, title, help: id, name and help of its algorithm.
        build: builds its pages; raises YaluError.
        template_items: ids of the items that a template of the user's needs; empty: there is no template to choose.
        in_window_project: the dialog draws it in the open project, with the layers and styles of the window; an
            algorithm shows the survey's scene of the day beneath it instead.
        has_pages: it is cut into as many pages as requested.
        has_title: its pages have one title, which the user may replace.
        of_sites: it may be limited to a single site.
        has_orientation: its pages are landscape or portrait.
        has_chapters: chapters may be left out.
    """

    label: str
    file_name: str
    algorithm: str
    title: str
    help: str
    build: Callable[[DocumentRequest], Sequence[QgsPrintLayout]]
    template_items: str = ""
    in_window_project: bool = False
    has_pages: bool = False
    has_title: bool = True
    of_sites: bool = False
    has_orientation: bool = False
    has_chapters: bool = False


# imported on first use: QGIS loads the algorithms at its start


def _overview(request: DocumentRequest) -> Sequence[QgsPrintLayout]:
    from yalu_plugin.layers.layouts.map_documents import overview_document

    return overview_document(request.project, request.survey, request.day, request.template, request.style,
                             request.feedback)


def _strip_map(request: DocumentRequest) -> Sequence[QgsPrintLayout]:
    from yalu_plugin.layers.layouts.map_documents import strip_document

    return strip_document(request.project, request.survey, request.day, request.template, request.style,
                          request.pages, request.scale, request.feedback, request.form)


def _site_sheets(request: DocumentRequest) -> Sequence[QgsPrintLayout]:
    from yalu_plugin.layers.layouts.site_sheets import build_sheets

    return [build_sheets(request.project, request.survey, request.day, request.template, request.style,
                         request.feedback, request.only)]


def _report(request: DocumentRequest) -> Sequence[QgsPrintLayout]:
    from yalu_plugin.layers.layouts.report import build_report

    return build_report(request.project, request.survey, request.day, request.style, request.feedback,
                        request.chapters, request.selected)


DOCUMENTS = (
    Document(
        translatable("Overview map"), "overview", "exportoverview", translatable("Export overview map"),
        translatable("Creates the overview map of a survey: every located crossing, the barge reach boxed and "
                     "enlarged, legend, scale bar, north arrow, coordinate grid, sources, dates and licences on one "
                     "sheet. If there are many sites it shows their numbers; dense reaches and the key are on further "
                     "pages. The survey's scene of the date, if it has one, is shown beneath the map."),
        _overview, "title, main_map, inset_map, legend, scale_bar, north_arrow, sources, dates, licences, synthetic",
        in_window_project=True, has_orientation=True),
    Document(
        translatable("Strip map"), "strip_map", "exportstripmap", translatable("Export strip map"),
        translatable("Cuts the river from the first crossing to the last into panels that overlap, each turned along "
                     "its reach, with match lines, chainage, sites and places. Without a scale, the largest round one "
                     "at which the panels fit on the given number of pages. If there are many sites it shows their "
                     "numbers; a further page has the key."),
        _strip_map, "panel_1, panel_2, ..., scale_bar", has_pages=True, has_orientation=True),
    Document(
        translatable("Site sheets"), "site_sheets", "exportsitesheets", translatable("Export site sheets"),
        translatable("Creates a page for each located site: an image from before and one that shows its state, with "
                     "dates, kinds of date and sources, its location, its coordinates (degrees, minutes and seconds, "
                     "MGRS), chainage and neighbours along the river, county, observations so far and sources."),
        _site_sheets, "before_map, after_map, locator_map, observations", has_title=False, of_sites=True),
    Document(
        translatable("Report"), "report", "exportreport", translatable("Export report"),
        translatable("Creates one document with contents and page numbers: the overview map, the strip map, the "
                     "crossings along the river as a chart and a table, crossings per quarter next to the published "
                     "figures, sites by dates, and a sheet for each site. Chapters can be left out: the sheets of "
                     "hundreds of sites take minutes."),
        _report, has_chapters=True))
