"""Reads CSV, TSV and other delimited text as a Source; also turns records of cells from workbooks into rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path

from yalu_plugin.core.cell_text import MARK, restored
from yalu_plugin.core.importing.formats.content import Content, file_content
from yalu_plugin.core.importing.formats.delimiters import find_delimiter, stated_delimiter
from yalu_plugin.core.importing.formats.encodings import NotText, UnknownEncoding, content_encoding, decode
from yalu_plugin.core.importing.formats.read_limits import MAX_COLUMNS, MAX_TEXT
from yalu_plugin.core.importing.formats.row_list import RowList
from yalu_plugin.core.importing.formats.table_header import column_names, find_header, holds_coordinate
from yalu_plugin.core.importing.import_errors import (
    EmptyFile,
    OpenQuotation,
    TextTooLong,
    TooManyColumns,
    UnknownDelimiter,
    UnreadableFile,
)
from yalu_plugin.core.importing.import_source import ReadOptions, Source
from yalu_plugin.core.work_progress import Progress, no_progress

_SAMPLE = 200_000  # bytes or characters from which delimiter and header are found
_RECORDS = 200
NumberedCells = tuple[int, Sequence[str]]  # number as a spreadsheet shows it, cells


def read_table(path: Path, options: ReadOptions) -> Source:
    """Read a delimited text file. Empty lines are left out but counted, as in a spreadsheet.

    Raises MissingFile, EmptyFile, UnreadableFile, NotText, UnknownEncoding, and the errors of limits.
    """
    return text_table(file_content(path), options, no_progress)


def text_table(content: Content, options: ReadOptions, progress: Progress) -> Source:
    """Read delimited text from a file or an archive."""
    with _csv_field_limit():
        return _text_table(content, options, progress)


def _text_table(content: Content, options: ReadOptions, progress: Progress) -> Source:
    encoding = options.encoding or content_encoding(content, progress)
    sample, encoding = decode(content.head(_SAMPLE), str(content.path), encoding)
    if not sample.strip("\ufeff\x1a \t\r\n"):
        raise EmptyFile(path=content.path)
    stated = stated_delimiter(sample)
    if len(options.delimiter) > 1 or (options.delimiter and options.delimiter in '"\r\n'):
        raise UnknownDelimiter(delimiter=options.delimiter)
    delimiter = options.delimiter or stated or find_delimiter(sample.lstrip("\ufeff"))
    rows = RowList(content.path)
    with _lines(content, encoding, progress) as lines:
        if stated:
            next(lines)
        about = add_records(rows, _records(lines, delimiter, content), delimiter)
    if not rows.columns:
        raise EmptyFile(path=content.path)
    return Source(content.path, tuple(rows.columns), tuple(rows.rows), encoding=encoding, delimiter=delimiter,
                  crs=options.crs, about=about)


def add_records(rows: RowList, records: Iterable[NumberedCells], delimiter: str = "") -> str:
    """Add the records below the header to `rows`; return the text above it. Raises TooManyColumns.

    With the `delimiter` of a text, a row that contains others because of an unclosed quotation mark gets an error.
    """
    filled = ((number, cells) for number, cells in records if any(map(str.strip, cells)))
    first = list(islice(filled, _RECORDS))
    if not first:
        return ""
    header = find_header([cells for _, cells in first])
    names: tuple[str, ...] = ()
    given = list(header.names)
    for number, cells in chain(first[header.first:], filled):
        cells = [_text(cell.strip()) for cell in cells]
        width = _width(cells)
        if width > len(names) or not names:
            if width > MAX_COLUMNS or _width(given) > MAX_COLUMNS:
                raise TooManyColumns(path=rows.path, limit=MAX_COLUMNS)
            names = column_names(given[:max(width, _width(given))], width)
            indexes = rows.shape(names)
        contains_rows = delimiter and any("\n" in cell for cell in cells) and _contains_rows(
            cells, delimiter, _width(given) or len(names))
        rows.add_cells(number, indexes, cells[:len(names)] + [""] * (len(names) - len(cells)),
                       error=OpenQuotation() if contains_rows else None)
    if not names:
        rows.shape(column_names(given[:MAX_COLUMNS], 0))
    return header.about


def _contains_rows(cells: Sequence[str], delimiter: str, width: int) -> bool:
    """Whether a line in one of the cells is itself a row of a table of this width."""
    inner = (line.split(delimiter) for cell in cells for line in cell.splitlines()[1:])
    return width > 2 and any(len(parts) == width and any(map(holds_coordinate, parts)) for parts in inner)


def _text(cell: str) -> str:
    """Return the cell without the mark that keeps spreadsheets from evaluating it as a formula."""
    return restored(cell) if cell.startswith(MARK) else cell


def _width(cells: Sequence[str]) -> int:
    """The number of cells up to the last filled one."""
    width = len(cells)
    while width and not cells[width - 1].strip():
        width -= 1
    return width


def _records(lines: Iterator[str], delimiter: str, content: Content) -> Iterator[NumberedCells]:
    number = 0
    try:
        for number, cells in enumerate(csv.reader(lines, delimiter=delimiter), 1):
            yield number, cells
    except csv.Error as error:
        if "limit" in str(error):
            raise TextTooLong(str(error), path=content.path, limit=MAX_TEXT, row=number + 1) from error
        raise UnreadableFile(str(error), path=content.path) from error


@contextmanager
def _lines(content: Content, encoding: str, progress: Progress) -> Iterator[Iterator[str]]:
    """Open the lines of the text; TextTooLong is raised for a line over the limit."""
    with content.open_with_progress(progress) as stream:
        yield _bounded(io.TextIOWrapper(stream, encoding, newline=""), content, encoding)


def _bounded(text: io.TextIOWrapper, content: Content, encoding: str) -> Iterator[str]:
    number = 0
    read: Callable[[], str] = lambda: text.readline(MAX_TEXT)  # noqa: E731
    try:
        for number, line in enumerate(iter(read, ""), 1):
            if len(line) >= MAX_TEXT:
                raise TextTooLong(path=content.path, limit=MAX_TEXT, row=number)
            if "\0" in line:
                raise NotText(path=content.path)
            yield line.lstrip("\ufeff").rstrip("\x1a") if number == 1 else line.rstrip("\x1a")
    except UnicodeError as error:
        raise UnknownEncoding(str(error), path=content.path, encoding=encoding) from error


@contextmanager
def _csv_field_limit() -> Iterator[None]:
    """Allow long cells meanwhile: the limit of the csv module is a setting of the whole process."""
    limit = csv.field_size_limit(MAX_TEXT)
    try:
        yield
    finally:
        csv.field_size_limit(limit)
