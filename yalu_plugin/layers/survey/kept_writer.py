"""A survey file that stays open for writing: opening it anew takes as long as a click's change itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from osgeo import gdal

from yalu_plugin.layers.survey.geopackage import opened, rows_of


class _Seen(NamedTuple):
    """How the file was when a transaction of ours had ended."""

    inode: int
    size: int
    written_ns: int
    version: int  # which SQLite counts up for a connection when another one has written


class KeptWriter:
    """One connection, which locks nothing between two uses. Not for two threads at once: see one_at_a_time.

    What other programs write through SQLite it notices itself. It is opened anew once the file is another one, or was
    written past SQLite: copied over this one, of which SQLite would keep its own pages.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._dataset: gdal.Dataset | None = None
        self._seen: _Seen | None = None

    @contextmanager
    def opened(self, wait_ms: int) -> Iterator[gdal.Dataset]:
        """The file, to be written to in one transaction. What fails inside is not kept. Raises what opening raises."""
        dataset, self._dataset = self._dataset, None
        if dataset is not None and not self._is_known(dataset):
            dataset = None
        with opened(self._path, update=True, wait_ms=wait_ms, dataset=dataset) as dataset:
            yield dataset
            self._seen = self._look_at(dataset)
        self._dataset = dataset if self._seen is not None else None

    def close(self) -> None:
        """Let go of the file until it is written to again."""
        self._dataset = None

    def _is_known(self, dataset: gdal.Dataset) -> bool:
        now, before = self._look_at(dataset), self._seen
        if now is None or before is None or now.inode != before.inode:
            return False
        return now.version != before.version or now == before

    def _look_at(self, dataset: gdal.Dataset) -> _Seen | None:
        """None where the file is under its name no more, or cannot be asked: what was written to it is written."""
        try:
            about, ((version,),) = self._path.stat(), rows_of(dataset, "PRAGMA data_version")
        except (OSError, RuntimeError):
            return None
        return _Seen(about.st_ino, about.st_size, about.st_mtime_ns, version)
