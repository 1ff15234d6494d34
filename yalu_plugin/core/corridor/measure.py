"""The measured corridor: a table of crossings in order downstream, and the length of the reach they span."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from yalu_plugin.core.corridor.chainage import downstream_m, locate
from yalu_plugin.core.corridor.counties import Reaches, county_at
from yalu_plugin.core.corridor.datum import datum_on
from yalu_plugin.core.corridor.direction import NEAR_M
from yalu_plugin.core.corridor.line import Corridor
from yalu_plugin.core.corridor.lonlat import AnyCrs, FloatArray, geodesic, lonlat_where_possible
from yalu_plugin.core.corridor.measure_errors import DuplicateSiteIds, SitesWithoutCrs
from yalu_plugin.core.importing.notations.kind_words import names_crossing, names_no_crossing

if TYPE_CHECKING:
    from numpy.typing import NDArray

WHAT = "sites"
COUNTED = ""
# Reasons why a row does not count.
OTHER_KIND, OFF_LINE, RETIRED = "other_kind", "off_line", "retired"
NO_POINT, NOT_ONE_POINT, OUTSIDE_CRS = "no_point", "not_one_point", "outside_crs"
WITHOUT_PLACE = (NO_POINT, NOT_ONE_POINT, OUTSIDE_CRS)

COLUMNS = ("site_id", "name", "kind", "chainage_km", "offset_m", "side", "gap_along_km", "gap_straight_km",
           "county", "county_certain")


@dataclass(frozen=True, eq=False)
class Measured:
    """Crossings measured on a corridor.

    table: COLUMNS and point geometry in EPSG:4326, in order downstream; chainage_km grows downstream from the
        datum; gap_* lead to the next row and are NaN in the last.
    others: the rows that do not count, with COLUMNS and `reason`: OTHER_KIND, RETIRED, OFF_LINE (farther than 5 km:
        not on this river) and those without a place. Chainage, offset and side are filled where there is a place,
        gaps and county never.
    along_km, straight_km, sinuosity: between the outermost crossings; sinuosity is NaN where these are at one place.
    datum: longitude and latitude; datum_offset_m: its distance from the line.
    """

    table: gpd.GeoDataFrame
    others: gpd.GeoDataFrame
    corridor: Corridor
    along_km: float
    straight_km: float
    sinuosity: float
    datum: tuple[float, float]
    datum_offset_m: float

    @property
    def datum_text(self) -> str:
        """The datum as latitude, longitude in degrees, WGS 84."""
        return f"{self.datum[1]:.6f}, {self.datum[0]:.6f}"

    @property
    def count(self) -> int:
        """The number of crossings measured."""
        return len(self.table)

    @property
    def left_out(self) -> int:
        """The number of rows that do not count."""
        return len(self.others)

    @property
    def not_crossings(self) -> int:
        """The number of rows left out because they are another kind of site."""
        return int((self.others["reason"] == OTHER_KIND).sum())

    @property
    def retired(self) -> int:
        """The number of rows left out because the crossing is retired."""
        return int((self.others["reason"] == RETIRED).sum())

    @property
    def without_point(self) -> int:
        """The number of rows left out because they have no usable place."""
        return int(self.others["reason"].isin(WITHOUT_PLACE).sum())

    @property
    def assumed_kinds(self) -> tuple[str, ...]:
        """The kinds counted as crossings although their names do not say so for certain, sorted."""
        return tuple(sorted(str(kind) for kind in _kinds(self.table) if kind and not names_crossing(str(kind))))

    @property
    def off_line(self) -> tuple[str, ...]:
        """The names (or ids) of crossings too far from the line, in the order of the rows given."""
        far = self.others[self.others["reason"] == OFF_LINE].sort_index()
        return tuple(far["name"].where(far["name"] != "", far["site_id"]))

    def all_rows(self) -> gpd.GeoDataFrame:
        """Return every input row with `counted` and `reason` (empty where it counts), in order downstream.

        Rows without a place come last.
        """
        counted = self.table.assign(counted=True, reason=COUNTED)
        parts = [part for part in (counted, self.others.assign(counted=False)) if len(part)] or [counted]
        rows: gpd.GeoDataFrame = pd.concat(parts, ignore_index=True).sort_values(
            "chainage_km", kind="stable", ignore_index=True)
        return rows


def measure(
    sites: gpd.GeoDataFrame, corridor: Corridor, datum: tuple[float, float] | None = None,
    reaches: Reaches | None = None,
) -> Measured:
    """Measure sites, in any CRS, along a corridor. Distances are geodesic on WGS 84.

    Crossings count. A column `crossing` (true or false, which a survey derives from its kinds) decides. Without it, a
    row whose `kind` is another kind of site of the survey, or clearly not a crossing in other lists (a bridge, a dam,
    a parking lot), does not count; without a kind, or with an unknown one, it does. Rows that are `retired` (true or
    false), rows without a point and crossings farther than 5 km from the line do not count either.
    The id is `id`, else `site_id`, else the row number. Without a datum (longitude, latitude) chainage starts at the
    Hyesan ford, or at the corridor's upstream end where the ford is farther than 5 km from it.
    Raises SitesWithoutCrs, DuplicateSiteIds, NotTransformable.
    """
    if sites.crs is None:
        raise SitesWithoutCrs()
    attributes = _attributes(sites).reset_index(drop=True)
    lonlat, reason = _places(np.asarray(sites.geometry), sites.crs)
    placed = np.isfinite(lonlat).all(axis=1)
    located = locate(corridor, lonlat[placed])
    offset_m, station_m = (_spread(values, placed) for values in (located.offset_m, located.station_m))
    reason[placed & ~_are_crossings(sites, attributes)] = OTHER_KIND
    reason[(reason == COUNTED) & _column(sites, "retired").astype(bool).to_numpy()] = RETIRED
    crossing = reason == COUNTED
    _refuse_duplicates(attributes.loc[crossing, "site_id"])
    reason[crossing & (offset_m > NEAR_M)] = OFF_LINE
    datum, datum_m, datum_offset_m = datum_on(corridor, datum)
    stations = downstream_m(corridor, station_m)
    side, points = np.full((2, len(sites)), None, dtype=object)
    side[placed], points[placed] = located.side, shapely.points(lonlat[placed])
    rows = gpd.GeoDataFrame(attributes.assign(chainage_km=(stations - datum_m) / 1000, offset_m=offset_m, side=side),
                            geometry=points, crs="EPSG:4326")
    counts = reason == COUNTED
    table = _table(rows[counts], stations[counts], reaches)
    others = rows[~counts].assign(
        gap_along_km=np.nan, gap_straight_km=np.nan, county=None, county_certain=None, reason=reason[~counts])
    along, straight = _span(table)
    return Measured(table, others[[*COLUMNS, "reason", "geometry"]], corridor, along, straight,
                    along / straight if straight > 0 else np.nan, datum, datum_offset_m)


def _attributes(sites: gpd.GeoDataFrame) -> pd.DataFrame:
    """Return site_id, name and kind of every row, as text; kind is None where it is missing."""
    number = pd.Series(np.arange(1, len(sites) + 1), index=sites.index).astype(str)
    ids = next((sites[key] for key in ("id", "site_id") if key in sites and sites[key].notna().any()), number)
    attributes: pd.DataFrame = pd.DataFrame({
        "site_id": ids.map(_text, na_action="ignore").where(ids.notna(), number),
        "name": _column(sites, "name").map(_text, na_action="ignore").fillna(""),
        "kind": _column(sites, "kind"),
    })
    return attributes


def _are_crossings(sites: gpd.GeoDataFrame, attributes: pd.DataFrame) -> NDArray[np.bool_]:
    if "crossing" in sites:
        stated: NDArray[np.bool_] = sites["crossing"].to_numpy(dtype=bool)
        return stated
    other = [kind for kind in _kinds(attributes) if names_no_crossing(str(kind))]
    inferred: NDArray[np.bool_] = ~attributes["kind"].isin(other).to_numpy()
    return inferred


def _kinds(rows: pd.DataFrame) -> list[Any]:
    """Return each kind once."""
    return list(rows["kind"].dropna().unique())


def _column(sites: gpd.GeoDataFrame, name: str) -> pd.Series[Any]:
    column: pd.Series[Any] = sites[name] if name in sites else pd.Series(None, index=sites.index, dtype=object)
    present: pd.Series[Any] = column.astype(object).where(column.notna(), None)
    return present


def _text(value: object) -> str:
    """Return an id or name as text: 3.0 is the 3 of a column in which another id is missing."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _refuse_duplicates(site_id: pd.Series[Any]) -> None:
    counts = site_id.value_counts(sort=False)
    repeated = counts[counts > 1]
    if len(repeated):
        raise DuplicateSiteIds(", ".join(map(str, repeated.index)), count=int(repeated.iloc[0]),
                               site_id=repeated.index[0])


