"""How the words and dates of a file are read, each text once, and what the analyst chose instead."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable
from typing import Any, NamedTuple

from yalu_plugin.core.custom_kinds import folded
from yalu_plugin.core.importing.date_parser import DateError, DateToConfirm, Interval, no_date, read_date
from yalu_plugin.core.importing.import_assessment import Choices, WordReading
from yalu_plugin.core.importing.vocabulary import KindReading, StateReading, state_of
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.text import translatable

UNKNOWN_KIND = translatable("kind “{text}” is unknown: imported as other, the text kept in the note")
KIND_TO_CONFIRM = translatable("kind “{text}” is not confirmed: imported as other site, the text kept in the note")
UNKNOWN_STATE = translatable("state “{text}” is unknown: nothing observed, the text kept in the note")
STATE_TO_CONFIRM = translatable("state “{text}” is not confirmed: no observation, the text kept in the note")
UNCLEAR_DATE = translatable("date “{text}” is unreadable or ambiguous: no date, the text kept in the note")
DATE_TO_CONFIRM = translatable("date “{text}” is not confirmed: no date, the text kept in the note")
MORE_TEXTS = translatable(
    "{count} more texts of kinds, states or dates are not listed; their rows say how each is read.")

KIND, STATE, DATE = "kind", "state", "date"  # fields of a WordReading
_UNREAD = {KIND: UNKNOWN_KIND, STATE: UNKNOWN_STATE, DATE: UNCLEAR_DATE}
LISTED = 2_000  # texts: nobody goes through more of them
_KEPT = 50_000  # texts whose reading is kept; beyond, each is read anew
_PLAIN_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


class Outcome(NamedTuple):
    """What a text came to: its value, None where it is not used, and then why; `chosen` by the analyst."""

    value: Any
    problem: Phrase | None = None
    to_confirm: bool = False
    chosen: bool = False


class _Entry(NamedTuple):
    """How one text is read, as the list shows it; `rank` is its place there, which no choice changes."""

    outcome: Outcome
    shown: str
    rank: int


class Readings:
    """Reads kinds, states and dates. `today` is the day of the import."""

    def __init__(self, choices: Choices, today: dt.date) -> None:
        self._choices, self._today = choices, today
        self._own_kinds = {folded(kind): kind for kind in choices.own_kinds}
        self._entries: dict[tuple[str, str, object], _Entry] = {}
        self._times: Counter[tuple[str, str, object]] = Counter()

    def kind(self, text: str, read: Callable[[str], KindReading | None], by_the_way: bool = False) -> Outcome:
        """The survey's kind for a text, as `read` finds it; nothing is missing where a name says none `by_the_way`."""
        return self._once(KIND, text, read, lambda: _kind(text, read, by_the_way))

    def state(self, text: str) -> Outcome:
        """The StateReading for a text."""
        return self._once(STATE, text, "", lambda: _state(text))

    def date(self, text: str, order: str) -> Outcome:
        """The Interval for a text, day and month in the `order` that its column proves."""
        return self._once(DATE, text, order, lambda: (Outcome(None), "") if no_date(text) else _date(
            text, lambda: read_date(text, order, self._today)))

    def listed(self) -> tuple[WordReading, ...]:
        """The texts whose reading can be changed: first those to confirm, then those not read by themselves."""
        found = sorted(self._listable(), key=lambda each: each[1].rank)
        return tuple(WordReading(key[0], key[1], self._times[key], entry.shown, entry.outcome.to_confirm)
                     for key, entry in found[:LISTED])

    def notices(self) -> tuple[Phrase, ...]:
        """That there are more texts than are listed."""
        more = len(self._listable()) - LISTED
        return (Phrase(MORE_TEXTS, {"count": more}),) if more > 0 else ()

    def _listable(self) -> list[tuple[tuple[str, str, object], _Entry]]:
        return [(key, entry) for key, entry in self._entries.items() if _is_listed(key[0], key[1], entry)]

    def _once(self, field: str, text: str, how: object, read: Callable[[], tuple[Outcome, str]]) -> Outcome:
        """The outcome for a text, which is read at its first appearance."""
        key = field, text, how
        entry = self._entries.get(key)
        if entry is None:
            outcome, shown = read()
            rank = 0 if outcome.to_confirm else 1 if outcome.value is None else 2
            entry = _Entry(*(self._chosen(field, text) or (outcome, shown)), rank)
            if len(self._entries) < _KEPT:
                self._entries[key] = entry
        if key in self._entries:
            self._times[key] += 1
        return entry.outcome

    def _chosen(self, field: str, text: str) -> tuple[Outcome, str] | None:
        """What the analyst chose for a text; None where that was nothing."""
        choices = {KIND: self._choices.kinds, STATE: self._choices.states, DATE: self._choices.dates}[field]
        chosen = choices.get(text, self._own_kinds.get(folded(text.strip())) if field == KIND else None)
        if chosen is None:
            return None
        if not chosen:
            return Outcome(None, Phrase(_UNREAD[field], {"text": text})), ""
        if field == DATE:
            outcome, shown = _date(text, lambda: _chosen_interval(chosen))
            return outcome._replace(chosen=True), shown
        return Outcome(StateReading(chosen) if field == STATE else chosen), chosen


def _kind(text: str, read: Callable[[str], KindReading | None], by_the_way: bool) -> tuple[Outcome, str]:
    reading = read(text)
    if reading is not None and reading.certain:
        return Outcome(reading.kind), reading.kind
    template = UNKNOWN_KIND if reading is None else KIND_TO_CONFIRM
    problem = None if by_the_way else Phrase(template, {"text": text})
    return Outcome(None, problem, to_confirm=reading is not None), reading.kind if reading else ""


def _state(text: str) -> tuple[Outcome, str]:
    reading = state_of(text)
    if reading is None:
        return Outcome(None, Phrase(UNKNOWN_STATE, {"text": text})), ""
    if not reading.certain:
        return Outcome(None, Phrase(STATE_TO_CONFIRM, {"text": text}), to_confirm=True), reading.state
    return Outcome(reading), reading.state


def _date(text: str, read: Callable[[], Interval]) -> tuple[Outcome, str]:
    try:
        interval = read()
    except DateToConfirm as error:
        problem = Phrase(DATE_TO_CONFIRM, {"text": text})
        return Outcome(None, problem, to_confirm=True), interval_text(error.suggestion)
    except DateError:
        return Outcome(None, Phrase(UNCLEAR_DATE, {"text": text})), ""
    return Outcome(interval), interval_text(interval)


def interval_text(interval: Interval) -> str:
    """An interval as ISO 8601: "2025-07-29", "2024-04-01/2024-06-30", "../2024-05-31"."""
    first, last = interval.first or "..", interval.last or ".."
    return first if first == last else f"{first}/{last}"


def _chosen_interval(text: str) -> Interval:
    """The analyst's own date. Raises DateError where it is none."""
    first, _, last = text.partition("/")
    begin, end = (read_date(each, today=dt.date.max) if each.strip(". ") else Interval(None, None)
                  for each in (first, last or first))
    return Interval(begin.first, end.last)


def _is_listed(field: str, text: str, entry: _Entry) -> bool:
    """A plain ISO date needs no look, nor a text that says that there is no date."""
    if entry.outcome.value is None:
        return entry.outcome.problem is not None or entry.outcome.to_confirm
    return field != DATE or not _PLAIN_DATE.fullmatch(text)
