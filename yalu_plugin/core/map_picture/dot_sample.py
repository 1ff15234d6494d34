"""The look of one kind of dot on a picture, taken from a sample that the user clicked: its colour and outline."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy import ndimage

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]  # rows, columns, red green blue
    Numbers = NDArray[np.float64]
    Traced = tuple[NDArray[np.bool_], tuple[float, float], Numbers]

ANGLES = 64  # points of an outline, a multiple of 4
WINDOW = 140  # pixels around a click: a dot is smaller
SMALLEST = 2.0  # pixels of the radius: of a smaller dot neither place nor colour is certain
WITHIN = 48.0  # distance in red, green and blue (0 to 255 each) up to which a pixel has the colour of the sample, ...
OF_CONTRAST, LEAST, MOST = 0.4, 28.0, 100.0  # ... then this share of its distance from what is around, within limits
INSIDE, AROUND = 0.8, 1.6  # radii
STEP = 0.25  # pixels between two points of a ray


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


def look_at(pixels: Pixels, column: float, row: float, kind: str) -> DotLook:
    """Return the look of the dot at a place of the picture, in pixels from its upper left corner.

    Raises:
        NoDotHere: there is no patch of one colour, or it has no end near the place.
        DotTooSmall: its radius is less than 2 pixels.
    """
    on_column, on_row = math.floor(column), math.floor(row)
    left, top = max(0, on_column - WINDOW), max(0, on_row - WINDOW)
    window = pixels[top:max(0, on_row + WINDOW + 1), left:max(0, on_column + WINDOW + 1)].astype(float)
    at = on_row - top, on_column - left
    if not (0 <= at[0] < window.shape[0] and 0 <= at[1] < window.shape[1]):
        raise NoDotHere(column=column, row=row)
    patch = window[max(0, at[0] - 1):at[0] + 2, max(0, at[1] - 1):at[1] + 2].reshape(-1, 3)
    colour, within = np.median(patch, axis=0), WITHIN
    traced = _trace(window, colour, within, at)
    if traced is not None:  # again, with the colours of the whole dot and of what is around it
        colour, within = _colours(window, *traced)
        traced = _trace(window, colour, within, at)
    if traced is None:
        raise NoDotHere(column=column, row=row)
    blob, centre, outline = traced
    if outline.mean() < SMALLEST:
        raise DotTooSmall(column=column, row=row)
    fill = membership(window, colour, within)[_disc(blob.shape, centre, INSIDE * outline.min())].mean()
    red, green, blue = colour.tolist()
    return DotLook(kind, (red, green, blue), tuple(outline.tolist()), within, float(fill))


def _trace(window: Numbers, colour: Numbers, within: float, at: tuple[int, int]) -> Traced | None:
    """Return the patch of this colour around a pixel, its middle and its outline; None if there is none."""
    blob = _patch_of(membership(window, colour, within), at)
    if blob is None:
        return None
    centre = _middle(blob, at)
    outline = _outline(blob, centre)
    return None if outline is None else (blob, centre, outline)


def _colours(window: Numbers, blob: NDArray[np.bool_], centre: tuple[float, float], outline: Numbers
             ) -> tuple[Numbers, float]:
    """Return the colour of a dot, and within what distance from it a pixel has it, by the contrast around the dot."""
    inside = _disc(blob.shape, centre, INSIDE * outline.min()) & blob
    around = _disc(blob.shape, centre, AROUND * outline.max() + 1) & ~_disc(blob.shape, centre, outline.max() + 1)
    colour = np.asarray(np.median(window[inside if inside.any() else blob], axis=0), np.float64)
    if not around.any():
        return colour, WITHIN
    contrast = np.median(np.sqrt(((window[around] - colour) ** 2).sum(axis=-1)))
    return colour, float(np.clip(OF_CONTRAST * contrast, LEAST, MOST))


def membership(pixels: Pixels | Numbers, colour: Numbers | tuple[float, float, float], within: float) -> Numbers:
    """Return for each pixel how much it has the colour: 1 up to half of `within`, 0 beyond one and a half of it."""
    apart = np.sqrt(((pixels.astype(np.float32) - np.asarray(colour, np.float32)) ** 2).sum(axis=-1))
    return np.asarray(np.clip(1.5 - apart / within, 0.0, 1.0), np.float64)


def _patch_of(alike: Numbers, at: tuple[int, int]) -> NDArray[np.bool_] | None:
    """Return the connected pixels of the colour around a pixel; None if it has another colour."""
    labels, _ = ndimage.label(alike >= 0.5)
    return None if labels[at] == 0 else np.asarray(labels == labels[at])


def _depth(blob: NDArray[np.bool_]) -> Numbers:
    return np.asarray(ndimage.distance_transform_edt(np.pad(ndimage.binary_fill_holes(blob), 1))[1:-1, 1:-1])


def _middle(blob: NDArray[np.bool_], at: tuple[int, int]) -> tuple[float, float]:
    """Return row and column of the middle of the dot around a pixel: where a circle in it has the most room."""
    depth = _depth(blob)
    row, column = at
    while True:
        reach = max(1.5, depth[row, column])
        near = np.where(_disc(blob.shape, (row, column), reach), depth, 0.0)
        best = near.max()
        if best <= depth[row, column]:
            break
        row, column = (int(value) for value in np.unravel_index(near.argmax(), near.shape))
    alike = np.argwhere(near >= best - 0.3)  # of an even number of pixels, several are in the middle
    return float(alike[:, 0].mean()), float(alike[:, 1].mean())


def _disc(shape: tuple[int, ...], centre: tuple[float, float], radius: float) -> NDArray[np.bool_]:
    rows, columns = np.ogrid[:shape[0], :shape[1]]
    return np.asarray((rows - centre[0]) ** 2 + (columns - centre[1]) ** 2 <= radius ** 2)


def _outline(blob: NDArray[np.bool_], centre: tuple[float, float]) -> Numbers | None:
    """Return the radius by direction, the median of the four quarters: a label or a dot beside it is left out.

    None if the patch has no end in most directions.
    """
    filled = ndimage.binary_fill_holes(blob).astype(float)
    turn = 2 * np.pi * np.arange(ANGLES) / ANGLES
    steps = np.arange(0, WINDOW, STEP)
    rows, columns = centre[0] + np.outer(np.sin(turn), steps), centre[1] + np.outer(np.cos(turn), steps)
    is_out = ndimage.map_coordinates(filled, [rows, columns], order=1, mode="nearest") < 0.5
    is_out[:, -1] = True
    radii = is_out.argmax(axis=1) * STEP
    quarters = np.median(radii.reshape(4, -1), axis=0)
    return None if quarters.max() >= WINDOW - 2 * STEP else np.tile(quarters, 4)
