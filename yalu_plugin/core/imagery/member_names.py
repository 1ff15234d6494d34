"""Decoding of names in ZIP files. Windows in Korea and China packs them in its own encoding without declaring it.

By the format such a name is in code page 437: Hangul becomes "╟²╗Ω". GDAL finds a member by that name, so it stays in
the uri; the decoded name is shown, and dates are read from it.
"""

from __future__ import annotations

import re
from functools import lru_cache

_BOXES = re.compile("[\u2500-\u25ff]")  # what the first bytes of Hangul and Hanzi become; real names do not have it
_EAST = re.compile("[\uac00-\ud7a3\u4e00-\u9fff\u3000-\u303f\uff00-\uffef]+")


@lru_cache(maxsize=1024)  # called about four times for one image
def decoded_name(name: str) -> str:
    """Return a member's path or name, as GDAL has it, decoded to Hangul or Hanzi if its bytes are those."""
    if not _BOXES.search(name):
        return name
    from yalu_plugin.core.importing.formats.encodings import find_encoding  # not at start: it has 50 ms

    try:
        data = name.encode("cp437")
        decoded = data.decode(find_encoding(data))
    except (UnicodeError, LookupError):  # other characters, or not a text in any encoding
        return name
    letters = "".join(one for one in decoded if not one.isascii())
    return decoded if _EAST.fullmatch(letters) else name
