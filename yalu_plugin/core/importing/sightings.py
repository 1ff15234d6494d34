"""What a row says was seen of its site, and when: observations, none of them on a day the row does not give it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from yalu_plugin.core.importing.column_map import DATE, FIELDS, ColumnMap
from yalu_plugin.core.importing.compact_row import Record, places
from yalu_plugin.core.importing.date_parser import Interval, find_order, no_date
from yalu_plugin.core.importing.headers import is_another_date
from yalu_plugin.core.importing.import_assessment import CHECK, REPAIRED, Remark
from yalu_plugin.core.importing.import_source import Source, SourceRow
from yalu_plugin.core.importing.notations.denial_words import denies
from yalu_plugin.core.importing.notations.state_words import LOSS
from yalu_plugin.core.importing.vocabulary import StateReading, answer_of, state_of
from yalu_plugin.core.importing.word_readings import Outcome, Readings
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.text import translatable

STATE_WITHOUT_DATE = translatable("state “{text}” has no date of its own: kept in the note")
SAYS_OTHERWISE = translatable(
    "“{text}” may say that the site was not there: nothing observed on {date}, the date kept in the note")
ENDS_FIRST = translatable("{column} ends before it begins: no date, both kept in the note")
MAY_SAY_OTHERWISE = translatable("“{text}” may say that the site was not there on {date}")
NO_STATE = translatable("no state is given: nothing observed on {date}, the date kept in the note")
OTHER_TIME = translatable("{column} {date} is taken, although {own_column} is {time}: kept in the note")
SEEN_BACKWARDS = translatable("last seen before first seen")
OTHER_DATE = translatable("“{text}” in {column} is another date: kept in the note")
AFTER_LAST_SEEN = translatable("{date} is later than last seen: no sighting, kept in the note")

OPEN_END = translatable("“{text}” has no end: seen some time from {first} to the day of the import")

OBSERVATION = places("state", "reason", "seen_from", "seen_to", "note")
PRESENT = StateReading("present")
# Dates of a state of their own: the column of the date, that of its end, the state.
_OWN = (("first_seen", "first_seen_to", "present"), ("last_seen", "", "present"),
        ("under_construction", "", "under_construction"), ("washed_out", "", "washed_out"), ("removed", "", "absent"))
_DATE_FIELDS = tuple(field.name for field in FIELDS if field.holds == DATE)
_NUMBERS_ONLY = re.compile(r"[\d\s./:TZ+–년월일年月日-]+")
_SHORT = 80  # characters; in a longer text a word of a state may be about anything
_SENTENCES, _READ = 8, 1_000  # of a text, and characters of it: no more are looked at
_SENTENCE = re.compile(r"[\n.;,:()。；，：（）]")
_KEPT = 20_000  # texts whose reading is kept


class Seen(NamedTuple):
    """A row's observations, what is to be said, and the columns whose text is not used: it is kept in the note."""

    observations: tuple[Record, ...] = ()
    remarks: tuple[Remark, ...] = ()
    kept: frozenset[str] = frozenset()


class _Span(NamedTuple):
    """The interval that one column or two give, None where they give none; their text, and whether it says no more."""

    interval: Interval | None
    text: str = ""
    plain: bool = True


