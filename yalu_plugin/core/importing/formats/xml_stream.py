"""Streams the elements of an XML text: no entities, no external files, limited depth and size.

defusedxml refuses declared entities and external references; this module limits size and depth.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from yalu_plugin.core.importing.formats.content import CHUNK, Content
from yalu_plugin.core.importing.formats.encodings import content_encoding, decoder
from yalu_plugin.core.importing.formats.read_limits import MAX_DEPTH, MAX_PARTS, MAX_TEXT
from yalu_plugin.core.importing.formats.xml_element import Element
from yalu_plugin.core.importing.import_errors import EntitiesDeclared, TextTooLong, TooDeep, UnreadableFile
from yalu_plugin.core.requirements import need_defusedxml
from yalu_plugin.core.work_progress import Progress

OPENED, CLOSED, WHOLE = "opened", "closed", "whole"
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)""")
_BEFORE_ROOT = re.compile(r"[^<]*(?:<!--.*?-->|<\?.*?\?>|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)", re.DOTALL)
_ROOT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)[\s/>]")


class Event(NamedTuple):
    """A container opened or closed (with its attributes, without children), or a whole element.

    Names of elements and attributes have no prefixes.
    """

    what: str
    element: Element


def root_name(head: str) -> str:
    """Return the name of the first element, without prefix; "" if this beginning of a file has none."""
    place = 0
    while skipped := _BEFORE_ROOT.match(head, place):
        place = skipped.end()
    found = _ROOT.search(head, place)
    return found.group(1) if found else ""


def elements(content: Content, containers: frozenset[str], progress: Progress, encoding: str = "") -> Iterator[Event]:
    """Yield the elements directly in containers as a whole; containers yield events when opened and closed.

    An element is a container if its name is in `containers` and all its ancestors are containers.
    Raises UnreadableFile, EntitiesDeclared, TooDeep, TextTooLong and MissingPackages.
    """
    need_defusedxml()
    reader = _Reader(content, containers)
    text = decoder(encoding or _encoding(content, progress), content.path)
    with content.open_with_progress(progress) as stream:
        while data := stream.read(CHUNK):
            yield from reader.feed(text(data, False))
        yield from reader.feed(text(b"", True), final=True)


def _encoding(content: Content, progress: Progress) -> str:
    declared = _DECLARED.search(content.head())
    found = content_encoding(content, progress, declared.group(1).decode("ascii") if declared else "utf-8")
    if not found:
        raise UnreadableFile("no text", path=content.path)
    return found


class _LocalNames(dict[str, str]):
    """Maps names to names without prefix, with one shared text for each."""

    def __missing__(self, name: str) -> str:
        local = self[name] = name.rpartition(":")[2]
        return local


class _Reader:
    """defusedxml's SAX parser with a tree builder for the elements that are not containers."""

    def __init__(self, content: Content, containers: frozenset[str]) -> None:
        from defusedxml.expatreader import DefusedExpatParser

        self._path = content.path
        self._containers = containers
        self._events: list[Event] = []
        self._open: list[Element] = []
        self._built: list[Element] = []  # the element being built, and the open elements in it
        self._parts = self._count = 0
        self._length = self._pending_length = 0  # characters of the element being built, and of pending events
        self._local = _LocalNames()
        self._started = False
        self._position = (0, 0)  # line and column of the parser
        self._unparsed_length = 0  # characters fed since the parser came to this position
        self._parser = DefusedExpatParser(forbid_dtd=False, forbid_entities=True, forbid_external=True)
        handler = self._parser.getContentHandler()  # does nothing by default
        handler.startElement, handler.endElement, handler.characters = self._start, self._end, self._characters
        self._parser.getErrorHandler().fatalError = self._fail

    def feed(self, text: str, final: bool = False) -> Iterator[Event]:
        """Parse a piece of text; yield its events."""
        if not self._started:
            text = text.lstrip("\ufeff \t\r\n")  # XML forbids these before its declaration, but some files have them
            self._started = bool(text)
        if _CONTROLS.search(text):  # characters that XML forbids and some programs write
            text = _CONTROLS.sub("", text)
        self._parse(text.encode("utf-8", "replace").decode("utf-8"), final)  # lone surrogates become "?"
        yield from self._events
        self._events.clear()
        self._pending_length = 0

    def _parse(self, text: str, final: bool) -> None:
        """Parse text and not bytes, so that the parser ignores the declared encoding."""
        from defusedxml import DefusedXmlException

        try:
            self._parser.feed(text)
            if final:
                self._parser.close()
        except DefusedXmlException as error:
            raise EntitiesDeclared(path=self._path) from error
        place = (self._parser.getLineNumber(), self._parser.getColumnNumber())
        stays = place == self._position or not self._local  # in a tag or comment without an end, or before all elements
        self._unparsed_length = self._unparsed_length + len(text) if stays else len(text)
        self._position = place
        if self._unparsed_length > MAX_TEXT:
            raise TextTooLong(path=self._path, limit=MAX_TEXT, row=self._count)

    def _start(self, tag: str, attributes: Mapping[str, str]) -> None:
        given = {self._local[name]: value for name, value in attributes.items()}
        if given:
            self._add_length(sum(map(len, given.values())))  # a DTD can give every element a long default
        element = Element(self._local[tag], given)
        if self._built:
            self._built[-1].append(element)
        elif element.tag in self._containers:
            self._open.append(element)
            if len(self._open) > MAX_DEPTH:
                raise TooDeep(path=self._path, limit=MAX_DEPTH)
            self._emit(OPENED, element)
            return
        self._built.append(element)
        self._parts += 1
        if len(self._built) > MAX_DEPTH:
            raise TooDeep(path=self._path, limit=MAX_DEPTH)
        if self._parts > MAX_PARTS:
            raise TextTooLong(path=self._path, limit=MAX_PARTS, row=self._count)

    def _end(self, _tag: str) -> None:
        if not self._built:
            self._emit(CLOSED, self._open.pop())
            return
        element = self._built.pop()
        if not self._built:
            self._emit(WHOLE, element)
            self._parts = 0
            self._count += 1

    def _emit(self, what: str, element: Element) -> None:
        self._events.append(Event(what, element))
        self._pending_length += self._length
        self._length = 0

    def _characters(self, text: str) -> None:
        if self._built:
            self._add_length(len(text))
            self._built[-1].parts.append(text)

    def _add_length(self, length: int) -> None:
        self._length += length
        if self._length > MAX_TEXT or self._length + self._pending_length > 2 * MAX_TEXT:
            raise TextTooLong(path=self._path, limit=MAX_TEXT, row=self._count)

    def _fail(self, error: Any) -> None:
        """Raise UnreadableFile for SAX's error, which wraps the one of expat."""
        raise UnreadableFile(str(error.getException()), path=self._path) from error
