"""Quoting of names and values in SQL statements, because GDAL has no parameters."""

from __future__ import annotations

from math import frexp, isinf

_BITS = 53  # of a number's mantissa


def identifier(name: str) -> str:
    """Return the quoted name of a table or column."""
    return '"' + name.replace('"', '""') + '"'


def literal(value: str | float | bool | None) -> str:
    """Return a value as a literal: text, a number, a boolean or NULL."""
    if value is None:
        return "NULL"
    if isinstance(value, str):
        return _text(value)
    return str(int(value)) if isinstance(value, int) else _number(value)


def _number(value: float) -> str:
    """Return an integer multiplied or divided by powers of two: not all builds of SQLite read decimals exactly."""
    if value != value:
        return "NULL"
    if isinf(value):
        return "9e999" if value > 0 else "-9e999"
    mantissa, exponent = frexp(value)
    sign, (times, rest) = "*" if exponent > _BITS else "/", divmod(abs(exponent - _BITS), _BITS)
    return f"({int(mantissa * 2**_BITS)}.0{f' {sign} {2**_BITS}.0' * times} {sign} {2**rest}.0)"


def _text(value: str) -> str:
    """Quote text; bytes that are not text (surrogates in Python) and NUL, which would end a statement, are in hex."""
    content = value.encode("utf-8", "surrogateescape")
    if "\0" in value or content.decode("utf-8", "replace") != value:
        return f"CAST(x'{content.hex()}' AS TEXT)"
    return "'" + value.replace("'", "''") + "'"