class Sightings:
    """Reads the observations of a file's rows."""

    def __init__(self, source: Source, column_map: ColumnMap, readings: Readings, today: dt.date) -> None:
        self._map, self._readings, self._today = column_map, readings, today.isoformat()
        self._own_time = source.own_time if column_map.date else ""
        columns = ({getattr(column_map, field) for field in _DATE_FIELDS} | {source.own_time}) - {None, ""}
        self._orders = {column: _order(source, column) for column in columns}
        self._own = [(getattr(column_map, first), getattr(column_map, last, None), state)
                     for first, last, state in _OWN if getattr(column_map, first)]
        self._says_otherwise: dict[str, bool] = {}
        mapped = set(column_map.columns.values())
        self._other_dates = [column for column in source.columns if column_map.date and column not in mapped
                             and is_another_date(column)]
        self._yes_or_no = [(column, "no" if state.state == "present" else "yes") for column in source.columns
                           if column not in mapped and (state := state_of(column))]

    def of(self, row: SourceRow, texts: Sequence[str]) -> Seen:
        """What the row says was seen. `texts` are those that a sighting without a state is held against."""
        if not (self._own or self._map.date or self._map.state):
            return Seen()
        remarks: list[Remark] = []
        kept: set[str] = set()
        found: list[tuple[str, StateReading, _Span]] = []
        for first, last, state in self._own:
            span = self._span(row, first, last, remarks, kept)
            if span.interval:
                found.append((first, StateReading(state), span))
        self._dated_state(row, texts, found, remarks, kept)
        remarks += _backwards(self._map, found)
        remarks += [Remark(CHECK, Phrase(OTHER_DATE, {"text": text[:_SHORT], "column": column}))
                    for column in self._other_dates if (text := row.text(column)) and any(map(str.isdigit, text))]
        remarks += [Remark(CHECK, Phrase(OPEN_END, {"text": span.text, "first": span.interval.first}))
                    for _, _, span in found if span.interval and span.interval.last is None]
        observations = dict.fromkeys(self._observation(state, span) for _, state, span in found)
        return Seen(tuple(Record(OBSERVATION, each) for each in observations), tuple(remarks), frozenset(kept))

    def _dated_state(self, row: SourceRow, texts: Sequence[str], found: list[tuple[str, StateReading, _Span]],
                     remarks: list[Remark], kept: set[str]) -> None:
        """The row's date and state: neither is used without the other, but where no column says the state, a date is a
        sighting.
        """
        said = row.text(self._map.state)
        state = self._readings.state(said) if said else Outcome(PRESENT)
        span = self._span(row, *self._date_columns(row), remarks, kept)
        remarks += self._other_time(row, span)
        if not said and span.interval and self._is_after_last_seen(span.interval, found):
            remarks.append(Remark(CHECK, Phrase(AFTER_LAST_SEEN, {"date": span.text})))
            kept.update(filter(None, (self._map.date, self._map.date_to)))
            return
        if not said and self._map.state and span.interval:
            remarks.append(Remark(CHECK, Phrase(NO_STATE, {"date": span.text})))
            kept.update(filter(None, (self._map.date, self._map.date_to)))
            return
        if state.problem and (span.interval or answer_of(said) != "unknown"):
            remarks.append(Remark(CHECK, state.problem))
        if span.interval:
            doubt = "" if said else self._answered_otherwise(row) or next(filter(self._tells_otherwise, texts), "")
            hint = "" if said or doubt else (
                next(filter(self._tells_otherwise, _first_sentences(texts)), "") or _loss(texts))
            if doubt or hint:
                template = SAYS_OTHERWISE if doubt else MAY_SAY_OTHERWISE
                remarks.append(Remark(CHECK, Phrase(template, {"text": doubt or hint.strip(), "date": span.text})))
            if state.value and not doubt:
                found.append((self._map.date or "", state.value, span))
                return
            kept.update(filter(None, (self._map.date, self._map.date_to)))
        if said and self._map.state:
            kept.add(self._map.state)
            if state.value and not any(state.value.state == seen.state for _, seen, _ in found):
                remarks.append(Remark(CHECK, Phrase(STATE_WITHOUT_DATE, {"text": said})))

    def _date_columns(self, row: SourceRow) -> tuple[str | None, str | None]:
        """The columns of the row's date; the time that its format gives it where these say none."""
        given = [text for column in (self._map.date, self._map.date_to) if not no_date(text := row.text(column))]
        return (self._map.date, self._map.date_to) if given or not self._own_time else (self._own_time, None)

    def _other_time(self, row: SourceRow, taken: _Span) -> list[Remark]:
        """That the time of the row's format does not cover the date that was taken."""
        time = row.text(self._own_time)
        if not time or not taken.interval or self._date_columns(row)[0] == self._own_time:
            return []
        own = self._readings.date(time, self._orders[self._own_time])
        if not own.problem and (own.value is None or _covers(own.value, taken.interval)):
            return []
        return [Remark(CHECK, Phrase(OTHER_TIME, {"column": self._map.date or self._map.date_to, "date": taken.text,
                                                  "own_column": self._own_time, "time": time}))]

    def _is_after_last_seen(self, interval: Interval, found: Iterable[tuple[str, StateReading, _Span]]) -> bool:
        """Whether a date of no state can be none of a sighting: the day of the list, say."""
        last = next((span.interval.last for column, _, span in found
                     if column == self._map.last_seen and span.interval), None)
        return bool(last and interval.first and interval.first > last)

    def _span(self, row: SourceRow, first: str | None, last: str | None,
              remarks: list[Remark], kept: set[str]) -> _Span:
        """The interval of a column of dates, up to that of a second column where there is one."""
        texts = [(column, text) for column in (first, last) if column and (text := row.text(column))]
        outcomes = [self._readings.date(text, self._orders[column]) for column, text in texts]
        wrong = [Remark(CHECK if outcome.to_confirm else REPAIRED, outcome.problem)
                 for outcome in outcomes if outcome.problem]
        text = " – ".join(text for _, text in texts)
        columns = {column for column, _ in texts}
        if wrong:
            remarks += wrong
            kept |= columns
            return _Span(None)
        intervals: list[Interval] = [outcome.value for outcome in outcomes if outcome.value]
        if not intervals:
            return _Span(None)
        begins = texts[0][0] == first and outcomes[0].value is not None
        interval = Interval(intervals[0].first if begins else None, intervals[-1].last)
        if interval.first and interval.last and interval.last < interval.first:
            remarks.append(Remark(CHECK, Phrase(ENDS_FIRST, {"column": text})))
            kept |= columns
            return _Span(None)
        plain = interval.first and interval.last and _NUMBERS_ONLY.fullmatch(text) and not any(
            outcome.chosen for outcome in outcomes)
        return _Span(interval, text, bool(plain))

    def _observation(self, state: StateReading, span: _Span) -> tuple[str | None, ...]:
        """Seen from a day on and not said until when: until the day of the import."""
        interval = span.interval or Interval(None, None)
        note = None if span.plain else span.text
        return state.state, state.reason, interval.first, interval.last or self._today, note

    def _answered_otherwise(self, row: SourceRow) -> str:
        """What a column headed by a state says against a sighting: "visible: no", "washed out: yes"; "" for nothing."""
        return next((f"{column}: {text}" for column, against in self._yes_or_no
                     if (text := row.text(column)) and answer_of(text) == against), "")

    def _tells_otherwise(self, text: str) -> bool:
        """Whether a short text says that the site was not there: "washed out", "no crossing visible"."""
        if not 1 < len(text) <= _SHORT:
            return False
        known = self._says_otherwise.get(text)
        if known is None:
            reading = state_of(text)
            known = reading.state != "present" if reading else denies(text)
            if len(self._says_otherwise) < _KEPT:
                self._says_otherwise[text] = known
        return known


