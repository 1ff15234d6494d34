"""Parses angles and pairs of angles: decimal degrees, degrees and minutes, DMS, with signs, letters or words.

Text that can be read in two ways is refused rather than guessed: a date or a time of day is not a pair of angles.
"""

from __future__ import annotations

import re

from yalu_plugin.core.importing.notations.coordinate_spelling import folded_signs
from yalu_plugin.core.importing.notations.coordinate_types import (
    LATITUDE,
    LONGITUDE,
    AmbiguousCoordinate,
    Angle,
    CoordinateError,
    EmptyCoordinate,
    HalfCoordinate,
    UnreadableCoordinate,
    WrittenPosition,
    WrongAxis,
)

MAX_LENGTH = 200  # characters of a text that can be an angle or a pair
_AXES = {"N": LATITUDE, "S": LATITUDE, "Φ": LATITUDE, "E": LONGITUDE, "W": LONGITUDE, "Λ": LONGITUDE}
_NUMBER = re.compile(r"\s*([+-]?\d{1,3}\.\d{1,17})\s*")
_TOKEN = re.compile(
    r"(?P<number>\d+(?:\.\d+)?|(?<![\d.])\.\d+)|(?P<unit>[°'\"])|(?P<letter>[NSEW])|(?P<axis>[ΦΛ])|(?P<sign>[+-])"
    r"|(?P<comma>[,;/|#])|(?P<space>\s+)")
_UNIT_PLACE = {"°": 0, "'": 1, '"': 2}
_TRUE_DEGREES = 180  # a larger number in front of minutes is a year or a count
_DAYS = 31  # 25-07-30 may be a date and 12:30 a time, unless a number is too large
_PACKED = (  # 412440N 1281112E, 4124.667,N: degrees of two digits before N and S, of three before E and W
    re.compile(r"(?<!\d)(?<!\d[.,])(?P<d>\d\d)(?P<m>\d\d)(?P<s>\d\d)?(?P<f>\.\d+)? ?,? ?(?P<letter>[NS])"),
    re.compile(r"(?<!\d)(?<!\d[.,])(?P<d>\d{3})(?P<m>\d\d)(?P<s>\d\d)?(?P<f>\.\d+)? ?,? ?(?P<letter>[EW])"),
    re.compile(r"(?P<letter>[NS]) ?(?P<d>\d\d)(?P<m>\d\d)(?P<s>\d\d)?(?P<f>\.\d+)?(?![\d.°]|,\d)"),
    re.compile(r"(?P<letter>[EW]) ?(?P<d>\d{3})(?P<m>\d\d)(?P<s>\d\d)?(?P<f>\.\d+)?(?![\d.°]|,\d)"),
)
_DOTTED = re.compile(r"(?<![\d.])(\d{1,3})\.(\d{1,2})\.(\d{1,2}(?:\.\d+)?)(?= ?[NSEW])")  # 41.24.40N
_ALTITUDE = re.compile(r"-?\d{1,4}(?:\.\d+)? ?(?:M|METRES|METERS)?")
_Token = tuple[str, str]  # kind, text


def read_angle(text: str) -> Angle:
    """Return one angle as written, not checked against its axis: the caller may look for swapped columns.

    Raises EmptyCoordinate, UnreadableCoordinate or AmbiguousCoordinate.
    """
    plain = _NUMBER.fullmatch(text)
    if plain:  # what most files hold
        return Angle(float(plain[1]), None)
    folded = _fold(text)
    return _angle(_tokens(re.sub(r"(?<=\d),(?=\d)", ".", folded), text), text)


def read_pair(text: str) -> WrittenPosition:
    """Return two angles: latitude, longitude if letters show which is which, else in the order written.

    Raises the errors of read_angle, HalfCoordinate and WrongAxis.
    """
    folded = _without_altitude(_fold(text))
    if re.fullmatch(r"\d+ ?[-:/] ?\d+", folded):  # 30/07, 12:30
        raise AmbiguousCoordinate(text=text)
    halves = _halves(_split_decimals(folded, text), text)
    _refuse_days_and_times(halves, folded, text)
    first, second = (_angle(half, text) for half in halves)
    if {first.axis, second.axis} not in ({None}, {LATITUDE, LONGITUDE}):
        raise WrongAxis(text=text)
    if first.axis == LONGITUDE:
        first, second = second, first
    return WrittenPosition(first.degrees, second.degrees, order_known=first.axis is not None)


