"""Whether a survey's file is whole: SQLite's own check of its pages, aside, as it reads all of them."""

from __future__ import annotations

from pathlib import Path

from yalu_plugin.core.sql import identifier
from yalu_plugin.layers.survey.errors import SurveyLocked, SurveyMissing, SurveyUnreadable
from yalu_plugin.layers.survey.failures import PageDamaged
from yalu_plugin.layers.survey.geopackage import execute, opened
from yalu_plugin.layers.survey.write import one_at_a_time


def check_pages(path: Path) -> None:
    """Raise SurveyDamaged where a page of the file does not fit: rows would be missing, or others appear.

    Safe in any thread. Table by table: a click meanwhile waits for one of them. A file that cannot be read just now is
    told by whoever needs it.
    """
    try:
        with opened(path) as dataset:
            for table in execute(dataset, "SELECT name FROM sqlite_master WHERE type = 'table'"):
                with one_at_a_time:
                    found = execute(dataset, f"PRAGMA quick_check({identifier(table)})")
                if found != ["ok"]:
                    raise PageDamaged("; ".join(found))
    except (SurveyLocked, SurveyMissing, SurveyUnreadable):
        return