def _covers(outer: Interval, inner: Interval) -> bool:
    """Whether the days of `inner` all lie in `outer`; an open end reaches as far as any."""
    begins = outer.first is None or (inner.first is not None and inner.first >= outer.first)
    return begins and (outer.last is None or (inner.last is not None and inner.last <= outer.last))


def _first_sentences(texts: Iterable[str]) -> Iterator[str]:
    """The parts between full stops and commas with which the texts begin."""
    return (part for text in texts for part in _SENTENCE.split(text[:_READ], _SENTENCES)[:_SENTENCES])


def _loss(texts: Iterable[str]) -> str:
    """The words of a text, however long, that say of a loss at some time."""
    return next((words[0] for text in texts if (words := LOSS.search(text, 0, _READ))), "")


def _order(source: Source, column: str) -> str:
    """The order of day and month that the column's texts prove."""
    return find_order({text for row in source.rows if (text := row.values.get(column, ""))})


def _backwards(column_map: ColumnMap, found: Iterable[tuple[str, StateReading, _Span]]) -> list[Remark]:
    spans = {column: span.interval for column, _, span in found if span.interval}
    first = spans.get(column_map.first_seen or "")
    last = spans.get(column_map.last_seen or "")
    backwards = first and last and first.first and last.last and last.last < first.first
    return [Remark(CHECK, Phrase(SEEN_BACKWARDS))] if backwards else []
