"""What verifying a record finds, each said in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.survey.chain import Chain
from yalu_plugin.core.survey.heads import head_phrase
from yalu_plugin.core.survey.record import Head
from yalu_plugin.core.text import translatable

_EMPTY = translatable("The record is empty: all its entries were deleted.")
_ALTERED = translatable("Altered after they were written: {n} entries, the first is {first}.")
_GAP = translatable("Missing within the record: entries {first} to {last}.")
_UNLINKED = translatable("Not sealed to the entry before them: {n} entries, the first is {first}.")
_MISPLACED = translatable("Without a number or out of order: {n} entries, the first is {first}.")
_UNREADABLE = translatable("No row can be read from {n} entries, the first is {first}.")
_SHORTENED = translatable("The last entries were deleted: the record ends at {last}, but {where} has seen {seq}.")
_REWRITTEN = translatable("The record was written anew: its entry {seq} is not the one that {where} has seen.")
_CHANGED = translatable("Changed without an entry in the record: {n} rows.")
_DELETED = translatable("Deleted without an entry in the record: {n} rows.")
_ADDED = translatable("Added without an entry in the record: {n} rows.")
_OVERWRITTEN = translatable("Changed without an entry before the record goes on: {n} rows, the first at entry {first}.")
_TRIGGERS = translatable("Triggers missing or altered, so that changes go unrecorded: {names}.")
_STATES = translatable("States that do not follow from the observations: at {n} sites, the first is {first}.")
_UNSEALED = translatable("Not sealed yet, made outside the plugin: {n} entries. The next change seals them.")


class Finding(NamedTuple):
    """`kind` is its name for programs. Where not `is_fault`, the survey is as its record says all the same."""

    kind: str
    text: Phrase
    is_fault: bool = True


class Compared(NamedTuple):
    """The file beside its record: rows that differ, and what keeps the record and the states."""

    changed: int = 0
    deleted: int = 0
    added: int = 0
    overwritten: Sequence[int] = ()
    unreadable: Sequence[int] = ()
    triggers: Sequence[str] = ()  # names of those that are missing or altered
    states: Sequence[str] = ()  # ids of sites


def findings(chain: Chain, compared: Compared) -> list[Finding]:
    """All that was found, the record itself first."""
    return [*_of_heads(chain), *_of_entries(chain, compared), *_of_rows(compared)]


def _of_heads(chain: Chain) -> list[Finding]:
    found = [] if chain.entries else [Finding("emptied", Phrase(_EMPTY))]
    last = max(chain.head.seq, chain.unsealed[-1] if chain.unsealed else 0)
    beyond = chain.heads.beyond(last)
    if beyond:
        head = beyond[-1]
        found.append(Finding("shortened", Phrase(_SHORTENED, {
            "last": last, "where": head.where, "seq": head_phrase(Head(head.seq, head.hash))})))
    if chain.heads.rewritten:
        head = chain.heads.rewritten[0]
        found.append(Finding("rewritten", Phrase(_REWRITTEN, {
            "where": head.where, "seq": head_phrase(Head(head.seq, head.hash))})))
    return found


def _of_entries(chain: Chain, compared: Compared) -> list[Finding]:
    found = [_counted("altered", _ALTERED, chain.altered), _counted("unlinked", _UNLINKED, chain.unlinked),
             _counted("misplaced", _MISPLACED, chain.misplaced),
             _counted("unreadable", _UNREADABLE, compared.unreadable)]
    found += [Finding("gap", Phrase(_GAP, {"first": first, "last": last})) for first, last in chain.gaps[:3]]
    found.append(_counted("unsealed", _UNSEALED, chain.unsealed, is_fault=False))
    return [finding for finding in found if finding is not None]


def _of_rows(compared: Compared) -> list[Finding]:
    found = [Finding(kind, Phrase(text, {"n": count})) for kind, text, count in (
        ("changed", _CHANGED, compared.changed), ("deleted", _DELETED, compared.deleted),
        ("added", _ADDED, compared.added)) if count]
    if compared.triggers:
        found.append(Finding("triggers", Phrase(_TRIGGERS, {"names": ", ".join(compared.triggers)})))
    more = (_counted("overwritten", _OVERWRITTEN, compared.overwritten), _counted("states", _STATES, compared.states))
    return [*found, *(finding for finding in more if finding is not None)]


def _counted(kind: str, text: str, where: Sequence[object], is_fault: bool = True) -> Finding | None:
    return Finding(kind, Phrase(text, {"n": len(where), "first": where[0]}), is_fault) if where else None
