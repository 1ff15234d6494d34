"""Tiles of the web mercator grid: their positions, and the address of a tile layer as one line of text.

The grid is that of "XYZ" tiles and of WMTS' well-known scale set GoogleMapsCompatible (OGC 07-057r7, annex E.4).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from yalu_plugin.core.imagery.scene_query import Box

MAX_LATITUDE = 85.0511287798066  # degrees: the edge of the square grid
MAX_ZOOM = 23
TILE_PIXELS = 256  # across
PIXEL_M = 156_543.034  # metres per pixel at the equator, zoom 0
_SCREEN_TILES = 4  # across a view of about 1000 pixels


@dataclass(frozen=True)
class Tile:
    """One tile; rows count from the north."""

    zoom: int
    column: int
    row: int


@dataclass(frozen=True)
class TileAddress:
    """The address of a layer's tiles: `template` contains {x}, {y} (or {-y}, rows from the south) and {z}.

    There are tiles from zoom `zmin` to `zmax`. `authcfg` is the id of an entry in QGIS' authentication store, which
    alone contains the secrets; empty for none. `note` distinguishes scenes that share their tiles.
    """

    template: str
    zmin: int = 0
    zmax: int = 18
    authcfg: str = ""
    note: str = ""

    @property
    def uri(self) -> str:
        """The template with the rest as a fragment, which is never sent to a server."""
        rest = {"zmin": self.zmin, "zmax": self.zmax, "authcfg": self.authcfg, "note": self.note}
        return f"{self.template}#{urlencode({key: value for key, value in rest.items() if value != ''})}"

    @classmethod
    def parse(cls, uri: str) -> TileAddress:
        """Parse an address from its `uri`. Raises ValueError if it has no zooms."""
        template, _, rest = uri.rpartition("#")
        fields = dict(parse_qsl(rest))
        return cls(template, int(fields.get("zmin", "")), int(fields.get("zmax", "")), fields.get("authcfg", ""),
                   fields.get("note", ""))

    def of(self, tile: Tile) -> str:
        """Return the address of one tile."""
        from_south = 2**tile.zoom - 1 - tile.row
        return (self.template.replace("{x}", str(tile.column)).replace("{z}", str(tile.zoom))
                .replace("{y}", str(tile.row)).replace("{-y}", str(from_south)))


def is_tiles(uri: str) -> bool:
    """Return whether a scene's uri is a TileAddress."""
    return uri.startswith(("http://", "https://")) and all(part in uri for part in ("{x}", "{z}", "#zmin="))


def tile_at(longitude: float, latitude: float, zoom: int) -> Tile:
    """Return the tile that contains a place (degrees, EPSG:4326)."""
    size = 2**zoom
    bounded = math.radians(max(-MAX_LATITUDE, min(MAX_LATITUDE, latitude)))
    column = (longitude + 180) / 360 * size
    row = (1 - math.asinh(math.tan(bounded)) / math.pi) / 2 * size
    return Tile(zoom, *(max(0, min(size - 1, int(value))) for value in (column, row)))


def tiles_over(box: Box, most: int) -> list[Tile]:
    """Return the tiles that cover `box` (west, south, east, north), at the largest zoom with no more than `most`."""
    return next(tiles for tiles in (tiles_of(box, zoom, most) for zoom in range(MAX_ZOOM, -1, -1)) if tiles)


def tiles_of(box: Box, zoom: int, most: int) -> list[Tile]:
    """Return the tiles of this zoom that cover `box`; none if they are more than `most`."""
    west, south, east, north = box
    first, last = tile_at(west, north, zoom), tile_at(east, south, zoom)
    columns, rows = range(first.column, last.column + 1), range(first.row, last.row + 1)
    if len(columns) * len(rows) > most:
        return []
    return [Tile(zoom, column, row) for row in rows for column in columns]


def screen_zoom(box: Box) -> int:
    """Return the zoom of the tiles that a window of ordinary width shows for `box`."""
    west, _, east, _ = box
    return max(0, min(MAX_ZOOM, round(math.log2(_SCREEN_TILES * 360 / max(east - west, 1e-6)))))


def zoom_of_pixel(metres: float) -> int:
    """Return the zoom whose pixel size at the equator is nearest to this ground sample distance."""
    return max(0, min(MAX_ZOOM, round(math.log2(PIXEL_M / metres))))


def centre_of(box: Box) -> tuple[float, float]:
    """Return longitude and latitude of the centre of a box."""
    west, south, east, north = box
    return (west + east) / 2, (south + north) / 2


def box_wkt(box: Box) -> str:
    """Return a box as a POLYGON in EPSG:4326."""
    west, south, east, north = box
    corners = ((west, south), (east, south), (east, north), (west, north), (west, south))
    return f"POLYGON (({', '.join(f'{x} {y}' for x, y in corners)}))"
