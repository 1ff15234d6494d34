"""Finds the header of a table, and the text above it."""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence
from typing import NamedTuple

from yalu_plugin.core.importing.coordinate_parser import CoordinateError, read_angle, read_position

MAX_LINES_ABOVE = 30
_NUMBERS_OF_A_PLACE = re.compile(r"\d{1,3}[.,]\d{3,}\D+\d{1,3}[.,]\d{3,}|\d\s*[°º˚]|\d[.,]\d{4,}")
_NUMBERED_WORD = re.compile(r"[^\W\d]{2,} ?\d|[^\W\d]+_\d")  # lat2, lon_1: column names


class Header(NamedTuple):
    """The text above the header, its names (none without a header), and the index of the first record below it."""

    about: str
    names: Sequence[str]
    first: int


def find_header(records: Sequence[Sequence[str]]) -> Header:
    """Find the header among the first records of a table.

    It is the first record that fills about as many cells as the rows, unless it holds a coordinate and so is a row.
    """
    filled = [sum(bool(cell.strip()) for cell in record) for record in records]
    several = [count for count in filled[len(filled) // 2:] if count > 1]  # the first records may be above the header
    usual = statistics.median_low(several) if several else 1
    found = next(index for index, count in enumerate(filled) if count and count >= 0.7 * usual)
    if found > MAX_LINES_ABOVE or not any(filled[found + 1:]):  # a header has rows below it
        found = next((index for index, count in enumerate(filled) if count > 1), filled.index(max(filled)))
    first = found + 1
    if any(map(holds_coordinate, records[found])):
        above = max((index for index in range(found) if filled[index]), default=-1)
        has_header = above >= 0 and (filled[above] > 1 or usual == 1)
        found, first = (above, found) if has_header else (found, found)
    names = records[found] if first > found else ()
    about = (" ".join(cell.strip() for cell in record if cell.strip()) for record in records[:found])
    return Header("\n".join(line for line in about if line), names, first)


def holds_coordinate(cell: str) -> bool:
    """Whether the cell contains a coordinate. A year is not one."""
    text = cell.strip()
    if _NUMBERS_OF_A_PLACE.search(text):
        return True
    if not text or len(text) > 100 or _NUMBERED_WORD.fullmatch(text) or (text.isdecimal() and int(text[:9]) > 180):
        return False
    for read in (read_angle, read_position):
        try:
            read(text)
        except CoordinateError:
            continue
        return True
    return False


def column_names(header: Sequence[str], width: int) -> tuple[str, ...]:
    """Return the header's names, made unique; unnamed columns are called column 3, column 4 ..."""
    used: dict[str, None] = {}
    copies: dict[str, int] = {}
    for index in range(max(width, len(header))):
        plain = (header[index].strip() if index < len(header) else "") or f"column {index + 1}"
        name = plain
        while name in used:
            copies[plain] = copies.get(plain, 1) + 1
            name = f"{plain} ({copies[plain]})"
        used[name] = None
    return tuple(used)