def _fold(text: str) -> str:
    if len(text) > MAX_LENGTH:
        raise UnreadableCoordinate(text=text)
    folded = folded_signs(text).strip("()[] ").lstrip("'").rstrip(".,; ")
    if not folded:
        raise (UnreadableCoordinate if text.strip() else EmptyCoordinate)(text=text)
    for packed in _PACKED:
        folded = packed.sub(_unpacked, folded)
    folded = _DOTTED.sub(r"\1 \2 \3", folded)
    folded = re.sub(r"([ΦΛ]) ?[:=] ?", r"\1 ", folded)
    return re.sub(r"(?<=[NSEW]) - | - (?=[NSEWΦΛ])", ", ", folded)  # a dash next to a letter is not a minus sign


def _unpacked(match: re.Match[str]) -> str:
    degrees, minutes, seconds, fraction, letter = match.group("d", "m", "s", "f", "letter")
    fraction = fraction or ""
    written = f"{degrees}°{minutes}'{seconds}{fraction}\"" if seconds else f"{degrees}°{minutes}{fraction}'"
    return written + letter if match.start("letter") > match.start("d") else letter + written


def _without_altitude(folded: str) -> str:
    """Remove the altitude that follows two numbers with decimal points: 41.41, 128.18, 712."""
    for between in (r"[,;]", " "):
        parts = re.split(between, folded)
        if len(parts) == 3 and all("." in part for part in parts[:2]) and _ALTITUDE.fullmatch(parts[2].strip()):
            return f"{parts[0]}, {parts[1]}"
    return folded


def _split_decimals(folded: str, text: str) -> list[_Token]:
    """Split a pair into tokens, deciding whether a comma between digits is a decimal comma or separates the two."""
    tight = re.findall(r"(?<=\d),(?=\d)", folded)
    parted_otherwise = re.search(r"[;|/°'\"NSEWΦΛ]|\d\s+[+-]?\d", folded)
    if not tight or "." in folded or (len(tight) == 1 and not parted_otherwise):
        return _tokens(folded, text)
    if len(tight) > 2:
        raise AmbiguousCoordinate(text=text)
    decimal = _tokens(re.sub(r"(?<=\d),(?=\d)", ".", folded), text)
    try:
        for half in _halves(decimal, text):
            _angle(half, text)
    except CoordinateError:
        return _tokens(folded, text)
    return decimal


def _tokens(folded: str, text: str) -> list[_Token]:
    """Split into tokens, without blanks. A hyphen or colon inside 41-24-40 or 41:24:40 only separates the numbers."""
    signed = folded.startswith(("+", "-"))
    folded = re.sub(r"(?<=\d):(?=\d)", " ", folded)
    between = r"\.\d+[°'\"]?(?:-\d|\s+-\s+\d)" if not signed else r"\d[°'\"]?\s+-\s+\d"
    if re.search(between, folded):  # 41.41-128.18, 41.41 - 128.18: a dash between, or a minus sign
        raise AmbiguousCoordinate(text=text)
    if not signed:
        folded = re.sub(r"(?<![\d.])(\d+)-(?=\d)", r"\1 ", folded)
    tokens: list[_Token] = []
    at = 0
    while at < len(folded):
        match = _TOKEN.match(folded, at)
        if match is None:
            raise UnreadableCoordinate(text=text)
        if match.lastgroup != "space":
            tokens.append((match.lastgroup or "", match.group()))
        at = match.end()
    return tokens


