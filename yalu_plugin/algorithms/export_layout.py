"""The base class of the algorithms that export layouts: from a survey and a day to a file of pages."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from qgis.core import (
    QgsPrintLayout,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingMultiStepFeedback,
    QgsProcessingParameterColor,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
    QgsProject,
)
from qgis.PyQt.QtGui import QIcon

from yalu_plugin.algorithms.algorithm import YaluAlgorithm, read_survey, survey_parameter
from yalu_plugin.core.errors import YaluError
from yalu_plugin.i18n import LANGUAGES, error_text, language, tr
from yalu_plugin.layers.layouts.choices import FORMATS, FORMS, ORIENTATIONS, SIZES, Look, ending
from yalu_plugin.layers.survey.survey import Survey
from yalu_plugin.paths import resource

ALIASES = {"zh": "zh_cn"}  # other names of options


class LayoutRequest(NamedTuple):
    """The input from which every kind of page is built: see build_overview, build_sheets and so on."""

    project: QgsProject
    survey: Survey
    day: date | None
    template: Path | None
    style: Look


class ExportLayout(YaluAlgorithm):
    """Builds pages in a separate project, so that they do not depend on the project open in QGIS."""

    SURVEY, DATE, FORMAT, TEMPLATE, OUTPUT = "SURVEY", "DATE", "FORMAT", "TEMPLATE", "OUTPUT"
    PAGE, LANGUAGE, LOGO, CLASSIFICATION, ACCENT = "PAGE", "LANGUAGE", "LOGO", "CLASSIFICATION", "ACCENT"
    ORIENTATION, FORM = "ORIENTATION", "FORM"
    OPTIONS = {FORMAT: FORMATS, PAGE: tuple(SIZES), LANGUAGE: tuple(LANGUAGES), ORIENTATION: ORIENTATIONS, FORM: FORMS}
    has_orientation = False  # whether there is a parameter for landscape or portrait
    template_items = ""  # ids of the items that a template needs, for the help; empty: there is no template parameter

    @abstractmethod
    def build(self, request: LayoutRequest, parameters: dict[str, Any], context: QgsProcessingContext,
              feedback: QgsProcessingFeedback) -> QgsPrintLayout | Sequence[QgsPrintLayout]:
        """Build and return the pages.

        Raises:
            YaluError: the pages cannot be built.
        """

    def icon(self) -> QIcon:
        """Return the icon in the toolbox."""
        return QIcon(str(resource("icons", "overview.svg")))

    def flags(self) -> Any:
        """Return the flags; the algorithm runs on the main thread, to which layouts and projects belong."""
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        """Check the values; options may be given by name or by number, and messages start with the wrong value."""
        given = self._with_option_numbers(parameters)
        checked = (self.parameterDefinition(name) for name in (self.DATE, *self.OPTIONS))
        wrong = [one.name() for one in checked if one is not None and given.get(one.name()) not in (None, "")
                 and not one.checkValueIsAcceptable(given[one.name()], context)]
        if not wrong:
            return super().checkParameterValues(given, context)
        name = wrong[0]
        if name == self.DATE:
            return False, tr("{value} is not a day. Write {name} as 2025-07-30.").format(value=given[name], name=name)
        return False, tr("{value} is not an option of {name}. Write one of {choices}.").format(
            value=given[name], name=name, choices=", ".join(self.OPTIONS[name]))

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare the parameters and outputs."""
        survey = survey_parameter(self.SURVEY)
        survey.setHelp(tr("The survey file (.gpkg). It is only read."))
        day = QgsProcessingParameterDateTime(self.DATE, tr("Date"), QgsProcessingParameterDateTime.Type.Date,
                                             optional=True)
        day.setHelp(tr("A UTC day such as 2025-07-30: the sites are shown as they were then. Empty: the latest date "
                       "in the survey."))
        kind = QgsProcessingParameterEnum(self.FORMAT, tr("Format"), [name.upper() for name in FORMATS],
                                          optional=True)
        kind.setHelp(tr("PDF (0) keeps text as text, PNG (1) has 250 dots per inch, SVG (2) can be edited, GEOPDF (3) "
                        "has the layers of its maps: give the name or the number. If empty, the suffix of the file to "
                        "write decides. Several pages in any format except plain PDF are written as files in a "
                        "folder."))
        output = QgsProcessingParameterFileDestination(
            self.OUTPUT, self.displayName(), ";;".join(f"{name.upper()} (*.{name})" for name in FORMATS
                                                       if ending(name) == name))
        output.setHelp(tr("The file to write. It is replaced only when the new one is complete."))
        for parameter in (survey, day, kind, *self._style_parameters(), output):
            self.addParameter(parameter)

    def processAlgorithm(self, parameters: dict[str, Any], context: QgsProcessingContext,
                         feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Build the pages and write the file; returns the output."""
        from yalu_plugin.layers.layouts.export import check_place, export
        from yalu_plugin.layers.layouts.lifetime import pages_of
        from yalu_plugin.layers.layouts.template_file import read_template

        parameters = self._with_option_numbers(parameters)
        path = Path(self.parameterAsFileOutput(parameters, self.OUTPUT, context))
        template = self.parameterAsFile(parameters, self.TEMPLATE, context) if self.template_items else ""
        selected = self.parameterAsDateTime(parameters, self.DATE, context).date()
        day = date(selected.year(), selected.month(), selected.day()) if selected.isValid() else None
        steps = QgsProcessingMultiStepFeedback(2, feedback)
        kind = self._option(parameters, self.FORMAT, context)
        try:
            check_place(path, kind)
            if template:
                feedback.pushWarning(read_template(Path(template)).warning())
            survey = read_survey(self.parameterAsFile(parameters, self.SURVEY, context), feedback)
            with pages_of(survey) as project:
                with language(self._option(parameters, self.LANGUAGE, context)):
                    request = LayoutRequest(project, survey, day, Path(template) if template else None,
                                  self._style(parameters, context, survey))
                    layouts = self.build(request, parameters, context, steps)
                steps.setCurrentStep(1)
                if feedback.isCanceled():
                    return {}
                written = export(layouts, path, kind, steps)
        except YaluError as error:
            raise QgsProcessingException(error_text(error)) from error
        return {self.OUTPUT: str(written)}

    def _style_parameters(self) -> list[QgsProcessingParameterDefinition]:
        template = QgsProcessingParameterFile(self.TEMPLATE, tr("Template"), extension="qpt", optional=True)
        template.setHelp(tr("A layout template (.qpt) of your own. Its items are found by their ids: {ids}. A template "
                            "is code: use none of unknown origin.").format(
            ids=self.template_items))
        page = QgsProcessingParameterEnum(self.PAGE, tr("Page size"), list(SIZES), optional=True)
        page.setHelp(tr("A4 (0), A3 (1), A2 (2) or A1 (3): give the name or the number. Empty: the template's."))
        page_language = QgsProcessingParameterEnum(
            self.LANGUAGE, tr("Language"), list(LANGUAGES.values()), optional=True)
        page_language.setHelp(tr("The language of the page: en (0), ko (1) or zh_CN (2). Empty: the language of QGIS."))
        logo = QgsProcessingParameterFile(self.LOGO, tr("Logo"), optional=True)
        logo.setHelp(tr("A picture (SVG, PNG, JPEG) for the upper right corner."))
        line = QgsProcessingParameterString(self.CLASSIFICATION, tr("Classification"), optional=True)
        line.setHelp(tr("A line for the head and the foot of each page."))
        accent = QgsProcessingParameterColor(self.ACCENT, tr("Accent colour"), opacityEnabled=False, optional=True)
        accent.setHelp(tr("The colour of the bar at the head of each page."))
        orientation = QgsProcessingParameterEnum(self.ORIENTATION, tr("Orientation"), list(ORIENTATIONS), optional=True)
        orientation.setHelp(tr("landscape (0) or portrait (1): give the name or the number. A template of your own "
                               "keeps its orientation."))
        return [*([template] if self.template_items else []), page,
                *([orientation] if self.has_orientation else []), page_language, logo, line, accent]

    def _style(self, parameters: dict[str, Any], context: QgsProcessingContext, survey: Survey) -> Look:
        """Return the style of the pages, with the texts stored in the survey."""
        from yalu_plugin.core.cartography.page_texts import PAGE_TEXTS_KEY, page_texts_from_json

        accent = self.parameterAsColor(parameters, self.ACCENT, context)
        return Look(self._option(parameters, self.PAGE, context), self.parameterAsFile(parameters, self.LOGO, context),
                    self.parameterAsString(parameters, self.CLASSIFICATION, context),
                    accent.name() if accent.isValid() else "",
                    self._option(parameters, self.ORIENTATION, context) if self.has_orientation else "",
                    page_texts_from_json(survey.kept_text(PAGE_TEXTS_KEY)))

    def _option(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> str:
        if parameters.get(name) in (None, ""):
            return ""
        return self.OPTIONS[name][self.parameterAsEnum(parameters, name, context)]

    def _with_option_numbers(self, parameters: dict[str, Any]) -> dict[str, Any]:
        given = {name: str(parameters.get(name, "")).lower() for name in self.OPTIONS}
        given = {name: ALIASES.get(word, word) for name, word in given.items()}
        lower = {name: [option.lower() for option in choices] for name, choices in self.OPTIONS.items()}
        return {**parameters, **{name: lower[name].index(word) for name, word in given.items() if word in lower[name]}}
