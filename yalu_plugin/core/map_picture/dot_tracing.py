"""Traces the patch of one colour around a pixel: where it ends in each direction, and whether that is like a dot."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy import ndimage

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]
    Flags = NDArray[np.bool_]

ANGLES = 64  # points of an outline, a multiple of 4
SMALLEST = 2.0  # pixels of the radius: of a smaller dot neither place nor colour is certain
STEP = 0.25  # pixels between two points of a ray
BRIDGES = 0, 1, 2, 3, 4, 6, 8  # pixels: half of a gap in the colour that is tried to be bridged
LARGER = 1.8, 16.0  # times the bridge: a dot has at least and at most that radius
OFF, OFF_PIXELS = 0.15, 0.6  # of the radius, and at least: a patch that ends there agrees with the outline
CLEAR = 0.7  # least share of an outline that agrees


class Traced(NamedTuple):
    """A patch of one colour: its pixels, its middle (row, column), its outline, and how well it agrees with that."""

    blob: Flags
    centre: tuple[float, float]
    outline: Numbers
    agreement: float

    @property
    def is_clear(self) -> bool:
        """Whether it ends like a dot, and is no speck."""
        return self.agreement >= CLEAR and bool(self.outline.mean() >= SMALLEST)


def trace(alike: Flags, at: tuple[int, int]) -> Traced | None:
    """Return the patch of the colour around a pixel, its middle and its outline; None if there is none.

    A number can cut the dot into several patches: they are bridged, by as little as gives a clear outline.
    """
    best: Traced | None = None
    if not alike.any():
        return None
    for bridge in BRIDGES:
        blob = _patch_of(_closed(alike, bridge), at)
        traced = None if blob is None else _outlined(blob, at)
        if traced is None or bridge and not LARGER[0] <= traced.outline.mean() / bridge <= LARGER[1]:
            continue
        if best is None or traced.is_clear or traced.agreement > best.agreement:
            best = traced
        if best.is_clear:
            break
    return best


def _closed(alike: Flags, bridge: int) -> Flags:
    """Return the pixels with gaps of up to twice `bridge` pixels filled, and with their holes filled."""
    if bridge:
        near = np.asarray(ndimage.distance_transform_edt(~np.pad(alike, bridge + 1)) <= bridge)
        alike = (ndimage.distance_transform_edt(near) > bridge)[bridge + 1:-bridge - 1, bridge + 1:-bridge - 1] | alike
    gaps, _ = ndimage.label(~np.pad(alike, 1))
    return np.asarray((gaps != gaps[0, 0])[1:-1, 1:-1])


def _outlined(blob: Flags, at: tuple[int, int]) -> Traced | None:
    centre = _middle(blob, at)
    outline = _outline(blob, centre)
    return None if outline is None else Traced(blob, centre, *outline)


def _patch_of(alike: Flags, at: tuple[int, int]) -> Flags | None:
    """Return the connected pixels of the colour around a pixel; None if it has another colour."""
    labels, _ = ndimage.label(alike)
    return None if labels[at] == 0 else np.asarray(labels == labels[at])


def _depth(blob: Flags) -> Numbers:
    return np.asarray(ndimage.distance_transform_edt(np.pad(blob, 1))[1:-1, 1:-1])


def _middle(blob: Flags, at: tuple[int, int]) -> tuple[float, float]:
    """Return row and column of the middle of the dot around a pixel: where a circle in it has the most room."""
    depth = _depth(blob)
    row, column = at
    while True:
        reach = max(1.5, depth[row, column])
        near = np.where(disc(blob.shape, (row, column), reach), depth, 0.0)
        best = near.max()
        if best <= depth[row, column]:
            break
        row, column = (int(value) for value in np.unravel_index(near.argmax(), near.shape))
    alike = np.argwhere(near >= best - 0.3)  # of an even number of pixels, several are in the middle
    return float(alike[:, 0].mean()), float(alike[:, 1].mean())


def disc(shape: tuple[int, ...], centre: tuple[float, float], radius: float) -> Flags:
    """Return the pixels of an array that are within a radius around a row and column."""
    rows, columns = np.ogrid[:shape[0], :shape[1]]
    return np.asarray((rows - centre[0]) ** 2 + (columns - centre[1]) ** 2 <= radius ** 2)


def _outline(blob: Flags, centre: tuple[float, float]) -> tuple[Numbers, float] | None:
    """Return the radius by direction, the median of the four quarters: a label or a dot beside it is left out.

    And the share of the directions in which the patch ends there. None if it has no end in most directions.
    """
    turn = 2 * np.pi * np.arange(ANGLES) / ANGLES
    steps = np.arange(0, max(blob.shape) / 2, STEP)
    rows, columns = centre[0] + np.outer(np.sin(turn), steps), centre[1] + np.outer(np.cos(turn), steps)
    is_out = ndimage.map_coordinates(blob.astype(float), [rows, columns], order=1, mode="nearest") < 0.5
    is_out[:, -1] = True
    radii = is_out.argmax(axis=1) * STEP
    quarters = np.median(radii.reshape(4, -1), axis=0)
    if quarters.max() >= steps[-2]:
        return None
    outline = np.tile(quarters, 4)
    return outline, float((np.abs(radii - outline) <= np.maximum(OFF_PIXELS, OFF * outline)).mean())
