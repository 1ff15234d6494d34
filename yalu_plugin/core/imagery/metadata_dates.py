"""Dates in an image file's metadata, as GDAL reads them: when the picture was taken, and when the file was written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from yalu_plugin.core.imagery.timespan import MONTHS, TimeSpan, instant, parse_time, whole_day

# Keys of a single time. ACQUISITIONDATETIME is GDAL's own, in its IMAGERY domain; the others are written by drivers and
# providers (Sentinel-1 and -2, NITF, DIMAP, Maxar, Planet, our own GeoTIFFs).
_MOMENTS = ("ACQUISITIONDATETIME", "ACQUISITION_DATETIME", "ACQUISITION_DATE_TIME", "ACQUISITIONTIME", "NITF_IDATIM",
            "SENSING_TIME", "SENSING TIME", "SENSINGTIME", "DATATAKE_1_DATATAKE_SENSING_START", "FIRSTLINETIME")
# Keys of begin and end. The last two pairs are from HDF-EOS (MODIS) and from netCDF's conventions (ACDD).
_INTERVALS = (("PRODUCT_START_TIME", "PRODUCT_STOP_TIME"), ("ACQUISITION_START_TIME", "ACQUISITION_STOP_TIME"),
              ("SENSING_START", "SENSING_STOP"), ("START_TIME", "STOP_TIME"),
              ("RANGEBEGINNINGDATE", "RANGEENDINGDATE"),
              ("NC_GLOBAL#TIME_COVERAGE_START", "NC_GLOBAL#TIME_COVERAGE_END"))
# Keys of a date, and of the time of day, if there is one.
_DAYS = (("DATE_ACQUIRED", "SCENE_CENTER_TIME"), ("ACQUISITION_DATE", "ACQUISITION_TIME"), ("ACQUISITIONDATE", ""),
         ("IMAGING_DATE", "IMAGING_TIME"), ("DATASET_IMAGING_DATE", "DATASET_IMAGING_TIME"))
_NITF_20 = re.compile(r"(\d{2})(\d{2})(\d{2})(\d{2})Z([A-Z]{3})(\d{2})")
_DESCRIBED = re.compile(r"(?<!\w)acqui(?:sition|red)[ _-]?(?:date|time|datetime)?(?: on)?\s{0,3}[:=]?\s{0,3}"
                        r"(\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z?)?)(?!\d)", re.IGNORECASE)
_CAMERA = ("EXIF_MAKE", "EXIF_MODEL")
_SCANNED_BY = (*_CAMERA, "EXIF_SOFTWARE", "TIFFTAG_SOFTWARE")
_SCANNERS = re.compile(
    r"scan|silverfast|naps2|plustek|opticfilm|microtek|flextight|imacon|(?<![A-Z])(?:umax|mustek|avision)(?![A-Z])"
    r"|epson.{0,40}?(?:perfection|expression|stylus|workforce|ecotank|(?<![A-Z])(?:V|GT-?|ES-|DS-|ET-|XP-|WF-)X?\d{2})"
    r"|(?<![A-Z])LiDE\s?\d|(?<![A-Z])(?:MP|MG|MX|TS|TR)\d{3,4}\s+series|pixma|(?<![A-Z])(?:MFC|DCP)-\w?\d"
    r"|(?:laser|office|desk)jet|workcentre|bizhub|(?<![A-Z])fi-\d{3,4}", re.IGNORECASE)
_WEST, _EAST = timedelta(hours=12, minutes=15), timedelta(hours=14, minutes=15)  # 15 minutes: the GPS fix may be old
_WRITTEN = (("TIFFTAG_DATETIME", "TIFFTAG_SOFTWARE"), ("EXIF_DATETIME", "EXIF_SOFTWARE"))
_EDITORS = re.compile(r"photoshop|lightroom|gimp|affinity|paint|irfanview|xnview|imagemagick|graphicsmagick|picasa|"
                      r"corel|illustrator|snipping|screenshot|google", re.IGNORECASE)
_FIRST_TIFF = date(1986, 1, 1)  # the year of the format: no file was written before
# Placeholders that programs write for "no date": the first days of their calendars.
_NO_DATES = frozenset((date(1, 1, 1), date(1601, 1, 1), date(1858, 11, 17), date(1899, 12, 30), date(1899, 12, 31),
                       date(1900, 1, 1), date(1904, 1, 1), date(1969, 12, 31), date(1970, 1, 1), date(1980, 1, 1),
                       date(1980, 1, 6)))


def is_no_date(span: TimeSpan) -> bool:
    """Return whether this is a placeholder for "no date", such as 1970-01-01."""
    return span.begin.date() == span.end.date() and span.begin.date() in _NO_DATES


def acquired_in_metadata(metadata: Mapping[str, str]) -> list[TimeSpan]:
    """Return the acquisition in GDAL metadata (upper-case keys), the surest key first; several if the keys disagree.

    For a photograph it is the day in local time, unless EXIF has the time zone or the time of GPS.
    """
    found: dict[tuple[date, date], TimeSpan] = {}
    for span in (*_intervals(metadata), *_moments(metadata), *_days(metadata), _described_date(metadata),
                 *_camera_times(metadata)):
        if span is not None and not is_no_date(span):
            found.setdefault((span.begin.date(), span.end.date()), span)
    return list(found.values())


def written_in_metadata(metadata: Mapping[str, str], now: datetime) -> TimeSpan | None:
    """Return when the file was written, if that bounds the acquisition: until `now` (aware), and not by an editor."""
    for key, software in _WRITTEN:
        span = parse_time(metadata.get(key, ""))
        if span is not None and span.begin.date() >= _FIRST_TIFF and span.begin <= now \
                and not _EDITORS.search(metadata.get(software, "")):
            return span
    return None


def _intervals(metadata: Mapping[str, str]) -> list[TimeSpan | None]:
    found = []
    for first, last in _INTERVALS:
        begin, end = (parse_time(metadata.get(key, "")) for key in (first, last))
        found.append(TimeSpan(begin.begin, end.end) if begin and end and end.end >= begin.begin else begin)
    return found


def _moments(metadata: Mapping[str, str]) -> list[TimeSpan | None]:
    return [parse_time(metadata.get(key, "")) or _nitf_time(metadata.get(key, "")) for key in _MOMENTS]


def _days(metadata: Mapping[str, str]) -> list[TimeSpan | None]:
    found = []
    for day_key, clock_key in _DAYS:
        day = metadata.get(day_key, "").strip()
        found.append(parse_time(f"{day}T{metadata.get(clock_key, '').strip()}") or parse_time(day))
    return found


def _described_date(metadata: Mapping[str, str]) -> TimeSpan | None:
    """Return the date after "Acquisition Date" in the description, where CBERS products have it."""
    match = _DESCRIBED.search(metadata.get("TIFFTAG_IMAGEDESCRIPTION", ""))
    return parse_time(match[1]) if match else None


def exif_time_without_camera(metadata: Mapping[str, str]) -> TimeSpan | None:
    """Return the EXIF time of a picture without a camera: it may be that of a scan, a screenshot or an edit."""
    return None if _has_camera(metadata) else next(iter(_exif_times(metadata)), None)


def _camera_times(metadata: Mapping[str, str]) -> list[TimeSpan]:
    """Return when a camera took the picture; two times if its clock and GPS contradict each other."""
    return _exif_times(metadata) if _has_camera(metadata) else []


def _has_camera(metadata: Mapping[str, str]) -> bool:
    """Return whether EXIF names a camera. A scanner is not one: its time is that of the scan."""
    by = " ".join(metadata.get(key, "") for key in _SCANNED_BY)
    return any(metadata.get(key, "").strip() for key in _CAMERA) and not _SCANNERS.search(by)


def _exif_times(metadata: Mapping[str, str]) -> list[TimeSpan]:
    """Return the time in UTC if EXIF has the zone or the time of GPS, which is UTC; else the day in local time."""
    text, offset = (metadata.get(key, "").strip() for key in ("EXIF_DATETIMEORIGINAL", "EXIF_OFFSETTIMEORIGINAL"))
    local, gps = parse_time(text), _gps_time(metadata)
    exact = parse_time(text + offset) if offset else None
    if local is None:
        return [gps] if gps else []
    own = exact or whole_day(local.begin.date())
    if gps is None or is_no_date(gps):
        return [own]
    if exact is None and -_WEST <= local.begin - gps.begin <= _EAST and gps.begin == gps.end:
        return [gps]
    return [own, gps]


def _gps_time(metadata: Mapping[str, str]) -> TimeSpan | None:
    """Parse EXIF's GPSDateStamp with GPSTimeStamp: "2025:07:29" and hours, minutes and seconds, "(23) (16) (1.5)"."""
    day = parse_time(metadata.get("EXIF_GPSDATESTAMP", "").strip())
    parts = re.findall(r"\d+(?:\.\d+)?", metadata.get("EXIF_GPSTIMESTAMP", ""))
    if day is None or len(parts) != 3:
        return day
    hour, minute, second = (int(float(part)) for part in parts)
    first = day.begin.date()
    return instant(first.year, first.month, first.day, hour, minute, min(second, 59))


def _nitf_time(text: str) -> TimeSpan | None:
    """Parse a time of NITF 2.1, CCYYMMDDhhmmss (unknown parts are hyphens), or 2.0, DDHHMMSSZMONYY (MIL-STD-2500)."""
    text = text.strip().upper()
    if re.fullmatch(r"\d{8}[\d-]*-[\d-]*", text):
        day = parse_time(text[:8])
        return whole_day(day.begin.date()) if day else None
    match = _NITF_20.fullmatch(text)
    if match is None or match[5] not in MONTHS:
        return None
    year = int(match[6]) + (1900 if int(match[6]) >= 60 else 2000)
    return instant(year, MONTHS[match[5]], int(match[1]), int(match[2]), int(match[3]), int(match[4]))
