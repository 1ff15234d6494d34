"""The triggers by which a survey file records its changes: all of them there, and nobody else's."""

from __future__ import annotations

from pathlib import Path

from osgeo import gdal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.schema import SITE_STATES
from yalu_plugin.core.schema_sql import is_of_geopackage, own_statements, restored_entry, views
from yalu_plugin.core.schema_states import fill_states_statements, clear_states_statements
from yalu_plugin.core.sql import identifier, literal
from yalu_plugin.layers.survey.geopackage import execute, rows_of
from yalu_plugin.layers.survey.opened_file import OpenedFile
from yalu_plugin.layers.survey.survey_errors import ForeignTriggers, TriggersRestored


def missing_triggers(dataset: gdal.Dataset, path: Path, version: int) -> list[str]:
    """The names of the own triggers of a survey of a version, and of their views, that are not in the file. Raises
    ForeignTriggers.

    What bears one of their names and is another statement is foreign, and so is each other trigger.
    """
    own, view_names, found = own_statements(version), {name.lower() for name in views(version)}, set()
    for kind, name, table, text in rows_of(dataset, "SELECT type, name, tbl_name, sql FROM sqlite_master"):
        if own.get(name) == text:
            found.add(name)
        elif name.lower() in view_names or (kind == "trigger" and not is_of_geopackage(name, table)):
            raise ForeignTriggers(path=path, trigger=name)
    return [name for name in own if name not in found]


def can_record(dataset: gdal.Dataset) -> bool:
    """Whether this SQLite has the functions that the triggers call."""
    try:
        return execute(dataset, "SELECT json_object('a', 1)") == ['{"a":1}']
    except RuntimeError:
        return False


def restore_triggers(path: Path, file: OpenedFile, names: list[str]) -> YaluError:
    """Put these back, with an entry in the record, and work out site_states anew; returns what is to be told.

    What was changed while they were missing is not in the record: verifying finds it. Raises what `change` raises.
    """
    from yalu_plugin.layers.survey.write import transaction

    with transaction(path, file) as dataset:
        _drop_state_index_triggers(dataset)
        own = own_statements()
        for statement in (*(own[name] for name in names), restored_entry(), *clear_states_statements(),
                          *fill_states_statements()):
            execute(dataset, statement)
    return TriggersRestored(path=path, n=len(names))


def _drop_state_index_triggers(dataset: gdal.Dataset) -> None:
    """GDAL gives a copy of a survey triggers that keep the spatial index of site_states: its own ones do that."""
    for name in execute(dataset, "SELECT name FROM sqlite_master WHERE type = 'trigger' AND "
                                 f"tbl_name = {literal(SITE_STATES.name)} AND name LIKE 'rtree%'"):
        execute(dataset, f"DROP TRIGGER {identifier(name)}")
