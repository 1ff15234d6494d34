"""Writing features and tables to the sinks of algorithms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsProperty,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate, QMetaType, Qt

from yalu_plugin.core.cell_text import neutralised

if TYPE_CHECKING:
    import pandas

SPREADSHEETS = (".csv", ".tsv", ".xlsx", ".ods")
WGS84 = "EPSG:4326"
FIELD_TYPES = {"i": QMetaType.Type.Int, "f": QMetaType.Type.Double, "b": QMetaType.Type.Bool}  # by kind of dtype


def to_qgis_value(value: Any) -> Any:
    """Convert a value of a table for QGIS: numpy's types to Python's, NaN to None (NULL), a tuple to one text."""
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    value = value.item() if hasattr(value, "item") else value
    return None if value != value else value


def fields_of(columns: Iterable[tuple[str, QMetaType.Type]]) -> QgsFields:
    """Return fields of these names and types."""
    fields = QgsFields()
    for name, kind in columns:
        fields.append(QgsField(name, kind))
    return fields


def write_features(algorithm: QgsProcessingAlgorithm, name: str, fields: QgsFields, geometry_type: QgsWkbTypes.Type,
                   features: Iterable[QgsFeature], parameters: dict[str, Any], context: QgsProcessingContext) -> str:
    """Write features (EPSG:4326) to the sink parameter `name`; returns the sink's id.

    In a file for spreadsheets, text that they would calculate is marked (see core/cell_text.py). In CSV, days are ISO
    8601 and numbers are not quoted, unlike GDAL's defaults.

    Raises:
        QgsProcessingException: the sink cannot be created or written.
    """
    placed, csv = geometry_type != QgsWkbTypes.Type.NoGeometry, _destination(parameters.get(name)).endswith(".csv")
    sink, output = algorithm.parameterAsSink(
        parameters, name, context, _with_days_as_text(fields) if csv else fields, geometry_type,
        QgsCoordinateReferenceSystem(WGS84 if placed else ""), QgsFeatureSink.SinkFlags(), {}, [],
        ["STRING_QUOTING=IF_NEEDED"] if csv else [])
    if sink is None:
        raise QgsProcessingException(algorithm.invalidSinkError(parameters, name))
    for feature in features:
        if csv:
            feature.setAttributes([value.toString(Qt.DateFormat.ISODate) if isinstance(value, QDate) else value
                                   for value in feature.attributes()])
        if str(output).lower().endswith(SPREADSHEETS):
            feature.setAttributes([neutralised(value) if isinstance(value, str) else value
                                   for value in feature.attributes()])
        if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise QgsProcessingException(algorithm.writeFeatureError(sink, parameters, name))
    return str(output)


def _destination(value: object) -> str:
    """Return the destination of a sink parameter, in lower case."""
    target = value.sink if isinstance(value, QgsProcessingOutputLayerDefinition) else value
    return str(target.staticValue() if isinstance(target, QgsProperty) else target).lower()


def _with_days_as_text(fields: QgsFields) -> QgsFields:
    return fields_of((field.name(), QMetaType.Type.QString if field.type() == QMetaType.Type.QDate else field.type())
                     for field in fields)


def write_table(algorithm: QgsProcessingAlgorithm, name: str, table: pandas.DataFrame, parameters: dict[str, Any],
                context: QgsProcessingContext) -> str:
    """Write a table without geometry to the sink parameter `name`, its columns as fields; returns the sink's id."""
    fields = fields_of((str(column), FIELD_TYPES.get(kind.kind, QMetaType.Type.QString))
                       for column, kind in table.dtypes.items())
    return write_features(algorithm, name, fields, QgsWkbTypes.Type.NoGeometry, _rows(table, fields), parameters,
                          context)


def _rows(table: pandas.DataFrame, fields: QgsFields) -> Iterable[QgsFeature]:
    for row in table.itertuples(index=False, name=None):
        feature = QgsFeature(fields)
        feature.setAttributes([to_qgis_value(value) for value in row])
        yield feature
