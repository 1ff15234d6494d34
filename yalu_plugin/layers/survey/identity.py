"""Which file a survey was opened from, so that nothing is ever written into another one under the same name."""

from __future__ import annotations

import os
from pathlib import Path

from osgeo import gdal

from yalu_plugin.layers.survey.errors import SurveyGone, SurveyReplaced
from yalu_plugin.layers.survey.geopackage import rows_of


class OpenedFile:
    """The file as the disk knows it, and the last entry of its record that was seen: a file of another survey, or an
    older state of this one, has another entry in its place, or none.
    """

    def __init__(self, path: Path) -> None:
        self._path, self._about = path, path.stat()
        self._entry: tuple[int, str] | None = None

    def must_be_there(self) -> None:
        """Raise SurveyGone or SurveyReplaced where the name leads to no file, or to another one."""
        try:
            about = self._path.stat()
        except FileNotFoundError as error:
            raise SurveyGone(path=self._path) from error
        if not os.path.samestat(about, self._about):
            raise SurveyReplaced(path=self._path)

    def must_be(self, dataset: gdal.Dataset) -> None:
        """Raise SurveyReplaced where the file, just opened, lacks what was seen in it."""
        if self._entry is not None:
            fid, digest = self._entry
            entry = dataset.GetLayerByName("audit").GetFeature(fid)
            if entry is None or entry.GetField("hash") != digest:
                raise SurveyReplaced(path=self._path)

    def last_entry(self, dataset: gdal.Dataset) -> tuple[int, str] | None:
        """The last entry of the record as it stands in the open file."""
        last = rows_of(dataset, 'SELECT "fid" + 0 AS "at", "hash" FROM "audit" ORDER BY "fid" DESC LIMIT 1')
        return (int(last[0][0]), last[0][1]) if last else None

    def see(self, entry: tuple[int, str] | None) -> None:
        """From now on the file must have this entry."""
        self._entry = entry
