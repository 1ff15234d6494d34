"""Reads Shapefiles as a Source. Only the sidecar files .dbf, .prj and .cpg are read, and no links.

Layout: ESRI Shapefile Technical Description. Not read with GDAL, which opens any sidecar file and reformats numbers.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from itertools import chain, repeat
from typing import IO

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.importing.formats.content import Content
from yalu_plugin.core.importing.formats.crs import in_wgs84
from yalu_plugin.core.importing.formats.dbf import DbfTable, stated_encoding
from yalu_plugin.core.importing.formats.point_shape import NOTHING, Shape, one_of, point_of
from yalu_plugin.core.importing.formats.row_list import RowList
from yalu_plugin.core.importing.import_errors import DamagedGeometry, UnreadableFile
from yalu_plugin.core.importing.import_source import ReadOptions, Source, chosen_layers
from yalu_plugin.core.work_progress import Progress, shared_progress

MAGIC = b"\0\0\x27\x0a"
_HEADER = 100
_POINTS, _MULTIPOINTS = (1, 11, 21), (8, 18, 28)
_NAMES = {3: "LineString", 13: "LineString", 23: "LineString", 5: "Polygon", 15: "Polygon", 25: "Polygon",
          31: "MultiPatch"}
_MAX_POINTS = 100  # of a multipoint: one with more is not a site


def read_shapefiles(contents: Sequence[Content], options: ReadOptions, progress: Progress) -> Source:
    """Read the records of all shapefiles, numbered from 1. Several files become layers; deleted records are skipped.

    Raises UnreadableFile, MissingCrs, UnknownCrs, NoSuchLayer, ReachesOut.
    """
    path = contents[0].path
    layers = chosen_layers(path, tuple(content.stem for content in contents), options)
    rows = RowList(path)
    found: dict[str, None] = {}
    encodings: dict[str, None] = {}
    parts = shared_progress(progress, [content.size for content in contents])
    for content, part in zip(contents, parts):
        if content.stem not in layers:
            continue
        first = len(rows.rows)
        layer = {"layer": content.stem} if len(contents) > 1 else {}
        encodings.setdefault(_add(rows, content, layer, options.encoding, part))
        side = content.sidecar(".prj")
        stated = side.head(20_000).decode("utf-8", "replace").strip() if side is not None else ""
        rows.rows[first:], crs = in_wgs84(path, rows.rows[first:], stated, options.crs)
        found.setdefault(crs)
    return Source(path, tuple(rows.columns), tuple(rows.rows), has_geometry=True,
                  encoding=", ".join(filter(None, encodings)), crs=", ".join(filter(None, found)), layers=layers)


def _add(rows: RowList, content: Content, layer: dict[str, str], encoding: str, progress: Progress) -> str:
    """Add the records of a shapefile; return the encoding of its table."""
    side = content.sidecar(".dbf")
    table = DbfTable(side, encoding or stated_encoding(content.sidecar(".cpg"))) if side is not None else None
    indexes = rows.shape((*layer, *_unique(table.columns, layer))) if table is not None else rows.shape(tuple(layer))
    cells: Iterator[tuple[str, ...] | None] = chain(table.records(), repeat(("",) * len(table.columns))
                                                     ) if table is not None else repeat(())
    layer_values = tuple(layer.values())
    with content.open_with_progress(progress) as stream:
        for shape, texts in zip(_shapes(stream, content), cells):
            number = len(rows.rows) + 1
            if texts is None:
                continue
            if isinstance(shape, YaluError):
                rows.add_cells(number, indexes, layer_values + texts, error=shape)
            else:
                rows.add_cells(number, indexes, layer_values + texts, shape.x, shape.y, shape.type)
    return table.encoding if table is not None else ""


def _unique(columns: Sequence[str], taken: dict[str, str]) -> list[str]:
    from yalu_plugin.core.importing.formats.table_header import column_names

    return list(column_names([*taken, *columns], 0))[len(taken):]


def _shapes(stream: IO[bytes], content: Content) -> Iterator[Shape | YaluError]:
    """Yield the shape of each record, or its error. Raises UnreadableFile."""
    if not stream.read(_HEADER).startswith(MAGIC):
        raise UnreadableFile(path=content.path)
    remaining = content.size - _HEADER
    while len(head := stream.read(8)) == 8:
        size = 2 * struct.unpack(">i", head[4:])[0]
        remaining -= 8 + size
        if size < 4 or remaining < 0:
            raise UnreadableFile("record beyond the end", path=content.path)
        body = stream.read(min(size, 40 + 16 * _MAX_POINTS))
        _skip(stream, size - len(body))
        try:
            yield _shape(body)
        except YaluError as error:
            yield error
        except struct.error as error:
            yield DamagedGeometry(text=str(error))


def _skip(stream: IO[bytes], size: int) -> None:
    while size > 0:
        size -= len(stream.read(min(size, 1 << 20))) or size


def _shape(body: bytes) -> Shape:
    kind = struct.unpack_from("<i", body)[0]
    if kind == 0:
        return NOTHING
    if kind in _POINTS:
        x, y = struct.unpack_from("<2d", body, 4)
        return NOTHING if x < -1e38 or y < -1e38 else point_of((x, y))
    if kind in _MULTIPOINTS:
        count = struct.unpack_from("<i", body, 36)[0]
        if not 0 < count <= _MAX_POINTS:
            return Shape(type="MultiPoint")
        return one_of([point_of(struct.unpack_from("<2d", body, 40 + 16 * index)) for index in range(count)],
                      "MultiPoint")
    if kind in _NAMES:
        return Shape(type=_NAMES[kind])
    raise DamagedGeometry(text=str(kind))
