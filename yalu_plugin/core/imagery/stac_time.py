"""The acquisition time stated by a STAC item."""

from __future__ import annotations

from typing import NamedTuple

from yalu_plugin.core.imagery.json_values import Json, as_text
from yalu_plugin.core.imagery.timespan import TimeSpan, parse_time

_LONGEST = 60  # characters of a value that is quoted


class ItemTime(NamedTuple):
    """The span that an item states, None if it states none; and what is wrong with its time, else empty."""

    span: TimeSpan | None
    fault: str = ""


def item_time(properties: Json) -> ItemTime:
    """Return the time in an item's `properties` (STAC 1.1, "Date and Time").

    An interval takes precedence over `datetime`, which is then only its nominal time. If one of the three is invalid,
    or they contradict each other, none is used. `created`, `updated` and the like are not dates of an image.
    """
    stated = {key: value for key in ("datetime", "start_datetime", "end_datetime")
            if (value := properties.get(key)) is not None and value != ""}
    read = {key: span for key, value in stated.items() if (span := parse_time(as_text(value))) is not None}
    if len(read) < len(stated):
        return ItemTime(None, _quoted({key: value for key, value in stated.items() if key not in read}))
    moment, begin, end = (read.get(key) for key in ("datetime", "start_datetime", "end_datetime"))
    if begin is None or end is None:
        return ItemTime(moment, "" if moment or not stated else _quoted(stated))
    span = TimeSpan(begin.begin, end.end)
    outside = moment and (moment.end.date() < span.begin.date() or moment.begin.date() > span.end.date())
    return ItemTime(None, _quoted(stated)) if outside or span.begin > span.end else ItemTime(span)


def _quoted(stated: Json) -> str:
    return ", ".join(f"{key} {str(value)[:_LONGEST]!r}" for key, value in stated.items())
