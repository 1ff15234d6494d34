"""When a STAC item says that its image was taken."""

from __future__ import annotations

from typing import NamedTuple

from yalu_plugin.core.imagery.json_values import Json, as_text
from yalu_plugin.core.imagery.timespan import TimeSpan, parse_time

_LONGEST = 60  # characters of a value that is quoted


class ItemTime(NamedTuple):
    """The span an item tells, None where it tells none; and what is wrong with what it tells, else empty."""

    span: TimeSpan | None
    fault: str = ""


def item_time(properties: Json) -> ItemTime:
    """The time in an item's `properties` (STAC 1.1, "Date and Time").

    An interval wins over `datetime`, which is then only its nominal time. Where one of the three cannot be read, or
    they contradict each other, none is believed. `created`, `updated` and the like are no dates of an image.
    """
    told = {key: value for key in ("datetime", "start_datetime", "end_datetime")
            if (value := properties.get(key)) is not None and value != ""}
    read = {key: span for key, value in told.items() if (span := parse_time(as_text(value))) is not None}
    if len(read) < len(told):
        return ItemTime(None, _quoted({key: value for key, value in told.items() if key not in read}))
    moment, begin, end = (read.get(key) for key in ("datetime", "start_datetime", "end_datetime"))
    if begin is None or end is None:
        return ItemTime(moment, "" if moment or not told else _quoted(told))
    span = TimeSpan(begin.begin, end.end)
    outside = moment and (moment.end.date() < span.begin.date() or moment.begin.date() > span.end.date())
    return ItemTime(None, _quoted(told)) if outside or span.begin > span.end else ItemTime(span)


def _quoted(told: Json) -> str:
    return ", ".join(f"{key} {str(value)[:_LONGEST]!r}" for key, value in told.items())
