"""Measures what the values of a file's columns look like, from a sample of its rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from yalu_plugin.core.importing.coordinate_parser import (
    LATITUDE,
    LONGITUDE,
    Angle,
    CoordinateError,
    positions_in,
    read_angle,
    read_position,
)
from yalu_plugin.core.importing.date_parser import AmbiguousDate, DateError, DateToConfirm, read_date
from yalu_plugin.core.importing.import_source import Source, SourceRow
from yalu_plugin.core.importing.vocabulary import kind_of, state_of

_SAMPLE = 200  # rows
_MAX_COLUMNS = 300  # columns: of a wider table only the first ones are examined
ENOUGH_SHARE = 0.8  # share of a column's values that decides what it holds
_EXACT = re.compile(r"[.°NSEW{(/+]|[0-9A-F]{40}", re.IGNORECASE)  # numbers without any of these are ids, counts, years


class ColumnContents:
    """Shares of a column's values (those of the sample that are not empty) that can be read as dates, places, ..."""

    def __init__(self, source: Source) -> None:
        self._rows = _sample(source.rows)
        self._columns = set(source.columns[:_MAX_COLUMNS])
        self._texts: dict[str, list[str]] = {}
        self._shares: dict[tuple[str, str], float] = {}

    def texts(self, column: str) -> list[str]:
        """The values of the column that are not empty."""
        if column not in self._columns:
            return []
        if column not in self._texts:
            cells = (row.values.get(column, "").strip() for row in self._rows)
            self._texts[column] = [cell for cell in cells if cell]
        return self._texts[column]

    def is_constant(self, column: str) -> bool:
        """Whether all of several rows have the same value, which then is not the place of each."""
        texts = self.texts(column)
        return len(texts) > 1 and len(set(texts)) == 1

    def dates(self, column: str) -> float:
        """The share of values written as dates, without plain numbers that may count days or seconds."""
        return self._share(column, "dates", _is_date)

    def possible_dates(self, column: str) -> float:
        """The share of values that are dates, or may be dates after confirmation."""
        return self._share(column, "confirmable", partial(_is_date, confirmed=True))

    def positions(self, column: str) -> float:
        """The share of values that give a whole place; 0 for a column of dates."""
        return 0.0 if self.dates(column) >= 0.5 else self._share(column, "positions", _is_position)

    def places_in_text(self, column: str) -> float:
        """The share of values that contain exactly one place."""
        return self._share(column, "sentences", lambda text: len(positions_in(text)) == 1)

    def angles(self, column: str) -> float:
        """The share of values that are one angle, or a number; 0 for a column of dates."""
        return 0.0 if self.dates(column) >= 0.5 else self._share(column, "angles", _is_angle)

    def axis(self, column: str) -> str | None:
        """Latitude or longitude, by letters or by values beyond 90; None for whole numbers and other contents."""
        if self.angles(column) < ENOUGH_SHARE:
            return None
        angles = [angle for angle in map(_angle, self.texts(column)) if angle]
        letters = {angle.axis for angle in angles}
        if letters in ({LATITUDE}, {LONGITUDE}):
            return letters.pop()
        if all(angle.degrees.is_integer() for angle in angles):  # ids, counts, years
            return None
        middle = sorted(abs(angle.degrees) for angle in angles)[len(angles) // 2]
        return LATITUDE if middle <= 90 else LONGITUDE if middle <= 180 else None

    def kinds(self, column: str, certain: bool = True, read: Callable[[str], object] = kind_of) -> float:
        """The share of values that name a kind; with `certain`, only certain readings count."""
        return self._share(column, f"kinds {certain} {read}", lambda text: _is_word(read(text), certain))

    def states(self, column: str, certain: bool = True) -> float:
        """The share of values that name a state; with `certain`, only certain readings count."""
        return self._share(column, f"states {certain}", lambda text: _is_word(state_of(text), certain))

    def _share(self, column: str, what: str, holds: Callable[[str], bool]) -> float:
        key = column, what
        if key not in self._shares:
            texts = self.texts(column)
            self._shares[key] = sum(map(holds, texts)) / len(texts) if texts else 0.0
        return self._shares[key]


def _sample(rows: Sequence[SourceRow]) -> list[SourceRow]:
    """The first rows, and as many spread over the rest."""
    half = _SAMPLE // 2
    return [*rows[:half], *rows[half :: max(1, (len(rows) - half) // half)][:half]]


def _is_date(text: str, confirmed: bool = False) -> bool:
    try:
        read_date(text)
    except AmbiguousDate:
        return True
    except DateToConfirm:
        return confirmed or not text.isdigit()
    except DateError:
        return False
    return not text.isdigit() or len(text) == 8  # a bare number of four digits may count anything


def _is_position(text: str) -> bool:
    if not _EXACT.search(text):
        return False
    try:
        read_position(text)
    except CoordinateError:
        return False
    return True


def _is_angle(text: str) -> bool:
    return _angle(text) is not None


def _angle(text: str) -> Angle | None:
    try:
        return read_angle(text)
    except CoordinateError:
        return None


def _is_word(reading: object, certain: bool) -> bool:
    return reading is not None and (not certain or bool(getattr(reading, "certain", True)))
