"""Where each row of a source lies, in EPSG:4326, or why that cannot be said.

A place is read from the column that holds it whole, else from latitude and longitude, else from the file's geometry:
row by row, from the first that is filled. Latitude and longitude are swapped only where that is certain: the value in
the latitude's place cannot be a latitude, or the row lies far from all the others and swapped among them.
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
from yalu_plugin.core.importing.geodesy import apart_m
from yalu_plugin.core.importing.import_assessment import ASKED, REPAIRED, Remark
from yalu_plugin.core.importing.import_errors import alone
from yalu_plugin.core.importing.import_source import Source, SourceRow, UnknownCrs
from yalu_plugin.core.importing.work_progress import Progress, no_progress
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.requirements import need_geopandas
from yalu_plugin.core.schema import SAME_SITE_M
from yalu_plugin.core.text import translatable

SWAPPED = translatable("latitude and longitude were swapped")
UNREAD_PLACE = translatable("“{text}” gives no place: it is taken from the other columns")
TWO_PLACES = translatable("the row gives two places, {km:.1f} km apart: {lat:.5f}, {lon:.5f} would be taken")
_PLAIN = re.compile(r"[+-]?\d{1,3}(\.\d{1,17})?(E[+-]\d\d)?", re.ASCII)  # what most files hold
_EVERY = 5_000  # rows between two reports of progress
_TURNED = Remark(REPAIRED, Phrase(SWAPPED))


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
    """Degrees in EPSG:4326 and what is to be said of them.

    `datum` is the one that the text itself names (GCJ-02, BD-09); `order_known` where it says which is the latitude.
    """

    lat: float
    lon: float
    remarks: tuple[Remark, ...] = ()
    datum: str = ""
    order_known: bool = False


Found = Union[Position, YaluError]


def find_positions(source: Source, column_map: ColumnMap, progress: Progress = no_progress) -> list[Found]:
    """The position of each row of the source, in order, or the error that says why it has none.

    Raises NoPositions or UnknownColumn where the map does not fit the source, UnknownCrs for its CRS, and
    MissingPackages where that takes PROJ.
    """
    _check(source, column_map)
    reader = _Reader(column_map, source.has_geometry)
    found: list[Found] = []
    for at, row in enumerate(source.rows):
        if not at % _EVERY:
            progress(at / len(source.rows))
        found.append(row.error or reader.position(row))
    return found


def swapped(position: Position) -> Position:
    """The position with latitude and longitude exchanged, and said so."""
    return Position(position.lon, position.lat, (*position.remarks, _TURNED), position.datum, order_known=True)


def on_globe(lat: float, lon: float) -> bool:
    """Whether these are a latitude and a longitude."""
    return abs(lat) <= LIMITS[LATITUDE] and abs(lon) <= LIMITS[LONGITUDE]


def _check(source: Source, column_map: ColumnMap) -> None:
    known = set(source.columns)
    for column in column_map.columns.values():
        if column not in known:
            raise UnknownColumn(path=source.path, column=column)
    two = column_map.latitude and column_map.longitude
    if not (two or column_map.pair or source.has_geometry):
        raise NoPositions(path=source.path)


class _Reader:
    """Reads the place of a row by the columns that a map names."""

    def __init__(self, column_map: ColumnMap, has_geometry: bool) -> None:
        self._map, self._has_geometry = column_map, has_geometry
        self._projected = _Projected(column_map.crs) if column_map.crs and column_map.latitude else None

    def position(self, row: SourceRow) -> Found:
        """The place by the first column that is filled and can be read, held against the next one."""
        places: list[Position] = []
        errors: list[tuple[CoordinateError, str]] = []
        for read, text in self._ways(row):
            try:
                places.append(read(row))
            except CoordinateError as error:
                errors.append((alone(error), text))
        if not places:
            return errors[0][0] if errors else EmptyCoordinate()
        unread = tuple(Remark(REPAIRED, Phrase(UNREAD_PLACE, {"text": text[:60]})) for _, text in errors if text)
        first = places[0]
        remarks = first.remarks + unread + _apart(places)
        return first._replace(remarks=remarks) if remarks != first.remarks else first

    def _ways(self, row: SourceRow) -> list[tuple[Callable[[SourceRow], Position], str]]:
        """How the row's place can be read, and the text that it is read from."""
        ways: list[tuple[Callable[[SourceRow], Position], str]] = []
        pair = row.text(self._map.pair)
        two = [row.text(self._map.latitude), row.text(self._map.longitude)]
        if pair:
            ways.append((self._whole, pair))
        if any(two):
            ways.append((self._two_columns, ", ".join(two)))
        if row.geometry or row.lat is not None:
            ways.append((_geometry, row.geometry))
        return ways

    def _whole(self, row: SourceRow) -> Position:
        return _settled(read_position(row.text(self._map.pair)))

    def _two_columns(self, row: SourceRow) -> Position:
        latitude, longitude = row.text(self._map.latitude), row.text(self._map.longitude)
        if not (latitude and longitude):
            raise HalfCoordinate(text=latitude or longitude)
        if self._map.utm_zone:
            return _settled(from_utm(row.text(self._map.utm_zone), longitude, latitude))
        self._check_parts(row)
        y, x = self._angle(row, LATITUDE), self._angle(row, LONGITUDE)
        if self._projected:
            return self._projected.position(x.degrees, y.degrees)
        if (y.axis, x.axis) == (LONGITUDE, LATITUDE):
            return swapped(Position(y.degrees, x.degrees))
        if y.axis == LONGITUDE or x.axis == LATITUDE:
            raise WrongAxis(text=f"{latitude}, {longitude}")
        return _settled(WrittenPosition(y.degrees, x.degrees, order_known=y.axis is not None))

    def _check_parts(self, row: SourceRow) -> None:
        """Minutes that only one of the two has are missing from the other, unless it is a decimal."""
        for axis, other in ((LATITUDE, LONGITUDE), (LONGITUDE, LATITUDE)):
            degrees, minutes = (row.text(getattr(self._map, axis + part)) for part in ("", "_minutes"))
            if degrees.isdecimal() and not minutes and row.text(getattr(self._map, other + "_minutes")):
                raise HalfCoordinate(text=degrees)

    def _angle(self, row: SourceRow, axis: str) -> Angle:
        """One angle, from one column or from parts in several."""
        degrees, *rest = (row.text(getattr(self._map, axis + part))
                          for part in ("", "_minutes", "_seconds", "_hemisphere"))
        if any(rest):
            return from_parts(degrees, *rest)
        return Angle(float(degrees), None) if _PLAIN.fullmatch(degrees) else read_angle(degrees)


