"""The triggers of surveys of versions 2 and 3, to recognise such files by their text. They are no longer created."""

from __future__ import annotations

from yalu_plugin.core.schema import FACTS, TABLE, Table
from yalu_plugin.core.schema_json import NEXT_SEQ, NOW, UUID, row_as_json
from yalu_plugin.core.schema_record import Named, assign_id_statement, change_condition, guards, of_record
from yalu_plugin.core.schema_states import states_of_before_4
from yalu_plugin.core.sql import identifier, literal


def triggers(version: int) -> Named:
    """Return the triggers of a survey of version 2 or 3."""
    tables = [TABLE[name].of(version) for name in FACTS if TABLE[name].since <= version]
    return [*of_record(), *(trigger for table in tables for trigger in _of_facts(table))]


def _of_facts(table: Table) -> Named:
    name, quoted, old = table.name, identifier(table.name), row_as_json(table, "OLD")
    new, keep = guards(table)
    return [
        new,
        (f"{name}_insert", f"AFTER INSERT ON {quoted} BEGIN {assign_id_statement(table)} "
                           f"{_entry(name, 'insert', 'NULL', row_as_json(table))} "
                           f'FROM {quoted} WHERE "fid" = NEW."fid"; {states_of_before_4(name, "NEW")}END'),
        keep,
        (f"{name}_update", f"AFTER UPDATE ON {quoted} WHEN {change_condition(table)} "
                           f"BEGIN {_entry(name, 'update', old, row_as_json(table, 'NEW'), 'NEW.')}; "
                           f"{states_of_before_4(name, 'OLD', 'NEW')}END"),
        (f"{name}_delete", f"AFTER DELETE ON {quoted} BEGIN {_entry(name, 'delete', old, 'NULL', 'OLD.')}; "
                           f"{states_of_before_4(name, 'OLD')}END")]


def _entry(table: str, action: str, before: str, after: str, dot: str = "") -> str:
    return ('INSERT INTO "audit" ("id", "seq", "at", "action", "table_name", "row_id", "before", "after") '
            f'SELECT {UUID}, {NEXT_SEQ}, {NOW}, {literal(action)}, {literal(table)}, {dot}"id", {before}, {after}')
