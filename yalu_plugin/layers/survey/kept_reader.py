"""A survey file that stays open for reading: opening it anew takes longer than reading what a click asks for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from osgeo import gdal

from yalu_plugin.layers.survey.file_state import FileState, may_go_on, state_of
from yalu_plugin.layers.survey.geopackage import opened


class KeptReader:
    """One connection, which locks nothing between two uses. Safe in any thread: one that comes while another reads
    has a connection of its own.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept: list[tuple[gdal.Dataset, FileState | None]] = []

    @contextmanager
    def opened(self) -> Iterator[gdal.Dataset]:
        """The file, to be read. What fails inside is not kept. Raises what opening a survey raises."""
        try:
            dataset, before = self._kept.pop()
        except IndexError:
            dataset = None
        if dataset is not None and not may_go_on(before, state_of(self._path, dataset)):
            dataset = None
        with opened(self._path, dataset=dataset) as dataset:
            yield dataset
            state = state_of(self._path, dataset)
        self._kept[:] = [(dataset, state)]

    def close(self) -> None:
        """Let go of the file until it is read again: what lies beside one that is open here is not looked into."""
        self._kept.clear()
