"""Military Grid Reference System: a place on WGS 84 as zone, square and metres, as on maps and radios.

UTM by the Krueger series to the fourth order of the flattening (C. F. F. Karney, Transverse Mercator with an accuracy
of a few nanometers, 2011): accurate to a millimetre within a zone. Letters by NGA.STND.0037 (2014), section 3.
"""

from __future__ import annotations

import cmath
import math

FLATTENING, EQUATOR_M = 1 / 298.257223563, 6_378_137.0  # WGS 84
SCALE, FALSE_EASTING_M, FALSE_NORTHING_M = 0.9996, 500_000.0, 10_000_000.0
SOUTH, NORTH = -80.0, 84.0  # degrees of latitude; UTM ends there
BANDS = "CDEFGHJKLMNPQRSTUVWXX"  # of 8 degrees each, the last of 12
COLUMNS = ("ABCDEFGH", "JKLMNPQR", "STUVWXYZ")
ROWS = "ABCDEFGHJKLMNPQRSTUV"
SQUARE_M = 100_000

_N = FLATTENING / (2 - FLATTENING)
_RADIUS_M = EQUATOR_M / (1 + _N) * (1 + _N ** 2 / 4 + _N ** 4 / 64)
_ALPHA = (_N / 2 - 2 / 3 * _N ** 2 + 5 / 16 * _N ** 3 + 41 / 180 * _N ** 4,
          13 / 48 * _N ** 2 - 3 / 5 * _N ** 3 + 557 / 1440 * _N ** 4,
          61 / 240 * _N ** 3 - 103 / 140 * _N ** 4,
          49561 / 161280 * _N ** 4)
_BETA = (_N / 2 - 2 / 3 * _N ** 2 + 37 / 96 * _N ** 3 - 1 / 360 * _N ** 4,
         1 / 48 * _N ** 2 + 1 / 15 * _N ** 3 - 437 / 1440 * _N ** 4,
         17 / 480 * _N ** 3 - 37 / 840 * _N ** 4,
         4397 / 161280 * _N ** 4)
# Conformal to geographic latitude
_DELTA = (2 * _N - 2 / 3 * _N ** 2 - 2 * _N ** 3 + 116 / 45 * _N ** 4,
          7 / 3 * _N ** 2 - 8 / 5 * _N ** 3 - 227 / 45 * _N ** 4,
          56 / 15 * _N ** 3 - 136 / 35 * _N ** 4,
          4279 / 630 * _N ** 4)


def mgrs(longitude: float, latitude: float) -> str:
    """Return the MGRS reference, to a metre, of a place in degrees on WGS 84: "52T DL 32101 84657".

    Metres are truncated, not rounded, as the standard requires. Empty beyond 80 degrees south and 84 north.
    """
    if not SOUTH <= latitude <= NORTH:
        return ""
    zone = utm_zone(longitude, latitude)
    easting, northing = utm(longitude, latitude, zone)
    column = COLUMNS[(zone - 1) % 3][int(easting // SQUARE_M) - 1]
    row = ROWS[(int(northing // SQUARE_M) + (5 if zone % 2 == 0 else 0)) % len(ROWS)]
    band = BANDS[int((latitude - SOUTH) // 8)]
    return f"{zone}{band} {column}{row} {int(easting % SQUARE_M):05} {int(northing % SQUARE_M):05}"


def utm_zone(longitude: float, latitude: float) -> int:
    """Return the UTM zone, with the exceptions of Norway (32V) and Svalbard (31X to 37X)."""
    longitude = (longitude + 180) % 360 - 180
    if 56 <= latitude < 64 and 3 <= longitude < 12:
        return 32
    if latitude >= 72 and 0 <= longitude < 42:
        return next(zone for zone, east in ((31, 9), (33, 21), (35, 33), (37, 42)) if longitude < east)
    return int((longitude + 180) // 6) + 1


def utm(longitude: float, latitude: float, zone: int) -> tuple[float, float]:
    """Return easting and northing in metres in a UTM zone of the place's own hemisphere."""
    sine, east = math.sin(math.radians(latitude)), math.radians(longitude - (6 * zone - 183))
    shape = 2 * math.sqrt(_N) / (1 + _N)
    t = math.sinh(math.atanh(sine) - shape * math.atanh(shape * sine))
    xi, eta = math.atan2(t, math.cos(east)), math.asinh(math.sin(east) / math.hypot(t, math.cos(east)))
    place = complex(xi, eta)
    place += _sines(_ALPHA, place)
    north = SCALE * _RADIUS_M * place.real
    return FALSE_EASTING_M + SCALE * _RADIUS_M * place.imag, north if latitude >= 0 else FALSE_NORTHING_M + north


def _sines(factors: tuple[float, ...], at: complex) -> complex:
    """Return the sum of factor * sin(2 j at) for j = 1, 2, ... by Clenshaw's recurrence: with two calls, not eight."""
    twice, later, last = 2 * cmath.cos(2 * at), 0j, 0j
    for factor in reversed(factors):
        last, later = factor + twice * last - later, last
    return last * cmath.sin(2 * at)


def from_utm(zone: int, easting: float, northing: float, north: bool) -> tuple[float, float]:
    """Return longitude and latitude in degrees on WGS 84 of metres in a UTM zone; `north` is the hemisphere.

    Accurate to a millimetre within a zone.
    """
    y = (northing - (0 if north else FALSE_NORTHING_M)) / SCALE / _RADIUS_M
    x = (easting - FALSE_EASTING_M) / SCALE / _RADIUS_M
    terms = tuple(enumerate(_BETA, 1))
    xi = y - sum(b * math.sin(2 * j * y) * math.cosh(2 * j * x) for j, b in terms)
    eta = x - sum(b * math.cos(2 * j * y) * math.sinh(2 * j * x) for j, b in terms)
    conformal = math.asin(math.sin(xi) / math.cosh(eta))
    latitude = conformal + sum(d * math.sin(2 * j * conformal) for j, d in enumerate(_DELTA, 1))
    longitude = 6 * zone - 183 + math.degrees(math.atan2(math.sinh(eta), math.cos(xi)))
    return (longitude + 180) % 360 - 180, math.degrees(latitude)


def from_mgrs(zone: int, band: str, square: str, easting: float, northing: float,
              size_m: float) -> tuple[float, float] | None:
    """Return longitude and latitude of the centre of an MGRS square of `size_m` metres.

    Its south-west corner is at `easting` and `northing` in the square of 100 km, "DL". None where the letters do not
    fit the zone.
    """
    columns = COLUMNS[(zone - 1) % 3]
    if not 1 <= zone <= 60 or band not in BANDS or square[0] not in columns or square[1] not in ROWS:
        return None
    east = (columns.index(square[0]) + 1) * SQUARE_M + easting + size_m / 2
    row = (ROWS.index(square[1]) - (5 if zone % 2 == 0 else 0)) % len(ROWS)
    edge = size_m / 100_000  # in degrees: the centre of a square cut by the edge of a band may be beyond it
    south = SOUTH + 8 * BANDS.index(band)
    for cycle in range(5):  # rows repeat every 2,000 km; one of them is in the band
        north = (row + cycle * len(ROWS)) * SQUARE_M + northing + size_m / 2
        longitude, latitude = from_utm(zone, east, north, north=band >= "N")
        if south - edge <= latitude <= south + (12 if band == "X" else 8) + edge:
            return longitude, latitude
    return None
