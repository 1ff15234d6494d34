"""File names from names in the data, valid on any system."""

from __future__ import annotations

import re

from yalu_plugin.core.plain_text import without_invisible

LONGEST = 60  # characters; with three bytes each they are below the limit of 255
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)  # by Windows, with any extension


def file_name(text: str, otherwise: str) -> str:
    """Return `text` with letters of any script, digits, dots and hyphens, the rest as "_"; `otherwise` if empty."""
    name = re.sub(r"[^\w.-]+", "_", without_invisible(text[:20 * LONGEST]))[:LONGEST].strip("._-")
    return f"_{name}" if _RESERVED.match(name) else name or otherwise
