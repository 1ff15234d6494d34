"""Reads the text of a Word document: paragraphs, tables with a line for each row, footnotes, title and author."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yalu_plugin.core.importing.formats.archive import Archive, opened_archive
from yalu_plugin.core.importing.formats.content import Content
from yalu_plugin.core.importing.formats.notice_list import NoticeList
from yalu_plugin.core.importing.formats.xml_element import Element
from yalu_plugin.core.importing.formats.xml_stream import WHOLE, elements
from yalu_plugin.core.report_text.published_report import NoReport, Report
from yalu_plugin.core.work_progress import Progress, no_progress

_DOCUMENT, _CORE = "word/document.xml", "docProps/core.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_CONTAINERS = frozenset(("document", "body", "footnotes", "endnotes", "footnote", "endnote", "coreProperties"))
_REMOVED = frozenset((  # not shown, shown elsewhere, or a second version of what is shown
    "del", "moveFrom", "instrText", "delText", "Fallback", "rPr", "pPr", "txbxContent"))
_PLAIN_SIGNS = {"tab": "\t", "noBreakHyphen": "-", "br": "\n", "cr": "\n"}
_SYMBOLS = {"F0B0": "°", "F0A2": "′", "F0B2": "″"}  # of the font Symbol; other fonts have Unicode's numbers


def read_docx(content: Content, progress: Progress) -> Report:
    """Return the document's text.

    Raises NoReport for another archive, UnreadableFile, PasswordNeeded, FileTooLarge, the errors of XML,
    MissingPackages.
    """
    with opened_archive(content.path, NoticeList()) as archive:
        if _DOCUMENT not in archive.names:
            raise NoReport(path=content.path)
        parts = archive.contents([_DOCUMENT, *(name for name in _NOTES if name in archive.names)])
        lines = [line for part in parts for line in _lines(part, progress)]
        title, author = _properties(archive)
    return Report(content.path, "\n".join(lines), title, author)


def _lines(part: Content, progress: Progress) -> Iterator[str]:
    for what, element in elements(part, _CONTAINERS, progress):
        if what == WHOLE:
            yield from _blocks(element)


def _blocks(element: Element) -> Iterator[str]:
    """Yield the lines of paragraphs and tables, a line for each row; text boxes and tables in cells come after it."""
    if element.tag in ("p", "tbl"):
        rows = [element] if element.tag == "p" else list(_found(element, "tr"))
        for row in rows:
            cells = [row] if element.tag == "p" else list(_found(row, "tc"))
            yield "\t".join(_text(cell) if cell is row else _cell(cell) for cell in cells)
            for cell in cells:
                yield from (line for tag in ("tbl", "txbxContent") for inner in _found(cell, tag)
                            for line in (_blocks(inner) if tag == "tbl" else _inside(inner)))
    elif element.tag not in _REMOVED:
        yield from _inside(element)


def _inside(element: Element) -> Iterator[str]:
    for child in element:
        yield from _blocks(child)


def _found(element: Element, tag: str) -> Iterator[Element]:
    """Yield the elements of a tag that are not in another one of it, nor in text that is not shown."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in _REMOVED and child.tag not in ("tbl", "tr"):
            yield from _found(child, tag)


def _cell(cell: Element) -> str:
    return " ".join(filter(None, (_text(paragraph).replace("\n", " ") for paragraph in _found(cell, "p"))))


def _text(element: Element) -> str:
    """Return the text of an element and what is in it, with its tabs and line breaks."""
    if element.tag in _REMOVED:
        return ""
    if element.tag == "t":
        return "".join(part for part in element.parts if isinstance(part, str))
    if element.tag == "sym":
        code = element.get("char").upper()
        return _SYMBOLS.get(code) or (chr(int(code, 16)) if re.fullmatch(r"00[2-9A-F][0-9A-F]", code) else " ")
    text = _PLAIN_SIGNS.get(element.tag) or "".join(map(_text, element))
    properties = next((child for child in element if child.tag == "rPr"), None) if element.tag == "r" else None
    if properties is None:
        return text
    formats = {child.tag: child.get("val") for child in properties}
    if formats.get("vanish", "0") in ("", "1", "true", "on"):
        return ""
    return f" {text} " if formats.get("vertAlign") == "superscript" and text.strip().isdigit() else text


def _properties(archive: Archive) -> tuple[str, str]:
    """Return title and author; the dates of a document say when the file was made, not when it was published."""
    found: dict[str, str] = {}
    if _CORE in archive.names:
        for what, element in elements(archive.content(_CORE), _CONTAINERS, no_progress):
            if what == WHOLE and element.tag in ("title", "creator"):
                found[element.tag] = " ".join(element.text.split())
    return found.get("title", ""), found.get("creator", "")
