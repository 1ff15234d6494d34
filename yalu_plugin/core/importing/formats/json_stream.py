"""Streams the objects of a stranger's JSON: features of a collection, or any list of objects, one by one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import IO, Any, NamedTuple

from yalu_plugin.core.importing.formats.content import CHUNK, Content
from yalu_plugin.core.importing.formats.encodings import NotText, content_encoding, decoder
from yalu_plugin.core.importing.formats.read_limits import MAX_DEPTH, MAX_TEXT
from yalu_plugin.core.importing.import_errors import TextTooLong, TooDeep, UnreadableFile
from yalu_plugin.core.importing.work_progress import Progress

_SPACE = re.compile(r"[ \t\n\r\x1e]*")  # with the sign before each text of a GeoJSON text sequence


class Part(NamedTuple):
    """`value` under `name` of the outermost object, or an object of the list of that name.

    The name of objects of an outermost list is "". An outermost object ends with a part of no name outside a list.
    Numbers are text, as written, those of a position too.
    """

    name: str
    value: Any
    in_list: bool


class _Number(str):
    """A number as its author wrote it, told apart from a text."""

    __slots__ = ()


def parts(content: Content, progress: Progress, encoding: str = "") -> Iterator[Part]:
    """The parts of a JSON text, of a text with an object on each line, or of a text sequence.

    Raises UnreadableFile, NotText, TextTooLong, TooDeep.
    """
    encoding = encoding or content_encoding(content, progress)
    if not encoding:
        raise NotText(path=content.path)
    with content.watched(progress) as stream:
        reader = _Reader(content, stream, encoding)
        while sign := reader.next_sign():
            if sign == "[":
                yield from reader.list_of("")
            elif sign == "{":
                yield from reader.object()
            else:
                reader.fail("no object")


def is_number(value: object) -> bool:
    """Whether a value of a part is a number."""
    return isinstance(value, _Number)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object; of a name that comes twice both values are kept."""
    made = dict(pairs)
    if len(made) == len(pairs):
        return made
    made = {}
    for name, value in pairs:
        copy, free = 2, name
        while free in made:
            free, copy = f"{name} ({copy})", copy + 1
        made[free] = value
    return made


class _Reader:
    """A window on the text, which moves on as it is read."""

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

    def next_sign(self) -> str:
        """The next character that is no space, not taken; "" at the end."""
        while True:
            self._at = _SPACE.match(self._text, self._at).end()  # type: ignore[union-attr]
            if self._at < len(self._text) or not self._more(CHUNK):
                return self._text[self._at:self._at + 1]

    def object(self) -> Iterator[Part]:
        """The members of an outermost object; of a member that is a list of objects each of them."""
        self._take("{")
        while self.next_sign() != "}":
            name = self._value()
            if not isinstance(name, str):
                self.fail("no name")
            self._take(":")
            if self.next_sign() == "[" and (name == "features" or self._list_of_objects()):
                yield from self.list_of(str(name))
            else:
                yield Part(name, self._value(), in_list=False)
            if self.next_sign() == ",":
                self._take(",")
        self._take("}")
        yield Part("", None, in_list=False)

    def list_of(self, name: str) -> Iterator[Part]:
        """The items of a list; an empty one is a part of its own."""
        self._take("[")
        if self.next_sign() == "]":
            yield Part(name or "list", [], in_list=False)
        while self.next_sign() != "]":
            self._count += 1
            yield Part(name, self._value(), in_list=True)
            if self.next_sign() == ",":
                self._take(",")
        self._take("]")

    def fail(self, why: str) -> None:
        """Raise UnreadableFile."""
        raise UnreadableFile(f"{why} after object {self._count}: {self._text[self._at:self._at + 40]!r}",
                             path=self._content.path)

    def _list_of_objects(self) -> bool:
        while not re.compile(r"\[\s*\S").match(self._text, self._at):
            if len(self._text) - self._at > MAX_TEXT or not self._more(CHUNK):
                return False
        return bool(re.compile(r"\[\s*\{").match(self._text, self._at))

    def _take(self, sign: str) -> None:
        if self.next_sign() != sign:
            self.fail(f"no {sign}")
        self._at += 1

    def _value(self) -> Any:
        """The value that begins here. As much text again is read each time it does not end in what was read."""
        self.next_sign()
        while True:
            try:
                value, end = self._json.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if error.pos < len(self._text) - 64 and not self._within_text(error) or not self._more_of_value():
                    self.fail(error.msg)
                continue
            except RecursionError as error:
                raise TooDeep(path=self._content.path, limit=MAX_DEPTH) from error
            if end == len(self._text) and not self._ended:  # a number may go on
                self._more(CHUNK)
                continue
            self._at = end
            return value

    def _within_text(self, error: json.JSONDecodeError) -> bool:
        """Whether the value stopped inside a text that has not ended: the error is where that began."""
        return error.msg.startswith("Unterminated string")

    def _more_of_value(self) -> bool:
        if len(self._text) - self._at > MAX_TEXT:
            raise TextTooLong(path=self._content.path, limit=MAX_TEXT, row=self._count)
        return self._more(max(CHUNK, len(self._text) - self._at))

    def _more(self, size: int) -> bool:
        """Read on, dropping what was taken. False at the end."""
        if self._ended:
            return False
        data = self._stream.read(size)
        self._ended = not data
        self._text = self._text[self._at:] + self._decode(data, not data)
        self._at = 0
        return not self._ended
