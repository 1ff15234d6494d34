"""Finds places in other text: a sentence, a description, several notations of one place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from yalu_plugin.core.importing.notations.angles import read_pair
from yalu_plugin.core.importing.notations.coordinate_spelling import folded_signs, visible
from yalu_plugin.core.importing.notations.coordinate_types import CoordinateError, WrittenPosition
from yalu_plugin.core.importing.notations.grid_references import read_grid
from yalu_plugin.core.importing.notations.machine_notations import read_packed
from yalu_plugin.core.importing.notations.map_links import read_link
from yalu_plugin.core.importing.notations.reference_words import is_reference
from yalu_plugin.core.importing.notations.written_geometry import read_geometry

ELSEWHERE, UNCERTAIN = "elsewhere", "uncertain"  # doubts about a candidate
MAX_LENGTH = 20_000  # characters; a longer text can hardly be about one place only
_SAME_PLACE = 0.001  # degrees by which rounding of DMS to whole seconds, and a bit more, moves a place
_WHOLE_MINUTES = 0.02
_PART = r"\d{1,3}(?:\.\d{1,17})?"
_FRACTION = r"\d{1,3}\.\d{3,17}"
_ANGLE = rf"[+-]?{_PART} ?°(?: ?{_PART} ?'(?: ?{_PART} ?\")?)?"
_OPEN_ANGLE = rf"{_PART} ?° ?{_PART} ?' ?{_PART}"  # seconds without their sign, before a letter
_LAT, _LON = "[NS]", "[EW]"
_AND = r"(?:AND|BY|X|И|UND|ET|Y|와|和|与) ?(?:A )?"
_BETWEEN = rf"(?:[ ,;/|#()]{{1,4}}(?:{_AND})?|-)"
_AXIS = r"[ΦΛ] ?(?:[:=]|OF|IS)? ?"
_SIXTIETHS = r"\d{1,3}[ :-]\d{1,2}(?:\.\d{1,12})?(?:[ :-]\d{1,2}(?:\.\d{1,12})?)?"
_DECIMAL_COMMA = r"[+-]?\d{1,3},\d{4,12} ?°?"  # not the thousands of 41,411
_WRITTEN = rf"(?:{_ANGLE}|{_FRACTION}|{_SIXTIETHS}|\d{{4,7}}(?:\.\d{{1,12}})?|{_DECIMAL_COMMA})"
_ROUGH = r"\d{1,3}\.\d{1,2}"  # only with letters next to both numbers
# Not within a longer number or word; a hyphen behind a letter is no minus sign.
_START, _END = r"(?<![0-9A-Z.+])(?<!(?<![^\W\d_])-)", r"(?! ?[\d°'\"])(?!\.\d)(?![A-Z])"
_PAIRS = re.compile("|".join((
    rf"{_START}{_LAT} ?{_WRITTEN}(?:{_BETWEEN})?{_LON} ?{_WRITTEN}{_END}",
    rf"{_START}{_LON} ?{_WRITTEN}(?:{_BETWEEN})?{_LAT} ?{_WRITTEN}{_END}",
    rf"{_START}{_ROUGH} ?{_LAT}{_BETWEEN}{_ROUGH} ?{_LON}(?![A-Z])",
    rf"{_START}(?:{_WRITTEN}|{_OPEN_ANGLE}) ?{_LAT}\.?(?: ?Φ)?(?:{_BETWEEN})?"
    rf"(?:{_WRITTEN}|{_OPEN_ANGLE}) ?{_LON}(?: ?Λ)?(?![A-Z])",
    rf"{_START}{_WRITTEN} ?Φ\.?{_BETWEEN}{_WRITTEN} ?Λ(?![A-Z])",
    rf"{_START}{_WRITTEN} ?{_LON}(?:{_BETWEEN})?{_WRITTEN} ?{_LAT}(?![A-Z])",
    rf"(?<![0-9A-Z.]){_AXIS}[+-]?{_PART}[°NS ]{{0,3}}{_BETWEEN}{_AXIS}[+-]?{_PART}(?: ?°? ?[EW](?![A-Z])|°)?{_END}",
)))
_NUMBER = r"(?:(?<![^\W\d_])[+-])?\d(?:[\d.]*\d)?"  # without the full stop of a sentence
_RUN = re.compile(rf"(?<![0-9A-Z.$€£¥₩]){_NUMBER}°?(?:(?:[ ,;/|#]{{1,3}}|\" ?[,;] ?\"){_NUMBER}°?)+")
_EXACT = re.compile(r"[+-]?\d{1,3}\.\d{4,17}")
_COARSE = re.compile(r"[+-]?\d{1,3}\.\d{2,17}")
_RESPELLED = (  # by a sign that the text has: decimal commas, 40,5" and 41,411114; 128,186804, 1,024 m, "lat": 41.4
    (",", re.compile(r"(?<=\d),(?=\d{1,6} ?['\"])"), "."),
    (",", re.compile(r"(?<![\d.,])([+-]?\d{1,3}),(\d{4,12}(?:°,? ?|[ ;/|#]{1,3}))([+-]?\d{1,3}),(\d{4,12})"
                     r"(?![\d.,]*\d)"), r"\1.\2\3.\4"),
    (",", re.compile(r"(?<=\.\d{4})(\d*)[ ,;]{1,2}\d{1,2},\d{3} ?(?:M|FT)(?![A-Z])"), r"\1"),
    ("Φ", re.compile(r"[\"']?([ΦΛ])[\"']? ?[:=] ?[\"']?([+-]?\d{1,3}(?:\.\d{1,17})?)[\"']?(?=[ ,;}\]/>]|$)"), r"\1 \2"))
_GROUPED = re.compile(r"(?<![.\d])\d{1,3},\d{3}(?!\d)")  # 1,234.5678
_MARKED = re.compile(r"(?<![0-9A-Z.])\d{1,2} ?[C-HJ-NP-X] ?"
                     r"(?:[A-HJ-NP-Z][A-HJ-NP-V] ?(?:\d{3,5} \d{3,5}|\d{6}|\d{8}|\d{10})"
                     r"|[ :,]{0,2}(?:E ?[:=]? ?)?\d{6}(?:\.\d+)?(?: ?M)?(?: ?E)?[ ,]{1,2}(?:N ?[:=]? ?)?\d{7}(?:\.\d+)?"
                     r"(?: ?M)?(?: ?N)?)(?![0-9A-Z]|\.\d)"
                     r"|(?<![0-9A-Z])[23456789CFGHJMPQRVWX]{8}\+[23456789CFGHJMPQRVWX]{2,3}(?![0-9A-Z])")
_WORDS = re.compile(rf"(?<![A-Z]){_AND}(?![A-Z])|(?<![A-Z])OF(?![A-Z])")
_PACKED = re.compile(r"\$G[A-Z]{4},[\w.,*-]{20,120}|"
                     r"\{\{ ?[^|{}]{1,40}\|[^{}]{1,400}\}\}|(?<![\w.+-])[+-]\d{2,6}(?:\.\d{1,12})?"
                     r"[+-]\d{3,7}(?:\.\d{1,12})?(?:[+-]\d{1,6}(?:\.\d{1,6})?)?(?:CRS[\w:]{1,40})?/(?!\w)")
_LINKS = re.compile(r"(?:https?://|www\.|geo:)(?:[^\s<>\"']|'(?=[\d%])){4,1000}", re.IGNORECASE)
_WKT = re.compile(r"(?<!\w)POINT ?Z? ?\( ?[-+\d. ]{3,80}\)", re.IGNORECASE)


_LETTERS = re.compile(r"(?<![A-Z])[NSEW](?![A-Z])|[ΦΛ]")  # a pair has them


class Candidate(NamedTuple):
    """A notation found in a text, in the normalized spelling, and its place.

    `doubt` is "" for an unmistakable place; ELSEWHERE if the described place is not there ("2 km west of ..."), or
    UNCERTAIN if the numbers may mean something else. These two have no place.
    """

    written: str
    place: WrittenPosition | None
    doubt: str = ""


def positions_in(text: str) -> list[WrittenPosition]:
    """Return the unmistakable places in a text, each once; none for a text that is too long.

    Of two notations of one place the one with more digits is returned. "2 km west of 41.4111, 128.1868" gives none,
    because the described place is elsewhere.
    """
    found = list(candidates(text))
    return [] if any(each.doubt for each in found) else [each.place for each in different_places(found) if each.place]


def different_places(found: Iterable[Candidate]) -> list[Candidate]:
    """Return the candidates that have a place, of several notations of one place the one with more digits."""
    different: list[Candidate] = []
    for each in found:
        if each.place is None:
            continue
        same = next((i for i, other in enumerate(different) if _same(each, other)), None)
        if same is None:
            different.append(each)
        elif _digits(each.written) > _digits(different[same].written):
            different[same] = each
    return different


def candidates(text: str) -> Iterator[Candidate]:
    """Yield each notation found; none for a text that is too long."""
    if len(text) > MAX_LENGTH:
        return
    plain = visible(text)
    lower = plain.lower()
    for signs, form, read in _MACHINE_NOTATIONS:
        if any(sign in lower for sign in signs):
            yield from _read(form, plain, read)
            plain = form.sub(" ¦ ", plain)
    folded = folded_signs(plain)
    for sign, form, spelling in _RESPELLED:
        if sign in folded:
            folded = form.sub(spelling, folded)
    for form, read_folded in ((_MARKED, read_grid), (_PAIRS, _read_words)):
        if form is _MARKED or _LETTERS.search(folded):
            yield from _read(form, folded, read_folded)
            folded = form.sub(" ¦ ", folded)
    for match in _RUN.finditer(folded):
        yield from _from_run(match, folded)


def _read(form: re.Pattern[str], text: str, read: Callable[[str], WrittenPosition | None]) -> Iterator[Candidate]:
    for match in form.finditer(text):
        try:
            place = read(match.group())
        except CoordinateError:
            continue
        if place is not None:
            away = is_reference(text, *match.span())
            yield Candidate(match.group(), None if away else place, ELSEWHERE if away else "")


def _read_link(text: str) -> WrittenPosition | None:
    """Read a link without the bracket behind it: [map](https://...)."""
    while text[-1:] in ")]}*.,;" and (text[-1] != ")" or text.count("(") < text.count(")")):
        text = text[:-1]
    return read_link(text)


def _read_words(text: str) -> WrittenPosition:
    plain = re.sub(r"(?<=[NSEWΦΛ])[.()]+|[()]", "", _WORDS.sub(" ", text))
    return read_pair(re.sub(r"(?<=[NSEW])-(?=[\dNSEW])", ", ", plain))


def _from_run(match: re.Match[str], folded: str) -> Iterator[Candidate]:
    """Yield the places of numbers between commas and blanks: those with four or more decimals, in pairs.

    A single pair may have integers and an altitude next to it; several pairs must have no other numbers.
    """
    numbers = re.findall(_NUMBER, match.group())
    exact = [i for i, number in enumerate(numbers) if _EXACT.fullmatch(number)]
    if len(exact) < 2:
        coarse = len(numbers) == 2 and all(_COARSE.fullmatch(number) for number in numbers)
        if coarse and not _GROUPED.search(match.group()):
            yield Candidate(match.group(), None, UNCERTAIN)  # it may be a second place
        return
    others = [number for i, number in enumerate(numbers) if i not in exact]
    only_pair = len(exact) == 2 == exact[1] - exact[0] + 1 and sum(number.count(".") == 1 for number in others) <= 1
    many = len(exact) % 2 == 0 and not others
    away = is_reference(folded, *match.span())
    if not (only_pair or many) or away or _GROUPED.search(match.group()):
        yield Candidate(match.group(), None, ELSEWHERE if away else UNCERTAIN)
        return
    for first, second in zip(exact[::2], exact[1::2]):
        one, other = float(numbers[first]), float(numbers[second])
        less, more = sorted((abs(one), abs(other)))
        certain = all(len(numbers[i].partition(".")[2]) >= 5 for i in exact) or (less >= 10 and more > 90)
        if less <= 90 and 10 <= more <= 180 and certain:
            yield Candidate(f"{numbers[first]} {numbers[second]}", WrittenPosition(one, other, order_known=False))


def _digits(written: str) -> int:
    return sum(sign.isdigit() for sign in written)


def _same(one: Candidate, other: Candidate) -> bool:
    """Whether two notations give the same place, where one may not show which number is the latitude."""
    if one.place is None or other.place is None:
        return False
    near = max(_WHOLE_MINUTES if "'" in each.written and not re.search(r"[\".]", each.written) else _SAME_PLACE
               for each in (one, other))
    (lat, lon), second = one.place[:2], other.place
    swapped = () if one.place.order_known and second.order_known else ((second.lon, second.lat),)
    return any(abs(lat - y) <= near and abs(lon - x) <= near for y, x in ((second.lat, second.lon), *swapped))


_MACHINE_NOTATIONS = (  # the signs of which a text has one, the form, the reader
    (("://", "www.", "geo:"), _LINKS, _read_link), (("point",), _WKT, read_geometry),
    (("{{", "$g", "/"), _PACKED, read_packed))
