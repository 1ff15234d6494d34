"""Reads the point tables of a GeoPackage as a Source. Views are not read, triggers and functions never run.

Read with SQLite and not with GDAL, which evaluates views, reads integers with empty values among them as floats, and
opens other files that a file names.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.importing.formats.content import Content
from yalu_plugin.core.importing.formats.crs import in_wgs84
from yalu_plugin.core.importing.formats.notice_list import NoticeList
from yalu_plugin.core.importing.formats.point_shape import NOTHING, Shape
from yalu_plugin.core.importing.formats.row_list import RowList
from yalu_plugin.core.importing.formats.table_header import column_names
from yalu_plugin.core.importing.formats.typed_text import typed_text
from yalu_plugin.core.importing.formats.wkb import wkb_shape
from yalu_plugin.core.importing.import_errors import (
    DamagedGeometry,
    NotFeatures,
    ReachesOut,
    SurveyGiven,
    UnreadableFile,
)
from yalu_plugin.core.importing.import_source import ReadOptions, Source, chosen_layers
from yalu_plugin.core.text import translatable
from yalu_plugin.core.work_progress import Progress

MAGIC = b"SQLite format 3\0"
VIEW = translatable("“{name}” is a view, made from other tables, and was not read.")
NO_POINTS = translatable("Layer “{name}” has no points ({geometry}) and was not read.")
BLOB_COLUMN = translatable("Column “{name}” holds no text and was not read.")
_SURVEY_TABLES = frozenset(("survey", "sites", "observations"))
_MAY_HAVE_POINTS = ("POINT", "MULTIPOINT", "GEOMETRY", "GEOMETRYCOLLECTION", "GEOMCOLLECTION")
_ALLOWED = (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_PRAGMA)
_KEYS = ("fid", "ogc_fid", "ogr_fid", "objectid")  # keys that programs add
_ENVELOPES = (0, 32, 48, 48, 64)  # bytes of a geometry's envelope, by its code


class _Layer(NamedTuple):
    name: str
    geometry: str  # its column
    type: str
    crs: str


def read_geopackage(content: Content, options: ReadOptions, progress: Progress, notices: NoticeList) -> Source:
    """Read the requested layers, else those that may have points (all if none may), in the order of their tables.

    Raises SurveyGiven for a survey of this plugin, NotFeatures, NoSuchLayer, MissingCrs, UnknownCrs, UnreadableFile.
    """
    path = content.path
    found: dict[str, None] = {}
    with _opened_database(path) as database:
        layers = _layers(path, database, options, notices)
        expected = sum(_count(database, layer) for layer in layers) or 1
        rows = RowList(path, lambda count: progress(min(1.0, count / expected)))
        for layer in layers:
            first = len(rows.rows)
            _add(rows, database, layer, notices, named=len(layers) > 1)
            rows.rows[first:], crs = in_wgs84(path, rows.rows[first:], layer.crs, options.crs)
            found.setdefault(crs)
    return Source(path, tuple(rows.columns), tuple(rows.rows), has_geometry=True, crs=", ".join(filter(None, found)),
                  layers=tuple(layer.name for layer in layers))


@contextmanager
def _opened_database(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the file for reading its tables only; the authorizer forbids everything else."""
    for suffix in ("-wal", "-shm", "-journal"):
        side = path.with_name(path.name + suffix)
        if side.is_symlink():
            raise ReachesOut(name=side.name, path=path)
    logged = any(path.with_name(path.name + suffix).exists() for suffix in ("-wal", "-journal"))
    mode = "mode=ro" if logged else "immutable=1"  # without a log SQLite writes no sidecar files
    try:
        database = sqlite3.connect(f"file:{quote(path.resolve().as_posix())}?{mode}", uri=True)
    except sqlite3.Error as error:
        raise UnreadableFile(str(error), path=path) from error
    try:
        database.text_factory = lambda data: data.decode("utf-8", "replace")
        database.execute("PRAGMA trusted_schema = OFF")
        database.set_authorizer(_authorized)
        yield database
    except (sqlite3.Error, OverflowError, UnicodeDecodeError) as error:
        raise UnreadableFile(str(error), path=path) from error
    finally:
        database.close()


def _authorized(action: int, _: Any, name: str | None, *__: Any) -> int:
    counts = action == sqlite3.SQLITE_FUNCTION and name == "count"
    return sqlite3.SQLITE_OK if action in _ALLOWED or counts else sqlite3.SQLITE_DENY


