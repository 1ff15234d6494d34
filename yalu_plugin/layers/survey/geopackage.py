"""Open a survey file with GDAL, the library QGIS itself uses, and turn GDAL's failures into errors of the plugin."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from osgeo import gdal

from yalu_plugin.layers.survey.failures import LockRefused, read_error, write_error
from yalu_plugin.layers.survey.lock_timeout import WAIT_MS, lock_timeout

# an option of a layer's source with which QGIS keeps the file's journal mode when the layer is edited. Without it, QGIS
# switches to WAL: changes are in a log next to the file, which a copy of the file lacks. QGIS never locks for reading
NO_WAL = "NOLOCK=OFF"
# how long QGIS waits for locks of others: GDAL's own 5 s would freeze the window, and GDAL 3.6 has no option for it
SHORT_WAIT = f"PRELUDE_STATEMENTS=PRAGMA busy_timeout = {WAIT_MS}"
OPTIONS = NO_WAL, SHORT_WAIT


def layer_source(path: Path, table: str) -> str:
    """Return the source by which QGIS opens a table of the survey at `path` without switching the file to WAL."""
    return "|".join((str(path), f"layername={table}", *(f"option:{option}" for option in OPTIONS)))


@contextmanager
def opened(path: Path, update: bool = False, wait_ms: int = WAIT_MS,
           dataset: gdal.Dataset | None = None) -> Iterator[gdal.Dataset]:
    """Open the GeoPackage at `path`, or use a `dataset` of it that is open already. Waits `wait_ms` for locks of
    others.

    Failures of GDAL, also in the block, raise SurveyMissing, NotAGeoPackage, SurveyDamaged, SurveyLocked, or else
    WriteFailed (with `update`) or SurveyUnreadable.
    """
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        if dataset is None:
            with lock_timeout(wait_ms):
                dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | (gdal.OF_UPDATE if update else 0),
                                      allowed_drivers=["GPKG"])
            if dataset is None:
                raise RuntimeError(gdal.GetLastErrorMsg())
        execute(dataset, f"PRAGMA busy_timeout = {wait_ms}")
        yield dataset
    except RuntimeError as error:
        dataset = None  # closed before the file is inspected again
        raise (write_error if update else read_error)(path, error) from error
    finally:
        gdal.PopErrorHandler()


def open_locked(path: Path) -> gdal.Dataset | None:
    """Open the file and lock it against other writers while the dataset exists; None where it cannot be opened."""
    with lock_timeout(WAIT_MS):
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE, allowed_drivers=["GPKG"])
    if dataset is not None:
        with suppress(RuntimeError):  # another connection has the lock
            execute(dataset, "BEGIN IMMEDIATE")
    return dataset


def execute(dataset: gdal.Dataset, statement: str) -> list[str]:
    """Run an SQL statement; return the first column as text. Raises RuntimeError."""
    return ["" if row[0] is None else str(row[0]) for row in rows_of(dataset, statement)]


def rows_of(dataset: gdal.Dataset, statement: str) -> list[tuple[Any, ...]]:
    """Return the rows that an SQL statement returns. Raises RuntimeError."""
    gdal.ErrorReset()
    result = dataset.ExecuteSQL(statement)
    if gdal.GetLastErrorType() >= gdal.CE_Failure:
        raise RuntimeError(gdal.GetLastErrorMsg())
    if result is None:
        return []
    columns = range(result.GetLayerDefn().GetFieldCount())
    rows = [tuple(feature.GetField(column) for column in columns) for feature in result]
    dataset.ReleaseResultSet(result)
    return rows


def lock_for_writing(dataset: gdal.Dataset) -> None:
    """Take the write lock within a transaction, so that a file in use is found out first. Raises LockRefused."""
    try:
        execute(dataset, 'UPDATE "audit" SET "seq" = "seq" WHERE 0')  # no view is involved: one may be missing
    except RuntimeError as error:
        raise LockRefused(str(error)) from error


def checkpoint(dataset: gdal.Dataset) -> None:
    """Make sure that what was written is in the file itself and not in a log next to it: others may have switched to
    WAL.

    While another connection keeps the log, it is emptied into the file; where a connection is reading it, that is left
    to the next time.
    """
    for statement in ("PRAGMA journal_mode = DELETE", "PRAGMA wal_checkpoint(TRUNCATE)"):
        with suppress(RuntimeError):  # refused while others read: the changes are safe in the log
            execute(dataset, statement)


def remove_unused_journal(dataset: gdal.Dataset) -> None:
    """Remove a journal left by a program that was killed before it had changed anything in the file.

    SQLite rolls nothing back then, and does not remove it. It checks itself whether another program is using it.
    """
    for statement in ("PRAGMA journal_mode = TRUNCATE", "PRAGMA journal_mode = DELETE"):
        with suppress(RuntimeError):  # refused while another process writes
            execute(dataset, statement)


def checkpoint_file(path: Path) -> None:
    """Do as `checkpoint`, for the survey at `path`. Raises WriteFailed and what opening it raises."""
    with opened(path, update=True) as dataset:
        checkpoint(dataset)


def roll_back(dataset: gdal.Dataset) -> None:
    """End a transaction without saving it, also one whose commit failed.

    GDAL takes that one for ended, but SQLite has it still, with its locks, for as long as anything holds the dataset.
    """
    with suppress(RuntimeError):  # another plugin made GDAL raise
        dataset.RollbackTransaction()
    with suppress(RuntimeError):  # no transaction is left
        execute(dataset, "ROLLBACK TRANSACTION")  # GDAL would handle a mere ROLLBACK itself


def check_gdal(code: int) -> None:
    """Raise RuntimeError for a GDAL failure that is returned as a code (unless another plugin made GDAL raise)."""
    if code:
        raise RuntimeError(gdal.GetLastErrorMsg())
