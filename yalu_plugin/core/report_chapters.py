"""Which chapters a report has: all, until the user chooses; a survey remembers them."""

from __future__ import annotations

import json
from typing import NamedTuple

CHAPTERS = ("overview", "strip_map", "corridor", "timeline", "matrix", "counts", "sheets")  # in their order
ALL, OBSERVED, SELECTED = SHEETS = ("all", "observed", "selected")  # sites that have a sheet
REPORT_CHAPTERS = "report_chapters"  # the name under which a survey keeps them


class Chapters(NamedTuple):
    """`names` of CHAPTERS in their order; `sheets`, one of SHEETS, is which sites have one."""

    names: tuple[str, ...] = CHAPTERS
    sheets: str = ALL

    def to_json(self) -> str:
        """As a survey keeps them; empty for everything."""
        return "" if self == Chapters() else json.dumps({"chapters": self.names, "sheets": self.sheets})


def chapters_from_json(text: str) -> Chapters:
    """What a survey has kept; everything where that cannot be read, or is nothing."""
    try:
        kept = json.loads(text or "null")
    except (ValueError, RecursionError):
        return Chapters()
    if not isinstance(kept, dict) or not isinstance(kept.get("chapters"), list):
        return Chapters()
    names = tuple(name for name in CHAPTERS if name in kept["chapters"])
    return Chapters(names or CHAPTERS, kept["sheets"] if kept.get("sheets") in SHEETS else ALL)
