"""CSV, TSV and other delimited text as a Source."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from yalu_plugin.core.importing.coordinates import CoordinateError, read_angle, read_position
from yalu_plugin.core.importing.encodings import decode, find_delimiter
from yalu_plugin.core.importing.source import (
    EmptyFile,
    MissingFile,
    ReadOptions,
    Source,
    SourceRow,
    UnreadableFile,
)


def read_table(path: Path, options: ReadOptions) -> Source:
    """Rows of a delimited text file. Lines without a value are counted, as in a spreadsheet, but left out."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise MissingFile(str(error), path=path) from error
    text, encoding = decode(data, str(path), options.encoding)
    text = text.lstrip("\ufeff").rstrip("\x1a")
    if not text.strip():
        raise EmptyFile(path=path)
    delimiter = options.delimiter or find_delimiter(text)
    try:
        records = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise UnreadableFile(str(error), path=path) from error
    numbered = [(number, record) for number, record in enumerate(records, 1) if any(map(str.strip, record))]
    if not numbered:
        raise EmptyFile(path=path)
    if _is_header(numbered[0][1]):
        header, numbered = numbered[0][1], numbered[1:]
    else:
        header = []
    columns = _column_names(header, max((len(record) for _, record in numbered), default=0))
    rows = tuple(SourceRow(number, _values(columns, record)) for number, record in numbered)
    return Source(path, columns, rows, encoding=encoding, delimiter=delimiter, crs=options.crs)


def _is_header(record: Sequence[str]) -> bool:
    """A first line that holds a coordinate is a row already."""
    return not any(_is_coordinate(cell) for cell in record)


def _is_coordinate(cell: str) -> bool:
    for read in (read_angle, read_position):
        try:
            read(cell)
        except CoordinateError:
            continue
        return True
    return False


def _column_names(header: Sequence[str], width: int) -> tuple[str, ...]:
    """The header's names, made unique; columns it does not name are called column 3, column 4 ..."""
    names: list[str] = []
    for index in range(max(width, len(header))):
        plain = header[index].strip() if index < len(header) else ""
        name, copy = plain or f"column {index + 1}", 2
        while name in names:
            name, copy = f"{plain} ({copy})", copy + 1
        names.append(name)
    return tuple(names)


def _values(columns: Sequence[str], record: Sequence[str]) -> dict[str, str]:
    cells = [cell.strip() for cell in record] + [""] * (len(columns) - len(record))
    return dict(zip(columns, cells))
