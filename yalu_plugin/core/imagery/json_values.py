"""Values from untrusted JSON: each has the expected type, or is treated as missing."""

from __future__ import annotations

import json
import math
import stat
from pathlib import Path
from typing import Any

Json = dict[str, Any]
_STAC_TYPES = ("Feature", "FeatureCollection", "Collection", "Catalog")
MAX_LENGTH = 2_000  # characters: more than any name, credit or address


class JsonTooLarge(ValueError):
    """A JSON file above the size limit."""

    def __init__(self, most_bytes: int) -> None:
        super().__init__(f"larger than {most_bytes // 1_000_000} MB")


def read_json(path: Path, most_bytes: int) -> object:
    """Return the content of the JSON file.

    Raises:
        OSError: it cannot be read.
        ValueError: it is not JSON.
        JsonTooLarge: it has more than `most_bytes`.
    """
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):  # a pipe or device, which would never end
        raise ValueError("no file")
    if status.st_size > most_bytes:
        raise JsonTooLarge(most_bytes)
    return parse_json(path.read_bytes())


def parse_json(content: bytes) -> object:
    """Parse JSON. NaN and Infinity, which are not JSON, are null in objects that are no STAC document, else an error.

    Raises:
        ValueError: `content` is not JSON.
    """
    no_numbers: list[str] = []
    try:
        found = json.loads(content, object_pairs_hook=_without_duplicate_keys, parse_constant=no_numbers.append)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if no_numbers and not (isinstance(found, dict) and found.get("type") not in _STAC_TYPES
                           and "stac_version" not in found):
        raise ValueError(f"{no_numbers[0]} is no JSON")
    return found


def read_error_text(error: OSError | ValueError) -> str:
    """Return the text of an error of read_json in one line, without the path, which the caller adds."""
    return as_text((error.strerror if isinstance(error, OSError) else "") or str(error))


def _without_duplicate_keys(pairs: list[tuple[str, object]]) -> Json:
    """Return the object of these pairs. Raises ValueError for a duplicate key: it is unclear which one is intended."""
    found: Json = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"\"{as_text(key)}\" occurs twice")
        found[key] = value
    return found


def as_dict(value: object) -> Json:
    """Return the object, or an empty one."""
    return value if isinstance(value, dict) else {}


def as_list(value: object) -> list[Any]:
    """Return the array, or an empty one."""
    return value if isinstance(value, list) else []


def as_text(value: object) -> str:
    """Return the text in one line, cut at MAX_LENGTH; empty if it is not a text.

    Characters that a table cannot store (NUL, lone surrogates) are left out.
    """
    if not isinstance(value, str):
        return ""
    whole = value[: MAX_LENGTH + 1].encode("utf-8", errors="ignore").decode("utf-8")
    line = " ".join("".join(char if char.isprintable() else " " for char in whole).split())
    return line if len(line) <= MAX_LENGTH else line[:MAX_LENGTH] + "…"


def as_number(value: object) -> float | None:
    """Return the finite number, None for anything else: booleans, NaN and 1e400 are not numbers."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None
