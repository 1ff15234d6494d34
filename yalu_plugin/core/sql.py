"""Names and values in a statement of SQL: GDAL binds none."""

from __future__ import annotations

from math import frexp, isinf

_BITS = 53  # of the digits of a number


def identifier(name: str) -> str:
    """The name of a table or column, quoted."""
    return '"' + name.replace('"', '""') + '"'


def literal(value: str | float | bool | None) -> str:
    """A value, quoted: text, a number, a boolean or nothing."""
    if value is None:
        return "NULL"
    if isinstance(value, str):
        return _text(value)
    return str(int(value)) if isinstance(value, int) else _number(value)


def _number(value: float) -> str:
    """An integer times or by powers of two: SQLite's own reading of decimals is exact in some builds only."""
    if value != value:
        return "NULL"
    if isinf(value):
        return "9e999" if value > 0 else "-9e999"
    mantissa, exponent = frexp(value)
    sign, (times, rest) = "*" if exponent > _BITS else "/", divmod(abs(exponent - _BITS), _BITS)
    return f"({int(mantissa * 2**_BITS)}.0{f' {sign} {2**_BITS}.0' * times} {sign} {2**rest}.0)"


def _text(value: str) -> str:
    """Bytes that are no text (Python has them as surrogates) and a NUL, at which a statement would end, are spelt."""
    content = value.encode("utf-8", "surrogateescape")
    if "\0" in value or content.decode("utf-8", "replace") != value:
        return f"CAST(x'{content.hex()}' AS TEXT)"
    return "'" + value.replace("'", "''") + "'"
