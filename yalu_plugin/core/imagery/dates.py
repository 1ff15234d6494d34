"""Which date a scene has, and on what evidence: STAC sidecar first, then GDAL metadata, then the file name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timezone

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.filename import MONTHS, date_in_name
from yalu_plugin.core.imagery.timespan import TimeSpan, instant, parse_time, whole_day
from yalu_plugin.core.text import translatable

# Keys of one moment. ACQUISITIONDATETIME is GDAL's own, in its IMAGERY domain; the others are what drivers and
# providers write (Sentinel-1 and -2, NITF, DIMAP, Maxar, Planet, our own GeoTIFFs).
_MOMENTS = ("ACQUISITIONDATETIME", "ACQUISITION_DATETIME", "ACQUISITION_DATE_TIME", "ACQUISITIONTIME", "NITF_IDATIM",
            "SENSING_TIME", "SENSING TIME", "SENSINGTIME", "DATATAKE_1_DATATAKE_SENSING_START", "FIRSTLINETIME")
# A begin and an end, each a moment.
_INTERVALS = (("PRODUCT_START_TIME", "PRODUCT_STOP_TIME"), ("ACQUISITION_START_TIME", "ACQUISITION_STOP_TIME"),
              ("SENSING_START", "SENSING_STOP"), ("START_TIME", "STOP_TIME"))
# A date, and the time of day if that is written too.
_DAYS = (("DATE_ACQUIRED", "SCENE_CENTER_TIME"), ("ACQUISITION_DATE", "ACQUISITION_TIME"), ("ACQUISITIONDATE", ""),
         ("IMAGING_DATE", "IMAGING_TIME"), ("DATASET_IMAGING_DATE", "DATASET_IMAGING_TIME"))
_NITF_20 = re.compile(r"(\d{2})(\d{2})(\d{2})(\d{2})Z([A-Z]{3})(\d{2})")


class NoDate(YaluError):
    """Nothing tells when the image was taken."""

    template = translatable("{name} is undated: no date in a STAC item, in its metadata or in its name. Add one there.")


class DateInFuture(YaluError):
    """The date that was found has not come yet, so it cannot be when the image was taken."""

    template = translatable("{name} is undated: its date {date} ({evidence}) lies in the future. Correct it there.")


@dataclass(frozen=True)
class Dating:
    """A date and its evidence, in words of core.schema; undated, `span` is None and `why` tells the reason."""

    span: TimeSpan | None
    kind: str = ""
    source: str = ""
    why: YaluError | None = None


def date_scene(stac: TimeSpan | None, metadata: Mapping[str, str], name: str, now: datetime | None = None) -> Dating:
    """Date the image file `name` by the first evidence there is: its STAC item's time, `metadata`, its name.

    A date in the future leaves the image undated: weaker evidence is not called in to replace a wrong one.
    `now` is the present (aware) unless given.
    """
    now = now or datetime.now(timezone.utc)
    dating = _first_evidence(stac, metadata, name, now)
    if dating.span is not None and dating.span.begin > now:
        return Dating(None, why=DateInFuture(name=name, date=dating.span.begin.date(), evidence=dating.source))
    return dating


def _first_evidence(stac: TimeSpan | None, metadata: Mapping[str, str], name: str, now: datetime) -> Dating:
    if stac is not None:
        return Dating(stac, "acquired", "stac")
    acquired = date_in_metadata(metadata)
    if acquired is not None:
        return Dating(acquired, "acquired", "gdal")
    written = parse_time(metadata.get("TIFFTAG_DATETIME", ""))
    if written is not None:
        return Dating(written, "at_or_before", "gdal")
    found = date_in_name(name, now.date())
    if found is not None:
        return Dating(found.span, "acquired", "filename")
    return Dating(None, why=NoDate(name=name))


def date_in_metadata(metadata: Mapping[str, str]) -> TimeSpan | None:
    """The acquisition in GDAL metadata (upper-case keys), or None.

    TIFFTAG_DATETIME is not looked at here: it is when the file was written, or at best the acquisition. `date_scene`
    takes it only where no acquisition key is, and then as "at_or_before": the picture is no younger than that.
    """
    for first, last in _INTERVALS:
        begin, end = (parse_time(metadata.get(key, "")) for key in (first, last))
        if begin is not None:
            return TimeSpan(begin.begin, end.end) if end and end.end >= begin.begin else begin
    for key in _MOMENTS:
        span = parse_time(metadata.get(key, "")) or _nitf_time(metadata.get(key, ""))
        if span is not None:
            return span
    for day_key, clock_key in _DAYS:
        day = metadata.get(day_key, "").strip()
        span = parse_time(f"{day}T{metadata.get(clock_key, '').strip()}") or parse_time(day)
        if span is not None:
            return span
    return None


def _nitf_time(text: str) -> TimeSpan | None:
    """NITF 2.1 writes CCYYMMDDhhmmss with hyphens for what is unknown, NITF 2.0 DDHHMMSSZMONYY (MIL-STD-2500)."""
    text = text.strip().upper()
    if re.fullmatch(r"\d{8}[\d-]*-[\d-]*", text):
        day = parse_time(text[:8])
        return whole_day(day.begin.date()) if day else None
    match = _NITF_20.fullmatch(text)
    if match is None or match[5] not in MONTHS:
        return None
    year = int(match[6]) + (1900 if int(match[6]) >= 60 else 2000)
    return instant(year, MONTHS[match[5]], int(match[1]), int(match[2]), int(match[3]), int(match[4]))
