"""yalu:createsurvey: create a survey file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFileDestination,
)
from qgis.PyQt.QtGui import QIcon

from yalu_plugin.algorithms.algorithm import YaluAlgorithm
from yalu_plugin.core.errors import YaluError
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.layers.survey.create import create_survey
from yalu_plugin.paths import resource


class CreateSurvey(YaluAlgorithm):
    """Creates a survey GeoPackage; an existing file is not overwritten."""

    PUBLISHED, OUTPUT = "PUBLISHED", "OUTPUT"

    def name(self) -> str:
        """Return the id after `yalu:`."""
        return "createsurvey"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Create survey")

    def icon(self) -> QIcon:
        """Return the icon in the toolbox."""
        return QIcon(str(resource("icons", "new_survey.svg")))

    def shortHelpString(self) -> str:
        """Return the help text of the dialog."""
        return tr("Creates a survey: one GeoPackage with tables for sites, observations, images, sources and claims, "
                  "the river line, and its own styles. A file that exists is never overwritten.")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare the parameters and outputs."""
        published = QgsProcessingParameterBoolean(self.PUBLISHED, tr("With the published sites"), defaultValue=True)
        published.setHelp(tr("Fill the survey with the published sites, observations, sources and claims that come "
                             "with the plugin. Without it, the survey holds the river line only."))
        self.addParameter(published)
        output = QgsProcessingParameterFileDestination(self.OUTPUT, tr("Survey"), tr("GeoPackage (*.gpkg)"))
        output.setHelp(tr("The new GeoPackage (.gpkg). Its name becomes the survey's title. It must not exist yet."))
        self.addParameter(output)

    def processAlgorithm(self, parameters: dict[str, Any], context: QgsProcessingContext,
                         feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Create the survey; returns the output."""
        path = Path(self.parameterAsFileOutput(parameters, self.OUTPUT, context))
        if path.suffix.lower() != ".gpkg":
            path = path.with_name(f"{path.name}.gpkg")
        published = self.parameterAsBoolean(parameters, self.PUBLISHED, context)
        try:
            survey = create_survey(path, path.stem, published)
        except YaluError as error:
            raise QgsProcessingException(error_text(error)) from error
        feedback.setProgress(100)
        feedback.pushInfo(tr("{count} sites in {path}").format(count=len(survey.rows("sites")), path=survey.location))
        return {self.OUTPUT: survey.location}
