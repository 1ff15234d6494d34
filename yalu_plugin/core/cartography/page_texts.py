"""Custom texts of pages, stored in the survey as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

PAGE_TEXTS_KEY = "page_words"  # the key in the survey
LONGEST = 300  # characters of a text; longer ones are cut
ENTRIES, ENTRY = 100, 36  # of a legend, and characters of each


@dataclass(frozen=True)
class PageTexts:
    """Custom texts of a page; for an empty one the page has its default.

    credits: added to the required credits, never replacing them. legend: the label in the legend by a kind, a state,
    or one of "sites", "states", "river", "place".
    """

    title: str = ""
    subtitle: str = ""
    credits: str = ""
    legend: Mapping[str, str] = field(default_factory=dict)

    def with_credits(self, licences: str, between: str = "\n") -> str:
        """Return the licences followed by the credits."""
        return between.join(filter(None, (licences, self.credits)))

    def to_json(self) -> str:
        """Return the texts as stored in the survey; empty if there are none."""
        stored = {name: value for name, value in asdict(self).items() if value}
        return json.dumps(stored, ensure_ascii=False, sort_keys=True) if stored else ""


def page_texts_from_json(text: str) -> PageTexts:
    """Parse the texts stored in a survey. Invalid parts are left out, because any program may have written them."""
    try:
        found = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        found = {}
    if not isinstance(found, dict):
        return PageTexts()
    legend = found.get("legend")
    entries = list(legend.items())[:ENTRIES] if isinstance(legend, dict) else []
    return PageTexts(_one_line(found.get("title")), _one_line(found.get("subtitle")), _one_line(found.get("credits")),
                    {name: _one_line(value)[:ENTRY].strip() for name, value in entries if _one_line(value)})


def _one_line(value: Any) -> str:
    """Return the printable characters in one line."""
    text = value[:2 * LONGEST] if isinstance(value, str) else ""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())[:LONGEST]


NO_TEXTS = PageTexts()
