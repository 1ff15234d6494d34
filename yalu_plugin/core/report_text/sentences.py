"""Divides a text into sentences: at the ends of lines and at full stops, in English, Korean, Chinese, Russian.

A line of a table or a caption is a sentence of its own. A line that only continues the one before it, as in the text
of a PDF, is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

MAX_LENGTH = 2_000  # characters; a longer piece without a full stop is divided at blanks
_WRAPPED, _WRAPPED_COLUMN = 45, 25  # characters of the shortest line that goes on in the next one, in a narrow column
_PAIR = re.compile(r"\d[.,]\d{3}.{0,20}?\d{2}[.,]\d{3}|\d ?['′’].{0,20}?\d ?['′’]|\+[2-9A-Z]{2}\b|\d[A-Z]{2} ?\d{4}")
_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
_END = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’»)\]]*(?=\s)|[。！？]+[”’」』）]*")
_ENDED = re.compile(r"[.!?…。！？:：;；|][\"'”’»)\]）」』]*\s*$")
_SHORT_WORD = re.compile(r"(?:^|[\s(])(?:[^\W\d_]|[^\W\d_]\.(?:[^\W\d_]\.?)*|approx|ca|no|nos|mt|st|dr|mr|mrs|ms|"
                         r"gen|col|lt|prof|rev|vs|fig|figs|km|ft|lat|lon|incl|est|dept|jan|feb|mar|apr|jun|jul|aug|sep|"
                         r"sept|oct|nov|dec|см|рис|ул|стр|тыс|млн|ок|янв|февр|авг|сент|окт|нояб|дек)$", re.IGNORECASE)
_UNIT = re.compile(r"\d ?(?:deg|min|sec|град|мин|сек)$", re.IGNORECASE)
_AFTER_UNIT = re.compile(r"\d|[NSEWСЮВЗ](?!\w)")
_LABEL = re.compile(  # a line that only says what the next one is, as the cells of a table do in a PDF
    r"(?:latitude|longitude|lat|lon|long|lng|easting|northing|위도|경도|纬度|经度|緯度|經度|широта|долгота)\W{0,5}",
    re.IGNORECASE)
_LETTER = re.compile(r"[NSEW](?!\w)")


class TextRange(NamedTuple):
    """The place of a sentence in its text: the index of its first character, and the index after its last one."""

    start: int
    end: int


def sentences(text: str) -> Iterator[TextRange]:
    """Yield the sentences in order, without the blanks around them."""
    for start, end in _units(text):
        begin = start
        for match in _END.finditer(text, start, end):
            if _ends_sentence(text, match, begin, end):
                yield from _trimmed(text, begin, match.end())
                begin = match.end()
        yield from _trimmed(text, begin, end)


def _units(text: str) -> Iterator[TextRange]:
    """Yield the lines, with those joined that are one wrapped text."""
    start = end = -1
    for line in _LINE.finditer(text):
        if end >= 0 and _continues(text, start, end, line):
            end = line.end()
            continue
        if end >= 0:
            yield TextRange(start, end)
        start, end = line.span()
    if end >= 0:
        yield TextRange(start, end)


def _continues(text: str, start: int, end: int, line: re.Match[str]) -> bool:
    """Whether a line continues the text before it: that is long and unfinished, and no blank line is between them."""
    if len(_BREAK.findall(text, end, line.start())) > 1:
        return False
    last = text[max(start, text.rfind("\n", start, end) + 1, end - MAX_LENGTH):end]
    following = line.group().lstrip()
    if _LABEL.fullmatch(last.strip()):
        return following[:1].isdigit() or following[:1] in "-+°NSEW"
    if _LETTER.match(following) and last.rstrip()[-1:] in "°'\"′″’”0123456789":
        return True
    if _PAIR.search(last) and _PAIR.search(following, 0, MAX_LENGTH):
        return False  # two entries of a list: what is said of one does not hold for the other
    shortest = _WRAPPED_COLUMN if following[:1].islower() else _WRAPPED
    if len(last) < shortest or "\t" in last or "\t" in following[:MAX_LENGTH] or _ENDED.search(last[-20:]):
        return False
    return following[:1].islower() or following[:1] in "(°'\"“,;" or last.rstrip()[-1:] in ",-–"


def _ends_sentence(text: str, match: re.Match[str], begin: int, end: int) -> bool:
    """Whether a full stop ends a sentence: not after an abbreviation, not before a small letter."""
    if match.group()[0] in "。！？":
        return True
    following = text[match.end():min(end, match.end() + 20)].lstrip()
    if following[:1].islower() or following[:1] in ",;":
        return False
    if not match.group().startswith(".") or match.group().startswith(".."):
        return True
    before = text[max(begin, match.start() - 12):match.start()]
    if _UNIT.search(before) and _AFTER_UNIT.match(following):
        return False
    return _SHORT_WORD.search(before) is None


def _trimmed(text: str, start: int, end: int) -> Iterator[TextRange]:
    """Yield the piece without the blanks around it, in parts where it is too long; nothing for blanks alone."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > MAX_LENGTH:
        cut = _cut(text, start)
        yield TextRange(start, cut)
        start = cut
    if start < end:
        yield TextRange(start, end)


def _cut(text: str, start: int) -> int:
    """Return where to divide a long piece: after a line, else a word, else any blank; in the middle if it has none."""
    limit = start + MAX_LENGTH
    for form in (r"\n", r"(?<=[^\W\d_])\s+(?=[^\W\d_])", r"\s+"):
        found = [match.end() for match in re.finditer(form, text[start + MAX_LENGTH // 2:limit])]
        if found:
            return start + MAX_LENGTH // 2 + found[-1]
    return limit
