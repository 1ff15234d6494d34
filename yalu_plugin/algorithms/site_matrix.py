"""yalu:sitematrix: sites in order downstream by scenes, months or quarters, and what was observed in each."""

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
    QgsProcessingParameterFileDestination,
)
from qgis.PyQt.QtGui import QIcon

from yalu_plugin.algorithms.algorithm import YaluAlgorithm, survey_of, survey_parameter
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.paths import resource

UNITS = ("scene", "month", "quarter")


class EndsBeforeItStarts(YaluError):
    """No day is left."""

    template = translatable("END, {end}, is before START, {start}. Give a later END.")


class SiteMatrix(YaluAlgorithm):
    """What the Matrix panel shows, as a file."""

    SURVEY, COLUMNS, START, END, OUTPUT = "SURVEY", "COLUMNS", "START", "END", "OUTPUT"

    def name(self) -> str:
        """The id after `yalu:`."""
        return "sitematrix"

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Sites by dates")

    def icon(self) -> QIcon:
        """The picture in the toolbox."""
        return QIcon(str(resource("icons", "matrix.svg")))

    def flags(self) -> Any:
        """On the main thread: the survey's line is a layer of it."""
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def shortHelpString(self) -> str:
        """What the dialog says beside the parameters."""
        return tr(
            "Writes a row for each site, in order downstream, and a column for each scene, month or quarter. A cell "
            "says only what was observed within its column, in the survey's words: \"present > washed_out\" is one, "
            "then the other; \"absent | present\" contradict each other, or their order is not known; "
            "\"not_observable\" is looked at, could not tell; empty is nobody looked; \"(present)\" was seen on some "
            "day of a longer time, of which this column is a part. No state is carried on from one cell to the next. "
            "A day on which something was recorded without a scene has a column of its own. Days are UTC. In XLSX each "
            "state is a letter and a colour: P, A, W, U, and N for could not tell; the sheet legend has them.")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare the parameters."""
        self.add(survey_parameter(self.SURVEY), tr("The survey file (.gpkg). It is only read."))
        self.add(QgsProcessingParameterEnum(self.COLUMNS, tr("Columns"), UNITS, usesStaticStrings=True,
                                            defaultValue=UNITS[0]),
                 tr("scene: the scenes of one day and platform are a column; month; quarter."))
        kind = QgsProcessingParameterDateTime.Type.Date
        self.add(QgsProcessingParameterDateTime(self.START, tr("From"), kind, optional=True),
                 tr("A UTC day such as 2025-07-30: columns before it are left out; months and quarters are whole "
                    "ones. Empty: from the first."))
        self.add(QgsProcessingParameterDateTime(self.END, tr("Until"), kind, optional=True),
                 tr("A UTC day: only what is known by its end. Empty: all."))
        self.add(QgsProcessingParameterFileDestination(
            self.OUTPUT, self.displayName(), tr("CSV (*.csv);;XLSX (*.xlsx);;PNG (*.png);;SVG (*.svg)")),
            tr("The file to write, by its ending a table (.csv, .xlsx) or a picture (.png, .svg). It is replaced only "
               "when the new one is complete."))

    def processAlgorithm(self, parameters: dict[str, Any], context: QgsProcessingContext,
                         feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Read the survey, measure the sites, and write."""
        from yalu_plugin.layers.survey.matrix_file import write_matrix
        from yalu_plugin.layers.survey.matrix_survey import along_line, own_line, read_matrix

        path = Path(self.parameterAsFileOutput(parameters, self.OUTPUT, context))
        unit = self.parameterAsEnumString(parameters, self.COLUMNS, context)
        start, end = self._day(parameters, self.START, context), self._day(parameters, self.END, context)
        try:
            if start and end and end < start:
                raise EndsBeforeItStarts(start=start, end=end)
            survey = survey_of(self.parameterAsFile(parameters, self.SURVEY, context), feedback)
            along = along_line(survey, own_line(survey))
            feedback.pushInfo(tr("River line: {line}").format(line=along.line))
            shown = read_matrix(survey, along, unit, start, end, feedback=feedback)
            write_matrix(survey, shown, path, feedback)
        except YaluError as error:
            raise QgsProcessingException(error_text(error)) from error
        feedback.pushInfo(tr("{sites} sites, {columns} columns").format(
            sites=len(shown.rows), columns=len(shown.matrix.columns)))
        return {self.OUTPUT: str(path)}

    def _day(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> date | None:
        chosen = self.parameterAsDateTime(parameters, name, context).date()
        return date(chosen.year(), chosen.month(), chosen.day()) if chosen.isValid() else None
