"""Open a survey file: raise a one-line error about what is wrong with it, or return it ready to read."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, NamedTuple

from osgeo import gdal
from qgis.core import NULL
from qgis.PyQt.QtCore import QDate, QDateTime, Qt

from yalu_plugin.core.schema import SITE_STATES, SURVEY_VERSION, TABLE
from yalu_plugin.layers.survey.failures import is_geopackage
from yalu_plugin.layers.survey.geopackage import checkpoint, opened, remove_unused_journal, rows_of
from yalu_plugin.layers.survey.geopackage_survey import GeoPackageSurvey
from yalu_plugin.layers.survey.opened_file import OpenedFile
from yalu_plugin.layers.survey.side_file_handling import ASK, handle_side_file
from yalu_plugin.layers.survey.side_files import is_read_only
from yalu_plugin.layers.survey.survey_errors import (
    CannotRecord,
    NotAGeoPackage,
    NotASurvey,
    SurveyDamaged,
    SurveyMissing,
    SurveyOlder,
    SurveyTooNew,
    SurveyUnreadable,
)
from yalu_plugin.layers.survey.survey_path import check_survey_path
from yalu_plugin.layers.survey.survey_triggers import can_record, missing_triggers, restore_triggers


def open_survey(path: Path, side_file_action: str = ASK, reading: bool = False, restoring: bool = True
                ) -> GeoPackageSurvey:
    """Check and open the survey at `path`; a side file of another file is set aside first.

    `side_file_action` is the user's answer (APPLY, SET_ASIDE) to a SideFileUnsure. A survey of an older version is
    opened only for `reading`. Missing triggers are restored if `restoring`. No table is read as a whole, and no page
    checked: see layers.survey.page_check.

    Raises SurveyMissing, SurveyUnreadable, NotAGeoPackage, NotASurvey, SurveyTooNew, SurveyOlder, ForeignTriggers,
    SurveyDamaged, SurveyLocked, NameTooLong, NameMisread, SideFileUnsure or ForeignSideFile.
    """
    path = Path(path).resolve()
    check_survey_path(path)
    if not path.is_file():
        raise SurveyMissing(path=path)
    if not os.access(path, os.R_OK):
        raise SurveyUnreadable(path=path)
    if not is_geopackage(path):
        raise NotAGeoPackage(path=path)
    notices = [handle_side_file(path, side_file_action)]
    file, found = OpenedFile(path), _inspect(path)
    older, read_only = found.version < SURVEY_VERSION, is_read_only(path)
    if older:
        if not reading:
            raise SurveyOlder(path=path, version=found.version)
        notices.append(SurveyOlder(path=path, version=found.version))
    elif not found.can_record:
        notices.append(CannotRecord(path=path))
    elif found.missing and restoring and not read_only:
        notices.append(restore_triggers(path, file, found.missing))
    if not older:
        _complete(path, file)
    return GeoPackageSurvey(path, found.id, found.title or path.stem, read_only or older or not found.can_record, file,
                  tuple(notice for notice in notices if notice is not None), found.version)


class _Found(NamedTuple):
    """The content of a survey file; `missing` are the plugin's triggers that it lacks."""

    id: str
    version: int
    title: str
    missing: list[str]
    can_record: bool


def _inspect(path: Path) -> _Found:
    """Identify the file. Raises NotASurvey, SurveyTooNew, SurveyDamaged, ForeignTriggers and what opening it raises.

    A change that a program left unfinished when it ended is rolled back here, for which the file must be writable.
    """
    unfinished = path.with_name(f"{path.name}-journal").exists() and not is_read_only(path)
    with opened(path, update=unfinished) as dataset:
        tables = {dataset.GetLayer(number).GetName() for number in range(dataset.GetLayerCount())}
        about = rows_of(dataset, 'SELECT "id", "version", "title" FROM "survey" LIMIT 1') if "survey" in tables else []
        if not about or not isinstance(about[0][1], int):
            raise NotASurvey(path=path)
        survey_id, version, title = about[0]
        if version > SURVEY_VERSION:
            raise SurveyTooNew(path=path, version=version, known=SURVEY_VERSION)
        lost = {*(name for name, table in TABLE.items() if table.since <= version), SITE_STATES.name} - tables
        if lost:
            raise SurveyDamaged("no table " + ", ".join(sorted(lost)), path=path)
        if version == SURVEY_VERSION:
            _check_columns(dataset, path)
        return _Found(survey_id, version, title, missing_triggers(dataset, path, version), can_record(dataset))


def _check_columns(dataset: gdal.Dataset, path: Path) -> None:
    """Raise SurveyDamaged where a table lacks a column, as after QGIS renamed one: changes could not be recorded."""
    found = set(rows_of(dataset, 'SELECT m.name AS "of", c.name AS "column" FROM sqlite_master m, '
                                 "pragma_table_info(m.name) c WHERE m.type = 'table'"))
    lost = [f"{table.name}.{column}" for table in (*TABLE.values(), SITE_STATES) for column in table.column_names
            if (table.name, column) not in found]
    if lost:
        raise SurveyDamaged("no column " + ", ".join(lost), path=path)


def _complete(path: Path, file: OpenedFile) -> None:
    """Note the file's last entry, and apply the survey's own log to the file, where that may be written."""
    with opened(path, update=not is_read_only(path)) as dataset:
        file.note_entry(file.last_entry(dataset))
        if not is_read_only(path):
            checkpoint(dataset)
            if path.with_name(f"{path.name}-journal").exists():
                remove_unused_journal(dataset)


def plain_value(value: Any) -> Any:  # noqa: ANN401 - an attribute may be anything
    """Return None for NULL, ISO 8601 text (UTC for times) for Qt's dates, and other values unchanged."""
    if value is None or value == NULL:
        return None
    if isinstance(value, QDateTime):
        return value.toUTC().toString("yyyy-MM-ddTHH:mm:ssZ")
    if isinstance(value, QDate):
        return value.toString(Qt.DateFormat.ISODate)
    return value
