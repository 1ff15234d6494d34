"""A survey file opened with GDAL, the library QGIS itself uses, and GDAL's failures said in words of ours."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from osgeo import gdal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.layers.survey.errors import NotAGeoPackage, SurveyDamaged, SurveyLocked, SurveyUnreadable, WriteFailed

WAIT_MS = 500  # for another program to end its writing; GDAL's own 5 s would freeze the window


@contextmanager
def opened(path: Path, update: bool = False) -> Iterator[gdal.Dataset]:
    """The GeoPackage at `path`. Failures of GDAL, also inside, raise SurveyLocked, SurveyDamaged, NotAGeoPackage,
    or else WriteFailed (with `update`) or SurveyUnreadable.
    """
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    before = gdal.GetThreadLocalConfigOption("SQLITE_BUSY_TIMEOUT")
    gdal.SetThreadLocalConfigOption("SQLITE_BUSY_TIMEOUT", str(WAIT_MS))
    try:
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | (gdal.OF_UPDATE if update else 0))
        if dataset is None:
            raise RuntimeError(gdal.GetLastErrorMsg())
        execute(dataset, f"PRAGMA busy_timeout = {WAIT_MS}")
        yield dataset
    except RuntimeError as error:
        raise _named(str(error), path, WriteFailed if update else SurveyUnreadable) from error
    finally:
        gdal.SetThreadLocalConfigOption("SQLITE_BUSY_TIMEOUT", before)
        gdal.PopErrorHandler()


def execute(dataset: gdal.Dataset, statement: str) -> list[str]:
    """Run a statement of SQL; returns the first column as text. Raises RuntimeError."""
    gdal.ErrorReset()
    result = dataset.ExecuteSQL(statement)
    if gdal.GetLastErrorType() >= gdal.CE_Failure:
        raise RuntimeError(gdal.GetLastErrorMsg())
    values = [feature.GetFieldAsString(0) for feature in result] if result is not None else []
    dataset.ReleaseResultSet(result)
    return values


def must(code: int) -> None:
    """Raise RuntimeError for a failure that is only a code: GDAL's, unless another plugin made it raise."""
    if code:
        raise RuntimeError(gdal.GetLastErrorMsg())


def _named(said: str, path: Path, otherwise: type[YaluError]) -> YaluError:
    said = said.replace(str(path), path.name)  # a folder called "locked" is no lock
    if "is locked" in said:
        return SurveyLocked(said, path=path)
    if "malformed" in said:
        return SurveyDamaged(said, path=path)
    if "not a database" in said or "required GeoPackage tables" in said:
        return NotAGeoPackage(said, path=path)
    return otherwise(said, path=path)
