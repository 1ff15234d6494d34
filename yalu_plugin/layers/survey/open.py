"""Open a survey file: say in one line what is wrong with it, or return it ready to read."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from osgeo import gdal
from qgis.core import NULL, QgsGeometry, QgsVectorLayer
from qgis.PyQt.QtCore import QDate, QDateTime, Qt

from yalu_plugin.core.schema import SURVEY_VERSION, TABLE
from yalu_plugin.layers.survey.errors import (
    NotAGeoPackage,
    NotASurvey,
    SurveyDamaged,
    SurveyMissing,
    SurveyTooNew,
    SurveyUnreadable,
)
from yalu_plugin.layers.survey.geopackage import execute, opened
from yalu_plugin.layers.survey.rows import read_rows

if TYPE_CHECKING:
    from yalu_plugin.core.importing.judged import KnownSite

WRITE_BITS = 0o222


@dataclass(frozen=True)
class Survey:
    """A survey file that was found to be one. Holds no connection: layers and rows are read when asked for."""

    path: Path
    id: str
    title: str
    read_only: bool

    def layer(self, table: str) -> QgsVectorLayer:
        """A new layer on one of the survey's tables, or on its view site_states."""
        return QgsVectorLayer(f"{self.path}|layername={table}", table, "ogr")

    def rows(self, table: str, **equal: str | bool) -> list[dict[str, Any]]:
        """A table's rows, all or those with these values, as plain values: None for empty, ISO 8601 text for dates,
        WKT under "geom". Safe in any thread, as `layer` is not. Raises what opening a survey file raises.
        """
        return read_rows(self.path, table, equal)

    def known_sites(self, source_title: str) -> tuple[KnownSite, ...]:
        """Every site, as an import compares it; with its source_ref where it came from the source of this title.

        Another source may count from 1 again.
        """
        from yalu_plugin.core.importing.judged import KnownSite

        ids = {row["id"] for row in self.rows("sources") if row["title"] == source_title}
        found = [(row, QgsGeometry.fromWkt(row["geom"]).asPoint()) for row in self.rows("sites") if row.get("geom")]
        return tuple(KnownSite(row["id"], point.x(), point.y(), row["name"] or "",
                               str(row["source_ref"] or "") if row["source_id"] in ids else "")
                     for row, point in found)


def open_survey(path: Path) -> Survey:
    """Check and open the survey at `path`.

    Raises SurveyMissing, SurveyUnreadable, NotAGeoPackage, NotASurvey, SurveyTooNew, SurveyDamaged or SurveyLocked.
    """
    path = Path(path).resolve()
    if not path.is_file():
        raise SurveyMissing(path=path)
    if not os.access(path, os.R_OK):
        raise SurveyUnreadable(path=path)
    if not _is_geopackage(path):
        raise NotAGeoPackage(path=path)
    tables = _tables(path)
    row = next(iter(read_rows(path, "survey", {})), None) if "survey" in tables else None
    if row is None or not isinstance(row.get("version"), int):
        raise NotASurvey(path=path)
    if row["version"] > SURVEY_VERSION:
        raise SurveyTooNew(path=path, version=row["version"], known=SURVEY_VERSION)
    if not tables >= TABLE.keys():
        raise SurveyDamaged("no table " + ", ".join(sorted(TABLE.keys() - tables)), path=path)
    return Survey(path, row["id"], row["title"] or path.stem, is_read_only(path))


def _tables(path: Path) -> set[str]:
    """The names of a GeoPackage's tables, its pages checked: a damaged page would later read as rows missing.

    A change that a program left half-way when it was ended is taken back here, which only one that may write can do.
    """
    unfinished = path.with_name(f"{path.name}-journal").exists() and not is_read_only(path)
    try:
        with opened(path, update=unfinished) as dataset:
            if execute(dataset, "PRAGMA quick_check(1)") != ["ok"]:
                raise RuntimeError("database disk image is malformed")
            return {dataset.GetLayer(number).GetName() for number in range(dataset.GetLayerCount())}
    except SurveyUnreadable as error:
        if error.detail:
            raise
        return set()  # GDAL opens no GeoPackage without tables, and says nothing


def is_read_only(path: Path) -> bool:
    """Whether writing is not possible, or nobody is meant to write (an administrator could, and must not)."""
    return not (path.stat().st_mode & WRITE_BITS) or not os.access(path, os.W_OK)


def plain_value(value: Any) -> Any:  # noqa: ANN401 - an attribute may be anything
    """None for NULL, ISO 8601 text (UTC for times) for Qt's dates; other values unchanged."""
    if value is None or value == NULL:
        return None
    if isinstance(value, QDateTime):
        return value.toUTC().toString("yyyy-MM-ddTHH:mm:ssZ")
    if isinstance(value, QDate):
        return value.toString(Qt.DateFormat.ISODate)
    return value


def _is_geopackage(path: Path) -> bool:
    # never by reading the file: closing it again would drop the locks that SQLite holds on it in this process
    driver = gdal.IdentifyDriverEx(str(path), gdal.OF_VECTOR)
    return driver is not None and driver.ShortName == "GPKG"
