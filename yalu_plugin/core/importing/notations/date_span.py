"""Parses dates with two ends, one of which may be open: from one to another, before, by, after, since.

All functions expect text that `folded_date` has normalized.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from yalu_plugin.core.importing.notations.calendar_words import MONTH
from yalu_plugin.core.importing.notations.date_types import (
    AmbiguousDate,
    DateReading,
    Interval,
    YearMissing,
    unit_of,
)
from yalu_plugin.core.importing.notations.single_date import read_day

_BEFORE, _BY, _AFTER, _SINCE = range(4)
_OPEN_BEFORE: dict[int, tuple[str, ...]] = {
    _BEFORE: ("before", "prior to", "earlier than", "vor", "avant", "antes de", "<"),
    _BY: ("by", "until", "till", "up to", "through", "no later than", "not later than", "at or before", "on or before",
          "in or before", "<=", "≤", "bis", "spatestens", "jusqu'a", "jusqu'en", "hasta", "к"),
    _AFTER: ("after", "later than", "nach", "apres", "despues de", "после", ">"),
    _SINCE: ("since", "from", "starting", "no earlier than", "not earlier than", "not before", "on or after",
             "at or after", "in or after", ">=", "≥", "seit", "ab", "depuis", "desde", "с", "начиная с", "自", "从")}
_OPEN_AFTER: dict[int, tuple[str, ...]] = {
    _BY: ("까지", "为止", "or earlier", "or before", "and earlier", "and before"),
    _SINCE: ("부터", "이래", "以来", "起", "开始", "onwards", "onward", "and later", "or later", "and after",
             "or after")}
_LOOSE_BEFORE: dict[int, tuple[str, ...]] = {_BY: ("до",)}
_LOOSE_AFTER: dict[int, tuple[str, ...]] = {_BY: ("이전", "전", "以前", "之前", "前"),
                                             _SINCE: ("이후", "후", "以后", "之后", "后")}
_NOW = ("present", "the present", "now", "today", "ongoing", "current", "date", "현재", "지금", "至今", "现在", "今",
        "heute")
_BETWEEN = re.compile(r"(?:between|entre|zwischen) (.+) (?:and|et|y|und) (.+)"
                      r"|(?:from|von|de|с) (.+?) (?:to|until|till|bis|a|по) (.+)"
                      r"|(?:从|自)(.+)(?:到|至)(.+)|(.+?)(?:부터|에서) ?(.+?)까지")
_BETWEEN_DAYS = re.compile(r" ?~ ?| ?\.\. ?| ?/ ?| ?-{1,2} ?"
                           r"| (?:to|until|till|through|thru|bis|a|au|по) | ?[至到] ?|부터 ?")
_MAX_SPLITS = 12


def read_span(text: str, order: str, today: dt.date) -> DateReading | None:
    """Return one date, a date with an open end, or the days from one date to another; None for other text.

    Raises AmbiguousDate.
    """
    return next(filter(None, (read(text, order, today) for read in (read_day_if_any, _open, _written_span))), None)


def read_day_if_any(text: str, order: str, today: dt.date) -> DateReading | None:
    """As read_day, but return None for a date without a year, which the rest of the text may contain."""
    try:
        return read_day(text, order, today)
    except YearMissing:
        return None


def _open(text: str, order: str, today: dt.date) -> DateReading | None:
    """Read before, by, after or since, and ISO 8601 with an end that is missing or two dots."""
    iso = re.fullmatch(r"(?:\.\.)?/(?P<to>[^/]+)|(?P<since>[^/]+)(?:/(?:\.\.)?|\.\.)", text)
    if iso:
        found = read_day_if_any(iso["to"] or iso["since"], order, today)
        return found and _with_open_end(found, _BY if iso["to"] else _SINCE)
    for words, which, sure in _open_words(text):
        inner = text[len(words):] if text.startswith(words) else text[:-len(words)]
        found = read_day_if_any(inner.strip(), order, today)
        if found is None and which == _SINCE:  # 自2023年8月以来: "since" in front and behind
            found = next((read_day_if_any(inner[:-len(word)].strip(), order, today) for word in _OPEN_AFTER[_SINCE]
                          if inner.endswith(word)), None)
        if found:
            return _with_open_end(found._replace(certain=found.certain and sure), which)
    return None


def _open_words(text: str) -> Iterator[tuple[str, int, bool]]:
    """Yield words that begin or end the text, the longest first, with their meaning and whether it is certain."""
    found = []
    for table, sure in ((_OPEN_BEFORE, True), (_LOOSE_BEFORE, False)):
        for which, words in table.items():
            found += [(word, which, sure) for word in words
                      if text.startswith(word) and not (word[-1].isalpha() and text[len(word):len(word) + 1].isalpha())]
    for table, sure in ((_OPEN_AFTER, True), (_LOOSE_AFTER, False)):
        for which, words in table.items():
            found += [(word, which, sure) for word in words if text.endswith(word)]
    yield from sorted(found, key=lambda item: -len(item[0]))


def _with_open_end(found: DateReading, which: int) -> DateReading | None:
    """Return the reading with one end open: before 2024-05 ends on 30 April, by 2024-05 on 31 May."""
    first, last = found.interval
    if first is None or last is None:
        return None
    one = dt.timedelta(days=1)
    interval = {
        _BEFORE: Interval(None, (dt.date.fromisoformat(first) - one).isoformat()), _BY: Interval(None, last),
        _AFTER: Interval((dt.date.fromisoformat(last) + one).isoformat(), None), _SINCE: Interval(first, None)}[which]
    return DateReading(interval, found.certain)


def _written_span(text: str, order: str, today: dt.date) -> DateReading | None:
    """Read from one date to another, where one may omit what they share: April-June 2024, 1-15 July 2025.

    Raises AmbiguousDate where the text can be split with different results.
    """
    named = _BETWEEN.fullmatch(text)
    if named:
        left, right = (part for part in named.groups() if part)
        return _joined(left.strip(), right.strip(), True, order, today)
    found: set[DateReading] = set()
    ambiguous = False
    for count, match in enumerate(_BETWEEN_DAYS.finditer(text)):
        left, right = text[:match.start()], text[match.end():]
        if count == _MAX_SPLITS:
            return None
        if not left or not right:
            continue
        try:
            joined = _joined(left, right, match.group() not in ("-", "/"), order, today)
        except AmbiguousDate:
            ambiguous, joined = True, None
        if joined:
            found.add(joined)
    if len(found) > 1 or (ambiguous and not found):
        raise AmbiguousDate(text)
    return found.pop() if found else None


def _joined(left: str, right: str, parted: bool, order: str, today: dt.date) -> DateReading | None:
    """Return the span of two texts; `parted` if the separator can only mean "to"."""
    if right in _NOW:
        found = read_day_if_any(left, order, today)
        return found and _with_open_end(found, _SINCE)
    whole = _both(left, right, order, today)
    if whole:
        return whole
    for one, other, sure in _completed(left, right):
        found = _both(one, other, order, today)
        if found and _same_unit(one, other, order, today):
            return found._replace(certain=found.certain and sure and (parted or not right.isdigit()))
    return None


def _both(left: str, right: str, order: str, today: dt.date) -> DateReading | None:
    one, other = read_day_if_any(left, order, today), read_day_if_any(right, order, today)
    if not one or not other or not one.interval.first or not other.interval.last:
        return None
    if one.interval.first > other.interval.first or one.interval.last > other.interval.last:  # type: ignore[operator]
        return None
    return DateReading(Interval(one.interval.first, other.interval.last), one.certain and other.certain)


def _completed(left: str, right: str) -> Iterator[tuple[str, str, bool]]:
    """Yield completions of each text by what it omits and the other one has, and whether they are certain."""
    year = re.search(r"(?<!\d)\d{4}(?!\d)", right)
    name = re.search(rf"(?:{MONTH})", right)
    cjk = re.match(r"(\d{4}) ?[년年] ?(?:(\d{1,2}) ?[월月])?", left)
    numeric = re.fullmatch(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})", right)
    if year:
        yield f"{left} {year[0]}", right, True
    if year and name:
        yield f"{left} {name[0]} {year[0]}", right, True
    if numeric:
        yield f"{left.rstrip('./-')}{numeric[2]}{numeric[4]}", right, True
        yield f"{left.rstrip('./-')}{numeric[2]}{numeric[3]}{numeric[2]}{numeric[4]}", right, True
    if cjk:
        for sign in "월일":  # 2024년 4~6월
            yield left + sign, f"{cjk[1]}년 {right}", True
            yield left + sign, f"{cjk[1]}년 {cjk[2]}월 {right}", True
        yield left, f"{cjk[1]}년 {right}", True
        yield left, f"{cjk[1]}년 {cjk[2]}월 {right}", True
    named = re.match(rf"({MONTH})", left)
    if named:
        yield left + (f", {year[0]}" if year else ""), f"{named[1]} {right}", True
    dated = re.fullmatch(r"(\d{4})([./-])(?:\d{1,2}|(\d{1,2})\2\d{1,2})", left)
    if dated:
        yield left, f"{dated[1]}{dated[2]}{right}", True
        yield left, f"{dated[1]}{dated[2]}{dated[3]}{dated[2]}{right}", True
    if re.fullmatch(r"\d{4}", left) and re.fullmatch(r"\d\d", right):
        yield left, left[:2] + right, False


def _same_unit(left: str, right: str, order: str, today: dt.date) -> bool:
    """Whether both are days, both months or both years: 2025-07/30 is not a span of a month and a day."""
    one, other = read_day_if_any(left, order, today), read_day_if_any(right, order, today)
    return bool(one and other and unit_of(one.interval) == unit_of(other.interval))
