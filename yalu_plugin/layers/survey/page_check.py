"""Check in the background whether a survey's file is whole, by SQLite's own check of its pages."""

from __future__ import annotations

from pathlib import Path

from osgeo import gdal

from yalu_plugin.core.schema import FACTS, RECORDS, SITE_STATES
from yalu_plugin.core.sql import identifier, literal
from yalu_plugin.layers.survey.failures import PageDamaged
from yalu_plugin.layers.survey.geopackage import execute, opened
from yalu_plugin.layers.survey.survey_errors import SurveyLocked, SurveyMissing, SurveyUnreadable
from yalu_plugin.layers.survey.write import write_lock

MANY = 100_000  # rows: SQLite checks those of a table in a quarter of a second
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0"
_INDEXES = "SELECT name FROM pragma_index_list({table}) WHERE partial = 0"
_COLUMN = "SELECT name FROM pragma_index_info({index}) WHERE seqno = 0"
_OF_RECORD = (*FACTS, *RECORDS, SITE_STATES.name)  # tables whose rows are read when the record is checked


def check_pages(path: Path) -> None:
    """Raise SurveyDamaged where a page of the file is inconsistent: rows would be missing, or others appear.

    Safe in any thread. It goes table by table: a click meanwhile waits for one of them. A file that cannot be read just
    now is reported by the code that needs it.
    """
    try:
        with opened(path) as dataset:
            for table in execute(dataset, _TABLES):
                _check(dataset, table)
    except (FileNotFoundError, SurveyLocked, SurveyMissing, SurveyUnreadable):
        return


def _check(dataset: gdal.Dataset, table: str) -> None:
    """Check a table; if it has very many rows, check only that it and its indexes can be read from page to page.

    That takes a tenth of the time.
    """
    name = identifier(table)
    with write_lock:
        if int(execute(dataset, f"SELECT COALESCE(MAX(rowid), 0) FROM {name}")[0]) <= MANY:
            found = execute(dataset, f"PRAGMA quick_check({name})")
            if found != ["ok"]:
                raise PageDamaged("; ".join(found))
            return
        if table not in _OF_RECORD:
            execute(dataset, f"SELECT COUNT(*) FROM {name} NOT INDEXED")
    for index in execute(dataset, _INDEXES.format(table=literal(table))):
        (column,) = execute(dataset, _COLUMN.format(index=literal(index)))
        with write_lock:
            execute(dataset, f"SELECT COUNT({identifier(column)}) FROM {name} INDEXED BY {identifier(index)}")
