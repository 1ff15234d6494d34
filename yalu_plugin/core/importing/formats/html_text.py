"""HTML of a description as plain text: nothing of it is shown as markup, and nothing of it fetched."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_MARKUP = re.compile(
    r"</?(?:a|abbr|b|body|br|center|div|em|font|h[1-6]|head|hr|html|i|iframe|img|li|ol|p|script|small|span|strong|"
    r"style|sub|sup|table|tbody|td|th|tr|u|ul)\b[^<>]*/?>|<!DOCTYPE|<!--", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{1,7}|#x[0-9a-f]{1,6});", re.IGNORECASE)
_BLOCKS = frozenset(("p", "div", "br", "tr", "table", "li", "ul", "ol", "hr", "h1", "h2", "h3", "h4", "h5", "h6"))
_CELLS = frozenset(("td", "th"))
_UNSEEN = frozenset(("script", "style", "head", "title"))
_BREAK, _CELL = "\n", "\x1f"


def plain_text(text: str) -> str:
    """The text without tags, a line for each block; text without markup as it is, stripped.

    Links stay as text with their address, pictures are named. A table row of two cells becomes "Status: washed out",
    one of more has its cells parted by " | ".
    """
    if not _MARKUP.search(text):
        return _ENTITY.sub(_entity, text).strip() if "&" in text else text.strip()
    reader = _TextReader()
    reader.feed(text)
    reader.close()
    lines = (_row(line) for line in "".join(reader.parts).split(_BREAK))
    return "\n".join(line for line in lines if line)


def _entity(match: re.Match[str]) -> str:
    from html import unescape

    return unescape(match.group())


def _row(line: str) -> str:
    cells = [" ".join(cell.split()) for cell in line.split(_CELL)]
    cells = [cell for cell in cells if cell]
    if len(cells) == 2:
        return f"{cells[0].rstrip(':').rstrip()}: {cells[1]}"
    return " | ".join(cells)


class _TextReader(HTMLParser):
    """Gathers what a browser would show."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unseen = 0
        self._cells = 0
        self._link: tuple[str, int] = ("", 0)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag in _CELLS:
            self._cells += 1
            self.parts.append(_CELL)
        elif tag in _BLOCKS:  # within a table's cell lines go on
            self.parts.append(" " if self._cells and tag not in ("tr", "table") else _BREAK)
        elif tag in ("img", "iframe"):
            self.parts.append(f" [{' '.join(filter(None, (given.get('alt'), given.get('src'))))}] ")
        elif tag == "a":
            self._link = (given.get("href", ""), len(self.parts))

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in _CELLS:
            self._cells = max(0, self._cells - 1)
        elif tag in _BLOCKS and tag != "br":
            self.parts.append(" " if self._cells and tag not in ("tr", "table") else _BREAK)
        elif tag == "a":
            href, since = self._link
            if href and href not in "".join(self.parts[since:]):
                self.parts.append(f" ({href})")
            self._link = ("", 0)

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.parts.append(data.replace(_CELL, " ").replace("\n", " "))
