"""Open Location Code ("Plus Code"): a place on WGS 84 as a short code, as on phones.

By the specification of Google's Open Location Code: ten digits in base 20 in pairs, latitude first, then one digit for
a grid of 5 by 4.
"""

from __future__ import annotations

ALPHABET = "23456789CFGHJMPQRVWX"
PAIRS_PER_DEGREE = 8_000  # cells with ten digits
ROWS, COLUMNS = 5, 4  # of the grid of the eleventh digit in each cell
SEPARATOR_AT = 8


def plus_code(longitude: float, latitude: float) -> str:
    """Return the code of eleven digits, about 3 m wide, of a place in degrees on WGS 84: "8QGR6C4R+WQP"."""
    north = min(_cells(latitude + 90, ROWS), 180 * PAIRS_PER_DEGREE * ROWS - 1)  # the pole is in the last cell
    east = _cells((longitude + 180) % 360, COLUMNS) % (360 * PAIRS_PER_DEGREE * COLUMNS)
    (row_pair, row), (column_pair, column) = divmod(north, ROWS), divmod(east, COLUMNS)
    digits = ALPHABET[row * COLUMNS + column]
    for _ in range(5):
        digits = ALPHABET[row_pair % 20] + ALPHABET[column_pair % 20] + digits
        row_pair, column_pair = row_pair // 20, column_pair // 20
    return f"{digits[:SEPARATOR_AT]}+{digits[SEPARATOR_AT:]}"


def _cells(degrees: float, parts: int) -> int:
    """Return the number of whole cells, after rounding, because few decimal degrees are exact binary numbers."""
    return int(round(degrees * PAIRS_PER_DEGREE * parts, 6))
