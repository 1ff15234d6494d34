"""Find out to which file a side file belongs, by opening copies of the survey with it and without it.

A log or journal does not name its file. What can be found out: a log next to a file that was closed properly is
foreign; so is one that damages the file, turns it into another survey, or does not continue its record.
"""

from __future__ import annotations

import filecmp
import shutil
import tempfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

BELONGS, FOREIGN, UNSURE, DAMAGED = "belongs", "foreign", "unsure", "damaged"
_READ_VERSION = 19, 20  # in the file's header: 1 for a file that is complete without a log, 2 for one that may have one
_LOG_MAGIC = b"\x37\x7f\x06"
_LATER_S = 2.0  # some disks store a file's time to two seconds


class _Content(NamedTuple):
    """The content of a whole survey: its id, and its record as far as it is sealed.

    The record has pairs of an entry's hash and the one before. Without an id, the file is not a survey.
    """

    survey_id: str
    record: Sequence[tuple[str, str]]


def find_ownership(path: Path, side: Path) -> str:
    """Return whether the side file BELONGS to the survey at `path`, is FOREIGN, or UNSURE.

    DAMAGED where the survey is whole neither with it nor without it. Both files are only read. Not for a survey that is
    open in this process.
    """
    ending = side.name[len(path.name):]
    with tempfile.TemporaryDirectory() as folder:
        alone, both = Path(folder, "alone.gpkg"), Path(folder, "both.gpkg")
        for copy in (alone, both):
            shutil.copyfile(path, copy)
        shutil.copyfile(side, both.with_name(both.name + ending))
        without, together = _content(alone), _content(both)
        same = filecmp.cmp(alone, both, shallow=False)
    if without is None and together is None:
        return DAMAGED
    if same and ending == "-wal" and _part(side, 0, 3) != _LOG_MAGIC:
        return FOREIGN  # not a log at all
    if same or without is None or not without.survey_id:
        return BELONGS  # it changes nothing, or makes the file whole; or the file is not a survey and not our concern
    if together is None or together.survey_id != without.survey_id or not _continues(without, together, ending):
        return FOREIGN
    if ending == "-wal" and _part(path, *_READ_VERSION) == b"\x01":
        return FOREIGN
    # a restored copy as old as the start of the log looks like a file and its log: only its time differs
    return UNSURE if path.stat().st_mtime > side.stat().st_mtime + _LATER_S else BELONGS


def _part(path: Path, begin: int, end: int) -> bytes:
    with path.open("rb") as file:
        return file.read(end)[begin:]


def _continues(without: _Content, together: _Content, ending: str) -> bool:
    """Return whether one record continues the other.

    A log's record has to continue the file's; the file's has to continue the one that a journal rolls back to.
    """
    older, newer = (without, together) if ending == "-wal" else (together, without)
    if list(newer.record[:len(older.record)]) != list(older.record):
        return False
    return all(entry[1] == before[0] for before, entry in zip(newer.record, newer.record[1:]))


def _content(copy: Path) -> _Content | None:
    """Return what SQLite finds in a copy, side file applied; None if it is damaged."""
    import sqlite3  # on first use: a start has 50 ms

    try:
        with closing(sqlite3.connect(copy)) as database:
            database.execute("PRAGMA journal_mode = DELETE")
            if database.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                return None
            names = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
            if not names >= {"survey", "audit"}:
                return _Content("", ())
            ids = database.execute('SELECT "id" FROM "survey" LIMIT 1').fetchone()
            record = database.execute('SELECT "hash", "previous_hash" FROM "audit" WHERE "hash" IS NOT NULL '
                                      'ORDER BY "seq", "fid"').fetchall()
    except sqlite3.DatabaseError:
        return None
    return _Content(str(ids), record)
