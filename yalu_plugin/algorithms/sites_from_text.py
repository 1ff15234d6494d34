"""yalu:sitesfromtext: the coordinates in a report as points, each with its sentence and what that says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QMetaType
from qgis.PyQt.QtGui import QIcon

from yalu_plugin.algorithms.algorithm import YaluAlgorithm
from yalu_plugin.algorithms.datum_parameter import DATUMS, datum_help, log_datum_offer
from yalu_plugin.algorithms.output_tables import fields_of, write_features
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.work_progress import Cancelled
from yalu_plugin.i18n import error_text, phrase_text, tr
from yalu_plugin.paths import resource

if TYPE_CHECKING:
    from yalu_plugin.core.importing.import_assessment import ImportAssessment, ImportRow
    from yalu_plugin.layers.survey.report_import import ReportImport

OF_SITE = ("name", "kind", "kind_words", "at_fence_gate", "seen_from", "seen_to")
NOT_LISTED = ("name", "kind", "fence gate")  # columns of the rows whose reading is in the fields of the site
OF_SOURCE = ("title", "author", "published_on", "url")
TEXT = QMetaType.Type.QString


class SitesFromText(YaluAlgorithm):
    """Writes what the dialog shows; nothing is written to a survey: the output can be imported."""

    INPUT, DATUM, OUTPUT, FOUND, REFUSED = "INPUT", "DATUM", "OUTPUT", "FOUND", "REFUSED"

    def name(self) -> str:
        """Return the id after `yalu:`."""
        return "sitesfromtext"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Sites from text")

    def icon(self) -> QIcon:
        """Return the icon in the toolbox."""
        return QIcon(str(resource("icons", "sites_from_text.svg")))

    def shortHelpString(self) -> str:
        """Return the help text of the dialog."""
        return tr("Finds the coordinates in a report, in any notation, with the sentence around each: kind, date, "
                  "amounts and names of places are the sentence's own words. Nothing is invented: what is doubtful "
                  "has the status \"check\" and a reason; what is a point of reference, an outline or a price is "
                  "\"refused\" and has no point, or is not listed.")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare the parameters and outputs."""
        self.add(QgsProcessingParameterFile(self.INPUT, tr("Report")),
                 tr("A text, a saved web page, a Word document or a PDF (TXT, HTML, DOCX, PDF). It is not changed."))
        self.add(QgsProcessingParameterEnum(self.DATUM, tr("Coordinates are"), DATUMS, usesStaticStrings=True,
                                            optional=True), datum_help())
        self.add(QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Sites found"),
                                                   QgsProcessing.SourceType.TypeVectorPoint),
                 tr("Points in WGS 84, in the order of the text: number, status, reason, name, kind and the words it "
                    "is read from, at_fence_gate, seen_from and seen_to (only where the date is certain), then the "
                    "coordinates, date, sentence, amounts and places as they are written, and the report's title, "
                    "author, published_on and url."))
        self.addOutput(QgsProcessingOutputNumber(self.FOUND, tr("Sites found")))
        self.addOutput(QgsProcessingOutputNumber(self.REFUSED, tr("Coordinates refused")))

    def processAlgorithm(self, parameters: dict[str, Any], context: QgsProcessingContext,
                         feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Read the report, assess its places, and write them."""
        from yalu_plugin.core.importing.assess_rows import assess_rows
        from yalu_plugin.core.importing.import_assessment import Choices
        from yalu_plugin.core.report_text.published_report import NoPlaces
        from yalu_plugin.core.worker import in_worker
        from yalu_plugin.layers.survey.report_import import open_report

        def progress(fraction: float) -> None:
            if feedback.isCanceled():
                raise Cancelled()
            feedback.setProgress(100 * fraction)

        try:
            found = open_report(Path(self.parameterAsFile(parameters, self.INPUT, context)), progress)
            choices = Choices(datum=self.parameterAsEnumString(parameters, self.DATUM, context))
            assessed = in_worker(lambda: assess_rows(found.job.source, found.job.column_map, choices))
        except Cancelled:
            return {}
        except YaluError as error:
            raise QgsProcessingException(error_text(error)) from error
        output = write_features(self, self.OUTPUT, fields_of(_columns(found)), QgsWkbTypes.Type.Point,
                                _features(found, assessed), parameters, context)
        log_datum_offer(assessed, feedback)
        refused = assessed.counts["refused"]
        if not assessed.rows:
            feedback.pushInfo(error_text(NoPlaces()))
        return {self.OUTPUT: output, self.FOUND: len(assessed.rows) - refused, self.REFUSED: refused}


def _text_columns(found: ReportImport) -> list[str]:
    return [column for column in found.rows.source.columns if column not in NOT_LISTED]


def _columns(found: ReportImport) -> list[tuple[str, QMetaType.Type]]:
    texts = [column.replace(" ", "_") for column in _text_columns(found)]
    names = ("status", "reason", *OF_SITE, *texts, *OF_SOURCE)
    return [("number", QMetaType.Type.Int), *((name, TEXT) for name in names)]


def _features(found: ReportImport, assessed: ImportAssessment) -> Iterator[QgsFeature]:
    fields, report = fields_of(_columns(found)), found.report
    source = [getattr(report, name) or None for name in OF_SOURCE]
    for row, raw in zip(assessed.rows, found.rows.source.rows):
        feature = QgsFeature(fields)
        texts = [raw.values.get(column) or None for column in _text_columns(found)]
        feature.setAttributes([row.number, row.status, "; ".join(map(phrase_text, row.reasons)) or None,
                               *_described(row, raw.values.get("kind")), *texts, *source])
        if row.site is not None:
            feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(row.site["lon"], row.site["lat"])))
        yield feature


def _described(row: ImportRow, kind_words: str | None) -> list[str | None]:
    """Return the values of OF_SITE."""
    seen = row.observations[0] if row.observations else {}
    site = row.site or {}
    return [site.get("name") or None, site.get("kind"), kind_words or None, site.get("at_fence_gate"),
            seen.get("seen_from"), seen.get("seen_to")]
