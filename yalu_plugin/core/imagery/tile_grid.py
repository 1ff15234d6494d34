"""Tiles of the web mercator grid: which tile lies where, and the address of a layer of tiles as one line of text.

The grid is that of "XYZ" tiles and of WMTS' well-known scale set GoogleMapsCompatible (OGC 07-057r7, annex E.4).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from yalu_plugin.core.imagery.scene_query import Box

MAX_LATITUDE = 85.0511287798066  # degrees: where the square grid ends
MAX_ZOOM = 23
TILE_PIXELS = 256  # across
PIXEL_M = 156_543.034  # of the one tile of zoom 0 at the equator
_SCREEN_TILES = 4  # across a view of about 1000 pixels


@dataclass(frozen=True)
class Tile:
    """One tile; rows count from the north."""

    zoom: int
    column: int
    row: int


@dataclass(frozen=True)
class TileAddress:
    """Where a layer's tiles lie: `template` has {x}, {y} (or {-y}, rows from the south) and {z} in it.

    There are tiles from zoom `zmin` to `zmax`. `authcfg` is the id of an entry in QGIS' authentication store, which
    alone holds what is secret; empty for none. `note` keeps apart scenes that share their tiles.
    """

    template: str
    zmin: int = 0
    zmax: int = 18
    authcfg: str = ""
    note: str = ""

    @property
    def uri(self) -> str:
        """The template with the rest as a fragment, which no server is ever sent."""
        rest = {"zmin": self.zmin, "zmax": self.zmax, "authcfg": self.authcfg, "note": self.note}
        return f"{self.template}#{urlencode({key: value for key, value in rest.items() if value != ''})}"

    @classmethod
    def parse(cls, uri: str) -> TileAddress:
        """The address that `uri` was made of. Raises ValueError where it has no zooms."""
        template, _, rest = uri.rpartition("#")
        told = dict(parse_qsl(rest))
        return cls(template, int(told.get("zmin", "")), int(told.get("zmax", "")), told.get("authcfg", ""),
                   told.get("note", ""))

    def of(self, tile: Tile) -> str:
        """The address of one tile."""
        from_south = 2**tile.zoom - 1 - tile.row
        return (self.template.replace("{x}", str(tile.column)).replace("{z}", str(tile.zoom))
                .replace("{y}", str(tile.row)).replace("{-y}", str(from_south)))


def is_tiles(uri: str) -> bool:
    """Whether a scene's uri is an address of tiles."""
    return uri.startswith(("http://", "https://")) and all(part in uri for part in ("{x}", "{z}", "#zmin="))


def tile_at(longitude: float, latitude: float, zoom: int) -> Tile:
    """The tile over a place (degrees, EPSG:4326)."""
    size = 2**zoom
    bounded = math.radians(max(-MAX_LATITUDE, min(MAX_LATITUDE, latitude)))
    column = (longitude + 180) / 360 * size
    row = (1 - math.asinh(math.tan(bounded)) / math.pi) / 2 * size
    return Tile(zoom, *(max(0, min(size - 1, int(value))) for value in (column, row)))


def tiles_over(box: Box, most: int) -> list[Tile]:
    """The tiles that cover `box` (west, south, east, north), of the deepest zoom that needs no more than `most`."""
    return next(tiles for tiles in (tiles_of(box, zoom, most) for zoom in range(MAX_ZOOM, -1, -1)) if tiles)


def tiles_of(box: Box, zoom: int, most: int) -> list[Tile]:
    """The tiles of this zoom that cover `box`; none where these are more than `most`."""
    west, south, east, north = box
    first, last = tile_at(west, north, zoom), tile_at(east, south, zoom)
    columns, rows = range(first.column, last.column + 1), range(first.row, last.row + 1)
    if len(columns) * len(rows) > most:
        return []
    return [Tile(zoom, column, row) for row in rows for column in columns]


def screen_zoom(box: Box) -> int:
    """The zoom whose tiles a window of ordinary width shows when it shows `box`."""
    west, _, east, _ = box
    return max(0, min(MAX_ZOOM, round(math.log2(_SCREEN_TILES * 360 / max(east - west, 1e-6)))))


def zoom_of_pixel(metres: float) -> int:
    """The zoom whose pixels are nearest to this ground sample distance at the equator."""
    return max(0, min(MAX_ZOOM, round(math.log2(PIXEL_M / metres))))


def centre_of(box: Box) -> tuple[float, float]:
    """Longitude and latitude of a box' middle."""
    west, south, east, north = box
    return (west + east) / 2, (south + north) / 2


def box_wkt(box: Box) -> str:
    """A box as a POLYGON in EPSG:4326."""
    west, south, east, north = box
    corners = ((west, south), (east, south), (east, north), (west, north), (west, south))
    return f"POLYGON (({', '.join(f'{x} {y}' for x, y in corners)}))"
