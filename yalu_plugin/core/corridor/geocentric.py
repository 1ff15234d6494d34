"""Places in three dimensions: straight distances through the Earth suffice to find the nearest place."""

from __future__ import annotations

import numpy as np

from yalu_plugin.core.corridor.lonlat import GEOD, FloatArray


def geocentric(lonlat: FloatArray) -> FloatArray:
    """Return metres from the Earth's centre (..., 3) of places on the WGS 84 ellipsoid, (..., 2) longitude, latitude.

    The straight distance of two places is never more than their geodesic distance, and less by d^3 / 24 R^2: 1 m at
    100 km.
    """
    lon, lat = np.radians(lonlat[..., 0]), np.radians(lonlat[..., 1])
    sine = np.sin(lat)
    prime_vertical = GEOD.a / np.sqrt(1 - GEOD.es * sine * sine)  # radius of curvature across the meridian
    across = prime_vertical * np.cos(lat)
    return np.stack([across * np.cos(lon), across * np.sin(lon), prime_vertical * (1 - GEOD.es) * sine], axis=-1)
