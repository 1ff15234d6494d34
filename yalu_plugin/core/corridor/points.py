"""Chainages as columns beside a frame of points: for tables of any size, a part of them at a time."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from yalu_plugin.core.corridor.chainage import downstream_m, locate
from yalu_plugin.core.corridor.line import Corridor
from yalu_plugin.core.corridor.lonlat import to_lonlat
from yalu_plugin.core.corridor.measure import WHAT
from yalu_plugin.core.corridor.measure_errors import SitesWithoutCrs

COLUMNS = {"chainage_m": "float64", "offset_m": "float64", "side": "object"}


def chainages(points: gpd.GeoDataFrame, corridor: Corridor) -> pd.DataFrame:
    """Where each point lies on the corridor: a row for each, on the same index, with COLUMNS.

    chainage_m: geodesic metres along the line from its upstream end; offset_m from the line; side: left, right or
    on_line, looking downstream. A row without a point has NaN and no side. Raises SitesWithoutCrs and NotTransformable.
    """
    if points.crs is None:
        raise SitesWithoutCrs()
    geometry = points.geometry.to_numpy()
    there = (shapely.get_type_id(geometry) == shapely.GeometryType.POINT) & ~shapely.is_empty(geometry)
    xy = np.column_stack([shapely.get_x(geometry[there]), shapely.get_y(geometry[there])])
    found = locate(corridor, to_lonlat(xy, points.crs, WHAT))
    empty = {"chainage_m": np.nan, "offset_m": np.nan, "side": None}
    table: pd.DataFrame = pd.DataFrame(empty, index=points.index).astype(COLUMNS)
    table.loc[there, "chainage_m"] = downstream_m(corridor, found.station_m)
    table.loc[there, "offset_m"] = found.offset_m
    table.loc[there, "side"] = found.side
    return table
