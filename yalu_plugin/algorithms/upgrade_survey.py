"""yalu:upgradesurvey: upgrade a survey of an older version."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
)
from qgis.PyQt.QtGui import QIcon

from yalu_plugin.algorithms.algorithm import YaluAlgorithm, survey_parameter
from yalu_plugin.core.errors import YaluError
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.layers.survey.analyst import analyst
from yalu_plugin.layers.survey.upgrade import upgrade
from yalu_plugin.paths import resource


class UpgradeSurvey(YaluAlgorithm):
    """Upgrades a survey of an older plugin to this version, with a backup copy next to it."""

    SURVEY, BACKUP, VERSION, DIFFERENCES = "SURVEY", "BACKUP", "VERSION", "DIFFERENCES"

    def name(self) -> str:
        """Return the id after `yalu:`."""
        return "upgradesurvey"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Upgrade survey")

    def icon(self) -> QIcon:
        """Return the icon in the toolbox."""
        return QIcon(str(resource("icons", "open_survey.svg")))

    def shortHelpString(self) -> str:
        """Return the help text of the dialog."""
        return tr("Upgrades a survey of an older plugin to this version, so that every change of it is recorded. "
                  "Rows, ids and the record of changes stay. Changes without an entry in the record get "
                  "one now, and are counted. A copy of the survey before the upgrade is kept next to it. A survey of "
                  "this version is not changed.")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare the parameters and outputs."""
        self.add(survey_parameter(self.SURVEY),
                 tr("The survey (.gpkg). It must be writable, and no other program may be writing to it."))
        self.addOutput(QgsProcessingOutputString(self.BACKUP, tr("Backup copy")))
        self.addOutput(QgsProcessingOutputNumber(self.VERSION, tr("Version of the survey")))
        self.addOutput(QgsProcessingOutputNumber(self.DIFFERENCES, tr("Rows changed without an entry in the record")))

    def processAlgorithm(self, parameters: dict[str, Any], context: QgsProcessingContext,
                         feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Upgrade the survey; returns the outputs. BACKUP is empty if the survey has this version already."""
        try:
            result = upgrade(Path(self.parameterAsFile(parameters, self.SURVEY, context)), analyst())
        except YaluError as error:
            raise QgsProcessingException(error_text(error)) from error
        feedback.setProgress(100)
        backup = str(result.backup) if result.backup else ""
        if backup:
            message = tr("Upgraded to version {version}. Rows changed before without an entry in the record: {n}. The "
                         "survey as it was: {backup}")
            feedback.pushInfo(message.format(version=result.version, n=result.differences, backup=backup))
        return {self.BACKUP: backup, self.VERSION: result.version, self.DIFFERENCES: result.differences}
