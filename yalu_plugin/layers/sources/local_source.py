"""Local images as a source: those in a folder or a ZIP file, a single image, or those listed in a table of images."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from qgis.core import QgsFeedback

from yalu_plugin.core.imagery.catalogue import Catalogue, catalogue
from yalu_plugin.core.imagery.image_files import file_of
from yalu_plugin.core.imagery.scene import RasterFacts
from yalu_plugin.core.imagery.scene_query import SceneQuery
from yalu_plugin.layers.imagery.raster import read_raster
from yalu_plugin.layers.sources.image_source import ImageSource

TABLE_SUFFIXES = (".csv", ".tsv", ".txt")


class LocalSource(ImageSource):
    """The images at `path`; no other files are opened.

    `crs` ("EPSG:32652") is assigned to images with a position and no CRS; if it is empty, they are reported instead.
    """

    def __init__(self, path: Path, crs: str = "") -> None:
        self._path, self._crs = path, crs

    def search(self, query: SceneQuery, feedback: QgsFeedback) -> Catalogue:
        """Return every image of the query's days and cloud cover, wherever it is on the map.

        Raises FolderUnreadable, or any error of reading a table of images.
        """
        def progress(done: int, total: int) -> None:
            feedback.setProgress(100 * done / max(total, 1))

        if self._path.suffix.lower() in TABLE_SUFFIXES:
            from yalu_plugin.core.imagery.file_list import catalogue_list  # on first use: few searches read tables

            found = catalogue_list(self._path, self._read_listed, progress, feedback.isCanceled)
        else:
            within = self._path if self._path.is_dir() else self._path.parent
            found = catalogue(self._path, partial(read_raster, within=within, crs=self._crs), progress,
                              feedback.isCanceled)
        return Catalogue(tuple(scene for scene in found.scenes if query.admits(scene)),
                         tuple(one for one in found.undated if query.admits(one.scene)), found.problems)

    def _read_listed(self, uri: str) -> RasterFacts:
        """Read a listed image: it may be anywhere, its source files only below the list or in its own folder."""
        folder, image = self._path.parent.resolve(), file_of(uri)
        return read_raster(uri, folder if folder in image.parents else image.parent, self._crs)
