"""The words of pages that their maker may choose: remembered in the survey, as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

PAGE_TEXTS_KEY = "page_words"  # the name under which a survey keeps them
LONGEST = 300  # characters of a text; what is longer is cut
ENTRIES, ENTRY = 100, 36  # of a legend, and characters of each


@dataclass(frozen=True)
class PageTexts:
    """What is empty is as the page has it by itself.

    credits: added to what has to be credited, and never in its place. legend: by a kind, a state, or one of "sites",
    "states", "river", "place", what the legend calls it.
    """

    title: str = ""
    subtitle: str = ""
    credits: str = ""
    legend: Mapping[str, str] = field(default_factory=dict)

    def with_credits(self, licences: str, between: str = "\n") -> str:
        """The licences with the credits after them."""
        return between.join(filter(None, (licences, self.credits)))

    def to_json(self) -> str:
        """As the survey keeps them; empty where there are none."""
        given = {name: value for name, value in asdict(self).items() if value}
        return json.dumps(given, ensure_ascii=False, sort_keys=True) if given else ""


def page_texts_from_json(text: str) -> PageTexts:
    """The words that a survey keeps. What is not understood is left out: any program may have written there."""
    try:
        found = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        found = {}
    if not isinstance(found, dict):
        return PageTexts()
    legend = found.get("legend")
    entries = list(legend.items())[:ENTRIES] if isinstance(legend, dict) else []
    return PageTexts(_text(found.get("title")), _text(found.get("subtitle")), _text(found.get("credits")),
                    {name: _text(value)[:ENTRY].strip() for name, value in entries if _text(value)})


def _text(value: Any) -> str:
    """One line of what can be printed."""
    letters = value[:2 * LONGEST] if isinstance(value, str) else ""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in letters).split())[:LONGEST]


NO_TEXTS = PageTexts()
