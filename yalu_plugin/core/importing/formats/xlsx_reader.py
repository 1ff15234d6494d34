"""Excel's workbooks (XLSX), as what their cells show: dates as ISO 8601 text as exact as they are shown.

Layout: ECMA-376, SpreadsheetML. Not every GDAL can read them; formulas are taken at the value last worked out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from yalu_plugin.core.importing.formats.archive import Archive
from yalu_plugin.core.importing.formats.content import CHUNK, Content
from yalu_plugin.core.importing.formats.notice_list import NoticeList
from yalu_plugin.core.importing.formats.number_format import date_parts, date_text, number_text
from yalu_plugin.core.importing.formats.read_limits import MAX_KEPT
from yalu_plugin.core.importing.formats.workbook import HIDDEN, workbook_source
from yalu_plugin.core.importing.formats.xml_element import Element
from yalu_plugin.core.importing.formats.xml_stream import WHOLE, elements
from yalu_plugin.core.importing.import_errors import TooMuchText
from yalu_plugin.core.importing.import_source import ReadOptions, Source
from yalu_plugin.core.importing.work_progress import Progress, part_of, shared_progress
from yalu_plugin.core.text import translatable

WORKBOOK, _TARGETS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
COMMENTS = translatable("Comments on cells were not read.")
_CONTAINERS = frozenset(("workbook", "sheets", "Relationships", "sst", "styleSheet", "numFmts", "cellXfs", "worksheet",
                         "sheetData"))
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^<>]{0,200}?ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"')
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d+)")
_MOST_COLUMNS = 16_384


class _Book(NamedTuple):
    """What all sheets share: texts, the parts of a date that each style shows, the day that is 0."""

    texts: Sequence[str]
    dates: Sequence[str]
    day_0: datetime


def read_xlsx(archive: Archive, options: ReadOptions, progress: Progress, notices: NoticeList) -> Source:
    """Rows of the sheets that are not hidden. Raises EmptyFile, NoSuchLayer, and what XML and limits raise."""
    day_0, sheets = datetime(1899, 12, 30), {}
    targets = {one.get("Id", ""): one.get("Target", "") for one in _all(archive, _TARGETS, progress)}
    for element in _all(archive, WORKBOOK, progress):
        if element.tag == "workbookPr" and element.get("date1904") in ("1", "true"):
            day_0 = datetime(1904, 1, 1)
        elif element.tag == "sheet":
            target = targets.get(element.get("id", ""), "")
            name = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            if element.get("state", "visible") != "visible":
                notices.add(HIDDEN, name=element.get("name", ""))
            elif name in archive.names:
                sheets[element.get("name", "")] = name
    if any(name.startswith("xl/comments") for name in archive.names):
        notices.add(COMMENTS)
    book = _Book(_shared_texts(archive, progress), _styles(archive, progress), day_0)
    parts = shared_progress(progress, [archive.content(name).size for name in sheets.values()])
    without_value: dict[tuple[str, int], list[int]] = {}
    rows = ((sheet, number, cells) for (sheet, name), part in zip(sheets.items(), parts)
            for number, cells in _rows(archive.content(name), book, part, sheet, without_value))
    return workbook_source(archive.path, tuple(sheets), rows, options, without_value, notices)


def _all(archive: Archive, name: str, progress: Progress) -> Iterator[Element]:
    """The elements of a part of the workbook; none where it has no such part. Of the progress it is the beginning."""
    if name in archive.names:
        for what, element in elements(archive.content(name), _CONTAINERS, part_of(progress, 0.0, 0.0)):
            if what == WHOLE:
                yield element


def _shared_texts(archive: Archive, progress: Progress) -> list[str]:
    """The texts that cells refer to by number. Raises TooMuchText."""
    texts: list[str] = []
    kept = 0
    for element in _all(archive, "xl/sharedStrings.xml", progress):
        texts.append(_rich_text(element))
        kept += len(texts[-1]) + 60
        if kept > MAX_KEPT:
            raise TooMuchText(path=archive.path, limit=MAX_KEPT // 1_000_000)
    return texts


def _styles(archive: Archive, progress: Progress) -> list[str]:
    """For each style of a cell the parts of a date that it shows, of "ymdt"; "" for no date."""
    formats: dict[str, str] = {}
    styles = []
    for element in _all(archive, "xl/styles.xml", progress):
        if element.tag == "numFmt":
            formats[element.get("numFmtId", "")] = element.get("formatCode", "")
        elif element.tag == "xf":
            code = element.get("numFmtId", "0")
            styles.append(date_parts(formats.get(code, ""), int(code) if code.isdecimal() else 0))
    return styles


def _rows(content: Content, book: _Book, progress: Progress, sheet: str,
          without_value: dict[tuple[str, int], list[int]]) -> Iterator[tuple[int, list[str]]]:
    """The rows of a sheet; cells whose formula has no value go to `without_value` as they come."""
    merged = _merged_downwards(content, part_of(progress, 0.0, 0.0))
    above: dict[int, str] = {}  # texts of merged cells, by column
    number = 0
    for what, element in elements(content, _CONTAINERS, progress):
        if what != WHOLE or element.tag != "row":
            continue
        given = element.get("r", "")
        number = int(given) if given.isdecimal() else number + 1
        cells: dict[int, str] = {}
        for cell in element:
            place = _column(cell.get("r", "")) if cell.get("r") else max(cells, default=-1) + 1
            if place < _MOST_COLUMNS:
                cells[place] = _text(cell, book)
                if cell.find("v") is None and cell.find("f") is not None:
                    without_value.setdefault((sheet, number), []).append(place)
        for column, begin, end in merged.get(number, ()):
            if number == begin:
                above[column] = cells.get(column, "")
            elif begin < number <= end:
                cells[column] = above.get(column, "")
        yield number, [cells.get(place, "") for place in range(max((at for at in cells if cells[at]), default=-1) + 1)]


def _merged_downwards(content: Content, progress: Progress) -> dict[int, list[tuple[int, int, int]]]:
    """Merged cells of several rows: (column, first row, last row) by each row; they stand at the end of a sheet."""
    merged: dict[int, list[tuple[int, int, int]]] = {}
    left, rest = 100_000, b""
    with content.watched(progress) as stream:
        while left > 0 and (data := stream.read(CHUNK)):
            data = rest + data
            end = 0
            for found in _MERGED.finditer(data):
                end = found.end()
                begin, last = int(found.group(2)), int(found.group(3))
                for number in range(begin, min(last, begin + left) + 1) if last > begin else ():
                    left -= 1
                    merged.setdefault(number, []).append((_column(found.group(1).decode()), begin, last))
            rest = data[max(end, len(data) - 300):]
    return merged


def _column(reference: str) -> int:
    """0 for A1."""
    index = 0
    for letter in _REFERENCE.sub(r"\1", reference):
        index = index * 26 + ord(letter) - 64
    return index - 1 if index > 0 else _MOST_COLUMNS


def _text(cell: Element, book: _Book) -> str:
    kind, value = cell.get("t", "n"), cell.child_text("v")
    if kind == "s":
        return book.texts[int(value)] if value.isdecimal() and int(value) < len(book.texts) else ""
    if kind == "inlineStr":
        inline = cell.find("is")
        return _rich_text(inline) if inline is not None else ""
    if kind == "b":
        return "true" if value == "1" else "false"
    if kind != "n" or not value:
        return value
    style = cell.get("s", "0")
    parts = book.dates[int(style)] if style.isdecimal() and int(style) < len(book.dates) else ""
    try:
        return date_text(book.day_0 + timedelta(days=float(value)), parts) if parts else number_text(value)
    except (ValueError, OverflowError):
        return value


def _rich_text(element: Element) -> str:
    """The text of runs, without how Japanese and Chinese ones are pronounced."""
    phonetic = {id(part) for run in element.iter("rPh") for part in run.iter()}
    return "".join(text for part in element.iter("t") if id(part) not in phonetic for text in part.texts()).strip()
