"""Finds the position of each row of a source in EPSG:4326, or the reason why it has none.

A position is read from the column that holds whole places, else from latitude and longitude, else from the file's
geometry: row by row, from the first that is filled. Latitude and longitude are swapped only where that is certain: the
value in place of the latitude cannot be one, or the row lies far from all others as written and among them if swapped.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple, Union

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.importing.column_map import ColumnMap
from yalu_plugin.core.importing.coordinate_parser import (
    LATITUDE,
    LIMITS,
    LONGITUDE,
    Angle,
    CoordinateError,
    CoordinateOutOfRange,
    EmptyCoordinate,
    HalfCoordinate,
    NotAPoint,
    WrittenPosition,
    WrongAxis,
    from_parts,
    from_utm,
    read_angle,
    read_position,
)
from yalu_plugin.core.importing.geodesy import distance_m
from yalu_plugin.core.importing.import_assessment import ASKED, REPAIRED, Remark
from yalu_plugin.core.importing.import_errors import without_traceback
from yalu_plugin.core.importing.import_source import Source, SourceRow, UnknownCrs
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.requirements import need_geopandas
from yalu_plugin.core.schema import SAME_SITE_M
from yalu_plugin.core.text import translatable
from yalu_plugin.core.work_progress import Progress, no_progress

SWAPPED = translatable("latitude and longitude were swapped")
UNREAD_PLACE = translatable("“{text}” gives no place: the other columns are used")
TWO_PLACES = translatable("the row gives two places, {km:.1f} km apart: {lat:.5f}, {lon:.5f} would be taken")
_PLAIN = re.compile(r"[+-]?\d{1,3}(\.\d{1,17})?(E[+-]\d\d)?", re.ASCII)  # what most files hold
_ROWS_PER_REPORT = 5_000  # rows between two reports of progress
_SWAPPED_REMARK = Remark(REPAIRED, Phrase(SWAPPED))


class NoPositions(YaluError):
    """Neither the columns nor the geometry give positions."""

    template = translatable(
        "{path} shows no coordinates. Choose the latitude and longitude columns, or the one with both.")


class UnknownColumn(YaluError):
    """The map names a column that the file does not have."""

    template = translatable("{path} has no column {column}. Choose another one.")


class ZeroCoordinate(CoordinateError):
    """The coordinate is 0,0, which programs write when nothing is known."""

    template = translatable("0,0 is an empty coordinate. Write the site's position.")


class NotDegrees(CoordinateError):
    """The numbers are too large for degrees: a projected CRS was not given."""

    template = translatable("“{text}” is not in degrees. Choose the coordinate reference system of the columns.")


class Position(NamedTuple):
    """Degrees in EPSG:4326, with remarks.

    `datum` is the one that the text itself names (GCJ-02, BD-09); `order_known` if it shows which is the latitude;
    `note` goes into the site's note.
    """

    lat: float
    lon: float
    remarks: tuple[Remark, ...] = ()
    datum: str = ""
    order_known: bool = False
    note: str = ""


PositionOrError = Union[Position, YaluError]


def find_positions(source: Source, column_map: ColumnMap, progress: Progress = no_progress) -> list[PositionOrError]:
    """Return the position of each row of the source, in order, or the error that is the reason for having none.

    Raises:
        NoPositions, UnknownColumn: the map does not fit the source.
        UnknownCrs: PROJ does not know the CRS of the map.
        MissingPackages: the CRS needs PROJ, which is missing.
    """
    reader = PositionReader(source, column_map)
    found: list[PositionOrError] = []
    for at, row in enumerate(source.rows):
        if not at % _ROWS_PER_REPORT:
            progress(at / len(source.rows))
        found.append(row.error or reader.position(row))
    return found


def swapped(position: Position) -> Position:
    """Return the position with latitude and longitude swapped, with a remark on that."""
    return Position(position.lon, position.lat, (*position.remarks, _SWAPPED_REMARK), position.datum, order_known=True)


def on_globe(lat: float, lon: float) -> bool:
    """Whether the numbers are within the ranges of latitude and longitude."""
    return abs(lat) <= LIMITS[LATITUDE] and abs(lon) <= LIMITS[LONGITUDE]


def _check(source: Source, column_map: ColumnMap) -> None:
    known = set(source.columns)
    for column in column_map.columns.values():
        if column not in known:
            raise UnknownColumn(path=source.path, column=column)
    both = column_map.latitude and column_map.longitude
    if not (both or column_map.pair or source.has_geometry):
        raise NoPositions(path=source.path)


class PositionReader:
    """Reads the position of a row from the columns of a map. Raises what find_positions does."""

    def __init__(self, source: Source, column_map: ColumnMap) -> None:
        _check(source, column_map)
        self._map = column_map
        self._projected = _Projected(column_map.crs) if column_map.crs and column_map.latitude else None

    def position(self, row: SourceRow) -> PositionOrError:
        """Return the position from the first method that succeeds, with remarks on errors and differing places."""
        places: list[Position] = []
        errors: list[tuple[CoordinateError, str]] = []
        for read, text in self._methods(row):
            try:
                places.append(read(row))
            except CoordinateError as error:
                errors.append((without_traceback(error), text))
        if not places:
            return errors[0][0] if errors else EmptyCoordinate()
        unread = tuple(Remark(REPAIRED, Phrase(UNREAD_PLACE, {"text": text[:60]})) for _, text in errors if text)
        first = places[0]
        remarks = first.remarks + unread + _distance_remark(places)
        return first._replace(remarks=remarks) if remarks != first.remarks else first

    def _methods(self, row: SourceRow) -> list[tuple[Callable[[SourceRow], Position], str]]:
        """The methods that can read the row's position, each with the text that it reads."""
        methods: list[tuple[Callable[[SourceRow], Position], str]] = []
        pair = row.text(self._map.pair)
        both = [row.text(self._map.latitude), row.text(self._map.longitude)]
        if pair:
            methods.append((self._from_pair, pair))
        if any(both):
            methods.append((self._from_two_columns, ", ".join(both)))
        if row.geometry or row.lat is not None:
            methods.append((_geometry, row.geometry))
        return methods

    def _from_pair(self, row: SourceRow) -> Position:
        return _checked(read_position(row.text(self._map.pair)))

    def _from_two_columns(self, row: SourceRow) -> Position:
        latitude, longitude = row.text(self._map.latitude), row.text(self._map.longitude)
        if not (latitude and longitude):
            raise HalfCoordinate(text=latitude or longitude)
        if self._map.utm_zone:
            return _checked(from_utm(row.text(self._map.utm_zone), longitude, latitude))
        self._check_parts(row)
        y, x = self._angle(row, LATITUDE), self._angle(row, LONGITUDE)
        if self._projected:
            return self._projected.position(x.degrees, y.degrees)
        if (y.axis, x.axis) == (LONGITUDE, LATITUDE):
            return swapped(Position(y.degrees, x.degrees))
        if y.axis == LONGITUDE or x.axis == LATITUDE:
            raise WrongAxis(text=f"{latitude}, {longitude}")
        return _checked(WrittenPosition(y.degrees, x.degrees, order_known=y.axis is not None))

    def _check_parts(self, row: SourceRow) -> None:
        """Raise HalfCoordinate where only one axis has minutes and the other has whole degrees."""
        for axis, other in ((LATITUDE, LONGITUDE), (LONGITUDE, LATITUDE)):
            degrees, minutes = (row.text(getattr(self._map, axis + part)) for part in ("", "_minutes"))
            if degrees.isdecimal() and not minutes and row.text(getattr(self._map, other + "_minutes")):
                raise HalfCoordinate(text=degrees)

    def _angle(self, row: SourceRow, axis: str) -> Angle:
        """Return one angle, from one column or from parts in several."""
        degrees, *rest = (row.text(getattr(self._map, axis + part))
                          for part in ("", "_minutes", "_seconds", "_hemisphere"))
        if any(rest):
            return from_parts(degrees, *rest)
        return Angle(float(degrees), None) if _PLAIN.fullmatch(degrees) else read_angle(degrees)


