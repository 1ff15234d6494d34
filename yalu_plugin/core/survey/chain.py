"""A record's chain gone through once, entry by entry: what of it does not follow from what was before."""

from __future__ import annotations

from collections.abc import Iterable

from yalu_plugin.core.published import Row
from yalu_plugin.core.survey.heads import Heads, Kept
from yalu_plugin.core.survey.record import ADOPTION, OUTSIDE, Head, digest, seq_of

RESTORED = "triggers restored"  # an action, of an entry that is of no row


class Chain:
    """Takes the entries in the order in which they were written; the lists hold the seq of what was found.

    After a fault it goes on from the entry as it stands, so that each fault is found where it is.
    """

    def __init__(self, kept: Iterable[Kept] = ()) -> None:
        self.heads = Heads(kept)
        self.head = Head()  # the last sealed entry
        self.entries = self.outside = 0
        self.records_all = False  # the file itself records every change: it is of version 2 or later
        self.altered: list[int] = []  # their content does not give their hash
        self.unlinked: list[int] = []  # their hash rests on another entry than the one before
        self.gaps: list[tuple[int, int]] = []  # first and last seq that are missing
        self.misplaced: list[int] = []  # at the wrong place, or without a number: 0
        self.unsealed: list[int] = []
        self.stripped: list[int] = []  # those that once were sealed
        self.restored: list[int] = []  # here triggers that were missing were put back
        self._last, self._adopted = 0, set[str]()

    @property
    def first_bad(self) -> int | None:
        """The seq of the first entry that is missing or does not fit; None if all follow from each other."""
        found = [*self.altered, *self.unlinked, *self.stripped, *self.misplaced, *(first for first, _ in self.gaps)]
        return min(found, default=None)

    @property
    def outside_now(self) -> int:
        """How many entries were made outside the plugin and were not adopted since."""
        return self.outside - len(self._adopted)

    def add(self, entry: Row) -> None:
        """Look at the next entry."""
        seq = seq_of(entry)
        self.entries += 1
        self._count_origin(entry)
        if entry["action"] == RESTORED:
            self.restored.append(seq)
        if seq > self._last:
            if seq > self._last + 1:
                self.gaps.append((self._last + 1, seq - 1))
            self._last = seq
        else:
            self.misplaced.append(seq)
        self.heads.see(seq, entry["hash"])
        if entry["hash"] is None:
            self.unsealed.append(seq)
            if entry.get("origin") is not None or entry["previous_hash"] is not None:
                self.stripped.append(seq)
        else:
            self._check(seq, entry)
            self.head = Head(seq, str(entry["hash"]))

    def _check(self, seq: int, entry: Row) -> None:
        if entry["hash"] != digest(entry):
            self.altered.append(seq)
        elif entry["previous_hash"] != self.head.hash:
            self.unlinked.append(seq)
        elif self.unsealed and self.unsealed[-1] > self.head.seq:
            self.unlinked.append(seq)  # sealed past entries without a seal, which the plugin never does

    def _count_origin(self, entry: Row) -> None:
        self.records_all = self.records_all or entry.get("origin") is not None
        if entry.get("origin") == OUTSIDE or entry["hash"] is None:
            self.outside += 1
        elif entry.get("origin") == ADOPTION:
            self._adopted.add(str(entry["row_id"]))
