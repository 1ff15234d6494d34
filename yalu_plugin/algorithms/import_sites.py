"""yalu:importsites: import a list of sites into a survey, with a report on every row."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtGui import QIcon

from yalu_plugin.algorithms.algorithm import YaluAlgorithm, read_survey, survey_parameter
from yalu_plugin.algorithms.datum_parameter import DATUMS, datum_help
from yalu_plugin.algorithms.import_choices import (
    DATE_MAPPING,
    GONE,
    KIND_MAPPING,
    ROW_ANSWERS_PARAMETER,
    STATE_MAPPING,
    UPDATE,
    read_choices,
)
from yalu_plugin.algorithms.import_report_file import log_rows, writing_report
from yalu_plugin.algorithms.json_parameters import json_list, json_object
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.importing.import_assessment import ASKED
from yalu_plugin.core.work_progress import Cancelled, Progress
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.paths import resource

if TYPE_CHECKING:
    from yalu_plugin.core.importing.import_assessment import ImportAssessment
    from yalu_plugin.layers.survey.import_job import ImportJob
    from yalu_plugin.layers.survey.survey import Survey


class ImportSites(YaluAlgorithm):
    """Imports the rows of a file, or a whole survey, in one transaction; refused rows do not block the others."""

    INPUT, SURVEY, TITLE, CRS, DATUM = "INPUT", "SURVEY", "TITLE", "CRS", "DATUM"
    ENCODING, DELIMITER = "ENCODING", "DELIMITER"
    LAYERS, FIELD_MAPPING = "LAYERS", "FIELD_MAPPING"
    DRY_RUN, OUTPUT_REPORT = "DRY_RUN", "OUTPUT_REPORT"
    IMPORTED, REPAIRED, CHECK, ASKED, REFUSED = "IMPORTED", "REPAIRED", "CHECK", "ASKED", "REFUSED"
    UPDATED, NOT_IN_LIST = "UPDATED", "NOT_IN_LIST"

    def name(self) -> str:
        """Return the id after `yalu:`."""
        return "importsites"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Import sites")

    def icon(self) -> QIcon:
        """Return the icon in the toolbox."""
        return QIcon(str(resource("icons", "import.svg")))

    def shortHelpString(self) -> str:
        """Return the help text of the dialog."""
        return tr("Adds the sites of a file to a survey, with the states and dates that it has for them. Encoding, "
                  "delimiter and the meaning of columns and texts are detected. Each row is good, repaired (latitude "
                  "and longitude swapped, say), imported but to be checked (far from the river, say), left out until "
                  "its question is answered (a site that may be in the survey already), or refused (impossible or "
                  "missing coordinates). The report says which and why, and lists the texts that can be mapped. A list "
                  "that was imported before is an update: the same list changes nothing, and of a newer one the "
                  "report lists the differences, of which nothing is taken unless you say so. "
                  "Another survey is imported as a whole: sites, observations, images and sources.")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare the parameters and outputs."""
        self._add_file_parameters()
        self._add_decisions()
        self.add(QgsProcessingParameterBoolean(self.DRY_RUN, tr("Dry run"), defaultValue=False),
                 tr("Write nothing to the survey; the counts and the report say what would be written."))
        self.add(QgsProcessingParameterFileDestination(
            self.OUTPUT_REPORT, tr("Report"), tr("JSON (*.json)"), optional=True, createByDefault=False),
            tr("The number, name, status and reason of every row, what it changes in the survey, and the texts of the "
               "file, as JSON."))
        for name, label in ((self.IMPORTED, tr("Sites imported")), (self.REPAIRED, tr("Rows repaired on import")),
                            (self.CHECK, tr("Rows imported that are to be checked")),
                            (self.ASKED, tr("Rows left out until their questions are answered")),
                            (self.REFUSED, tr("Rows refused")), (self.UPDATED, tr("Sites of the survey changed")),
                            (self.NOT_IN_LIST, tr("Sites that the list has no longer"))):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def _add_file_parameters(self) -> None:
        """Add the file, the survey, and how the file is read."""
        self.add(QgsProcessingParameterFile(self.INPUT, tr("File of sites")),
                 tr("CSV, TSV, text, XLSX, ODS, GeoJSON, GeoPackage, Shapefile, KML, KMZ, GPX and others, in any "
                    "encoding and coordinate reference system, or another survey. It is not changed."))
        self.add(survey_parameter(self.SURVEY),
                 tr("The survey (.gpkg) that the sites are added to."))
        self._add_text(self.TITLE, tr("Source"), tr("What the survey will name as the source of the sites; the file's "
                                                    "name if empty."))
        self.add(QgsProcessingParameterCrs(self.CRS, tr("Coordinate reference system"), optional=True),
                 tr("For a file that states none, such as a Shapefile without .prj or a table with projected x and "
                    "y. Without it, latitude and longitude columns are WGS 84."))
        self.add(QgsProcessingParameterEnum(self.DATUM, tr("Coordinates are"), DATUMS, usesStaticStrings=True,
                                            optional=True), datum_help())
        self._add_text(self.ENCODING, tr("Encoding"), tr("The character encoding of the file, such as cp949; detected "
                                                         "if empty."))
        self._add_text(self.DELIMITER, tr("Delimiter"), tr("The character between columns; detected if empty."))
        self._add_text(self.LAYERS, tr("Layers"), tr("The layer, folder or sheet to read, or several as a JSON list; "
                                                     "all if empty."))

    def _add_decisions(self) -> None:
        """Add what is decided about columns, texts, rows and differences."""
        self._add_text(self.FIELD_MAPPING, tr("Columns"), tr(
            "A JSON object of fields and the columns that hold them, where they are not to be detected: "
            "{example}. null for none. A field that does not exist is answered with the list of fields.").format(
                example='{"latitude": "Breite", "name": null}'))
        for name, label, example in (
                (KIND_MAPPING, tr("Kinds"), '{"black": "vehicle_ford"}'),
                (STATE_MAPPING, tr("States"), '{"inactive": "absent"}'),
                (DATE_MAPPING, tr("Dates"), '{"45868": "2025-07-30", "spring": ""}')):
            self._add_text(name, label, tr("A JSON object of texts of the file and what they mean: {example}; empty "
                                           "for not read. The report lists the texts.").format(example=example))
        self._add_text(ROW_ANSWERS_PARAMETER, tr("Answers"), tr(
            "A JSON object of row numbers and answers for rows that may be a site of the survey: {example}. same: it "
            "is that site; separate: another site; leave_out: not imported. * is every other such row.").format(
                example='{"12": "same", "*": "separate"}'))
        self._add_text(UPDATE, tr("Whose word counts"), tr(
            "A JSON object of fields in which the list differs from the survey, and whose word counts, the survey's or "
            "the list's: {example}. A key may also be a row (12), or a row's field (12.name); * is all others. Without "
            "it the survey stays as it is.").format(example='{"*": "survey", "name": "list", "12.place": "list"}'))
        self._add_text(GONE, tr("Not in the list"), tr(
            "A JSON object of ids of sites that the list had and has no longer, and what is done: {example}. keep; "
            "retire, as of today; delete, if the site has no source. * is all others. Without it they are "
            "kept.").format(example='{"*": "keep"}'))

    def processAlgorithm(self, parameters: dict[str, Any], context: QgsProcessingContext,
                         feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Read the file, assess the rows, write and report them; an import canceled before the end writes nothing."""
        report_path = self.parameterAsFileOutput(parameters, self.OUTPUT_REPORT, context)
        dry_run = self.parameterAsBoolean(parameters, self.DRY_RUN, context)
        try:
            survey = read_survey(self.parameterAsFile(parameters, self.SURVEY, context), feedback)
            job = self._job(parameters, context, feedback)
            title = self.parameterAsString(parameters, self.TITLE, context).strip() or job.title
            assessment = self._assessment(job, survey, title, parameters, context, feedback)
            log_rows(assessment, feedback)
            _progress(feedback, 95, 100)(0)
            with writing_report(assessment, dry_run, report_path):
                if not dry_run:
                    job.write(survey, title, assessment, _progress(feedback, 95, 100))
        except Cancelled:
            return {}
        except YaluError as error:
            raise QgsProcessingException(error_text(error)) from error
        feedback.setProgress(100)
        return self._results(assessment, report_path)

    def _job(self, parameters: dict[str, Any], context: QgsProcessingContext,
             feedback: QgsProcessingFeedback) -> ImportJob:
        """Open the file, with the detected columns and those of the parameters."""
        from yalu_plugin.core.importing.import_source import ReadOptions
        from yalu_plugin.layers.survey.import_job import open_import

        options = ReadOptions(self._crs(parameters, context),
                              self.parameterAsString(parameters, self.ENCODING, context),
                              self.parameterAsString(parameters, self.DELIMITER, context),
                              tuple(json_list(parameters.get(self.LAYERS))))
        job = open_import(Path(self.parameterAsFile(parameters, self.INPUT, context)), options,
                          _progress(feedback, 0, 40))
        columns = json_object(self.FIELD_MAPPING, parameters.get(self.FIELD_MAPPING), fields=_fields())
        return job.with_columns(replace(job.column_map, **columns)) if job.source and columns else job

    def _crs(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return the given CRS in a form that PROJ reads, "" for none.

        Raises:
            UnknownCrs: the parameter is not a CRS.
        """
        from yalu_plugin.core.importing.import_source import UnknownCrs

        crs = self.parameterAsCrs(parameters, self.CRS, context)
        given = self.parameterAsString(parameters, self.CRS, context).strip()
        if given and not crs.isValid():
            raise UnknownCrs(crs=given[:100])
        return str(crs.authid() or crs.toWkt())

    def _assessment(self, job: ImportJob, survey: Survey, title: str, parameters: dict[str, Any],
                    context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> ImportAssessment:
        """Assess each row with the answers of the parameters; answers without effect are added to the notices."""
        from yalu_plugin.core.importing.unused_choices import unused_choices
        from yalu_plugin.layers.survey.merging import kinds_of

        datum = self.parameterAsEnumString(parameters, self.DATUM, context)
        choices, others = read_choices(parameters, kinds_of(survey), datum)
        assessment = job.assess_rows(survey, title, choices, _progress(feedback, 40, 70))
        unused = unused_choices(job.source, job.column_map, choices, {row.number for row in assessment.rows})
        if others is not None:
            open_rows = {row.number: others for row in assessment.rows if row.status == ASKED}
            assessment = job.assess_rows(survey, title, replace(choices, rows={**open_rows, **choices.rows}),
                               _progress(feedback, 70, 95))
        return replace(assessment, notices=(*assessment.notices, *unused)) if unused else assessment

    def _add_text(self, name: str, label: str, text: str) -> None:
        self.add(QgsProcessingParameterString(name, label, optional=True), text)

    def _results(self, assessment: ImportAssessment, report_path: str) -> dict[str, Any]:
        counts = assessment.counts
        numbers = {self.IMPORTED: assessment.new_sites, self.REPAIRED: counts["repaired"],
                   self.CHECK: counts["check"], self.ASKED: counts["asked"], self.REFUSED: counts["refused"],
                   self.UPDATED: assessment.changed_sites, self.NOT_IN_LIST: len(assessment.gone)}
        return {**numbers, self.OUTPUT_REPORT: report_path} if report_path else numbers


def _fields() -> tuple[str, ...]:
    from yalu_plugin.core.importing.column_map import FIELDS

    return tuple(field.name for field in FIELDS)


def _progress(feedback: QgsProcessingFeedback, first: int, last: int) -> Progress:
    """Return a progress callback for a part of the work, from `first` to `last` percent of the whole."""
    def report(fraction: float) -> None:
        if feedback.isCanceled():
            raise Cancelled()
        feedback.setProgress(first + (last - first) * fraction)

    return report
