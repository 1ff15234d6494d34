"""A table of the core as the output of an algorithm."""

from __future__ import annotations

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
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QMetaType

if TYPE_CHECKING:
    import pandas

FIELD_TYPES = {"i": QMetaType.Type.Int, "f": QMetaType.Type.Double, "b": QMetaType.Type.Bool}  # by numpy's kind


def plain(value: Any) -> Any:
    """A value of a table as QGIS takes it: numpy's own types as Python's, NaN as NULL, several as one text."""
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    value = value.item() if hasattr(value, "item") else value
    return None if value != value else value


def write_table(algorithm: QgsProcessingAlgorithm, name: str, table: pandas.DataFrame, parameters: dict[str, Any],
                context: QgsProcessingContext) -> str:
    """Write a table without geometry to the sink parameter `name`, its columns as fields; returns the sink's id."""
    fields = QgsFields()
    for column, kind in table.dtypes.items():
        fields.append(QgsField(column, FIELD_TYPES.get(kind.kind, QMetaType.Type.QString)))
    sink, output = algorithm.parameterAsSink(
        parameters, name, context, fields, QgsWkbTypes.Type.NoGeometry, QgsCoordinateReferenceSystem())
    if sink is None:
        raise QgsProcessingException(algorithm.invalidSinkError(parameters, name))
    for row in table.itertuples(index=False, name=None):
        feature = QgsFeature(fields)
        feature.setAttributes([plain(value) for value in row])
        if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise QgsProcessingException(algorithm.writeFeatureError(sink, parameters, name))
    return str(output)
