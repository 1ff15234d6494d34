"""Decoding of survey rows from JSON: pages of values read from the file, and entries of the record.

Both result in the same form of rows: None for empty, booleans, days "YYYY-MM-DD", times "YYYY-MM-DDTHH:MM:SSZ" (UTC,
fractions dropped), and WKT (EPSG:4326) under "geom" where the row has a geometry. Any program may have written anything
into any column: a value that does not have the column's type is read as None.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from functools import cache, lru_cache, partial
from math import isfinite
from typing import Any

from yalu_plugin.core.published import Row
from yalu_plugin.core.schema import SITE_STATES, TABLE, Table
from yalu_plugin.core.survey.geopackage_wkt import MAGIC, wkt_of_blob, wkt_of_text

Read = Callable[[Any], Any]
# for each of `columns`, the values of the page's rows
Page = Sequence[Sequence[Any]]
_TEXTS = {str, type(None)}
_MOST_CACHED = 1 << 17  # values: where there are more, few are equal

_PLAIN = re.compile(  # nearly every moment; without days 29 to 31, so that the day certainly exists
    r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d*)?Z", re.ASCII)
_MOMENT = re.compile(
    r"\s*(\d{4})[-/](\d\d?)[-/](\d\d?)"
    r"(?:[T ](\d\d?):(\d\d?)(?::(\d\d?)(?:\.\d*)?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?)?\s*", re.ASCII | re.IGNORECASE)


def table_of(name: str) -> Table:
    """Return a table of the survey, or site_states. Raises KeyError."""
    return SITE_STATES if name == SITE_STATES.name else TABLE[name]


def columns(table: str) -> tuple[str, ...]:
    """Return the columns of a page of a table in order: fid, the columns of the schema, and geom if it has one."""
    about = table_of(table)
    return ("fid", *about.column_names, *(("geom",) if about.geometry else ()))


def row_from_values(table: str, values: Sequence[Any]) -> Row:
    """Decode the row with these values, in the order of `columns`; geom is the GeoPackage blob in hexadecimal digits.

    Numbers may be text, which JSON of SQLite needs for more than 15 digits.
    """
    row: Row = {name: read(value) if value is not None else None
                for (name, read), value in zip(_readers(table), values)}
    if "geom" in row and row["geom"] is None:
        del row["geom"]
    return row


class ValueCache(dict[Any, Any]):
    """Decoded values by raw value, so that equal values share one object: a survey has many equal values."""

    def __init__(self, read: Read) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, value: Any) -> Any:
        if len(self) >= _MOST_CACHED:
            self.clear()
        self[value] = found = None if value is None else self._read(value)
        return found

    @staticmethod
    def of(table: str) -> list[ValueCache]:
        """Return the caches for all pages of a table, one for each of `columns`."""
        return [ValueCache(read) for _, read in _readers(table)]


def read_columns(table: str, page: Page, shared: Sequence[ValueCache]) -> list[Sequence[Any]]:
    """Decode the values of a page, column by column, like `row_from_values`; the caches `shared` serve all pages."""
    return [values if read is _text and set(map(type, values)) <= _TEXTS else list(map(one.__getitem__, values))
            for (_, read), one, values in zip(_readers(table), shared, page)]


def row_from_entry(table: str, text: str | None) -> Row | None:
    """Decode the row before or after a change from the JSON object of an entry; None where there was none.

    Entries of version 1 have WKT under geom, leave out empty values, and have no fid, in which case the row has none
    either. Columns that the table does not have are left out.

    Raises:
        ValueError: the text is not a JSON object.
    """
    if text is None:
        return None
    found = json.loads(text)
    if not isinstance(found, dict):
        raise ValueError(f"not a row: {text[:80]}")
    row = row_from_values(table, [found.get(name) for name in columns(table)])
    if row["fid"] is None:
        del row["fid"]
    return row


def unreadable(table: str, row: Row) -> list[str]:
    """Return the columns of a raw row, with the values of the file, that have a value which is read as None."""
    return [name for name, read in _readers(table)
            if read is not _text and (value := row.get(name)) not in (None, "") and read(value) is None]


def day(value: Any) -> str | None:
    """Return the day, YYYY-MM-DD, from the value of a date column; None where it is not a day."""
    return _day(value) if isinstance(value, str) else None


def moment(value: Any) -> str | None:
    """Return the moment, YYYY-MM-DDTHH:MM:SSZ, from the value of a datetime column; None where it is not a moment.

    A value without a zone is UTC, as in every GeoPackage.
    """
    if not isinstance(value, str):
        return None
    if _PLAIN.fullmatch(value) and value >= "0001":
        return value if len(value) == len("YYYY-MM-DDTHH:MM:SSZ") else f"{value[:19]}Z"  # GDAL writes fractions
    return _moment(value)


@lru_cache(maxsize=1 << 16)  # a survey has a few thousand days, in millions of rows
def _day(text: str) -> str | None:
    match = _MOMENT.fullmatch(text)
    if match is None:
        return None
    try:
        return date(*map(int, match.group(1, 2, 3))).isoformat()
    except ValueError:  # a 31st of February
        return None


@lru_cache(maxsize=1 << 12)
def _moment(text: str) -> str | None:
    match = _MOMENT.fullmatch(text)
    if match is None:
        return None
    year, month, number, hour, minute, second = (int(part or 0) for part in match.groups()[:6])
    try:
        local = datetime(year, month, number, hour, minute) + timedelta(seconds=second)
        return f"{(local - _east(match.group(7))).isoformat()}Z"
    except (ValueError, OverflowError):  # a 31st of February, or before the year 1
        return None


def _east(zone: str | None) -> timedelta:
    if not zone or zone in "Zz":
        return timedelta()
    digits = zone[1:].replace(":", "").ljust(4, "0")
    east = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return -east if zone[0] == "-" else east


def _text(value: Any) -> str:
    return value if isinstance(value, str) else str(value)


def _real(value: Any) -> float | None:
    try:
        number = float(value)
    except ValueError:
        return None
    return number if isfinite(number) else None


def _integer(value: Any) -> int | None:
    if isinstance(value, int):
        return int(value)
    number = _real(value)
    return int(number) if number is not None else None


def flag(value: Any) -> bool:
    """Return whether the value of a boolean column is true."""
    return bool(_real(value))


def _geometry(kinds: tuple[str, ...], value: Any) -> str | None:
    text = str(value)
    wkt = wkt_of_blob(text) if text.startswith(MAGIC) else wkt_of_text(text)
    return wkt if wkt is not None and wkt.partition(" ")[0] in kinds else None


def _kinds(geometry: str | None) -> tuple[str, ...]:
    """Return the geometry types of a table: points are single, lines and polygons may be in parts."""
    return ("Point",) if geometry == "Point" else (f"{geometry}", f"Multi{geometry}")


_READ: dict[str, Read] = {"text": _text, "real": _real, "integer": _integer, "boolean": flag, "date": day,
                          "datetime": moment}


@cache
def _readers(table: str) -> tuple[tuple[str, Read], ...]:
    about = table_of(table)
    types, shape = {column.name: column.type for column in about.columns}, partial(_geometry, _kinds(about.geometry))
    return tuple((name, shape if name == "geom" else _READ[types.get(name, "integer")]) for name in columns(table))
