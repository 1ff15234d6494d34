"""Chainages of the points of a data frame as columns, for processing large tables in parts."""

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
    """Return the position of each point on the corridor: one row per point, on the same index, with COLUMNS.

    chainage_m: geodesic metres along the line from its upstream end; offset_m from the line; side: left, right or
    on_line, looking downstream. A row without a point has NaN and no side.

    Raises:
        SitesWithoutCrs: the points have no CRS.
        NotTransformable: a point is outside the domain of the CRS.
    """
    if points.crs is None:
        raise SitesWithoutCrs()
    geometry = points.geometry.to_numpy()
    has_point = (shapely.get_type_id(geometry) == shapely.GeometryType.POINT) & ~shapely.is_empty(geometry)
    xy = np.column_stack([shapely.get_x(geometry[has_point]), shapely.get_y(geometry[has_point])])
    found = locate(corridor, to_lonlat(xy, points.crs, WHAT))
    empty = {"chainage_m": np.nan, "offset_m": np.nan, "side": None}
    table: pd.DataFrame = pd.DataFrame(empty, index=points.index).astype(COLUMNS)
    table.loc[has_point, "chainage_m"] = downstream_m(corridor, found.station_m)
    table.loc[has_point, "offset_m"] = found.offset_m
    table.loc[has_point, "side"] = found.side
    return table
