"""A survey file that stays open for writing: opening it anew takes as long as a click's change itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from osgeo import gdal

from yalu_plugin.layers.survey.geopackage import opened, rows_of


class KeptWriter:
    """One connection, which locks nothing between two uses. Not for two threads at once: see one_at_a_time.

    It is opened anew once anybody else has written: GDAL keeps what it knows of a layer, and SQLite would take its own
    pages for those of a file that was copied over this one.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._dataset: gdal.Dataset | None = None
        self._state: object = None

    @contextmanager
    def opened(self, wait_ms: int) -> Iterator[gdal.Dataset]:
        """The file, to be written to in one transaction. What fails inside is not kept. Raises what opening raises."""
        dataset, self._dataset = self._dataset, None
        if dataset is not None and self._state_of(dataset) != self._state:
            dataset = None
        with opened(self._path, update=True, wait_ms=wait_ms, dataset=dataset) as dataset:
            yield dataset
            self._state = self._state_of(dataset)
        self._dataset = dataset if self._state is not None else None

    def close(self) -> None:
        """Let go of the file until it is written to again."""
        self._dataset = None

    def _state_of(self, dataset: gdal.Dataset) -> object:
        """None where the file is under its name no more, or cannot be asked: what was written to it is written."""
        try:
            about = self._path.stat()
            return about.st_ino, about.st_size, about.st_mtime_ns, rows_of(dataset, "PRAGMA data_version")
        except (OSError, RuntimeError):
            return None
