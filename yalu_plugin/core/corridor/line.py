"""The corridor's line: one river, digitised one way, in WGS 84."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely
import shapely.geometry
from shapely.geometry.base import BaseGeometry

from yalu_plugin.core.corridor.line_parts import join
from yalu_plugin.core.corridor.lonlat import AnyCrs, FloatArray, geodesic, to_lonlat
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.schema import DIRECTIONS
from yalu_plugin.core.text import translatable

WHAT = "corridor"
PROPERTIES = ("name", "source", "licence", "attribution", "direction")


class CorridorNotALine(YaluError):
    """The geometry is empty, not a line, or has coordinates that are not numbers."""

    template = translatable("The river line is not a line ({found}). Choose a layer with one river line.")


class CorridorTooShort(YaluError):
    """The line has fewer than two distinct vertices: nothing can be measured on it."""

    template = translatable("The river line has fewer than two distinct vertices. Choose a longer line.")


class CorridorWithoutCrs(YaluError):
    """The line has no CRS, so its coordinates have no meaning."""

    template = translatable("The river line has no coordinate reference system. Set the CRS of its layer.")


@dataclass(frozen=True, eq=False)
class Corridor:
    """A river line to measure along.

    lonlat: (n, 2) longitude and latitude in degrees, EPSG:4326, n >= 2, no two neighbours equal.
    direction: the order of the vertices, "downstream" or "upstream".
    bridged_m: metres that are in no source: straight stretches over gaps between parts.
    """

    lonlat: FloatArray
    name: str = ""
    source: str = ""
    licence: str = ""
    attribution: str = ""
    direction: str = "downstream"
    bridged_m: float = 0.0

    def __post_init__(self) -> None:
        if self.direction not in DIRECTIONS:
            raise ValueError(f"direction is one of {DIRECTIONS}, not {self.direction!r}")

    @property
    def credit(self) -> str:
        """Name and attribution in one line, for every export that shows the corridor or figures measured on it."""
        return f"{self.name} ({self.attribution})" if self.attribution else self.name


def line_lonlat(
    geometry: BaseGeometry | None, crs: AnyCrs | None, bridge: bool = False
) -> tuple[FloatArray, float]:
    """Return the vertices of a line in any CRS as one line in EPSG:4326, (n, 2), and the metres bridged.

    Repeated vertices are dropped. Parts that meet exactly are joined; over gaps only with `bridge`. Vertices are
    transformed, not the straight lines between them. Raises CorridorWithoutCrs, CorridorNotALine, CorridorTooShort,
    CorridorInParts, CorridorForks, or NotTransformable.
    """
    if crs is None or crs == "":
        raise CorridorWithoutCrs()
    lines = _lines(geometry)
    if len(lines) > 1:
        merged = shapely.line_merge(shapely.multilinestrings(lines))
        lines = list(shapely.get_parts(merged))
    parts = [to_lonlat(shapely.get_coordinates(line), crs, WHAT) for line in lines]
    if not parts:  # joining drops parts without length
        raise CorridorTooShort()
    lonlat, gaps = join(parts, bridge)
    return without_repeats(lonlat), sum(gap.length_m for gap in gaps)


def corridor_from_geometry(
    geometry: BaseGeometry | None, crs: AnyCrs | None, *, direction: str, name: str = "", source: str = "",
    licence: str = "", attribution: str = "", bridge: bool = False,
) -> Corridor:
    """Create a corridor from a line in any CRS; see line_lonlat for `bridge` and for the errors."""
    lonlat, bridged_m = line_lonlat(geometry, crs, bridge)
    return Corridor(lonlat, name, source, licence, attribution, direction, bridged_m)


def read_bundled(path: Path) -> Corridor:
    """Read the corridor in a bundled GeoJSON file: one line in EPSG:4326 with its properties."""
    feature = json.loads(path.read_text(encoding="utf-8"))["features"][0]
    properties = {key: feature["properties"][key] for key in PROPERTIES}
    return corridor_from_geometry(shapely.geometry.shape(feature["geometry"]), "EPSG:4326", **properties)


def without_repeats(lonlat: FloatArray) -> FloatArray:
    """Return `lonlat` without vertices that repeat the one before; CorridorTooShort if fewer than two are left."""
    keep = np.r_[True, geodesic(lonlat[:-1], lonlat[1:])[2] > 0]
    if keep.sum() < 2:
        raise CorridorTooShort()
    distinct: FloatArray = lonlat[keep]
    return distinct


def _lines(geometry: BaseGeometry | None) -> list[BaseGeometry]:
    """Return the line strings of a line geometry that have vertices."""
    if geometry is None or geometry.is_empty:
        raise CorridorNotALine(found="empty")
    if geometry.geom_type not in ("LineString", "LinearRing", "MultiLineString"):
        raise CorridorNotALine(found=geometry.geom_type)
    if not np.isfinite(shapely.get_coordinates(geometry)).all():
        raise CorridorNotALine(found="NaN")
    return [part for part in shapely.get_parts(geometry) if not part.is_empty]
