"""SQL statements for the parts of a survey file that work by themselves: indexes, views and triggers.

The triggers write an entry of the record for every change of a fact by any program, update site_states, and protect
sealed entries. A change that no trigger would notice, replacing a row (INSERT OR REPLACE), is refused.
"""

from __future__ import annotations

import re

from yalu_plugin.core import schema_before_4, schema_record
from yalu_plugin.core.schema import FACTS, RECEIVED, SITE_STATES, SURVEY_VERSION, TABLE
from yalu_plugin.core.schema_json import NEXT_SEQ, NOW, PREFIX, UUID
from yalu_plugin.core.sql import identifier, literal

_TYPES = {"text": "TEXT", "real": "REAL", "integer": "MEDIUMINT", "boolean": "BOOLEAN", "date": "DATE",
          "datetime": "DATETIME"}

# triggers that GDAL creates in a GeoPackage, by name and table
_OF_GEOPACKAGE = re.compile(r"(?:rtree_(?P<rtree>.+)_geom_(?:insert|update[1-7]|delete)"
                            r"|trigger_(?:insert|delete)_feature_count_(?P<count>.+)"
                            r"|(?P<gpkg>gpkg_(?:tile_matrix|metadata|metadata_reference))_[a-z_]+)")


def indexes() -> dict[str, str]:
    """Return the statements that create the indexes, by name."""
    unique = [(table, ("id",)) for table in FACTS] + [("audit", ("seq",))]
    others = [("observations", ("site_id", "seen_to")), ("observations", ("image_id",)), ("marks", ("site_id",)),
              ("marks", ("count_id",)), ("counts", ("area_id",)), (SITE_STATES.name, ("site_id",)),
              (RECEIVED, ("survey_id", "seq"))]
    statements = {_index_name(*index): _index("UNIQUE INDEX", *index) for index in unique}
    statements.update({_index_name(*index): _index("INDEX", *index) for index in others})
    unsealed = f"{PREFIX}unsealed"
    return {**statements, unsealed: f'CREATE INDEX "{unsealed}" ON "audit" ("seq") WHERE "hash" IS NULL'}


def _index_name(table: str, columns: tuple[str, ...]) -> str:
    return f"{PREFIX}{table}_{columns[0]}"


def _index(kind: str, table: str, columns: tuple[str, ...]) -> str:
    name = identifier(_index_name(table, columns))
    return f"CREATE {kind} {name} ON {identifier(table)} ({', '.join(map(identifier, columns))})"


def assign_ids_statement(table: str) -> str:
    """Return the statement that gives a new id to each row of a table without an id, or with that of an earlier row."""
    return (f"UPDATE {identifier(table)} SET \"id\" = {UUID} WHERE COALESCE(\"id\", '') = '' OR \"fid\" NOT IN "
            f'(SELECT MIN("fid") FROM {identifier(table)} GROUP BY "id")')


def entry_statement(table: str, action: str, row_id: str, before: str | None, after: str | None) -> str:
    """Return the statement that adds an unsealed entry to the record."""
    values = ", ".join(map(literal, (action, table, row_id, before, after)))
    return (f'INSERT INTO "audit" ("id", "seq", "at", "action", "table_name", "row_id", "before", "after") '
            f"VALUES ({UUID}, {NEXT_SEQ}, {NOW}, {values})")


def triggers(version: int = SURVEY_VERSION) -> dict[str, str]:
    """Return the statements that create the triggers of a survey of a version, by name; none before version 2."""
    if version < 2:
        return {}
    of_version = schema_before_4.triggers if version < schema_record.SINCE else schema_record.triggers
    statements = of_version(version)
    return {f"{PREFIX}{name}": f"CREATE TRIGGER {identifier(PREFIX + name)} {text}" for name, text in statements}


def views(version: int = SURVEY_VERSION) -> dict[str, str]:
    """Return the statements that create the views needed by the triggers of a survey of a version, by name."""
    statements = schema_record.views(version) if version >= schema_record.SINCE else []
    return {f"{PREFIX}{name}": f"CREATE VIEW {identifier(PREFIX + name)} {text}" for name, text in statements}


def own_statements(version: int = SURVEY_VERSION) -> dict[str, str]:
    """Return the statements of views and triggers, in the order in which they can be created."""
    return {**views(version), **triggers(version)}


def is_of_geopackage(name: str, table: str) -> bool:
    """Return whether a trigger with this name on this table is one that GDAL creates in every GeoPackage."""
    match = _OF_GEOPACKAGE.fullmatch(name)
    return match is not None and table in match.groups()


def new_columns(version: int) -> list[str]:
    """Return the statements that add the missing columns to the tables of a survey of this version."""
    return [f"ALTER TABLE {identifier(table.name)} ADD COLUMN {identifier(column.name)} {_TYPES[column.type]}"
            for table in TABLE.values() for column in table.columns if table.since <= version < column.since]


def restored_entry() -> str:
    """Return the statement that records that missing triggers were restored."""
    return (f'INSERT INTO "audit" ("id", "seq", "at", "action") '
            f"VALUES ({UUID}, {NEXT_SEQ}, {NOW}, 'triggers restored')")
