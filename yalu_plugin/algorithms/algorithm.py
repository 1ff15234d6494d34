"""The base class of the algorithms, and the survey parameter they share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProject,
    QgsProviderRegistry,
)

from yalu_plugin.core.errors import YaluError
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.layers.survey.heads import head_text
from yalu_plugin.layers.survey.open import open_survey
from yalu_plugin.layers.survey.side_file_handling import handle_side_file
from yalu_plugin.layers.survey.survey import Survey


class YaluAlgorithm(QgsProcessingAlgorithm):
    """An algorithm whose parameters all have help, which is part of the message when a value is refused."""

    def createInstance(self) -> YaluAlgorithm:
        """Return a new instance of the algorithm, as Processing requests for each run."""
        return type(self)()

    def add(self, parameter: QgsProcessingParameterDefinition, text: str) -> None:
        """Declare a parameter with its help."""
        parameter.setHelp(text)
        self.addParameter(parameter)

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        """Check the values as QGIS does, and add value and help of the parameter to QGIS' message.

        QGIS opens the layers given as values, so sidecar files of surveys are settled first.
        """
        try:
            _settle_sidecar_files(parameters)
        except YaluError as error:
            return False, error_text(error)
        valid, message = super().checkParameterValues(parameters, context)
        if valid:
            return True, ""
        for parameter in self.parameterDefinitions():
            value = parameters.get(parameter.name(), parameter.defaultValue())
            if parameter.checkValueIsAcceptable(value, context):
                continue
            if isinstance(parameter, QgsProcessingParameterEnum) and value not in (None, ""):
                return False, tr("{value} is not an option of {name}. Write one of {choices}.").format(
                    value=value, name=parameter.name(), choices=", ".join(parameter.options()))
            missing = tr("{name} is missing").format(name=parameter.name())
            problem = missing if value in (None, "") else f"{parameter.name()}={value}"
            return False, f"{problem}: {parameter.help()}"
        return False, message


def survey_parameter(name: str) -> QgsProcessingParameterFile:
    """Return a parameter for a survey file; the default is the survey open in the project."""
    from yalu_plugin.layers.project import recall_path  # on first use, for a fast start

    path = recall_path(QgsProject.instance(), "survey")
    return QgsProcessingParameterFile(name, tr("Survey"), extension="gpkg",
                                      defaultValue=None if path is None else str(path))


def read_survey(path: Path | str, feedback: QgsProcessingFeedback, restoring: bool = True) -> Survey:
    """Open the survey at `path` for reading, and log the head of its record and the notices about opening it.

    Raises what `open_survey` raises.
    """
    survey = open_survey(Path(path), reading=True, restoring=restoring)
    feedback.pushInfo(head_text(survey))
    for notice in survey.notices:
        feedback.pushWarning(error_text(notice))
    return survey


def _settle_sidecar_files(parameters: dict[str, Any]) -> None:
    for value in [value for value in parameters.values() if isinstance(value, str)]:
        path = Path(QgsProviderRegistry.instance().decodeUri("ogr", value).get("path") or "")
        notice = handle_side_file(path.resolve()) if path.suffix.lower() == ".gpkg" and path.is_file() else None
        if notice is not None:
            QgsApplication.messageLog().logMessage(error_text(notice), "Yalu", Qgis.MessageLevel.Warning)
