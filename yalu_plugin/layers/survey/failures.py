"""Find the reason why a survey could not be read or written.

GDAL passes SQLite's errors on as sentences, without their codes, so the file itself is inspected: whether it exists,
what kind of file it is, whether it can be locked, and only then whether it is whole, which takes a second for each GB.
"""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from osgeo import gdal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.layers.survey.lock_timeout import WAIT_MS, lock_timeout
from yalu_plugin.layers.survey.side_files import is_read_only, side_file
from yalu_plugin.layers.survey.survey_errors import (
    LocksUnsupported,
    NotAGeoPackage,
    NotASurvey,
    SurveyDamaged,
    SurveyLocked,
    SurveyMissing,
    SurveyReadOnly,
    SurveyUnreadable,
    WriteFailed,
)

# EMPTY has no tables, OTHER is no GeoPackage, UNKNOWN could not be copied for lack of disk space
WHOLE, EMPTY, OTHER, DAMAGED, UNKNOWN = "whole", "empty", "other", "damaged", "unknown"
LARGE = 64 * 2**20  # bytes, copied in a moment
_NO_LOCKS = errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL
_FRACTIONS = 21, b"\x40\x20\x20"  # offset and value in the header of every SQLite file


class LockRefused(RuntimeError):
    """The first statement of a transaction, which only takes the lock, failed."""


class PageDamaged(RuntimeError):
    """SQLite's own check of the file found an inconsistent page."""


def is_geopackage(path: Path) -> bool:
    """Return whether the file identifies itself as a GeoPackage."""
    driver = gdal.IdentifyDriverEx(str(path), gdal.OF_VECTOR)
    return driver is not None and driver.ShortName == "GPKG"


def read_error(path: Path, error: RuntimeError) -> YaluError:
    """Return the reason why the survey at `path`, which failed with `error`, could not be read."""
    detail = str(error)
    if not path.is_file():
        return SurveyMissing(detail, path=path)
    if not os.access(path, os.R_OK):
        return SurveyUnreadable(detail, path=path)
    if _lacks_locks(path.parent):
        return LocksUnsupported(detail, path=path)
    found = DAMAGED if isinstance(error, PageDamaged) else _content_state(path) if is_geopackage(path) else OTHER
    if found == OTHER:
        return NotAGeoPackage(detail, path=path)
    if found == EMPTY:
        return NotASurvey(detail, path=path)
    if found == DAMAGED and side_file(path) is None:  # otherwise a program is or was writing
        return SurveyDamaged(detail, path=path)
    return (SurveyUnreadable if is_read_only(path.parent) else SurveyLocked)(detail, path=path)


def write_error(path: Path, error: RuntimeError) -> YaluError:
    """Return the reason why the survey at `path`, which failed with `error`, could not be written to."""
    if path.is_file() and _lacks_locks(path.parent):
        return LocksUnsupported(str(error), path=path)
    if path.is_file() and is_read_only(path.parent):  # SQLite writes its journal there
        return SurveyReadOnly(str(error), path=path)
    if path.is_file() and is_geopackage(path):
        wait_ms = 0 if isinstance(error, LockRefused) else WAIT_MS  # a refused lock was waited for already
        free = _accepts(path, gdal.OF_UPDATE, "BEGIN EXCLUSIVE", wait_ms)  # as the end of a transaction needs it
        if not free and _open_ignoring_locks(path) is not None:
            return SurveyLocked(str(error), path=path)
        if _content_state(path) in (WHOLE, UNKNOWN):
            return (WriteFailed if free and not isinstance(error, LockRefused) else SurveyLocked)(str(error), path=path)
    return read_error(path, error)


def _content_state(path: Path) -> str:
    """Return what SQLite finds in the file; WHOLE where another program keeps it from being read."""
    dataset = _open_ignoring_locks(path)
    if dataset is None:
        return _state_of_copy(path)
    if not _accepts(path, gdal.OF_READONLY, "SELECT count(*) FROM sqlite_master"):
        return WHOLE
    if not _is_whole(dataset):
        return DAMAGED
    return EMPTY if _first_of(dataset, "SELECT count(*) FROM gpkg_contents") == [0] else WHOLE


def _is_whole(dataset: gdal.Dataset) -> bool:
    return _first_of(dataset, "PRAGMA quick_check(1)") == ["ok"]


def _open_ignoring_locks(path: Path) -> gdal.Dataset | None:
    """Open the file whatever locks it has and without its side files; None where GDAL cannot."""
    return _opened(path, gdal.OF_READONLY, ["IMMUTABLE=YES"])


def _accepts(path: Path, mode: int, statement: str, wait_ms: int = 0) -> bool:
    """Return whether the file, opened again, executes a statement within the wait. Closing it ends a transaction."""
    dataset = _opened(path, mode, wait_ms=wait_ms)
    return dataset is not None and _first_of(dataset, f"PRAGMA busy_timeout = {wait_ms}") is not None and _first_of(
        dataset, statement) is not None


def _first_of(dataset: gdal.Dataset, statement: str) -> list[object] | None:
    """Return the first column of a statement's result; None where it fails."""
    gdal.ErrorReset()
    try:
        result = dataset.ExecuteSQL(statement)
    except RuntimeError:  # another plugin made GDAL raise
        return None
    found = [feature.GetField(0) for feature in result] if result is not None else []
    dataset.ReleaseResultSet(result)  # otherwise its lock is never released
    return found if gdal.GetLastErrorType() < gdal.CE_Failure else None


def _opened(path: Path, mode: int, options: Sequence[str] = (), wait_ms: int = 0) -> gdal.Dataset | None:
    try:
        with lock_timeout(wait_ms):
            return gdal.OpenEx(str(path), gdal.OF_VECTOR | mode, allowed_drivers=["GPKG"], open_options=list(options))
    except RuntimeError:  # another plugin made GDAL raise
        return None


def _state_of_copy(path: Path) -> str:
    """Return what SQLite finds in a copy of a file that GDAL cannot open. A large file is not copied but taken as
    DAMAGED.
    """
    try:
        if path.stat().st_size > LARGE:
            return DAMAGED
        with tempfile.TemporaryDirectory() as folder:
            return _state_by_sqlite(Path(shutil.copyfile(path, Path(folder, "copy.gpkg"))))
    except OSError:  # probably the disk is full
        return UNKNOWN


def _state_by_sqlite(copy: Path) -> str:
    import sqlite3  # on first use: a start has 50 ms

    with copy.open("rb") as file:
        if file.read(_FRACTIONS[0] + 3)[_FRACTIONS[0]:] != _FRACTIONS[1]:
            return OTHER
    try:
        with closing(sqlite3.connect(copy)) as database:
            whole = database.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
            names = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
            if whole and "gpkg_contents" not in names:
                return OTHER
            filled = whole and database.execute("SELECT count(*) FROM gpkg_contents").fetchone()[0]
    except sqlite3.DatabaseError:
        return DAMAGED
    return DAMAGED if not whole else WHOLE if filled else EMPTY


def _lacks_locks(folder: Path) -> bool:
    """Return whether files in the folder cannot be locked at all.

    A new file is tried: closing the survey would drop the locks that SQLite holds on it in this process (POSIX).
    """
    try:
        import fcntl
    except ImportError:
        return False
    try:
        with tempfile.TemporaryFile(dir=folder) as probe:
            fcntl.lockf(probe, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:  # also raised where nothing can be written
        return error.errno in _NO_LOCKS
    return False
