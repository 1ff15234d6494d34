"""What a survey file does by itself, as statements of SQL made from the schema: indexes, and triggers.

The triggers write an entry of the record for every change of a fact, whoever makes it, keep site_states, and let nobody
change what is sealed. A change that no trigger would see, a row put over another one (INSERT OR REPLACE), is refused.
"""

from __future__ import annotations

import re

from yalu_plugin.core.schema import FACTS, SITE_STATES, SURVEY_VERSION, TABLE, Table
from yalu_plugin.core.schema_states import changed, states_of, triggers_of_states
from yalu_plugin.core.sql import identifier, literal

PREFIX = "yalu_"
_TYPES = {"text": "TEXT", "real": "REAL", "integer": "MEDIUMINT", "boolean": "BOOLEAN", "date": "DATE",
          "datetime": "DATETIME"}
_BYTES = "hex(randomblob({}))"
STATES_APART = 4  # the first version whose states have triggers of their own
_UUID = "lower(" + " || '-' || ".join((
    _BYTES.format(4), _BYTES.format(2), "'4' || substr(hex(randomblob(2)), 2)",
    "substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2)", _BYTES.format(6))) + ")"
_NEXT_SEQ = '(SELECT COALESCE(MAX("seq"), 0) + 1 FROM "audit")'
_NOW = "strftime('%Y-%m-%dT%H:%M:%SZ', 'now')"

# what GDAL writes into a GeoPackage of its own, by name and table
_OF_GEOPACKAGE = re.compile(r"(?:rtree_(?P<rtree>.+)_geom_(?:insert|update[1-7]|delete)"
                            r"|trigger_(?:insert|delete)_feature_count_(?P<count>.+)"
                            r"|(?P<gpkg>gpkg_(?:tile_matrix|metadata|metadata_reference))_[a-z_]+)")

def indexes() -> dict[str, str]:
    """The statements that make the indexes, by name."""
    unique = [(table, ("id",)) for table in FACTS] + [("audit", ("seq",))]
    others = [("observations", ("site_id", "seen_to")), ("observations", ("image_id",)), ("marks", ("site_id",)),
              ("marks", ("count_id",)), ("counts", ("area_id",)), (SITE_STATES.name, ("site_id",))]
    made = {_index_name(*index): _index("UNIQUE INDEX", *index) for index in unique}
    made.update({_index_name(*index): _index("INDEX", *index) for index in others})
    return {**made, f"{PREFIX}unsealed": f'CREATE INDEX "{PREFIX}unsealed" ON "audit" ("seq") WHERE "hash" IS NULL'}


def _index_name(table: str, columns: tuple[str, ...]) -> str:
    return f"{PREFIX}{table}_{columns[0]}"


def _index(kind: str, table: str, columns: tuple[str, ...]) -> str:
    name = identifier(_index_name(table, columns))
    return f"CREATE {kind} {name} ON {identifier(table)} ({', '.join(map(identifier, columns))})"


def ids_given(table: str) -> str:
    """The statement that gives an id to each row of a table that has none, or that of a row before it."""
    return (f"UPDATE {identifier(table)} SET \"id\" = {_UUID} WHERE COALESCE(\"id\", '') = '' OR \"fid\" NOT IN "
            f'(SELECT MIN("fid") FROM {identifier(table)} GROUP BY "id")')


def entry_of(table: str, action: str, row_id: str, before: str | None, after: str | None) -> str:
    """The statement that adds an entry to the record, not yet sealed."""
    values = ", ".join(map(literal, (action, table, row_id, before, after)))
    return (f'INSERT INTO "audit" ("id", "seq", "at", "action", "table_name", "row_id", "before", "after") '
            f"VALUES ({_UUID}, {_NEXT_SEQ}, {_NOW}, {values})")


def triggers(version: int = SURVEY_VERSION) -> dict[str, str]:
    """The statements that make the triggers of a survey of a version, by name; there are none before 2."""
    if version < 2:
        return {}
    tables = [TABLE[name].of(version) for name in FACTS if TABLE[name].since <= version]
    made = [*_of_record(), *(trigger for table in tables for trigger in _of_facts(table, version))]
    return {name: f"CREATE TRIGGER {identifier(name)} {text}" for name, text in made}


def is_of_geopackage(name: str, table: str) -> bool:
    """Whether a trigger of this name on this table is one that GDAL keeps in every GeoPackage."""
    match = _OF_GEOPACKAGE.fullmatch(name)
    return match is not None and table in match.groups()


def new_columns(version: int) -> list[str]:
    """The statements that add to the tables of a survey of this version the columns that it lacks."""
    return [f"ALTER TABLE {identifier(table.name)} ADD COLUMN {identifier(column.name)} {_TYPES[column.type]}"
            for table in TABLE.values() for column in table.columns if table.since <= version < column.since]


