"""Flags coordinates of Chinese map services: shifted on purpose, some 500 m at the Yalu (GCJ-02; BD-09 a bit more).

A list that mentions them gets remarks and is imported as written; no shift is undone.
"""

from __future__ import annotations

import re

from yalu_plugin.core.importing.import_assessment import CHECK, Remark
from yalu_plugin.core.importing.import_source import Source, SourceRow
from yalu_plugin.core.importing.positions import Position
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.text import translatable

SHIFTED = translatable("“{text}” indicates shifted coordinates (GCJ-02 or BD-09): the place may be some 500 m "
                       "off")

# names of the datums, and of the services whose maps are in them
_MENTIONS = re.compile(
    r"(?<![a-z])(gcj(?:[\s_-]*0?2)?|bd[\s_-]*09(?:ll|mc)?|baidu|a-?map|autonavi|gaode|tencent maps?|mars coordinates?)"
    r"(?![a-z])|火星坐标|火星座標|百度|高德|腾讯地图", re.IGNORECASE)


class ShiftedCoordinates:
    """Finds mentions of shifted coordinates: in the file as a whole, and in single rows."""

    def __init__(self, source: Source) -> None:
        about = (source.path.name, source.about, *source.layers, *source.columns)
        self._everywhere = next((found[0] for found in map(_MENTIONS.search, about) if found), "")

    def remarks(self, row: SourceRow, position: Position) -> tuple[Remark, ...]:
        """Return a remark that the row's place may be shifted, if the file, the row or the coordinate mentions it."""
        mention = position.datum or self._everywhere
        if not mention:
            found = _MENTIONS.search("\n".join(row.values.values()))
            mention = found[0] if found else ""
        return (Remark(CHECK, Phrase(SHIFTED, {"text": mention})),) if mention else ()
