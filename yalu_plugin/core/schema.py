"""The tables of a survey file, their columns and the values allowed in them, each defined once.

A survey is one GeoPackage. Geometry is EPSG:4326, times are UTC, ids are UUIDs. Every table also has the
GeoPackage key `fid`; spatial tables have the geometry column `geom`.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from yalu_plugin.core.kinds import SITE_KINDS
from yalu_plugin.core.sql import literal
from yalu_plugin.core.states import NOT_OBSERVABLE, STATES

SURVEY_VERSION = 5

SAME_SITE_M = 150.0  # a new site nearer than this to a known one may be the same: the user is asked

REASONS = ("cloud", "ice", "shadow", "resolution", "outside_image")
CONFIDENCES = ("confirmed", "probable", "possible")
DATE_KINDS = ("acquired", "released", "at_or_before", "reported")
DATE_SOURCES = ("stac", "gdal", "filename", "service", "address", "file_list")
YES_NO_UNKNOWN = ("yes", "no", "unknown")
DIRECTIONS = ("downstream", "upstream")
QUALIFIERS = ("exactly", "at_least", "about")
LIKELIHOODS = ("almost_certain", "very_likely", "likely", "even", "unlikely", "very_unlikely", "remote")  # ICD 203
SEARCHED = ("searched", NOT_OBSERVABLE)
VALUE_LISTS = ("site_kind", "mark_class")  # lists that the user may extend

# The table to whose ids a column of this name refers, in any table.
REFERENCES = {"site_id": "sites", "replaces_site_id": "sites", "image_id": "images", "source_id": "sources",
              "area_id": "areas", "count_id": "counts", "corridor_id": "corridors"}


class Column(NamedTuple):
    """One column: `type` is text, real, integer, boolean, date or datetime; `choices` are its only values; `since` is
    the first version of a survey that has it.
    """

    name: str
    type: str = "text"
    choices: tuple[str, ...] = ()
    since: int = 1


class Table(NamedTuple):
    """One table: `geometry` is Point, LineString, Polygon or None."""

    name: str
    geometry: str | None
    columns: tuple[Column, ...]
    since: int = 1

    def of(self, version: int) -> Table:
        """Return the table as in surveys of a version."""
        return self._replace(columns=tuple(column for column in self.columns if column.since <= version))

    @property
    def column_names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)


def _columns(*specs: str | tuple[str, str] | Column) -> tuple[Column, ...]:
    return (Column("id"), *(_column(spec) for spec in specs))


def _column(spec: str | tuple[str, str] | Column) -> Column:
    if isinstance(spec, Column):
        return spec
    return Column(spec) if isinstance(spec, str) else Column(*spec)


TABLES = (
    Table("survey", None, _columns(("version", "integer"), "title", ("created_at", "datetime"))),
    Table("sites", "Point", _columns(
        "name", Column("kind", "text", SITE_KINDS), Column("at_fence_gate", "text", YES_NO_UNKNOWN), "bank", "county",
        Column("confidence", "text", CONFIDENCES), ("location_accuracy_m", "real"), "source_id", "source_ref",
        "replaces_site_id", "note", "created_by", ("created_at", "datetime"), "modified_by",
        ("modified_at", "datetime"), Column("retired_on", "date", since=3))),
    Table("observations", None, _columns(
        "site_id", "image_id", ("seen_from", "date"), ("seen_to", "date"), Column("state", "text", STATES),
        Column("reason", "text", REASONS), Column("confidence", "text", CONFIDENCES), "source_id", "note",
        "created_by", ("created_at", "datetime"), Column("likelihood", "text", LIKELIHOODS, since=3),
        Column("below_resolution", "boolean", since=3))),
    Table("images", "Polygon", _columns(
        ("acquired_from", "datetime"), ("acquired_to", "datetime"), Column("date_kind", "text", DATE_KINDS),
        Column("date_source", "text", DATE_SOURCES), "platform", "provider", "uri", ("gsd_m", "real"),
        ("cloud_cover", "real"), "attribution", "licence", ("synthetic", "boolean"), "sha256", "item_url")),
    Table("marks", "Point", _columns(
        "site_id", "image_id", "label", ("length_m", "real"), "created_by", ("created_at", "datetime"),
        Column("count_id", since=3), Column("width_m", "real", since=3), Column("error_m", "real", since=3))),
    Table("searches", "LineString", _columns(
        ("from_m", "real"), ("to_m", "real"), "image_id", "note", "created_by", ("created_at", "datetime"),
        Column("corridor_id", since=3), Column("result", "text", SEARCHED, since=3),
        Column("reason", "text", REASONS, since=3))),
    Table("corridors", "LineString", _columns(
        "name", Column("direction", "text", DIRECTIONS), "source", "licence", "attribution")),
    Table("sources", None, _columns(
        "title", "publisher", "author", "published_on", "url", ("accessed_on", "date"), "licence", "attribution")),
    Table("claims", None, _columns(
        "source_id", "quantity", ("value", "real"), Column("qualifier", "text", QUALIFIERS), "unit", "scope",
        ("from_date", "date"), ("to_date", "date"), "note")),
    Table("areas", "Polygon", _columns(
        "name", "site_id", "note", "created_by", ("created_at", "datetime")), since=3),
    Table("counts", None, _columns(
        "area_id", "image_id", ("share_shown", "real"), "note", "created_by", ("created_at", "datetime"),
        Column("finished_at", "datetime", since=4)), since=3),
    Table("value_lists", None, _columns(
        Column("list", "text", VALUE_LISTS), "value", "label", "key", Column("shape", since=4),
        Column("colour", since=4)), since=3),
    Table("audit", None, _columns(
        ("seq", "integer"), ("at", "datetime"), "who", "action", "table_name", "row_id", "before", "after",
        "previous_hash", "hash", Column("origin", since=2))),
    Table("received_entries", None, _columns(
        "survey_id", ("seq", "integer"), "at", "who", "action", "table_name", "row_id", "before",
        "after", "previous_hash", "hash", "origin"), since=5),
)
TABLE = {table.name: table for table in TABLES}
RECORDS = AUDIT, RECEIVED = "audit", "received_entries"  # the survey's own record, and those of surveys imported whole
FACTS = tuple(name for name in TABLE if name not in RECORDS)  # tables covered by the record

# Derived from sites and observations, and updated by triggers of the file: the map reads it by its spatial index.
SITE_STATES = Table("site_states", "Point", tuple(map(Column, (
    "site_id", "name", "kind", "state", "seen_from", "seen_to", "image_id", "observation_id", "valid_from",
    "valid_to"))))

# A state starts on the last day of its observation's interval: a ford reported for "August 2023" is known to have been
# present by 31 August, not on the 1st. An inconclusive observation (not_observable) does not change the state, and
# before the first conclusive one the state is "unknown", which is not "absent".
# {of_site} and {is_site} restrict it to one site. No WITH, which SQLite does not allow in triggers.
_STATES = """
SELECT s.geom AS geom, s.id AS site_id, s.name AS name, s.kind AS kind, p.state AS state,
       CAST(p.seen_from AS TEXT) AS seen_from, CAST(p.seen_to AS TEXT) AS seen_to, p.image_id AS image_id,
       p.observation_id AS observation_id, CAST(p.valid_from AS TEXT) AS valid_from,
       CAST(p.valid_to AS TEXT) AS valid_to
