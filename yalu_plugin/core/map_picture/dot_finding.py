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
from scipy import ndimage
from scipy.spatial import cKDTree

from yalu_plugin.core.map_picture.dot import Area, Dot
from yalu_plugin.core.map_picture.dot_sample import DotLook, membership
from yalu_plugin.core.map_picture.dot_tracing import ANGLES
from yalu_plugin.core.map_picture.matched_filter import matches
from yalu_plugin.core.work_progress import Progress, no_progress

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from yalu_plugin.core.map_picture.dot_sample import Numbers, Pixels

RADIUS = 9.0  # pixels of a dot while it is searched: the picture is scaled to that
TILE = 450  # pixels of that scale
SMOOTH = 1.1  # pixels: standard deviation that gradients are taken with
EDGE = 0.37  # least share of the outline that must have an edge: half of it, less what blur costs
FILL = 0.42  # least share of the inside that must have the colour
FILL_OF_EDGE = 0.72  # the inside is filled as far as the outline is seen: a ring, as of the letter O, is none
PURE = 0.85  # least purity of what is seen: a dot has its colour or is covered, a shadow has half of the colour
CORE = 0.75  # of the radius, where purity is measured: the edge of a dot is blurred
NEW = 0.36  # least share of a dot's area whose colour no dot found before it explains
WELL_SEEN = 0.47  # share of the outline; of a dot of which less is seen, ...
GOES_ON, AROUND = 0.12, 1.6  # ... the colour does not go on outside: share of what is up to so many radii away
THIN = 0.33  # of the radius: text and lines less than twice as wide are no part of a dot
BLOCK = 1.6  # radii: a patch with room for a circle of that radius is no dot, nor several
SOLID = 0.93  # least fill of a dot on which nothing is drawn
CUT = 0.6  # least fill of a dot that a number does not cut into patches
BRIDGE = 0.25  # of the radius: half of the width of a number's strokes
BLUR = 2.0  # pixels: how far the edge of a dot reaches beyond where its colour is certain
BESIDE = 0.1  # of the radius: places of one dot that two tiles find differ by less
APART = 0.5  # of the radius: two dots nearer to each other are one


class _Template(NamedTuple):
    """The ideal dot at the scale of the search: its mask, the inner part of it, what is around, and the gradients."""
    mask: Numbers
    core: Numbers
    around: Numbers
    by_row: Numbers
    by_column: Numbers


def find_dots(pixels: Pixels, looks: Sequence[DotLook], area: Area | None = None, progress: Progress = no_progress
              ) -> list[Dot]:
    """Return the dots of each look within an area of the picture, or on all of it, from left to right."""
    height, width = pixels.shape[:2]
    left, top, right, bottom = area or (0, 0, width, height)
    left, top = max(0, math.floor(left)), max(0, math.floor(top))
    part = pixels[top:max(top, math.ceil(bottom)), left:max(left, math.ceil(right))]
    dots: list[Dot] = []
    for at, look in enumerate(looks):
        found: list[Dot] = []
        for share, tile_row, tile_column, tile in _tiles(part, look):
            progress((at + share) / len(looks))
            found += [dot._replace(column=dot.column + left + tile_column, row=dot.row + top + tile_row)
                      for dot in tile]
        dots += _once(found)
    progress(1.0)
    return sorted(dots, key=lambda dot: (dot.column, dot.row))


def _once(dots: Sequence[Dot]) -> list[Dot]:
    """Return the dots without those that the next tile has found again on the edge of both."""
    tree = cKDTree(np.array([(dot.column, dot.row) for dot in dots]).reshape(-1, 2))
    again = {max(pair) for dot in dots[:1] for pair in tree.query_pairs(APART * dot.radius)}
    return [dot for at, dot in enumerate(dots) if at not in again]


