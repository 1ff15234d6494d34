"""The properties of a JSON object as texts by column."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from yalu_plugin.core.importing.formats.html_text import plain_text

_DEPTH = 5


def texts_of(properties: Mapping[str, Any]) -> dict[str, str]:
    """Text of each value. What is nested is named by its path, "location.address"; lists are parted by "; "."""
    return dict(_flat(properties, "", 0))


def _flat(properties: Mapping[str, Any], before: str, depth: int) -> Iterator[tuple[str, str]]:
    for name, value in properties.items():
        if isinstance(value, dict) and value and depth < _DEPTH:
            yield from _flat(value, f"{before}{name}.", depth + 1)
        else:
            yield f"{before}{name}", _text(value)


def _text(value: Any) -> str:
    if value is None or value == "NaN":
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return plain_text(value)
    if isinstance(value, list) and not any(isinstance(item, (dict, list)) for item in value):
        return "; ".join(map(_text, value))
    return json.dumps(value, ensure_ascii=False)
