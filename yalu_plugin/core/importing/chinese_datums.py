"""The shifted datums of Chinese maps, GCJ-02 and BD-09: the shift, and the shift undone.

China's map services shift WGS 84 by a formula of polynomials and sines that was never published by those who use it but
has been public since 2010 ("Restrictions on geographic data in China" in Wikipedia describes it). GCJ-02 shifts some
hundred metres on the ellipsoid of Krasovsky 1940; BD-09 shifts GCJ-02 again. The formula has no inverse in closed form:
the place whose shift gives the coordinate is found by iteration.

The formula applies within a rectangle around China that includes Korea. Nothing outside it is shifted. A place whose
shift crosses the edge of the rectangle has no exact inverse; the edge is 700 km from the Yalu.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from math import pi, sin

from yalu_plugin.core.importing.notations.coordinate_types import BD_09, GCJ_02

WEST, EAST, SOUTH, NORTH = 72.004, 137.8347, 0.8293, 55.8271  # degrees: where the formula applies
_A, _E2 = 6_378_245.0, 0.00669342162296594323  # Krasovsky 1940: semi-major axis in metres, eccentricity squared
_ORIGIN_LON, _ORIGIN_LAT = 105.0, 35.0  # degrees: the polynomials count from here
_BD_LON, _BD_LAT = 0.0065, 0.006  # degrees that BD-09 adds
_BD_WAVES = pi * 3000.0 / 180.0  # waves of BD-09, radians for each degree
_ENOUGH = 1e-9  # degrees, a tenth of a millimetre
_MOST_STEPS = 30  # three or four are needed: the shift differs by less than 1 % between neighbouring places

LonLat = tuple[float, float]


def is_shifted_place(lon: float, lat: float) -> bool:
    """Whether the formula applies to a place, in degrees."""
    return WEST <= lon <= EAST and SOUTH <= lat <= NORTH


def shift(lon: float, lat: float, datum: str) -> LonLat:
    """Return a place in EPSG:4326 as a map in `datum` (GCJ_02 or BD_09) gives it: longitude, latitude in degrees."""
    return _FORMULAS[datum](lon, lat) if is_shifted_place(lon, lat) else (lon, lat)


def undo_shift(lon: float, lat: float, datum: str) -> LonLat:
    """Return the place in EPSG:4326 that a map in `datum` gives as this one: longitude, latitude in degrees."""
    if not is_shifted_place(lon, lat):
        return lon, lat
    formula = _FORMULAS[datum]
    true_lon, true_lat = lon, lat
    for _ in range(_MOST_STEPS):
        shifted_lon, shifted_lat = formula(true_lon, true_lat)
        east, north = lon - shifted_lon, lat - shifted_lat
        true_lon, true_lat = true_lon + east, true_lat + north
        if max(abs(east), abs(north)) < _ENOUGH:
            break
    return true_lon, true_lat


def _to_gcj_02(lon: float, lat: float) -> LonLat:
    """Add the metres of the formula, as degrees on the ellipsoid of Krasovsky."""
    east_m, north_m = _offset_m(lon - _ORIGIN_LON, lat - _ORIGIN_LAT)
    w = 1 - _E2 * sin(math.radians(lat)) ** 2
    along_meridian, across = _A * (1 - _E2) / w ** 1.5, _A / math.sqrt(w)  # radii of curvature
    east = math.degrees(east_m / (across * math.cos(math.radians(lat))))
    return lon + east, lat + math.degrees(north_m / along_meridian)


def _offset_m(x: float, y: float) -> tuple[float, float]:
    """Return how many metres east and north GCJ-02 shifts a place x and y degrees from the origin."""
    short_waves = 20 * (sin(6 * pi * x) + sin(2 * pi * x))
    east = (300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * math.sqrt(abs(x))
            + (short_waves + _long_waves(x) + 150 * sin(pi * x / 12) + 300 * sin(pi * x / 30)) * 2 / 3)
    north = (-100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * math.sqrt(abs(x))
             + (short_waves + _long_waves(y) + 160 * sin(pi * y / 12) + 320 * sin(pi * y / 30)) * 2 / 3)
    return east, north


def _long_waves(at: float) -> float:
    return 20 * sin(pi * at) + 40 * sin(pi * at / 3)


def _to_bd_09(lon: float, lat: float) -> LonLat:
    """Turn and stretch the place in GCJ-02 a little about longitude and latitude 0, and add a constant."""
    x, y = _to_gcj_02(lon, lat)
    radius = math.hypot(x, y) + 0.00002 * sin(y * _BD_WAVES)
    angle = math.atan2(y, x) + 0.000003 * math.cos(x * _BD_WAVES)
    return radius * math.cos(angle) + _BD_LON, radius * sin(angle) + _BD_LAT


_FORMULAS: dict[str, Callable[[float, float], LonLat]] = {GCJ_02: _to_gcj_02, BD_09: _to_bd_09}
