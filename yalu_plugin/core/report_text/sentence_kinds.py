"""Reads the kind of a site from the words of its sentence, and whether it is at a gate of the border fence."""

from __future__ import annotations

import re
from typing import NamedTuple

from yalu_plugin.core.importing.notations.kind_words import (
    GATE_WORDS,
    KIND_WORDS,
    MOVING_WORDS,
    PLACE_WORDS,
    TRAFFIC_WORDS,
    kind_of,
)
from yalu_plugin.core.kinds import VEHICLE
from yalu_plugin.core.report_text.same_length import simplified
from yalu_plugin.core.report_text.sentence_dates import DOUBT
from yalu_plugin.core.report_text.sentence_words import AMOUNT

_WINDOW = re.compile(rf"(?:(?:{KIND_WORDS.pattern}|{PLACE_WORDS.pattern})[ -]?)+")
_ANOTHER = re.compile(  # in front of words of a kind: they describe something next to the site, or what it has
    r"(?:\b(?:near|beside|next to|close to|opposite|behind|towards?|from|like|than|has|have|had|with|without|via|"
    r"в районе|около|рядом с|возле)\b(?: an?| the| its| several| many| some)?|[근옆]처?의?|旁的?|附近的?) ?$")
_BEHIND = re.compile(r".{0,60}?\b(?:near|beside|next to|close to|opposite|has|have|had|with|from|towards?)\b|.{60}")
_LONGEST_PHRASE = 80  # characters from smuggling or crossing to the gate
_YES = "yes"


class SentenceKind(NamedTuple):
    """The words of a kind: "" for none, with a question mark where they may be of something else and are not used.

    `guessed` if they are used and the row is to be checked, because no caption names the site so.
    """

    words: str = ""
    guessed: bool = False


class _Found(NamedTuple):
    start: int
    end: int
    words: str
    kind: str
    certain: bool
    moves: bool


def kind_in_sentence(sentence: str, start: int, end: int, name: str, since: int | None = None) -> SentenceKind:
    """Return the words that name the kind of the site at sentence[start:end]: the last ones before it, else behind it.

    In a sentence with several sites the words from `since`, where the one before it ends, are its own. Vehicles alone
    are no kind: a sentence that mentions trucks does not describe a ford.
    """
    plain = simplified(sentence)
    found = _kinds(plain)
    if not found:
        phrase = _smuggling_at_gate(plain)
        return SentenceKind(phrase, guessed=bool(phrase))
    if since is not None:
        found = [each for each in found if since <= each.start and each.end <= start] or found
    before = [each for each in found if each.end <= start]
    best = before[-1] if before else found[0]
    in_name = best.words in simplified(name)
    apart = _ANOTHER.search(plain[:best.start]) or (best.start >= end and _BEHIND.match(plain[end:best.start]))
    if len({each.kind for each in found}) > 1 or (apart and not in_name) or (best.moves and not in_name):
        return SentenceKind(best.words + DOUBT)
    return SentenceKind(best.words, guessed=not (in_name and best.certain))


def _smuggling_at_gate(plain: str) -> str:
    """Return the words of smuggling or crossing at a gate of the fence; "" for none."""
    gate, traffic = GATE_WORDS.search(plain), TRAFFIC_WORDS.search(plain)
    if gate is None or traffic is None:
        return ""
    start, end = min(gate.start(), traffic.start()), max(gate.end(), traffic.end())
    return plain[start:end] if end - start <= _LONGEST_PHRASE else ""


def gate_in_sentence(sentence: str, start: int) -> str:
    """Return "yes" if the words right before the coordinates at `start` say that a gate of the fence is there."""
    plain = simplified(sentence[:start])
    gates = list(GATE_WORDS.finditer(plain))
    at_gate = gates and re.fullmatch(r"[^\w.;]{0,6}(?:at |에서 ?)?[^\w.;]{0,3}", plain[gates[-1].end():])
    return _YES if at_gate and not _ANOTHER.search(plain[:gates[-1].start()]) else ""


def _kinds(plain: str) -> list[_Found]:
    """Return the words of kinds in a sentence: phrases that name a place, not vehicles, not counted barges."""
    amounts = [match.span() for match in AMOUNT.finditer(plain)]
    found = []
    for match in _WINDOW.finditer(plain):
        words = match.group().rstrip(" -")
        start, end = match.start(), match.start() + len(words)
        reading = kind_of(words)
        if reading is None or kind_of(_with_neighbours(plain, start, end)) is None:
            continue
        moves = not MOVING_WORDS.sub("", words).strip()
        counted = any(one < end and start < other for one, other in amounts)
        if not moves or (reading.kind != VEHICLE and not counted):
            found.append(_Found(start, end, words, reading.kind, reading.certain, moves))
    return found


def _with_neighbours(plain: str, start: int, end: int) -> str:
    """Return the words with the one before and the one behind them, which may deny them: "Ford Focus", "no ford"."""
    before = re.search(r"(?:[^\W\d_]{2,}[ -])?$", plain[:start])
    behind = re.match(r"(?:[ -][^\W\d_]{2,})?", plain[end:])
    return f"{before.group() if before else ''}{plain[start:end]}{behind.group() if behind else ''}"
