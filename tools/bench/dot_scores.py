"""Dots found on a picture next to those drawn on it, for the bench of map pictures."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from tools.bench.synthetic_overview import COLOURS
from tools.synthetic_map_picture import Drawn, Picture, lone_dots
from yalu_plugin.core.map_picture.dot import Dot
from yalu_plugin.core.map_picture.dot_finding import find_dots
from yalu_plugin.core.map_picture.dot_sample import look_at
from yalu_plugin.core.map_picture.touching_dots import touching

HALF = 0.5  # of a dot: the least visible share of those that have to be found


class Score(NamedTuple):
    """What was found on one picture, or on several.

    Attributes:
        visible: dots of which at least half is visible, and `found` those of them that are found.
        false: what is found and is no dot.
        all_found: everything that is found.
        covered: the other dots, and `reported` those of them that are found or lie where dots are said to touch.
        errors: distances between dots found and drawn, in radii.
    """

    visible: int
    found: int
    false: int
    all_found: int
    covered: int
    reported: int
    errors: tuple[float, ...]

    @property
    def recall(self) -> float:
        return self.found / self.visible if self.visible else 1.0

    @property
    def precision(self) -> float:
        return 1 - self.false / self.all_found if self.all_found else 1.0


def found_dots(picture: Picture) -> list[Dot]:
    """Return the dots found after one click on one of each kind, the one that stands most alone."""
    pixels = picture.pixels()
    return find_dots(pixels, [look_at(pixels, *_click(pixels, dot, picture.radius), kind)
                              for kind, (dot,) in lone_dots(picture).items()])


def _click(pixels: np.ndarray, dot: Drawn, radius: float) -> tuple[float, float]:
    """Return where a user clicks a dot: on its colour, beside its number if it has one."""
    places = [(dot.column + part * radius * math.cos(turn), dot.row + part * radius * math.sin(turn))
              for part in (0, 0.35, 0.5, 0.65) for turn in np.linspace(0, 2 * math.pi, 16, endpoint=False)]
    return min(places, key=lambda place: np.abs(
        pixels[int(place[1]) - 1:int(place[1]) + 2, int(place[0]) - 1:int(place[0]) + 2] - np.array(COLOURS[dot.kind])
    ).max(initial=0))


def score(picture: Picture, found: Sequence[Dot]) -> Score:
    """Match dots found with those drawn, the clearest first, each at most a radius away."""
    groups, left, missed, errors = touching(found), dict(enumerate(found)), list[Drawn](), list[float]()
    for drawn in sorted(picture.dots, key=lambda dot: -dot.visible):
        away, at = min(((distance(drawn, dot), at) for at, dot in left.items() if dot.kind == drawn.kind),
                       default=(math.inf, -1))
        if away > picture.radius:
            missed.append(drawn)
            continue
        errors.append(away / picture.radius)
        del left[at]
    visible = [dot for dot in picture.dots if dot.visible >= HALF]
    lost = [dot for dot in missed if dot.visible < HALF]
    alone = [drawn for drawn in lost if not any(together > 1 and distance(drawn, dot) < 2 * picture.radius
                                                for dot, together in zip(found, groups))]
    covered = len(picture.dots) - len(visible)
    return Score(len(visible), len(visible) - (len(missed) - len(lost)), len(left), len(found), covered,
                 covered - len(alone), tuple(errors))


def total(scores: Sequence[Score]) -> Score:
    """Return the score of all pictures together."""
    return Score(*(sum(values) for values in zip(*(one[:-1] for one in scores))),
                 tuple(error for one in scores for error in one.errors))


def distance(drawn: Drawn, dot: Dot) -> float:
    """Return how far from a drawn dot one was found, in pixels."""
    return math.hypot(drawn.column - dot.column, drawn.row - dot.row)
