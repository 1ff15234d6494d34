"""Streams the objects of a JSON text one by one: features of a collection, or any list of objects."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import IO, Any, NamedTuple

from yalu_plugin.core.importing.formats.content import CHUNK, Content
from yalu_plugin.core.importing.formats.encodings import NotText, content_encoding, decoder
from yalu_plugin.core.importing.formats.read_limits import MAX_DEPTH, MAX_TEXT
from yalu_plugin.core.importing.import_errors import TextTooLong, TooDeep, UnreadableFile
from yalu_plugin.core.work_progress import Progress

_SPACE = re.compile(r"[ \t\n\r\x1e]*")  # with the separator of a GeoJSON text sequence


class JsonPart(NamedTuple):
    """A member of the outermost object, or an item of a list in it.

    `value` is the value under `name`, or with `in_list` an item of the list under `name` ("" for an outermost list).
    An outermost object ends with a part without name outside a list. Numbers are texts, as written.
    """

    name: str
    value: Any
    in_list: bool


class _Number(str):
    """A number as written, distinguished from a text."""

    __slots__ = ()


def parts(content: Content, progress: Progress, encoding: str = "") -> Iterator[JsonPart]:
    """Yield the parts of a JSON text, of lines of JSON objects, or of a JSON text sequence.

    Raises UnreadableFile, NotText, TextTooLong, TooDeep.
    """
    encoding = encoding or content_encoding(content, progress)
    if not encoding:
        raise NotText(path=content.path)
    with content.open_with_progress(progress) as stream:
        reader = _Reader(content, stream, encoding)
        while sign := reader.peek():
            if sign == "[":
                yield from reader.list_of("")
            elif sign == "{":
                yield from reader.object()
            else:
                reader.fail("no object")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Build an object; a repeated name gets a suffix, so that all values are kept."""
    built = dict(pairs)
    if len(built) == len(pairs):
        return built
    built = {}
    for name, value in pairs:
        copy, free = 2, name
        while free in built:
            free, copy = f"{name} ({copy})", copy + 1
        built[free] = value
    return built


class _Reader:
    """A JSON reader with a window on the text that moves as it is read."""

    def __init__(self, content: Content, stream: IO[bytes], encoding: str) -> None:
        self._content = content
        self._stream = stream
        self._decode = decoder(encoding, content.path)
        self._text = ""
        self._at = 0
        self._ended = False
        self._count = 0
        self._json = json.JSONDecoder(
            object_pairs_hook=_unique, parse_float=_Number, parse_int=_Number, parse_constant=_Number, strict=False)

    def peek(self) -> str:
        """Return the next character that is not a space, without consuming it; "" at the end."""
        while True:
            self._at = _SPACE.match(self._text, self._at).end()  # type: ignore[union-attr]
            if self._at < len(self._text) or not self._read_more(CHUNK):
                return self._text[self._at:self._at + 1]

    def object(self) -> Iterator[JsonPart]:
        """Yield the members of an outermost object; for a list of objects yield each of its items."""
        self._expect("{")
        while self.peek() != "}":
            name = self._value()
            if not isinstance(name, str):
                self.fail("no name")
            self._expect(":")
            if self.peek() == "[" and (name == "features" or self._list_of_objects()):
                yield from self.list_of(str(name))
            else:
                yield JsonPart(name, self._value(), in_list=False)
            if self.peek() == ",":
                self._expect(",")
        self._expect("}")
        yield JsonPart("", None, in_list=False)

    def list_of(self, name: str) -> Iterator[JsonPart]:
        """Yield the items of a list; an empty list is one part."""
        self._expect("[")
        if self.peek() == "]":
            yield JsonPart(name or "list", [], in_list=False)
        while self.peek() != "]":
            self._count += 1
            yield JsonPart(name, self._value(), in_list=True)
            if self.peek() == ",":
                self._expect(",")
        self._expect("]")

    def fail(self, reason: str) -> None:
        """Raise UnreadableFile."""
        raise UnreadableFile(f"{reason} after object {self._count}: {self._text[self._at:self._at + 40]!r}",
                             path=self._content.path)

    def _list_of_objects(self) -> bool:
        while not re.compile(r"\[\s*\S").match(self._text, self._at):
            if len(self._text) - self._at > MAX_TEXT or not self._read_more(CHUNK):
                return False
        return bool(re.compile(r"\[\s*\{").match(self._text, self._at))

    def _expect(self, sign: str) -> None:
        if self.peek() != sign:
            self.fail(f"no {sign}")
        self._at += 1

    def _value(self) -> Any:
        """Return the value that begins here; the window is doubled until it contains the end of the value."""
        self.peek()
        while True:
            try:
                value, end = self._json.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if error.pos < len(self._text) - 64 and not self._within_text(error) or not self._read_more_of_value():
                    self.fail(error.msg)
                continue
            except RecursionError as error:
                raise TooDeep(path=self._content.path, limit=MAX_DEPTH) from error
            if end == len(self._text) and not self._ended:  # a number may continue
                self._read_more(CHUNK)
                continue
            self._at = end
            return value

    def _within_text(self, error: json.JSONDecodeError) -> bool:
        """Whether the value ends inside a string; the position of the error is then where the string begins."""
        return error.msg.startswith("Unterminated string")

    def _read_more_of_value(self) -> bool:
        if len(self._text) - self._at > MAX_TEXT:
            raise TextTooLong(path=self._content.path, limit=MAX_TEXT, row=self._count)
        return self._read_more(max(CHUNK, len(self._text) - self._at))

    def _read_more(self, size: int) -> bool:
        """Read more text and drop what was consumed. Returns False at the end."""
        if self._ended:
            return False
        data = self._stream.read(size)
        self._ended = not data
        self._text = self._text[self._at:] + self._decode(data, not data)
        self._at = 0
        return not self._ended
