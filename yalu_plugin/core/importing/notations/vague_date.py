"""Parses vague dates: about, early and late, a season, with a comment after the date.

All functions expect text that `folded_date` has normalized.
"""

from __future__ import annotations

import datetime as dt
import re

from yalu_plugin.core.importing.notations.calendar_words import WEEKDAYS
from yalu_plugin.core.importing.notations.date_span import read_day_if_any, read_span
from yalu_plugin.core.importing.notations.date_types import (
    AmbiguousDate,
    DateReading,
    Interval,
    days_of,
    months_of,
    unit_of,
)
from yalu_plugin.core.importing.notations.single_date import read_day, third_of

_ABOUT_BEFORE = re.compile(
    r"(?:circa|approximately|approx|about|around|roughly|perhaps|possibly|probably|maybe|estimated|est|likely|ca|c"
    r"|gegen|etwa|um|vers|environ|около|примерно|약|대략|推测|大约|约|as of|as early as|~|≈)"
    r"(?:\.|(?<=[^a-z])|(?= ))[: ]*(?=\S)")
_ABOUT_AFTER = re.compile(r" ?(?:\?+|\(\?\)|경|쯤|무렵|左右|前后|\+|추정)$")
_DOUBT = re.compile(
    r"\b(?:approx\w*|est|estimated|circa|ca|about|uncertain|probab\w*|possib\w*|maybe|tbc|unconfirmed|not?|none|before|after"
    r"|by|since|until|or|earlier|later|publish\w*|released?|upload\w*|download\w*"
    r"|unknown|unclear|unsure|at least|at most|file|created|modified)\b|추정|약|推|约|前|后")
_PLAIN_COMMENT = re.compile(r"[^\W\d_][^\d?~<>=]*")
_PARTS = {0: ("early", "beginning of", "start of", "anfang", "debut", "начало", "в начале"),
          1: ("mid", "middle of", "mitte", "mi", "середина", "в середине"),
          2: ("late", "end of", "ende", "fin", "конец", "в конце")}
_PART_BEFORE = re.compile(
    rf"(?:the )?({'|'.join(word for words in _PARTS.values() for word in words)})(?:[ -]+)(?:of )?")
_PART_AFTER = re.compile(r" ?(초반|초|중반|중순|후반|말|初|中旬|中|底|末)$")
_AFTER_PARTS = {"초반": 0, "초": 0, "初": 0, "중반": 1, "중순": 1, "中": 1, "中旬": 1}
_SEASONS = {3: ("spring", "봄", "春", "春季", "fruhling", "fruhjahr", "printemps", "весна", "весной"),
            6: ("summer", "여름", "夏", "夏季", "sommer", "ete", "лето", "летом"),
            9: ("autumn", "fall", "가을", "秋", "秋季", "herbst", "automne", "осень", "осенью")}
_WINTER = "winter|겨울|冬|冬季|hiver|зима|зимои"
_SEASON = re.compile(rf"({'|'.join(word for words in _SEASONS.values() for word in words)}|{_WINTER})")


def read_any(text: str, order: str, today: dt.date) -> DateReading | None:
    """Return the days that a text means, None for other text; a likely date is not certain.

    Raises AmbiguousDate or YearMissing.
    """
    readers = (_without_qualifier, _about, _with_comment)  # one qualifying word or bracket, not one within another
    found = next(filter(None, (read(text, order, today) for read in readers)), None)
    return found or read_day(text, order, today)  # which raises YearMissing


def _without_qualifier(text: str, order: str, today: dt.date) -> DateReading | None:
    return next(filter(None, (read(text, order, today) for read in (read_span, _part, _season))), None)


def _with_comment(text: str, order: str, today: dt.date) -> DateReading | None:
    """Read 2025-07-30 (Planet); a comment about the date itself makes it uncertain."""
    match = re.fullmatch(r"(.*\S) ?[(\[]([^()\[\]]*)[)\]]", text)
    if match is None or match[2] in WEEKDAYS:
        return None
    found = _without_qualifier(match[1], order, today)
    plain = _PLAIN_COMMENT.fullmatch(match[2]) and not _DOUBT.search(match[2])
    return found and found._replace(certain=found.certain and bool(plain))


def _about(text: str, order: str, today: dt.date) -> DateReading | None:
    before, after = _ABOUT_BEFORE.match(text), _ABOUT_AFTER.search(text)
    if not before and not after:
        return None
    inner = text[before.end() if before else 0:after.start() if after else None]
    found = _without_qualifier(inner, order, today)
    return found and found._replace(certain=False)


def _part(text: str, order: str, today: dt.date) -> DateReading | None:
    """Read early, mid, late: a third of the month or the year."""
    before, after = _PART_BEFORE.match(text), _PART_AFTER.search(text)
    if before:
        third = next(place for place, words in _PARTS.items() if before[1] in words)
        inner = text[before.end():]
    elif after:
        third, inner = _AFTER_PARTS.get(after[1], 2), text[:after.start()]
    else:
        return None
    found = read_day_if_any(inner, order, today)
    if found is None or unit_of(found.interval) not in ("month", "year"):
        return None
    return DateReading(third_of(found.interval, third), certain=False)


def _season(text: str, _order: str, _today: dt.date) -> DateReading | None:
    """Read northern seasons of three whole months; a winter must name both its years."""
    match = _SEASON.search(text)
    rest = re.sub(r"[년年,]|\b(?:of|the|in|de|des)\b|철$|天$", " ", _SEASON.sub(" ", text, count=1)).strip()
    years = re.fullmatch(r"(\d{4})(?:[/-](?:\d\d)?(\d\d))?", rest)
    if match is None or years is None:
        return None
    year = int(years[1])
    month = next((month for month, words in _SEASONS.items() if match[1] in words), 12)
    if month < 12 and years[2] is None:
        interval = months_of(year, month, month + 2)
        return DateReading(interval, certain=False) if interval else None
    if month < 12 or years[2] is None or (year + 1) % 100 != int(years[2]):
        raise AmbiguousDate(text)
    first, last = days_of(year, 12), days_of(year + 1, 2)
    return DateReading(Interval(first.first, last.last), certain=False) if first and last else None
