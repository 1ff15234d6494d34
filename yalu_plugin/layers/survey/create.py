"""A new survey file, whole or not at all: it is built beside its place and moved there when complete."""

from __future__ import annotations

import uuid
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsField,
    QgsFields,
    QgsProviderConnectionException,
    QgsProviderRegistry,
)
from qgis.PyQt.QtCore import QMetaType

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.published import published_rows, river_row
from yalu_plugin.core.schema import SITE_STATES_VIEW, SURVEY_VERSION, TABLES, Table
from yalu_plugin.layers.survey.errors import CannotCreate, SideFileSetAside, SurveyExists
from yalu_plugin.layers.survey.geopackage import gather
from yalu_plugin.layers.survey.names import must_be_possible
from yalu_plugin.layers.survey.open import Survey, open_survey
from yalu_plugin.layers.survey.side_files import keep_aside
from yalu_plugin.layers.survey.styles import save_styles
from yalu_plugin.layers.survey.write import change, utc_now
from yalu_plugin.paths import resource

SURVEY_CRS = "EPSG:4326"
_TYPES = {
    "text": QMetaType.Type.QString, "real": QMetaType.Type.Double, "integer": QMetaType.Type.Int,
    "boolean": QMetaType.Type.Bool, "date": QMetaType.Type.QDate, "datetime": QMetaType.Type.QDateTime,
}
_GEOMETRY = {
    None: Qgis.WkbType.NoGeometry, "Point": Qgis.WkbType.Point, "LineString": Qgis.WkbType.LineString,
    "Polygon": Qgis.WkbType.Polygon,
}
_VIEW_STATEMENTS = (
    SITE_STATES_VIEW,
    "INSERT INTO gpkg_contents (table_name, identifier, data_type, srs_id) "
    "VALUES ('site_states', 'site_states', 'features', 4326)",
    "INSERT INTO gpkg_geometry_columns VALUES ('site_states', 'geom', 'POINT', 4326, 0, 0)",
)


def create_survey(path: Path, title: str, published: bool = False) -> Survey:
    """Create the survey `path` with the river line and, if `published`, the published sites, sources and claims.

    What a survey that was removed from there has left beside it is kept aside. Raises SurveyExists (nothing is ever
    overwritten), CannotCreate (folder missing, not writable, disk full), NameTooLong, NameMisread.
    """
    path = path.absolute()
    must_be_possible(path)
    if path.exists():
        raise SurveyExists(path=path)
    partial = path.with_name(f"partial-{uuid.uuid4().hex[:8]}.gpkg")
    try:
        _build_tables(partial)
        _fill(partial, title, published)
        _settle(partial)
        aside = keep_aside(path)
        partial.rename(path)
    except (OSError, QgsProviderConnectionException) as error:
        raise CannotCreate(str(error), path=path) from error
    except YaluError as error:
        raise CannotCreate(error.detail, path=path) from error
    finally:
        for leftover in path.parent.glob(f"{partial.name}*"):
            with suppress(FileNotFoundError):
                leftover.unlink()
    survey = open_survey(path)
    return replace(survey, notice=SideFileSetAside(path=path, aside=aside.name)) if aside else survey


def _build_tables(path: Path) -> None:
    metadata = QgsProviderRegistry.instance().providerMetadata("ogr")
    made, reason = metadata.createDatabase(str(path))
    if not made:
        raise OSError(reason)
    connection = metadata.createConnection(str(path), {})
    for table in TABLES:
        connection.createVectorTable("", table.name, _fields(table), _GEOMETRY[table.geometry], _crs(table), False,
                                     {"geometryColumn": "geom", "primaryKeyColumn": "fid"})
    for statement in _VIEW_STATEMENTS:
        connection.execSql(statement)


def _fields(table: Table) -> QgsFields:
    fields = QgsFields()
    for column in table.columns:
        fields.append(QgsField(column.name, _TYPES[column.type]))
    return fields


def _crs(table: Table) -> QgsCoordinateReferenceSystem:
    return QgsCoordinateReferenceSystem(SURVEY_CRS if table.geometry else "")


def _fill(path: Path, title: str, published: bool) -> None:
    about = {"id": str(uuid.uuid4()), "version": SURVEY_VERSION, "title": title, "created_at": utc_now()}
    rows = {"survey": [about], "corridors": [river_row(resource("data", "yalu_river.geojson"))]}
    if published:
        rows.update(published_rows(resource("data")))
    change(path, "create", added=rows)
    save_styles(path)


def _settle(path: Path) -> None:
    """See that all is in the one file and can be read: QGIS writes through a log beside it, and a full disk cuts it."""
    gather(path)
    open_survey(path)
