"""A survey file that stays open for writing: opening it anew takes as long as a click's change itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from osgeo import gdal

from yalu_plugin.layers.survey.file_state import FileState, may_go_on, state_of
from yalu_plugin.layers.survey.geopackage import opened


class KeptWriter:
    """One connection, which locks nothing between two uses. Not for two threads at once: see one_at_a_time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._dataset: gdal.Dataset | None = None
        self._state: FileState | None = None

    @contextmanager
    def opened(self, wait_ms: int) -> Iterator[gdal.Dataset]:
        """The file, to be written to in one transaction. What fails inside is not kept. Raises what opening raises."""
        dataset, self._dataset = self._dataset, None
        if dataset is not None and not may_go_on(self._state, state_of(self._path, dataset)):
            dataset = None
        with opened(self._path, update=True, wait_ms=wait_ms, dataset=dataset) as dataset:
            yield dataset
            self._state = state_of(self._path, dataset)
        self._dataset = dataset if self._state is not None else None

    def close(self) -> None:
        """Let go of the file until it is written to again."""
        self._dataset = None
