"""Distances from sites to the nearest other features: bridges, a road, gates of the fence, staging areas."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from pyproj import CRS, Transformer

from yalu_plugin.core.corridor.lonlat import FloatArray, geodesic, solved
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable

LONGEST_EDGE_DEG = 0.02  # a straight edge of this many degrees is within a metre of the one in the plane
AT_IT_M = 1e-6  # nearer than this a site is at the feature


class NothingToMeasureTo(YaluError):
    """The layer has no geometry."""

    template = translatable("The layer has nothing to measure to. Choose a layer with points, lines or areas.")


def nearest_feature(sites: gpd.GeoDataFrame, features: gpd.GeoDataFrame) -> pd.DataFrame:
    """Find the feature nearest to each site, in the order of the sites; both in EPSG:4326, geometries of any kind.

    `sites` has site_id and name, as the table of core.corridor.measure.Measured; `features` may have name.
    Columns: site_id, name, feature (name, or else the index in `features`), distance_m (geodesic on WGS 84 to the
    feature's nearest point; 0 inside an area), bearing_deg (towards it, clockwise from north; NaN at 0 m).
    The nearest feature is determined in a conformal plane around the sites: of two features whose distances differ
    by less than a thousandth, either may be returned.

    Raises:
        NothingToMeasureTo: no feature has a geometry.
    """
    places = shapely.get_coordinates(sites.geometry.to_numpy()).reshape(-1, 2)
    plane = _plane_around(places if len(places) else np.zeros((1, 2)))
    shapes = _projected(shapely.segmentize(features.geometry.to_numpy(), LONGEST_EDGE_DEG), plane)
    usable = np.flatnonzero(~(shapely.is_missing(shapes) | shapely.is_empty(shapes)))
    if not len(usable):
        raise NothingToMeasureTo()
    points = _projected(sites.geometry.to_numpy(), plane)
    nearest = usable[shapely.STRtree(shapes[usable]).query_nearest(points, all_matches=False)[1]]
    ends = shapely.get_coordinates(shapely.shortest_line(points, shapes[nearest])).reshape(-1, 2, 2)[:, 1]
    bearing, _, distance = geodesic(places, _back(ends, plane))
    distance = np.where(distance < AT_IT_M, 0.0, distance)
    table: pd.DataFrame = pd.DataFrame({
        "site_id": sites["site_id"].to_numpy(), "name": sites["name"].to_numpy(),
        "feature": _labels(features)[nearest], "distance_m": distance,
        "bearing_deg": np.where(distance > 0, bearing % 360, np.nan)})
    return table


def _labels(features: gpd.GeoDataFrame) -> NDArray[np.object_]:
    """Return each feature's name, or its index where it has none."""
    index = features.index.astype(str).to_numpy(dtype=object)
    if "name" not in features:
        return index
    return np.where(features["name"].fillna("") == "", index, features["name"])


def _plane_around(lonlat: FloatArray) -> Transformer:
    """Return the transformer from longitude and latitude to a stereographic plane in metres, centred on the points."""
    lon, lat = np.radians(lonlat).T
    centre = np.degrees(np.arctan2(np.sin(lon).mean(), np.cos(lon).mean())), np.degrees(lat.mean())
    plane = CRS.from_proj4(f"+proj=stere +lon_0={centre[0]:.9f} +lat_0={centre[1]:.9f} +ellps=WGS84 +units=m")
    return Transformer.from_crs(plane.geodetic_crs, plane, always_xy=True)


def _back(flat: FloatArray, plane: Transformer) -> FloatArray:
    """Return longitude and latitude (n, 2) of points in the plane."""
    def solve(x: FloatArray, y: FloatArray) -> tuple[FloatArray, FloatArray]:
        return plane.transform(x, y, direction="INVERSE")

    return np.column_stack(solved(solve, *flat.T))


def _projected(geometry: NDArray[np.object_], plane: Transformer) -> NDArray[np.object_]:
    """Return the geometries in the plane; those that extend to the far side of the Earth are None."""
    def project(lonlat: FloatArray) -> FloatArray:
        return np.column_stack(solved(plane.transform, *lonlat.T))

    flat = shapely.force_2d(geometry)
    shapes: NDArray[np.object_] = shapely.transform(flat, project)
    coordinates, owner = shapely.get_coordinates(shapes, return_index=True)
    shapes[np.unique(owner[~np.isfinite(coordinates).all(axis=1)])] = None
    return shapes
