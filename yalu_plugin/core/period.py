"""Periods of UTC days: the day, month, quarter or year around a day, all days, or from one day to another."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import NamedTuple, Optional

from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.text import translatable

ALL = "all"
MONTHS = {"month": 1, "quarter": 3, "year": 12}
KINDS = ("day", *MONTHS, ALL)


class Period(NamedTuple):
    """A period: `first` and `last` day (ISO 8601, inclusive), None for no bound; `when` is its text in a sentence."""

    first: Optional[str]  # noqa: UP045 - Python 3.9 evaluates it
    last: Optional[str]  # noqa: UP045
    when: Phrase


def period_around(kind: str, day: date | None) -> Period | None:
    """Return the period of this kind, one of KINDS, that contains a day; None without a day, except for ALL."""
    if kind == ALL:
        return Period(None, None, Phrase(translatable("so far")))
    if day is None:
        return None
    if kind == "day":
        return Period(str(day), str(day), Phrase(translatable("on {day}"), {"day": day}))
    months = MONTHS[kind]
    begin = (day.month - 1) // months * months + 1
    end = begin + months - 1
    first, last = day.replace(month=begin, day=1), date(day.year, end, monthrange(day.year, end)[1])
    return Period(str(first), str(last), _when(kind, first))


def _when(kind: str, first: date) -> Phrase:
    if kind == "quarter":
        return Phrase(translatable("in Q{quarter} {year}"), {"quarter": (first.month + 2) // 3, "year": first.year})
    return Phrase(translatable("in {period}"), {"period": str(first)[:7 if kind == "month" else 4]})


def period_between(first: date, last: date) -> Period:
    """Return the period from one day to another one, both included."""
    return Period(str(first), str(last),
                  Phrase(translatable("from {first} to {last}"), {"first": first, "last": last}))