def _tiles(part: Pixels, look: DotLook) -> Iterator[tuple[float, int, int, list[Dot]]]:
    """Yield the share done, the place of a tile, and the dots whose centre is in it or just beside it: two tiles find
    a dot on their edge at slightly different places, and each would leave it to the other.
    """
    scale = RADIUS / look.radius
    size, margin = max(1, round(TILE / scale)), math.ceil(3 * look.radius)
    template, (height, width) = _template(look, scale), part.shape[:2]
    beside = BESIDE * look.radius
    starts = [(row, column) for row in range(0, height, size) for column in range(0, width, size)]
    for number, (row, column) in enumerate(starts):
        top, left = max(0, row - margin), max(0, column - margin)
        alike = membership(part[top:row + size + margin, left:column + size + margin], look.colour, look.within)
        found = _find(alike, look, scale, template) if (alike > 0.5).any() else []
        inside = [dot._replace(row=dot.row + top - row, column=dot.column + left - column) for dot in found]
        yield number / len(starts), row, column, [
            dot for dot in inside if -beside <= dot.row < size + beside and -beside <= dot.column < size + beside]


def _template(look: DotLook, scale: float) -> _Template:
    reach = math.ceil(max(AROUND, 1 + 3 * SMOOTH / RADIUS) * scale * max(look.outline)) + 1
    rows, columns = np.mgrid[-reach:reach + 1, -reach:reach + 1].astype(float)
    turn = np.mod(np.arctan2(rows, columns), 2 * np.pi) * ANGLES / (2 * np.pi)
    outline = scale * np.interp(turn, np.arange(ANGLES + 1), [*look.outline, look.outline[0]])
    away = np.hypot(rows, columns)
    mask = np.clip(outline - away + 0.5, 0.0, 1.0)
    around = np.clip(AROUND * outline - away + 0.5, 0.0, 1.0) - np.clip(outline + BLUR - away + 0.5, 0.0, 1.0)
    return _Template(mask, np.clip(CORE * outline - away + 0.5, 0.0, 1.0), around, *_gradients(mask))


def _gradients(mask: Numbers) -> tuple[Numbers, Numbers]:
    return (ndimage.gaussian_filter(mask, SMOOTH, order=(1, 0), mode="nearest"),
            ndimage.gaussian_filter(mask, SMOOTH, order=(0, 1), mode="nearest"))


def _find(alike: Numbers, look: DotLook, scale: float, template: _Template) -> list[Dot]:
    """Return the dots on one tile, in its pixels."""
    scaled = _only_dots(_scaled(alike, scale), look, template)
    rows, columns = (np.flatnonzero(scaled.any(axis=axis)) for axis in (1, 0))
    if not len(rows):
        return []
    reach = template.mask.shape[0] // 2
    top, left = max(0, rows[0] - reach), max(0, columns[0] - reach)
    scaled = scaled[top:rows[-1] + reach + 1, left:columns[-1] + reach + 1]
    found = _choose(scaled, *_shares(scaled, look, template), look, template)
    return [Dot(look.kind, (column + left + 0.5) / scale, (row + top + 0.5) / scale, look.radius, min(1.0, share))
            for row, column, share in found]


def _shares(scaled: Numbers, look: DotLook, template: _Template) -> tuple[Numbers, Numbers]:
    """Return for each pixel which share of a dot's outline has an edge if the dot is there, and of its inside the
    colour. Where the colour is not pure, the share of the outline is 0.
    """
    by_row, by_column = _gradients(scaled)
    whole = (template.by_row ** 2 + template.by_column ** 2).sum()
    edge = matches((by_row, template.by_row), (by_column, template.by_column)) / whole
    purity = matches((scaled ** 2, template.core)) / np.maximum(matches((scaled, template.core)), 1.0)
    edge[purity < PURE * _filled(look)] = 0.0
    return edge, matches((scaled, template.mask)) / (template.mask.sum() * _filled(look))


def _scaled(alike: Numbers, scale: float) -> Numbers:
    """Return the tile with dots of RADIUS; pixel centres are half a pixel from the edge in both."""
    smooth = ndimage.gaussian_filter(alike, 0.4 / scale) if scale < 1 else alike
    shape = [max(1, round(length * scale)) for length in alike.shape]
    return np.asarray(ndimage.affine_transform(smooth, np.diag([1 / scale] * 2), offset=0.5 / scale - 0.5,
                                               output_shape=shape, order=1, mode="nearest"))