class _Projected:
    """Transforms x and y of a CRS to EPSG:4326, without swapping: any two numbers may be right."""

    def __init__(self, crs: str) -> None:
        need_geopandas()
        import pyproj
        try:
            self._transformer = pyproj.Transformer.from_crs(crs, "EPSG:4326", always_xy=True)
        except pyproj.exceptions.CRSError as error:
            raise UnknownCrs(str(error), crs=crs) from error

    def position(self, x: float, y: float) -> Position:
        """Return x and y as a position. Raises ZeroCoordinate and CoordinateOutOfRange."""
        if (x, y) == (0, 0):
            raise ZeroCoordinate()
        lon, lat = self._transformer.transform(x, y)
        if not on_globe(lat, lon):
            raise CoordinateOutOfRange(text=f"{x:.10g}, {y:.10g}")
        return Position(lat, lon)


def _geometry(row: SourceRow) -> Position:
    if row.lat is None or row.lon is None:
        raise NotAPoint(geometry=row.geometry)
    return _checked(WrittenPosition(row.lat, row.lon, order_known=False))  # GeoJSON is often written lat, lon


def _checked(written: WrittenPosition) -> Position:
    """Check a position against 0,0 and the range of degrees; swap it where the first number cannot be a latitude."""
    lat, lon, order_known, datum = written
    if lat == 0 and lon == 0:
        raise ZeroCoordinate()
    position = Position(lat, lon, (), datum, order_known)
    if on_globe(lat, lon):
        return position
    if not order_known and abs(lat) > LIMITS[LATITUDE] and on_globe(lon, lat):
        return swapped(position)
    far_off = math.isfinite(lat + lon) and min(abs(lat), abs(lon)) > LIMITS[LONGITUDE]
    raise (NotDegrees if far_off else CoordinateOutOfRange)(text=f"{lat:.10g}, {lon:.10g}")


def _distance_remark(places: Sequence[Position]) -> tuple[Remark, ...]:
    """Return a question to the analyst where the row gives two places farther apart than 150 m."""
    first, *others = places
    distance = max((distance_m(first.lon, first.lat, other.lon, other.lat) for other in others), default=0.0)
    remark = Remark(ASKED, Phrase(TWO_PLACES, {"km": distance / 1000, "lat": first.lat, "lon": first.lon}))
    return (remark,) if distance > SAME_SITE_M else ()
