"""Finds the coordinates of a sentence, where each of them stands in it, and what speaks against them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.importing.notations.coordinate_spelling import visible
from yalu_plugin.core.importing.notations.coordinate_types import CoordinateError, WrittenPosition
from yalu_plugin.core.importing.notations.places_in_text import (
    ELSEWHERE,
    UNCERTAIN,
    Candidate,
    candidates,
    different_places,
)
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.report_text.same_length import simplified
from yalu_plugin.core.report_text.words_at_places import (
    code_word,
    is_amount,
    is_outline,
    joins_as_pair,
    joins_as_stretch,
    may_be_stretch,
    nearby_word,
)
from yalu_plugin.core.text import translatable

ROUGH = translatable("“{text}” is only given to about {km:.1f} km")
NEARBY = translatable("“{word}” stands next to “{text}”")
MAYBE_CORNERS = translatable("“{text}” may be a corner of a box")
MAYBE_AMOUNTS = translatable("“{text}” may be two numbers and no place")
MAYBE_STRETCH = translatable("“{text}” may be the end of a stretch")
_MANY_METRES = 250.0  # a coarser place gets a remark
_DEGREE_M = 111_000.0
_LEAST = 10.0  # degrees: smaller numbers without any sign are mostly amounts
_SIGNS = re.compile(  # a sentence without any of these gives no place
    r"[°º˚∘⁰˙]|://|www\.|geo:|\{\{|point ?z? ?\(|\w\+\w|[+-]\d{2,6}(?:\.\d+)?[+-]\d{3}|\d['′’ʼ]|\d ?[도度]|\blat|\blon|"
    r"위도|경도|纬度|緯度|经度|經度|широт|долгот|[сю]\. ?ш|\d ?(?:[nsew]|deg(?:rees?)?|north|south|east|west)\b|"
    r"\b[nsew][ :]?\d|\d d ?\d|\dd\d|\d{1,3}[.,٫．]\d{2,12}\D{0,60}\d{1,3}[.,٫．]\d{2}|"
    r"\d{1,2} ?[c-x] ?(?:[a-z]{2} ?|:)?\d|easting|\d[o*?\ufffd]\d|\$g[a-z]{4},",
    re.IGNORECASE)
_RUN = re.compile(r"[+-]?\d+(?:\.\d+)?")
_ANGLE = re.compile(r"[NSEWΦΛ]?[ :=]*[+-]?(\d+(?:[.,]\d+)?) ?°? ?(?:(\d+(?:\.\d+)?) ?')? ?(?:(\d+(?:\.\d+)?) ?\")?")
_BEHIND = re.compile(  # signs and words that belong to the last number
    r"(?:\s?(?:[°º˚∘′″’”'\"도분초度分秒]|degrees?\b|minutes?\b|seconds?\b|(?:north|south|east|west|[nsew]|"
    r"latitude|longitude)(?![^\W_])|[сю]\. ?ш\.?|[вз]\. ?д\.?))*")
_LETTER = re.compile(  # and to the first one
    r"(?:\b[nsew]|북위|남위|동경|서경|北纬|北緯|南纬|东经|東經|西经|lat(?:itude)?|lon(?:g(?:itude)?)?|위도|경도|纬度|经度|"
    r"широта|долгота)(?: of)?[ .:=]{0,3}$|[+-]$")


class Elsewhere(YaluError):
    """The sentence describes a place away from these coordinates, or a stretch between several."""

    template = translatable("“{text}” is only a point of reference: the sentence means another place, or a stretch.")


class MaybeNumbers(YaluError):
    """The numbers may be coordinates, and do not say so."""

    template = translatable("“{text}” may be a place or two numbers. Write it with degree signs or N and E.")


class CornerOfBox(YaluError):
    """The sentence gives the corners of an area."""

    template = translatable("“{text}” belongs to the outline of an area, which is no site.")


class MaybeCode(YaluError):
    """A code that has the form of a grid reference."""

    template = translatable("“{text}” may be a number of another kind: its sentence calls it “{word}”.")


class FoundPlace(NamedTuple):
    """Coordinates from `start` to before `end` of a sentence. Without a `place` the `error` says why it is none.

    `written` is how they are read; `doubts` are for the analyst to check.
    """

    start: int
    end: int
    written: str
    place: WrittenPosition | None
    error: YaluError | None = None
    doubts: tuple[Phrase, ...] = ()


def places_in_sentence(sentence: str) -> list[FoundPlace]:
    """Return the different coordinates of a sentence in their order; of two notations of one place the finer one."""
    if not _SIGNS.search(visible(sentence)):
        return []
    found = list(candidates(sentence))
    plain = simplified(sentence)
    others = [_likely_place(each) for each in found if each.doubt == ELSEWHERE or _maybe_place(each)]
    kept = different_places([*found, *others]) + [each for each in others if each.place is None]
    places = [place for each in kept for place in _assessed(each, sentence, plain)]
    places.sort(key=lambda place: place.start)
    return [_with_corner(place, places, sentence) for place in _stretches(places, plain)]


def _maybe_place(each: Candidate) -> bool:
    """Whether two of the uncertain numbers look like a latitude and a longitude that follow each other."""
    numbers = [float(number) for number in _RUN.findall(each.written) if "." in number]
    return each.doubt == UNCERTAIN and any(
        _LEAST <= min(abs(one), abs(other)) <= 90 < max(abs(one), abs(other)) <= 180
        for one, other in zip(numbers, numbers[1:]))


def _likely_place(each: Candidate) -> Candidate:
    """Return two uncertain numbers as a place if one has four decimals; with three they may be thousands."""
    numbers = _RUN.findall(each.written)
    decimals = sorted(len(number.partition(".")[2]) for number in numbers)
    if each.doubt != UNCERTAIN or len(numbers) != 2 or decimals[0] < 3 or decimals[1] < 4:
        return each
    return each._replace(place=WrittenPosition(float(numbers[0]), float(numbers[1]), order_known=False))


def _assessed(each: Candidate, sentence: str, plain: str) -> Iterator[FoundPlace]:
    """Yield a candidate as a place, with its doubts or the reason against it; nothing for amounts and prices."""
    start, end = _span(each.written, sentence, plain)
    before, behind, text = plain[max(0, start - 40):start], plain[end:end + 40], visible(sentence[start:end])
    unmarked = _is_unmarked(each)
    if unmarked and is_amount(before, behind):
        return
    code = code_word(before)
    error: YaluError | None = None
    if each.place is None:
        error = Elsewhere(text=text) if each.doubt == ELSEWHERE else MaybeNumbers(text=text)
    elif is_outline(plain):
        error = CornerOfBox(text=text)
    elif code and not re.search(r"[°'\"]", each.written):
        error = MaybeCode(text=text, word=code)
    elif unmarked and each.place and max(abs(each.place.lat), abs(each.place.lon)) <= 90:
        if min(abs(each.place.lat), abs(each.place.lon)) < _LEAST:
            return
        error = MaybeNumbers(text=text)
    if error is None:
        doubts = tuple(_doubts(each, text, nearby_word(before, behind)))
        yield FoundPlace(start, end, _readable(each, text), each.place, None, doubts)
    else:
        yield FoundPlace(start, end, text, None, error)


def _is_unmarked(each: Candidate) -> bool:
    """Whether only numbers are written: no letters, labels or degree signs."""
    return re.fullmatch(r"[\d.,;/|# +-]+", each.written) is not None


def _readable(each: Candidate, text: str) -> str:
    """Return the text as it stands, if it is read as the same place, else the numbers that were read."""
    from yalu_plugin.core.importing.coordinate_parser import read_position

    for written in (text, each.written):
        try:
            if read_position(written) == each.place:
                return written
        except CoordinateError:
            continue
    return f"{each.place.lat!r}, {each.place.lon!r}" if each.place else text


def _doubts(each: Candidate, text: str, nearby: str) -> Iterator[Phrase]:
    size = _size_m(each.written)
    if size >= _MANY_METRES:
        yield Phrase(ROUGH, {"text": text, "km": size / 1000})
    if each.doubt:
        yield Phrase(MAYBE_AMOUNTS, {"text": text})
    if nearby:
        yield Phrase(NEARBY, {"word": nearby, "text": text})


def _size_m(written: str) -> float:
    """Return how many metres the last digit of degrees, minutes or seconds means; 0 for other notations."""
    half = _ANGLE.match(written)
    if half is None or not re.search(r"[NSEWΦΛ°]", written) or re.match(r"[NSEW ]*(?:\d{4}|\d+[ :-]\d+)", written):
        return 0.0
    parts = [part for part in half.groups() if part]
    _, _, decimals = parts[-1].replace(",", ".").partition(".")
    return float(_DEGREE_M / 60.0 ** (len(parts) - 1) / 10.0 ** len(decimals))


def _stretches(places: list[FoundPlace], plain: str) -> list[FoundPlace]:
    """Refuse both ends of a stretch ("A to B", "between A and B"), and mark those with only a dash between them."""
    found = list(places)
    for at in range(1, len(found)):
        one, other = found[at - 1], found[at]
        between = plain[one.end:other.start]
        refused = isinstance(one.error, Elsewhere) and (joins_as_pair(between) or may_be_stretch(between))
        if refused or joins_as_stretch(between):
            found[at - 1:at + 1] = (_as_reference(one), _as_reference(other))
        elif may_be_stretch(between):
            found[at - 1:at + 1] = (each._replace(doubts=(*each.doubts, Phrase(MAYBE_STRETCH, {"text": each.written})))
                                    for each in (one, other))
    return found


def _as_reference(place: FoundPlace) -> FoundPlace:
    return place if place.error else place._replace(place=None, error=Elsewhere(text=place.written))


def _with_corner(place: FoundPlace, places: list[FoundPlace], sentence: str) -> FoundPlace:
    """Add a doubt where four bare numbers in a row are the only places: they may be the corners of a box."""
    between = sentence[places[0].end:places[-1].start]
    bare = len(places) == 2 and all(re.fullmatch(r"[\d.,\s+-]+", each.written) for each in places)
    if place.place is None or not bare or not re.fullmatch(r"[, ]{1,3}", between):
        return place
    return place._replace(doubts=(*place.doubts, Phrase(MAYBE_CORNERS, {"text": place.written})))


def _span(written: str, sentence: str, plain: str) -> tuple[int, int]:
    """Return where a normalized notation stands in the sentence: by its digits, then with the signs around them."""
    at = plain.find(written.lower())
    if at >= 0:
        return at, at + len(written)
    where = [index for index, sign in enumerate(plain) if sign.isdigit()]
    digits = "".join(sign for sign in written if sign.isdigit())
    at = "".join(plain[index] for index in where).find(digits)
    if at < 0 or not digits:
        return 0, len(sentence)
    start, end = where[at], where[at + len(digits) - 1] + 1
    behind, before = _BEHIND.match(plain, end), _LETTER.search(plain[:start][-24:])
    return start - len(before.group() if before else ""), behind.end() if behind else end
