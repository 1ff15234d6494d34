"""The look of one kind of dot on a picture, taken from a sample that the user clicked: its colour and outline."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.map_picture.dot_tracing import SMALLEST, Traced, disc, trace
from yalu_plugin.core.text import translatable

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]  # rows, columns, red green blue
    Numbers = NDArray[np.float64]
    Flags = NDArray[np.bool_]

WINDOWS = 40, 140  # pixels around a click: most dots are smaller, all are
WITHIN = 48.0  # distance in red, green and blue (0 to 255 each) up to which a pixel has the colour of the sample, ...
OF_CONTRAST, LEAST, MOST = 0.4, 28.0, 100.0  # ... then this share of its distance from what is around, within limits
INSIDE, AROUND = 0.8, 1.6  # radii
PLAIN, LEAST_FILL = 0.6, 0.2  # least fill of a dot whose colour was clicked, and of one whose number was
NEAR, COARSE, MUCH = 12, 64, 0.06  # pixels around a click; step of red, green and blue; share that is much


class NoDotHere(YaluError):
    """The clicked pixel is not inside a dot of one colour."""

    template = translatable("There is no dot of one colour at pixel {column:.0f}, {row:.0f}. Click on the colour of a "
                            "dot that stands alone.")


class DotTooSmall(YaluError):
    """The sample has too few pixels."""

    template = translatable("The dot at pixel {column:.0f}, {row:.0f} is smaller than 4 pixels. Use a larger picture.")


class DotLook(NamedTuple):
    """What the dots of one kind look like.

    Attributes:
        kind: the kind of site that they stand for.
        colour: red, green and blue, 0 to 255.
        outline: radius in pixels in each of ANGLES directions, clockwise from the columns' direction.
        within: distance from the colour up to which a pixel has it.
        fill: share of the outline's area that has the colour: less than 1 if a number is drawn on the dot.
    """

    kind: str
    colour: tuple[float, float, float]
    outline: tuple[float, ...]
    within: float
    fill: float

    @property
    def radius(self) -> float:
        """The mean radius in pixels."""
        return sum(self.outline) / len(self.outline)


class _Found(NamedTuple):
    traced: Traced
    colour: Numbers
    within: float
    fill: float


def look_at(pixels: Pixels, column: float, row: float, kind: str) -> DotLook:
    """Return the look of the dot at a place of the picture, in pixels from its upper left corner.

    The place may be on a number that is drawn on the dot: then the dot is what is around it.

    Raises:
        NoDotHere: there is no patch of one colour, or it has no end near the place, or it is not like a dot.
        DotTooSmall: its radius is less than 2 pixels.
    """
    for reach in WINDOWS:
        found = _look_within(pixels, math.floor(column), math.floor(row), reach)
        if found is not None and found.traced.is_clear:
            break
    if found is None:
        raise NoDotHere(column=column, row=row)
    if found.traced.outline.mean() < SMALLEST:
        raise DotTooSmall(column=column, row=row)
    red, green, blue = found.colour.tolist()
    return DotLook(kind, (red, green, blue), tuple(found.traced.outline.tolist()), found.within, found.fill)


def _look_within(pixels: Pixels, column: int, row: int, reach: int) -> _Found | None:
    """Return the dot of the clicked colour if it is a clear one, else that of the most frequent colour around."""
    left, top = max(0, column - reach), max(0, row - reach)
    window = pixels[top:max(0, row + reach + 1), left:max(0, column + reach + 1)].astype(float)
    at = row - top, column - left
    if not (0 <= at[0] < window.shape[0] and 0 <= at[1] < window.shape[1]):
        return None
    clicked = _dot_of(window, np.median(_square(window, at, 1), axis=0), at)
    if clicked is not None and clicked.traced.is_clear and clicked.fill >= PLAIN:
        return clicked
    for colour in _colours_around(window, at):
        found = _dot_of(window, colour, at)
        if found is not None and found.traced.is_clear and found.fill >= LEAST_FILL:
            return found
    return clicked


def _square(window: Numbers, at: tuple[int, int], reach: int) -> Numbers:
    return window[max(0, at[0] - reach):at[0] + reach + 1, max(0, at[1] - reach):at[1] + reach + 1].reshape(-1, 3)


def _colours_around(window: Numbers, at: tuple[int, int]) -> list[Numbers]:
    """Return the colours of which there is much near a pixel, the most frequent first."""
    near = _square(window, at, NEAR)
    _, groups, counts = np.unique(near // COARSE, axis=0, return_inverse=True, return_counts=True)
    return [np.median(near[groups.ravel() == group], axis=0) for group in np.argsort(-counts)
            if counts[group] >= MUCH * len(near)]


def _dot_of(window: Numbers, colour: Numbers, at: tuple[int, int]) -> _Found | None:
    """Return the dot of a colour around a pixel, and its fill; None if there is none."""
    within = WITHIN
    alike = membership(window, colour, within) >= 0.5
    traced = trace(alike, at)
    if traced is not None:  # again, with the colours of the whole dot and of what is around it
        colour, within = _colours(window, alike, traced)
        traced = trace(membership(window, colour, within) >= 0.5, at)
    if traced is None:
        return None
    inside = disc(traced.blob.shape, traced.centre, INSIDE * traced.outline.min())
    return _Found(traced, colour, within, float(membership(window, colour, within)[inside].mean()))


def _colours(window: Numbers, alike: Flags, traced: Traced) -> tuple[Numbers, float]:
    """Return the colour of a dot, and within what distance from it a pixel has it, by the contrast around the dot."""
    blob, centre, outline = traced.blob, traced.centre, traced.outline
    inside = disc(blob.shape, centre, INSIDE * outline.min()) & blob & alike  # without its number
    around = disc(blob.shape, centre, AROUND * outline.max() + 1) & ~disc(blob.shape, centre, outline.max() + 1)
    colour = np.asarray(np.median(window[inside if inside.any() else blob & alike], axis=0), np.float64)
    if not around.any():
        return colour, WITHIN
    contrast = np.median(np.sqrt(((window[around] - colour) ** 2).sum(axis=-1)))
    return colour, float(np.clip(OF_CONTRAST * contrast, LEAST, MOST))


def membership(pixels: Pixels | Numbers, colour: Numbers | tuple[float, float, float], within: float) -> Numbers:
    """Return for each pixel how much it has the colour: 1 up to half of `within`, 0 beyond one and a half of it."""
    apart = np.sqrt(((pixels.astype(np.float32) - np.asarray(colour, np.float32)) ** 2).sum(axis=-1))
    return np.asarray(np.clip(1.5 - apart / within, 0.0, 1.0), np.float64)
