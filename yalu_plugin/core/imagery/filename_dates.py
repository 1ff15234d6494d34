"""Acquisition dates in file names: those of satellite products, and those written by people and programs."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache

from yalu_plugin.core.imagery.composites import composite_span
from yalu_plugin.core.imagery.product_names import Product, products
from yalu_plugin.core.imagery.timespan import MONTHS, TimeSpan, instant, parse_time, whole_day, whole_days
from yalu_plugin.core.imagery.written_dates import unapplied_zone, written_dates

FIRST_YEAR = 1960
MAX_LENGTH = 300  # characters; file systems allow 255, but the id of a STAC item may be longer
WRITTEN = "date"  # the pattern of a name that follows no product's convention


@dataclass(frozen=True)
class FoundDate:
    """The time in a file name, the name of the pattern that matched, and the platform if the pattern has one.

    `composite` means that the picture is made from all these days, not that it was taken on one of them.
    """

    span: TimeSpan
    pattern: str
    platform: str = ""
    composite: bool = False


def date_in_name(name: str, today: date | None = None) -> FoundDate | None:
    """Return the acquisition date in the file name `name`, None if it has no date, an invalid one, or several.

    Product names have several dates; the acquisition is returned, never the processing. A composite has all its days.
    Dates before 1960 or after next year are treated as numbers with another meaning. `today` is the UTC date unless
    given.
    """
    return _date_in(name, _latest_year(today)) if len(name) <= MAX_LENGTH else None


@lru_cache(maxsize=256)  # called about four times for one catalogued image
def _date_in(name: str, latest: int) -> FoundDate | None:
    name = unicodedata.normalize("NFKC", name)  # macOS decomposes Hangul; digits may be full-width
    for product in products():
        match = product.expression.search(name)
        if match is not None:
            part = {key: text for key, text in match.groupdict().items() if text is not None}
            day = _product_day(part)
            span = _product_span(part, day, name) if day and FIRST_YEAR <= day.year <= latest else None
            if span is None:
                return None
            return FoundDate(span, product.name, _platform(product, part), span.begin.date() != span.end.date())
    days = _written_dates(name, latest)
    if len(days) != 1:
        return None
    composed_of = composite_span(name, days[0].begin.date())
    return FoundDate(composed_of or days[0], WRITTEN, composite=composed_of is not None)


def conflicting_dates(name: str, today: date | None = None) -> list[TimeSpan]:
    """Return the dates of a name for which `date_in_name` returns None because it has several, in order of time."""
    normal = unicodedata.normalize("NFKC", name[:MAX_LENGTH])
    days = _written_dates(normal, _latest_year(today)) if date_in_name(name, today) is None else []
    product = any(one.expression.search(normal) for one in products())
    return [] if product or len(days) < 2 else sorted(days, key=lambda span: (span.begin, span.end))


def unapplied_zone_in(name: str) -> str:
    """Return the possible time zone in a name whose date was read without applying it; empty if there is none."""
    found = date_in_name(name)
    written = found is not None and found.pattern == WRITTEN
    return unapplied_zone(unicodedata.normalize("NFKC", name)) if written else ""


def _latest_year(today: date | None) -> int:
    return (today or datetime.now(timezone.utc).date()).year + 1


def _written_dates(name: str, latest: int) -> list[TimeSpan]:
    return [span for span in written_dates(name) if FIRST_YEAR <= span.begin.year <= latest]


def _product_span(part: dict[str, str], day: date, name: str) -> TimeSpan | None:
    if "d" not in part and "j" not in part:
        return _months(day, part)
    composed_of = composite_span(name, day)
    if composed_of is not None:
        return composed_of
    begin = whole_day(day)
    if "H" in part:
        moment = instant(day.year, day.month, day.day, int(part["H"]), int(part["M"]), int(part.get("S", 0)))
        if moment is None:
            return None
        begin = moment
    end = parse_time(part.get("end", ""))
    return TimeSpan(begin.begin, end.end) if end and end.end >= begin.begin else begin


def _months(first: date, part: dict[str, str]) -> TimeSpan | None:
    """Return the whole months of a basemap, from `first` on: one, a quarter, or up to the last month in the name."""
    year, month = int(part.get("y2", first.year)), int(part.get("m2", first.month + (2 if "q" in part else 0)))
    following = _day(year + month // 12, month % 12 + 1, 1)
    last = following - timedelta(days=1) if following and month <= 12 else None
    return whole_days(first, last) if last and first <= last else None


def _product_day(part: dict[str, str]) -> date | None:
    """Return the day, or the first day of the month or quarter."""
    if "y" not in part and "yy" not in part:
        return None
    year = int(part["y"]) if "y" in part else 2000 + int(part["yy"])
    if "j" in part:
        return _day_of_year(year, int(part["j"]))
    month = MONTHS[part["mon"].upper()] if "mon" in part else int(part.get("m") or 3 * int(part["q"]) - 2)
    return _day(year, month, int(part.get("d", 1)))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _day_of_year(year: int, number: int) -> date | None:
    first = _day(year, 1, 1)
    if first is None or not 1 <= number <= 366:
        return None
    day = first + timedelta(days=number - 1)
    return day if day.year == year else None


def _platform(product: Product, part: dict[str, str]) -> str:
    return product.platform.format(part.get("unit", "").lower().lstrip("0"))