def _places(geometry: NDArray[np.object_], crs: AnyCrs) -> tuple[FloatArray, NDArray[np.object_]]:
    """Return longitude and latitude of each row, NaN where it has no place, and the reason for that, else COUNTS.

    A multi-point with one point counts as that point. Raises NotTransformable where the CRS cannot transform any row.
    """
    single = (shapely.get_type_id(geometry) == shapely.GeometryType.MULTIPOINT) \
        & (shapely.get_num_geometries(geometry) == 1)
    points = np.where(single, shapely.get_geometry(geometry, 0), geometry)
    empty = shapely.is_missing(points) | shapely.is_empty(points)
    is_point = ~empty & (shapely.get_type_id(points) == shapely.GeometryType.POINT)
    lonlat = np.full((len(points), 2), np.nan)
    lonlat[is_point] = lonlat_where_possible(shapely.get_coordinates(points[is_point]).reshape(-1, 2), crs, WHAT)
    reason = np.full(len(points), COUNTED, dtype=object)
    reason[~np.isfinite(lonlat).all(axis=1)] = OUTSIDE_CRS
    reason[~is_point] = NOT_ONE_POINT
    reason[empty] = NO_POINT
    return lonlat, reason


def _spread(values: FloatArray, placed: NDArray[np.bool_]) -> FloatArray:
    """Return an array for all rows: `values` for those that are placed, NaN for the others."""
    spread = np.full(len(placed), np.nan)
    spread[placed] = values
    return spread


