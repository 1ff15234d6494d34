"""Rows of a survey out of JSON: a page of values as the file is read, an entry of the record as it was written.

Both give a row as everybody reads it: None for empty, booleans, days "YYYY-MM-DD", times "YYYY-MM-DDTHH:MM:SSZ" (UTC,
fractions dropped), under "geom" WKT (EPSG:4326) where the row has a geometry. Any program may have written anything
into any column: what is no value of the column's type is None, as if nothing stood there.
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
from yalu_plugin.core.survey.geometry import MAGIC, wkt_of_blob, wkt_of_text

Read = Callable[[Any], Any]
# for each of `columns`, the values of so many rows
Page = Sequence[Sequence[Any]]
_TEXTS = {str, type(None)}
_ENOUGH = 1 << 17  # values to share: where there are more, few are equal

_PLAIN = re.compile(  # nearly every moment: to be certain that there is such a day, none of a month's last ones
    r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d*)?Z", re.ASCII)
_MOMENT = re.compile(
    r"\s*(\d{4})[-/](\d\d?)[-/](\d\d?)"
    r"(?:[T ](\d\d?):(\d\d?)(?::(\d\d?)(?:\.\d*)?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?)?\s*", re.ASCII | re.IGNORECASE)


def table_of(name: str) -> Table:
    """A table of the survey, or site_states. Raises KeyError."""
    return SITE_STATES if name == SITE_STATES.name else TABLE[name]


def columns(table: str) -> tuple[str, ...]:
    """The order of columns in a page of a table: fid, the columns of the schema, and geom where there is one."""
    about = table_of(table)
    return ("fid", *about.column_names, *(("geom",) if about.geometry else ()))


def row_from_values(table: str, values: Sequence[Any]) -> Row:
    """The row of a page's values, in the order of `columns`; geom as hexadecimal digits of the GeoPackage's blob.

    Numbers may be text, which JSON of SQLite needs for more than 15 digits.
    """
    row: Row = {name: read(value) if value is not None else None
                for (name, read), value in zip(_readers(table), values)}
    if "geom" in row and row["geom"] is None:
        del row["geom"]
    return row


class Shared(dict[Any, Any]):
    """By value, what `read` makes of it: one object for all that are equal, for a survey repeats itself."""

    def __init__(self, read: Read) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, value: Any) -> Any:
        if len(self) >= _ENOUGH:
            self.clear()
        self[value] = found = None if value is None else self._read(value)
        return found

    @staticmethod
    def of(table: str) -> list[Shared]:
        """What reads the values of all pages of a table, for each of `columns`."""
        return [Shared(read) for _, read in _readers(table)]


def read_columns(table: str, page: Page, shared: Sequence[Shared]) -> list[Sequence[Any]]:
    """The values of a page, column by column, as `row_from_values` reads them; `shared` over all pages."""
    return [values if read is _text and set(map(type, values)) <= _TEXTS else list(map(one.__getitem__, values))
            for (_, read), one, values in zip(_readers(table), shared, page)]


def row_from_entry(table: str, text: str | None) -> Row | None:
    """The row before or after a change, from the JSON object of an entry; None where there was none.

    Entries of version 1 have WKT under geom, leave out what is empty, and have no fid: then the row has none either.
    Columns that the table has not are left out. Raises ValueError where the text is no JSON object.
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
    """The columns of a raw row (its values as the file has them) in which something stands that reads as nothing."""
    return [name for name, read in _readers(table)
            if read is not _text and (value := row.get(name)) not in (None, "") and read(value) is None]


def day(value: Any) -> str | None:
    """A day as the survey has it, YYYY-MM-DD, from what a date column holds; None where that is no day."""
    return _day(value) if isinstance(value, str) else None


def moment(value: Any) -> str | None:
    """A moment as the survey has it, YYYY-MM-DDTHH:MM:SSZ, from what a datetime column holds; None where it is none.

    One without a zone is UTC, as in every GeoPackage.
    """
    if not isinstance(value, str):
        return None
    if _PLAIN.fullmatch(value) and value >= "0001":
        return value if len(value) == len("YYYY-MM-DDTHH:MM:SSZ") else f"{value[:19]}Z"  # with a fraction: by GDAL
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
        there = datetime(year, month, number, hour, minute) + timedelta(seconds=second)
        return f"{(there - _east(match.group(7))).isoformat()}Z"
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
    """Whether what a boolean column holds is yes."""
    return bool(_real(value))


def _geometry(kinds: tuple[str, ...], value: Any) -> str | None:
    text = str(value)
    wkt = wkt_of_blob(text) if text.startswith(MAGIC) else wkt_of_text(text)
    return wkt if wkt is not None and wkt.partition(" ")[0] in kinds else None


def _kinds(geometry: str | None) -> tuple[str, ...]:
    """The shapes of a table: a site is at one place, a line may be in parts."""
    return ("Point",) if geometry == "Point" else (f"{geometry}", f"Multi{geometry}")


_READ: dict[str, Read] = {"text": _text, "real": _real, "integer": _integer, "boolean": flag, "date": day,
                          "datetime": moment}


@cache
def _readers(table: str) -> tuple[tuple[str, Read], ...]:
    about = table_of(table)
    types, shape = {column.name: column.type for column in about.columns}, partial(_geometry, _kinds(about.geometry))
    return tuple((name, shape if name == "geom" else _READ[types.get(name, "integer")]) for name in columns(table))
