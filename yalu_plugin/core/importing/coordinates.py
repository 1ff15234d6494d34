"""Reads coordinates as people write them: decimal degrees, degrees and minutes, DMS, in several scripts.

Everything is returned in decimal degrees as written: no CRS is assumed here and nothing is swapped.
Text that can be read in two ways is refused rather than guessed.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable

LATITUDE, LONGITUDE = "latitude", "longitude"
LIMITS = {LATITUDE: 90.0, LONGITUDE: 180.0}


class CoordinateError(YaluError):
    """A text that does not give a coordinate. Subclasses say why."""


class EmptyCoordinate(CoordinateError):
    """There is no text."""

    template = translatable("The coordinate is missing. Add it to the file.")


class UnreadableCoordinate(CoordinateError):
    """The text is not written like a coordinate."""

    template = translatable(
        "“{text}” is not a coordinate. Write it as 41.411114, 128.186804 or 41°24'40\"N 128°11'12\"E.")


class AmbiguousCoordinate(CoordinateError):
    """The text can be read in more than one way."""

    template = translatable("“{text}” can be read in more than one way. Use decimal points and one comma.")


class HalfCoordinate(CoordinateError):
    """Only one number where latitude and longitude are needed."""

    template = translatable("“{text}” gives only one of latitude and longitude. Write both.")


class WrongAxis(CoordinateError):
    """The hemisphere letters contradict the column, or each other."""

    template = translatable(
        "The letters in “{text}” do not fit latitude and longitude. Use N or S once, E or W once.")


class CoordinateOutOfRange(CoordinateError):
    """A latitude beyond 90 or a longitude beyond 180 degrees."""

    template = translatable(
        "“{text}” is not on the globe: latitude ends at 90 and longitude at 180 degrees. Correct it.")


class Angle(NamedTuple):
    """Decimal degrees as written, and the axis its hemisphere letter names (None without a letter)."""

    degrees: float
    axis: str | None


class WrittenPosition(NamedTuple):
    """A place in decimal degrees on WGS 84, not checked against the ends of the globe.

    `order_known` where the text itself says which is latitude and which longitude (letters, words, MGRS, WKT, a link);
    else the two stand in the order written. `datum` is "GCJ-02" or "BD-09" where the text is of a map that shifts its
    coordinates by some hundred metres: they are as written, not shifted back.
    """

    lat: float
    lon: float
    order_known: bool
    datum: str = ""


# Longer forms first. Signs that Unicode would fold into letters or accents are replaced before folding.
_SPELLINGS = (
    ("북위", "N"), ("남위", "S"), ("동경", "E"), ("서경", "W"),
    ("北纬", "N"), ("南纬", "S"), ("东经", "E"), ("西经", "W"),
    ("北緯", "N"), ("南緯", "S"), ("東經", "E"), ("西經", "W"), ("東経", "E"), ("西経", "W"),
    ("''", '"'), ("′′", '"'), ("’’", '"'), ("``", '"'), ("´´", '"'),
    *((sign, "°") for sign in "º˚∘⁰ᵒ˙度도"),
    *((sign, '"') for sign in "″“”„ʺ＂〃秒초"),
    *((sign, "'") for sign in "′‘’‛ʹʼ´`＇分분"),
    *((sign, "-") for sign in "−–‒－"),
    ("，", ","), ("、", ","), ("；", ";"),
)
_AXES = {"N": LATITUDE, "S": LATITUDE, "E": LONGITUDE, "W": LONGITUDE}
_TOKEN = re.compile(
    r"(?P<number>\d+(?:\.\d+)?|\.\d+)|(?P<unit>[°'\"])|(?P<letter>[NSEW])|(?P<sign>[+-])|(?P<comma>[,;/|])"
    r"|(?P<space>\s+)")
_UNIT_PLACE = {"°": 0, "'": 1, '"': 2}
_Token = tuple[str, str]  # kind, text


def read_angle(text: str) -> Angle:
    """One angle as written, not checked against its axis: the caller may look for swapped columns.

    Raises EmptyCoordinate, UnreadableCoordinate or AmbiguousCoordinate.
    """
    folded = _fold(text)
    if not folded:
        raise EmptyCoordinate()
    return _angle(_tokens(re.sub(r"(?<=\d),(?=\d)", ".", folded), text), text)


def read_position(text: str) -> WrittenPosition:
    """The place that a text gives in any notation; latitude first unless the text says otherwise.

    Not checked against the ends of the globe. Raises what read_angle raises, HalfCoordinate and WrongAxis.
    """
    folded = _fold(text)
    if not folded:
        raise EmptyCoordinate()
    halves = _halves(_split_decimals(folded, text), text)
    first, second = (_angle(half, text) for half in halves)
    if {first.axis, second.axis} not in ({None}, {LATITUDE, LONGITUDE}):
        raise WrongAxis(text=text.strip())
    if first.axis == LONGITUDE:
        first, second = second, first
    return WrittenPosition(first.degrees, second.degrees, order_known=first.axis is not None)


def positions_in(text: str) -> list[WrittenPosition]:
    """The places that stand in a sentence, where they can be nothing else; empty where there are none."""
    try:
        found = read_position(text)
    except CoordinateError:
        return []
    return [found]


def from_utm(zone: str, easting: str, northing: str) -> WrittenPosition:
    """The place of a UTM easting and northing in metres, in columns of their own; `zone` is "52T" or "52N".

    Raises CoordinateError.
    """
    raise UnreadableCoordinate(text=f"{zone} {easting} {northing}")


def from_parts(degrees: str, minutes: str = "", seconds: str = "", hemisphere: str = "") -> Angle:
    """One angle from columns of degrees, minutes, seconds and the letter or word of the hemisphere.

    Parts that are empty at the end count as 0. Raises CoordinateError.
    """
    return read_angle(f"{degrees}° {minutes or 0}' {seconds or 0}\" {hemisphere}")


def _fold(text: str) -> str:
    """One spelling for each sign: full width narrowed, primes, quotes, degree signs and words unified."""
    for spelling, plain in _SPELLINGS:
        text = text.replace(spelling, plain)
    return unicodedata.normalize("NFKC", text).upper().strip().strip("()[]").strip()


def _split_decimals(folded: str, text: str) -> list[_Token]:
    """Tokens of a pair, deciding whether a comma between digits is a decimal comma or parts the two."""
    tight = re.findall(r"(?<=\d),(?=\d)", folded)
    parted_otherwise = re.search(r"[;|/°'\"NSEW]|\d\s+[+-]?\d", folded)
    if not tight or "." in folded or (len(tight) == 1 and not parted_otherwise):
        return _tokens(folded, text)
    if len(tight) > 2:
        raise AmbiguousCoordinate(text=text.strip())
    decimal = _tokens(re.sub(r"(?<=\d),(?=\d)", ".", folded), text)
    try:
        halves = _halves(decimal, text)
        for half in halves:
            _angle(half, text)
    except CoordinateError:
        return _tokens(folded, text)
    return decimal


def _tokens(folded: str, text: str) -> list[_Token]:
    """Tokens without blanks. A hyphen or colon inside 41-24-40 or 41:24:40 only parts the numbers."""
    signed = folded.startswith(("+", "-"))
    folded = re.sub(r"(?<=\d):(?=\d)", " ", folded)
    if not signed and re.search(r"\.\d+-\d", folded):  # 41.41-128.18: a dash between, or a minus sign
        raise AmbiguousCoordinate(text=text.strip())
    if not signed:
        folded = re.sub(r"(?<![\d.])(\d+)-(?=\d)", r"\1 ", folded)
    tokens: list[_Token] = []
    at = 0
    while at < len(folded):
        match = _TOKEN.match(folded, at)
        if match is None:
            raise UnreadableCoordinate(text=text.strip())
        if match.lastgroup != "space":
            tokens.append((match.lastgroup or "", match.group()))
        at = match.end()
    return tokens


def _halves(tokens: list[_Token], text: str) -> tuple[list[_Token], list[_Token]]:
    """The first and the second angle: parted by a comma, letters, signs, units or equal count."""
    commas = [i for i, (kind, _) in enumerate(tokens) if kind == "comma"]
    if len(commas) > 1:
        raise AmbiguousCoordinate(text=text.strip())
    if commas:
        return _parted(tokens[:commas[0]], tokens[commas[0] + 1:], text)
    numbers = [i for i, (kind, _) in enumerate(tokens) if kind == "number"]
    letters = [i for i, (kind, _) in enumerate(tokens) if kind == "letter"]
    signs = [i for i, (kind, _) in enumerate(tokens) if kind == "sign" and i > (numbers or [0])[0]]
    degrees = [i for i in numbers if tokens[i + 1:i + 2] == [("unit", "°")]]
    if len(numbers) < 2:
        raise (HalfCoordinate if numbers else UnreadableCoordinate)(text=text.strip())
    if len(letters) == 2:
        cut = letters[1] if letters[0] < numbers[0] else letters[0] + 1
    elif len(signs) == 1:
        cut = signs[0]
    elif len(degrees) == 2:
        cut = degrees[1]
    elif len(numbers) in (2, 4, 6) and not degrees:
        cut = numbers[len(numbers) // 2]
    else:
        raise HalfCoordinate(text=text.strip())
    return _parted(tokens[:cut], tokens[cut:], text)


def _parted(first: list[_Token], second: list[_Token], text: str) -> tuple[list[_Token], list[_Token]]:
    if not first or not second:
        raise HalfCoordinate(text=text.strip())
    return first, second


def _angle(tokens: list[_Token], text: str) -> Angle:
    """The angle of tokens like: letter? sign? number unit? (number unit?)* letter?"""
    unreadable = UnreadableCoordinate(text=text.strip())
    letters = [token for kind, token in tokens if kind == "letter"]
    signs = [token for kind, token in tokens if kind == "sign"]
    shape = "".join(kind[0] for kind, _ in tokens)  # l(etter) s(ign) n(umber) u(nit) c(omma)
    if not re.fullmatch(r"(l?s?|sl)(nu?){1,3}l?", shape) or len(letters) > 1:
        raise unreadable
    if letters and "-" in signs:
        raise AmbiguousCoordinate(text=text.strip())
    numbers = _numbers(tokens)
    if numbers is None:
        raise unreadable
    degrees, minutes, seconds = (*numbers, "0", "0")[:3]
    if any("." in number for number in numbers[:-1]) or float(minutes) >= 60 or float(seconds) >= 60:
        raise unreadable
    size = float(degrees) + float(minutes) / 60 + float(seconds) / 3600
    negative = "-" in signs or (bool(letters) and letters[0] in "SW")
    return Angle(-size if negative else size, _AXES[letters[0]] if letters else None)


def _numbers(tokens: list[_Token]) -> list[str] | None:
    """The numbers in order, or None if a unit stands at the wrong place (minutes before degrees, say)."""
    numbers: list[str] = []
    for kind, token in tokens:
        if kind == "number":
            numbers.append(token)
        elif kind == "unit" and _UNIT_PLACE[token] != len(numbers) - 1:
            return None
    return numbers
