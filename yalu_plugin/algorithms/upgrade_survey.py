"""yalu:upgradesurvey - a survey of an older version made one of today."""

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
    """Makes a survey of an older plugin one of this version, with a backup copy beside it."""

    SURVEY, BACKUP, VERSION, DIFFERENCES = "SURVEY", "BACKUP", "VERSION", "DIFFERENCES"

    def name(self) -> str:
        """The id after `yalu:`."""
        return "upgradesurvey"

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Upgrade survey")

    def icon(self) -> QIcon:
        """The picture in the toolbox."""
        return QIcon(str(resource("icons", "open_survey.svg")))

    def shortHelpString(self) -> str:
        """What the dialog says beside the parameters."""
        return tr("Makes a survey of an older plugin one of this version, so that every change of it is recorded. "
                  "Rows, ids and the record of changes stay. What was changed in it without an entry in the record "
                  "gets one now, and is counted. A copy of the survey as it was is kept beside it. A survey of this "
                  "version is left as it is.")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare the parameters and outputs."""
        self.add(survey_parameter(self.SURVEY),
                 tr("The survey (.gpkg). It must be writable, and no other program may be writing to it."))
        self.addOutput(QgsProcessingOutputString(self.BACKUP, tr("Backup copy")))
        self.addOutput(QgsProcessingOutputNumber(self.VERSION, tr("Version of the survey")))
        self.addOutput(QgsProcessingOutputNumber(self.DIFFERENCES, tr("Rows changed without an entry in the record")))

    def processAlgorithm(self, parameters: dict[str, Any], context: QgsProcessingContext,
                         feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Do the work; returns the outputs. BACKUP is empty where nothing was to be done."""
        try:
            done = upgrade(Path(self.parameterAsFile(parameters, self.SURVEY, context)), analyst())
        except YaluError as error:
            raise QgsProcessingException(error_text(error)) from error
        feedback.setProgress(100)
        backup = str(done.backup) if done.backup else ""
        if backup:
            said = tr("Upgraded to version {version}. Rows changed before without an entry in the record: {n}. "
                      "The survey as it was: {backup}")
            feedback.pushInfo(said.format(version=done.version, n=done.differences, backup=backup))
        return {self.BACKUP: backup, self.VERSION: done.version, self.DIFFERENCES: done.differences}
