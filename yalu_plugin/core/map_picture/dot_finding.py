"""Finds the dots on a picture that look like a sample, by colour and outline; dots that touch are found one by one.

A dot is where the edges of its colour match the edges of the sample's outline (a matched filter on gradients), and the
inside has the colour. So a dot that is half covered, or touches others, still has half of its outline; text, lines and
patches of the same colour have not.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy import ndimage, signal

from yalu_plugin.core.map_picture.dot_sample import ANGLES, DotLook, membership
from yalu_plugin.core.work_progress import Progress, no_progress

if TYPE_CHECKING:
    from yalu_plugin.core.map_picture.dot_sample import Numbers, Pixels

RADIUS = 9.0  # pixels of a dot while it is searched: the picture is scaled to that
TILE = 900  # pixels of that scale
SMOOTH = 1.1  # pixels: standard deviation that gradients are taken with
EDGE = 0.37  # least share of the outline that must have an edge: half of it, less what blur costs
FILL = 0.36  # least share of the inside that must have the colour
FILL_OF_EDGE = 0.72  # the inside is filled as far as the outline is seen: a ring, as of the letter O, is none
PURE = 0.85  # least purity of what is seen: a dot has its colour or is covered, a shadow has half of the colour
CORE = 0.75  # of the radius, where purity is measured: the edge of a dot is blurred
NEW = 0.3  # least share of a dot's area that no dot found before it covers
THIN = 0.33  # of the radius: text and lines less than twice as wide are no part of a dot
BLOCK = 1.6  # radii: a patch with room for a circle of that radius is no dot, nor several
SOLID = 0.93  # least fill of a dot on which nothing is drawn
APART = 0.5  # of the radius: two dots nearer to each other are one

Area = tuple[float, float, float, float]  # left, top, right, bottom in pixels


class Dot(NamedTuple):
    """A dot on the picture: column and row of its centre in pixels from the upper left corner, and its radius.

    `seen` is the share of its outline that is visible; 0 for a dot that was not searched but clicked.
    """

    kind: str
    column: float
    row: float
    radius: float
    seen: float

    def scaled(self, size: float) -> Dot:
        """Return the dot on a picture with `size` times as many pixels along each side."""
        return self._replace(column=size * self.column, row=size * self.row, radius=size * self.radius)


class _Template(NamedTuple):
    """The ideal dot at the scale of the search: its mask, the inner part of it, and the gradients."""

    mask: Numbers
    core: Numbers
    by_row: Numbers
    by_column: Numbers


def find_dots(pixels: Pixels, looks: Sequence[DotLook], area: Area | None = None, progress: Progress = no_progress
              ) -> list[Dot]:
    """Return the dots of each look within an area of the picture, or on all of it, from left to right."""
    height, width = pixels.shape[:2]
    left, top, right, bottom = area or (0, 0, width, height)
    left, top = max(0, math.floor(left)), max(0, math.floor(top))
    part = pixels[top:max(top, math.ceil(bottom)), left:max(left, math.ceil(right))]
    dots = []
    for at, look in enumerate(looks):
        for share, tile_row, tile_column, tile in _tiles(part, look):
            progress((at + share) / len(looks))
            dots += [dot._replace(column=dot.column + left + tile_column, row=dot.row + top + tile_row)
                     for dot in tile]
    progress(1.0)
    return sorted(dots, key=lambda dot: (dot.column, dot.row))


def _tiles(part: Pixels, look: DotLook) -> Iterator[tuple[float, int, int, list[Dot]]]:
    """Yield the share done, the place of a tile, and the dots whose centre is in it."""
    scale = RADIUS / look.radius
    size, margin = max(1, round(TILE / scale)), math.ceil(3 * look.radius)
    template, (height, width) = _template(look, scale), part.shape[:2]
    starts = [(row, column) for row in range(0, height, size) for column in range(0, width, size)]
    for number, (row, column) in enumerate(starts):
        top, left = max(0, row - margin), max(0, column - margin)
        alike = membership(part[top:row + size + margin, left:column + size + margin], look.colour,
                           look.within)
        found = _find(alike, look, scale, template) if (alike > 0.5).any() else []
        inside = [dot._replace(row=dot.row + top - row, column=dot.column + left - column) for dot in found]
        yield number / len(starts), row, column, [
            dot for dot in inside if 0 <= dot.row < size and 0 <= dot.column < size]


def _template(look: DotLook, scale: float) -> _Template:
    reach = math.ceil(scale * max(look.outline) + 3 * SMOOTH) + 1
    rows, columns = np.mgrid[-reach:reach + 1, -reach:reach + 1].astype(float)
    turn = np.mod(np.arctan2(rows, columns), 2 * np.pi) * ANGLES / (2 * np.pi)
    outline = scale * np.interp(turn, np.arange(ANGLES + 1), [*look.outline, look.outline[0]])
    away = np.hypot(rows, columns)
    mask = np.clip(outline - away + 0.5, 0.0, 1.0)
    return _Template(mask, np.clip(CORE * outline - away + 0.5, 0.0, 1.0), *_gradients(mask))


def _gradients(mask: Numbers) -> tuple[Numbers, Numbers]:
    return (ndimage.gaussian_filter(mask, SMOOTH, order=(1, 0), mode="nearest"),
            ndimage.gaussian_filter(mask, SMOOTH, order=(0, 1), mode="nearest"))


def _find(alike: Numbers, look: DotLook, scale: float, template: _Template) -> list[Dot]:
    """Return the dots on one tile, in its pixels."""
    scaled = _only_dots(_scaled(alike, scale), look, template)
    by_row, by_column = _gradients(scaled)
    whole = (template.by_row ** 2 + template.by_column ** 2).sum()
    edge = (_matches(by_row, template.by_row) + _matches(by_column, template.by_column)) / whole
    purity = _matches(scaled ** 2, template.core) / np.maximum(_matches(scaled, template.core), 1.0)
    edge[purity < PURE * look.fill] = 0.0
    fill = _matches(scaled, template.mask) / (template.mask.sum() * look.fill)
    found = _choose(edge, fill, template.mask)
    return [Dot(look.kind, (column + 0.5) / scale, (row + 0.5) / scale, look.radius, min(1.0, share))
            for row, column, share in found]


def _matches(values: Numbers, pattern: Numbers) -> Numbers:
    """Return the sum of the products of values and pattern, for the pattern's middle on each value."""
    return np.asarray(signal.fftconvolve(values, pattern[::-1, ::-1], mode="same"))


