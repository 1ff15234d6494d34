"""yalu:summarizecorridor: write pairs, neighbours, clusters, density, counties or extents of crossings as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
)

from yalu_plugin.algorithms.output_tables import write_table
from yalu_plugin.algorithms.river_algorithm import RiverAlgorithm
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable
from yalu_plugin.core.worker import in_worker
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.layers.corridor.summaries import SUMMARIES, groups_by_field, summary_table

if TYPE_CHECKING:
    import pandas

SECOND_LINE, NEAREST = "second_line", "nearest_feature"
TABLES = [*SUMMARIES, SECOND_LINE, NEAREST]


class LayerMissing(YaluError):
    """The selected table needs a layer that was not given."""

    template = translatable("The table {table} compares with a layer. Give {parameter} as well.")


class SummarizeCorridor(RiverAlgorithm):
    """Summarizes the crossings along a river in one of several tables."""

    SITES, TABLE, OTHER_LINE, FEATURES = "SITES", "TABLE", "OTHER_LINE", "FEATURES"
    GROUP_FIELD, CLUSTER_M, BIN_KM, OUTPUT = "GROUP_FIELD", "CLUSTER_M", "BIN_KM", "OUTPUT"

    def name(self) -> str:
        return "summarizecorridor"

    def displayName(self) -> str:
        return tr("Summarize corridor")

    def shortHelpString(self) -> str:
        return tr(
            "Writes one table about the crossings along a river. pairs: every two of them, along the river and "
            "straight. matrix_along, matrix_straight: the same as a square, in kilometres. neighbours: the nearest "
            "other one, along and straight. clusters: groups of crossings that are each within a distance of the next "
            "along the river. density: how many in each stretch. counties: how many in each county reach, and of those "
            "how many within 2 km of a break. extents: the span of the outermost ones, by kind or by any field. "
            "second_line: the same crossings on another line. nearest_feature: the nearest bridge, road, gate or other "
            "feature of a layer. Distances are on the WGS 84 ellipsoid; the last columns name the line and the datum "
            "that the figures refer to.")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        line, vector = QgsProcessing.SourceType.TypeVectorLine, QgsProcessing.SourceType.TypeVectorAnyGeometry
        self.add(QgsProcessingParameterFeatureSource(
            self.SITES, tr("Crossings"), [QgsProcessing.SourceType.TypeVectorPoint]),
            tr("Point layer in any CRS, with the fields id (or site_id), name and kind where there are any."))
        self.add(QgsProcessingParameterEnum(
            self.TABLE, tr("Table"), TABLES, defaultValue=TABLES[0], usesStaticStrings=True),
            tr("Which table to write: {tables}.").format(tables=", ".join(TABLES)))
        self.add_river()
        self.add(QgsProcessingParameterFeatureSource(self.OTHER_LINE, tr("Second line"), [line], optional=True),
                 tr("For second_line: another line of the same river, to compare with the first."))
        self.add(QgsProcessingParameterFeatureSource(self.FEATURES, tr("Features to measure to"), [vector],
                                                      optional=True),
                 tr("For nearest_feature: points, lines or areas in any CRS; the field name is used where present."))
        self.add(QgsProcessingParameterField(self.GROUP_FIELD, tr("Group by"), optional=True,
                                             parentLayerParameterName=self.SITES),
                 tr("For extents: the field of the crossings to group by, as state in the output of Site states. "
                    "Left empty, they are grouped by kind."))
        number = QgsProcessingParameterNumber.Type.Double
        self.add(QgsProcessingParameterNumber(self.CLUSTER_M, tr("Cluster distance in metres"), number, 500,
                                              minValue=0),
                 tr("For clusters: metres along the river within which two crossings belong together."))
        self.add(QgsProcessingParameterNumber(self.BIN_KM, tr("Stretch length in kilometres"), number, 10,
                                              minValue=0.1),
                 tr("For density: kilometres of river that crossings are counted in."))
        self.add(QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Table"), QgsProcessing.SourceType.TypeVector),
                 tr("The table, with its units in the names of its columns, and the line and datum in the last two."))

    def processAlgorithm(self, parameters: dict[str, Any], context: QgsProcessingContext,
                         feedback: QgsProcessingFeedback) -> dict[str, Any]:
        try:
            table = in_worker(lambda: self._table(parameters, context, feedback))
        except YaluError as error:
            raise QgsProcessingException(error_text(error)) from error
        if feedback.isCanceled():
            return {}
        return {self.OUTPUT: write_table(self, self.OUTPUT, table, parameters, context)}

    def _table(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
               ) -> pandas.DataFrame:
        """Return the selected table, with columns for the line and the datum."""
        from yalu_plugin.core.corridor.line_facts import compare_lines, describe
        from yalu_plugin.layers.corridor.corridor_input import measure_along, sites_frame
        from yalu_plugin.layers.corridor.line_text import line_text
        from yalu_plugin.layers.corridor.nearest_features import nearest_in_layer

        which = self.parameterAsEnumString(parameters, self.TABLE, context)
        sites = self.source(parameters, self.SITES, context)
        measured = measure_along(sites_frame(sites, feedback), self.river(parameters, context))
        self.warn_left_out(measured, feedback)
        if not measured.count:
            feedback.pushWarning(tr("The layer has no crossing within 5 km of the line: the table is empty."))
        if which == SECOND_LINE:
            self._require(parameters, which, self.OTHER_LINE)
            other = self.line(parameters, self.OTHER_LINE, context)
            table = compare_lines(measured.table, measured.corridor, other, measured.datum).assign(
                other_line=line_text(describe(other)))
        elif which == NEAREST:
            self._require(parameters, which, self.FEATURES)
            features = self.source(parameters, self.FEATURES, context)
            table = nearest_in_layer(measured, features, context.transformContext(), feedback)
        else:
            field = self.parameterAsString(parameters, self.GROUP_FIELD, context)
            table = summary_table(which, measured, self.parameterAsDouble(parameters, self.CLUSTER_M, context),
                               self.parameterAsDouble(parameters, self.BIN_KM, context),
                               groups_by_field(sites, field) if field else None)
        return table.assign(line=line_text(describe(measured.corridor)), datum=measured.datum_text)

    def _require(self, parameters: dict[str, Any], table: str, name: str) -> None:
        if parameters.get(name) in (None, ""):
            raise LayerMissing(table=table, parameter=name)
