"""Streams the elements of a stranger's XML: no entities, no other files, bounded depth and size.

What defusedxml adds to the standard library's expat is that it refuses declared entities; so is it done here.
"""

from __future__ import annotations

import pyexpat
import re
from collections.abc import Iterator
from typing import NamedTuple

from yalu_plugin.core.importing.errors import EntitiesDeclared, TextTooLong, TooDeep, UnreadableFile
from yalu_plugin.core.importing.formats.content import CHUNK, Content
from yalu_plugin.core.importing.formats.encodings import content_encoding, decoder
from yalu_plugin.core.importing.formats.limits import MAX_DEPTH, MAX_PARTS, MAX_TEXT
from yalu_plugin.core.importing.formats.xml_element import Element
from yalu_plugin.core.importing.progress import Progress

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
        self._parts = self._length = self._count = 0
        self._built: list[Element] = []  # the element that is built, and those open in it
        self._locals: dict[str, str] = {}
        self._begun = False
        self._parser = pyexpat.ParserCreate("utf-8")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.EntityDeclHandler = self._entity

    def feed(self, text: str, content: Content, final: bool = False) -> Iterator[Event]:
        """The events in this piece of text."""
        if not self._begun:
            text = text.lstrip("\ufeff \t\r\n")  # what XML forbids before its declaration, and some files have
            self._begun = bool(text)
        if _CONTROLS.search(text):  # characters that XML forbids and some programs write
            text = _CONTROLS.sub("", text)
        try:
            self._parser.Parse(text.encode("utf-8", "replace"), final)
        except pyexpat.ExpatError as error:
            raise UnreadableFile(str(error), path=content.path) from error
        yield from self._events
        self._events.clear()

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = self._local(tag)
        if attributes:
            attributes = {self._local(key): value for key, value in attributes.items()}
        element = Element(name, attributes)
        if self._built:
            self._built[-1].append(element)
        elif name in self._containers:
            self._events.append(Event(OPENED, element))
            self._open.append(element)
            if len(self._open) > MAX_DEPTH:
                raise TooDeep(path=self._content.path, limit=MAX_DEPTH)
            return
        self._built.append(element)
        self._parts += 1
        if len(self._built) > MAX_DEPTH:
            raise TooDeep(path=self._content.path, limit=MAX_DEPTH)
        if self._parts > MAX_PARTS:
            raise TextTooLong(path=self._content.path, limit=MAX_PARTS, row=self._count)

    def _local(self, tag: str) -> str:
        """A name without its prefix, one text for all of the same name."""
        known = self._locals.get(tag)
        if known is None:
            known = self._locals[tag] = tag.rpartition(":")[2]
        return known

    def _end(self, _tag: str) -> None:
        if not self._built:
            self._events.append(Event(CLOSED, self._open.pop()))
            return
        element = self._built.pop()
        if not self._built:
            self._events.append(Event(WHOLE, element))
            self._parts = self._length = 0
            self._count += 1

    def _characters(self, text: str) -> None:
        if self._built:
            self._length += len(text)
            if self._length > MAX_TEXT:
                raise TextTooLong(path=self._content.path, limit=MAX_TEXT, row=self._count)
            self._built[-1].parts.append(text)

    def _entity(self, *_: object) -> None:
        raise EntitiesDeclared(path=self._content.path)
