"""A survey file opened with GDAL, the library QGIS itself uses, and GDAL's failures said in words of ours."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from osgeo import gdal

from yalu_plugin.layers.survey.failures import LockRefused, read_error, write_error
from yalu_plugin.layers.survey.lock_timeout import WAIT_MS, lock_timeout

# as an option of a layer's source: QGIS then leaves the file as it is when the layer is edited. Without it, it switches
# the file to WAL: what is written lies in a log beside it, which a copy of the file lacks. Reading, QGIS never locks
NO_WAL = "NOLOCK=OFF"
# so long QGIS waits for a lock of others: GDAL's own 5 s would freeze the window, and GDAL 3.6 has no option for it
SHORT_WAIT = f"PRELUDE_STATEMENTS=PRAGMA busy_timeout = {WAIT_MS}"
OPTIONS = NO_WAL, SHORT_WAIT


def layer_source(path: Path, table: str) -> str:
    """The source by which QGIS opens a table of the survey at `path` and leaves the file in one piece."""
    return "|".join((str(path), f"layername={table}", *(f"option:{option}" for option in OPTIONS)))


@contextmanager
def opened(path: Path, update: bool = False, wait_ms: int = WAIT_MS,
           dataset: gdal.Dataset | None = None) -> Iterator[gdal.Dataset]:
    """The GeoPackage at `path`, or a `dataset` of it that is open already. Waits `wait_ms` for locks of others.

    Failures of GDAL, also inside, raise SurveyMissing, NotAGeoPackage, SurveyDamaged, SurveyLocked, or else WriteFailed
    (with `update`) or SurveyUnreadable.
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
        dataset = None  # closed before the file is looked at again
        raise (write_error if update else read_error)(path, error) from error
    finally:
        gdal.PopErrorHandler()


def open_locked(path: Path) -> gdal.Dataset | None:
    """The file, which nobody else can write to as long as this is kept; None where it cannot be opened."""
    with lock_timeout(WAIT_MS):
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE, allowed_drivers=["GPKG"])
    if dataset is not None:
        with suppress(RuntimeError):  # then another one has the lock
            execute(dataset, "BEGIN IMMEDIATE")
    return dataset


def execute(dataset: gdal.Dataset, statement: str) -> list[str]:
    """Run a statement of SQL; returns the first column as text. Raises RuntimeError."""
    return ["" if row[0] is None else str(row[0]) for row in rows_of(dataset, statement)]


def rows_of(dataset: gdal.Dataset, statement: str) -> list[tuple[Any, ...]]:
    """The rows that a statement of SQL brings. Raises RuntimeError."""
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
    """In a transaction, so that a file that is in use is found out before anything else is done. Raises LockRefused."""
    try:
        execute(dataset, 'UPDATE "audit" SET "seq" = "seq" WHERE 0')  # needs no view: one may be missing
    except RuntimeError as error:
        raise LockRefused(str(error)) from error


def checkpoint(dataset: gdal.Dataset) -> None:
    """See that what was written is in the file itself and not in a log beside it: others may have switched to one.

    While another connection keeps the log, it is emptied into the file; a reader in the midst of reading it leaves
    that to the next time.
    """
    for statement in ("PRAGMA journal_mode = DELETE", "PRAGMA wal_checkpoint(TRUNCATE)"):
        with suppress(RuntimeError):  # refused while others read: what was written is safe in the log
            execute(dataset, statement)


def remove_unused_journal(dataset: gdal.Dataset) -> None:
    """Take away a journal that a program left when it was killed before anything of the file had been changed. SQLite
    rolls nothing back then, and leaves it lying there. It looks itself whether another program is at work with it.
    """
    for statement in ("PRAGMA journal_mode = TRUNCATE", "PRAGMA journal_mode = DELETE"):
        with suppress(RuntimeError):  # refused while another one writes
            execute(dataset, statement)


def checkpoint_file(path: Path) -> None:
    """As `checkpoint`, for the survey at `path`. Raises WriteFailed and what opening it raises."""
    with opened(path, update=True) as dataset:
        checkpoint(dataset)


def roll_back(dataset: gdal.Dataset) -> None:
    """End a transaction without keeping it, also one whose commit failed: GDAL takes that one for ended, and SQLite has
    it still, with its locks, for as long as anything holds the dataset.
    """
    with suppress(RuntimeError):  # another plugin made GDAL raise
        dataset.RollbackTransaction()
    with suppress(RuntimeError):  # there is none any more
        execute(dataset, "ROLLBACK TRANSACTION")  # a mere ROLLBACK would be GDAL's own again


def check_gdal(code: int) -> None:
    """Raise RuntimeError for a failure that is only a code: GDAL's, unless another plugin made it raise."""
    if code:
        raise RuntimeError(gdal.GetLastErrorMsg())
