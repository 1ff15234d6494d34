"""Places that a row gives in columns that no field of the map holds: "end_lat" and "end_lon", a second table beside it.

They are not read, and kept in the note; but a row with one far from its own place is not silently good.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from yalu_plugin.core.importing.column_map import ColumnMap
from yalu_plugin.core.importing.coordinate_parser import LATITUDE, LONGITUDE, CoordinateError, read_angle
from yalu_plugin.core.importing.geodesy import apart_m
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
    """Finds the columns of a file that hold further latitudes and longitudes, and what they say of its rows."""

    def __init__(self, source: Source, column_map: ColumnMap) -> None:
        mapped = set(column_map.columns.values())
        headers = Headers(column for column in source.columns
                          if column not in mapped and folded(column) not in _PARTS)
        latitudes, longitudes = (list(dict.fromkeys((*headers.exact(axis), *headers.partly(axis))))
                                 for axis in (LATITUDE, LONGITUDE))
        order = {column: at for at, column in enumerate(source.columns)}
        both = zip(sorted(latitudes, key=order.__getitem__), sorted(longitudes, key=order.__getitem__))
        self._pairs = tuple(both) if len(latitudes) == len(longitudes) else ()

    def remarks(self, row: SourceRow, position: Position) -> tuple[Remark, ...]:
        """That the row gives another place than its own, for each that is farther off than one site is wide."""
        return tuple(
            Remark(CHECK, Phrase(OTHER_PLACE, {"columns": f"{latitude}, {longitude}", "km": away / 1000}))
            for latitude, longitude in self._pairs
            if (away := _away_m(row.values, latitude, longitude, position)) > SAME_SITE_M)


def _away_m(values: Mapping[str, str], latitude: str, longitude: str, position: Position) -> float:
    """Metres from the position to the place in two columns, in either order; 0 where they hold none."""
    numbers = list(_degrees(values.get(latitude, ""), values.get(longitude, "")))
    if len(numbers) < 2 or not any(numbers):
        return 0.0
    ways = [(lat, lon) for lat, lon in (numbers, numbers[::-1]) if on_globe(lat, lon)]
    return min((apart_m(position.lon, position.lat, lon, lat) for lat, lon in ways), default=0.0)


def _degrees(*texts: str) -> Iterator[float]:
    for text in texts:
        try:
            yield read_angle(text).degrees
        except CoordinateError:
            return
