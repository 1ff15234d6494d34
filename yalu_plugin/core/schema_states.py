"""SQL statements for the table site_states: creating, filling, and updating it by triggers on its sources."""

from __future__ import annotations

from collections.abc import Iterable

from yalu_plugin.core.schema import SITE_STATES, states_query
from yalu_plugin.core.schema_json import PREFIX
from yalu_plugin.core.sql import identifier

_RTREE = "rtree_site_states_geom"
_STATE_VALUES = ("o.state", "CAST(o.seen_from AS TEXT)", "CAST(o.seen_to AS TEXT)", "o.image_id", "o.id",
                 "CAST(o.seen_to AS TEXT)")  # of site_states from "state" to "valid_from"
_STATE_COLUMNS = ('"site_id"', '"image_id"', '"seen_from"', '"seen_to"', '"state"')  # by observations
_NAME_COLUMNS, _PLACE_COLUMNS = ('"name"', '"kind"'), ('"geom"',)  # by sites

SITE_STATES_STATEMENTS = (
    'CREATE TABLE "site_states" ("fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "geom" POINT, '
    + ", ".join(f"{identifier(column)} TEXT" for column in SITE_STATES.column_names) + ")",
    "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) "
    "VALUES ('site_states', 'features', 'site_states', 4326)",
    "INSERT INTO gpkg_geometry_columns VALUES ('site_states', 'geom', 'POINT', 4326, 0, 0)",
    "INSERT INTO gpkg_ogr_contents (table_name, feature_count) VALUES ('site_states', 0)",  # else QGIS counts the rows
    *(f'CREATE TRIGGER "trigger_{event.lower()}_feature_count_site_states" AFTER {event} ON "site_states" BEGIN '
      f"UPDATE gpkg_ogr_contents SET feature_count = feature_count {by} WHERE table_name = 'site_states'; END"
      for event, by in (("INSERT", "+ 1"), ("DELETE", "- 1"))),
    f"CREATE VIRTUAL TABLE {_RTREE} USING rtree(id, minx, maxx, miny, maxy)",
    "INSERT INTO gpkg_extensions (table_name, column_name, extension_name, definition, scope) VALUES ('site_states', "
    "'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')")


def fill_states_statements() -> tuple[str, ...]:
    """Return statements that fill the empty table site_states from sites and observations."""
    return (_states_inserted(""),
            f"INSERT OR REPLACE INTO {_RTREE} {_boxes_of_geometry()}")


def clear_states_statements() -> tuple[str, ...]:
    """Return statements that empty site_states."""
    return f"DELETE FROM {_RTREE}", "DELETE FROM site_states"


def changed_condition(columns: Iterable[str]) -> str:
    """Return the condition of a trigger that one of these quoted columns changes."""
    return " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in columns)


def triggers_of_states(table: str) -> list[tuple[str, str]]:
    """Return the ends of the names, and the statements, of triggers for updates on which states depend.

    Other updates do not touch the states, which would take a hundred times as long as the entry of the record.
    """
    if table == "observations":
        return [("states", f'AFTER UPDATE ON "observations" WHEN {changed_condition(_STATE_COLUMNS)} BEGIN '
                           f"{states_of(table, 'OLD')}{states_of(table, 'NEW')}END")]
    if table == "sites":
        own = "WHERE site_id = NEW.id"
        return [
            ("named", f'AFTER UPDATE ON "sites" WHEN {changed_condition(_NAME_COLUMNS)} BEGIN '
                      f"UPDATE site_states SET name = NEW.name, kind = NEW.kind {own}; END"),
            ("moved", f'AFTER UPDATE ON "sites" WHEN {changed_condition(_PLACE_COLUMNS)} BEGIN '
                      f"UPDATE site_states SET geom = NEW.geom {own}; "
                      f"DELETE FROM {_RTREE} WHERE id IN (SELECT fid FROM site_states {own}); "
                      f"INSERT OR REPLACE INTO {_RTREE} {_boxes_of_geometry()} AND s.site_id = NEW.id; END")]
    return []


