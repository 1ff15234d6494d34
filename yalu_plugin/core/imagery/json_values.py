"""Values of JSON that strangers wrote: each taken for what it has to be, or for nothing."""

from __future__ import annotations

import json
import math
import stat
from pathlib import Path
from typing import Any

Json = dict[str, Any]
_STAC_TYPES = ("Feature", "FeatureCollection", "Collection", "Catalog")
LONGEST = 2_000  # characters: more than any name, credit or address


class TooLarge(ValueError):
    """A JSON file larger than is read."""

    def __init__(self, most_bytes: int) -> None:
        super().__init__(f"larger than {most_bytes // 1_000_000} MB")


def read_json(path: Path, most_bytes: int) -> object:
    """What the JSON file holds. Raises OSError, ValueError for one that is no JSON, and TooLarge."""
    about = path.stat()
    if not stat.S_ISREG(about.st_mode):  # a pipe or device, which would never end
        raise ValueError("no file")
    if about.st_size > most_bytes:
        raise TooLarge(most_bytes)
    return parse_json(path.read_bytes())


def parse_json(content: bytes) -> object:
    """What the JSON `content` holds. Raises ValueError for what is none.

    NaN and Infinity, which JSON has not, make an item or collection broken. In other objects, as programs write them
    of images, they are null: that is no item's place.
    """
    no_numbers: list[str] = []
    try:
        found = json.loads(content, object_pairs_hook=_each_once, parse_constant=no_numbers.append)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if no_numbers and not (isinstance(found, dict) and found.get("type") not in _STAC_TYPES
                           and "stac_version" not in found):
        raise ValueError(f"{no_numbers[0]} is no JSON")
    return found


def read_error_text(error: OSError | ValueError) -> str:
    """What read_json has to say, without the path: whoever tells it names that."""
    return as_text((error.strerror if isinstance(error, OSError) else "") or str(error))


def _each_once(pairs: list[tuple[str, object]]) -> Json:
    """The object of these pairs. Raises ValueError where a key stands twice: nobody knows which of the two is meant."""
    found: Json = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"\"{as_text(key)}\" stands twice")
        found[key] = value
    return found


def as_dict(value: object) -> Json:
    """The object, or an empty one."""
    return value if isinstance(value, dict) else {}


def as_list(value: object) -> list[Any]:
    """The array, or an empty one."""
    return value if isinstance(value, list) else []


def as_text(value: object) -> str:
    """The text on one line, without what no table can hold (NUL, half of a character), the start of an endless one;
    empty for what is no text.
    """
    if not isinstance(value, str):
        return ""
    whole = value[: LONGEST + 1].encode("utf-8", errors="ignore").decode("utf-8")
    line = " ".join("".join(char if char.isprintable() else " " for char in whole).split())
    return line if len(line) <= LONGEST else line[:LONGEST] + "…"


def as_number(value: object) -> float | None:
    """The finite number, or None: booleans, NaN and 1e400 are none."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None
