"""Words of the bundled data in the language of the reader."""

from __future__ import annotations

import csv
from dataclasses import replace
from functools import cache

from yalu_plugin.core.bundled_texts import BUNDLED_TEXTS
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.i18n import phrase_text, spoken_language, tr
from yalu_plugin.paths import resource


def bundled_text(text: str | None) -> str:
    """`text` in the reader's language if it is one of the bundled survey's own; any other as it is, none as empty."""
    return tr(BUNDLED_TEXTS[text]) if text in BUNDLED_TEXTS else text or ""


def finding_text(finding: Phrase) -> str:
    """A sentence about a published claim, with the bundled places in it that have no name of their own."""
    values = {key: bundled_text(value) if isinstance(value, str) else value for key, value in finding.values.items()}
    return phrase_text(replace(finding, values=values))


def county_name(county: str | None) -> str:
    """A county in Korean for readers of Korean where resources/data/county_names.csv has that name; else as it is."""
    name = county or ""
    return _korean_names().get(name, name) if spoken_language().startswith("ko") else name


@cache
def _korean_names() -> dict[str, str]:
    with resource("data", "county_names.csv").open(encoding="utf-8", newline="") as file:
        return {row["county"]: row["name_ko"] for row in csv.DictReader(file) if row["name_ko"]}