def _count(database: sqlite3.Connection, layer: _Layer) -> int:
    return int(database.execute(" ".join(("SELECT count(*) FROM", _quoted(layer.name)))).fetchone()[0])


def _layers(path: Path, database: sqlite3.Connection, options: ReadOptions, notices: NoticeList) -> list[_Layer]:
    kinds = {str(name): (str(kind), str(sql)) for name, kind, sql in database.execute(
        "SELECT name, type, sql FROM sqlite_master WHERE type IN ('table', 'view')")}
    if kinds.keys() >= _SURVEY_TABLES:
        raise SurveyGiven(path=path)
    if "gpkg_geometry_columns" not in kinds:
        raise NotFeatures(path=path)
    layers = []
    for layer in _listed(database):
        kind, sql = kinds.get(layer.name, ("", ""))
        if kind == "view" or (kind and sql.upper().startswith("CREATE VIRTUAL")):
            notices.add(VIEW, name=layer.name)
        elif kind:
            layers.append(layer)
    chosen = chosen_layers(path, [layer.name for layer in layers], options)
    layers = [layer for layer in layers if layer.name in chosen]
    pointed = [layer for layer in layers if layer.type.upper() in _MAY_HAVE_POINTS]
    if options.layers or not pointed:
        return layers
    for layer in layers:
        if layer not in pointed:
            notices.add(NO_POINTS, name=layer.name, geometry=layer.type)
    return pointed


def _listed(database: sqlite3.Connection) -> Iterator[_Layer]:
    """Yield the layers that the file lists, with their CRS, "" for an undefined one."""
    systems = {srs: (str(organization), code, str(definition)) for srs, organization, code, definition in
               database.execute("SELECT srs_id, organization, organization_coordsys_id, definition "
                                "FROM gpkg_spatial_ref_sys")}
    for name, column, kind, srs in database.execute(
            "SELECT table_name, column_name, geometry_type_name, srs_id FROM gpkg_geometry_columns"):
        organization, code, definition = systems.get(srs, ("", 0, ""))
        known = organization.upper() in ("EPSG", "ESRI", "OGC", "IGNF")
        crs = f"{organization.upper()}:{code}" if known else "" if definition == "undefined" else definition
        yield _Layer(str(name), str(column), str(kind), crs if srs not in (0, -1) else "")


def _add(rows: RowList, database: sqlite3.Connection, layer: _Layer, notices: NoticeList, named: bool) -> None:
    table = _quoted(layer.name)
    columns = [(str(name), str(kind).upper()) for _, name, kind, _, _, key in
               database.execute(f"PRAGMA table_info({table})")
               if name != layer.geometry and not (key and name.lower() in _KEYS)]
    taken = [(name, kind) for name, kind in columns if "BLOB" not in kind]
    for name, kind in columns:
        if "BLOB" in kind:
            notices.add(BLOB_COLUMN, name=name)
    before = ("layer",) if named else ()
    indexes = rows.shape(column_names([*before, *(name for name, _ in taken)], 0))
    wanted = ", ".join(_quoted(name) for name in (layer.geometry, *(name for name, _ in taken)))
    kinds = [kind for _, kind in taken]
    start = (layer.name,) if named else ()
    for geometry, *values in database.execute(" ".join(("SELECT", wanted, "FROM", table))):
        number = len(rows.rows) + 1
        cells = (*start, *map(typed_text, values, kinds))
        try:
            shape = _shape(geometry)
        except YaluError as error:
            rows.add_cells(number, indexes, cells, error=error)
            continue
        rows.add_cells(number, indexes, cells, shape.x, shape.y, shape.type)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _shape(geometry: Any) -> Shape:
    """Return the shape of a GeoPackage geometry: a header, then WKB. Raises DamagedGeometry."""
    if geometry is None:
        return NOTHING
    if not isinstance(geometry, bytes) or geometry[:2] != b"GP" or len(geometry) < 8:
        raise DamagedGeometry(text=str(geometry)[:60])
    flags = geometry[3]
    envelope = flags >> 1 & 7
    if flags & 0x10 or envelope >= len(_ENVELOPES):
        return NOTHING
    return wkb_shape(geometry[8 + _ENVELOPES[envelope]:])
