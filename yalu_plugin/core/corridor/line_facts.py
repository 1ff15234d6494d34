"""Facts about a line that accompany every figure measured on it: lengths depend on how detailed the line is."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import pandas as pd

from yalu_plugin.core.corridor.chainage import length_m
from yalu_plugin.core.corridor.line import Corridor
from yalu_plugin.core.corridor.measure import measure


@dataclass(frozen=True)
class LineFacts:
    """A river line in figures. length_km and spacing are geodesic (WGS 84); bridged_m is in no source."""

    name: str
    source: str
    licence: str
    attribution: str
    direction: str
    vertices: int
    length_km: float
    mean_spacing_m: float
    bridged_m: float


def describe(corridor: Corridor) -> LineFacts:
    """Return the facts about a corridor's line."""
    length = length_m(corridor)
    vertices = len(corridor.lonlat)
    return LineFacts(corridor.name, corridor.source, corridor.licence, corridor.attribution, corridor.direction,
                     vertices, length / 1000, length / (vertices - 1), corridor.bridged_m)


def compare_lines(
    sites: gpd.GeoDataFrame, corridor: Corridor, other: Corridor, datum: tuple[float, float] | None = None
) -> pd.DataFrame:
    """Measure the same sites on two lines, in order downstream on the first.

    Columns: site_id, name, chainage_km and other_chainage_km (from the same datum, downstream), difference_km
    (other less first), gap_along_km and other_gap_along_km (from the site to the next one in this table).
    A site that is farther than 5 km from one of the lines is NaN there. Raises the errors of core.corridor.measure.
    """
    columns = ["site_id", "name", "chainage_km"]
    first = measure(sites, corridor, datum)
    second = measure(sites, other, datum or first.datum)
    table: pd.DataFrame = pd.DataFrame(first.table[columns]).merge(
        pd.DataFrame(second.table[columns]), on=["site_id", "name"], how="outer", suffixes=("", "_other"))
    table = table.rename(columns={"chainage_km_other": "other_chainage_km"})
    table = table.sort_values("chainage_km", kind="stable", ignore_index=True)
    measured: pd.DataFrame = table.assign(
        difference_km=table["other_chainage_km"] - table["chainage_km"],
        gap_along_km=-table["chainage_km"].diff(-1), other_gap_along_km=-table["other_chainage_km"].diff(-1))
    return measured
