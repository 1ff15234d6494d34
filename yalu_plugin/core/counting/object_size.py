"""Length and width of an object on an image, from clicks, and their uncertainty."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians, sin, sqrt
from typing import NamedTuple

from yalu_plugin.core.requirements import need_line_packages

# Each end is within a pixel of the click: a rectangular distribution of that half-width has the standard uncertainty
# pixel / sqrt(3) (JCGM 100:2008, GUM, 4.3.7), and a distance has two ends: sqrt(2) times as much (5.1.2).
ERROR_PIXELS = sqrt(2 / 3)


class Size(NamedTuple):
    """Metres on the ground. `error_m` is the standard uncertainty of either; None if the pixel size is unknown."""

    length_m: float
    width_m: float | None
    error_m: float | None


def size_of(clicks: Sequence[tuple[float, float]], gsd_m: float | None) -> Size:
    """Return the size of an object from two or three clicks at longitude and latitude (EPSG:4326), on the ellipsoid.

    The first two are the ends of one long side. The third, on the other side, gives the width: its distance from the
    line through them. The error is ERROR_PIXELS times the ground sample distance: 0.82 pixels, one standard
    uncertainty. It does not include the picture's position error, tilt or blur.

    Raises:
        MissingPackages: a package for line calculations is not installed.
    """
    need_line_packages()
    import numpy as np

    from yalu_plugin.core.corridor.lonlat import geodesic

    start = np.array([clicks[0]] * (len(clicks) - 1), dtype=np.float64)
    azimuth, _, metres = geodesic(start, np.array(clicks[1:], dtype=np.float64))
    width = None
    if len(clicks) > 2:
        turn = radians(float(azimuth[1] - azimuth[0]))
        across, along = float(metres[1]) * sin(turn), float(metres[1]) * cos(turn)
        width = abs(across) if metres[0] > 0 else sqrt(across * across + along * along)
    return Size(float(metres[0]), width, gsd_m * ERROR_PIXELS if gsd_m else None)
