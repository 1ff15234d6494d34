"""The measured corridor: a table of crossings in order downstream, and the length of the reach they span."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from yalu_plugin.core.corridor.chainage import downstream_m, length_m, locate
from yalu_plugin.core.corridor.counties import Reaches, county_at
from yalu_plugin.core.corridor.direction import NEAR_M
from yalu_plugin.core.corridor.line import Corridor
from yalu_plugin.core.corridor.lonlat import FloatArray, geodesic, to_lonlat
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.schema import CROSSING_KINDS, SITE_KINDS
from yalu_plugin.core.text import translatable
from yalu_plugin.core.whole_file import written_whole

if TYPE_CHECKING:
    from numpy.typing import NDArray

WHAT = "sites"
OTHER_KINDS = frozenset(SITE_KINDS) - frozenset(CROSSING_KINDS)

# The sandbar ford at Hyesan, longitude and latitude, WGS 84: published by AccessDPRK on 2026-02-09 as the first
# possible crossing of the wave. Published figures are counted from it.
HYESAN_FORD = (128.186804, 41.411114)

COLUMNS = ("site_id", "name", "kind", "chainage_km", "offset_m", "side", "gap_along_km", "gap_straight_km",
           "county", "county_certain")


class SitesWithoutCrs(YaluError):
    """Points whose coordinates mean nothing without a CRS."""

    template = translatable("The sites have no coordinate reference system. Set the CRS of their layer.")


class SitesNotPoints(YaluError):
    """Lines, areas, or several points for one site."""

    template = translatable("Site {site_id} is not one point ({found}). Choose a layer of points.")


class DuplicateSiteIds(YaluError):
    """Two sites that cannot be told apart."""

    template = translatable(
        "{count} sites have the id {site_id}. Give each site an id of its own, then measure again.")


class CsvNotWritten(YaluError):
    """The table could not be saved."""

    template = translatable("The table could not be written to {path}. Close it elsewhere, or choose another file.")


@dataclass(frozen=True, eq=False)
class Measured:
    """Crossings measured on a corridor.

    table: COLUMNS and point geometry in EPSG:4326, in order downstream; chainage_km grows downstream from the
        datum; gap_* lead to the next row and are NaN in the last.
    along_km, straight_km, sinuosity: between the outermost crossings; sinuosity is NaN unless they lie apart.
    datum: longitude and latitude; datum_offset_m: how far it lies from the line.
    not_crossings, without_point: rows left out for being another kind of site, or for having no point.
    off_line: names (or ids) of crossings left out for lying farther than 5 km from the line: not on this river.
    """

    table: gpd.GeoDataFrame
    corridor: Corridor
    along_km: float
    straight_km: float
    sinuosity: float
    datum: tuple[float, float]
    datum_offset_m: float
    not_crossings: int
    without_point: int
    off_line: tuple[str, ...]

    @property
    def datum_text(self) -> str:
        """The datum as latitude, longitude in degrees, WGS 84."""
        return f"{self.datum[1]:.6f}, {self.datum[0]:.6f}"

    @property
    def count(self) -> int:
        """How many crossings were measured."""
        return len(self.table)

    @property
    def left_out(self) -> int:
        """How many rows were not."""
        return self.not_crossings + self.without_point + len(self.off_line)


def measure(
    sites: gpd.GeoDataFrame, corridor: Corridor, datum: tuple[float, float] | None = None,
    reaches: Reaches | None = None,
) -> Measured:
    """Measure sites, in any CRS, along a corridor. Distances are geodesic on WGS 84.

    Crossings count: a row whose `kind` is another kind of site (SITE_KINDS but not CROSSING_KINDS) is left out;
    without a kind, or with a word of somebody else's, it counts. Rows without a point and
    crossings farther than 5 km from the line are left out. The id is
    `id`, else `site_id`, else the row's number. Without a datum (longitude, latitude) chainage starts at the
    Hyesan ford, or at the corridor's upstream end where the ford is farther than 5 km from it.
    Raises SitesWithoutCrs, SitesNotPoints, DuplicateSiteIds, NotTransformable.
    """
    if sites.crs is None:
        raise SitesWithoutCrs()
    attributes = _attributes(sites)
    empty = np.asarray(sites.geometry.isna() | sites.geometry.is_empty)
    other_kind = attributes["kind"].isin(OTHER_KINDS).to_numpy()
    keep = ~empty & ~other_kind
    attributes = attributes.loc[keep].reset_index(drop=True)
    _refuse_duplicates(attributes["site_id"])
    points = _points(np.asarray(sites.geometry)[keep], attributes["site_id"])
    lonlat = to_lonlat(shapely.get_coordinates(points).reshape(-1, 2), sites.crs, WHAT)
    near = locate(corridor, lonlat).offset_m <= NEAR_M
    off_line = attributes.loc[~near]
    attributes, lonlat = attributes.loc[near].reset_index(drop=True), lonlat[near]
    datum, datum_m, datum_offset_m = _datum(corridor, datum)
    table = _table(attributes, lonlat, corridor, datum_m, reaches)
    along, straight = _span(table)
    return Measured(
        table, corridor, along, straight, along / straight if straight > 0 else np.nan, datum, datum_offset_m,
        not_crossings=int((other_kind & ~empty).sum()), without_point=int(empty.sum()),
        off_line=tuple(off_line["name"].where(off_line["name"] != "", off_line["site_id"])))


def line_columns(corridor: Corridor) -> dict[str, object]:
    """What every row of a saved table says of the line that its figures hang on, by column.

    Name with attribution, vertices, mean spacing and metres bridged, which its length depends on; source and licence.
    """
    vertices = len(corridor.lonlat)
    return {"corridor": corridor.credit, "corridor_vertices": vertices,
            "corridor_mean_spacing_m": round(length_m(corridor) / (vertices - 1), 1),
            "corridor_bridged_m": round(corridor.bridged_m), "corridor_source": corridor.source,
            "corridor_licence": corridor.licence}


def write_csv(measured: Measured, path: Path, **columns: object) -> None:
    """Write the table as CSV, whole or not at all: UTF-8 with a byte order mark, so that Excel reads Hangul.

    `columns` follow those of the table; the last ones name the datum, and the line (see line_columns).
    Raises CsvNotWritten.
    """
    table = pd.DataFrame(measured.table[list(COLUMNS)])
    table = table.round({"chainage_km": 3, "offset_m": 1, "gap_along_km": 3, "gap_straight_km": 3})
    facts = {**columns, "datum": measured.datum_text, **line_columns(measured.corridor)}
    write_table(table.assign(**facts), path)


def write_table(table: pd.DataFrame, path: Path) -> None:
    """Write any table as CSV, whole or not at all: UTF-8 with a byte order mark. Raises CsvNotWritten."""
    try:
        with written_whole(path) as part:
            table.to_csv(part, index=False, encoding="utf-8-sig")
    except OSError as error:
        raise CsvNotWritten(str(error), path=str(path)) from error


def _attributes(sites: gpd.GeoDataFrame) -> pd.DataFrame:
    """site_id, name and kind of every row, as text; kind is None where there is none."""
    number = pd.Series(np.arange(1, len(sites) + 1), index=sites.index).astype(str)
    ids = next((sites[key] for key in ("id", "site_id") if key in sites and sites[key].notna().any()), number)
    attributes: pd.DataFrame = pd.DataFrame({
        "site_id": ids.map(_text, na_action="ignore").where(ids.notna(), number),
        "name": _column(sites, "name").map(_text, na_action="ignore").fillna(""),
        "kind": _column(sites, "kind"),
    })
    return attributes


def _column(sites: gpd.GeoDataFrame, name: str) -> pd.Series[Any]:
    column: pd.Series[Any] = sites[name] if name in sites else pd.Series(None, index=sites.index, dtype=object)
    present: pd.Series[Any] = column.astype(object).where(column.notna(), None)
    return present


def _text(value: object) -> str:
    """An id or name as text: 3.0 is the 3 of a column in which another id is missing."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _refuse_duplicates(site_id: pd.Series[Any]) -> None:
    counts = site_id.value_counts(sort=False)
    repeated = counts[counts > 1]
    if len(repeated):
        raise DuplicateSiteIds(", ".join(map(str, repeated.index)), count=int(repeated.iloc[0]),
                               site_id=repeated.index[0])


