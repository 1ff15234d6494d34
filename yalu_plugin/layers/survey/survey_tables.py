"""Create the tables of a survey file with GDAL, as core/schema.py defines them."""

from __future__ import annotations

from osgeo import gdal, ogr, osr

from yalu_plugin.core.schema import TABLES, Table
from yalu_plugin.core.schema_sql import indexes, own_statements
from yalu_plugin.core.schema_states import SITE_STATES_STATEMENTS
from yalu_plugin.layers.survey.geopackage import check_gdal, execute

SURVEY_CRS = 4326  # EPSG
_TYPES = {"text": ogr.OFTString, "real": ogr.OFTReal, "integer": ogr.OFTInteger, "boolean": ogr.OFTInteger,
          "date": ogr.OFTDate, "datetime": ogr.OFTDateTime}
_GEOMETRY = {None: ogr.wkbNone, "Point": ogr.wkbPoint, "LineString": ogr.wkbLineString, "Polygon": ogr.wkbPolygon}


def create_tables(dataset: gdal.Dataset) -> None:
    """Create all tables of a new survey, with indexes and triggers. Raises RuntimeError."""
    for table in TABLES:
        create_table(dataset, table)
    create_site_states(dataset)
    for statement in (*indexes().values(), *own_statements().values()):
        execute(dataset, statement)


def create_site_states(dataset: gdal.Dataset) -> None:
    """Create the derived table, empty. The survey's own triggers maintain its spatial index. Raises RuntimeError."""
    for statement in SITE_STATES_STATEMENTS:
        execute(dataset, statement)


def create_table(dataset: gdal.Dataset, table: Table) -> None:
    """Create one table, empty. Raises RuntimeError."""
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(SURVEY_CRS)
    gdal.ErrorReset()
    layer = dataset.CreateLayer(table.name, crs if table.geometry else None, _GEOMETRY[table.geometry],
                                ["GEOMETRY_NAME=geom", "FID=fid"])
    if layer is None:
        raise RuntimeError(gdal.GetLastErrorMsg())
    for column in table.columns:
        field = ogr.FieldDefn(column.name, _TYPES[column.type])
        if column.type == "boolean":
            field.SetSubType(ogr.OFSTBoolean)
        check_gdal(layer.CreateField(field))
    check_gdal(layer.SyncToDisk())
