"""What of the record of another survey, imported as a whole, is to be received: entries that are not here yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.survey.sealed_record import Head
from yalu_plugin.core.survey.stored_heads import head_phrase
from yalu_plugin.core.text import translatable

_NEW = translatable("Its record of changes is kept as it is there: {head}. New entries: {n}.")
_FORKED = translatable("Its record is not the one received before: it goes on from entry {seq}, after which there are "
                       "others here, as when work continued from an older copy. Both are kept.")
_BROKEN = translatable("Its record of changes is not whole (entry {seq}), so it is not kept: run Verify record on that "
                       "survey.")


class Reception(NamedTuple):
    """The record of another survey, compared with what was received of it.

    `since` is the last sealed entry that both have, `head` the last sealed one there. `is_forked` if there are others
    after `since` here. `first_bad` is the seq of the first new entry that does not follow from the one before.
    """

    survey_id: str
    title: str
    since: Head
    head: Head
    is_forked: bool = False
    first_bad: int | None = None

    @property
    def new(self) -> int:
        """How many entries are to be received."""
        return self.head.seq - self.since.seq if self.first_bad is None else 0

    def brings(self) -> Iterator[Phrase]:
        """Yield what it brings."""
        if self.new:
            yield Phrase(_NEW, {"n": self.new, "head": head_phrase(self.head)})

    def notices(self) -> Iterator[Phrase]:
        """Yield what is wrong or unusual about it."""
        if self.first_bad is not None:
            yield Phrase(_BROKEN, {"seq": self.first_bad})
        elif self.new and self.is_forked:
            yield Phrase(_FORKED, {"seq": self.since.seq})
