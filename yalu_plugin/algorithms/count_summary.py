"""yalu:countsummary: write the counts of each area and day by class, and which of them are in the total."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsFeature,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate, QMetaType
from qgis.PyQt.QtGui import QIcon

from yalu_plugin.algorithms.algorithm import YaluAlgorithm, read_survey, survey_parameter
from yalu_plugin.algorithms.output_tables import fields_of, write_features
from yalu_plugin.core.counting.counts_table import SummaryRow
from yalu_plugin.core.errors import YaluError
from yalu_plugin.i18n import error_text, phrase_text, tr
from yalu_plugin.layers.survey.heads import head_text
from yalu_plugin.paths import resource

TEXT, NUMBER, DAY = QMetaType.Type.QString, QMetaType.Type.Double, QMetaType.Type.QDate
COLUMNS = (("area", TEXT), ("first_day", DAY), ("last_day", DAY), ("date_kind", TEXT), ("image", TEXT),
           ("analyst", TEXT), ("class", TEXT), ("number", QMetaType.Type.Int), ("share_shown", NUMBER),
           ("gsd_m", NUMBER), ("counts", QMetaType.Type.Bool), ("why_not", TEXT), ("repeated", QMetaType.Type.Int),
           ("finished_at", TEXT), ("area_id", TEXT), ("image_id", TEXT), ("count_id", TEXT), ("record", TEXT))


class CountSummary(YaluAlgorithm):
    """Writes the figures of the Counting panel for all areas and days."""

    SURVEY, OUTPUT, TOTAL, COUNTS, IN_PROGRESS = "SURVEY", "OUTPUT", "TOTAL", "COUNTS", "IN_PROGRESS"

    def name(self) -> str:
        """Return the id after `yalu:`."""
        return "countsummary"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Summary of counts")

    def icon(self) -> QIcon:
        """Return the icon in the toolbox."""
        return QIcon(str(resource("icons", "counting.svg")))

    def shortHelpString(self) -> str:
        """Return the help text of the dialog."""
        return tr(
            "Writes a row for each count and class of objects: area, UTC days of the image and what kind of date that "
            "is, image, analyst, number, and which share of the area the image shows. Scenes of a day show the same "
            "objects, so of each area and day one count counts: that on the image which shows most of the area, then "
            "that with the finest pixels, then that on the last scene; on one image the count started first, which a "
            "recount checks. For the others why_not says which one comes first. A count that was not finished is in "
            "progress, and does not count. TOTAL adds what counts, less repeated: objects in the overlap of two areas "
            "that were counted in both. What was there on two days is in it twice. A finished count that "
            "found nothing has one row with the number 0.")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare the parameters."""
        self.add(survey_parameter(self.SURVEY), tr("The survey file (.gpkg). It is only read."))
        self.add(QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Counts by area, day and class"),
                                                   QgsProcessing.SourceType.TypeVector),
                 tr("A table without geometry. first_day is empty where the image is dated at or before last_day."))
        self.addOutput(QgsProcessingOutputNumber(self.TOTAL, tr("Objects in the counts that count")))
        self.addOutput(QgsProcessingOutputNumber(self.COUNTS, tr("Counts that count")))
        self.addOutput(QgsProcessingOutputNumber(self.IN_PROGRESS, tr("Counts in progress, not in the total")))

    def processAlgorithm(self, parameters: dict[str, Any], context: QgsProcessingContext,
                         feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Read the counts and write them; returns the outputs."""
        from yalu_plugin.layers.survey.survey_counts import summary_of

        try:
            survey = read_survey(self.parameterAsFile(parameters, self.SURVEY, context), feedback)
            found, record = summary_of(survey), head_text(survey)
        except YaluError as error:
            raise QgsProcessingException(error_text(error)) from error
        if found.stray:
            feedback.pushWarning(tr("Left out: {n} marks that belong to no count.").format(n=found.stray))
        if found.in_progress:
            feedback.pushWarning(tr("Not in the total: {n} counts in progress.").format(n=found.in_progress))
        for phrase in found.overlaps:
            feedback.pushWarning(phrase_text(phrase))
        output = write_features(self, self.OUTPUT, fields_of(COLUMNS), QgsWkbTypes.Type.NoGeometry,
                                (_feature(row, record) for row in found.rows), parameters, context)
        return {self.OUTPUT: output, self.TOTAL: found.total, self.COUNTS: found.counts,
                self.IN_PROGRESS: found.in_progress}


def _feature(row: SummaryRow, record: str) -> QgsFeature:
    one, reason = row.image_count, row.exclusion_reason
    days = [None if day is None else QDate(day.year, day.month, day.day) for day in (one.first, one.last)]
    feature = QgsFeature(fields_of(COLUMNS))
    feature.setAttributes([
        one.area, *days, one.date_kind, one.image, one.analyst, row.label, row.number, one.share, one.gsd_m,
        reason is None, None if reason is None else phrase_text(reason), row.repeated, one.finished_at or None,
        one.area_id, one.image_id, one.id, record])
    return feature
