"""SQL expressions for the parts of entries in a survey's record."""

from __future__ import annotations

from yalu_plugin.core.schema import Table
from yalu_plugin.core.sql import identifier, literal

PREFIX = "yalu_"
_BYTES = "hex(randomblob({}))"
UUID = "lower(" + " || '-' || ".join((
    _BYTES.format(4), _BYTES.format(2), "'4' || substr(hex(randomblob(2)), 2)",
    "substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2)", _BYTES.format(6))) + ")"
NEXT_SEQ = '(SELECT COALESCE(MAX("seq"), 0) + 1 FROM "audit")'
NOW = "strftime('%Y-%m-%dT%H:%M:%SZ', 'now')"
NOW_MS = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"


def row_as_json(table: Table, which: str = "") -> str:
    """Return the SQL expression for a row of the table as in an entry of the record; `which` is NEW or OLD."""
    dot = f"{which}." if which else ""
    pairs = [f"'fid', {dot}\"fid\"", *(f"{literal(column.name)}, {as_json(column.type, dot + identifier(column.name))}"
                                       for column in table.columns)]
    if table.geometry:
        pairs.append(f"'geom', CASE WHEN {dot}\"geom\" IS NOT NULL THEN hex({dot}\"geom\") END")
    return f"json_object({', '.join(pairs)})"


def as_json(kind: str, value: str) -> str:
    """Return the SQL expression for a value in JSON: any program may have written anything into any column.

    Numbers have 17 digits, so that they are read back unchanged: json_object writes only 15.
    """
    if kind in ("text", "date", "datetime"):
        return f"CAST({value} AS TEXT)"
    return (f"CASE typeof({value}) WHEN 'blob' THEN NULL WHEN 'real' THEN CASE WHEN abs({value}) < 9e999 "
            f"THEN json(printf('%!.17g', {value})) ELSE CAST({value} AS TEXT) END ELSE {value} END")
