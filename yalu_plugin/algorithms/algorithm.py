"""What our algorithms share: a refused parameter is said together with what it should have been."""

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
    QgsProcessingParameterFile,
    QgsProject,
    QgsProviderRegistry,
)

from yalu_plugin.core.errors import YaluError
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.layers.survey.beside import settle_beside
from yalu_plugin.layers.survey.heads import head_text
from yalu_plugin.layers.survey.open import open_survey
from yalu_plugin.layers.survey.survey import Survey


class YaluAlgorithm(QgsProcessingAlgorithm):
    """An algorithm whose parameters all have help."""

    def createInstance(self) -> YaluAlgorithm:
        """A new algorithm of this kind, as Processing asks for one each time it runs."""
        return type(self)()

    def add(self, parameter: QgsProcessingParameterDefinition, text: str) -> None:
        """Declare a parameter with its help."""
        parameter.setHelp(text)
        self.addParameter(parameter)

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        """QGIS' own check, which only names the parameter; its value and its help are added.

        It opens the layers that are given: what lies beside a survey is seen to before.
        """
        try:
            _settle_beside_surveys(parameters)
        except YaluError as error:
            return False, error_text(error)
        good, why = super().checkParameterValues(parameters, context)
        if good:
            return True, ""
        for parameter in self.parameterDefinitions():
            value = parameters.get(parameter.name(), parameter.defaultValue())
            if not parameter.checkValueIsAcceptable(value, context):
                missing = tr("{name} is missing").format(name=parameter.name())
                said = missing if value in (None, "") else f"{parameter.name()}={value}"
                return False, f"{said}: {parameter.help()}"
        return False, why


def survey_parameter(name: str) -> QgsProcessingParameterFile:
    """A survey file; the one that is open in the window unless another is given."""
    from yalu_plugin.layers.project import recall_path  # on first use: a start has 50 ms

    path = recall_path(QgsProject.instance(), "survey")
    return QgsProcessingParameterFile(name, tr("Survey"), extension="gpkg",
                                      defaultValue=None if path is None else str(path))


def survey_of(path: Path | str, feedback: QgsProcessingFeedback, restoring: bool = True) -> Survey:
    """The survey at `path`; the head of its record and what there is to tell of opening it are told.

    Raises what opening a survey raises.
    """
    survey = open_survey(Path(path), reading=True, restoring=restoring)
    feedback.pushInfo(head_text(survey))
    for notice in survey.notices:
        feedback.pushWarning(error_text(notice))
    return survey


def _settle_beside_surveys(parameters: dict[str, Any]) -> None:
    for value in [value for value in parameters.values() if isinstance(value, str)]:
        path = Path(QgsProviderRegistry.instance().decodeUri("ogr", value).get("path") or "")
        notice = settle_beside(path.resolve()) if path.suffix.lower() == ".gpkg" and path.is_file() else None
        if notice is not None:
            QgsApplication.messageLog().logMessage(error_text(notice), "Yalu", Qgis.MessageLevel.Warning)
