"""Rows of the survey's tables in one canonical form, so that rows of different writers can be compared by value.

The record has rows as its triggers wrote them (JSON of SQLite, geometry as hex of a GeoPackage blob) and as version 1
did (GDAL's values, dates with slashes, geometry as WKT). Numbers have 15 significant digits, because versions of SQLite
print them differently; times are in UTC, to the second; geometries have their kind and x and y.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from functools import cache, lru_cache
from typing import Any, Optional

from yalu_plugin.core.published import Row
from yalu_plugin.core.schema import TABLE
from yalu_plugin.core.survey.canonical_geometry import shape_of_blob, shape_of_wkt

Values = tuple[Optional[str], ...]
_TIME = re.compile(r"(\d{4})[-/](\d\d)[-/](\d\d)[T ](\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?(?:Z|([+-])(\d\d):?(\d\d)?)?$")
_DAY = re.compile(r"(\d{4})[-/](\d\d)[-/](\d\d)")


class EntryUnreadable(Exception):
    """The content of an entry of the record is not a row."""


def row_of_text(text: str) -> Row:
    """Return the row in an entry's `before` or `after`. Raises EntryUnreadable."""
    try:
        row = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise EntryUnreadable() from error
    if not isinstance(row, dict):
        raise EntryUnreadable()
    return row


def canonical(table: str, row: Row) -> Values:
    """Return the row's values as text, None where empty, in the order of `names(table)`, without "fid"."""
    return tuple([None if (value := row.get(name)) is None else text(value) for name, text in _columns(table)])


def names(table: str) -> tuple[str, ...]:
    """Return the columns that are compared: those of the schema and the geometry."""
    return tuple(name for name, _ in _columns(table))


def number_text(value: Any) -> str:
    """Return a number with 15 significant digits; any other value as text."""
    try:
        return f"{float(value):.15g}"
    except (ValueError, TypeError, OverflowError):
        return str(value)


@cache
def _columns(table: str) -> tuple[tuple[str, Callable[[Any], str | None]], ...]:
    columns = [(column.name, _TEXT[column.type]) for column in TABLE[table].columns]
    return (*columns, ("geom", _shape)) if TABLE[table].geometry else tuple(columns)


def _flag(value: Any) -> str:
    return number_text(int(value)) if isinstance(value, bool) else number_text(value)


def _day(value: Any) -> str:
    return _day_of(str(value))


@lru_cache(maxsize=1 << 12)  # a survey has a few thousand days, in millions of rows
def _day_of(text: str) -> str:
    found = _DAY.match(text)
    return "-".join(found.groups()) if found else text


def _time(value: Any) -> str:
    text = str(value)
    return text if len(text) == 20 and text[10] == "T" and text[19] == "Z" else _time_of(text)


@lru_cache(maxsize=1 << 12)
def _time_of(text: str) -> str:
    found = _TIME.match(text)
    if found is None:
        return text
    year, month, day, hour, minute, second, sign, hours, minutes = found.groups()
    try:
        moment = datetime(int(year), int(month), int(day), int(hour), int(minute), int(second or 0),
                          tzinfo=timezone.utc)
        east = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
        return (moment + east if sign == "-" else moment - east).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError):
        return text


def _shape(value: Any) -> str | None:
    text = str(value)
    return shape_of_wkt(text) if "(" in text or text.upper().endswith("EMPTY") else shape_of_blob(text)


_TEXT: dict[str, Callable[[Any], str | None]] = {
    "text": str, "real": number_text, "integer": number_text, "boolean": _flag, "date": _day, "datetime": _time}
