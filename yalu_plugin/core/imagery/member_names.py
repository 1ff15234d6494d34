"""Names in ZIP files as they were meant. Windows in Korea and China packs them in its own encoding without saying so.

The format then means code page 437: Hangul comes out as "╟²╗Ω". GDAL finds a member by that name, so it stays in the
uri; people are shown, and dates are read from, the other one.
"""

from __future__ import annotations

import re
from functools import lru_cache

_BOXES = re.compile("[\u2500-\u25ff]")  # what the first bytes of Hangul and Hanzi become, and names do not have
_EAST = re.compile("[\uac00-\ud7a3\u4e00-\u9fff\u3000-\u303f\uff00-\uffef]+")


@lru_cache(maxsize=1024)  # one image is asked some four times
def decoded_name(name: str) -> str:
    """The path or name of a member as GDAL has it, with Hangul or Hanzi where these are what its bytes spell."""
    if not _BOXES.search(name):
        return name
    from yalu_plugin.core.importing.formats.encodings import find_encoding  # on first use: a start has 50 ms

    try:
        data = name.encode("cp437")
        meant = data.decode(find_encoding(data))
    except (UnicodeError, LookupError):  # other characters, or no text in any encoding
        return name
    letters = "".join(one for one in meant if not one.isascii())
    return meant if _EAST.fullmatch(letters) else name
