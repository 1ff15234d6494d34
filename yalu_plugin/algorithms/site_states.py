"""yalu:sitestates: write every site of a survey with its state on a day, and the image it was seen on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from qgis.core import (
    QgsFeature,
    QgsFields,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFeatureSink,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate, QMetaType, Qt

from yalu_plugin.algorithms.algorithm import YaluAlgorithm, read_survey, survey_parameter
from yalu_plugin.algorithms.output_tables import fields_of, write_features
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.published import Row
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.layers.survey.heads import head_text
from yalu_plugin.layers.survey.survey_states import states_on

TEXT, DAY, FLAG = QMetaType.Type.QString, QMetaType.Type.QDate, QMetaType.Type.Bool
# (column of the output, column of site_states, type); two more are added from the observation and the site
COLUMNS = (
    ("site_id", "site_id", TEXT), ("name", "name", TEXT), ("kind", "kind", TEXT), ("state", "state", TEXT),
    ("since", "valid_from", DAY), ("seen_from", "seen_from", DAY), ("seen_to", "seen_to", DAY),
    ("image_id", "image_id", TEXT), ("below_resolution", "below_resolution", FLAG), ("retired_on", "retired_on", DAY))


class SiteStates(YaluAlgorithm):
    """Writes the states of the Crossings panel: the last state observed by a day, for every site."""

    SURVEY, DATE, OUTPUT = "SURVEY", "DATE", "OUTPUT"

    def name(self) -> str:
        """Return the id after `yalu:`."""
        return "sitestates"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Site states")

    def shortHelpString(self) -> str:
        """Return the help text of the dialog."""
        return tr("Writes every site of a survey with its state on a day: the last one that was observed by then, "
                  "since when it holds, the days between which it was seen, and the image it was seen on. The state "
                  "\"unknown\" means that the site was not observed by that day; it does not mean that it was absent.")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare the parameters."""
        survey = survey_parameter(self.SURVEY)
        survey.setHelp(tr("The survey file (.gpkg). It is only read."))
        day = QgsProcessingParameterDateTime(self.DATE, tr("Date"), QgsProcessingParameterDateTime.Type.Date,
                                             optional=True)
        day.setHelp(tr("A UTC day such as 2025-07-30. Empty: the latest known states."))
        output = QgsProcessingParameterFeatureSink(
            self.OUTPUT, tr("Sites with their states"), QgsProcessing.SourceType.TypeVectorPoint)
        output.setHelp(tr("Points in WGS 84 with site_id, name, kind, state, since, seen_from, seen_to, image_id, "
                          "below_resolution (the image is too coarse to show it), retired_on (the site does not count "
                          "after this day) and the survey's record."))
        for parameter in (survey, day, output):
            self.addParameter(parameter)

    def processAlgorithm(self, parameters: dict[str, Any], context: QgsProcessingContext,
                         feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Read the states and write them; returns the output."""
        selected = self.parameterAsDateTime(parameters, self.DATE, context).date()
        day = date(selected.year(), selected.month(), selected.day()) if selected.isValid() else None
        try:
            survey = read_survey(self.parameterAsFile(parameters, self.SURVEY, context), feedback)
            states, sites, record = states_on(survey, day), survey.rows("sites"), head_text(survey)
            coarse = {row["id"] for row in survey.rows("observations") if row.get("below_resolution")}
        except YaluError as error:
            raise QgsProcessingException(error_text(error)) from error
        if len(states) < len(sites):  # added by hand, or by another program
            feedback.pushWarning(tr("Left out: {n} sites without a unique id. Give each site one in the layer of "
                                    "sites, as uuid() creates them.").format(n=len(sites) - len(states)))
        retired = {site["id"]: site.get("retired_on") for site in sites}
        for site_id, row in states.items():
            row.update(below_resolution=row["observation_id"] in coarse, retired_on=retired.get(site_id))
        fields = fields_of([*((name, kind) for name, _, kind in COLUMNS), ("record", TEXT)])
        return {self.OUTPUT: write_features(self, self.OUTPUT, fields, QgsWkbTypes.Type.Point,
                                            _features(fields, states, record, feedback), parameters, context)}


def _features(fields: QgsFields, states: dict[str, Row], record: str, feedback: QgsProcessingFeedback
              ) -> Iterable[QgsFeature]:
    for number, row in enumerate(states.values(), start=1):
        if feedback.isCanceled():
            return
        feature = _feature(fields, row)
        feature["record"] = record
        yield feature
        feedback.setProgress(100 * number / len(states))


def _feature(fields: QgsFields, row: Row) -> QgsFeature:
    feature = QgsFeature(fields)
    if row.get("geom"):
        feature.setGeometry(QgsGeometry.fromWkt(row["geom"]))
    for name, column, kind in COLUMNS:
        if row[column] is not None:
            is_day = kind == DAY
            feature[name] = QDate.fromString(row[column], Qt.DateFormat.ISODate) if is_day else row[column]
    return feature
