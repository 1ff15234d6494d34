"""The TIME dimension of a map service: the times listed in its capabilities, and the span of each.

By OGC 06-042 (WMS 1.3.0), annexes C and D, which WMTS services follow too: single times, lists with commas, and
start/end/period, with times and periods of ISO 8601.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from yalu_plugin.core.imagery.address_dates import whole_months
from yalu_plugin.core.imagery.timespan import TimeSpan, parse_time

_PERIOD = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?")
_SECOND = timedelta(seconds=1)
_LATEST = datetime(9000, 1, 1, tzinfo=timezone.utc)  # "forever" is written as 9999-12-31; the step after it has no date
_LONGEST_YEARS = 900


@dataclass(frozen=True)
class ServiceTime:
    """One time of a service: `text` is the value in requests, `span` the UTC time of its picture."""

    text: str
    span: TimeSpan


@dataclass(frozen=True)
class CalendarStep:
    """A step in time: calendar months plus a duration."""

    months: int
    rest: timedelta

    def after(self, moment: datetime, count: int = 1) -> datetime:
        """Return the moment `count` periods later; a day that the month does not have becomes its last."""
        index = moment.year * 12 + moment.month - 1 + self.months * count
        year, month = index // 12, index % 12 + 1
        last = whole_months(year, month, 1).end.day
        return moment.replace(year=year, month=month, day=min(moment.day, last)) + self.rest * count


def parse_period(text: str) -> CalendarStep | None:
    """Parse an ISO 8601 period such as P1D, P1M or PT10M; None if it is invalid, zero or extremely long."""
    match = _PERIOD.fullmatch(text.strip())
    if match is None:
        return None
    years, months, weeks, days, hours, minutes = (int(part or 0) for part in match.groups()[:6])
    try:
        rest = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=float(match[7] or 0))
    except OverflowError:
        return None
    period = CalendarStep(years * 12 + months, rest)
    short = period.months < 12 * _LONGEST_YEARS and rest.days < 365 * _LONGEST_YEARS
    return period if short and (period.months or rest) else None


def service_times(values: Iterable[str], start: date | None, end: date | None) -> Iterator[ServiceTime]:
    """Yield the times among `values` whose span has a UTC day from `start` to `end` (None: no limit).

    Values without a day ("current", "default") are skipped.
    """
    for part in (part.strip() for value in values for part in value.split(",")):
        first, _, rest = part.partition("/")
        if rest:
            yield from _in_range(first, *rest.partition("/")[::2], start, end)
            continue
        span = _span(first)
        if span is not None and _meets(span, start, end):
            yield ServiceTime(first, span)


def _in_range(first: str, last: str, step: str, start: date | None, end: date | None) -> Iterator[ServiceTime]:
    """Yield the times of first/last/step. Without a valid step the range is one time."""
    first_span, last_span, period = _span(first), _span(last), parse_period(step)
    if first_span is None or last_span is None or first_span.begin > last_span.end:
        return
    if period is None:
        span = TimeSpan(first_span.begin, last_span.end)
        if _meets(span, start, end):
            yield ServiceTime(f"{first}/{last}", span)
        return
    number, latest = _skippable(first_span.begin, period, start), min(last_span.end, _LATEST)
    while (moment := period.after(first_span.begin, number)) <= latest and (end is None or moment.date() <= end):
        number += 1
        span = TimeSpan(moment, max(moment, period.after(first_span.begin, number) - _SECOND))
        if _meets(span, start, end):
            yield ServiceTime(_formatted_like(first, moment), span)


def _skippable(begin: datetime, period: CalendarStep, start: date | None) -> int:
    """Return how many periods after `begin` can be skipped because they end before `start`."""
    if start is None or start <= begin.date():
        return 0
    longest = period.rest + timedelta(days=31 * period.months)
    return max(0, int((datetime(start.year, start.month, start.day, tzinfo=timezone.utc) - begin) / longest) - 1)


def _span(text: str) -> TimeSpan | None:
    """Return the span of one time: a year, a month, a day, or an instant."""
    year_or_month = re.fullmatch(r"(\d{4})(?:-(0[1-9]|1[0-2]))?", text)
    if year_or_month is None:
        return parse_time(text)
    year, month = int(year_or_month[1]), year_or_month[2]
    if not 1 <= year < 9999:
        return None
    return whole_months(year, int(month), 1) if month else whole_months(year, 1, 12)


def _formatted_like(example: str, moment: datetime) -> str:
    """Return `moment` in the precision of the service's own times."""
    if len(example) in (4, 7, 10):
        return moment.date().isoformat()[:len(example)]
    milliseconds = f".{moment.microsecond // 1000:03d}" if "." in example else ""
    return f"{moment:%Y-%m-%dT%H:%M:%S}{milliseconds}Z"


def _meets(span: TimeSpan, start: date | None, end: date | None) -> bool:
    return (end is None or span.begin.date() <= end) and (start is None or span.end.date() >= start)
