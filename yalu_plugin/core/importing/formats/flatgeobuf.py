"""Reads FlatGeobuf as a Source with GDAL, from bytes in memory: GDAL gets no path and so opens no other file."""

from __future__ import annotations

from typing import Any

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.importing.formats.content import Content
from yalu_plugin.core.importing.formats.crs import in_wgs84
from yalu_plugin.core.importing.formats.point_shape import NOTHING
from yalu_plugin.core.importing.formats.row_list import RowList
from yalu_plugin.core.importing.formats.typed_text import typed_text
from yalu_plugin.core.importing.formats.wkb import wkb_shape
from yalu_plugin.core.importing.import_errors import FileTooLarge, UnreadableFile
from yalu_plugin.core.importing.import_source import ReadOptions, Source
from yalu_plugin.core.requirements import need_geopandas
from yalu_plugin.core.work_progress import Progress

MAGIC = b"fgb\x03fgb"
_MAX_BYTES = 300_000_000  # bytes, since it is read into memory as a whole
_BATCH = 100_000


def read_flatgeobuf(content: Content, options: ReadOptions, progress: Progress) -> Source:
    """Read the features, numbered from 1.

    Raises MissingPackages, FileTooLarge, UnreadableFile, MissingCrs and UnknownCrs.
    """
    need_geopandas()
    import pyogrio

    if content.size > _MAX_BYTES:
        raise FileTooLarge(path=content.path, size=content.size // 1_000_000, limit=_MAX_BYTES // 1_000_000)
    with content.open() as stream:
        data = stream.read()
    try:
        if not len(pyogrio.list_layers(data)):
            raise UnreadableFile(path=content.path)
        info = pyogrio.read_info(data)
        rows = RowList(content.path, lambda count: progress(min(1.0, count / max(info["features"], count))))
        sql = _select_sql(info)
        while True:
            meta, _, shapes, fields = pyogrio.raw.read(
                data, sql=sql, sql_dialect="OGRSQL", skip_features=len(rows.rows), max_features=_BATCH,
                datetime_as_string=True)
            _add(rows, list(map(str, meta["fields"])), shapes, fields)
            if len(shapes) < _BATCH:
                break
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, ValueError) as error:
        raise UnreadableFile(str(error), path=content.path) from error
    placed, crs = in_wgs84(content.path, rows.rows, str(meta["crs"] or ""), options.crs)
    return Source(content.path, tuple(rows.columns), tuple(placed), has_geometry=True, crs=crs)


def _select_sql(info: dict[str, Any]) -> str:
    """Return a query that gives integers as text: a column with empty values would be read as floats."""
    wanted = [f'CAST({_quoted(name)} AS CHARACTER(30)) AS {_quoted(name)}' if str(kind).startswith(("int", "uint"))
              else _quoted(name) for name, kind in zip(map(str, info["fields"]), info["dtypes"])]
    return " ".join(("SELECT", ", ".join(wanted) or "*", "FROM", _quoted(info["layer_name"])))


def _quoted(name: str) -> str:
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _add(rows: RowList, names: list[str], shapes: Any, fields: Any) -> None:
    indexes = rows.shape(tuple(names))
    for index, shape in enumerate(shapes):
        number = len(rows.rows) + 1
        cells = [typed_text(field[index], "DATE") for field in fields]
        try:
            found = wkb_shape(bytes(shape)) if shape is not None else NOTHING
        except YaluError as error:
            rows.add_cells(number, indexes, cells, error=error)
            continue
        rows.add_cells(number, indexes, cells, found.x, found.y, found.type)
