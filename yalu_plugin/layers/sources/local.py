"""Images of this computer as a source: those in a folder or a ZIP file, one image, or what a table of images lists."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsFeedback

from yalu_plugin.core.imagery.catalogue import Catalogue, catalogue
from yalu_plugin.core.imagery.query import SceneQuery
from yalu_plugin.layers.imagery.raster import read_raster
from yalu_plugin.layers.sources.source import Source

TABLES = (".csv", ".tsv", ".txt")


class LocalSource(Source):
    """What is at `path`."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def search(self, query: SceneQuery, feedback: QgsFeedback) -> Catalogue:
        """Every image there of the query's days and cloud cover, wherever it shows. Raises FolderUnreadable, or what
        reading a table of images raises.
        """
        def progress(done: int, total: int) -> None:
            feedback.setProgress(100 * done / max(total, 1))

        if self._path.suffix.lower() in TABLES:
            from yalu_plugin.core.imagery.file_list import catalogue_list  # reads tables, which few need

            found = catalogue_list(self._path, read_raster, progress, feedback.isCanceled)
        else:
            found = catalogue(self._path, read_raster, progress, feedback.isCanceled)
        return Catalogue(tuple(scene for scene in found.scenes if query.admits(scene)),
                         tuple(one for one in found.undated if query.admits(one.scene)), found.problems)
