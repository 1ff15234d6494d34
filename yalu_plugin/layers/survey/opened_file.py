"""Identify the file from which a survey was opened, so that nothing is written into another one under the same name."""

from __future__ import annotations

import os
from pathlib import Path

from osgeo import gdal

from yalu_plugin.core.survey.sealed_record import Head
from yalu_plugin.layers.survey.file_connections import ReadConnection, WriteConnection
from yalu_plugin.layers.survey.geopackage import rows_of
from yalu_plugin.layers.survey.record_feed import RecordFeed
from yalu_plugin.layers.survey.survey_errors import SurveyRemoved, SurveyReplaced


class OpenedFile:
    """The identity of the file on disk, and the last entry of its record that was seen.

    A file of another survey, or an older state of this one, has another entry in its place, or none.
    """

    def __init__(self, path: Path) -> None:
        self._path, self._about = path, path.stat()
        self._entry: tuple[int, str] | None = None
        self.reader, self.writer = ReadConnection(path), WriteConnection(path)
        self.feed = RecordFeed(self.reader)

    @property
    def last_seen(self) -> Head:
        """The last sealed entry that was seen."""
        return Head(*self._entry) if self._entry is not None else Head()

    def close(self) -> None:
        """Close the connections until the file is read or written again."""
        self.feed.close()
        self.writer.close()

    def check_exists(self) -> None:
        """Raise SurveyRemoved or SurveyReplaced where the path leads to no file, or to another one."""
        try:
            about = self._path.stat()
        except FileNotFoundError as error:
            raise SurveyRemoved(path=self._path) from error
        if not os.path.samestat(about, self._about):
            raise SurveyReplaced(path=self._path)

    def check_identity(self, dataset: gdal.Dataset) -> None:
        """Raise SurveyReplaced where the file, just opened, lacks the entry that was seen last."""
        if self._entry is not None:
            seq, digest = self._entry
            if rows_of(dataset, f'SELECT "hash" FROM "audit" WHERE "seq" = {seq}') != [(digest,)]:
                raise SurveyReplaced(path=self._path)

    def last_entry(self, dataset: gdal.Dataset) -> tuple[int, str] | None:
        """Return the seq and hash of the last sealed entry of the record in the open file; None without any."""
        last = rows_of(dataset, 'SELECT "seq" + 0 AS "at", "hash" FROM "audit" WHERE "seq" = (SELECT COALESCE('
                                '(SELECT MIN("seq") - 1 FROM "audit" WHERE "hash" IS NULL), MAX("seq")) FROM "audit")')
        return (int(last[0][0]), last[0][1]) if last else None

    def check_and_note(self, dataset: gdal.Dataset) -> None:
        """Check the file, to which another process has written, and note its last entry as seen."""
        self.check_identity(dataset)
        self.note_entry(self.last_entry(dataset) or self._entry)

    def note_entry(self, entry: tuple[int, str] | None) -> None:
        """Note the last entry seen, which the file must have from now on."""
        self._entry = entry
