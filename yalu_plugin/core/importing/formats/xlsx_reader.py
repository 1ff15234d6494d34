"""Reads Excel workbooks (XLSX) as a Source, with the texts that cells show; dates are ISO 8601, as exact as shown.

Layout: ECMA-376, SpreadsheetML. Not every build of GDAL can read them. Formulas have the value last saved.
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
from yalu_plugin.core.importing.formats.read_limits import MAX_ROW_BYTES
from yalu_plugin.core.importing.formats.workbook import HIDDEN_SHEET, workbook_source
from yalu_plugin.core.importing.formats.xml_element import Element
from yalu_plugin.core.importing.formats.xml_stream import WHOLE, elements
from yalu_plugin.core.importing.import_errors import TooMuchText
from yalu_plugin.core.importing.import_source import ReadOptions, Source
from yalu_plugin.core.text import translatable
from yalu_plugin.core.work_progress import Progress, part_of, shared_progress

WORKBOOK, _TARGETS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
COMMENTS = translatable("Comments on cells were not read.")
_CONTAINERS = frozenset(("workbook", "sheets", "Relationships", "sst", "styleSheet", "numFmts", "cellXfs", "worksheet",
                         "sheetData"))
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^<>]{0,200}?ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"')
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d+)")
_MAX_COLUMNS = 16_384


class _Book(NamedTuple):
    """Data that all sheets share: texts, the parts of a date that each style shows, and the day 0 of dates."""

    texts: Sequence[str]
    dates: Sequence[str]
    day_0: datetime


def read_xlsx(archive: Archive, options: ReadOptions, progress: Progress, notices: NoticeList) -> Source:
    """Read the sheets that are not hidden. Raises EmptyFile, NoSuchLayer, and the errors of XML and limits."""
    day_0, sheets = datetime(1899, 12, 30), {}
    targets = {one.get("Id", ""): one.get("Target", "") for one in _elements_of(archive, _TARGETS, progress)}
    for element in _elements_of(archive, WORKBOOK, progress):
        if element.tag == "workbookPr" and element.get("date1904") in ("1", "true"):
            day_0 = datetime(1904, 1, 1)
        elif element.tag == "sheet":
            target = targets.get(element.get("id", ""), "")
            name = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            if element.get("state", "visible") != "visible":
                notices.add(HIDDEN_SHEET, name=element.get("name", ""))
            elif name in archive.names:
                sheets[element.get("name", "")] = name
    if any(name.startswith("xl/comments") for name in archive.names):
        notices.add(COMMENTS)
    book = _Book(_shared_texts(archive, progress), _date_parts_of_styles(archive, progress), day_0)
    parts = shared_progress(progress, [archive.content(name).size for name in sheets.values()])
    without_value: dict[tuple[str, int], list[int]] = {}
    rows = ((sheet, number, cells) for (sheet, name), part in zip(sheets.items(), parts)
            for number, cells in _rows(archive.content(name), book, part, sheet, without_value))
    return workbook_source(archive.path, tuple(sheets), rows, options, without_value, notices)


def _elements_of(archive: Archive, name: str, progress: Progress) -> Iterator[Element]:
    """Yield the elements of a part of the workbook, if it has it. The progress stays at its beginning."""
    if name in archive.names:
        for what, element in elements(archive.content(name), _CONTAINERS, part_of(progress, 0.0, 0.0)):
            if what == WHOLE:
                yield element


def _shared_texts(archive: Archive, progress: Progress) -> list[str]:
    """Return the texts that cells refer to by index. Raises TooMuchText."""
    texts: list[str] = []
    size = 0
    for element in _elements_of(archive, "xl/sharedStrings.xml", progress):
        texts.append(_rich_text(element))
        size += len(texts[-1]) + 60
        if size > MAX_ROW_BYTES:
            raise TooMuchText(path=archive.path, limit=MAX_ROW_BYTES // 1_000_000)
    return texts


def _date_parts_of_styles(archive: Archive, progress: Progress) -> list[str]:
    """Return the parts of a date, out of "ymdt", that each cell style shows; "" for no date."""
    formats: dict[str, str] = {}
    styles = []
    for element in _elements_of(archive, "xl/styles.xml", progress):
        if element.tag == "numFmt":
            formats[element.get("numFmtId", "")] = element.get("formatCode", "")
        elif element.tag == "xf":
            code = element.get("numFmtId", "0")
            styles.append(date_parts(formats.get(code, ""), int(code) if code.isdecimal() else 0))
    return styles


def _rows(content: Content, book: _Book, progress: Progress, sheet: str,
          without_value: dict[tuple[str, int], list[int]]) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a sheet; meanwhile add cells whose formula has no value to `without_value`."""
    merged = _merged_downwards(content, part_of(progress, 0.0, 0.0))
    merged_texts: dict[int, str] = {}  # texts of merged cells, by column
    number = 0
    for what, element in elements(content, _CONTAINERS, progress):
        if what != WHOLE or element.tag != "row":
            continue
        stated_number = element.get("r", "")
        number = int(stated_number) if stated_number.isdecimal() else number + 1
        cells: dict[int, str] = {}
        for cell in element:
            place = _column(cell.get("r", "")) if cell.get("r") else max(cells, default=-1) + 1
            if place < _MAX_COLUMNS:
                cells[place] = _text(cell, book)
                if cell.find("v") is None and cell.find("f") is not None:
                    without_value.setdefault((sheet, number), []).append(place)
        for column, begin, end in merged.get(number, ()):
            if number == begin:
                merged_texts[column] = cells.get(column, "")
            elif begin < number <= end:
                cells[column] = merged_texts.get(column, "")
        yield number, [cells.get(place, "") for place in range(max((at for at in cells if cells[at]), default=-1) + 1)]


def _merged_downwards(content: Content, progress: Progress) -> dict[int, list[tuple[int, int, int]]]:
    """Return vertically merged cells, (column, first row, last row), by each of their rows; they end a sheet's XML."""
    merged: dict[int, list[tuple[int, int, int]]] = {}
    left, rest = 100_000, b""
    with content.open_with_progress(progress) as stream:
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
    """The index of a column: 0 for A1."""
    index = 0
    for letter in _REFERENCE.sub(r"\1", reference):
        index = index * 26 + ord(letter) - 64
    return index - 1 if index > 0 else _MAX_COLUMNS


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
    """Return the text of runs, without the phonetic hints of Japanese and Chinese."""
    phonetic = {id(part) for run in element.iter("rPh") for part in run.iter()}
    return "".join(text for part in element.iter("t") if id(part) not in phonetic for text in part.texts()).strip()
