"""What QGIS is to open for a scene: a file, bands put together, an image or tiles on the web. Imported on first use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.files import file_of, is_there
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.tiles import is_tiles
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.imagery.band_sets import in_its_place, in_true_colour, put_together
from yalu_plugin.layers.imagery.raster import open_raster
from yalu_plugin.layers.imagery.remote import check_remote, is_remote
from yalu_plugin.layers.imagery.tiles import TILES, tile_source
from yalu_plugin.layers.imagery.wms import is_map, map_source


class PartOfDayMissing(YaluError):
    """Some of the images that are drawn together cannot be opened; the others are shown."""

    template = translatable("Left out of what is shown of this day: {paths}. Put it back, or copy it again.")

    @classmethod
    def of(cls, errors: Mapping[Scene, YaluError]) -> PartOfDayMissing:
        """What names these scenes; the detail says why each cannot be opened."""
        return cls("\n".join(map(str, errors.values())), paths=", ".join(scene.uri for scene in errors))


def source_of(scene: Scene) -> tuple[str, str]:
    """Data source and provider, seen to be readable; tiles and maps are asked for when they are drawn.

    Raises what open_raster raises, RasterOutOfReach and SignatureRefused.
    """
    if is_tiles(scene.uri):
        return tile_source(scene.uri), TILES
    if is_map(scene.uri):
        return map_source(scene.uri), TILES
    if is_remote(scene.uri):
        return put_together(scene.uri, lambda address: check_remote(replace(scene, uri=address))), "gdal"
    source = in_true_colour(scene.uri)
    return in_its_place(source, open_raster(source)), "gdal"


def is_gone(scene: Scene) -> bool:
    """Whether the scene's file is no longer there. What is on the web is not asked for again."""
    return not is_remote(scene.uri) and not is_there(scene.uri)


def mark_of(scene: Scene) -> tuple[int, int] | None:
    """What changes when the scene's file does: when it was written, in nanoseconds, and its bytes; None on the web."""
    if is_remote(scene.uri):
        return None
    try:
        about = file_of(scene.uri).stat()
    except OSError:
        return 0, 0
    return about.st_mtime_ns, about.st_size


def is_slow(scene: Scene) -> bool:
    """Whether opening the scene waits for the web. Tiles and maps are not asked for until they are drawn."""
    return is_remote(scene.uri) and not is_tiles(scene.uri) and not is_map(scene.uri)
