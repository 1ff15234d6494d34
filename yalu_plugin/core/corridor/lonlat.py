"""Coordinates of any CRS as WGS 84 longitude and latitude, and geodesics between them."""

from __future__ import annotations

from typing import Any, Callable, Union

import numpy as np
from numpy.typing import NDArray
from pyproj import CRS, Geod, Transformer
from pyproj.exceptions import CRSError, ProjError

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable

FloatArray = NDArray[np.float64]
AnyCrs = Union[CRS, str, int]

GEOD = Geod(ellps="WGS84")


class NotTransformable(YaluError):
    """The coordinates cannot be transformed from their CRS to WGS 84."""

    template = translatable(
        "The {what} cannot be transformed from {crs} to WGS 84. Check the layer's coordinate reference system.")


def to_lonlat(xy: FloatArray, crs: AnyCrs, what: str) -> FloatArray:
    """Transform `xy` (n, 2), x first in `crs`, to longitude and latitude in degrees, (n, 2) EPSG:4326.

    `what` names the data in the error. Longitudes are in [-180, 180].

    Raises:
        NotTransformable: the CRS is not known, or a coordinate is outside its domain.
    """
    lonlat = lonlat_where_possible(xy, crs, what)
    if not np.isfinite(lonlat).all():
        raise NotTransformable("coordinates outside the Earth", what=what, crs=_crs_name(crs))
    return lonlat


def lonlat_where_possible(xy: FloatArray, crs: AnyCrs, what: str) -> FloatArray:
    """Transform as to_lonlat does, with NaN in the rows that are outside the domain of the CRS.

    Raises:
        NotTransformable: the CRS is not known, or all rows are outside its domain.
    """
    try:
        transformer = Transformer.from_crs(CRS.from_user_input(crs), "EPSG:4326", always_xy=True)
        lon, lat = solved(transformer.transform, xy[:, 0], xy[:, 1])
    except (CRSError, ProjError) as error:
        raise NotTransformable(str(error), what=what, crs=_crs_name(crs)) from error
    lonlat: FloatArray = np.column_stack([lon, lat])
    good = np.isfinite(lonlat).all(axis=1) & (np.abs(lonlat) <= (360, 90)).all(axis=1)
    if len(good) and not good.any():
        raise NotTransformable("coordinates outside the Earth", what=what, crs=_crs_name(crs))
    lonlat[~good] = np.nan
    outside = np.abs(lonlat[:, 0]) > 180  # only these: the shift costs the others their last digit
    lonlat[outside, 0] = (lonlat[outside, 0] + 180) % 360 - 180
    return lonlat


def solved(function: Callable[..., Any], *columns: FloatArray) -> list[FloatArray]:
    """Call a function of pyproj with `columns` and return the columns of its result.

    pyproj treats an array with one item as a number, for which numpy issues a warning; so the function gets a number
    here, and its result is converted back to an array.
    """
    arguments = [column.item() if column.size == 1 else column for column in columns]
    return [np.atleast_1d(np.asarray(values, dtype=np.float64)) for values in function(*arguments)]


def geodesic(start: FloatArray, end: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return the azimuths at the start and at the end (in the direction of travel, degrees), and lengths in metres.

    `start` and `end` are (n, 2) longitude and latitude; WGS 84 ellipsoid (pyproj.Geod, after Karney 2013).
    """
    at_start, back, length = solved(GEOD.inv, start[:, 0], start[:, 1], end[:, 0], end[:, 1])
    return at_start, back + 180.0, length


def along_geodesic(
    start: FloatArray, azimuth: FloatArray, distance_m: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Return the points (n, 2) `distance_m` along the geodesics from `start` at `azimuth`, and the azimuths there."""
    lon, lat, back = solved(GEOD.fwd, start[:, 0], start[:, 1], azimuth, distance_m)
    return np.column_stack([lon, lat]), back + 180.0


def _crs_name(crs: Any) -> str:
    return crs.name if isinstance(crs, CRS) else str(crs)