def _table(crossings: gpd.GeoDataFrame, stations: FloatArray, reaches: Reaches | None) -> gpd.GeoDataFrame:
    """Return the crossings in order downstream, with the gaps to the next one and the county."""
    county, certain = county_at(reaches, stations)
    order = np.argsort(stations, kind="stable")
    rows = crossings.iloc[order].reset_index(drop=True)
    places = shapely.get_coordinates(rows.geometry.to_numpy()).reshape(-1, 2)
    last = [np.nan][: len(order)]
    measures = {
        "gap_along_km": np.r_[np.diff(rows["chainage_km"].to_numpy()), last],
        "gap_straight_km": np.r_[geodesic(places[:-1], places[1:])[2] / 1000, last],
        "county": county[order], "county_certain": certain[order]}
    table: gpd.GeoDataFrame = rows.assign(**measures)[[*COLUMNS, "geometry"]]
    return table


def _span(table: gpd.GeoDataFrame) -> tuple[float, float]:
    """Return kilometres along the line and straight between the first and last crossing; 0 for fewer than two."""
    if len(table) < 2:
        return 0.0, 0.0
    ends = shapely.get_coordinates(table.geometry.iloc[[0, -1]].to_numpy())
    chainage = table["chainage_km"]
    return float(chainage.iloc[-1] - chainage.iloc[0]), float(geodesic(ends[:1], ends[1:])[2][0] / 1000)
