"""Streams the elements of a stranger's XML: no entities, no other files, bounded depth and size.

What defusedxml adds to the standard library's expat is that it refuses entity declarations; so is it done here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element, TreeBuilder  # nosec B405
from xml.parsers import expat  # nosec B407

from yalu_plugin.core.importing.errors import EntitiesDeclared, TextTooLong, TooDeep, UnreadableFile
from yalu_plugin.core.importing.formats.content import CHUNK, Content
from yalu_plugin.core.importing.formats.encodings import content_encoding, decoder
from yalu_plugin.core.importing.formats.limits import MAX_DEPTH, MAX_PARTS, MAX_TEXT
from yalu_plugin.core.importing.progress import Progress

__all__ = ["CLOSED", "OPENED", "WHOLE", "Element", "Event", "child_text", "elements", "root_name", "text_of"]
OPENED, CLOSED, WHOLE = "opened", "closed", "whole"
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)""")
_ROOT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)[\s/>]")


class Event(NamedTuple):
    """A container opened or closed (its attributes are there, its children are not), or a whole element.

    Names of elements and attributes are without their prefixes.
    """

    what: str
    element: Element


def root_name(head: str) -> str:
    """The name of the first element, without prefix; "" where there is none in this beginning of a file."""
    found = _ROOT.search(re.sub(r"<!--.*?-->|<\?.*?\?>|<!DOCTYPE[^>\[]*(\[.*?\])?\s*>", "", head, flags=re.DOTALL))
    return found.group(1) if found else ""


def elements(content: Content, containers: frozenset[str], progress: Progress, encoding: str = "") -> Iterator[Event]:
    """The elements directly in containers, whole, as they come; containers only as opened and closed.

    An element is a container where its name is one and it is in none but containers.
    Raises UnreadableFile, EntitiesDeclared, TooDeep and TextTooLong.
    """
    reader = _Reader(content, containers)
    text = decoder(encoding or _encoding(content, progress))
    with content.watched(progress) as stream:
        while data := stream.read(CHUNK):
            yield from reader.feed(text(data, False), content)
        yield from reader.feed(text(b"", True), content, final=True)


def _encoding(content: Content, progress: Progress) -> str:
    declared = _DECLARED.search(content.head())
    return content_encoding(content, progress, declared.group(1).decode("ascii") if declared else "utf-8")


class _Reader:
    """expat and a tree builder, which are given each element that is not a container."""

    def __init__(self, content: Content, containers: frozenset[str]) -> None:
        self._content = content
        self._containers = containers
        self._events: list[Event] = []
        self._open: list[Element] = []
        self._depth = 0  # inside an element that is built
        self._parts = self._length = self._count = 0
        self._builder = TreeBuilder()
        self._locals: dict[str, str] = {}
        self._parser = expat.ParserCreate("utf-8")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.EntityDeclHandler = self._entity

    def feed(self, text: str, content: Content, final: bool = False) -> Iterator[Event]:
        """The events in this piece of text."""
        if _CONTROLS.search(text):  # characters that XML forbids and some programs write
            text = _CONTROLS.sub("", text)
        try:
            self._parser.Parse(text.encode("utf-8", "replace"), final)
        except expat.ExpatError as error:
            raise UnreadableFile(str(error), path=content.path) from error
        yield from self._events
        self._events.clear()

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        local = self._locals
        name = local.get(tag) or local.setdefault(tag, tag.rpartition(":")[2])
        if attributes:
            attributes = {local.get(key) or local.setdefault(key, key.rpartition(":")[2]): value
                          for key, value in attributes.items()}
        if not self._depth and name in self._containers:
            self._open.append(Element(name, attributes))
            self._events.append(Event(OPENED, self._open[-1]))
        else:
            self._depth += 1
            self._parts += 1
            self._builder.start(name, attributes)
        if self._depth + len(self._open) > MAX_DEPTH:
            raise TooDeep(path=self._content.path, limit=MAX_DEPTH)
        if self._parts > MAX_PARTS:
            raise TextTooLong(path=self._content.path, limit=MAX_PARTS, row=self._count)

    def _end(self, tag: str) -> None:
        if not self._depth:
            self._events.append(Event(CLOSED, self._open.pop()))
            return
        self._builder.end(self._locals[tag])
        self._depth -= 1
        if not self._depth:
            self._events.append(Event(WHOLE, self._builder.close()))
            self._builder = TreeBuilder()
            self._parts = self._length = 0
            self._count += 1

    def _characters(self, text: str) -> None:
        if self._depth:
            self._length += len(text)
            if self._length > MAX_TEXT:
                raise TextTooLong(path=self._content.path, limit=MAX_TEXT, row=self._count)
            self._builder.data(text)

    def _entity(self, *_: object) -> None:
        raise EntitiesDeclared(path=self._content.path)


def text_of(element: Element | None) -> str:
    """All the text in an element, stripped; "" for none."""
    return "".join(element.itertext()).strip() if element is not None else ""


def child_text(element: Element, name: str) -> str:
    """The text of the first child of this name; "" where there is none."""
    return text_of(element.find(name))
