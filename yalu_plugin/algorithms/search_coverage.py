"""yalu:searchcoverage: write which stretches of the river were searched in a period, on which images and by whom."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsFeature,
    QgsFields,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFeatureSink,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QMetaType, Qt

from yalu_plugin.algorithms.algorithm import read_survey, survey_parameter
from yalu_plugin.algorithms.output_tables import fields_of, write_features
from yalu_plugin.algorithms.river_algorithm import RiverAlgorithm
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable
from yalu_plugin.core.worker import in_worker
from yalu_plugin.i18n import error_text, phrase_text, tr
from yalu_plugin.layers.survey.heads import head_text
from yalu_plugin.layers.survey.survey import Survey

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.coverage import Search, SearchedStretch
    from yalu_plugin.core.corridor.line import Corridor

TEXT, NUMBER = QMetaType.Type.QString, QMetaType.Type.Double
COLUMNS = (("from_km", NUMBER), ("to_km", NUMBER), ("length_km", NUMBER), ("result", TEXT), ("days", TEXT),
           ("image_ids", TEXT), ("analysts", TEXT), ("from_m", NUMBER), ("to_m", NUMBER), ("line", TEXT),
           ("datum", TEXT), ("record", TEXT))
OUTPUT_TITLES = {"SHARE": translatable("Share of the river line searched, 0 to 1"),
                "SEARCHED_KM": translatable("Kilometres searched"),
                "CORRIDOR_KM": translatable("Kilometres of the river line"),
                "NOT_OBSERVABLE_KM": translatable("Kilometres where nothing could be observed")}


class EndBeforeStart(YaluError):
    """The period ends before it starts."""

    template = translatable("END {end} is before START {start}. Give the first day as START and the last as END.")


class SearchCoverage(RiverAlgorithm):
    """Writes the searched stretches of a survey, and returns their share of the river line."""

    SURVEY, START, END, OUTPUT, SENTENCE = "SURVEY", "START", "END", "OUTPUT", "SENTENCE"

    def name(self) -> str:
        return "searchcoverage"

    def displayName(self) -> str:
        return tr("Search coverage")

    def shortHelpString(self) -> str:
        return tr("Writes which stretches of the river line were searched in a period: the longest ones with the same "
                  "searches, with the days of their images, the images, the analysts, and whether the ground could be "
                  "observed (\"searched\") or not (\"not_observable\"). A stretch that was observable in one search "
                  "and not in another is searched. Images count that were taken wholly within the period; one known "
                  "only as \"at or before\" counts if START is empty. A stretch without a row was not searched: "
                  "nothing is known of it.")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        survey = survey_parameter(self.SURVEY)
        self.add(survey, tr("The survey file (.gpkg). It is only read."))
        day = QgsProcessingParameterDateTime.Type.Date
        self.add(QgsProcessingParameterDateTime(self.START, tr("First day"), day, optional=True),
                 tr("The first UTC day, such as 2025-07-01. Empty: from the beginning."))
        self.add(QgsProcessingParameterDateTime(self.END, tr("Last day"), day, optional=True),
                 tr("The last UTC day, such as 2025-09-30. Empty: up to now."))
        self.add_river()
        self.add(QgsProcessingParameterFeatureSink(
            self.OUTPUT, tr("Searched stretches"), QgsProcessing.SourceType.TypeVectorLine), tr(
            "Lines in WGS 84 with from_km and to_km (chainage from the datum, downstream), length_km, result, days, "
            "image_ids, analysts, from_m and to_m (from the upstream end), line, datum and the survey's record."))
        for name in OUTPUT_TITLES:
            self.addOutput(QgsProcessingOutputNumber(name, tr(OUTPUT_TITLES[name])))
        self.addOutput(QgsProcessingOutputString(self.SENTENCE, tr("The share as a sentence")))

    def processAlgorithm(self, parameters: dict[str, Any], context: QgsProcessingContext,
                         feedback: QgsProcessingFeedback) -> dict[str, Any]:
        try:
            start, end = (self._day(parameters, name, context) for name in (self.START, self.END))
            if start and end and end < start:
                raise EndBeforeStart(start=start, end=end)
            survey = read_survey(self.parameterAsFile(parameters, self.SURVEY, context), feedback)
            return in_worker(lambda: self._coverage(survey, start, end, parameters, context, feedback))
        except YaluError as error:
            raise QgsProcessingException(error_text(error)) from error

    def _coverage(self, survey: Survey, start: str | None, end: str | None, parameters: dict[str, Any],
                 context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        from yalu_plugin.core.corridor.chainage import length_m
        from yalu_plugin.core.corridor.coverage import coverage, in_period, stretches
        from yalu_plugin.core.corridor.coverage_phrases import period_phrase
        from yalu_plugin.layers.corridor.survey_searches import survey_searches

        corridor = self._corridor(survey, parameters, context)
        searches = survey_searches(survey, corridor)
        self._warn_left_out(survey, searches, feedback)
        found, whole = in_period(searches, start, end), length_m(corridor)
        sentence = phrase_text(period_phrase(searches, whole, start, end))
        feedback.pushInfo(sentence)
        covered = coverage(found, whole)
        fields = fields_of(COLUMNS)
        rows = _features(fields, stretches(found, whole), corridor, head_text(survey), feedback)
        return {self.OUTPUT: write_features(self, self.OUTPUT, fields, QgsWkbTypes.Type.LineString, rows, parameters,
                                            context),
                "SHARE": covered.share, "SEARCHED_KM": covered.searched_m / 1000, "CORRIDOR_KM": whole / 1000,
                "NOT_OBSERVABLE_KM": covered.not_observable_m / 1000, self.SENTENCE: sentence}

    def _corridor(self, survey: Survey, parameters: dict[str, Any], context: QgsProcessingContext) -> Corridor:
        """Return the line of the parameter; else the survey's only one, else the bundled one."""
        from yalu_plugin.layers.corridor.survey_searches import survey_corridor

        if parameters.get(self.CORRIDOR) not in (None, ""):
            return self.river(parameters, context)
        return survey_corridor(survey, self.parameterAsBool(parameters, self.BRIDGE, context))

    def _day(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> str | None:
        day = self.parameterAsDateTime(parameters, name, context).date()
        return day.toString(Qt.DateFormat.ISODate) if day.isValid() else None

    def _warn_left_out(self, survey: Survey, searches: list[Search], feedback: QgsProcessingFeedback) -> None:
        left_out = len(survey.rows("searches")) - len(searches)
        if left_out:
            feedback.pushWarning(tr("Left out: {n} searches that are of another line, or not on a dated image.")
                                 .format(n=left_out))


def _features(fields: QgsFields, found: list[SearchedStretch], corridor: Corridor, record: str,
              feedback: QgsProcessingFeedback) -> Iterable[QgsFeature]:
    from yalu_plugin.core.corridor.datum import datum_on
    from yalu_plugin.core.corridor.line_facts import describe
    from yalu_plugin.core.corridor.search_places import line_wkt, piece_downstream
    from yalu_plugin.layers.corridor.line_text import line_text

    (lon, lat), datum_m, _ = datum_on(corridor, None)
    line, datum = line_text(describe(corridor)), f"{lat:.6f}, {lon:.6f}"
    for number, one in enumerate(found, start=1):
        if feedback.isCanceled():
            return
        feature = QgsFeature(fields)
        feature.setGeometry(QgsGeometry.fromWkt(line_wkt(piece_downstream(corridor, (one.from_m, one.to_m)))))
        feature.setAttributes([(one.from_m - datum_m) / 1000, (one.to_m - datum_m) / 1000,
                               (one.to_m - one.from_m) / 1000, one.result, *map(", ".join, one[2:5]), one.from_m,
                               one.to_m, line, datum, record])
        yield feature
        feedback.setProgress(100 * number / len(found))
