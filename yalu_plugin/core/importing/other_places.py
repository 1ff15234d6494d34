"""Finds further places of a row in unmapped columns: "end_lat" and "end_lon", or a second table to the right.

They go into the note; a row with one far from its own place gets a remark.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from yalu_plugin.core.importing.column_map import ColumnMap
from yalu_plugin.core.importing.coordinate_parser import LATITUDE, LONGITUDE, CoordinateError, read_angle
from yalu_plugin.core.importing.geodesy import distance_m
from yalu_plugin.core.importing.headers import HEADERS, Headers
from yalu_plugin.core.importing.import_assessment import CHECK, Remark
from yalu_plugin.core.importing.import_source import Source, SourceRow
from yalu_plugin.core.importing.positions import Position, on_globe
from yalu_plugin.core.importing.vocabulary import folded
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.schema import SAME_SITE_M
from yalu_plugin.core.text import translatable

OTHER_PLACE = translatable("{columns} give another place, {km:.1f} km away: kept in the note")
_PARTS = {word for field, words in HEADERS.items() if field.startswith(("latitude_", "longitude_")) for word in words}


class OtherPlaces:
    """The pairs of unmapped columns with latitudes and longitudes, and the remarks that they lead to."""

    def __init__(self, source: Source, column_map: ColumnMap) -> None:
        mapped = set(column_map.columns.values())
        headers = Headers(column for column in source.columns
                          if column not in mapped and folded(column) not in _PARTS)
        latitudes, longitudes = (list(dict.fromkeys((*headers.exact(axis), *headers.partial(axis))))
                                 for axis in (LATITUDE, LONGITUDE))
        order = {column: at for at, column in enumerate(source.columns)}
        both = zip(sorted(latitudes, key=order.__getitem__), sorted(longitudes, key=order.__getitem__))
        self._pairs = tuple(both) if len(latitudes) == len(longitudes) else ()

    def remarks(self, row: SourceRow, position: Position) -> tuple[Remark, ...]:
        """Return a remark for each further place that is more than 150 m from the row's own position."""
        return tuple(
            Remark(CHECK, Phrase(OTHER_PLACE, {"columns": f"{latitude}, {longitude}", "km": away / 1000}))
            for latitude, longitude in self._pairs
            if (away := _away_m(row.values, latitude, longitude, position)) > SAME_SITE_M)


def _away_m(values: Mapping[str, str], latitude: str, longitude: str, position: Position) -> float:
    """Return the metres from the position to the place in two columns, in either order; 0 where they hold none."""
    numbers = list(_degrees(values.get(latitude, ""), values.get(longitude, "")))
    if len(numbers) < 2 or not any(numbers):
        return 0.0
    orders = [(lat, lon) for lat, lon in (numbers, numbers[::-1]) if on_globe(lat, lon)]
    return min((distance_m(position.lon, position.lat, lon, lat) for lat, lon in orders), default=0.0)


def _degrees(*texts: str) -> Iterator[float]:
    for text in texts:
        try:
            yield read_angle(text).degrees
        except CoordinateError:
            return
