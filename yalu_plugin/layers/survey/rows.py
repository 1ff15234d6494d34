"""The rows of a survey's tables, read with GDAL in any thread.

Not through QGIS' layers: where two threads open or close layers on one file, each can come to wait for the other for
ever (QgsOgrProviderUtils in QGIS 3.40), and the map's are always open.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from osgeo import gdal, ogr
from qgis.core import QgsGeometry

from yalu_plugin.core.published import Row
from yalu_plugin.core.sql import identifier, literal
from yalu_plugin.layers.survey.errors import SurveyDamaged
from yalu_plugin.layers.survey.geopackage import must

UTC = 100  # as GDAL counts zones: in quarters of an hour from here


def read_rows(survey: gdal.Dataset, path: Path, table: str, equal: Mapping[str, str | bool],
              condition: str = "") -> list[Row]:
    """The rows of a table or view, all or those with these values and a condition of SQL, as plain values: None for
    empty, ISO 8601 text for dates (UTC for times), WKT under "geom". `path` is for what is said of the file. Raises
    SurveyDamaged.
    """
    layer = survey.GetLayerByName(table)
    if layer is None:
        raise SurveyDamaged(f"no table {table}", path=path)
    conditions = [*(f"{identifier(name)} = {literal(equal[name])}" for name in equal), *filter(None, [condition])]
    must(layer.SetAttributeFilter(" AND ".join(conditions) or None))
    gdal.ErrorReset()
    columns = _columns(layer.GetLayerDefn())
    rows = [_row(feature, columns, layer.GetFIDColumn()) for feature in layer]  # to the end, which lets go of the file
    if gdal.GetLastErrorType() >= gdal.CE_Failure:
        raise RuntimeError(gdal.GetLastErrorMsg())
    return rows


Read = Callable[[ogr.Feature, int], Any]


def _columns(definition: ogr.FeatureDefn) -> list[tuple[int, str, Read]]:
    """Each column's number, name and way to be read: GDAL's GetField looks for that anew in each row."""
    fields = [definition.GetFieldDefn(number) for number in range(definition.GetFieldCount())]
    return [(number, field.GetName(), _flag if field.GetSubType() == ogr.OFSTBoolean else _READ[field.GetType()])
            for number, field in enumerate(fields)]


def _row(feature: ogr.Feature, columns: list[tuple[int, str, Read]], fid: str) -> Row:
    row: Row = {fid: feature.GetFID()} if fid else {}
    for number, name, read in columns:
        row[name] = read(feature, number) if feature.IsFieldSetAndNotNull(number) else None
    shape = feature.GetGeometryRef()
    if shape is not None and not shape.IsEmpty():  # an empty point would be read as one at 0, 0
        shape.FlattenTo2D()
        geometry = QgsGeometry()
        geometry.fromWkb(bytes(shape.ExportToWkb()))
        row["geom"] = geometry.asWkt(9)
    return row


def _flag(feature: ogr.Feature, number: int) -> bool:
    return bool(feature.GetFieldAsInteger(number))


def _day(feature: ogr.Feature, number: int) -> str:
    return str(feature.GetFieldAsString(number)).replace("/", "-")


def _moment(feature: ogr.Feature, number: int) -> str:
    year, month, day, hour, minute, second, zone = feature.GetFieldAsDateTime(number)
    east = timedelta(minutes=15 * (zone - UTC)) if zone > 1 else timedelta()  # a GeoPackage's times are UTC
    moment = datetime(year, month, day, hour, minute, int(second), tzinfo=timezone.utc) - east
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


_READ: dict[int, Read] = {
    ogr.OFTString: ogr.Feature.GetFieldAsString, ogr.OFTInteger: ogr.Feature.GetFieldAsInteger,
    ogr.OFTInteger64: ogr.Feature.GetFieldAsInteger64, ogr.OFTReal: ogr.Feature.GetFieldAsDouble,
    ogr.OFTDate: _day, ogr.OFTDateTime: _moment}
