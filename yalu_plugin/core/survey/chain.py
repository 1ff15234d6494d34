"""Verification of a record's hash chain in one pass: entries that do not follow from the one before."""

from __future__ import annotations

from collections.abc import Iterable

from yalu_plugin.core.published import Row
from yalu_plugin.core.survey.sealed_record import ADOPTION, OUTSIDE, Head, digest, seq_of
from yalu_plugin.core.survey.stored_heads import StoredHead, StoredHeads

RESTORED = "triggers restored"  # the action of an entry without a row


class Chain:
    """Checks the entries in the order in which they were written; the lists hold the seq of the faults found.

    After a fault the check continues from the entry as it is, so that each fault is found at its own entry.
    """

    def __init__(self, heads: Iterable[StoredHead] = ()) -> None:
        self.heads = StoredHeads(heads)
        self.head = Head()  # the last sealed entry
        self.entries = self.outside = 0
        self.records_all = False  # the file itself records every change: it has version 2 or later
        self.altered: list[int] = []  # their content does not match their hash
        self.unlinked: list[int] = []  # sealed to another entry than the one before
        self.gaps: list[tuple[int, int]] = []  # first and last missing seq
        self.misplaced: list[int] = []  # at the wrong place, or without a number: 0
        self.unsealed: list[int] = []
        self.stripped: list[int] = []  # unsealed, but sealed before
        self.restored: list[int] = []  # missing triggers were restored
        self._last, self._adopted = 0, set[str]()

    @property
    def first_bad(self) -> int | None:
        """The seq of the first entry that is missing or faulty; None if the chain is intact."""
        found = [*self.altered, *self.unlinked, *self.stripped, *self.misplaced, *(first for first, _ in self.gaps)]
        return min(found, default=None)

    @property
    def outside_now(self) -> int:
        """The number of entries written outside the plugin that have not been adopted since."""
        return self.outside - len(self._adopted)

    def add(self, entry: Row) -> None:
        """Check the next entry."""
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
        self.heads.check(seq, entry["hash"])
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
            self.unlinked.append(seq)  # sealed after unsealed entries, which the plugin never does

    def _count_origin(self, entry: Row) -> None:
        self.records_all = self.records_all or entry.get("origin") is not None
        if entry.get("origin") == OUTSIDE or entry["hash"] is None:
            self.outside += 1
        elif entry.get("origin") == ADOPTION:
            self._adopted.add(str(entry["row_id"]))
