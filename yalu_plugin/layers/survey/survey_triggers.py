"""The triggers by which a survey file records its changes: all of them have to be there, and no others."""

from __future__ import annotations

from pathlib import Path

from osgeo import gdal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.schema import SITE_STATES
from yalu_plugin.core.schema_sql import is_of_geopackage, own_statements, restored_entry, views
from yalu_plugin.core.schema_states import clear_states_statements, fill_states_statements
from yalu_plugin.core.sql import identifier, literal
from yalu_plugin.layers.survey.geopackage import execute, rows_of
from yalu_plugin.layers.survey.opened_file import OpenedFile
from yalu_plugin.layers.survey.survey_errors import ForeignTriggers, TriggersRestored


def missing_triggers(dataset: gdal.Dataset, path: Path, version: int) -> list[str]:
    """Return the names of those triggers and views of a survey of a version that the file lacks.

    A statement that has one of their names and differs is foreign, and so is each other trigger. Raises
    ForeignTriggers.
    """
    own, view_names, found = own_statements(version), {name.lower() for name in views(version)}, set()
    for kind, name, table, text in rows_of(dataset, "SELECT type, name, tbl_name, sql FROM sqlite_master"):
        if own.get(name) == text:
            found.add(name)
        elif name.lower() in view_names or (kind == "trigger" and not is_of_geopackage(name, table)):
            raise ForeignTriggers(path=path, trigger=name)
    return [name for name in own if name not in found]


def can_record(dataset: gdal.Dataset) -> bool:
    """Return whether this SQLite has the functions that the triggers call."""
    try:
        return execute(dataset, "SELECT json_object('a', 1)") == ['{"a":1}']
    except RuntimeError:
        return False


def restore_triggers(path: Path, file: OpenedFile, names: list[str]) -> YaluError:
    """Restore these triggers and views, with an entry in the record, and rebuild site_states; return the notice.

    Changes made while they were missing are not in the record: verifying finds them. Raises what `change` raises.
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
    """Drop the triggers that GDAL gives a copy of a survey for the spatial index of site_states: the plugin's own keep
    it.
    """
    for name in execute(dataset, "SELECT name FROM sqlite_master WHERE type = 'trigger' AND "
                                 f"tbl_name = {literal(SITE_STATES.name)} AND name LIKE 'rtree%'"):
        execute(dataset, f"DROP TRIGGER {identifier(name)}")
