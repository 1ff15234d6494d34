"""Converts the HTML of a description to plain text, without loading anything that it links to.

Python's HTMLParser is not used: its time grows with the cube of the number of unclosed tags, which would block the
window. This reader visits each character a few times at most.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_MARKUP = re.compile(
    r"</?(?:a|abbr|article|b|blockquote|body|br|center|div|dl|em|figure|font|h[1-6]|head|hr|html|i|iframe|img|li|ol|p|"
    r"pre|script|section|small|span|strong|style|sub|sup|table|tbody|td|th|tr|u|ul)\b[^<>]*/?>|<!DOCTYPE|<!--",
    re.IGNORECASE)
_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{1,7}|#x[0-9a-f]{1,6});", re.IGNORECASE)
_TAG = re.compile(  # no part of it matches "<", so that no text is tried twice
    r"""<(?P<end>/?)(?P<name>[a-z][^\s/<>]*)(?P<attributes>[^<>"']*(?:(?:"[^"<]*"|'[^'<]*')[^<>"']*)*|[^<>]*)>"""
    r"|<[!?][^<>]*>", re.IGNORECASE)
_END_TAG = re.compile(r"</([a-z][^\s/<>]*)", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([^\s=/"'<>]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>]+)""")
_BLOCKS = frozenset((
    "p", "div", "br", "tr", "table", "li", "ul", "ol", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article",
    "main", "header", "footer", "nav", "aside", "figure", "figcaption", "blockquote", "pre", "dl", "dt", "dd",
    "address", "details", "summary", "form", "fieldset", "caption", "option"))
_RAISED = frozenset(("sup", "sub"))  # a footnote's number must not lengthen the number in front of it
_CELLS = frozenset(("td", "th"))
_HIDDEN = frozenset(("head", "title"))
_NO_HTML = frozenset(("script", "style"))  # their content has no tags
_UNSEEN = frozenset(("template", "noscript"))
_UNSEEN_BY = re.compile(r"(?:^|\s)hidden(?:\s|=|$)|style\s*=\s*[\"'][^\"']*display\s*:\s*none", re.IGNORECASE)
_BREAK, _CELL = "\n", "\x1f"


def plain_text(text: str) -> str:
    """Return the text without tags, a line for each block; text without markup is only stripped.

    Links become text with their address, images their names. A table row of two cells becomes "Status: washed out";
    more cells are separated by " | ".
    """
    if not _MARKUP.search(text):
        return _ENTITY.sub(_entity, text).strip() if "&" in text else text.strip()
    reader = _TextReader()
    reader.read(text)
    lines = (_row(line) for line in "".join(reader.parts).split(_BREAK))
    return "\n".join(line for line in lines if line)


def _entity(match: re.Match[str]) -> str:
    from html import unescape

    return unescape(match.group()).replace("\xa0", " ")


def _unescaped(text: str) -> str:
    if "&" not in text:
        return text
    from html import unescape

    return unescape(text)


def _without_comments(text: str) -> Iterator[str]:
    """Yield the pieces between comments; an unclosed comment counts as text."""
    at = 0
    while (begin := text.find("<!--", at)) >= 0 and (end := text.find("-->", begin + 4)) >= 0:
        yield text[at:begin]
        at = end + 3
    yield text[at:]


def _row(line: str) -> str:
    cells = [" ".join(cell.split()) for cell in line.split(_CELL)]
    cells = [cell for cell in cells if cell]
    if len(cells) == 2:
        return f"{cells[0].rstrip(':').rstrip()}: {cells[1]}"
    return " | ".join(cells)


class _TextReader:
    """Collects the text that a browser would show."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self._hidden = 0
        self._cells = 0
        self._script_tag = ""  # the open script or style element
        self._link: tuple[str, int] = ("", 0)
        self._unseen, self._depth = "", 0  # the open element that is not shown, and how many of its name are open
        self._preformatted = 0

    def read(self, text: str) -> None:
        """Collect the text between the tags, laid out as the tags require."""
        text, at = "".join(_without_comments(text)), 0
        last_ends = {match[1].lower(): match.start() for match in _END_TAG.finditer(text)}
        for tag in _TAG.finditer(text):
            self._data(text[at:tag.start()])
            at = tag.end()
            name = (tag["name"] or "").lower()
            if self._script_tag:
                if tag["end"] and name == self._script_tag:
                    self._script_tag = ""
            elif self._unseen:
                self._depth += (-1 if tag["end"] else 1) if name == self._unseen else 0
                self._unseen = self._unseen if self._depth else ""
            elif name and not tag["end"] and last_ends.get(name, 0) > at and (
                    name in _UNSEEN or _UNSEEN_BY.search(tag["attributes"])):
                self._unseen, self._depth = name, 1
            elif tag["end"]:
                self._end(name)
            elif name:
                self._start(name, tag["attributes"])
        self._data(text[at:])

    def _start(self, tag: str, attributes: str) -> None:
        if tag in _HIDDEN:
            self._hidden += 1
        elif tag in _NO_HTML:
            self._script_tag = tag
        elif tag in _CELLS:
            self._cells += 1
            self.parts.append(_CELL)
        elif tag in _RAISED:
            self.parts.append(" ")
        elif tag in _BLOCKS:  # a block in a table cell does not break the line
            self.parts.append(" " if self._cells and tag not in ("tr", "table") else _BREAK)
            self._preformatted += tag == "pre"
        elif tag in ("img", "iframe"):
            given = _attributes(attributes)
            named = [given.get("alt", ""), given.get("src", "")]
            self.parts.append(f" [{' '.join(text for text in named if text and not text.startswith('data:'))}] ")
        elif tag == "a":
            self._link = (_attributes(attributes).get("href", ""), len(self.parts))

    def _end(self, tag: str) -> None:
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag in _CELLS:
            self._cells = max(0, self._cells - 1)
        elif tag in _RAISED:
            self.parts.append(" ")
        elif tag in _BLOCKS and tag != "br":
            self._preformatted = max(0, self._preformatted - (tag == "pre"))
            self.parts.append(" " if self._cells and tag not in ("tr", "table") else _BREAK)
        elif tag == "a":
            href, since = self._link
            if href and href not in "".join(self.parts[since:]):
                self.parts.append(f" ({href})")
            self._link = ("", 0)

    def _data(self, data: str) -> None:
        if data and not (self._hidden or self._script_tag or self._unseen):
            text = _unescaped(data).replace(_CELL, " ")
            self.parts.append(text if self._preformatted else text.replace("\n", " "))


def _attributes(attributes: str) -> dict[str, str]:
    """Return the attributes of a tag that have a value."""
    return {name.lower(): _unescaped(value.strip("\"'")) for name, value in _ATTRIBUTE.findall(attributes)}