class _Projected:
    """x and y of a CRS in EPSG:4326. Nothing is swapped here: any two numbers may be right."""

    def __init__(self, crs: str) -> None:
        need_geopandas()
        import pyproj
        try:
            self._transformer = pyproj.Transformer.from_crs(crs, "EPSG:4326", always_xy=True)
        except pyproj.exceptions.CRSError as error:
            raise UnknownCrs(str(error), crs=crs) from error

    def position(self, x: float, y: float) -> Position:
        """Raises ZeroCoordinate and CoordinateOutOfRange."""
        if (x, y) == (0, 0):
            raise ZeroCoordinate()
        lon, lat = self._transformer.transform(x, y)
        if not on_globe(lat, lon):
            raise CoordinateOutOfRange(text=f"{x:.10g}, {y:.10g}")
        return Position(lat, lon)


def _geometry(row: SourceRow) -> Position:
    if row.lat is None or row.lon is None:
        raise NotAPoint(geometry=row.geometry)
    return _settled(WrittenPosition(row.lat, row.lon, order_known=False))  # GeoJSON is often written lat, lon


def _settled(written: WrittenPosition) -> Position:
    """The position checked against 0,0 and the globe; swapped where the latitude can be none."""
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


def _apart(places: Sequence[Position]) -> tuple[Remark, ...]:
    """A question where a row says two places, farther apart than those of one site."""
    first, *others = places
    distance = max((apart_m(first.lon, first.lat, other.lon, other.lat) for other in others), default=0.0)
    if distance <= SAME_SITE_M:
        return ()
    return (Remark(ASKED, Phrase(TWO_PLACES, {"km": distance / 1000, "lat": first.lat, "lon": first.lon})),)
