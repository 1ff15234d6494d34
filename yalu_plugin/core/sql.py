"""Names and values in a statement of SQL: GDAL binds none."""

from __future__ import annotations


def identifier(name: str) -> str:
    """The name of a table or column, quoted."""
    return '"' + name.replace('"', '""') + '"'


def literal(value: str | float | bool | None) -> str:
    """A value, quoted: text, a number, a boolean or nothing."""
    if value is None:
        return "NULL"
    if isinstance(value, str):
        return _text(value)
    return str(int(value)) if isinstance(value, bool) else repr(value)


def _text(value: str) -> str:
    """Bytes that are no text (Python has them as surrogates) and a NUL, at which a statement would end, are spelt."""
    content = value.encode("utf-8", "surrogateescape")
    if "\0" in value or content.decode("utf-8", "replace") != value:
        return f"CAST(x'{content.hex()}' AS TEXT)"
    return "'" + value.replace("'", "''") + "'"
