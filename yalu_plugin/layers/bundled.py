"""Texts of the bundled data in the user's language, and the published places with their spellings."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import replace
from functools import cache, lru_cache
from typing import Any

from yalu_plugin.core.bundled_texts import BUNDLED_TEXTS
from yalu_plugin.core.first_seen import period_text
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.search.place_files import read_place_names
from yalu_plugin.core.search.place_names import PlaceNames
from yalu_plugin.i18n import current_language, phrase_text, tr
from yalu_plugin.paths import resource


def bundled_text(text: str | None) -> str:
    """Return `text` translated if it is one of the bundled survey's, otherwise unchanged; None as an empty text."""
    return tr(BUNDLED_TEXTS[text]) if text in BUNDLED_TEXTS else text or ""


def finding_text(finding: Phrase) -> str:
    """Return a sentence about a published claim, with the bundled texts in it translated."""
    values = {key: bundled_text(value) if isinstance(value, str) else value for key, value in finding.values.items()}
    return phrase_text(replace(finding, values=values))


def claim_scope(claim: Mapping[str, Any]) -> str:
    """Return what a published claim is about, with its period: "new in the period (2024-Q2)"."""
    scope, period = bundled_text(claim["scope"]), period_text(claim["from_date"], claim["to_date"])
    return f"{scope} ({period})" if scope and period else scope or period


def county_name(county: str | None) -> str:
    """Return a county's Korean name if the language is Korean and county_names.csv has one, otherwise the name."""
    name = county or ""
    return _korean_names().get(name, name) if current_language().startswith("ko") else name


def marked_county(county: str | None, certain: bool) -> str:
    """Return a county's name, with a question mark near a border between two; empty where none is known."""
    name = county_name(county)
    return name if certain or not name else tr("{county} ?").format(county=name)


@cache
def _korean_names() -> dict[str, str]:
    with resource("data", "county_names.csv").open(encoding="utf-8", newline="") as file:
        return {row["county"]: row["name_ko"] for row in csv.DictReader(file) if row["name_ko"]}


@lru_cache(maxsize=1)
def bundled_places() -> PlaceNames:
    """Return the places, read on first use; in any thread."""
    return read_place_names(resource("data"))
