"""Whether a layer of tiles has any in the map's view, checked with few requests before QGIS requests them all."""

from __future__ import annotations

from qgis.core import QgsFeedback

from yalu_plugin.core.imagery.footprint_box import Box
from yalu_plugin.core.imagery.tile_grid import TileAddress, centre_of, screen_zoom, tile_at, tiles_of
from yalu_plugin.layers.sources.tile_probe import NoTileHere, check_tile

MAX_TILES = 80  # no screen shows more; a view with more is above the layer's lowest zoom, and not checked


def has_no_tiles(uri: str, view: Box, feedback: QgsFeedback) -> bool:
    """Return whether the service has none of the tiles of the scene at `uri` that a screen shows of `view` (EPSG:4326).

    Tiles are requested once each, from the middle outwards, until one exists: mostly a single request. QGIS requests
    each missing tile four times, and those around the view as well. Raises NotAPicture and any error of fetch.
    """
    address = TileAddress.parse(uri)
    zoom = max(address.zmin, min(address.zmax, screen_zoom(view)))
    tiles = tiles_of(view, zoom, MAX_TILES) if view[0] < view[2] else []
    middle = tile_at(*centre_of(view), zoom)
    for tile in sorted(tiles, key=lambda one: abs(one.column - middle.column) + abs(one.row - middle.row)):
        try:
            check_tile(address.of(tile), address.authcfg, feedback)
            return False
        except NoTileHere:
            continue
    return bool(tiles)
