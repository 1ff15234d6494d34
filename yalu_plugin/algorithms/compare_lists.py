"""yalu:comparelists: find out which crossings of two lists are the same, split, moved, or in one list only."""

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
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QMetaType

from yalu_plugin.algorithms.output_tables import fields_of, to_qgis_value, write_features
from yalu_plugin.algorithms.river_algorithm import RiverAlgorithm
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.worker import in_worker
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.layers.corridor.compare_sources import TOLERANCE_M, compare_sources

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.list_comparison import Compared

TEXT, NUMBER = QMetaType.Type.QString, QMetaType.Type.Double
SITE_COLUMNS = (("id", TEXT), ("name", TEXT), ("kind", TEXT), ("chainage_km", NUMBER), ("side", TEXT))
COLUMNS = (
    ("status", TEXT), *((f"{which}_{name}", kind) for which in "ab" for name, kind in SITE_COLUMNS),
    ("distance_m", NUMBER), ("along_m", NUMBER))
FIELDS = (*COLUMNS, ("line", TEXT))
STATUSES = ("same", "split", "moved", "only_in_a", "only_in_b")


class CompareLists(RiverAlgorithm):
    """Pairs the crossings of two lists by their places along one river."""

    A, B, TOLERANCE_M = "A", "B", "TOLERANCE_M"
    OUTPUT, OUTPUT_LINES = "OUTPUT", "OUTPUT_LINES"

    def name(self) -> str:
        return "comparelists"

    def displayName(self) -> str:
        return tr("Compare two lists of crossings")

    def shortHelpString(self) -> str:
        return tr(
            "Pairs off the crossings of two lists. The same: one of each list within the tolerance; as many pairs as "
            "possible are found, and of all ways to pair them the one whose distances add up to the least. Split: one "
            "of a list and several of the other within the tolerance. Moved: of the rest, one of each list of the same "
            "kind and not clearly on opposite banks, within five times the tolerance both straight and along the "
            "river. Only in A, only in B: what is left. Crossings farther than 5 km from the river line are left out "
            "and named. Distances are on the WGS 84 ellipsoid.")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        for name, description in ((self.A, tr("List A")), (self.B, tr("List B"))):
            sites = QgsProcessingParameterFeatureSource(
                name, description, [QgsProcessing.SourceType.TypeVectorPoint])
            sites.setHelp(tr("Point layer in any CRS. The fields id (or site_id), name and kind are used where "
                             "present; ids must differ within the list."))
            self.addParameter(sites)
        tolerance = QgsProcessingParameterNumber(
            self.TOLERANCE_M, tr("Tolerance in metres"), QgsProcessingParameterNumber.Type.Double, TOLERANCE_M,
            minValue=0.001, maxValue=5000)
        tolerance.setHelp(tr("Metres, at most 5000. Two crossings nearer than this may be one. Take more than they are "
                             "uncertain by in place, and less than the distance between crossings."))
        self.addParameter(tolerance)
        self.add_river()
        self._add_outputs()

    def _add_outputs(self) -> None:
        output = QgsProcessingParameterFeatureSink(
            self.OUTPUT, tr("Crossings of both lists"), QgsProcessing.SourceType.TypeVectorPoint)
        output.setHelp(tr("A point in WGS 84 for each row, at A's place, or at B's where it is in B only: status "
                          "(same, split, moved, only_in_a, only_in_b), id, name, kind, chainage and side in both "
                          "lists, how far B lies from A, straight and along the river (positive downstream), and "
                          "the river line they refer to."))
        lines = QgsProcessingParameterFeatureSink(
            self.OUTPUT_LINES, tr("Lines from A to B"), QgsProcessing.SourceType.TypeVectorLine, optional=True,
            createByDefault=False)
        lines.setHelp(tr("The rows that have a crossing in both lists again, as lines from A's place to B's."))
        for parameter in (output, lines):
            self.addParameter(parameter)
        for status in STATUSES:
            self.addOutput(QgsProcessingOutputNumber(status.upper(), tr("Rows with the status {status}").format(
                status=status)))

    def processAlgorithm(self, parameters: dict[str, Any], context: QgsProcessingContext,
                         feedback: QgsProcessingFeedback) -> dict[str, Any]:
        a, b = (self.source(parameters, name, context) for name in (self.A, self.B))
        tolerance_m = self.parameterAsDouble(parameters, self.TOLERANCE_M, context)
        try:
            compared = in_worker(lambda: compare_sources(
                a, b, self.river(parameters, context), tolerance_m, feedback))
        except YaluError as error:
            raise QgsProcessingException(error_text(error)) from error
        if feedback.isCanceled():
            return {}
        feedback.pushInfo(tr("River line: {line}").format(line=_line_text(compared)))
        for which, measured in (("A", compared.a), ("B", compared.b)):
            self.warn_left_out(measured, feedback, which)
        results: dict[str, Any] = {status.upper(): compared.count(status) for status in STATUSES}
        results[self.OUTPUT] = self._write(compared, self.OUTPUT, parameters, context)
        if parameters.get(self.OUTPUT_LINES):
            results[self.OUTPUT_LINES] = self._write(compared, self.OUTPUT_LINES, parameters, context)
        return results

    def _write(self, compared: Compared, name: str, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        fields, as_lines = fields_of(FIELDS), name == self.OUTPUT_LINES
        geometry_type = QgsWkbTypes.Type.LineString if as_lines else QgsWkbTypes.Type.Point
        return write_features(self, name, fields, geometry_type, _features(compared, fields, as_lines), parameters,
                              context)


def _features(compared: Compared, fields: QgsFields, as_lines: bool) -> Iterable[QgsFeature]:
    for row in compared.table.assign(line=_line_text(compared)).itertuples(index=False):
        both = row.geometry.geom_type == "LineString"
        if as_lines and not both:
            continue
        feature = QgsFeature(fields)
        geometry = QgsGeometry.fromWkt(row.geometry.wkt)
        feature.setGeometry(geometry if as_lines or not both else QgsGeometry(geometry.constGet().startPoint()))
        feature.setAttributes([to_qgis_value(getattr(row, name)) for name, _ in FIELDS])
        yield feature


def _line_text(compared: Compared) -> str:
    from yalu_plugin.core.corridor.line_facts import describe
    from yalu_plugin.layers.corridor.line_text import line_text

    return line_text(describe(compared.a.corridor))
