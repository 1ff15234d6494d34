"""How the words and dates of a file are read, each text once, and what the analyst chose instead."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any, NamedTuple

from yalu_plugin.core.importing.dates import DateError, DateToConfirm, Interval, no_date, read_date
from yalu_plugin.core.importing.judged import Choices, WordReading
from yalu_plugin.core.importing.words import KindReading, StateReading, state_of
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.text import translatable

UNKNOWN_KIND = translatable("kind “{text}” is unknown: imported as other, the text kept in the note")
KIND_TO_CONFIRM = translatable("kind “{text}” is to be confirmed: other until then, the text kept in the note")
UNKNOWN_STATE = translatable("state “{text}” is unknown: nothing observed, the text kept in the note")
STATE_TO_CONFIRM = translatable("state “{text}” is to be confirmed: nothing observed until then, kept in the note")
UNCLEAR_DATE = translatable("date “{text}” is unreadable or ambiguous: no date, the text kept in the note")
DATE_TO_CONFIRM = translatable("date “{text}” is to be confirmed: no date until then, the text kept in the note")
MORE_TEXTS = translatable(
    "{count} more texts of kinds, states or dates are not listed; their rows say how each is read.")

KIND, STATE, DATE = "kind", "state", "date"  # fields of a WordReading
LISTED = 2_000  # texts: nobody goes through more of them
_KEPT = 50_000  # texts whose reading is kept; beyond, each is read anew
_PLAIN_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


class Outcome(NamedTuple):
    """What a text came to: its value, None where it is not used, and then why."""

    value: Any
    problem: Phrase | None = None
    to_confirm: bool = False


class _Entry:
    """One text, and how often it stands in the file."""

    __slots__ = ("outcome", "shown", "times")

    def __init__(self, outcome: Outcome, shown: str) -> None:
        self.outcome, self.shown, self.times = outcome, shown, 0


class Readings:
    """Reads kinds, states and dates. `today` is the day of the import."""

    def __init__(self, choices: Choices, today: dt.date) -> None:
        self._choices, self._today = choices, today
        self._entries: dict[tuple[str, str, object], _Entry] = {}

    def kind(self, text: str, read: Callable[[str], KindReading | None], by_the_way: bool = False) -> Outcome:
        """The survey's kind for a text, as `read` finds it; nothing is missing where a name says none `by_the_way`."""
        return self._once(KIND, text, read, lambda: self._kind(text, read, by_the_way))

    def state(self, text: str) -> Outcome:
        """The StateReading for a text."""
        return self._once(STATE, text, "", lambda: self._state(text))

    def date(self, text: str, order: str) -> Outcome:
        """The Interval for a text, day and month in the `order` that its column proves."""
        return self._once(DATE, text, order, lambda: self._date(text, order))

    def listed(self) -> tuple[WordReading, ...]:
        """The texts whose reading can be changed, those to confirm first, then those not read."""
        found = [WordReading(field, text, entry.times, entry.shown, entry.outcome.to_confirm)
                 for (field, text, _), entry in self._entries.items() if _is_listed(field, text, entry)]
        found.sort(key=lambda reading: (not reading.asked, bool(reading.value)))
        return tuple(found[:LISTED])

    def notices(self) -> tuple[Phrase, ...]:
        """That there are more texts than are listed."""
        more = sum(_is_listed(field, text, entry) for (field, text, _), entry in self._entries.items()) - LISTED
        return (Phrase(MORE_TEXTS, {"count": more}),) if more > 0 else ()

    def _once(self, field: str, text: str, how: object, read: Callable[[], tuple[Outcome, str]]) -> Outcome:
        entry = self._entries.get((field, text, how))
        if entry is None:
            entry = _Entry(*read())
            if len(self._entries) < _KEPT:
                self._entries[field, text, how] = entry
        entry.times += 1
        return entry.outcome

    def _kind(
        self, text: str, read: Callable[[str], KindReading | None], by_the_way: bool
    ) -> tuple[Outcome, str]:
        chosen = self._choices.kinds.get(text)
        if chosen is not None:
            return Outcome(chosen or None, None if chosen else Phrase(UNKNOWN_KIND, {"text": text})), chosen
        reading = read(text)
        if reading is None:
            return Outcome(None, None if by_the_way else Phrase(UNKNOWN_KIND, {"text": text})), ""
        if not reading.certain:
            problem = None if by_the_way else Phrase(KIND_TO_CONFIRM, {"text": text})
            return Outcome(None, problem, to_confirm=True), reading.kind
        return Outcome(reading.kind), reading.kind

    def _state(self, text: str) -> tuple[Outcome, str]:
        chosen = self._choices.states.get(text)
        if chosen is not None:
            return Outcome(StateReading(chosen) if chosen else None,
                           None if chosen else Phrase(UNKNOWN_STATE, {"text": text})), chosen
        reading = state_of(text)
        if reading is None:
            return Outcome(None, Phrase(UNKNOWN_STATE, {"text": text})), ""
        if not reading.certain:
            return Outcome(None, Phrase(STATE_TO_CONFIRM, {"text": text}), to_confirm=True), reading.state
        return Outcome(reading), reading.state

    def _date(self, text: str, order: str) -> tuple[Outcome, str]:
        chosen = self._choices.dates.get(text)
        unclear = Outcome(None, Phrase(UNCLEAR_DATE, {"text": text}))
        if chosen == "":
            return unclear, ""
        if chosen is None and no_date(text):
            return Outcome(None), ""
        try:
            interval = _chosen_interval(chosen) if chosen else read_date(text, order, self._today)
        except DateToConfirm as error:
            problem = Phrase(DATE_TO_CONFIRM, {"text": text})
            return Outcome(None, problem, to_confirm=True), interval_text(error.suggestion)
        except DateError:
            return unclear, ""
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
