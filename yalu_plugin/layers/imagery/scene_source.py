"""The source QGIS opens for a scene: a file, combined bands, an image or tiles on the web. Imported on first use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.image_files import file_exists, file_of
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.tile_grid import is_tiles
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.imagery.band_sets import combined_source, georeferenced_source, true_colour_source
from yalu_plugin.layers.imagery.raster import open_raster
from yalu_plugin.layers.imagery.remote_raster import check_remote, is_remote
from yalu_plugin.layers.imagery.wms_provider import TILE_PROVIDER, is_map, map_source, tile_source


class PartOfDayMissing(YaluError):
    """Some of the images that are drawn together cannot be opened; the others are shown."""

    template = translatable("Left out of what is shown of this day: {paths}. Put it back, or copy it again.")

    @classmethod
    def of(cls, errors: Mapping[Scene, YaluError]) -> PartOfDayMissing:
        """Return the error that names these scenes; its detail lists their errors."""
        return cls("\n".join(map(str, errors.values())), paths=", ".join(scene.uri for scene in errors))


def source_of(scene: Scene) -> tuple[str, str]:
    """Return data source and provider, checked to be readable; tiles and maps are requested when they are drawn.

    Raises RasterUnreachable, SignatureRefused and any error of open_raster.
    """
    if is_tiles(scene.uri):
        return tile_source(scene.uri), TILE_PROVIDER
    if is_map(scene.uri):
        return map_source(scene.uri), TILE_PROVIDER
    if is_remote(scene.uri):
        return combined_source(scene.uri, lambda address: check_remote(replace(scene, uri=address))), "gdal"
    source = true_colour_source(scene.uri)
    return georeferenced_source(source, open_raster(source)), "gdal"


def is_missing(scene: Scene) -> bool:
    """Return whether the scene's file no longer exists; False on the web, where nothing is requested."""
    return not is_remote(scene.uri) and not file_exists(scene.uri)


def file_mark(scene: Scene) -> tuple[int, int] | None:
    """Return modification time in nanoseconds and size of the scene's file, to detect changes; None on the web."""
    if is_remote(scene.uri):
        return None
    try:
        status = file_of(scene.uri).stat()
    except OSError:
        return 0, 0
    return status.st_mtime_ns, status.st_size


def is_slow(scene: Scene) -> bool:
    """Return whether opening the scene waits for the web; False for tiles and maps, requested when drawn."""
    return is_remote(scene.uri) and not is_tiles(scene.uri) and not is_map(scene.uri)
