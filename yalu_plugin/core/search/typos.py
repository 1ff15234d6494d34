"""Names that differ from what was typed by a slip of the keyboard.

A slip is a letter too many, a missing one, another one, or two in the wrong order.
"""

from __future__ import annotations

from collections.abc import Iterator

ONE_FROM, TWO_FROM = 5, 11  # letters of a text in which one slip, or two, are accepted


def accepted_slips(wanted: str) -> int:
    """Return how many slips are accepted in a text of this length; short ones would be found everywhere."""
    return 2 if len(wanted) >= TWO_FROM else 1 if len(wanted) >= ONE_FROM else 0


def is_near(wanted: str, text: str, slips: int) -> bool:
    """Whether at most so many slips turn `wanted` into `text`."""
    if abs(len(wanted) - len(text)) > slips:
        return False
    before: list[int] = []
    row = list(range(len(text) + 1))
    for at, letter in enumerate(wanted, 1):
        earlier, before, row = before, row, [at]
        for to, other in enumerate(text, 1):
            cost = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != other))
            if at > 1 and to > 1 and letter == text[to - 2] and wanted[at - 2] == other:
                cost = min(cost, earlier[to - 2] + 1)
            row.append(cost)
        if min(row) > slips:
            return False
    return row[-1] <= slips


def certain_parts(wanted: str) -> tuple[str, str, str]:
    """Return texts of which any text with `wanted` and at most one slip contains at least one.

    They are its halves, and all of it with the letters in its middle in the other order.
    """
    half = len(wanted) // 2
    swapped = wanted[:half - 1] + wanted[half] + wanted[half - 1] + wanted[half + 1:]
    return wanted[:half], wanted[half:], swapped


def has_near_part(wanted: str, text: str) -> bool:
    """Whether at most one slip turns `wanted`, of two letters or more, into a part of `text`."""
    first, second, swapped = certain_parts(wanted)
    return (swapped in text
            or any(_starts_near(second, text[place + len(first):]) for place in _places(first, text))
            or any(_starts_near(first[::-1], text[:place][::-1]) for place in _places(second, text)))


def _places(part: str, text: str) -> Iterator[int]:
    place = text.find(part)
    while place >= 0:
        yield place
        place = text.find(part, place + 1)


def _starts_near(part: str, text: str) -> bool:
    """Whether at most one slip turns `part` into the start of `text`."""
    size = len(part)
    at = next((at for at, (one, other) in enumerate(zip(part, text)) if one != other), min(size, len(text)))
    rest, there = part[at:], text[at:size + 1]
    return (there.startswith((rest[1:], rest[1:2] + rest[:1] + rest[2:])) or there[1:].startswith((rest, rest[1:])))
