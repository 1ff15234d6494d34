"""Dates in tile addresses: months, quarters, days or a list of them, and the address for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.timespan import TimeSpan, parse_time, whole_day
from yalu_plugin.core.text import translatable

MONTHLY, QUARTERLY, DAILY, LISTED = STEPS = ("monthly", "quarterly", "daily", "listed")
MAX_DATES = 10_000
_MONTHS = {MONTHLY: 1, QUARTERLY: 3}
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_TILE = {"x", "y", "-y", "z"}
_DATE = {"yyyy", "yy", "mm", "dd", "q", "date"}


class NotATileAddress(YaluError):
    """A template that lacks a placeholder, or has an unknown one."""

    template = translatable("This is not an address of dated tiles ({detail}). Write {{x}}, {{y}}, {{z}} and a date "
                            "such as {{yyyy}}-{{mm}} into it.")


class NotADate(YaluError):
    """An entry in a list of dates that is not a date."""

    template = translatable("\"{text}\" is not a date. Write days, months or quarters: 2024-05-31, 2024-05, 2024-Q2.")


class TooManyDates(YaluError):
    """More dates than MAX_DATES."""

    template = translatable("There are more than {most} dates in these days. Choose fewer days.")


def check_template(template: str) -> None:
    """Check that every placeholder of a dated tile address is known and none is missing.

    Raises:
        NotATileAddress: a placeholder is unknown or missing, or the address is not http or https.
    """
    names = set(_PLACEHOLDER.findall(template))
    unknown = names - _TILE - _DATE
    if not template.startswith(("http://", "https://")):
        raise NotATileAddress(template.partition(":")[0])
    if unknown:
        raise NotATileAddress(", ".join(f"{{{name}}}" for name in sorted(unknown)))
    if not {"x", "z"} <= names or not {"y", "-y"} & names or not names & _DATE:
        raise NotATileAddress(template)


def dated_address(template: str, day: date) -> str:
    """Replace {yyyy}, {yy}, {mm}, {dd}, {q} (quarter, 1 to 4) and {date} in `template` by the parts of `day`."""
    parts = {"yyyy": f"{day:%Y}", "yy": f"{day:%y}", "mm": f"{day:%m}", "dd": f"{day:%d}",
             "q": str((day.month + 2) // 3), "date": day.isoformat()}
    return _PLACEHOLDER.sub(lambda match: parts.get(match[1], match[0]), template)


def spans_between(step: str, start: date, end: date) -> list[TimeSpan]:
    """Return every whole UTC month, quarter or day that has a day from `start` to `end`, both inclusive.

    Raises:
        TooManyDates: there are more than MAX_DATES.
    """
    if step == DAILY:
        return limit_spans(whole_day(start + timedelta(days=n)) for n in range((end - start).days + 1))
    return limit_spans(_whole_months(start, end, _MONTHS[step]))


def limit_spans(spans: Iterator[TimeSpan]) -> list[TimeSpan]:
    """Return the spans as a list.

    Raises:
        TooManyDates: there are more than MAX_DATES.
    """
    found: list[TimeSpan] = []
    for span in spans:
        if len(found) == MAX_DATES:
            raise TooManyDates(most=MAX_DATES)
        found.append(span)
    return found


def listed_spans(text: str) -> list[TimeSpan]:
    """Parse days, months (2024-05) and quarters (2024-Q2), separated by commas, semicolons or white space.

    Raises:
        NotADate: an entry is not a date.
        TooManyDates: there are more than MAX_DATES.
    """
    words = re.split(r"[\s,;]+", text.strip())
    return limit_spans(_span_of(word) for word in words if word)


def whole_months(year: int, month: int, count: int) -> TimeSpan:
    """Return the span of `count` UTC months, starting with this one."""
    index = year * 12 + month - 1 + count
    following = datetime(index // 12, index % 12 + 1, 1, tzinfo=timezone.utc)
    return TimeSpan(datetime(year, month, 1, tzinfo=timezone.utc), following - timedelta(seconds=1))


def _whole_months(start: date, end: date, count: int) -> Iterator[TimeSpan]:
    span = whole_months(start.year, start.month - (start.month - 1) % count, count)
    while span.begin.date() <= end:
        yield span
        following = span.end + timedelta(seconds=1)
        span = whole_months(following.year, following.month, count)


def _span_of(word: str) -> TimeSpan:
    part = re.fullmatch(r"(\d{4})-?(?:([qQ])([1-4])|(0[1-9]|1[0-2]))", word)
    if part and 1 <= int(part[1]) < 9999:
        return whole_months(int(part[1]), 3 * int(part[3]) - 2 if part[2] else int(part[4]), 3 if part[2] else 1)
    span = parse_time(word)
    if span is None:
        raise NotADate(text=word)
    return span
