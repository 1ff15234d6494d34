"""Heads of the record stored outside the file, in projects, exports and a log: they reveal what the file cannot."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.survey.sealed_record import Head
from yalu_plugin.core.text import translatable

DIGITS = 12  # of a hash, in texts for people: 48 bits
_WRITTEN = re.compile(r"(?<![0-9A-Za-z])(\d{1,15})[\s:,;]+([0-9a-fA-F]{12,64})(?![0-9A-Za-z])")
HEAD_TEMPLATE = translatable("record {seq} {hash}")


class HeadUnreadable(YaluError):
    """The text does not name a head."""

    template = translatable('"{text}" names no head of a record. Give the number of its last entry and at least 12 '
                            'digits of its hash, as an export prints them: record 123 a1b2c3d4e5f6.')


class StoredHead(NamedTuple):
    """A head, or at least DIGITS digits of its hash, and where it is stored."""

    seq: int
    hash: str
    where: Phrase


def head_phrase(head: Head) -> Phrase:
    """Return the text of a head in exports, such as "record 123 a1b2c3d4e5f6"."""
    return Phrase(HEAD_TEMPLATE, {"seq": head.seq, "hash": head.hash[:DIGITS]})


def read_head(text: str) -> Head:
    """Return the last head in a text: in a line of an export, in any language, or only its number and hash.

    Raises:
        HeadUnreadable: the text names no head.
    """
    found = _WRITTEN.findall(text)
    if not found:
        raise HeadUnreadable(text=text)
    return Head(int(found[-1][0]), found[-1][1].lower())


class StoredHeads:
    """Compares stored heads with the entries of a record, which are checked in order of seq."""

    def __init__(self, heads: Iterable[StoredHead]) -> None:
        self._pending: dict[int, list[StoredHead]] = {}
        for head in heads:
            if head.seq > 0:
                self._pending.setdefault(head.seq, []).append(head)
        self._rewritten: list[StoredHead] = []

    def check(self, seq: int, digest: object) -> None:
        """Check an entry of the record with its hash, if it has one."""
        for head in self._pending.pop(seq, ()):
            if not str(digest).startswith(head.hash):
                self._rewritten.append(head)

    def beyond(self, last: int) -> list[StoredHead]:
        """Return heads after the record's `last` entry: entries were removed. Call after checking all entries."""
        return [head for head in self._left() if head.seq > last]

    def lost(self, last: int) -> list[StoredHead]:
        """Return heads missing in the record although it continues after them. Call after checking all entries."""
        return [*self._rewritten, *(head for head in self._left() if head.seq <= last)]

    def _left(self) -> list[StoredHead]:
        return sorted((head for heads in self._pending.values() for head in heads), key=lambda head: head.seq)
