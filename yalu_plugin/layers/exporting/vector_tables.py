"""Tables of an export in QGIS' vector formats, written by QGIS' own writer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsPointXY,
    QgsVectorFileWriter,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QMetaType, Qt

from yalu_plugin.core.exporting.export_files import CUT, SHORT_NAMES
from yalu_plugin.core.exporting.export_tables import DAY_START, ExportColumn, ExportTable
from yalu_plugin.core.work_progress import Progress, no_progress

TEXT, LONGEST_DBF = QMetaType.Type.QString, 254  # bytes
_TYPES = {"text": TEXT, "real": QMetaType.Type.Double, "integer": QMetaType.Type.Int, "boolean": QMetaType.Type.Bool,
          "date": QMetaType.Type.QDate, DAY_START: QMetaType.Type.QDate, "datetime": QMetaType.Type.QDateTime}


class VectorFormat(NamedTuple):
    """A format of GDAL.

    Attributes:
        driver: GDAL's name of it.
        native: the types of columns that it has; values of other types are written as texts.
        is_short: names have at most ten characters, and texts LONGEST_DBF bytes.
    """

    driver: str
    native: frozenset[str] = frozenset(_TYPES)
    is_short: bool = False


GEOPACKAGE = VectorFormat("GPKG")
SHAPEFILE = VectorFormat("ESRI Shapefile", frozenset(_TYPES) - {"datetime"}, is_short=True)


def write_vector(path: Path, layer: str, form: VectorFormat, table: ExportTable, progress: Progress = no_progress
                 ) -> None:
    """Write a table as a layer of a file; a GeoPackage may have other layers. EPSG:4326, UTF-8. Safe in any thread.

    Raises OSError (nothing must be used of the file) and what `progress` raises.
    """
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName, options.fileEncoding = form.driver, layer, "UTF-8"
    if path.exists():
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    fields = fields_of_table(form, table.columns)
    with _errors_as_oserror(path):
        writer = QgsVectorFileWriter.create(
            str(path), fields, QgsWkbTypes.Type.Point if table.is_spatial else QgsWkbTypes.Type.NoGeometry,
            QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateTransformContext(), options)
        for feature in features_of(fields, form, table, progress):
            if writer.hasError() or not writer.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                raise OSError(writer.errorMessage())
        if writer.hasError() or not writer.flushBuffer():
            raise OSError(writer.errorMessage())
        del writer  # closes the file


@contextmanager
def _errors_as_oserror(path: Path) -> Iterator[None]:
    """Raise OSError for an error that GDAL only reports, as when it closes a file on a full disk."""
    failures: list[str] = []

    def collect(level: int, _number: int, message: str) -> None:
        if level >= gdal.CE_Failure:
            failures.append(message)

    gdal.PushErrorHandler(collect)
    try:
        yield
    finally:
        gdal.PopErrorHandler()
    if failures:
        raise OSError(f"{path.name}: {failures[0]}")


def fields_of_table(form: VectorFormat, columns: Sequence[ExportColumn]) -> QgsFields:
    """Return the fields that a table has in a format."""
    fields = QgsFields()
    for column in columns:
        kind = _TYPES[column.type] if column.type in form.native else TEXT
        name, length = (column.short, LONGEST_DBF if kind == TEXT else 0) if form.is_short else (column.name, 0)
        fields.append(QgsField(name, kind, len=length))
    if form.is_short:
        fields.append(QgsField(SHORT_NAMES[CUT], TEXT, len=LONGEST_DBF))
    return fields


def features_of(fields: QgsFields, form: VectorFormat, table: ExportTable, progress: Progress) -> Iterator[QgsFeature]:
    """Yield the rows of a table as features with these fields. Raises what `progress` raises."""
    convert = [_CONVERT.get(column.type) if column.type in form.native else str for column in table.columns]
    for place, values in table.rows(progress):
        feature = QgsFeature(fields)
        found = [value if value is None or to is None else to(value) for value, to in zip(values, convert)]
        feature.setAttributes(_cut(table.columns, found) if form.is_short else found)
        if place is not None:
            feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(*place)))
        yield feature


def _cut(columns: Sequence[ExportColumn], values: list[Any]) -> list[Any]:
    """Return the values with their texts cut to LONGEST_DBF, followed by the names of the columns that were."""
    cut = [at for at, value in enumerate(values)
           if isinstance(value, str) and len(value) * 4 > LONGEST_DBF and len(value.encode()) > LONGEST_DBF]
    for at in cut:
        values[at] = values[at].encode()[:LONGEST_DBF].decode(errors="ignore")
    return [*values, ", ".join(columns[at].short for at in cut) or None]


@lru_cache(maxsize=1 << 14)
def _day(text: str) -> QDate:
    return QDate.fromString(text, Qt.DateFormat.ISODate)


@lru_cache(maxsize=1 << 14)
def _moment(text: str) -> QDateTime:
    return QDateTime.fromString(text, Qt.DateFormat.ISODate)


_CONVERT: dict[str, Callable[[Any], Any]] = {"date": _day, DAY_START: _day, "datetime": _moment}
