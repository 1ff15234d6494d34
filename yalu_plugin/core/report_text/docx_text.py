"""Reads the text of a Word document: paragraphs, tables with a line for each row, footnotes, title and author."""

from __future__ import annotations

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
_REMOVED = frozenset(("del", "moveFrom", "instrText", "delText"))  # text that the document does not show


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
        if what != WHOLE:
            continue
        if element.tag == "p":
            yield _text(element)
        elif element.tag == "tbl":
            yield from ("\t".join(_cell(cell) for cell in row if cell.tag == "tc") for row in element.iter("tr"))
        elif element.tag == "sdt":
            yield from (_text(paragraph) for paragraph in element.iter("p"))


def _cell(cell: Element) -> str:
    return " ".join(filter(None, (_text(paragraph).replace("\n", " ") for paragraph in cell.iter("p"))))


def _text(element: Element) -> str:
    """Return the text of an element and what is in it, with its tabs and line breaks."""
    if element.tag in _REMOVED:
        return ""
    if element.tag == "t":
        return "".join(part for part in element.parts if isinstance(part, str))
    if element.tag in ("tab", "br", "cr", "noBreakHyphen"):
        return {"tab": "\t", "noBreakHyphen": "-"}.get(element.tag, "\n")
    return "".join(map(_text, element))


def _properties(archive: Archive) -> tuple[str, str]:
    """Return title and author; the dates of a document say when the file was made, not when it was published."""
    found: dict[str, str] = {}
    if _CORE in archive.names:
        for what, element in elements(archive.content(_CORE), _CONTAINERS, no_progress):
            if what == WHOLE and element.tag in ("title", "creator"):
                found[element.tag] = " ".join(element.text.split())
    return found.get("title", ""), found.get("creator", "")
