"""Converts the properties of a JSON object to texts by column."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from yalu_plugin.core.importing.formats.html_text import plain_text

_MAX_DEPTH = 5
_NO_CHARACTERS = re.compile("[\x00\ud800-\udfff]")


def texts_of(properties: Mapping[str, Any]) -> dict[str, str]:
    """Return the text of each value. Nested ones are named by path, "location.address"; lists are joined by "; "."""
    return dict(_flat(properties, "", 0))


def whole_text(text: str) -> str:
    """Replace lone surrogates and zeros, which JSON can contain and a database cannot."""
    return _NO_CHARACTERS.sub("\ufffd", text) if _NO_CHARACTERS.search(text) else text


def _flat(properties: Mapping[str, Any], before: str, depth: int) -> Iterator[tuple[str, str]]:
    for name, value in properties.items():
        if isinstance(value, dict) and value and depth < _MAX_DEPTH:
            yield from _flat(value, f"{before}{name}.", depth + 1)
        else:
            yield whole_text(f"{before}{name}"), _text(value)


def _text(value: Any) -> str:
    if value is None or value == "NaN":
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return whole_text(plain_text(value))
    if isinstance(value, list) and not any(isinstance(item, (dict, list)) for item in value):
        return "; ".join(map(_text, value))
    return whole_text(json.dumps(value, ensure_ascii=False))
