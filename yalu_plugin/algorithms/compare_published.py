"""yalu:comparepublished: compare the published claims of a survey with measurements of its sites."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
)

from yalu_plugin.algorithms.algorithm import read_survey, survey_parameter
from yalu_plugin.algorithms.output_tables import write_table
from yalu_plugin.algorithms.river_algorithm import RiverAlgorithm
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.worker import in_worker
from yalu_plugin.i18n import error_text, phrase_text, tr
from yalu_plugin.layers.survey.heads import head_text
from yalu_plugin.layers.survey.survey import Survey

if TYPE_CHECKING:
    import pandas

    from yalu_plugin.core.corridor.line import Corridor


class ComparePublished(RiverAlgorithm):
    """Measures the published distances along a river line and straight, and states which of the two fits."""

    SURVEY, OUTPUT = "SURVEY", "OUTPUT"

    def name(self) -> str:
        return "comparepublished"

    def displayName(self) -> str:
        return tr("Compare with published claims")

    def shortHelpString(self) -> str:
        return tr(
            "Writes every claim in the survey's table claims with what is measured here: distances along the "
            "river line and straight, on the WGS 84 ellipsoid and in the claim's own unit, and the number of sites "
            "located. The column fits says which reading confirms the claim: along, straight, both, neither, "
            "counted, or not_measurable with what is located. \"About\" allows 5 % either way, \"exactly\" half a "
            "percent, \"at least\" anything longer. Where the published text leaves an end open, along_least and "
            "straight_least are measured to the nearest possible place.")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        survey = survey_parameter(self.SURVEY)
        survey.setHelp(tr("The survey file (.gpkg) with the claims and the sites. It is only read."))
        output = QgsProcessingParameterFeatureSink(
            self.OUTPUT, tr("Claims measured"), QgsProcessing.SourceType.TypeVector)
        output.setHelp(tr("A table with a row for each claim: claim_id, quantity, value, located, along, straight, "
                          "fits, note, the river line that it was measured on, and the survey's record."))
        self.addParameter(survey)
        self.add_river()
        self.addParameter(output)

    def processAlgorithm(self, parameters: dict[str, Any], context: QgsProcessingContext,
                         feedback: QgsProcessingFeedback) -> dict[str, Any]:
        try:
            survey = read_survey(self.parameterAsFile(parameters, self.SURVEY, context), feedback)
            table, line = in_worker(lambda: _measure_claims(survey, self.river(parameters, context)))
        except YaluError as error:
            raise QgsProcessingException(error_text(error)) from error
        feedback.pushInfo(tr("River line: {line}").format(line=line))
        return {self.OUTPUT: write_table(self, self.OUTPUT, table, parameters, context)}


def _measure_claims(survey: Survey, corridor: Corridor) -> tuple[pandas.DataFrame, str]:
    """Return the measured claims of the survey, and a description of the line they were measured on."""
    from yalu_plugin.core.corridor.line_facts import describe
    from yalu_plugin.layers.corridor.line_text import line_text
    from yalu_plugin.layers.corridor.survey_claims import survey_claims

    table = survey_claims(survey, corridor)
    line = line_text(describe(corridor))
    note = [" ".join(map(phrase_text, notes)) for notes in table["notes"]]
    return table.drop(columns="notes").assign(note=note, line=line, record=head_text(survey)), line
