"""Where each row of a source lies, in EPSG:4326, or why that cannot be said.

Latitude and longitude are swapped only where that is certain: the value in the latitude's place cannot be a
latitude, or the row lies far from all the others and swapped among them.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from typing import NamedTuple, Union

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.importing.columns import ColumnMap
from yalu_plugin.core.importing.coordinates import (
    LATITUDE,
    LIMITS,
    LONGITUDE,
    CoordinateError,
    CoordinateOutOfRange,
    EmptyCoordinate,
    HalfCoordinate,
    NotAPoint,
    WrongAxis,
    read_angle,
    read_position,
)
from yalu_plugin.core.importing.source import Source, SourceRow, UnknownCrs
from yalu_plugin.core.text import translatable

_ENOUGH_OTHERS = 3
_AREA_DEGREES = 2.0  # the least half-width of the area of the rows: the border is 5 degrees long
_FAR = 5.0  # times that half-width away from its middle


class NoPositions(YaluError):
    """Neither columns nor geometry give a position."""

    template = translatable(
        "{path} shows no coordinates. Choose the latitude and longitude columns, or the one with both.")


class UnknownColumn(YaluError):
    """The map names a column that the file does not have."""

    template = translatable("{path} has no column {column}. Choose another one.")


class ZeroCoordinate(CoordinateError):
    """0,0: what programs write when nothing is known."""

    template = translatable("0,0 is an empty coordinate. Write the site's position.")


class NotDegrees(CoordinateError):
    """Numbers too large for degrees: a projected CRS that was not given."""

    template = translatable("“{text}” are no degrees. Choose the coordinate reference system of the columns.")


class Position(NamedTuple):
    """Degrees in EPSG:4326; `swapped` where the file had latitude and longitude the other way round."""

    lat: float
    lon: float
    swapped: bool = False


class _Area(NamedTuple):
    """Where the rows of a list lie: half as wide and high, in degrees, as `width`, around `middle`."""

    middle: Position
    width: float


Found = Union[Position, CoordinateError]


def find_positions(source: Source, column_map: ColumnMap) -> list[Found]:
    """The position of each row of the source, in order, or the error that says why it has none.

    Raises NoPositions or UnknownColumn where the map does not fit the source, UnknownCrs for its CRS.
    """
    _check(source, column_map)
    written = [_written(row, column_map) for row in source.rows]
    if column_map.crs and column_map.latitude:
        return _transformed(written, column_map.crs)
    area = _area(written)
    return [found if isinstance(found, CoordinateError) else _settled(found, area) for found in written]


def _check(source: Source, column_map: ColumnMap) -> None:
    for column in column_map.columns.values():
        if column not in source.columns:
            raise UnknownColumn(path=source.path, column=column)
    two = column_map.latitude and column_map.longitude
    if not (two or column_map.pair or source.has_geometry):
        raise NoPositions(path=source.path)


def _written(row: SourceRow, column_map: ColumnMap) -> Found:
    """The position as written, not yet looked at as a whole."""
    try:
        if column_map.latitude and column_map.longitude:
            latitude, longitude = (row.values.get(c, "") for c in (column_map.latitude, column_map.longitude))
            return _two_columns(latitude, longitude)
        if column_map.pair:
            written = read_position(row.values.get(column_map.pair, ""))
            return Position(written.lat, written.lon)
    except CoordinateError as error:
        return error
    if row.geometry:
        return NotAPoint(geometry=row.geometry)
    if row.lat is None or row.lon is None:
        return EmptyCoordinate()
    return Position(row.lat, row.lon)


def _two_columns(latitude: str, longitude: str) -> Position:
    if bool(latitude.strip()) != bool(longitude.strip()):
        raise HalfCoordinate(text=(latitude or longitude).strip())
    y, x = read_angle(latitude), read_angle(longitude)
    if (y.axis, x.axis) == (LONGITUDE, LATITUDE):
        return Position(x.degrees, y.degrees, swapped=True)
    if y.axis == LONGITUDE or x.axis == LATITUDE:
        raise WrongAxis(text=f"{latitude}, {longitude}")
    return Position(y.degrees, x.degrees)


def _settled(position: Position, area: _Area | None) -> Found:
    """The position checked against 0,0, the globe and the area of the rows."""
    lat, lon, swapped = position
    if lat == 0 and lon == 0:
        return ZeroCoordinate()
    text = f"{lat:.10g}, {lon:.10g}"
    if not _on_globe(lat, lon):
        if not swapped and abs(lat) > LIMITS[LATITUDE] and _on_globe(lon, lat):
            return Position(lon, lat, swapped=True)
        far_off = math.isfinite(lat + lon) and min(abs(lat), abs(lon)) > LIMITS[LONGITUDE]
        return NotDegrees(text=text) if far_off else CoordinateOutOfRange(text=text)
    if not swapped and area is not None and _belongs_swapped(position, area):
        return Position(lon, lat, swapped=True)
    return position


def _on_globe(lat: float, lon: float) -> bool:
    return abs(lat) <= LIMITS[LATITUDE] and abs(lon) <= LIMITS[LONGITUDE]


def _area(written: Sequence[Found]) -> _Area | None:
    """The area of the rows as written, whose medians a few that are swapped do not move; None for too few of them."""
    placed = [found for found in written if isinstance(found, Position) and _on_globe(found.lat, found.lon)
              and (found.lat, found.lon) != (0, 0)]
    if len(placed) <= _ENOUGH_OTHERS:
        return None
    middle = Position(statistics.median(one.lat for one in placed), statistics.median(one.lon for one in placed))
    return _Area(middle, max(_AREA_DEGREES, 3 * statistics.median(_apart(one, middle) for one in placed)))


def _belongs_swapped(position: Position, area: _Area) -> bool:
    """Far outside the area as written, inside it when swapped."""
    if not _on_globe(position.lon, position.lat):
        return False
    swapped = Position(position.lon, position.lat)
    return _apart(position, area.middle) > _FAR * area.width and _apart(swapped, area.middle) <= area.width


def _apart(one: Position, other: Position) -> float:
    """The larger of the differences in latitude and longitude, in degrees."""
    return max(abs(one.lat - other.lat), abs(one.lon - other.lon))


def _transformed(written: Sequence[Found], crs: str) -> list[Found]:
    """x and y columns of `crs` in EPSG:4326. Nothing is swapped here: any two numbers may be right."""
    import pyproj
    try:
        to_wgs84 = pyproj.Transformer.from_crs(crs, "EPSG:4326", always_xy=True)
    except pyproj.exceptions.CRSError as error:
        raise UnknownCrs(str(error), crs=crs) from error
    placed: list[Found] = []
    for found in written:
        if isinstance(found, Position):
            if (found.lat, found.lon) == (0, 0):
                placed.append(ZeroCoordinate())
                continue
            lon, lat = to_wgs84.transform(found.lon, found.lat)
            text = f"{found.lon:.10g}, {found.lat:.10g}"
            found = Position(lat, lon) if _on_globe(lat, lon) else CoordinateOutOfRange(text=text)
        placed.append(found)
    return placed
