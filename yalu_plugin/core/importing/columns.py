"""Guesses what the columns of a stranger's file mean, from their headers, else from what they hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

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
from yalu_plugin.core.text import translatable

_SAMPLE = 200
_ENOUGH = 0.8  # share of a column's values that must be coordinates


POSITION, DATE, WORD, TEXT = "position", "date", "word", "text"  # what a field's column holds


@dataclass(frozen=True)
class ColumnMap:
    """Which column of the file holds what; None where no column does. One column may serve several fields.

    A row's place is read from `pair` (a whole place in any notation), else from `latitude` and `longitude`, else
    from the file's own geometry: the first of them that is filled. Minutes, seconds and hemisphere belong to degrees
    in columns of their own. With `utm_zone`, and with a `crs` (text that PROJ understands), `latitude` and
    `longitude` are northing and easting in metres; without either, degrees in EPSG:4326.

    `date` is the day of the row's state (present where no state is given), `first_seen`, `last_seen`,
    `under_construction`, `washed_out` and `removed` are days of the state that their name says. `date_to` and
    `first_seen_to` are the last days where `date` and `first_seen` are only the first ones of an interval.
    """

    latitude: str | None = None
    longitude: str | None = None
    pair: str | None = None
    utm_zone: str | None = None
    latitude_minutes: str | None = None
    latitude_seconds: str | None = None
    latitude_hemisphere: str | None = None
    longitude_minutes: str | None = None
    longitude_seconds: str | None = None
    longitude_hemisphere: str | None = None
    id: str | None = None
    name: str | None = None
    kind: str | None = None
    state: str | None = None
    date: str | None = None
    date_to: str | None = None
    first_seen: str | None = None
    first_seen_to: str | None = None
    last_seen: str | None = None
    under_construction: str | None = None
    washed_out: str | None = None
    removed: str | None = None
    county: str | None = None
    at_fence_gate: str | None = None
    confidence: str | None = None
    note: str | None = None
    crs: str = ""

    @property
    def columns(self) -> dict[str, str]:
        """Column of the file by field of this map, for the fields that have one."""
        named = {field.name: getattr(self, field.name) for field in FIELDS}
        return {field: column for field, column in named.items() if column is not None}


class Field(NamedTuple):
    """A field of ColumnMap as a user chooses it: its label and what it means, and what its column holds."""

    name: str
    label: str
    meaning: str
    holds: str = TEXT


FIELDS = (
    Field("latitude", translatable("Latitude"),
          translatable("Column with the latitude, or with the northing (y) of a projected CRS"), POSITION),
    Field("longitude", translatable("Longitude"),
          translatable("Column with the longitude, or with the easting (x) of a projected CRS"), POSITION),
    Field("pair", translatable("Coordinates"),
          translatable("Column with the whole place: latitude and longitude, MGRS, WKT, a map link"), POSITION),
    Field("utm_zone", translatable("UTM zone"),
          translatable("Column with the UTM zone of northing and easting, such as 52T"), POSITION),
    Field("latitude_minutes", translatable("Latitude, minutes"),
          translatable("Column with the minutes of the latitude, degrees being in a column of their own"), POSITION),
    Field("latitude_seconds", translatable("Latitude, seconds"),
          translatable("Column with the seconds of the latitude"), POSITION),
    Field("latitude_hemisphere", translatable("Latitude, N or S"),
          translatable("Column that says whether the latitude is north or south"), POSITION),
    Field("longitude_minutes", translatable("Longitude, minutes"),
          translatable("Column with the minutes of the longitude, degrees being in a column of their own"), POSITION),
    Field("longitude_seconds", translatable("Longitude, seconds"),
          translatable("Column with the seconds of the longitude"), POSITION),
    Field("longitude_hemisphere", translatable("Longitude, E or W"),
          translatable("Column that says whether the longitude is east or west"), POSITION),
    Field("id", translatable("Id"), translatable("Column with the id that the source gives each site")),
    Field("name", translatable("Name"), translatable("Column with the site's name")),
    Field("kind", translatable("Kind"),
          translatable("Column that says vehicle, barge, staging area, fuel station, ..."), WORD),
    Field("state", translatable("State"),
          translatable("Column that says present, absent, washed out, under construction, ..."), WORD),
    Field("date", translatable("Date"),
          translatable("Column with the day of the state; of a sighting where no column says the state"), DATE),
    Field("date_to", translatable("Date, to"),
          translatable("Column with the last day, where the date is the first day of an interval"), DATE),
    Field("first_seen", translatable("First seen"),
          translatable("Column with the date the site was first seen"), DATE),
    Field("first_seen_to", translatable("First seen, to"),
          translatable("Column with the last day that the site can have been first seen"), DATE),
    Field("last_seen", translatable("Last seen"),
          translatable("Column with the date the site was last seen"), DATE),
    Field("under_construction", translatable("Under construction"),
          translatable("Column with a date on which the site was being built"), DATE),
    Field("washed_out", translatable("Washed out"),
          translatable("Column with a date on which the site was washed out"), DATE),
    Field("removed", translatable("Removed"),
          translatable("Column with a date on which the site was gone: removed, destroyed, closed"), DATE),
    Field("county", translatable("County"), translatable("Column with the county")),
    Field("at_fence_gate", translatable("Fence gate"),
          translatable("Column that says whether the site is at a gate of the border fence"), WORD),
    Field("confidence", translatable("Confidence"),
          translatable("Column that says confirmed, probable or possible"), WORD),
    Field("note", translatable("Note"),
          translatable("Column with notes; columns not chosen anywhere are kept in the note too")),
)


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
