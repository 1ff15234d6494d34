"""Reads the text of a web page that was saved, and what its head says about it. Nothing is loaded."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path

from yalu_plugin.core.importing.formats.html_text import plain_text
from yalu_plugin.core.report_text.published_report import Report

_HEAD_LENGTH = 300_000  # characters in which the head is looked for
_TITLE = re.compile(r"<title\b[^<>]*>([^<]{1,500})", re.IGNORECASE)
_TAG = re.compile(r"<(?:meta|link)\b([^<>]{1,2000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w:-]{1,40})\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_TITLES = ("og:title", "twitter:title", "dc.title")
_AUTHORS = ("author", "article:author", "dc.creator", "byl")
_DAYS = ("article:published_time", "date", "dc.date", "datepublished", "publishdate", "pubdate")
_ADDRESSES = ("canonical", "og:url")


def read_html(path: Path, text: str) -> Report:
    """Return the page's text with its title, author, day and address as far as its head has them."""
    stated = _stated(text[:_HEAD_LENGTH])
    title = _TITLE.search(text[:_HEAD_LENGTH])
    address = _first(stated, _ADDRESSES)
    return Report(
        path, plain_text(text), _first(stated, _TITLES) or (_clean(title[1]) if title else ""),
        _first(stated, _AUTHORS), _day(_first(stated, _DAYS)),
        address if re.match(r"https?://", address, re.IGNORECASE) else "")


def _stated(head: str) -> Mapping[str, str]:
    """Return the contents of the meta tags, and the canonical link, by lower-case name; the first of each."""
    found: dict[str, str] = {}
    for tag in _TAG.finditer(head):
        given = {name.lower(): one or other for name, one, other in _ATTRIBUTE.findall(tag[1])}
        name = given.get("property") or given.get("name") or given.get("itemprop") or given.get("rel") or ""
        value = given.get("content") or given.get("href") or ""
        if value.strip():
            found.setdefault(name.lower(), _clean(value))
    return found


def _first(stated: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((stated[name] for name in names if name in stated), "")


def _day(text: str) -> str:
    """Return the day of an ISO 8601 time as it is written, "" for other text."""
    day = re.match(r"\d{4}-\d\d-\d\d", text)
    return day.group() if day else ""


def _clean(text: str) -> str:
    return " ".join(unescape(text).split())[:500]