def states_of(table: str, which: str) -> str:
    """Return statements that update the states of a row's site; `which` is NEW or OLD."""
    if table == "sites":
        return _states_of_row(which)
    if table == "observations":
        return f'INSERT INTO "{PREFIX}states_of_day" VALUES ({which}."site_id", {which}."seen_to"); '
    return ""


def states_of_before_4(table: str, *which: str) -> str:
    """Return the statements of states_of for triggers of versions 2 and 3."""
    if table == "sites":
        return _states_of_row(which[0] if len(which) == 1 else "NEW")
    return "".join(_update_state_of_day(one) for one in which) if table == "observations" else ""


def _states_of_row(which: str) -> str:
    if which == "OLD":
        return _states_deleted("site_id = OLD.id")
    return _states_of_site("(SELECT id FROM sites WHERE fid = NEW.fid)")


def _states_of_site(site: str) -> str:
    """Return statements that rebuild all states of a site."""
    return (f"{_states_deleted(f'site_id = {site}')}{_states_inserted(site)}; "
            f"INSERT OR REPLACE INTO {_RTREE} {_boxes_of_geometry()} AND s.site_id = {site}; ")


def _update_state_of_day(seen: str) -> str:
    """Return statements that update the state starting on an observation's last day, and the end of the one before.

    `seen` is NEW or OLD. The time does not depend on the number of observations. The state of that day is the one seen
    last on it, as in states_query.
    """
    site, day, saw = f"{seen}.site_id", f"{seen}.seen_to", "state IS NOT NULL AND state <> 'not_observable'"
    values = ", ".join(_STATE_VALUES)
    later = f"SELECT CAST(seen_to AS TEXT) FROM observations WHERE site_id = {site} AND {saw} AND seen_to > "
    return (
        f"{_states_deleted(f'site_id = {site} AND valid_from = {day}')}"
        f"INSERT INTO site_states (geom, {', '.join(SITE_STATES.column_names)}) "
        f"SELECT s.geom, s.id, s.name, s.kind, {values}, ({later}{day} ORDER BY seen_to LIMIT 1) "
        f"FROM sites s JOIN observations o ON o.fid = (SELECT fid FROM observations WHERE site_id = {site} AND {saw} "
        f"AND seen_to = {day} ORDER BY seen_from DESC, fid DESC LIMIT 1) WHERE s.id = {site}; "
        f"INSERT OR REPLACE INTO {_RTREE} {_BOXES_OF_SITES} WHERE s.site_id = {site} AND s.valid_from = {day}; "
        f"UPDATE site_states SET valid_to = ({later}COALESCE(site_states.valid_from, '') ORDER BY seen_to LIMIT 1) "
        f"WHERE fid = (SELECT fid FROM site_states WHERE site_id = {site} AND COALESCE(valid_from, '') < {day} "
        "ORDER BY COALESCE(valid_from, '') DESC LIMIT 1); ")


def _states_deleted(condition: str) -> str:
    return (f"DELETE FROM {_RTREE} WHERE id IN (SELECT fid FROM site_states WHERE {condition}); "
            f"DELETE FROM site_states WHERE {condition}; ")


def _states_inserted(site: str) -> str:
    return f"INSERT INTO site_states (geom, {', '.join(SITE_STATES.column_names)}) {states_query(site)}"


def _boxes_of_geometry() -> str:
    return ("SELECT s.fid, ST_MinX(s.geom), ST_MaxX(s.geom), ST_MinY(s.geom), ST_MaxY(s.geom) FROM site_states s "
            "WHERE s.geom NOTNULL AND NOT ST_IsEmpty(s.geom)")


# without functions of GeoPackage, so that any program with SQLite can write observations
_BOXES_OF_SITES = ("SELECT s.fid, r.minx, r.maxx, r.miny, r.maxy FROM site_states s JOIN sites ON sites.id = s.site_id "
                   "JOIN rtree_sites_geom r ON r.id = sites.fid")

# a view into which a site and a day are inserted, and its trigger, which updates the state that starts on that day
STATES_OF_DAY = "states_of_day", 'AS SELECT "site_id", "seen_to" FROM "observations"'
STATES_OF_DAY_TRIGGER = ("states_of_day_insert",
                         f'INSTEAD OF INSERT ON "{PREFIX}states_of_day" BEGIN {_update_state_of_day("NEW")}END')
