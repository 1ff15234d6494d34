"""The algorithms that export documents: one for each record of layers.layouts.documents."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsFeedback,
    QgsPrintLayout,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingMultiStepFeedback,
    QgsProject,
)
from qgis.PyQt.QtGui import QIcon

from yalu_plugin.algorithms import export_parameters as names
from yalu_plugin.algorithms.algorithm import YaluAlgorithm, read_survey
from yalu_plugin.algorithms.export_parameters import OPTIONS, parameters_of
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.timeline import Timeline
from yalu_plugin.core.report_chapters import ALL, CHAPTERS, Chapters
from yalu_plugin.i18n import error_text, language, tr
from yalu_plugin.layers.imagery.project_scenes import show_scene
from yalu_plugin.layers.layouts import page_options
from yalu_plugin.layers.layouts.documents import Document, DocumentRequest
from yalu_plugin.layers.layouts.page_options import PageStyle
from yalu_plugin.layers.survey.images import survey_scenes
from yalu_plugin.layers.survey.survey import Survey
from yalu_plugin.paths import resource

ALIASES = {"zh": "zh_cn"}  # other names of options


class ExportDocument(YaluAlgorithm):
    """Builds the pages of one document in a separate project, so that the project open in QGIS does not affect them."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.document = document

    def createInstance(self) -> ExportDocument:
        """Return a new instance of the algorithm, as Processing requests for each run."""
        return ExportDocument(self.document)

    def name(self) -> str:
        """Return the id after `yalu:`."""
        return self.document.algorithm

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr(self.document.title)

    def shortHelpString(self) -> str:
        """Return the help text of the dialog."""
        return tr(self.document.help)

    def icon(self) -> QIcon:
        """Return the icon in the toolbox."""
        return QIcon(str(resource("icons", "overview.svg")))

    def flags(self) -> Any:
        """Return the flags; the algorithm runs on the main thread, to which layouts and projects belong."""
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare the parameters and outputs."""
        for parameter in parameters_of(self.document, self.displayName()):
            self.addParameter(parameter)

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        """Check the values; options may be given by name or by number, and messages start with the wrong value."""
        given = _with_option_numbers(parameters)
        checked = (self.parameterDefinition(name) for name in (names.DATE, *OPTIONS))
        wrong = [one.name() for one in checked if one is not None and given.get(one.name()) not in (None, "")
                 and not one.checkValueIsAcceptable(given[one.name()], context)]
        if not wrong:
            return super().checkParameterValues(given, context)
        name = wrong[0]
        if name == names.DATE:
            return False, tr("{value} is not a day. Write {name} as 2025-07-30.").format(value=given[name], name=name)
        return False, tr("{value} is not an option of {name}. Write one of {choices}.").format(
            value=given[name], name=name, choices=", ".join(OPTIONS[name]))

    def processAlgorithm(self, parameters: dict[str, Any], context: QgsProcessingContext,
                         feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Build the pages and write the file; returns the output."""
        from yalu_plugin.layers.layouts.export import check_target, export
        from yalu_plugin.layers.layouts.layout_lifetime import temporary_project

        parameters = _with_option_numbers(parameters)
        path = Path(self.parameterAsFileOutput(parameters, names.OUTPUT, context))
        kind = self._option(parameters, names.FORMAT, context)
        steps = QgsProcessingMultiStepFeedback(2, feedback)
        try:
            check_target(path, kind)
            template = self._template(parameters, context, feedback)
            survey = read_survey(self.parameterAsFile(parameters, names.SURVEY, context), feedback)
            with temporary_project(survey) as project:
                with language(self._option(parameters, names.LANGUAGE, context)):
                    layouts = self._build(project, survey, template, parameters, context, steps)
                steps.setCurrentStep(1)
                if feedback.isCanceled():
                    return {}
                written = export(layouts, path, kind, steps)
        except YaluError as error:
            raise QgsProcessingException(error_text(error)) from error
        return {names.OUTPUT: str(written)}

    def _build(self, project: QgsProject, survey: Survey, template: Path | None, parameters: dict[str, Any],
               context: QgsProcessingContext, feedback: QgsFeedback) -> Sequence[QgsPrintLayout]:
        given = self.parameterAsDateTime(parameters, names.DATE, context).date()
        day = date(given.year(), given.month(), given.day()) if given.isValid() else None
        if self.document.in_window_project and day is not None:
            _show_scene_of(project, survey, day, feedback)
        return self.document.build(DocumentRequest(
            project, survey, day, template, self._style(parameters, context, survey), feedback,
            **self._strip_options(parameters, context), **self._chapters(parameters, context)))

    def _template(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
                  ) -> Path | None:
        from yalu_plugin.layers.layouts.template_file import read_template

        given = self.parameterAsFile(parameters, names.TEMPLATE, context) if self.document.template_items else ""
        if not given:
            return None
        feedback.pushWarning(read_template(Path(given)).warning())
        return Path(given)

    def _style(self, parameters: dict[str, Any], context: QgsProcessingContext, survey: Survey) -> PageStyle:
        """Return the style of the pages, with the texts stored in the survey."""
        from yalu_plugin.core.cartography.page_texts import PAGE_TEXTS_KEY, page_texts_from_json

        accent = self.parameterAsColor(parameters, names.ACCENT, context)
        return PageStyle(self._option(parameters, names.PAGE, context),
                    self.parameterAsFile(parameters, names.LOGO, context),
                    self.parameterAsString(parameters, names.CLASSIFICATION, context),
                    accent.name() if accent.isValid() else "",
                    self._option(parameters, names.ORIENTATION, context) if self.document.has_orientation else "",
                    page_texts_from_json(survey.stored_text(PAGE_TEXTS_KEY)))

    def _strip_options(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        if not self.document.has_pages:
            return {}
        return {"pages": self.parameterAsInt(parameters, names.PAGES, context),
                "scale": self.parameterAsInt(parameters, names.SCALE, context),
                "form": self._option(parameters, names.FORM, context) or page_options.PAGES}

    def _chapters(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        if not self.document.has_chapters:
            return {}
        given = set(CHAPTERS).intersection(self.parameterAsEnumStrings(parameters, names.REPORT_CHAPTERS, context))
        return {"chapters": Chapters(tuple(name for name in CHAPTERS if name in (given or CHAPTERS)),
                                     self._option(parameters, names.SHEETS, context) or ALL)}

    def _option(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> str:
        if parameters.get(name) in (None, ""):
            return ""
        return OPTIONS[name][self.parameterAsEnum(parameters, name, context)]


def _with_option_numbers(parameters: dict[str, Any]) -> dict[str, Any]:
    """Return the parameters with options given by name replaced by their numbers, which QGIS expects."""
    given = {name: str(parameters.get(name, "")).lower() for name in OPTIONS}
    given = {name: ALIASES.get(word, word) for name, word in given.items()}
    lower = {name: [option.lower() for option in options] for name, options in OPTIONS.items()}
    return {**parameters, **{name: lower[name].index(word) for name, word in given.items() if word in lower[name]}}


def _show_scene_of(project: QgsProject, survey: Survey, day: date, feedback: QgsFeedback) -> None:
    """Add the survey's scene of the day to the project, if there is one; an error is only reported."""
    scenes = Timeline(survey_scenes(survey)).at(day)
    try:
        if scenes:
            show_scene(project, scenes[0])
    except YaluError as error:
        feedback.reportError(error_text(error))
