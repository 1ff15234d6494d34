"""yalu:sitematrix: write the states of sites, in order downstream, by scene, month or quarter."""

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

from yalu_plugin.algorithms.algorithm import YaluAlgorithm, read_survey, survey_parameter
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.paths import resource

UNITS = ("scene", "month", "quarter")


class EndsBeforeItStarts(YaluError):
    """The period ends before it starts."""

    template = translatable("END, {end}, is before START, {start}. Give a later END.")


class SiteMatrix(YaluAlgorithm):
    """Writes the table of the Matrix panel to a file."""

    SURVEY, COLUMNS, START, END, OUTPUT = "SURVEY", "COLUMNS", "START", "END", "OUTPUT"

    def name(self) -> str:
        """Return the id after `yalu:`."""
        return "sitematrix"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Sites by dates")

    def icon(self) -> QIcon:
        """Return the icon in the toolbox."""
        return QIcon(str(resource("icons", "matrix.svg")))

    def flags(self) -> Any:
        """Return the flags; the algorithm runs on the main thread, to which the layer of the survey's line belongs."""
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def shortHelpString(self) -> str:
        """Return the help text of the dialog."""
        return tr(
            "Writes a row for each site, in order downstream, and a column for each scene, month or quarter. A cell "
            "says only what was observed within its column, in the survey's terms: \"present > washed_out\" is one, "
            "then the other; \"absent | present\" contradict each other, or their order is not known; "
            "\"not_observable\" is searched, but not observable; empty is not searched; \"(present)\" was seen on some "
            "day of a longer time, of which this column is a part. No state is carried over from one cell to the next. "
            "A day on which something was recorded without a scene has its own column. Days are UTC. In XLSX each "
            "state is a letter and a colour: P, A, W, U, and N for not observable; the sheet legend has them.")

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
            tr("The file to write: a table (.csv, .xlsx) or a picture (.png, .svg), by its suffix. It is replaced only "
               "when the new one is complete."))

    def processAlgorithm(self, parameters: dict[str, Any], context: QgsProcessingContext,
                         feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Read the survey, measure the sites and write the file; returns the output."""
        from yalu_plugin.layers.survey.matrix_file import write_matrix
        from yalu_plugin.layers.survey.matrix_survey import along_line, read_matrix, river_corridor

        path = Path(self.parameterAsFileOutput(parameters, self.OUTPUT, context))
        unit = self.parameterAsEnumString(parameters, self.COLUMNS, context)
        start, end = self._day(parameters, self.START, context), self._day(parameters, self.END, context)
        try:
            if start and end and end < start:
                raise EndsBeforeItStarts(start=start, end=end)
            survey = read_survey(self.parameterAsFile(parameters, self.SURVEY, context), feedback)
            along = along_line(survey, river_corridor(survey))
            feedback.pushInfo(tr("River line: {line}").format(line=along.line))
            shown = read_matrix(survey, along, unit, start, end, feedback=feedback)
            write_matrix(survey, shown, path, feedback)
        except YaluError as error:
            raise QgsProcessingException(error_text(error)) from error
        feedback.pushInfo(tr("{sites} sites, {columns} columns").format(
            sites=len(shown.rows), columns=len(shown.matrix.columns)))
        return {self.OUTPUT: str(path)}

    def _day(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> date | None:
        selected = self.parameterAsDateTime(parameters, name, context).date()
        return date(selected.year(), selected.month(), selected.day()) if selected.isValid() else None
