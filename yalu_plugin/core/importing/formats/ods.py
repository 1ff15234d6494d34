"""Reads OpenDocument spreadsheets (ODS) as a Source, with the texts that their cells show.

Layout: OASIS OpenDocument 1.3, part 3. Not every build of GDAL can read them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from yalu_plugin.core.importing.formats.archive import Archive
from yalu_plugin.core.importing.formats.notice_list import NoticeList
from yalu_plugin.core.importing.formats.number_format import date_text, number_text
from yalu_plugin.core.importing.formats.read_limits import MAX_COLUMNS
from yalu_plugin.core.importing.formats.workbook import HIDDEN_SHEET, workbook_source
from yalu_plugin.core.importing.formats.xml_element import Element
from yalu_plugin.core.importing.formats.xml_stream import CLOSED, OPENED, elements
from yalu_plugin.core.importing.import_source import ReadOptions, Source
from yalu_plugin.core.work_progress import Progress

CONTENT = "content.xml"
_CONTAINERS = frozenset(("document-content", "automatic-styles", "body", "spreadsheet", "table", "table-row-group",
                         "table-rows", "table-header-rows", "table-columns", "table-column-group",
                         "table-header-columns"))
_NUMBER = re.compile(r"-?\d+(\.\d*)?([eE][-+]?\d+)?")
_CELLS = ("table-cell", "covered-table-cell")


class _Styles:
    """The styles of cells and tables: which tables are hidden, and which parts of a date a cell shows."""

    def __init__(self) -> None:
        self._formats: dict[str, str] = {}
        self._dates: dict[str, str] = {}
        self.hidden: set[str] = set()

    def add(self, style: Element) -> None:
        name = style.get("name", "")
        if style.tag == "date-style":
            tags = {child.tag for child in style}
            self._formats[name] = "".join(letter for tag, letter in (
                ("year", "y"), ("month", "m"), ("day", "d"), ("hours", "t")) if tag in tags)
        elif style.tag == "style":
            self._dates[name] = style.get("data-style-name", "")
            if any(part.get("display") == "false" for part in style.iter("table-properties")):
                self.hidden.add(name)

    def parts(self, name: str) -> str:
        """Return the parts of a date, out of "ymdt", that cells of a style show."""
        return self._formats.get(self._dates.get(name, ""), "ymdt")


class _Table:
    """A sheet while it is read: the styles of its columns, and vertically merged cells."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.number = 0  # number of the last row
        self.styles: list[str] = []
        self._merged: dict[int, tuple[str, int]] = {}

    def add_column(self, column: Element) -> None:
        repeated = min(_repeated(column, "number-columns-repeated"), MAX_COLUMNS)
        self.styles += [column.get("default-cell-style-name", "")] * repeated

    def cells(self, row: Element, styles: _Styles) -> tuple[list[str], list[int]]:
        """Return the texts of a row, and the indexes of columns whose formula has no value."""
        cells: list[str] = []
        without_value: list[int] = []
        for cell in row:
            if cell.tag not in _CELLS:
                continue
            place = len(cells)
            style = cell.get("style-name") or (self.styles[place] if place < len(self.styles) else "")
            text = _text(cell, styles.parts(style)) if len(cells) <= MAX_COLUMNS else ""
            if cell.get("formula") and not text and not cell.get("value-type"):
                without_value.append(place)
            spanned = _repeated(cell, "number-rows-spanned")
            if spanned > 1:
                self._merged[place] = (text, spanned - 1)
            elif cell.tag == "covered-table-cell" and place in self._merged:
                text, remaining = self._merged.pop(place)
                if remaining > 1:
                    self._merged[place] = (text, remaining - 1)
            free = MAX_COLUMNS + 1 - len(cells)
            cells += [text] * max(0, min(_repeated(cell, "number-columns-repeated"), free))
        return cells, without_value


def read_ods(archive: Archive, options: ReadOptions, progress: Progress, notices: NoticeList) -> Source:
    """Read the sheets that are not hidden. Raises EmptyFile, NoSuchLayer, and the errors of XML and limits."""
    sheets: list[str] = []
    without_value: dict[tuple[str, int], list[int]] = {}
    rows = _rows(archive, progress, notices, sheets, without_value)
    return workbook_source(archive.path, sheets, rows, options, without_value, notices)


def _rows(archive: Archive, progress: Progress, notices: NoticeList, sheets: list[str],
          without_value: dict[tuple[str, int], list[int]]) -> Iterator[tuple[str, int, list[str]]]:
    """Yield the filled rows of each sheet. Meanwhile add the names of sheets to `sheets`, and cells whose formula has
    no value to `without_value`.
    """
    styles = _Styles()
    table: _Table | None = None
    for what, element in elements(archive.content(CONTENT), _CONTAINERS, progress):
        if what == OPENED and element.tag == "table":
            table = _Table(element.get("name", ""))
            if element.get("style-name") in styles.hidden:
                notices.add(HIDDEN_SHEET, name=table.name)
                table = None
            else:
                sheets.append(table.name)
        elif what == CLOSED and element.tag == "table":
            table = None
        elif element.tag in ("style", "date-style"):
            styles.add(element)
        elif element.tag == "table-column" and table is not None:
            table.add_column(element)
        elif element.tag == "table-row" and table is not None:
            repeated = _repeated(element, "number-rows-repeated")
            cells, empty = table.cells(element, styles)
            if empty:
                without_value.update({(table.name, table.number + times): empty
                                      for times in range(1, (repeated if any(cells) else 1) + 1)})
            if any(cells):
                yield from ((table.name, table.number + times, cells) for times in range(1, repeated + 1))
            table.number += repeated


def _repeated(element: Element, name: str) -> int:
    text = element.get(name, "1")
    return int(text) if text.isdecimal() and len(text) < 10 else 1


def _text(cell: Element, parts: str) -> str:
    kind = cell.get("value-type", "")
    if kind == "date":
        value = cell.get("date-value", "")
        try:
            return date_text(datetime.fromisoformat(value[:26]), parts)
        except ValueError:
            return value
    if kind in ("float", "percentage", "currency"):
        value = cell.get("value", "")
        return number_text(value) if _NUMBER.fullmatch(value) else value
    if kind == "boolean":
        return cell.get("boolean-value", "")
    return "\n".join(line.text for line in cell if line.tag == "p").strip()
