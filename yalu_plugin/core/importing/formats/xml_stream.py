"""Streams the elements of a stranger's XML: no entities, no other files, bounded depth and size.

defusedxml refuses what is declared or lies elsewhere; size and depth are counted here.
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
from yalu_plugin.core.importing.work_progress import Progress
from yalu_plugin.core.requirements import need_defusedxml

OPENED, CLOSED, WHOLE = "opened", "closed", "whole"
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)""")
_BEFORE_ROOT = re.compile(r"[^<]*(?:<!--.*?-->|<\?.*?\?>|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)", re.DOTALL)
_ROOT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)[\s/>]")


class Event(NamedTuple):
    """A container opened or closed (its attributes are there, its children are not), or a whole element.

    Names of elements and attributes are without their prefixes.
    """

    what: str
    element: Element


def root_name(head: str) -> str:
    """The name of the first element, without prefix; "" where there is none in this beginning of a file."""
    place = 0
    while skipped := _BEFORE_ROOT.match(head, place):
        place = skipped.end()
    found = _ROOT.search(head, place)
    return found.group(1) if found else ""


def elements(content: Content, containers: frozenset[str], progress: Progress, encoding: str = "") -> Iterator[Event]:
    """The elements directly in containers, whole, as they come; containers only as opened and closed.

    An element is a container where its name is one and it is in none but containers.
    Raises UnreadableFile, EntitiesDeclared, TooDeep, TextTooLong and MissingPackages.
    """
    need_defusedxml()
    reader = _Reader(content, containers)
    text = decoder(encoding or _encoding(content, progress), content.path)
    with content.watched(progress) as stream:
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
    """Names without their prefixes, one text for all of the same name."""

    def __missing__(self, name: str) -> str:
        local = self[name] = name.rpartition(":")[2]
        return local


class _Reader:
    """defusedxml's SAX parser and a tree builder, which is given each element that is not a container."""

    def __init__(self, content: Content, containers: frozenset[str]) -> None:
        from defusedxml.expatreader import DefusedExpatParser

        self._path = content.path
        self._containers = containers
        self._events: list[Event] = []
        self._open: list[Element] = []
        self._built: list[Element] = []  # the element that is built, and those open in it
        self._parts = self._count = 0
        self._length = self._held = 0  # characters of the element that is built, and of the events not taken yet
        self._local = _LocalNames()
        self._begun = False
        self._place, self._waiting = (0, 0), 0  # line and column of the parser, characters fed since it came there
        self._parser = DefusedExpatParser(forbid_dtd=False, forbid_entities=True, forbid_external=True)
        handler = self._parser.getContentHandler()  # does nothing by itself
        handler.startElement, handler.endElement, handler.characters = self._start, self._end, self._characters
        self._parser.getErrorHandler().fatalError = self._fail

    def feed(self, text: str, final: bool = False) -> Iterator[Event]:
        """The events in this piece of text."""
        if not self._begun:
            text = text.lstrip("\ufeff \t\r\n")  # what XML forbids before its declaration, and some files have
            self._begun = bool(text)
        if _CONTROLS.search(text):  # characters that XML forbids and some programs write
            text = _CONTROLS.sub("", text)
        self._parse(text.encode("utf-8", "replace").decode("utf-8"), final)  # halves of characters become "?"
        yield from self._events
        self._events.clear()
        self._held = 0

    def _parse(self, text: str, final: bool) -> None:
        """As text, not as bytes: so the parser leaves aside which encoding the file declares."""
        from defusedxml import DefusedXmlException

        try:
            self._parser.feed(text)
            if final:
                self._parser.close()
        except DefusedXmlException as error:
            raise EntitiesDeclared(path=self._path) from error
        place = (self._parser.getLineNumber(), self._parser.getColumnNumber())
        stays = place == self._place or not self._local  # in a tag or comment without an end, or before all elements
        self._waiting = self._waiting + len(text) if stays else len(text)
        self._place = place
        if self._waiting > MAX_TEXT:
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
            self._hold(OPENED, element)
            return
        self._built.append(element)
        self._parts += 1
        if len(self._built) > MAX_DEPTH:
            raise TooDeep(path=self._path, limit=MAX_DEPTH)
        if self._parts > MAX_PARTS:
            raise TextTooLong(path=self._path, limit=MAX_PARTS, row=self._count)

    def _end(self, _tag: str) -> None:
        if not self._built:
            self._hold(CLOSED, self._open.pop())
            return
        element = self._built.pop()
        if not self._built:
            self._hold(WHOLE, element)
            self._parts = 0
            self._count += 1

    def _hold(self, what: str, element: Element) -> None:
        self._events.append(Event(what, element))
        self._held += self._length
        self._length = 0

    def _characters(self, text: str) -> None:
        if self._built:
            self._add_length(len(text))
            self._built[-1].parts.append(text)

    def _add_length(self, length: int) -> None:
        self._length += length
        if self._length > MAX_TEXT or self._length + self._held > 2 * MAX_TEXT:
            raise TextTooLong(path=self._path, limit=MAX_TEXT, row=self._count)

    def _fail(self, error: Any) -> None:
        """SAX's own error, around that of expat."""
        raise UnreadableFile(str(error.getException()), path=self._path) from error
