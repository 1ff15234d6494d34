"""yalu:measurecorridor: measure chainage, offset, gaps and county of crossings along a river."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFields,
    QgsGeometry,
    QgsPointXY,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterPoint,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QMetaType

from yalu_plugin.algorithms.output_tables import WGS84, fields_of, to_qgis_value, write_features
from yalu_plugin.algorithms.river_algorithm import RiverAlgorithm
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.worker import in_worker
from yalu_plugin.i18n import error_text, tr

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.line import Corridor
    from yalu_plugin.core.corridor.measure import Measured

TEXT, NUMBER, YES_NO = QMetaType.Type.QString, QMetaType.Type.Double, QMetaType.Type.Bool
COLUMNS = (
    ("site_id", TEXT), ("name", TEXT), ("kind", TEXT), ("chainage_km", NUMBER), ("offset_m", NUMBER), ("side", TEXT),
    ("gap_along_km", NUMBER), ("gap_straight_km", NUMBER), ("county", TEXT), ("county_certain", YES_NO),
    ("counted", YES_NO), ("reason", TEXT), ("datum", TEXT), ("line", TEXT))


class MeasureCorridor(RiverAlgorithm):
    """Measures crossings along a river line, on the WGS 84 ellipsoid regardless of the project's settings."""

    SITES, DATUM, OUTPUT = "SITES", "DATUM", "OUTPUT"
    ALONG_KM, STRAIGHT_KM, SINUOSITY, COUNT = "ALONG_KM", "STRAIGHT_KM", "SINUOSITY", "COUNT"
    ATTRIBUTION, LINE = "ATTRIBUTION", "LINE"

    def name(self) -> str:
        return "measurecorridor"

    def displayName(self) -> str:
        return tr("Measure corridor")

    def shortHelpString(self) -> str:
        return tr(
            "Measures crossings along a river: chainage from a datum, growing downstream; gap to the next crossing "
            "along the river and straight; offset from the line; bank side looking downstream; county reach. "
            "Distances are geodesic on the WGS 84 ellipsoid, whatever the project's CRS and ellipsoid are. "
            "Every feature has a row. Staging areas, fuel stations and other sites that are not crossings, crossings "
            "farther than 5 km from the line and features without a point have \"counted\" false and a \"reason\": "
            "they are in no gap, extent or count. Within 2 km of a county break the county is uncertain.")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self._add_inputs()
        self._add_outputs()

    def _add_inputs(self) -> None:
        sites = QgsProcessingParameterFeatureSource(
            self.SITES, tr("Crossings"), [QgsProcessing.SourceType.TypeVectorPoint])
        sites.setHelp(tr("Point layer in any CRS. The fields id (or site_id), name and kind are used where present; "
                         "ids must differ. Of the survey's kinds only vehicle_ford and barge_dock count; of other "
                         "lists' kinds bridges, dams and staging areas do not, and an unknown kind counts with a "
                         "warning."))
        self.addParameter(sites)
        self.add_river()
        datum = QgsProcessingParameterPoint(self.DATUM, tr("Datum"), optional=True)
        datum.setHelp(tr("The point whose nearest point on the line is chainage 0. Coordinates without a CRS are "
                         "longitude, latitude in WGS 84. Left empty, it is the sandbar ford at Hyesan, or the "
                         "line's upstream end where that ford is more than 5 km away."))
        self.addParameter(datum)

    def _add_outputs(self) -> None:
        output = QgsProcessingParameterFeatureSink(
            self.OUTPUT, tr("Measured crossings"), QgsProcessing.SourceType.TypeVectorPoint)
        output.setHelp(tr("Points in WGS 84 in order downstream, with chainage_km, offset_m, side, gap_along_km, "
                          "gap_straight_km, county and county_certain, whether the row is counted as a crossing and "
                          "if not the reason (other_kind, retired, off_line, no_point, not_one_point, outside_crs), "
                          "and the datum and line they refer to. Rows without a place come last."))
        self.addParameter(output)
        for name, description in (
                (self.ALONG_KM, tr("Along the river between the outermost crossings, km")),
                (self.STRAIGHT_KM, tr("Straight between the outermost crossings, km")),
                (self.SINUOSITY, tr("Along divided by straight")),
                (self.COUNT, tr("Crossings measured"))):
            self.addOutput(QgsProcessingOutputNumber(name, description))
        self.addOutput(QgsProcessingOutputString(self.ATTRIBUTION, tr("Attribution and licence of the river line")))
        self.addOutput(QgsProcessingOutputString(self.LINE, tr("The river line, its vertices and their mean spacing")))

    def processAlgorithm(self, parameters: dict[str, Any], context: QgsProcessingContext,
                         feedback: QgsProcessingFeedback) -> dict[str, Any]:
        source = self.source(parameters, self.SITES, context)
        try:
            measured = in_worker(lambda: self._measure(source, parameters, context, feedback))
        except YaluError as error:
            raise QgsProcessingException(error_text(error)) from error
        if measured is None:
            return {}
        self._report(measured, feedback)
        output = self._write(measured, parameters, context, feedback)
        return {self.OUTPUT: output, **self._results(measured)}

    def _measure(self, source: QgsProcessingFeatureSource, parameters: dict[str, Any],
                  context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> Measured | None:
        """Return the measurements, or None if canceled."""
        from yalu_plugin.layers.corridor.corridor_input import measure_along, sites_frame

        corridor = self.river(parameters, context)
        sites = sites_frame(source, feedback)
        return None if feedback.isCanceled() else measure_along(sites, corridor, self._datum(parameters, context))

    def _datum(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[float, float] | None:
        if parameters.get(self.DATUM) in (None, ""):
            return None
        point = self.parameterAsPoint(parameters, self.DATUM, context, QgsCoordinateReferenceSystem(WGS84))
        if not (abs(point.x()) <= 180 and abs(point.y()) <= 90):
            raise QgsProcessingException(
                tr("The datum {datum} is not a longitude and latitude. Add its CRS, as in 440000,4585000 [EPSG:32652].")
                .format(datum=parameters[self.DATUM]))
        return point.x(), point.y()

    def _report(self, measured: Measured, feedback: QgsProcessingFeedback) -> None:
        corridor = measured.corridor
        feedback.pushInfo(tr("River line: {line}, vertices running {direction}").format(
            line=_line_text(corridor), direction=corridor.direction))
        lon, lat = measured.datum
        feedback.pushInfo(tr("Datum: {lon:.6f}, {lat:.6f}, {offset:.0f} m from the line").format(
            lon=lon, lat=lat, offset=measured.datum_offset_m))
        self.warn_left_out(measured, feedback)

    def _write(self, measured: Measured, parameters: dict[str, Any], context: QgsProcessingContext,
               feedback: QgsProcessingFeedback) -> str:
        fields = fields_of(COLUMNS)
        return write_features(self, self.OUTPUT, fields, QgsWkbTypes.Type.Point,
                              _features(fields, measured, feedback), parameters, context)

    def _results(self, measured: Measured) -> dict[str, Any]:
        corridor = measured.corridor
        return {
            self.ALONG_KM: measured.along_km, self.STRAIGHT_KM: measured.straight_km,
            self.SINUOSITY: to_qgis_value(measured.sinuosity), self.COUNT: measured.count,
            self.ATTRIBUTION: ", ".join(text for text in (corridor.credit, corridor.licence) if text),
            self.LINE: _line_text(corridor)}


def _features(fields: QgsFields, measured: Measured, feedback: QgsProcessingFeedback) -> Iterable[QgsFeature]:
    table = measured.all_rows().assign(datum=measured.datum_text, line=_line_text(measured.corridor))
    for number, row in enumerate(table.itertuples(index=False)):
        if feedback.isCanceled():
            return
        feature = QgsFeature(fields)
        if row.geometry is not None:
            feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(row.geometry.x, row.geometry.y)))
        values = {**{name: getattr(row, name) for name, _ in COLUMNS}, "reason": row.reason or None}
        feature.setAttributes([to_qgis_value(value) for value in values.values()])
        yield feature
        feedback.setProgress(50 + 50 * (number + 1) / len(table))


def _line_text(corridor: Corridor) -> str:
    from yalu_plugin.core.corridor.line_facts import describe
    from yalu_plugin.layers.corridor.line_text import line_text

    return line_text(describe(corridor))
