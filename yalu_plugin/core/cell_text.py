"""Text in cells of a table that a spreadsheet opens: none of it is a formula.

A mark, an apostrophe, goes before text that a spreadsheet would calculate, and comes off again when it is read.
"""

from __future__ import annotations

import re

MARK = "'"
_UNSEEN = r"\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"
# marks before it count as part of it: else what somebody wrote as '=x himself could not be told from what is marked
_FORMULA = re.compile(rf"'*(?:[\t\r\n]|[{_UNSEEN}']*[=+\-@＝＋－＠])")
_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)


def neutralised(text: str) -> str:
    """The text as a cell: with a mark before it where a spreadsheet would calculate it. Numbers stay as they are."""
    return MARK + text if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def restored(cell: str) -> str:
    """The text that `neutralised` made a cell of; any other text as it is."""
    return cell[1:] if cell.startswith(MARK) and _FORMULA.match(cell, 1) else cell
