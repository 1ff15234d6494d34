"""yalu:exportsites: write sites of a survey for Google Earth, spreadsheets, GPS devices and other GIS."""

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
    QgsProcessingParameterExpression,
    QgsProcessingParameterFileDestination,
)
from qgis.PyQt.QtGui import QIcon

from yalu_plugin.algorithms.algorithm import YaluAlgorithm, read_survey, survey_parameter
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.exporting.export_files import FOLDERS_BY, FORMAT_NAMES
from yalu_plugin.i18n import error_text, phrase_text, tr
from yalu_plugin.paths import resource


class ExportSites(YaluAlgorithm):
    """Writes what the dialog Export sites writes."""

    SURVEY, FILTER, DATE, FORMAT, FOLDERS, OUTPUT = "SURVEY", "FILTER", "DATE", "FORMAT", "FOLDERS", "OUTPUT"

    def name(self) -> str:
        """Return the id after `yalu:`."""
        return "exportsites"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Export sites")

    def icon(self) -> QIcon:
        """Return the icon in the toolbox."""
        return QIcon(str(resource("icons", "export_sites.svg")))

    def flags(self) -> Any:
        """Return the flags; the algorithm runs on the main thread, to which the layer of the survey's line belongs."""
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def shortHelpString(self) -> str:
        """Return the help text of the dialog."""
        return tr(
            "Writes sites of a survey for other programs, with their ids: once edited there, the file can be imported "
            "again, and the import shows what was changed. KMZ: for Google Earth. CSV: the sites in OUTPUT, with "
            "observations and matrix in files next to it whose names end with _observations and _matrix. XLSX: the "
            "same as sheets. GeoJSON and SHP: the sites in OUTPUT, and their states over time in a file that ends with "
            "_states. GPKG: sites, states and observations as layers. GPX: waypoints. States are as known on DATE. The "
            "plugin's guide describes all columns.")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare the parameters."""
        self.add(survey_parameter(self.SURVEY), tr("The survey file (.gpkg). It is only read."))
        self.add(QgsProcessingParameterExpression(self.FILTER, tr("Filter"), optional=True),
                 tr("A QGIS expression on the columns of the exported sites that is true for those to export, such as "
                    "\"kind\" = 'barge_dock' AND \"state\" = 'present', or \"chainage_km\" BETWEEN 0 AND 60. Empty: "
                    "all sites."))
        self.add(QgsProcessingParameterDateTime(self.DATE, tr("Date"), QgsProcessingParameterDateTime.Type.Date,
                                                optional=True),
                 tr("A UTC day such as 2025-07-30: states and observations are as known on it. Empty: the latest."))
        self.add(QgsProcessingParameterEnum(self.FORMAT, tr("Format"), list(FORMAT_NAMES), usesStaticStrings=True,
                                            defaultValue=next(iter(FORMAT_NAMES))),
                 tr("The format to write: {formats}.").format(formats=", ".join(FORMAT_NAMES)))
        self.add(QgsProcessingParameterEnum(self.FOLDERS, tr("Folders by"), list(FOLDERS_BY), usesStaticStrings=True,
                                            defaultValue=FOLDERS_BY[0]),
                 tr("KMZ: the folders of the sites are their kinds, their counties or the quarters in which they were "
                    "first seen."))
        filters = ";;".join(f"{name} (*{ending})" for name, ending in FORMAT_NAMES.items())
        self.add(QgsProcessingParameterFileDestination(self.OUTPUT, self.displayName(), filters),
                 tr("The file to write; its name gets the ending of FORMAT. It is replaced only when the new one is "
                    "complete."))

    def processAlgorithm(self, parameters: dict[str, Any], context: QgsProcessingContext,
                         feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Read the survey and write the files; returns the output."""
        from yalu_plugin.layers.exporting.site_files import SiteChoice, export_sites
        from yalu_plugin.layers.survey.matrix_survey import river_corridor

        choice = SiteChoice(where=self.parameterAsExpression(parameters, self.FILTER, context),
                            day=self._day(parameters, context))
        try:
            survey = read_survey(self.parameterAsFile(parameters, self.SURVEY, context), feedback)
            form, folders = (self.parameterAsEnumString(parameters, name, context)
                             for name in (self.FORMAT, self.FOLDERS))
            written = export_sites(survey, Path(self.parameterAsFileOutput(parameters, self.OUTPUT, context)), form,
                                   choice, river_corridor(survey), folders_by=folders, feedback=feedback)
        except YaluError as error:
            raise QgsProcessingException(error_text(error)) from error
        feedback.pushInfo(tr("{sites} sites exported").format(sites=written.sites))
        for file in written.files:
            feedback.pushInfo(str(file))
        for notice in written.notices:
            feedback.pushWarning(phrase_text(notice))
        return {self.OUTPUT: str(written.files[0])}

    def _day(self, parameters: dict[str, Any], context: QgsProcessingContext) -> date | None:
        selected = self.parameterAsDateTime(parameters, self.DATE, context).date()
        return date(selected.year(), selected.month(), selected.day()) if selected.isValid() else None
