"""yalu:exportoverview - the overview map of a survey as PDF, PNG or SVG."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProject,
)
from qgis.PyQt.QtGui import QIcon

from yalu_plugin.algorithms.algorithm import YaluAlgorithm
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.timeline import Timeline
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.layers.layouts.export import FORMATS, ending, export
from yalu_plugin.layers.layouts.overview import build_overview
from yalu_plugin.layers.project import add_survey
from yalu_plugin.layers.scenes import show_scene
from yalu_plugin.layers.survey.images import survey_scenes
from yalu_plugin.layers.survey.open import Survey, open_survey
from yalu_plugin.paths import resource


class ExportOverview(YaluAlgorithm):
    """Builds the overview in a project of its own, so that it looks the same whatever is open in QGIS."""

    SURVEY, DATE, FORMAT, TEMPLATE, OUTPUT = "SURVEY", "DATE", "FORMAT", "TEMPLATE", "OUTPUT"

    def name(self) -> str:
        """The id after `yalu:`."""
        return "exportoverview"

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Export overview map")

    def icon(self) -> QIcon:
        """The picture in the toolbox."""
        return QIcon(str(resource("icons", "overview.svg")))

    def shortHelpString(self) -> str:
        """What the dialog says beside the parameters."""
        return tr("Makes the overview map of a survey: every located crossing, the barge reach boxed and enlarged, "
                  "legend, scale bar, north arrow, coordinate grid, sources, dates and licences on one A4 sheet.")

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        """A format may be given by its name, too; QGIS knows numbers."""
        return super().checkParameterValues(self._numbered(parameters), context)

    def flags(self) -> Any:
        """On the main thread: a layout and its project belong to it."""
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare the parameters and outputs."""
        survey = QgsProcessingParameterFile(self.SURVEY, tr("Survey"), extension="gpkg")
        survey.setHelp(tr("The survey file (.gpkg). It is only read."))
        day = QgsProcessingParameterDateTime(self.DATE, tr("Date"), QgsProcessingParameterDateTime.Type.Date,
                                             optional=True)
        day.setHelp(tr("A UTC day such as 2025-07-30: the sites are shown as they stood then, with the survey's "
                       "scene of that day if it has one. Empty: the latest date in the survey."))
        kind = QgsProcessingParameterEnum(self.FORMAT, tr("Format"), [name.upper() for name in FORMATS],
                                          optional=True)
        kind.setHelp(tr("PDF (0) keeps text as text and is georeferenced, PNG (1) has 250 dots per inch, SVG (2) can "
                        "be edited: give the name or the number. Left empty, the ending of the file to write says "
                        "which."))
        template = QgsProcessingParameterFile(self.TEMPLATE, tr("Template"), extension="qpt", optional=True)
        template.setHelp(tr("A layout template (.qpt) of your own. Its items are found by their ids: title, main_map, "
                            "inset_map, legend, scale_bar, north_arrow, sources, dates, licences, synthetic."))
        output = QgsProcessingParameterFileDestination(
            self.OUTPUT, tr("Overview map"), ";;".join(f"{name.upper()} (*.{name})" for name in FORMATS))
        output.setHelp(tr("The file to write. It is replaced only when the new one is complete."))
        for parameter in (survey, day, kind, template, output):
            self.addParameter(parameter)

    def processAlgorithm(self, parameters: dict[str, Any], context: QgsProcessingContext,
                         feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Do the work; returns the output."""
        path = Path(self.parameterAsFileOutput(parameters, self.OUTPUT, context))
        template = self.parameterAsFile(parameters, self.TEMPLATE, context)
        chosen = self.parameterAsDateTime(parameters, self.DATE, context).date()
        day = date(chosen.year(), chosen.month(), chosen.day()) if chosen.isValid() else None
        parameters = self._numbered(parameters)
        number = parameters.get(self.FORMAT)
        kind = "" if number in (None, "") else FORMATS[self.parameterAsEnum(parameters, self.FORMAT, context)]
        try:
            survey = open_survey(Path(self.parameterAsFile(parameters, self.SURVEY, context)))
            project = QgsProject()
            add_survey(project, survey)
            feedback.setProgress(20)
            self._add_scene(project, survey, day, feedback)
            layout = build_overview(project, survey, day, Path(template) if template else None)
            feedback.setProgress(50)
            if feedback.isCanceled():
                return {}
            export(layout, path, kind)
            del layout  # before its project
        except YaluError as error:
            raise QgsProcessingException(error_text(error)) from error
        feedback.setProgress(100)
        return {self.OUTPUT: str(path)}

    def _numbered(self, parameters: dict[str, Any]) -> dict[str, Any]:
        name = str(parameters.get(self.FORMAT, "")).lower()
        return {**parameters, self.FORMAT: FORMATS.index(name)} if name in FORMATS else parameters

    def _add_scene(self, project: QgsProject, survey: Survey, day: date | None,
                   feedback: QgsProcessingFeedback) -> None:
        scenes = Timeline([scene for scene in survey_scenes(survey) if scene.dated]).at(day) if day else []
        if not scenes:
            return
        try:
            show_scene(project, scenes[0])
        except YaluError as error:
            feedback.reportError(error_text(error))
