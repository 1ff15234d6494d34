"""Names and values in a statement of SQL: GDAL binds none."""

from __future__ import annotations


def identifier(name: str) -> str:
    """The name of a table or column, quoted."""
    return '"' + name.replace('"', '""') + '"'


def literal(value: str | float | bool | None) -> str:
    """A value, quoted: text, a number, a boolean or nothing. Text ends at a NUL character, as SQLite's does."""
    if value is None:
        return "NULL"
    if isinstance(value, str):
        return "'" + value.split("\0", 1)[0].replace("'", "''") + "'"
    return str(int(value)) if isinstance(value, bool) else repr(value)