def _halves(tokens: list[_Token], text: str) -> tuple[list[_Token], list[_Token]]:
    """Return the first and the second angle: split at a comma, letters, labels, signs, units, or in the middle."""
    commas = [i for i, (kind, _) in enumerate(tokens) if kind == "comma"]
    if len(commas) > 1:
        raise AmbiguousCoordinate(text=text)
    if commas:
        return _parted(tokens[:commas[0]], tokens[commas[0] + 1:], text)
    numbers = [i for i, (kind, _) in enumerate(tokens) if kind == "number"]
    if len(numbers) < 2:
        raise (HalfCoordinate if numbers else UnreadableCoordinate)(text=text)
    cut = _cut(tokens, numbers)
    if cut is None:
        raise HalfCoordinate(text=text)
    return _parted(tokens[:cut], tokens[cut:], text)


def _cut(tokens: list[_Token], numbers: list[int]) -> int | None:
    """Return the index where the second angle begins, in tokens without a comma."""
    signs = [i for i, (kind, _) in enumerate(tokens) if kind == "sign" and i > numbers[0]]
    degrees = [i for i in numbers if tokens[i + 1:i + 2] == [("unit", "°")]]
    for marks in ("axis", "letter"):
        places = [i for i, (kind, _) in enumerate(tokens) if kind == marks]
        if len(places) == 2:
            return places[1] if places[0] < numbers[0] else places[0] + 1
    if len(signs) == 1:
        return signs[0]
    if len(degrees) == 2:
        return degrees[1]
    if len(numbers) in (2, 4, 6) and not degrees:
        return numbers[len(numbers) // 2]
    return None


def _parted(first: list[_Token], second: list[_Token], text: str) -> tuple[list[_Token], list[_Token]]:
    if not first or not second:
        raise HalfCoordinate(text=text)
    return first, second


def _refuse_days_and_times(halves: tuple[list[_Token], list[_Token]], folded: str, text: str) -> None:
    """Raise AmbiguousCoordinate for what may be a date or a time: parts need a large number, letters or units."""
    if any(kind in ("letter", "axis", "unit") for half in halves for kind, _ in half):
        return
    numbers = [[token for kind, token in half if kind == "number"] for half in halves]
    if all(len(half) == 1 for half in numbers):
        return
    if ("-" in folded and ":" in folded) or all(float(half[0]) <= _DAYS for half in numbers if half):
        raise AmbiguousCoordinate(text=text)


def _angle(tokens: list[_Token], text: str) -> Angle:
    """Return the angle of tokens like: label? letter? sign? number unit? (number unit?)* letter? label?"""
    labels = [_AXES[token] for kind, token in tokens if kind == "axis"]
    tokens = [token for token in tokens if token[0] != "axis"]
    letters = [token for kind, token in tokens if kind == "letter"]
    signs = [token for kind, token in tokens if kind == "sign"]
    shape = "".join(kind[0] for kind, _ in tokens)  # l(etter) s(ign) n(umber) u(nit) c(omma)
    if not re.fullmatch(r"(l?s?|sl)(nu?){1,3}l?", shape) or len(letters) > 1 or len(labels) > 1:
        raise UnreadableCoordinate(text=text)
    if letters and "-" in signs:
        raise AmbiguousCoordinate(text=text)
    if letters and labels and _AXES[letters[0]] != labels[0]:
        raise WrongAxis(text=text)
    size = _size(tokens, text)
    negative = "-" in signs or (bool(letters) and letters[0] in "SW")
    axis = _AXES[letters[0]] if letters else labels[0] if labels else None
    return Angle(-size if negative else size, axis)


def _size(tokens: list[_Token], text: str) -> float:
    """Return degrees without sign; units must be in order (no minutes before degrees), minutes and seconds below 60."""
    numbers: list[str] = []
    for kind, token in tokens:
        if kind == "number":
            numbers.append(token)
        elif kind == "unit" and _UNIT_PLACE[token] != len(numbers) - 1:
            raise UnreadableCoordinate(text=text)
    degrees, minutes, seconds = (*map(float, numbers), 0.0, 0.0)[:3]
    whole = not any("." in number for number in numbers[:-1])
    if not whole or minutes >= 60 or seconds >= 60 or (len(numbers) > 1 and degrees > _TRUE_DEGREES):
        raise UnreadableCoordinate(text=text)
    return degrees + minutes / 60 + seconds / 3600
