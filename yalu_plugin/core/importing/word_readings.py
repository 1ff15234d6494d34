"""Reads the kinds, states and dates of a file, each text once; decisions of the analyst take precedence."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable
from typing import Any, NamedTuple

from yalu_plugin.core.custom_kinds import folded
from yalu_plugin.core.importing.date_parser import DateError, DateToConfirm, Interval, read_date, states_no_date
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
MAX_LISTED = 2_000  # texts: no one reviews more of them
_MAX_CACHED = 50_000  # texts whose reading is cached; more are read each time
_PLAIN_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


class Outcome(NamedTuple):
    """The reading of a text: its value, None where it is not used, and the problem; `decided` if by the analyst."""

    value: Any
    problem: Phrase | None = None
    to_confirm: bool = False
    decided: bool = False


class _Entry(NamedTuple):
    """The reading of one text as listed; `rank` orders the list and does not change with a decision."""

    outcome: Outcome
    shown: str
    rank: int


class Readings:
    """Reads and caches kinds, states and dates. `today` is the day of the import."""

    def __init__(self, choices: Choices, today: dt.date) -> None:
        self._choices, self._today = choices, today
        self._custom_kinds = {folded(kind): kind for kind in choices.custom_kinds}
        self._entries: dict[tuple[str, str, object], _Entry] = {}
        self._times: Counter[tuple[str, str, object]] = Counter()
        self._outdated: set[tuple[str, str, object]] = set()  # decided otherwise since they were read
        self.step = 1  # what a reading adds to the count of its text: -1 takes a row back

    def decide(self, choices: Choices) -> None:
        """Use other decisions of the analyst from now on."""
        changed = changed_texts(self._choices, choices)
        self._outdated |= {key for key in self._entries if key[1] in changed[key[0]]}
        self._choices = choices

    def kind(self, text: str, read: Callable[[str], KindReading | None], incidental: bool = False) -> Outcome:
        """Return the survey's kind for a text, by `read`; an `incidental` text, such as a name, may name none."""
        return self._read_once(KIND, text, read, lambda: _kind(text, read, incidental))

    def state(self, text: str) -> Outcome:
        """Return the StateReading for a text."""
        return self._read_once(STATE, text, "", lambda: _state(text))

    def date(self, text: str, order: str) -> Outcome:
        """Return the Interval for a text, with day and month in the `order` that its column proves."""
        return self._read_once(DATE, text, order, lambda: (Outcome(None), "") if states_no_date(text) else _date(
            text, lambda: read_date(text, order, self._today)))

    def listed(self) -> tuple[WordReading, ...]:
        """Return the texts whose reading can be changed: first those to confirm, then those that could not be read."""
        found = sorted(self._listable(), key=lambda each: each[1].rank)
        return tuple(WordReading(key[0], key[1], self._times[key], entry.shown, entry.outcome.to_confirm)
                     for key, entry in found[:MAX_LISTED])

    def notices(self) -> tuple[Phrase, ...]:
        """Return a notice if there are more texts than are listed."""
        more = len(self._listable()) - MAX_LISTED
        return (Phrase(MORE_TEXTS, {"count": more}),) if more > 0 else ()

    def _listable(self) -> list[tuple[tuple[str, str, object], _Entry]]:
        return [(key, entry) for key, entry in self._entries.items()
                if self._times[key] > 0 and _is_listed(key[0], key[1], entry)]

    def _read_once(self, field: str, text: str, how: object, read: Callable[[], tuple[Outcome, str]]) -> Outcome:
        """Return the outcome for a text, which is read at its first occurrence; `how` is part of the cache key."""
        key = field, text, how
        entry = self._entries.get(key)
        if entry is None or (key in self._outdated and self.step > 0):
            outcome, shown = read()
            rank = 0 if outcome.to_confirm else 1 if outcome.value is None else 2
            entry = _Entry(*(self._decided(field, text) or (outcome, shown)), rank)
            self._outdated.discard(key)
            if key in self._entries or len(self._entries) < _MAX_CACHED:
                self._entries[key] = entry
        if key in self._entries:
            self._times[key] += self.step
        return entry.outcome

    def _decided(self, field: str, text: str) -> tuple[Outcome, str] | None:
        """Return the decision of the analyst for a text; None without one."""
        choices = {KIND: self._choices.kinds, STATE: self._choices.states, DATE: self._choices.dates}[field]
        decided = choices.get(text, self._custom_kinds.get(folded(text.strip())) if field == KIND else None)
        if decided is None:
            return None
        if not decided:
            return Outcome(None, Phrase(_UNREAD[field], {"text": text})), ""
        if field == DATE:
            outcome, shown = _date(text, lambda: _decided_interval(decided))
            return outcome._replace(decided=True), shown
        return Outcome(StateReading(decided) if field == STATE else decided), decided


def changed_texts(old: Choices, new: Choices) -> dict[str, set[str]]:
    """Return the texts about which the analyst has decided otherwise, by field."""
    fields = {KIND: (old.kinds, new.kinds), STATE: (old.states, new.states), DATE: (old.dates, new.dates)}
    return {field: {text for text in {**before, **after} if before.get(text) != after.get(text)}
            for field, (before, after) in fields.items()}


def _kind(text: str, read: Callable[[str], KindReading | None], incidental: bool) -> tuple[Outcome, str]:
    reading = read(text)
    if reading is not None and reading.certain:
        return Outcome(reading.kind), reading.kind
    template = UNKNOWN_KIND if reading is None else KIND_TO_CONFIRM
    problem = None if incidental else Phrase(template, {"text": text})
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
    """Return an interval as ISO 8601: "2025-07-29", "2024-04-01/2024-06-30", "../2024-05-31"."""
    first, last = interval.first or "..", interval.last or ".."
    return first if first == last else f"{first}/{last}"


def _decided_interval(text: str) -> Interval:
    """Return the date that the analyst entered. Raises DateError where it is not one."""
    first, _, last = text.partition("/")
    begin, end = (read_date(each, today=dt.date.max) if each.strip(". ") else Interval(None, None)
                  for each in (first, last or first))
    return Interval(begin.first, end.last)


def _is_listed(field: str, text: str, entry: _Entry) -> bool:
    """Whether the text needs a review: not a plain ISO date, nor a text that states that there is no date."""
    if entry.outcome.value is None:
        return entry.outcome.problem is not None or entry.outcome.to_confirm
    return field != DATE or not _PLAIN_DATE.fullmatch(text)
