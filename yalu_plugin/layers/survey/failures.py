"""Why a survey could not be read or written.

GDAL hands on SQLite's failures as sentences and without their codes, so the file itself is looked at: whether it is
there, what it is, whether a copy of it is whole, and whether its lock can be had.
"""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from contextlib import closing
from pathlib import Path

from osgeo import gdal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.layers.survey.errors import (
    NoLocksHere,
    NotAGeoPackage,
    NotASurvey,
    SurveyDamaged,
    SurveyLocked,
    SurveyMissing,
    SurveyReadOnly,
    SurveyUnreadable,
    WriteFailed,
)
from yalu_plugin.layers.survey.side_files import is_read_only, side_file

# EMPTY has no tables, OTHER is no GeoPackage, UNKNOWN had no room to be copied
WHOLE, EMPTY, OTHER, DAMAGED, UNKNOWN = "whole", "empty", "other", "damaged", "unknown"
_NO_LOCKS = errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL
_FRACTIONS = 21, b"\x40\x20\x20"  # stand there in the header of every SQLite file


class LockRefused(RuntimeError):
    """The first statement of a transaction failed: nothing but the lock was asked for."""


class PageDamaged(RuntimeError):
    """SQLite's own check of the file found a page that does not fit."""


def is_geopackage(path: Path) -> bool:
    """Whether the file says that it is one."""
    driver = gdal.IdentifyDriverEx(str(path), gdal.OF_VECTOR)
    return driver is not None and driver.ShortName == "GPKG"


def why_not_read(path: Path, error: RuntimeError) -> YaluError:
    """The reason why the survey at `path`, which failed with `error`, could not be read."""
    said = str(error)
    if not path.is_file():
        return SurveyMissing(said, path=path)
    if not os.access(path, os.R_OK):
        return SurveyUnreadable(said, path=path)
    if _knows_no_locks(path.parent):
        return NoLocksHere(said, path=path)
    found = DAMAGED if isinstance(error, PageDamaged) else _found_in_copy(path) if is_geopackage(path) else OTHER
    if found == OTHER:
        return NotAGeoPackage(said, path=path)
    if found == EMPTY:
        return NotASurvey(said, path=path)
    if found == DAMAGED and side_file(path) is None:  # else a program is in the midst of writing, or was
        return SurveyDamaged(said, path=path)
    return (SurveyUnreadable if is_read_only(path.parent) else SurveyLocked)(said, path=path)


def why_not_written(path: Path, error: RuntimeError) -> YaluError:
    """The reason why the survey at `path`, which failed with `error`, could not be written to."""
    if path.is_file() and _knows_no_locks(path.parent):
        return NoLocksHere(str(error), path=path)
    if path.is_file() and is_read_only(path.parent):  # SQLite keeps its journal there
        return SurveyReadOnly(str(error), path=path)
    if path.is_file() and is_geopackage(path) and _found_in_copy(path) in (WHOLE, UNKNOWN):
        locked = isinstance(error, LockRefused) or not _can_be_locked(path)
        return (SurveyLocked if locked else WriteFailed)(str(error), path=path)
    return why_not_read(path, error)


def _found_in_copy(path: Path) -> str:
    """What a copy of the file is to SQLite, without locks and without what lies beside it."""
    try:
        with tempfile.TemporaryDirectory() as folder:
            return _found_in(Path(shutil.copyfile(path, Path(folder, "copy.gpkg"))))
    except OSError:  # the disk is full, as like as not
        return UNKNOWN


def _found_in(copy: Path) -> str:
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


def _knows_no_locks(folder: Path) -> bool:
    """Whether files in the folder cannot be locked at all. Tried on a new one: closing the survey would drop the locks
    that SQLite holds on it in this process (POSIX).
    """
    try:
        import fcntl
    except ImportError:
        return False
    try:
        with tempfile.TemporaryFile(dir=folder) as probe:
            fcntl.lockf(probe, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:  # also where nothing can be written
        return error.errno in _NO_LOCKS
    return False


def _can_be_locked(path: Path) -> bool:
    """Whether the whole file can be had for writing, as the end of a transaction needs it."""
    gdal.ErrorReset()
    try:
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE, allowed_drivers=["GPKG"])
        if dataset is not None:
            dataset.ExecuteSQL("BEGIN EXCLUSIVE")
        return dataset is not None and gdal.GetLastErrorType() < gdal.CE_Failure  # closing it ends the transaction
    except RuntimeError:  # another plugin made GDAL raise
        return False
