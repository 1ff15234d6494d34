"""Places in three dimensions: where only who is nearest is asked, straight through the Earth is as good."""

from __future__ import annotations

import numpy as np

from yalu_plugin.core.corridor.lonlat import GEOD, FloatArray


def geocentric(lonlat: FloatArray) -> FloatArray:
    """Metres from the Earth's centre (..., 3) of places on the WGS 84 ellipsoid, (..., 2) longitude and latitude.

    The straight distance of two is never more than their geodesic, and less by d^3 / 24 R^2: 1 m at 100 km.
    """
    lon, lat = np.radians(lonlat[..., 0]), np.radians(lonlat[..., 1])
    sine = np.sin(lat)
    prime_vertical = GEOD.a / np.sqrt(1 - GEOD.es * sine * sine)  # radius of curvature across the meridian
    across = prime_vertical * np.cos(lat)
    return np.stack([across * np.cos(lon), across * np.sin(lon), prime_vertical * (1 - GEOD.es) * sine], axis=-1)