def row_as_json(table: Table, which: str = "") -> str:
    """The SQL expression for a row of the table as an entry of the record has it; `which` is NEW or OLD."""
    dot = f"{which}." if which else ""
    pairs = [f"'fid', {dot}\"fid\"", *(f"{literal(column.name)}, {as_json(column.type, dot + identifier(column.name))}"
                                       for column in table.columns)]
    if table.geometry:
        pairs.append(f"'geom', CASE WHEN {dot}\"geom\" IS NOT NULL THEN hex({dot}\"geom\") END")
    return f"json_object({', '.join(pairs)})"


def restored_entry() -> str:
    """The statement that notes in the record that triggers were missing and put back."""
    return (f'INSERT INTO "audit" ("id", "seq", "at", "action") '
            f"VALUES ({_UUID}, {_NEXT_SEQ}, {_NOW}, 'triggers restored')")


def as_json(kind: str, value: str) -> str:
    """A value as JSON can hold it, and as it is read: any program may have written anything into any column.

    A number to 17 digits, so that it is the same number again: json_object itself leaves off after 15.
    """
    if kind in ("text", "date", "datetime"):
        return f"CAST({value} AS TEXT)"
    return (f"CASE typeof({value}) WHEN 'blob' THEN NULL WHEN 'real' THEN CASE WHEN abs({value}) < 9e999 "
            f"THEN json(printf('%!.17g', {value})) ELSE CAST({value} AS TEXT) END ELSE {value} END")


def _of_record() -> list[tuple[str, str]]:
    return [
        (f"{PREFIX}audit_insert", f'BEFORE INSERT ON "audit" WHEN NEW."seq" IS NOT {_NEXT_SEQ} BEGIN '
                                  f"{_refuse('an entry of the record must be the next one')} END"),
        (f"{PREFIX}audit_update", 'BEFORE UPDATE ON "audit" WHEN OLD."hash" IS NOT NULL BEGIN '
                                  f"{_refuse('a sealed entry of the record is never changed')} END"),
        (f"{PREFIX}audit_delete", f'BEFORE DELETE ON "audit" BEGIN {_refuse("entries of the record stay")} END')]


def _of_facts(table: Table, version: int) -> list[tuple[str, str]]:
    name, quoted, old = table.name, identifier(table.name), row_as_json(table, "OLD")
    columns = [*map(identifier, table.column_names), *(['"geom"'] if table.geometry else [])]
    states = states_of(name, "OLD", "NEW") if version < STATES_APART else ""
    given = f'UPDATE {quoted} SET "id" = {_UUID} WHERE "fid" = NEW."fid" AND COALESCE("id", \'\') = \'\';'
    there = f'EXISTS (SELECT 1 FROM {quoted} WHERE "id" = NEW."id" OR "fid" = NEW."fid")'
    moved = '(OLD."id" <> \'\' AND NEW."id" IS NOT OLD."id") OR NEW."fid" IS NOT OLD."fid"'
    return [
        (f"{PREFIX}{name}_new", f"BEFORE INSERT ON {quoted} WHEN {there} BEGIN "
                                f"{_refuse('there is a row with this id: change that one with UPDATE')} END"),
        (f"{PREFIX}{name}_insert", f"AFTER INSERT ON {quoted} BEGIN {given} "
                                   f"{_entry(name, 'insert', 'NULL', row_as_json(table))} "
                                   f'FROM {quoted} WHERE "fid" = NEW."fid"; {states_of(name, "NEW")}END'),
        (f"{PREFIX}{name}_keep", f'BEFORE UPDATE OF "id", "fid" ON {quoted} WHEN {moved} BEGIN '
                                 f"{_refuse('the id of a row is kept for good')} END"),
        # a row without an id is one that is just being given it: no entry, as it has one of its own then
        (f"{PREFIX}{name}_update", f'AFTER UPDATE ON {quoted} WHEN OLD."id" <> \'\' AND ({changed(columns)}) '
                                   f"BEGIN {_entry(name, 'update', old, row_as_json(table, 'NEW'), 'NEW.')}; "
                                   f"{states}END"),
        (f"{PREFIX}{name}_delete", f"AFTER DELETE ON {quoted} BEGIN "
                                   f"{_entry(name, 'delete', old, 'NULL', 'OLD.')}; "
                                   f"{states_of(name, 'OLD')}END"),
        *((f"{PREFIX}{name}_{what}", text) for what, text in triggers_of_states(name) if version >= STATES_APART)]


def _refuse(why: str) -> str:
    return f"SELECT RAISE(ABORT, {literal('survey: ' + why)});"


def _entry(table: str, action: str, before: str, after: str, dot: str = "") -> str:
    return ('INSERT INTO "audit" ("id", "seq", "at", "action", "table_name", "row_id", "before", "after") '
            f'SELECT {_UUID}, {_NEXT_SEQ}, {_NOW}, {literal(action)}, {literal(table)}, {dot}"id", {before}, {after}')
