"""Reads the observations that a row gives of its site: states, each on the days that the row gives for it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from yalu_plugin.core.importing.column_map import DATE, FIELDS, ColumnMap
from yalu_plugin.core.importing.compact_row import CompactRow, column_indexes
from yalu_plugin.core.importing.date_parser import Interval, find_order, states_no_date
from yalu_plugin.core.importing.headers import is_another_date
from yalu_plugin.core.importing.import_assessment import CHECK, REPAIRED, Remark
from yalu_plugin.core.importing.import_source import Source, SourceRow
from yalu_plugin.core.importing.notations.denial_words import denies_sighting
from yalu_plugin.core.importing.notations.state_words import LOSS
from yalu_plugin.core.importing.vocabulary import StateReading, answer_of, state_of
from yalu_plugin.core.importing.word_readings import Outcome, Readings
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.text import translatable

STATE_WITHOUT_DATE = translatable("state “{text}” has no date of its own: kept in the note")
NOT_SEEN = translatable(
    "“{text}” may mean that the site was not there: nothing observed on {date}, the date kept in the note")
ENDS_BEFORE_START = translatable("{column} ends before it begins: no date, both kept in the note")
MAYBE_NOT_SEEN = translatable("“{text}” may mean that the site was not there on {date}")
NO_STATE = translatable("no state is given: nothing observed on {date}, the date kept in the note")
OTHER_TIME = translatable("{column} {date} is taken, although {own_column} is {time}: kept in the note")
LAST_BEFORE_FIRST = translatable("last seen before first seen")
OTHER_DATE = translatable("“{text}” in {column} is another date: kept in the note")
AFTER_LAST_SEEN = translatable("{date} is later than last seen: no sighting, kept in the note")

OPEN_END = translatable("“{text}” has no end: seen some time from {first} to the day of the import")

OBSERVATION = column_indexes("state", "reason", "seen_from", "seen_to", "note")
PRESENT = StateReading("present")
# Fields whose date implies a state: the field of the date, the field of its end, the state.
_DATE_COLUMNS_OF_STATES = (
    ("first_seen", "first_seen_to", "present"), ("last_seen", "", "present"),
    ("under_construction", "", "under_construction"), ("washed_out", "", "washed_out"), ("removed", "", "absent"))
_DATE_FIELDS = tuple(field.name for field in FIELDS if field.holds == DATE)
_NUMBERS_ONLY = re.compile(r"[\d\s./:TZ+–년월일年月日-]+")
_MAX_SHORT_TEXT = 80  # characters; in a longer text a state word may refer to anything
_MAX_SENTENCES, _MAX_READ = 8, 1_000  # sentences, and characters, of a text that are examined
_SENTENCE = re.compile(r"[\n.;,:()。；，：（）]")
_MAX_CACHED = 20_000  # texts whose reading is cached
_DIGITS = str.maketrans("123456789", "000000000")  # no word for a state has digits: numbered sites are read once


class RowSightings(NamedTuple):
    """A row's observations, remarks, and the columns whose text is not used and goes into the note."""

    observations: tuple[CompactRow, ...] = ()
    remarks: tuple[Remark, ...] = ()
    noted: frozenset[str] = frozenset()


class _Span(NamedTuple):
    """The interval from one or two columns (None without one), their text, and whether the text is only dates."""

    interval: Interval | None
    text: str = ""
    plain: bool = True


