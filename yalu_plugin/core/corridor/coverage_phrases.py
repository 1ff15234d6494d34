"""Sentences about what was searched: in a patrol, and in a period."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from yalu_plugin.core.corridor.coverage import Coverage, Interval, Search, coverage, in_period
from yalu_plugin.core.decimals import decimals
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.text import translatable

MOST = 6  # stretches that a sentence names
WHOLE_M = 1.0  # a corridor counts as searched completely with at most this missing


def km_text(at_m: float) -> str:
    """Return metres as kilometres, to 100 m: "41", "41.2"."""
    return decimals(at_m / 1000, 1).removesuffix(".0")


def percent_text(found: Coverage) -> str:
    """Return the searched share in percent: "44", below 10 and above 90 with one decimal ("3.0").

    "100" stands only for the whole corridor, "0" only for none of it.
    """
    if found.corridor_m - found.searched_m <= WHOLE_M and found.corridor_m > 0:
        return "100"
    percent = 100 * found.share
    if not percent or 9.95 <= percent <= 90:
        return decimals(percent, 0)
    return "<0.1" if percent < 0.05 else decimals(min(percent, 99.9), 1)


def stretches_phrase(intervals: Sequence[Interval], datum_m: float = 0.0) -> Phrase:
    """Return intervals, in metres from the upstream end, as kilometres from a datum: "0 to 41, 58 to 95"."""
    joined: Phrase | None = None
    for begin, end in intervals[:MOST]:
        one = Phrase(translatable("{first} to {last}"), {"first": km_text(begin - datum_m),
                                                         "last": km_text(end - datum_m)})
        joined = one if joined is None else Phrase(
            translatable("{these}, {and_this}"), {"these": joined, "and_this": one})
    more = len(intervals) - MOST
    if more > 0:
        return Phrase(translatable("{these} and {n} more stretches"), {"these": joined, "n": more})
    return joined or Phrase(translatable("none"))


def patrol_phrase(found: Coverage, days: str, new: int, datum_m: float = 0.0) -> Phrase:
    """Return the summary of a patrol; `new` is the number of sites found.

    For example "Searched km 0 to 41, 58 to 95 on 2025-09-13: 78 of 177 km (44 %); 3 new; km 41 to 58 not observable
    (17 km)".
    """
    values = {"days": days, "corridor": km_text(found.corridor_m), "new": new}
    if found.searched:
        searched = Phrase(translatable("Searched km {where} on {days}: {km} of {corridor} km ({percent} %)"),
                          {**values, "where": stretches_phrase(found.searched, datum_m),
                           "km": km_text(found.searched_m), "percent": percent_text(found)})
    else:
        searched = Phrase(translatable("Nothing of {corridor} km was searched on {days} yet"), values)
    if not found.not_observable:
        return Phrase(translatable("{searched}; {new} new"), {"searched": searched, "new": new})
    return Phrase(translatable("{searched}; {new} new; km {where} not observable ({km} km)"),
                  {"searched": searched, "where": stretches_phrase(found.not_observable, datum_m),
                   "km": km_text(found.not_observable_m), "new": new})


def share_phrase(found: Coverage) -> Phrase:
    """Return the searched length and share: "78 km, 44 %"."""
    return Phrase(translatable("{km} km, {percent} %"), {"km": km_text(found.searched_m),
                                                         "percent": percent_text(found)})


def searched_phrase(found: Coverage, when: Phrase) -> Phrase:
    """Return the share searched in the period `when`, within a sentence: "37 % of the corridor searched in Q3 2025"."""
    if not found.searched:
        return Phrase(translatable("nothing of the corridor searched {when}"), {"when": when})
    return Phrase(translatable("{percent} % of the corridor searched {when}"),
                  {"percent": percent_text(found), "when": when})


def period_phrase(searches: Iterable[Search], corridor_m: float, first: str | None, last: str | None) -> Phrase:
    """Return which share of the corridor was searched in a period: a count of that period is valid only there.

    `first` and `last` are UTC days, ISO 8601, both included; None is no bound.
    """
    found = coverage(in_period(searches, first, last), corridor_m)
    values = {"when": _when(first, last), "what": _what(found)}
    if not found.searched:
        return Phrase(translatable("Searched {when}: {what}. Not counted is not absent."), values)
    return Phrase(translatable("Searched {when}: {what}."), values)


def then_phrase(searches: Iterable[Search], corridor_m: float, first: str, last: str) -> Phrase:
    """Return the sentence of period_phrase without the period, for use next to a text that names it."""
    found = coverage(in_period(searches, first, last), corridor_m)
    return Phrase(translatable("Searched then: {what}."), {"what": _what(found)})


def _what(found: Coverage) -> Phrase:
    values = {"km": km_text(found.searched_m), "corridor": km_text(found.corridor_m), "percent": percent_text(found),
              "blind": km_text(found.not_observable_m)}
    if not found.searched and not found.not_observable:
        return Phrase(translatable("nothing"))
    if not found.not_observable:
        return Phrase(translatable("{km} of {corridor} km ({percent} %)"), values)
    return Phrase(translatable("{km} of {corridor} km ({percent} %), {blind} km not observable"), values)


def _when(first: str | None, last: str | None) -> Phrase:
    if first and last:
        return Phrase(translatable("from {first} to {last}"), {"first": first, "last": last})
    if last:
        return Phrase(translatable("up to {last}"), {"last": last})
    return Phrase(translatable("from {first} on"), {"first": first}) if first else Phrase(translatable("so far"))