def _scaled(alike: Numbers, scale: float) -> Numbers:
    """Return the tile with dots of RADIUS; pixel centres are half a pixel from the edge in both."""
    smooth = ndimage.gaussian_filter(alike, 0.4 / scale) if scale < 1 else alike
    shape = [max(1, round(length * scale)) for length in alike.shape]
    return np.asarray(ndimage.affine_transform(smooth, np.diag([1 / scale] * 2), offset=0.5 / scale - 0.5,
                                               output_shape=shape, order=1, mode="nearest"))


def _only_dots(scaled: Numbers, look: DotLook, template: _Template) -> Numbers:
    """Return the tile without blocks, text and lines; holes of dots that have a number on them are filled first."""
    if look.fill < SOLID:
        holes, count = ndimage.label(ndimage.binary_fill_holes(scaled >= 0.5) & (scaled < 0.5))
        small = np.bincount(holes.ravel(), minlength=count + 1) <= template.mask.sum()
        scaled = np.where((holes > 0) & small[holes], 1.0, scaled)
    inside = ndimage.distance_transform_edt(scaled >= 0.5) > BLOCK * RADIUS
    if inside.any():
        scaled = np.where(ndimage.distance_transform_edt(~inside) <= BLOCK * RADIUS + 1, 0.0, scaled)
    reach = round(THIN * RADIUS)
    rows, columns = np.ogrid[-reach:reach + 1, -reach:reach + 1]
    thick = ndimage.binary_opening(scaled >= 0.5, rows ** 2 + columns ** 2 <= (reach + 0.3) ** 2)
    return np.where(ndimage.binary_dilation(thick, iterations=2), scaled, 0.0)


def _choose(edge: Numbers, fill: Numbers, mask: Numbers) -> list[tuple[float, float, float]]:
    """Return row, column and visible share of the dots, the clearest first; each explains an area of its own."""
    peaks = (edge == ndimage.maximum_filter(edge, 2 * round(APART * RADIUS / 2) + 1)) & (edge >= EDGE)
    peaks &= (fill >= FILL) & (fill >= FILL_OF_EDGE * edge)
    rows, columns = np.nonzero(peaks)
    reach = mask.shape[0] // 2
    free = np.ones(tuple(length + 2 * reach for length in edge.shape))
    chosen = []
    for at in np.argsort(-(edge * np.minimum(fill, 1.0))[rows, columns], kind="stable"):
        row, column = int(rows[at]), int(columns[at])
        around = free[row:row + 2 * reach + 1, column:column + 2 * reach + 1]
        if (around * mask).sum() < NEW * mask.sum():
            continue
        around *= 1 - mask
        chosen.append((*_top_of_peak(edge, row, column), float(edge[row, column])))
    return chosen


def _top_of_peak(edge: Numbers, row: int, column: int) -> tuple[float, float]:
    """Return row and column of a peak between pixels: the tops of the parabolas through its neighbours."""
    return (row + _top(edge[max(0, row - 1):row + 2, column]), column + _top(edge[row, max(0, column - 1):column + 2]))


def _top(three: Numbers) -> float:
    if len(three) < 3 or 2 * three[1] <= three[0] + three[2]:
        return 0.0
    return float(0.5 * (three[2] - three[0]) / (2 * three[1] - three[0] - three[2]))