class Sightings:
    """Reads the observations of a file's rows."""

    def __init__(self, source: Source, column_map: ColumnMap, readings: Readings, today: dt.date) -> None:
        self._map, self._readings, self._today = column_map, readings, today.isoformat()
        self._format_time_column = source.format_time_column if column_map.date else ""
        columns = ({getattr(column_map, field) for field in _DATE_FIELDS} | {source.format_time_column}) - {None, ""}
        self._orders = {column: _order(source, column) for column in columns}
        self._dated_states = [(getattr(column_map, first), getattr(column_map, last, None), state)
                              for first, last, state in _DATE_COLUMNS_OF_STATES if getattr(column_map, first)]
        self._contradicting_texts: dict[str, bool] = {}
        mapped = set(column_map.columns.values())
        self._other_dates = [column for column in source.columns if column_map.date and column not in mapped
                             and is_another_date(column)]
        self._yes_or_no = [(column, "no" if state.state == "present" else "yes") for column in source.columns
                           if column not in mapped and (state := state_of(column))]

    @property
    def date_columns(self) -> Iterable[str]:
        """The columns in which dates are read."""
        return self._orders

    def read(self, row: SourceRow, texts: Sequence[str]) -> RowSightings:
        """Read the observations of the row. `texts` of the row may contradict a sighting without a stated state."""
        if not (self._dated_states or self._map.date or self._map.state):
            return RowSightings()
        remarks: list[Remark] = []
        noted: set[str] = set()
        found: list[tuple[str, StateReading, _Span]] = []
        for first, last, state in self._dated_states:
            span = self._span(row, first, last, remarks, noted)
            if span.interval:
                found.append((first, StateReading(state), span))
        self._dated_state(row, texts, found, remarks, noted)
        remarks += _backwards(self._map, found)
        remarks += [Remark(CHECK, Phrase(OTHER_DATE, {"text": text[:_MAX_SHORT_TEXT], "column": column}))
                    for column in self._other_dates if (text := row.text(column)) and any(map(str.isdigit, text))]
        remarks += [Remark(CHECK, Phrase(OPEN_END, {"text": span.text, "first": span.interval.first}))
                    for _, _, span in found if span.interval and span.interval.last is None]
        observations = dict.fromkeys(self._observation(state, span) for _, state, span in found)
        rows = tuple(CompactRow(OBSERVATION, each) for each in observations)
        return RowSightings(rows, tuple(remarks), frozenset(noted))

    def _dated_state(self, row: SourceRow, texts: Sequence[str], found: list[tuple[str, StateReading, _Span]],
                     remarks: list[Remark], noted: set[str]) -> None:
        """Read the row's date and state. One is not used without the other, but without a state column a date is a
        sighting.
        """
        state_text = row.text(self._map.state)
        state = self._readings.state(state_text) if state_text else Outcome(PRESENT)
        span = self._span(row, *self._date_columns(row), remarks, noted)
        remarks += self._other_time(row, span)
        if not state_text and span.interval and self._is_after_last_seen(span.interval, found):
            remarks.append(Remark(CHECK, Phrase(AFTER_LAST_SEEN, {"date": span.text})))
            noted.update(filter(None, (self._map.date, self._map.date_to)))
            return
        if not state_text and self._map.state and span.interval:
            remarks.append(Remark(CHECK, Phrase(NO_STATE, {"date": span.text})))
            noted.update(filter(None, (self._map.date, self._map.date_to)))
            return
        if state.problem and (span.interval or answer_of(state_text) != "unknown"):
            remarks.append(Remark(CHECK, state.problem))
        if span.interval:
            doubt = "" if state_text else (
                self._contradicting_answer(row) or next(filter(self._contradicts_sighting, texts), ""))
            hint = "" if state_text or doubt else (
                next(filter(self._contradicts_sighting, _first_sentences(texts)), "") or _loss(texts))
            if doubt or hint:
                template = NOT_SEEN if doubt else MAYBE_NOT_SEEN
                remarks.append(Remark(CHECK, Phrase(template, {"text": doubt or hint.strip(), "date": span.text})))
            if state.value and not doubt:
                found.append((self._map.date or "", state.value, span))
                return
            noted.update(filter(None, (self._map.date, self._map.date_to)))
        if state_text and self._map.state:
            noted.add(self._map.state)
            if state.value and not any(state.value.state == seen.state for _, seen, _ in found):
                remarks.append(Remark(CHECK, Phrase(STATE_WITHOUT_DATE, {"text": state_text})))

    def _date_columns(self, row: SourceRow) -> tuple[str | None, str | None]:
        """The columns of the row's date; the time column of the format where these have no date."""
        columns = (self._map.date, self._map.date_to)
        given = any(not states_no_date(row.text(column)) for column in columns)
        return columns if given or not self._format_time_column else (self._format_time_column, None)

    def _other_time(self, row: SourceRow, used_span: _Span) -> list[Remark]:
        """Return a remark if the time in the format's column does not cover the date that is used."""
        time = row.text(self._format_time_column)
        if not time or not used_span.interval or self._date_columns(row)[0] == self._format_time_column:
            return []
        format_time = self._readings.date(time, self._orders[self._format_time_column])
        if not format_time.problem and (format_time.value is None or _covers(format_time.value, used_span.interval)):
            return []
        return [Remark(CHECK, Phrase(OTHER_TIME, {"column": self._map.date or self._map.date_to, "date": used_span.text,
                                                  "own_column": self._format_time_column, "time": time}))]

    def _is_after_last_seen(self, interval: Interval, found: Iterable[tuple[str, StateReading, _Span]]) -> bool:
        """Whether a date without a state cannot be a sighting, such as the day of the list."""
        last = next((span.interval.last for column, _, span in found
                     if column == self._map.last_seen and span.interval), None)
        return bool(last and interval.first and interval.first > last)

    def _span(self, row: SourceRow, first: str | None, last: str | None,
              remarks: list[Remark], noted: set[str]) -> _Span:
        """Return the interval of a date column, up to the end of a second column if there is one."""
        texts = [(column, text) for column in (first, last) if column and (text := row.text(column))]
        outcomes = [self._readings.date(text, self._orders[column]) for column, text in texts]
        wrong = [Remark(CHECK if outcome.to_confirm else REPAIRED, outcome.problem)
                 for outcome in outcomes if outcome.problem]
        text = " – ".join(text for _, text in texts)
        columns = {column for column, _ in texts}
        if wrong:
            remarks += wrong
            noted |= columns
            return _Span(None)
        intervals: list[Interval] = [outcome.value for outcome in outcomes if outcome.value]
        if not intervals:
            return _Span(None)
        begins = texts[0][0] == first and outcomes[0].value is not None
        interval = Interval(intervals[0].first if begins else None, intervals[-1].last)
        if interval.first and interval.last and interval.last < interval.first:
            remarks.append(Remark(CHECK, Phrase(ENDS_BEFORE_START, {"column": text})))
            noted |= columns
            return _Span(None)
        plain = interval.first and interval.last and _NUMBERS_ONLY.fullmatch(text) and not any(
            outcome.decided for outcome in outcomes)
        return _Span(interval, text, bool(plain))

    def _observation(self, state: StateReading, span: _Span) -> tuple[str | None, ...]:
        """Return the values of an observation; an open end becomes the day of the import."""
        interval = span.interval or Interval(None, None)
        note = None if span.plain else span.text
        return state.state, state.reason, interval.first, interval.last or self._today, note

    def _contradicting_answer(self, row: SourceRow) -> str:
        """Return an answer in a column headed by a state that contradicts a sighting ("visible: no"); "" for none."""
        return next((f"{column}: {text}" for column, against in self._yes_or_no
                     if (text := row.text(column)) and answer_of(text) == against), "")

    def _contradicts_sighting(self, text: str) -> bool:
        """Whether a short text means that the site was not there: "washed out", "no crossing visible"."""
        if not 1 < len(text) <= _MAX_SHORT_TEXT:
            return False
        shape = text.translate(_DIGITS)
        known = self._contradicting_texts.get(shape)
        if known is None:
            reading = state_of(shape)
            known = reading.state != "present" if reading else denies_sighting(shape)
            if len(self._contradicting_texts) < _MAX_CACHED:
                self._contradicting_texts[shape] = known
        return known