FROM (SELECT site_id, state, seen_from, seen_to, image_id, observation_id, seen_to AS valid_from, valid_to
      FROM (SELECT o.site_id, o.state, o.seen_from, o.seen_to, o.image_id, o.id AS observation_id,
                   LEAD(o.seen_to) OVER (PARTITION BY o.site_id ORDER BY o.seen_to, o.seen_from, o.fid) AS valid_to
            FROM observations o
            WHERE o.state IS NOT NULL AND o.state <> 'not_observable' AND o.seen_to IS NOT NULL{of_site})
      WHERE valid_to IS NULL OR valid_to > seen_to
      UNION ALL
      SELECT u.id, 'unknown', NULL, NULL, NULL, NULL, NULL,
             (SELECT MIN(o.seen_to) FROM observations o WHERE o.site_id = u.id AND o.state <> 'not_observable')
      FROM sites u{is_site}) p
JOIN sites s ON s.id = p.site_id"""


def states_query(site: str = "") -> str:
    """Return the SELECT for the rows of site_states, without fid: of all sites, or of the id given as SQL."""
    return _STATES.format(of_site=f" AND o.site_id = {site}" if site else "",
                          is_site=f" WHERE u.id = {site}" if site else "")


def holds_on(day: date | None) -> str:
    """Return the SQL condition for rows of site_states valid at the end of a UTC day; without a day, the latest."""
    at = literal(day.isoformat() if day else "9999-12-31")
    return f"COALESCE(\"valid_from\", '') <= {at} AND (\"valid_to\" IS NULL OR {at} < \"valid_to\")"


SITE_STATES_VIEW = f"CREATE VIEW site_states AS {states_query()}"  # the rows that the table must have

# By version of a survey, the statements that upgrade it to the next one, in addition to new tables and columns.
MIGRATIONS: dict[int, tuple[str, ...]] = {
    1: ('DROP VIEW IF EXISTS "site_states"',
        "DELETE FROM gpkg_geometry_columns WHERE table_name = 'site_states'",
        "DELETE FROM gpkg_ogr_contents WHERE table_name = 'site_states'",
        "DELETE FROM gpkg_contents WHERE table_name = 'site_states'"),
    2: (),
    3: (),
    4: (),
}
