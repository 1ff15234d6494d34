"""Guesses what the columns of a stranger's file mean, from their headers, else from what they hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace

from yalu_plugin.core.importing.coordinates import (
    LATITUDE,
    LONGITUDE,
    Angle,
    CoordinateError,
    read_angle,
    read_position,
)
from yalu_plugin.core.importing.headers import HEADERS
from yalu_plugin.core.importing.source import Source
from yalu_plugin.core.importing.words import folded, parts

_SAMPLE = 200
_ENOUGH = 0.8  # share of a column's values that must be coordinates


@dataclass(frozen=True)
class ColumnMap:
    """Which column of the file holds what; None where no column does.

    `latitude` and `longitude` are also the y and x columns of a projected CRS; `crs` then names it (text that
    PROJ understands). An empty `crs` means degrees in EPSG:4326. Where neither these nor `pair` are set, the
    file's own geometry is taken.
    """

    latitude: str | None = None
    longitude: str | None = None
    pair: str | None = None
    name: str | None = None
    kind: str | None = None
    id: str | None = None
    note: str | None = None
    first_seen: str | None = None
    at_fence_gate: str | None = None
    confidence: str | None = None
    county: str | None = None
    crs: str = ""

    @property
    def columns(self) -> dict[str, str]:
        """Column of the file by field of this map, for the fields that have one."""
        named = {field.name: getattr(self, field.name) for field in fields(self) if field.name != "crs"}
        return {field: column for field, column in named.items() if column is not None}


def guess_columns(source: Source) -> ColumnMap:
    """The likely meaning of the columns. Positions come from the geometry where the file has one."""
    guessed = _by_header(source.columns, positions=not source.has_geometry)
    if not source.has_geometry:
        if not {"latitude", "longitude"} <= guessed.keys() and "pair" not in guessed:
            named = {guessed[field] for field in guessed.keys() - {"latitude", "longitude"}}
            guessed.update(_by_content(source, taken=named))
        guessed = _one_way(guessed, source)
    crs = "" if source.has_geometry or "pair" in guessed else source.crs
    return replace(ColumnMap(crs=crs), **guessed)


def _by_header(columns: Sequence[str], positions: bool) -> dict[str, str]:
    """Field -> column: first headers that are a known word, then headers that contain one.

    A header that only contains "date" may be the date of anything: that is not taken for first seen.
    """
    wanted = [field for field in HEADERS if positions or field not in ("pair", "latitude", "longitude")]
    guessed: dict[str, str] = {}
    for knows in (_is_word, _has_word):
        for field in wanted:
            if field in guessed or (knows is _has_word and field == "first_seen"):
                continue
            free = [column for column in columns if column not in guessed.values()]
            match = next((column for word in HEADERS[field] for column in free if knows(column, word)), None)
            if match is not None:
                guessed[field] = match
    return guessed


def _is_word(column: str, word: str) -> bool:
    return folded(column) == word


def _has_word(column: str, word: str) -> bool:
    """A part of the header is the word (site_name); Korean and Chinese words need no blanks around them."""
    if word.isascii():
        return len(word) > 1 and word in parts(column)
    return len(word) > 1 and word in folded(column)


def _by_content(source: Source, taken: set[str]) -> dict[str, str]:
    """A column of pairs, or a latitude and a longitude column, by what the columns hold."""
    free = [column for column in source.columns if column not in taken]
    for column in free:
        written_exactly = any(re.search(r"[.°NSEW]", text) for text in _texts(source, column))
        if written_exactly and _share(source, column, read_position) >= _ENOUGH:
            return {"pair": column}
    readable = [column for column in free if _share(source, column, read_angle) >= _ENOUGH]
    angles = {column: _angles(source, column) for column in readable}
    exact = {column: found for column, found in angles.items()  # whole numbers are ids, counts, years
             if any(not angle.degrees.is_integer() for angle in found)}
    latitude = [column for column, found in exact.items() if _axis(found) == LATITUDE]
    longitude = [column for column, found in exact.items() if _axis(found) == LONGITUDE]
    if len(latitude) == 1 and len(longitude) == 1:
        return {"latitude": latitude[0], "longitude": longitude[0]}
    return {}


def _axis(angles: Sequence[Angle]) -> str | None:
    """Latitude or longitude, by letters or by values beyond 90; what may be either counts as latitude."""
    letters = {angle.axis for angle in angles}
    if letters in ({LATITUDE}, {LONGITUDE}):
        return letters.pop()
    sizes = sorted(abs(angle.degrees) for angle in angles)
    middle = sizes[len(sizes) // 2]
    return LATITUDE if middle <= 90 else LONGITUDE if middle <= 180 else None


def _one_way(guessed: dict[str, str], source: Source) -> dict[str, str]:
    """Not both a pair and two columns: the pair only where the two are missing or hold nothing."""
    if "pair" not in guessed:
        return guessed
    two = {"latitude", "longitude"} <= guessed.keys() and bool(_texts(source, guessed["latitude"]))
    unwanted = ("pair",) if two else ("latitude", "longitude")
    return {field: column for field, column in guessed.items() if field not in unwanted}


def _texts(source: Source, column: str) -> list[str]:
    return [row.values[column] for row in source.rows[:_SAMPLE] if row.values.get(column)]


def _angles(source: Source, column: str) -> list[Angle]:
    found = []
    for text in _texts(source, column):
        try:
            found.append(read_angle(text))
        except CoordinateError:
            continue
    return found


def _share(source: Source, column: str, read: Callable[[str], object]) -> float:
    """Share of the column's texts that `read` can read."""
    texts = _texts(source, column)
    readable = 0
    for text in texts:
        try:
            read(text)
        except CoordinateError:
            continue
        readable += 1
    return readable / len(texts) if texts else 0.0
