"""Finds in a text who wrote it, when, and where it was published; nothing where the text has two answers."""

from __future__ import annotations

import re
from dataclasses import replace

from yalu_plugin.core.importing.date_parser import DateError, read_date
from yalu_plugin.core.report_text.published_report import Report

_SEARCHED = 200_000  # characters from the beginning
_LINE = re.compile(r"[^\r\n]{4,200}")
_BYLINE = re.compile(r"(?:by:? |--+ ?|—+ ?|written by |text: )(?P<name>[^\W\d_][\w.'’ -]{2,60}?)"
                     r"(?:, (?P<day>[^,]{0,12},? ?.{4,24}))?", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:source|url|link|출처|来源|источник)?:? ?(https?://[^\s<>\"]{4,500})", re.IGNORECASE)
_MAY_BE_DAY = re.compile(r"(?:\S+,? )?.*\d{4}.*|.*\d{1,2}[./]\d{1,2}[./]\d{2,4}.*")


def with_details(report: Report) -> Report:
    """Return the report with author, day and address from its text, where its file states none.

    A line that only has a day, a name after "By", or an address counts if no other line gives another one.
    """
    names, days, addresses = set(), set(), set()
    for match in _LINE.finditer(report.text[:_SEARCHED]):
        line = match.group().strip()
        by = _BYLINE.fullmatch(line)
        day = _day(by["day"] or "" if by else line)
        address = _ADDRESS.fullmatch(line)
        names |= {by["name"].strip()} if by and by["name"][0].isupper() else set()
        days |= {day} if day else set()
        addresses |= {address[1]} if address else set()
    return replace(report, author=report.author or _only(names), published_on=report.published_on or _only(days),
                   url=report.url or _only(addresses))


def _only(found: set[str]) -> str:
    return next(iter(found)) if len(found) == 1 else ""


def _day(text: str) -> str:
    """Return the day if the whole text is one, with its weekday perhaps; "" otherwise."""
    if len(text) > 40 or not _MAY_BE_DAY.fullmatch(text):
        return ""
    try:
        first, last = read_date(text)
    except DateError:
        return ""
    return first if first and first == last else ""
