"""Reads a stranger's file, whatever its format, encoding and CRS."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from yalu_plugin.core.importing.source import FIND_OUT, MissingFile, NoRows, ReadOptions, Source, UnknownFormat
from yalu_plugin.core.importing.table import read_table
from yalu_plugin.core.importing.vector import read_vector

TABLE_SUFFIXES = (".csv", ".tsv", ".txt")
VECTOR_SUFFIXES = (".geojson", ".json", ".gpkg", ".shp", ".kml", ".kmz")


def read_source(path: str | Path, options: ReadOptions = FIND_OUT) -> Source:
    """Read every row of the file.

    Raises MissingFile, UnknownFormat, EmptyFile, NoRows, UnreadableFile; for tables NotText, UnknownEncoding;
    MissingCrs, UnknownCrs, NoSuchLayer and MissingPackages for vector files.
    """
    path = Path(path)
    try:
        if not path.is_file():
            raise MissingFile(path=path)
    except OSError as error:  # a name that no file can have
        raise MissingFile(str(error), path=path) from error
    source = _reader(path)(path, options)
    if not source.rows:
        raise NoRows(path=path)
    return source


def _reader(path: Path) -> Callable[[Path, ReadOptions], Source]:
    """What reads files of this kind."""
    suffix = path.suffix.lower()
    if suffix in TABLE_SUFFIXES:
        return read_table
    if suffix in VECTOR_SUFFIXES:
        return read_vector
    raise UnknownFormat(path=path)
