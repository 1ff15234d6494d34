"""SQL statements for the triggers with which a survey writes its record, derived from the schema.

Every program that opens the file reads all triggers, QGIS several times per edit, so common parts are stated once: a
row as JSON is a view of its table, and a trigger on the view `yalu_entry` adds an entry to the record.
"""

from __future__ import annotations

from yalu_plugin.core.schema import FACTS, TABLE, Table
from yalu_plugin.core.schema_json import NEXT_SEQ, NOW, NOW_MS, PREFIX, UUID, row_as_json
from yalu_plugin.core.schema_states import (
    STATES_OF_DAY,
    STATES_OF_DAY_TRIGGER,
    changed_condition,
    states_of,
    triggers_of_states,
)
from yalu_plugin.core.sql import identifier, literal

Named = list[tuple[str, str]]  # the end of a name, and the SQL after CREATE ... name
SINCE = 4  # the first version of a survey with these triggers
_ENTRY, _ID, _ROW = "entry", '"id"', '"row"'
# The time of a table's last change is written with its entry. GDAL writes it once more in a separate transaction, which
# takes as long as the edit itself: within the same second that is ignored, unless it changes anything else.
_CONTENTS_SINCE = 5
_CONTENTS_COLUMNS = ("identifier", "description", "min_x", "min_y", "max_x", "max_y", "srs_id")


def views(version: int) -> Named:
    """Return the views that the triggers of a survey of a version, from SINCE, write to and read."""
    return [(_ENTRY, 'AS SELECT "action", "table_name", "row_id", "before", "after" FROM "audit"'), STATES_OF_DAY,
            *((f"{table.name}_row",
               f'AS SELECT "fid", "id", {row_as_json(table)} AS "row" FROM {identifier(table.name)}')
              for table in _facts_of(version))]


def triggers(version: int) -> Named:
    """Return the triggers of a survey of a version, from SINCE."""
    return [*_of_record(), *(_of_contents() if version >= _CONTENTS_SINCE else []), STATES_OF_DAY_TRIGGER,
            *(trigger for table in _facts_of(version) for trigger in _of_facts(table))]


def _facts_of(version: int) -> list[Table]:
    return [TABLE[name].of(version) for name in FACTS if TABLE[name].since <= version]


def of_record() -> Named:
    """Return the triggers that protect sealed entries."""
    return [
        ("audit_insert", f'BEFORE INSERT ON "audit" WHEN NEW."seq" IS NOT {NEXT_SEQ} BEGIN '
                         f"{refuse('an entry of the record must be the next one')} END"),
        ("audit_update", 'BEFORE UPDATE ON "audit" WHEN OLD."hash" IS NOT NULL BEGIN '
                         f"{refuse('a sealed entry of the record is never changed')} END"),
        ("audit_delete", f'BEFORE DELETE ON "audit" BEGIN {refuse("entries of the record stay")} END')]


def _of_record() -> Named:
    return [*of_record(),
            ("entry_insert", f'INSTEAD OF INSERT ON "{PREFIX}{_ENTRY}" BEGIN INSERT INTO "audit" ("id", "seq", "at", '
                             f'"action", "table_name", "row_id", "before", "after") VALUES ({UUID}, {NEXT_SEQ}, {NOW}, '
                             'NEW."action", NEW."table_name", NEW."row_id", NEW."before", NEW."after"); END')]


def _of_contents() -> Named:
    return [("audit_contents", f'AFTER INSERT ON "audit" BEGIN UPDATE "gpkg_contents" SET "last_change" = {NOW_MS} '
                               'WHERE "table_name" = NEW."table_name" AND substr("last_change", 1, 19) <> '
                               f'substr({NOW}, 1, 19); END'),
            ("contents_update", 'BEFORE UPDATE OF "last_change" ON "gpkg_contents" WHEN substr(NEW."last_change", 1, '
                                '19) = substr(OLD."last_change", 1, 19) AND '
                                f"NOT ({changed_condition(map(identifier, _CONTENTS_COLUMNS))}) "
                                "BEGIN SELECT RAISE(IGNORE); END")]


def guards(table: Table) -> Named:
    """Return the triggers that refuse changes which no other trigger would notice."""
    quoted = identifier(table.name)
    exists = f'EXISTS (SELECT 1 FROM {quoted} WHERE "id" = NEW."id" OR "fid" = NEW."fid")'
    moved = '(OLD."id" <> \'\' AND NEW."id" IS NOT OLD."id") OR NEW."fid" IS NOT OLD."fid"'
    return [(f"{table.name}_new", f"BEFORE INSERT ON {quoted} WHEN {exists} BEGIN "
                                  f"{refuse('there is a row with this id: change that one with UPDATE')} END"),
            (f"{table.name}_keep", f'BEFORE UPDATE OF "id", "fid" ON {quoted} WHEN {moved} BEGIN '
                                   f"{refuse('the id of a row is kept for good')} END")]


def change_condition(table: Table) -> str:
    """Return the condition that a row with an id changes; a row without one is being given it, with its own entry."""
    columns = [*map(identifier, table.column_names), *(['"geom"'] if table.geometry else [])]
    return f'OLD."id" <> \'\' AND ({changed_condition(columns)})'


def assign_id_statement(table: Table) -> str:
    """Return the statement that gives an id to a new row without one."""
    return (f'UPDATE {identifier(table.name)} SET "id" = {UUID} WHERE "fid" = NEW."fid" '
            'AND COALESCE("id", \'\') = \'\';')


def refuse(reason: str) -> str:
    """Return the statement with which a trigger refuses a change."""
    return f"SELECT RAISE(ABORT, {literal('survey: ' + reason)});"


def _of_facts(table: Table) -> Named:
    name, quoted, of_row = table.name, identifier(table.name), f'FROM "{PREFIX}{table.name}_row" WHERE "fid" ='
    ended = states_of(name, "OLD")
    return [
        *guards(table),
        (f"{name}_insert", f"AFTER INSERT ON {quoted} BEGIN {assign_id_statement(table)} "
                           f'{_entry(name, "insert", _ID, "NULL", _ROW)} {of_row} NEW."fid"; '
                           f'{states_of(name, "NEW")}END'),
        (f"{name}_update", f"AFTER UPDATE ON {quoted} WHEN {change_condition(table)} BEGIN "
                           f'{_entry(name, "update", _ID, row_as_json(table, "OLD"), _ROW)} {of_row} NEW."fid"; END'),
        # BEFORE, while the view still has the row
        (f"{name}_delete", f'BEFORE DELETE ON {quoted} BEGIN {_entry(name, "delete", _ID, _ROW, "NULL")} '
                           f'{of_row} OLD."fid"; END'),
        *([(f"{name}_gone", f"AFTER DELETE ON {quoted} BEGIN {ended}END")] if ended else []),
        *((f"{name}_{what}", text) for what, text in triggers_of_states(name))]


def _entry(table: str, action: str, row_id: str, before: str, after: str) -> str:
    return (f'INSERT INTO "{PREFIX}{_ENTRY}" SELECT {literal(action)}, {literal(table)}, {row_id}, {before}, {after}')
