"""The distribution of sites along the river: density, county reaches, and the extents of groups of sites.

Each function takes the table of core.corridor.measure.Measured: sites in order downstream, EPSG:4326.
"""

from __future__ import annotations

from collections.abc import Mapping

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from yalu_plugin.core.corridor.chainage import downstream_m, length_m, locate
from yalu_plugin.core.corridor.counties import Reaches
from yalu_plugin.core.corridor.lonlat import geodesic
from yalu_plugin.core.corridor.measure import Measured

BIN_KM = 10.0
EXTENT_COLUMNS = ["group", "sites", "from_name", "to_name", "from_km", "to_km", "along_km", "straight_km"]


def density(table: gpd.GeoDataFrame, bin_km: float = BIN_KM) -> pd.DataFrame:
    """Count the sites in each stretch of `bin_km` of chainage between the outermost sites, with empty stretches.

    Stretches start at whole multiples of `bin_km` from the datum. Columns: from_km, to_km, sites.
    """
    number = np.floor(table["chainage_km"].to_numpy() / bin_km).astype(int)
    first = int(number.min()) if len(number) else 0
    counts = np.bincount(number - first)
    start = (first + np.arange(len(counts))) * bin_km
    bins: pd.DataFrame = pd.DataFrame({"from_km": start, "to_km": start + bin_km, "sites": counts})
    return bins


def per_county(measured: Measured, reaches: Reaches | None) -> pd.DataFrame:
    """Count the sites in each county reach of the south bank, in order downstream, with empty reaches.

    Columns: county (None where none is known), from_km, to_km (chainage; the line's ends close the outer reaches),
    sites, uncertain (those of them within 2 km of a break, where the county may be the next one), per_10_km.
    """
    corridor, table = measured.corridor, measured.table
    datum_m = float(downstream_m(corridor, locate(corridor, np.array([measured.datum])).station_m)[0])
    breaks = reaches.break_m if reaches else np.array([])
    ends = (np.r_[0.0, breaks, length_m(corridor)] - datum_m) / 1000
    number = np.searchsorted(ends[1:-1], table["chainage_km"].to_numpy())
    counted = {"sites": np.bincount(number, minlength=len(ends) - 1),
               "uncertain": np.bincount(number[~table["county_certain"].to_numpy(dtype=bool)],
                                        minlength=len(ends) - 1)}
    rows: pd.DataFrame = pd.DataFrame({"county": list(reaches.counties) if reaches else [None],
                                       "from_km": ends[:-1], "to_km": ends[1:], **counted})
    with np.errstate(invalid="ignore"):
        rows["per_10_km"] = 10 * rows["sites"] / (rows["to_km"] - rows["from_km"])
    outside = rows["county"].isna() & (rows["sites"] == 0)  # beyond the known counties
    known: pd.DataFrame = rows[~outside].reset_index(drop=True)
    return known


def extents(table: gpd.GeoDataFrame, groups: Mapping[str, str] | None = None) -> pd.DataFrame:
    """Return the distance between the outermost sites of each group, along the river and straight.

    `groups` maps site ids to groups, such as a state at a date or a period first seen; sites without a group are
    left out. Without `groups` the kinds are the groups, after "" for all sites together. Columns: group, sites,
    from_name, to_name (outermost upstream and downstream), from_km, to_km (chainage), along_km, straight_km (0 for
    one site).
    """
    if groups is None:
        parts = [("", table), *table.groupby("kind", sort=True)]
    else:
        parts = list(table.groupby(table["site_id"].map(groups), sort=True))
    rows: pd.DataFrame = pd.DataFrame(
        [_extent(str(name), part) for name, part in parts if len(part)], columns=EXTENT_COLUMNS)
    return rows


def _extent(group: str, table: gpd.GeoDataFrame) -> dict[str, object]:
    ends = shapely.get_coordinates(table.geometry.iloc[[0, -1]].to_numpy())
    first, last = table.iloc[0], table.iloc[-1]
    return {"group": group, "sites": len(table), "from_name": first["name"] or first["site_id"],
            "to_name": last["name"] or last["site_id"], "from_km": first["chainage_km"],
            "to_km": last["chainage_km"], "along_km": last["chainage_km"] - first["chainage_km"],
            "straight_km": float(geodesic(ends[:1], ends[1:])[2][0]) / 1000}
