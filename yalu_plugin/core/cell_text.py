"""Text in cells of tables for spreadsheets, in which no text is calculated as a formula.

Text that a spreadsheet would calculate is marked with an apostrophe, which is removed when the cell is read.
"""

from __future__ import annotations

import re
from typing import Any

MARK = "'"
_INVISIBLE = r"\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"
# marks before a formula count as part of it: otherwise a text '=x of a user would look like a marked one
_FORMULA = re.compile(rf"'*(?:[\t\r\n]|[{_INVISIBLE}']*[=+\-@＝＋－＠])")
_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)


def neutralised(text: str) -> str:
    """Return the text as a cell, marked where a spreadsheet would calculate it; numbers are unchanged."""
    if text[:1].isalnum() or text.isspace():  # nearly all of possibly millions of cells; a blank one is no formula
        return text
    return MARK + text if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def cell_value(value: Any) -> Any:
    """Return a value of a table as a cell: text as by `neutralised`, true and false as text, the rest unchanged."""
    if isinstance(value, str):
        return neutralised(value)
    return str(value).lower() if isinstance(value, bool) else value


def restored(cell: str) -> str:
    """Return the text of a cell created by `neutralised`; any other text is unchanged."""
    return cell[1:] if cell.startswith(MARK) and _FORMULA.match(cell, 1) else cell