def _covers(outer: Interval, inner: Interval) -> bool:
    """Whether all days of `inner` are in `outer`; an open end has no limit."""
    begins = outer.first is None or (inner.first is not None and inner.first >= outer.first)
    return begins and (outer.last is None or (inner.last is not None and inner.last <= outer.last))


def _first_sentences(texts: Iterable[str]) -> Iterator[str]:
    """The first parts of each text, split at full stops, commas and the like."""
    return (part for text in texts for part in _SENTENCE.split(text[:_MAX_READ], _MAX_SENTENCES)[:_MAX_SENTENCES])


def _loss(texts: Iterable[str]) -> str:
    """Return the first words, in texts of any length, that mention a loss of the site; "" for none."""
    return next((words[0] for text in texts if (words := LOSS.search(text, 0, _MAX_READ))), "")


def _order(source: Source, column: str) -> str:
    """Return the order of day and month that the column's texts prove."""
    return find_order({text for row in source.rows if (text := row.values.get(column, ""))})


def _backwards(column_map: ColumnMap, found: Iterable[tuple[str, StateReading, _Span]]) -> list[Remark]:
    spans = {column: span.interval for column, _, span in found if span.interval}
    first = spans.get(column_map.first_seen or "")
    last = spans.get(column_map.last_seen or "")
    backwards = first and last and first.first and last.last and last.last < first.first
    return [Remark(CHECK, Phrase(LAST_BEFORE_FIRST))] if backwards else []
