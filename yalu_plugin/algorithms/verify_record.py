"""yalu:verifyrecord: check whether a survey agrees with its record of changes, and report what differs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from qgis.core import (
    QgsFeature,
    QgsFields,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputBoolean,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterString,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QMetaType

from yalu_plugin.algorithms.algorithm import YaluAlgorithm, read_survey, survey_parameter
from yalu_plugin.algorithms.output_tables import fields_of, write_features
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.survey.replay import ReplayDifference
from yalu_plugin.core.survey.stored_heads import StoredHead, head_phrase, read_head
from yalu_plugin.core.text import translatable
from yalu_plugin.core.work_progress import Cancelled
from yalu_plugin.i18n import error_text, phrase_text, tr
from yalu_plugin.layers.survey.head_log import HeadLog
from yalu_plugin.layers.survey.heads import stored_heads_of
from yalu_plugin.layers.survey.survey import Survey
from yalu_plugin.layers.survey.verify import MOST_ROWS, VerificationResult

COLUMNS = tuple((name, QMetaType.Type.QString) for name in ("table", "row_id", "column", "in_record", "in_file"))
_GIVEN = translatable("the head given")


class VerifyRecord(YaluAlgorithm):
    """Replays the record and reports in sentences what does not follow from it."""

    SURVEY, HEAD, DIFFERENCES = "SURVEY", "HEAD", "DIFFERENCES"
    VALID, ENTRIES, OUTSIDE, FIRST_BAD, DIFFERENT, RECORD = (
        "VALID", "ENTRIES", "OUTSIDE", "FIRST_BAD", "DIFFERENT", "RECORD")

    def name(self) -> str:
        """Return the id after `yalu:`."""
        return "verifyrecord"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Verify record")

    def shortHelpString(self) -> str:
        """Return the help text of the dialog."""
        return tr(
            "Checks that a survey is what its record of changes says. Every entry of the record is sealed to the one "
            "before it; the entries, applied in order, must give the tables, row for row. Found and named are rows "
            "changed, added or deleted past the record, entries changed or deleted, a record that was shortened or "
            "rewritten, and triggers that are missing. That the last entries are missing or all were rewritten shows "
            "only against a head stored elsewhere: the open project's, the log's on this computer, or one from an "
            "export; an older copy of the file lacks them, too. A survey of version 1 did not record edits made by "
            "QGIS itself: these are rows that differ.")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare the parameters and outputs."""
        self.add(survey_parameter(self.SURVEY),
                 tr("The survey file (.gpkg). It is only read."))
        self.add(QgsProcessingParameterString(self.HEAD, tr("Head kept elsewhere"), optional=True),
                 tr("The number of an entry and at least 12 digits of its hash, as an export prints them: "
                    "record 123 a1b2c3d4e5f6. The record must have this entry."))
        self.add(QgsProcessingParameterFeatureSink(
            self.DIFFERENCES, tr("What differs"), QgsProcessing.SourceType.TypeVector, optional=True,
            createByDefault=False),
            tr("A table with a row for each value that differs, of the first {n} rows: table, row_id, column, "
               "in_record, in_file.").format(n=MOST_ROWS))
        self.addOutput(QgsProcessingOutputBoolean(self.VALID, tr("The survey is what its record says")))
        for name, description in ((self.ENTRIES, tr("Entries")),
                                  (self.OUTSIDE, tr("Entries made outside the plugin and not adopted")),
                                  (self.FIRST_BAD, tr("First faulty entry")), (self.DIFFERENT, tr("Rows that differ"))):
            self.addOutput(QgsProcessingOutputNumber(name, description))
        self.addOutput(QgsProcessingOutputString(self.RECORD, tr("Head of the record")))

    def processAlgorithm(self, parameters: dict[str, Any], context: QgsProcessingContext,
                         feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Verify the record, report the findings, and write what differs; returns the outputs."""
        try:
            given = self.parameterAsString(parameters, self.HEAD, context).strip()
            survey = read_survey(self.parameterAsFile(parameters, self.SURVEY, context), feedback, restoring=False)
            result = survey.verify(_reference_heads(given, survey, context), _progress(feedback))
        except Cancelled:
            return {}
        except YaluError as error:
            raise QgsProcessingException(error_text(error)) from error
        _report(result, feedback)
        results = {self.VALID: result.valid, self.ENTRIES: result.entries, self.OUTSIDE: result.outside,
                   self.FIRST_BAD: result.first_bad, self.DIFFERENT: result.different,
                   self.RECORD: phrase_text(head_phrase(result.head))}
        if parameters.get(self.DIFFERENCES) not in (None, ""):
            fields = fields_of(COLUMNS)
            results[self.DIFFERENCES] = write_features(
                self, self.DIFFERENCES, fields, QgsWkbTypes.Type.NoGeometry, _features(fields, result.differences),
                parameters, context)
        return results


def _reference_heads(given: str, survey: Survey, context: QgsProcessingContext) -> list[StoredHead]:
    """Return the heads that the record is compared with.

    Raises:
        HeadUnreadable: `given` is not a head.
    """
    known = stored_heads_of(context.project(), survey, HeadLog())
    return [StoredHead(*read_head(given), Phrase(_GIVEN)), *known] if given else known


def _progress(feedback: QgsProcessingFeedback) -> Any:
    def report(fraction: float) -> None:
        if feedback.isCanceled():
            raise Cancelled()
        feedback.setProgress(100 * fraction)

    return report


def _report(result: VerificationResult, feedback: QgsProcessingFeedback) -> None:
    for finding in result.findings:
        log = feedback.pushWarning if finding.is_fault else feedback.pushInfo
        log(phrase_text(finding.text))
    if result.valid:
        feedback.pushInfo(tr("The survey is what its record says: {n} entries, {outside} made outside the plugin.")
                          .format(n=result.entries, outside=result.outside))


def _features(fields: QgsFields, differences: Iterable[ReplayDifference]) -> Iterable[QgsFeature]:
    for difference in differences:
        feature = QgsFeature(fields)
        feature.setAttributes(list(difference))
        yield feature
