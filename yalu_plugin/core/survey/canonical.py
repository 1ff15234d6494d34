"""Rows of the survey's facts in one form, whoever wrote them, so that they can be compared by value.

The record has them as its triggers wrote them (JSON of SQLite, geometry as hex of a GeoPackage blob) and as version 1
did (GDAL's values, dates with slashes, geometry as WKT). Numbers are taken at 15 significant digits, because versions
of SQLite print them differently; times to the second, in UTC; of a geometry its kind and x and y.
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
from yalu_plugin.core.survey.shapes import shape_of_blob, shape_of_wkt

Values = tuple[Optional[str], ...]
_TIME = re.compile(r"(\d{4})[-/](\d\d)[-/](\d\d)[T ](\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?(?:Z|([+-])(\d\d):?(\d\d)?)?$")
_DAY = re.compile(r"(\d{4})[-/](\d\d)[-/](\d\d)")


class EntryUnreadable(Exception):
    """What an entry of the record holds is no row."""


def row_of_text(text: str) -> Row:
    """The row in an entry's `before` or `after`. Raises EntryUnreadable."""
    try:
        row = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise EntryUnreadable() from error
    if not isinstance(row, dict):
        raise EntryUnreadable()
    return row


def canonical(table: str, row: Row) -> Values:
    """The row's values as text, None where empty, in the order of `names(table)`; "fid" is not among them."""
    return tuple([None if (value := row.get(name)) is None else text(value) for name, text in _columns(table)])


def names(table: str) -> tuple[str, ...]:
    """The columns that are compared: those of the schema and the geometry."""
    return tuple(name for name, _ in _columns(table))


def number_text(value: Any) -> str:
    """A number at 15 significant digits; anything else that stands there as it is."""
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
