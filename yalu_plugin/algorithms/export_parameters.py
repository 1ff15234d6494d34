"""The parameters of the algorithms that export documents."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import (
    QgsProcessingParameterColor,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from yalu_plugin.algorithms.algorithm import survey_parameter
from yalu_plugin.core.report_chapters import ALL, CHAPTERS, OBSERVED
from yalu_plugin.i18n import LANGUAGES, tr
from yalu_plugin.layers.layouts.documents import Document
from yalu_plugin.layers.layouts.page_options import FORMATS, FORMS, ORIENTATIONS, SIZES, file_suffix

SURVEY, DATE, FORMAT, TEMPLATE, OUTPUT = "SURVEY", "DATE", "FORMAT", "TEMPLATE", "OUTPUT"
PAGE, LANGUAGE, LOGO, CLASSIFICATION, ACCENT = "PAGE", "LANGUAGE", "LOGO", "CLASSIFICATION", "ACCENT"
ORIENTATION, FORM, PAGES, SCALE, REPORT_CHAPTERS, SHEETS = (
    "ORIENTATION", "FORM", "PAGES", "SCALE", "CHAPTERS", "SHEETS")
OPTIONS = {FORMAT: FORMATS, PAGE: tuple(SIZES), LANGUAGE: tuple(LANGUAGES), ORIENTATION: ORIENTATIONS, FORM: FORMS,
           SHEETS: (ALL, OBSERVED)}


def parameters_of(document: Document, title: str) -> Iterator[QgsProcessingParameterDefinition]:
    """Yield the parameters of the algorithm that exports a document; `title` is its name in the user's language."""
    yield _with_help(survey_parameter(SURVEY), tr("The survey file (.gpkg). It is only read."))
    yield _with_help(
        QgsProcessingParameterDateTime(DATE, tr("Date"), QgsProcessingParameterDateTime.Type.Date, optional=True),
        tr("A UTC day such as 2025-07-30: the sites are shown as they were then. Empty: the latest date in the "
           "survey."))
    yield _with_help(
        QgsProcessingParameterEnum(FORMAT, tr("Format"), [name.upper() for name in FORMATS], optional=True),
        tr("PDF (0) keeps text as text, PNG (1) has 250 dots per inch, SVG (2) can be edited, GEOPDF (3) has the "
           "layers of its maps: give the name or the number. If empty, the suffix of the file to write decides. "
           "Several pages in any format except plain PDF are written as files in a folder."))
    yield from _style_parameters(document)
    files = ";;".join(f"{name.upper()} (*.{name})" for name in FORMATS if file_suffix(name) == name)
    yield _with_help(QgsProcessingParameterFileDestination(OUTPUT, title, files),
                     tr("The file to write. It is replaced only when the new one is complete."))
    if document.has_pages:
        yield from _strip_parameters()
    if document.has_chapters:
        yield from _chapter_parameters()


def _style_parameters(document: Document) -> Iterator[QgsProcessingParameterDefinition]:
    if document.template_items:
        yield _with_help(
            QgsProcessingParameterFile(TEMPLATE, tr("Template"), extension="qpt", optional=True),
            tr("A layout template (.qpt) of your own. Its items are found by their ids: {ids}. A template is code: "
               "use none of unknown origin.").format(ids=document.template_items))
    yield _with_help(QgsProcessingParameterEnum(PAGE, tr("Page size"), list(SIZES), optional=True),
                     tr("A4 (0), A3 (1), A2 (2) or A1 (3): give the name or the number. Empty: the template's."))
    if document.has_orientation:
        yield _with_help(
            QgsProcessingParameterEnum(ORIENTATION, tr("Orientation"), list(ORIENTATIONS), optional=True),
            tr("landscape (0) or portrait (1): give the name or the number. A template of your own keeps its "
               "orientation."))
    yield _with_help(QgsProcessingParameterEnum(LANGUAGE, tr("Language"), list(LANGUAGES.values()), optional=True),
                     tr("The language of the page: en (0), ko (1) or zh_CN (2). Empty: the language of QGIS."))
    yield _with_help(QgsProcessingParameterFile(LOGO, tr("Logo"), optional=True),
                     tr("A picture (SVG, PNG, JPEG) for the upper right corner."))
    yield _with_help(QgsProcessingParameterString(CLASSIFICATION, tr("Classification"), optional=True),
                     tr("A line for the head and the foot of each page."))
    yield _with_help(QgsProcessingParameterColor(ACCENT, tr("Accent colour"), opacityEnabled=False, optional=True),
                     tr("The colour of the bar at the head of each page."))


def _strip_parameters() -> Iterator[QgsProcessingParameterDefinition]:
    number = QgsProcessingParameterNumber
    yield _with_help(
        number(PAGES, tr("Pages"), number.Type.Integer, 0, minValue=0, maxValue=100),
        tr("How many pages the map may take; the more, the larger the scale. 0: one, or up to four so that "
           "neighbours can be told apart."))
    yield _with_help(
        number(SCALE, tr("Scale 1:"), number.Type.Integer, None, True, minValue=1000),
        tr("The scale's denominator, such as 100000, on as many pages as that takes. Empty: chosen by the number of "
           "pages."))
    yield _with_help(
        QgsProcessingParameterEnum(FORM, tr("Form"), list(FORMS), optional=True),
        tr("pages (0), poster (1): all panels on one long page, or booklet (2): many pages, at 1:50,000 unless a "
           "scale is given, and first a map that shows where each of them lies. Give the name or the number."))


def _chapter_parameters() -> Iterator[QgsProcessingParameterDefinition]:
    yield _with_help(
        QgsProcessingParameterEnum(REPORT_CHAPTERS, tr("Chapters"), list(CHAPTERS), allowMultiple=True, optional=True,
                                   usesStaticStrings=True),
        tr("The names of the chapters; all of them if empty: {names}.").format(names=", ".join(CHAPTERS)))
    yield _with_help(
        QgsProcessingParameterEnum(SHEETS, tr("Sheets"), list(OPTIONS[SHEETS]), optional=True),
        tr("Which sites have a sheet: all (0), or observed (1), only those with observations."))


def _with_help(parameter: QgsProcessingParameterDefinition, text: str) -> QgsProcessingParameterDefinition:
    parameter.setHelp(text)
    return parameter
