"""The findings of verifying a record, each as a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.survey.chain import Chain
from yalu_plugin.core.survey.sealed_record import Head
from yalu_plugin.core.survey.stored_heads import StoredHeads, head_phrase
from yalu_plugin.core.text import translatable

_EMPTY = translatable("The record is empty: all its entries were deleted.")
_SHORTENED = translatable("Its last entries are missing: {n}. The record ends at {last}, and {where} has seen {head}. "
                          "It may be an older copy.")
_REWRITTEN = translatable("It does not have {head}, which {where} has seen: work went on from an older copy, or the "
                          "record was written anew.")
_ALTERED = translatable("Entries altered after they were written: {n}, the first is entry {first}.")
_UNLINKED = translatable("Entries not sealed to the one before them: {n}, the first is entry {first}.")
_STRIPPED = translatable("Entries whose seal was taken off: {n}, the first is entry {first}.")
_MISPLACED = translatable("Entries out of order or without a number: {n}, the first is entry {first}.")
_UNREADABLE = translatable("Entries that hold no row: {n}, the first is entry {first}.")
_GAP = translatable("Entries deleted within the record: {first} to {last}.")
_UNSEALED = translatable("Entries made outside the plugin and not sealed yet: {n}, the first is entry {first}. The "
                         "next change seals them.")
_CHANGED = translatable("Rows changed without an entry in the record: {n}.")
_DELETED = translatable("Rows deleted without an entry in the record: {n}.")
_ADDED = translatable("Rows added without an entry in the record: {n}.")
_TRIGGERS = translatable("Triggers missing or altered, so that changes go unrecorded: {names}.")
_RESTORED = translatable("Triggers were missing and put back: {n} times, first at entry {first}. Changes before may be "
                         "without an entry.")
_OVERWRITTEN = translatable("Rows changed without an entry, then changed with one: {n}, the first by entry {first}.")
_STATES = translatable("Sites whose states do not follow from their observations: {n}, the first is {first}.")
_VALUES = translatable("Values that cannot be read, and count as empty: {n}. The first: {first}.")
_RECEIVED = translatable("The record received from {title} is whole. Entries: {n}.")
_RECEIVED_ALTERED = translatable("The record received from {title} was altered after it was received, or lacks "
                                 "entries: entry {first} is the first.")
_RECEIVED_COUNT = translatable("The record received from {title} has other entries than were received: {n}, not "
                               "{noted}.")
_VALUE = translatable("{table} {row_id}, {column}: “{value}”")
OF_ROWS = ("changed", "deleted", "added")  # kinds of findings: rows that differ from the record


class Finding(NamedTuple):
    """A finding. `kind` is its identifier. Where not `is_fault`, the survey still agrees with its record."""

    kind: str
    text: Phrase
    is_fault: bool = True


class UnreadableValue(NamedTuple):
    """A value in the file that does not have its column's type; `row_id` is the id in the file, or the fid."""

    table: str
    row_id: str
    column: str
    value: str

    @property
    def text(self) -> Phrase:
        """The value and where it is, as a phrase."""
        return Phrase(_VALUE, {**self._asdict(), "value": one_line(self.value, 40)})


class ReceivedRecord(NamedTuple):
    """The record of another survey as it was received: how many entries there are, and how many the record states.

    `first_bad` is the seq of the first entry that does not match its hash or the entry before it; None if all do.
    """

    title: str
    entries: int
    noted: int
    first_bad: int | None

    def finding(self) -> Finding:
        """Return what there is to say about it."""
        title = one_line(self.title, 60)
        if self.first_bad is not None:
            return Finding("received", Phrase(_RECEIVED_ALTERED, {"title": title, "first": self.first_bad}))
        if self.entries != self.noted:
            return Finding("received", Phrase(_RECEIVED_COUNT, {
                "title": title, "n": self.entries, "noted": self.noted}))
        return Finding("received_whole", Phrase(_RECEIVED, {"title": title, "n": self.entries}), is_fault=False)


class RowComparison(NamedTuple):
    """The file compared with its record: differing rows, and faults of triggers, states, values, received records."""

    changed: int = 0
    deleted: int = 0
    added: int = 0
    overwritten: Sequence[int] = ()
    unreadable: Sequence[int] = ()
    triggers: Sequence[str] = ()  # names of those that are missing or altered
    states: Sequence[str] = ()  # ids of sites
    values: Sequence[UnreadableValue] = ()
    received: Sequence[ReceivedRecord] = ()


def findings(chain: Chain, compared: RowComparison) -> list[Finding]:
    """Return all findings, those of the record itself first."""
    return [*_of_heads(chain), *_of_entries(chain, compared), *_of_rows(compared)]


def _of_heads(chain: Chain) -> list[Finding]:
    found = [] if chain.entries else [Finding("emptied", Phrase(_EMPTY))]
    last = max(chain.head.seq, chain.unsealed[-1] if chain.unsealed else 0)
    return found + of_heads(chain.heads, last)


def of_heads(heads: StoredHeads, last: int) -> list[Finding]:
    """Return the findings of stored heads, checked against all entries of a record that ends with the entry `last`.

    Neither proves that the record was tampered with: the file may be an earlier copy.
    """
    found: list[Finding] = []
    beyond = heads.beyond(last)
    if beyond:
        head = beyond[-1]
        found.append(Finding("shortened", Phrase(_SHORTENED, {
            "n": head.seq - last, "last": last, "where": head.where,
            "head": head_phrase(Head(head.seq, head.hash))})))
    lost = heads.lost(last)
    if lost:
        head = lost[0]
        found.append(Finding("rewritten", Phrase(_REWRITTEN, {
            "where": head.where, "head": head_phrase(Head(head.seq, head.hash))})))
    return found


def _of_entries(chain: Chain, compared: RowComparison) -> list[Finding]:
    found = [_counted("altered", _ALTERED, chain.altered), _counted("unlinked", _UNLINKED, chain.unlinked),
             _counted("stripped", _STRIPPED, chain.stripped),
             _counted("misplaced", _MISPLACED, chain.misplaced),
             _counted("unreadable", _UNREADABLE, compared.unreadable)]
    found += [Finding("gap", Phrase(_GAP, {"first": first, "last": last})) for first, last in chain.gaps[:3]]
    found += [_counted("unsealed", _UNSEALED, chain.unsealed, is_fault=False),
              _counted("restored", _RESTORED, chain.restored, is_fault=False)]
    return [finding for finding in found if finding is not None]


def _of_rows(compared: RowComparison) -> list[Finding]:
    found = [Finding(kind, Phrase(text, {"n": count})) for kind, text, count in (
        ("changed", _CHANGED, compared.changed), ("deleted", _DELETED, compared.deleted),
        ("added", _ADDED, compared.added)) if count]
    if compared.triggers:
        found.append(Finding("triggers", Phrase(_TRIGGERS, {"names": ", ".join(compared.triggers)})))
    more = (_counted("overwritten", _OVERWRITTEN, compared.overwritten), _counted("states", _STATES, compared.states))
    found += [finding for finding in more if finding is not None]
    if compared.values:
        found.append(Finding("values", Phrase(_VALUES, {"n": len(compared.values), "first": compared.values[0].text}),
                             is_fault=False))
    return found + [record.finding() for record in compared.received]


def _counted(kind: str, text: str, where: Sequence[object], is_fault: bool = True) -> Finding | None:
    return Finding(kind, Phrase(text, {"n": len(where), "first": where[0]}), is_fault) if where else None