def _points(geometry: NDArray[np.object_], site_id: pd.Series[Any]) -> NDArray[np.object_]:
    """The points, taken out of multi-points of one. Raises SitesNotPoints."""
    single = (shapely.get_type_id(geometry) == shapely.GeometryType.MULTIPOINT) \
        & (shapely.get_num_geometries(geometry) == 1)
    points = np.where(single, shapely.get_geometry(geometry, 0), geometry)
    wrong = np.flatnonzero(shapely.get_type_id(points) != shapely.GeometryType.POINT)
    if len(wrong):
        raise SitesNotPoints(site_id=site_id.iloc[wrong[0]], found=points[wrong[0]].geom_type)
    return points


def _datum(corridor: Corridor, datum: tuple[float, float] | None) -> tuple[tuple[float, float], float, float]:
    """The datum, its metres downstream of the corridor's upstream end, and its offset in metres."""
    located = locate(corridor, np.array([datum or HYESAN_FORD]))
    if datum is None and located.offset_m[0] > NEAR_M:
        lon, lat = corridor.lonlat[0 if corridor.direction == "downstream" else -1]
        return (float(lon), float(lat)), 0.0, 0.0
    datum_m = float(downstream_m(corridor, located.station_m)[0])
    return datum or HYESAN_FORD, datum_m, float(located.offset_m[0])


def _table(
    attributes: pd.DataFrame, lonlat: FloatArray, corridor: Corridor, datum_m: float, reaches: Reaches | None
) -> gpd.GeoDataFrame:
    located = locate(corridor, lonlat)
    stations = downstream_m(corridor, located.station_m)
    county, certain = county_at(reaches, stations)
    order = np.argsort(stations, kind="stable")
    chainage, here = (stations[order] - datum_m) / 1000, lonlat[order]
    last = [np.nan][: len(order)]
    measures = {
        "chainage_km": chainage, "offset_m": located.offset_m[order], "side": located.side[order],
        "gap_along_km": np.r_[np.diff(chainage), last],
        "gap_straight_km": np.r_[geodesic(here[:-1], here[1:])[2] / 1000, last],
        "county": county[order], "county_certain": certain[order]}
    rows = attributes.iloc[order].reset_index(drop=True).assign(**measures)
    return gpd.GeoDataFrame(rows[list(COLUMNS)], geometry=shapely.points(here), crs="EPSG:4326")


def _span(table: gpd.GeoDataFrame) -> tuple[float, float]:
    """Kilometres along the line and straight between the first and the last crossing; 0 without two."""
    if len(table) < 2:
        return 0.0, 0.0
    ends = shapely.get_coordinates(table.geometry.iloc[[0, -1]].to_numpy())
    chainage = table["chainage_km"]
    return float(chainage.iloc[-1] - chainage.iloc[0]), float(geodesic(ends[:1], ends[1:])[2][0] / 1000)
