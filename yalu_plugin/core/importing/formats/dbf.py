"""Reads the attribute table of a Shapefile (.dbf) as texts.

Layout of the file: dBASE III header, as in the ESRI Shapefile Technical Description's dBASE notes.
"""

from __future__ import annotations

import codecs
import re
import struct
from collections.abc import Iterator
from typing import IO, NamedTuple

from yalu_plugin.core.importing.formats.content import Content
from yalu_plugin.core.importing.formats.encodings import decoder, find_encoding
from yalu_plugin.core.importing.formats.number_format import number_text
from yalu_plugin.core.importing.import_errors import UnreadableFile

_SAMPLE = 200_000
_DATE = re.compile(r"(\d{4})(\d{2})(\d{2})")
_DECIMAL = re.compile(r"[+-]?\d*\.\d+")
_LOGICAL = {"T": "true", "Y": "true", "F": "false", "N": "false", "?": ""}
_DELETED = b"*"


class _Field(NamedTuple):
    name: bytes
    type: str
    begin: int  # byte of the record, whose byte 0 marks it as deleted
    size: int


class DbfTable:
    """The fields and records of a .dbf."""

    def __init__(self, content: Content, encoding: str) -> None:
        """Read the header. Raises UnreadableFile where there is none, and UnknownEncoding."""
        self._content = content
        with content.open() as stream:
            self._read_header(stream)
        self.encoding = encoding or find_encoding(self._sample()) or "latin-1"
        decoder(self.encoding, content.path)
        self.columns = tuple(self._decoded(field.name) for field in self._fields)

    def records(self) -> Iterator[tuple[str, ...] | None]:
        """Yield the texts of each record; None for a deleted one."""
        with self._content.open() as stream:
            stream.seek(self._begin) if stream.seekable() else stream.read(self._begin)
            while len(record := stream.read(self._size)) == self._size:
                yield None if record[:1] == _DELETED else tuple([self._text(record, one) for one in self._fields])

    def _read_header(self, stream: IO[bytes]) -> None:
        head = stream.read(32)
        if len(head) < 32:
            raise UnreadableFile(path=self._content.path)
        self._begin, self._size = struct.unpack_from("<HH", head, 8)
        data = head + stream.read(max(0, self._begin - 32))
        self._fields: list[_Field] = []
        at = 1
        for start in range(32, len(data) - 31, 32):
            field = data[start:start + 32]
            if field[:1] == b"\r":
                break
            self._fields.append(_Field(field[:11].split(b"\0")[0], field[11:12].decode("latin-1"), at, field[16]))
            at += field[16]
        if at > self._size or not self._size:
            raise UnreadableFile(path=self._content.path)

    def _sample(self) -> bytes:
        """Field names and text cells, one per line, so that a character cut off in a cell does not join the next."""
        lines = [field.name for field in self._fields]
        with self._content.open() as stream:
            data = stream.read(self._begin + _SAMPLE)
        for start in range(self._begin, len(data) - self._size + 1, self._size):
            lines += [data[start + field.begin:start + field.begin + field.size].rstrip(b" \0")
                      for field in self._fields if field.type == "C"]
        return b"\n".join(lines)

    def _decoded(self, data: bytes) -> str:
        return data.decode(self.encoding, "replace")

    def _text(self, record: bytes, field: _Field) -> str:
        data = record[field.begin:field.begin + field.size]
        text = self._decoded(data.split(b"\0")[0] if field.type == "C" else data).strip(" \0")
        if field.type == "D":
            return _DATE.sub(r"\1-\2-\3", text) if text.strip("0") else ""
        if field.type == "L":
            return _LOGICAL.get(text.upper(), text)
        if field.type in ("N", "F") and _DECIMAL.fullmatch(text):
            return number_text(text)  # programs fill the width of the column with digits
        return "" if text.startswith("*") and not text.strip("*") else text


def stated_encoding(content: Content | None) -> str:
    """Return Python's name of the encoding in a .cpg (UTF-8, 949, ANSI 1252, ISO 8859-1 ...); "" for none."""
    text = content.head(100).decode("ascii", "ignore").strip("\ufeff \r\n\0") if content is not None else ""
    number = re.search(r"(\d{3,5})(?:-(\d+))?$", text)
    names = [text, text.replace(" ", "-"), *([f"cp{number.group(1)}"] if number else [])]
    if number and number.group(1) in ("8859", "88591"):
        names.insert(0, f"iso-8859-{number.group(2) or 1}")
    for name in filter(None, names):
        try:
            return codecs.lookup(name).name
        except (LookupError, ValueError):
            continue
    return ""
