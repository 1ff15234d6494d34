"""Whether a layer of tiles has any in what the map shows: found out with few requests, before QGIS asks for all."""

from __future__ import annotations

from qgis.core import QgsFeedback

from yalu_plugin.core.imagery.footprint_box import Box
from yalu_plugin.core.imagery.tile_grid import TileAddress, centre_of, screen_zoom, tile_at, tiles_of
from yalu_plugin.layers.sources.tile_probe import NoTileHere, check_tile

MOST = 80  # tiles: no screen shows more; where there are, the layer begins at a deeper zoom, and nobody looks


def has_no_tiles(uri: str, view: Box, feedback: QgsFeedback) -> bool:
    """Whether the service has none of the tiles of the scene at `uri` that a screen shows of `view` (EPSG:4326).

    Each is asked for once, that in the middle first, until one is there: mostly a single request. QGIS asks for each
    missing tile four times, and for those around the view as well. Raises what fetch raises, and NotAPicture.
    """
    address = TileAddress.parse(uri)
    zoom = max(address.zmin, min(address.zmax, screen_zoom(view)))
    tiles = tiles_of(view, zoom, MOST) if view[0] < view[2] else []
    middle = tile_at(*centre_of(view), zoom)
    for tile in sorted(tiles, key=lambda one: abs(one.column - middle.column) + abs(one.row - middle.row)):
        try:
            check_tile(address.of(tile), address.authcfg, feedback)
            return False
        except NoTileHere:
            continue
    return bool(tiles)
