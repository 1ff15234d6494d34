"""Coordinates of Chinese map services, shifted on purpose: some 500 m at the Yalu (GCJ-02), or 1,400 m (BD-09).

A list that mentions them gets remarks and is imported as written, unless the analyst says what its coordinates are:
then the shift is undone, and the note of each site says so.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from yalu_plugin.core.importing.chinese_datums import is_shifted_place, undo_shift
from yalu_plugin.core.importing.geodesy import distance_m
from yalu_plugin.core.importing.import_assessment import (
    AS_STATED,
    CHECK,
    REPAIRED,
    DatumOffer,
    Remark,
)
from yalu_plugin.core.importing.import_source import Source, SourceRow
from yalu_plugin.core.importing.notations.coordinate_types import BD_09, GCJ_02
from yalu_plugin.core.importing.positions import Position
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.text import translatable

SHIFTED = translatable("“{text}” indicates shifted coordinates: the place may be {metres:.0f} m off")
CONVERTED = translatable("converted from {datum}: moved by {metres:.0f} m")
NOT_CONVERTED = translatable("mentions “{text}”: not converted from {datum}")
OUTSIDE = translatable("far from China, where {datum} shifts nothing: not converted")
STATED = translatable("The coordinates are said to be {datum}, which is shifted: the places are off by up to "
                      "{metres:.0f} m unless they are converted.")
SOME_STATED = translatable("{n} rows say that their coordinates are shifted (GCJ-02 or BD-09): the places are off by "
                           "up to {metres:.0f} m unless they are converted.")
NOTE = "Place converted from {datum}; as written: {lat:.7f}, {lon:.7f}"  # in the site's note, for good
_DECIMALS = 7  # of a degree: a centimetre
_WGS_84, _DONE = "WGS 84", "converted already"
# that a place was converted already; names of the datums, and of the services whose maps are in them
_MENTIONS = re.compile(
    r"(?P<converted>(?:converted|corrected) from (?:gcj[\s_-]*0?2|bd[\s_-]*09)(?![a-z0-9]))"
    r"|(?P<gcj>(?<![a-z])(?:gcj(?:[\s_-]*0?2)?|a-?map|autonavi|gaode|tencent maps?|mars coordinates?)(?![a-z])"
    r"|火星坐标|火星座標|高德|腾讯地图)"
    r"|(?P<bd>(?<![a-z])(?:bd[\s_-]*09(?:ll|mc)?|baidu)(?![a-z])|百度)"
    r"|(?P<wgs>(?<![a-z])wgs[\s_-]*(?:19)?84(?![a-z0-9]))", re.IGNORECASE)
_DATUMS = {"gcj": GCJ_02, "bd": BD_09, "wgs": _WGS_84}


class _Mention(NamedTuple):
    """What a text says its coordinates are: one datum, or "" and the words of several; "" and "" if it says nothing."""

    datum: str = ""
    text: str = ""


class ShiftedCoordinates:
    """Finds mentions of shifted coordinates, in the file as a whole and in single rows, and undoes the shift.

    `datum` is what the analyst says that the coordinates are: GCJ_02, BD_09, AS_STATED (in each row), "" for WGS 84.
    """

    def __init__(self, source: Source, datum: str = "") -> None:
        self._everywhere = _mention(source.path.name, source.about, *source.layers, *source.columns)
        self._datum = datum
        self._rows: Counter[str] = Counter()  # by the datum that they mention
        self._mentions: dict[int, _Mention] = {}  # of rows that mention any, by their number
        self._shared: dict[_Mention, _Mention] = {}
        self._most_m = 0.0  # that a place is off

    def corrected(self, row: SourceRow, position: Position) -> Position:
        """Return the position with the shift undone where the analyst says that it is shifted, with a remark."""
        mention = _mention_of(row, position)
        self._rows[mention.datum] += 1
        if mention.text:
            self._mentions[row.number] = self._shared.setdefault(mention, mention)
        if self._datum == AS_STATED:
            return _converted(position, mention.datum) if mention.datum in (GCJ_02, BD_09) else position
        if not self._datum or mention.datum == _DONE:
            return position
        if mention.text and mention.datum != self._datum:
            return _with(position, CHECK, Phrase(NOT_CONVERTED, {"text": mention.text, "datum": self._datum}))
        return _converted(position, self._datum)

    def remarks(self, row: SourceRow, position: Position) -> tuple[Remark, ...]:
        """Return a remark that the place of a corrected row may be shifted, if file, row or coordinate mention it."""
        if position.note or self._datum not in ("", AS_STATED):
            return ()
        mention = self._mentions.get(row.number, self._everywhere)
        if not mention.text or mention.datum in (_WGS_84, _DONE):
            return ()
        metres = distance_m(*undo_shift(position.lon, position.lat, mention.datum or BD_09), position.lon, position.lat)
        self._most_m = max(self._most_m, metres)
        return (Remark(CHECK, Phrase(SHIFTED, {"text": mention.text, "metres": metres})),)

    def offer(self) -> DatumOffer | None:
        """Return what the file, and the rows that were corrected, say that the coordinates are; None if nothing."""
        if self._datum:
            return None
        if self._everywhere.datum in (GCJ_02, BD_09):
            return self._stated(self._everywhere.datum)
        stated = [datum for datum in (GCJ_02, BD_09) if self._rows[datum]]
        if not stated:
            return None
        if len(self._rows) == 1:
            return self._stated(stated[0])
        count = sum(self._rows[datum] for datum in stated)
        return DatumOffer(AS_STATED, Phrase(SOME_STATED, {"n": count, "metres": self._most_m}))

    def _stated(self, datum: str) -> DatumOffer:
        return DatumOffer(datum, Phrase(STATED, {"datum": datum, "metres": self._most_m}))


def _mention_of(row: SourceRow, position: Position) -> _Mention:
    """Return what the coordinate itself or the texts of the row say."""
    if position.datum:
        return _Mention(position.datum, position.datum)
    return _mention("\n".join(row.values.values()))


def _mention(*texts: str) -> _Mention:
    found = [match for text in texts for match in _MENTIONS.finditer(text)]
    if any(match.lastgroup == "converted" for match in found):
        return _Mention(_DONE, found[0][0])
    datums = {_DATUMS[match.lastgroup or ""]: match[0] for match in reversed(found)}
    if len(datums) == 1:
        return _Mention(*next(iter(datums.items())))
    return _Mention("", ", ".join(reversed(datums.values())))


def _converted(position: Position, datum: str) -> Position:
    if not is_shifted_place(position.lon, position.lat):
        return _with(position, CHECK, Phrase(OUTSIDE, {"datum": datum}))
    lon, lat = (round(degrees, _DECIMALS) for degrees in undo_shift(position.lon, position.lat, datum))
    moved = distance_m(position.lon, position.lat, lon, lat)
    converted = position._replace(lat=lat, lon=lon,
                                  note=NOTE.format(datum=datum, lat=position.lat, lon=position.lon))
    return _with(converted, REPAIRED, Phrase(CONVERTED, {"datum": datum, "metres": moved}))


def _with(position: Position, status: str, phrase: Phrase) -> Position:
    return position._replace(remarks=(*position.remarks, Remark(status, phrase)))
