"""Coordinates of Chinese map services: shifted on purpose, some 500 m at the Yalu (GCJ-02; BD-09 a little more).

A list that says it has them is flagged, and imported as written: no shift is undone here.
"""

from __future__ import annotations

import re

from yalu_plugin.core.importing.import_assessment import CHECK, Remark
from yalu_plugin.core.importing.import_source import Source, SourceRow
from yalu_plugin.core.importing.positions import Position
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.text import translatable

SHIFTED = translatable("“{text}” says shifted coordinates (GCJ-02 or BD-09): the place may be some 500 m off")

# names of the datums, and of the services whose maps are in them
_SAYS = re.compile(
    r"(?<![a-z])(gcj(?:[\s_-]*0?2)?|bd[\s_-]*09(?:ll|mc)?|baidu|a-?map|autonavi|gaode|tencent maps?|mars coordinates?)"
    r"(?![a-z])|火星坐标|火星座標|百度|高德|腾讯地图", re.IGNORECASE)


class Shifted:
    """Finds what a file says of shifted coordinates: of all of it, and of single rows."""

    def __init__(self, source: Source) -> None:
        about = (source.path.name, source.about, *source.layers, *source.columns)
        self._everywhere = next((found[0] for found in map(_SAYS.search, about) if found), "")

    def remarks(self, row: SourceRow, position: Position) -> tuple[Remark, ...]:
        """That the row's place may be shifted, where the file, the row or the coordinate says so."""
        said = position.datum or self._everywhere
        if not said:
            found = _SAYS.search("\n".join(row.values.values()))
            said = found[0] if found else ""
        return (Remark(CHECK, Phrase(SHIFTED, {"text": said})),) if said else ()
