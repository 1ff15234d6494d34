"""Heads of the record that are kept elsewhere: in a project, in exports, in a log. They show what the file cannot."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.survey.record import Head
from yalu_plugin.core.text import translatable

DIGITS = 12  # of a hash, in what people read: 48 bits
_WRITTEN = re.compile(r"(?<![0-9A-Za-z])(\d{1,15})[\s:,;]+([0-9a-fA-F]{12,64})(?![0-9A-Za-z])")
WORDS = translatable("record {seq} {hash}")


class HeadUnreadable(YaluError):
    """A text that should name a head does not."""

    template = translatable('"{text}" names no head of a record. Give the number of its last entry and at least 12 '
                            'digits of its hash, as an export prints them: record 123 a1b2c3d4e5f6.')


class Kept(NamedTuple):
    """A head, or at least DIGITS digits of its hash, and where it is kept."""

    seq: int
    hash: str
    where: Phrase


def head_phrase(head: Head) -> Phrase:
    """What exports print of a head, such as "record 123 a1b2c3d4e5f6"."""
    return Phrase(WORDS, {"seq": head.seq, "hash": head.hash[:DIGITS]})


def read_head(text: str) -> Head:
    """The last head in a text: in a line of an export, in any language, or only its number and hash.

    Raises HeadUnreadable.
    """
    found = _WRITTEN.findall(text)
    if not found:
        raise HeadUnreadable(text=text)
    return Head(int(found[-1][0]), found[-1][1].lower())


class Heads:
    """Compares kept heads with the entries of a record, which are shown in order of seq."""

    def __init__(self, kept: Iterable[Kept]) -> None:
        self._waiting: dict[int, list[Kept]] = {}
        for head in kept:
            if head.seq > 0:
                self._waiting.setdefault(head.seq, []).append(head)
        self._rewritten: list[Kept] = []

    def see(self, seq: int, digest: object) -> None:
        """An entry of the record with its hash, if it has one."""
        for head in self._waiting.pop(seq, ()):
            if not str(digest).startswith(head.hash):
                self._rewritten.append(head)

    def beyond(self, last: int) -> list[Kept]:
        """Heads after the record's `last` entry: what lay between was taken out. Ask when all entries were shown."""
        return [head for head in self._left() if head.seq > last]

    def lost(self, last: int) -> list[Kept]:
        """Heads that the record does not have, though it goes on behind them. Ask when all entries were shown."""
        return [*self._rewritten, *(head for head in self._left() if head.seq <= last)]

    def _left(self) -> list[Kept]:
        return sorted((head for heads in self._waiting.values() for head in heads), key=lambda head: head.seq)
