"""What the algorithms that write layouts share: survey and day in, pages made in a project of their own, a file out."""

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

from yalu_plugin.algorithms.algorithm import YaluAlgorithm, survey_of, survey_parameter
from yalu_plugin.core.errors import YaluError
from yalu_plugin.i18n import LANGUAGES, error_text, language, tr
from yalu_plugin.layers.layouts.choices import FORMATS, FORMS, ORIENTATIONS, SIZES, Look, ending
from yalu_plugin.layers.survey.survey import Survey
from yalu_plugin.paths import resource

ALSO = {"zh": "zh_cn"}  # other names of choices


class Order(NamedTuple):
    """What every kind of page is made of: see build_overview, build_sheets and their like."""

    project: QgsProject
    survey: Survey
    day: date | None
    template: Path | None
    look: Look


class ExportLayout(YaluAlgorithm):
    """Builds pages in a project of their own, so that they look the same whatever is open in QGIS."""

    SURVEY, DATE, FORMAT, TEMPLATE, OUTPUT = "SURVEY", "DATE", "FORMAT", "TEMPLATE", "OUTPUT"
    PAGE, LANGUAGE, LOGO, CLASSIFICATION, ACCENT = "PAGE", "LANGUAGE", "LOGO", "CLASSIFICATION", "ACCENT"
    ORIENTATION, FORM = "ORIENTATION", "FORM"
    CHOICES = {FORMAT: FORMATS, PAGE: tuple(SIZES), LANGUAGE: tuple(LANGUAGES), ORIENTATION: ORIENTATIONS, FORM: FORMS}
    turns = False  # whether the pages may be landscape or portrait
    template_items = ""  # ids that a template needs, for the help; empty: there is no template to choose

    @abstractmethod
    def build(self, order: Order, parameters: dict[str, Any], context: QgsProcessingContext,
              feedback: QgsProcessingFeedback) -> QgsPrintLayout | Sequence[QgsPrintLayout]:
        """The pages. Raises YaluError."""

    def icon(self) -> QIcon:
        """The picture in the toolbox."""
        return QIcon(str(resource("icons", "overview.svg")))

    def flags(self) -> Any:
        """On the main thread: a layout and its project belong to it."""
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        """A choice may be given by its name, too; QGIS knows numbers. What is wrong is told with its value first."""
        given = self._numbered(parameters)
        asked = (self.parameterDefinition(name) for name in (self.DATE, *self.CHOICES))
        wrong = [one.name() for one in asked if one is not None and given.get(one.name()) not in (None, "")
                 and not one.checkValueIsAcceptable(given[one.name()], context)]
        if not wrong:
            return super().checkParameterValues(given, context)
        name = wrong[0]
        if name == self.DATE:
            return False, tr("{value} is not a day. Write {name} as 2025-07-30.").format(value=given[name], name=name)
        return False, tr("{value} is not a choice of {name}. Write one of {choices}.").format(
            value=given[name], name=name, choices=", ".join(self.CHOICES[name]))

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare the parameters and outputs."""
        survey = survey_parameter(self.SURVEY)
        survey.setHelp(tr("The survey file (.gpkg). It is only read."))
        day = QgsProcessingParameterDateTime(self.DATE, tr("Date"), QgsProcessingParameterDateTime.Type.Date,
                                             optional=True)
        day.setHelp(tr("A UTC day such as 2025-07-30: the sites are shown as they stood then. Empty: the latest date "
                       "in the survey."))
        kind = QgsProcessingParameterEnum(self.FORMAT, tr("Format"), [name.upper() for name in FORMATS],
                                          optional=True)
        kind.setHelp(tr("PDF (0) keeps text as text, PNG (1) has 250 dots per inch, SVG (2) can be edited, GEOPDF (3) "
                        "has the layers of its maps: give the name or the number. Left empty, the ending of the file "
                        "to write says which. Several pages as anything but plain PDF are files in a folder."))
        output = QgsProcessingParameterFileDestination(
            self.OUTPUT, self.displayName(), ";;".join(f"{name.upper()} (*.{name})" for name in FORMATS
                                                       if ending(name) == name))
        output.setHelp(tr("The file to write. It is replaced only when the new one is complete."))
        for parameter in (survey, day, kind, *self._looks(), output):
            self.addParameter(parameter)

    def processAlgorithm(self, parameters: dict[str, Any], context: QgsProcessingContext,
                         feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Do the work; returns the output."""
        from yalu_plugin.layers.layouts.export import check_place, export
        from yalu_plugin.layers.layouts.lifetime import pages_of
        from yalu_plugin.layers.layouts.template_file import read_template

        parameters = self._numbered(parameters)
        path = Path(self.parameterAsFileOutput(parameters, self.OUTPUT, context))
        template = self.parameterAsFile(parameters, self.TEMPLATE, context) if self.template_items else ""
        chosen = self.parameterAsDateTime(parameters, self.DATE, context).date()
        day = date(chosen.year(), chosen.month(), chosen.day()) if chosen.isValid() else None
        steps = QgsProcessingMultiStepFeedback(2, feedback)
        kind = self._choice(parameters, self.FORMAT, context)
        try:
            check_place(path, kind)
            if template:
                feedback.pushWarning(read_template(Path(template)).warning())
            survey = survey_of(self.parameterAsFile(parameters, self.SURVEY, context), feedback)
            with pages_of(survey) as project:
                with language(self._choice(parameters, self.LANGUAGE, context)):
                    order = Order(project, survey, day, Path(template) if template else None,
                                  self._look(parameters, context, survey))
                    layouts = self.build(order, parameters, context, steps)
                steps.setCurrentStep(1)
                if feedback.isCanceled():
                    return {}
                written = export(layouts, path, kind, steps)
        except YaluError as error:
            raise QgsProcessingException(error_text(error)) from error
        return {self.OUTPUT: str(written)}

    def _looks(self) -> list[QgsProcessingParameterDefinition]:
        template = QgsProcessingParameterFile(self.TEMPLATE, tr("Template"), extension="qpt", optional=True)
        template.setHelp(tr("A layout template (.qpt) of your own. Its items are found by their ids: {ids}. A "
                            "template is code: use none of which you do not know where it comes from.").format(
            ids=self.template_items))
        page = QgsProcessingParameterEnum(self.PAGE, tr("Page size"), list(SIZES), optional=True)
        page.setHelp(tr("A4 (0), A3 (1), A2 (2) or A1 (3): give the name or the number. Empty: the template's."))
        spoken = QgsProcessingParameterEnum(self.LANGUAGE, tr("Language"), list(LANGUAGES.values()), optional=True)
        spoken.setHelp(tr("The language of the page: en (0), ko (1) or zh_CN (2). Empty: the language of QGIS."))
        logo = QgsProcessingParameterFile(self.LOGO, tr("Logo"), optional=True)
        logo.setHelp(tr("A picture (SVG, PNG, JPEG) for the upper right corner."))
        line = QgsProcessingParameterString(self.CLASSIFICATION, tr("Classification"), optional=True)
        line.setHelp(tr("A line for the head and the foot of each page."))
        accent = QgsProcessingParameterColor(self.ACCENT, tr("Accent colour"), opacityEnabled=False, optional=True)
        accent.setHelp(tr("The colour of the bar at the head of each page."))
        turned = QgsProcessingParameterEnum(self.ORIENTATION, tr("Orientation"), list(ORIENTATIONS), optional=True)
        turned.setHelp(tr("landscape (0) or portrait (1): give the name or the number. A template of your own has its "
                          "own."))
        return [*([template] if self.template_items else []), page, *([turned] if self.turns else []), spoken, logo,
                line, accent]

    def _look(self, parameters: dict[str, Any], context: QgsProcessingContext, survey: Survey) -> Look:
        """What was chosen, with the words that the survey remembers."""
        from yalu_plugin.core.cartography.own_words import PAGE_WORDS, words_from_json

        accent = self.parameterAsColor(parameters, self.ACCENT, context)
        return Look(self._choice(parameters, self.PAGE, context), self.parameterAsFile(parameters, self.LOGO, context),
                    self.parameterAsString(parameters, self.CLASSIFICATION, context),
                    accent.name() if accent.isValid() else "",
                    self._choice(parameters, self.ORIENTATION, context) if self.turns else "",
                    words_from_json(survey.kept_text(PAGE_WORDS)))

    def _choice(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> str:
        if parameters.get(name) in (None, ""):
            return ""
        return self.CHOICES[name][self.parameterAsEnum(parameters, name, context)]

    def _numbered(self, parameters: dict[str, Any]) -> dict[str, Any]:
        given = {name: str(parameters.get(name, "")).lower() for name in self.CHOICES}
        given = {name: ALSO.get(word, word) for name, word in given.items()}
        lower = {name: [choice.lower() for choice in choices] for name, choices in self.CHOICES.items()}
        return {**parameters, **{name: lower[name].index(word) for name, word in given.items() if word in lower[name]}}
