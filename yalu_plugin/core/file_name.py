"""A name of the data as the name of a file, on any system."""

from __future__ import annotations

import re

from yalu_plugin.core.plain_text import without_unseen

LONGEST = 60  # characters; of three bytes each they are fewer than 255
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)  # by Windows, whatever the ending


def file_name(text: str, otherwise: str) -> str:
    """Letters of every script, digits, points and hyphens of `text`, all else as "_"; if none is left, `otherwise`."""
    name = re.sub(r"[^\w.-]+", "_", without_unseen(text[:20 * LONGEST]))[:LONGEST].strip("._-")
    return f"_{name}" if _RESERVED.match(name) else name or otherwise
