"""The chapters of a report: all by default; the user's selection is stored in the survey."""

from __future__ import annotations

import json
from typing import NamedTuple

CHAPTERS = ("overview", "strip_map", "corridor", "timeline", "matrix", "counts", "sheets")  # in order
ALL, OBSERVED, SELECTED = SHEETS = ("all", "observed", "selected")  # sites that have a sheet
REPORT_CHAPTERS = "report_chapters"  # the name under which a survey stores them


class Chapters(NamedTuple):
    """The selection: `names` of CHAPTERS in order; `sheets`, one of SHEETS, defines which sites have a sheet."""

    names: tuple[str, ...] = CHAPTERS
    sheets: str = ALL

    def to_json(self) -> str:
        """Return the form stored in a survey; empty for everything."""
        return "" if self == Chapters() else json.dumps({"chapters": self.names, "sheets": self.sheets})


def chapters_from_json(text: str) -> Chapters:
    """Read the chapters stored in a survey; everything where the text is empty or cannot be read."""
    try:
        stored = json.loads(text or "null")
    except (ValueError, RecursionError):
        return Chapters()
    if not isinstance(stored, dict) or not isinstance(stored.get("chapters"), list):
        return Chapters()
    names = tuple(name for name in CHAPTERS if name in stored["chapters"])
    return Chapters(names or CHAPTERS, stored["sheets"] if stored.get("sheets") in SHEETS else ALL)