def _only_dots(scaled: Numbers, look: DotLook, template: _Template) -> Numbers:
    """Return the tile without blocks, text and lines; the number on a dot is filled first."""
    if look.fill < SOLID:
        scaled = np.where(_bridged(scaled >= 0.5, look, template), 1.0, scaled)
    depth = _depth(scaled >= 0.5)
    thick = depth > THIN * RADIUS
    inside = depth > BLOCK * RADIUS
    if inside.any():
        block = _depth(~inside) <= BLOCK * RADIUS + 1
        scaled, thick = np.where(block, 0.0, scaled), thick & ~block
    if not thick.any():
        return np.zeros_like(scaled)
    return np.where(_depth(~thick) <= THIN * RADIUS + BLUR, scaled, 0.0)


def _filled(look: DotLook) -> float:
    """Return the share of a dot that has its colour once its number is filled."""
    return look.fill if look.fill >= SOLID else 1.0


def _bridged(has_colour: NDArray[np.bool_], look: DotLook, template: _Template) -> NDArray[np.bool_]:
    """Return the tile with the holes closed that a number leaves in a dot, and the gaps if it is a large number."""
    closed = has_colour
    if look.fill < CUT:
        closed = closed | (_depth(_depth(~has_colour) <= BRIDGE * RADIUS) > BRIDGE * RADIUS)
    holes, count = ndimage.label(ndimage.binary_fill_holes(closed) & ~closed)
    small = np.bincount(holes.ravel(), minlength=count + 1) <= template.mask.sum()
    return np.asarray(closed | ((holes > 0) & small[holes]))


def _depth(flags: NDArray[np.bool_]) -> Numbers:
    """Return for each pixel that is set how far the nearest one is that is not: infinite if there is none."""
    return np.full(flags.shape, np.inf) if flags.all() else np.asarray(ndimage.distance_transform_edt(flags))


def _choose(scaled: Numbers, edge: Numbers, fill: Numbers, look: DotLook, template: _Template
            ) -> list[tuple[float, float, float]]:
    """Return row, column and visible share of the dots, the clearest first; each explains colour of its own."""
    peaks = (edge == ndimage.maximum_filter(edge, 2 * round(APART * RADIUS / 2) + 1)) & (edge >= EDGE)
    peaks &= (fill >= FILL) & (fill >= FILL_OF_EDGE * edge)
    (rows, columns), reach = np.nonzero(peaks), template.mask.shape[0] // 2
    least = NEW * _filled(look) * template.mask.sum()
    free = np.pad(scaled, reach)  # the colour that no dot found so far explains
    chosen: list[tuple[int, int]] = []
    for at in np.argsort(-(edge * np.minimum(fill, 1.0))[rows, columns], kind="stable"):
        row, column = int(rows[at]), int(columns[at])
        around = free[row:row + 2 * reach + 1, column:column + 2 * reach + 1]
        if (around * template.mask).sum() < least:
            continue
        around *= 1 - template.mask
        chosen.append((row, column))
    around = matches((free[reach:-reach, reach:-reach], template.around)) / template.around.sum()
    return [(*_top_of_peak(edge, row, column), float(edge[row, column])) for row, column in chosen
            if edge[row, column] >= WELL_SEEN or around[row, column] <= GOES_ON]


def _top_of_peak(edge: Numbers, row: int, column: int) -> tuple[float, float]:
    """Return row and column of a peak between pixels: the tops of the parabolas through its neighbours."""
    return (row + _top(edge[max(0, row - 1):row + 2, column]), column + _top(edge[row, max(0, column - 1):column + 2]))


def _top(three: Numbers) -> float:
    if len(three) < 3 or 2 * three[1] <= three[0] + three[2]:
        return 0.0
    return float(0.5 * (three[2] - three[0]) / (2 * three[1] - three[0] - three[2]))
