"""Rasters that say where they lie in another way than by CRS and position, put in place by a virtual raster of them.

By ground control points or a camera model (RPC), as Sentinel-1 and Maxar deliver; by a world file or .prj that the
format's driver does not look for; by the CRS that the analyst gave; by the corners of a ground overlay.
"""

from __future__ import annotations

import math
from pathlib import Path

from osgeo import gdal, osr

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.files import split
from yalu_plugin.core.imagery.formats import suffix, world_files
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.imagery.confine import check_place
from yalu_plugin.layers.imagery.metadata import keep_metadata
from yalu_plugin.layers.imagery.overlays import Corners
from yalu_plugin.layers.imagery.vsi import names_in, read

MOST_SPLINE_POINTS = 300  # a thin plate spline takes the cube of their number
_WORLD_FILE = 2_000  # bytes
_PRJ = 20_000


class NotGeoreferenced(YaluError):
    """A raster that does not say where on the ground it lies."""

    template = translatable("The image {path} is not placed on the ground ({detail}). Give it a CRS and a position.")


class CrsMissing(NotGeoreferenced):
    """A raster that has a position and no CRS: the analyst may know it, nobody else does."""

    template = translatable("The image {path} is not placed on the ground: it has no CRS. Give the one it is in.")


class PlacedByModel(YaluError):
    """A raster placed by its RPC camera model, without the heights of the ground."""

    template = translatable("The image {path} is placed by its camera model at one height ({height} m): in mountains "
                            "it is off by up to hundreds of metres. Use an orthorectified one to measure.")


def placed(raster: gdal.Dataset, uri: str, crs: str, within: Path | None) -> gdal.Dataset:
    """The raster in its place: itself, or a virtual raster of it. `crs` is used only where it has none.

    Raises NotGeoreferenced and CrsMissing.
    """
    position = raster.GetGeoTransform(can_return_null=True)
    if position is None and raster.GetGCPCount() >= 3:
        return _by_points(raster, uri, crs)
    if position is None and raster.GetMetadata_Dict("RPC"):
        return _by_model(raster, uri)
    beside = position or _world_file(uri, within)
    if beside is None:
        raise NotGeoreferenced("it has no position", path=uri)
    system = raster.GetSpatialRef() or _prj(uri, within) or _system(crs)
    if system is None:
        raise CrsMissing(path=uri)
    beside = _within_180(beside, raster.RasterXSize) if system.IsGeographic() else beside
    if position == beside and raster.GetSpatialRef() is not None:
        return raster
    return _virtual(raster, system, beside)


def at_corners(raster: gdal.Dataset, corners: Corners) -> gdal.Dataset:
    """The raster between four corners in EPSG:4326: lower left, lower right, upper right, upper left."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = corners
    width, height = raster.RasterXSize, raster.RasterYSize
    slack = 1e-9 * (abs(x2 - x0) + abs(y2 - y0))
    wgs84 = _system("EPSG:4326")
    if abs(x0 + x2 - x1 - x3) <= slack and abs(y0 + y2 - y1 - y3) <= slack:
        shift = -360 * math.floor((min(x0, x1, x2, x3) + 180) / 360)
        return _virtual(raster, wgs84, (x3 + shift, (x2 - x3) / width, (x0 - x3) / height,
                                        y3, (y2 - y3) / width, (y0 - y3) / height))
    points = [gdal.GCP(x, y, 0, column, row) for (x, y), column, row in zip(
        corners, (0, width, width, 0), (height, height, 0, 0))]
    held = gdal.Translate("", raster, format="VRT", GCPs=points, outputSRS=wgs84.ExportToWkt())
    named = gdal.OpenEx(held.GetMetadata("xml:VRT")[0], gdal.OF_RASTER, allowed_drivers=["VRT"])  # named by its XML
    return _warped(named, tps=True)


def model_height(raster: gdal.Dataset) -> float | None:
    """The height in metres for which the raster's RPC camera model is made; None where that does not place it."""
    if raster.GetGeoTransform(can_return_null=True) is not None or raster.GetGCPCount() >= 3:
        return None
    try:
        model = raster.GetMetadata_Dict("RPC") or {}
        return float(model["HEIGHT_OFF"].split()[0])
    except (KeyError, ValueError, IndexError):
        return None


def _by_points(raster: gdal.Dataset, uri: str, crs: str) -> gdal.Dataset:
    system = raster.GetGCPSpatialRef() or _system(crs)
    if system is None:
        raise CrsMissing(path=uri)
    points = raster.GetGCPs()
    options = {"tps": True} if 10 <= len(points) <= MOST_SPLINE_POINTS else {}
    return _warped_or_not(raster, uri, srcSRS=system.ExportToWkt(), dstSRS=system.ExportToWkt(), **options)


def _by_model(raster: gdal.Dataset, uri: str) -> gdal.Dataset:
    height = model_height(raster)
    if height is None:
        raise NotGeoreferenced("its RPC has no HEIGHT_OFF", path=uri)
    return _warped_or_not(raster, uri, rpc=True, dstSRS="EPSG:4326", transformerOptions=[f"RPC_HEIGHT={height}"])


def _warped_or_not(raster: gdal.Dataset, uri: str, **options: object) -> gdal.Dataset:
    try:
        return _warped(raster, **options)
    except RuntimeError as error:
        raise NotGeoreferenced(str(error), path=uri) from error


def _warped(raster: gdal.Dataset, **options: object) -> gdal.Dataset:
    made = gdal.Warp("", raster, format="VRT", dstAlpha=True, **options)
    if made is None:
        raise RuntimeError(gdal.GetLastErrorMsg())
    return keep_metadata(made, raster)


def virtual(name: str, raster: gdal.Dataset, system: osr.SpatialReference) -> gdal.Dataset | None:
    """A VRT at `name` (in memory if empty) whose one source is the raster's file, pixel by pixel, in this CRS.

    Told no CRS, GDAL would write the raster's own sources into it where that is a VRT, and mistake some paths.
    """
    return gdal.Translate(name, raster, format="VRT", outputSRS=system.ExportToWkt(["FORMAT=WKT2_2019"]))


def _virtual(raster: gdal.Dataset, system: osr.SpatialReference, position: tuple[float, ...]) -> gdal.Dataset:
    made = virtual("", raster, system)
    made.SetSpatialRef(system)
    made.SetGeoTransform(position)
    return keep_metadata(made, raster)


def _within_180(position: tuple[float, ...], width: int) -> tuple[float, ...]:
    """A position in degrees; of one that lies beyond 180 degrees altogether the same place within."""
    ends = position[0], position[0] + width * position[1]
    if min(ends) >= 180 or max(ends) <= -180:
        return (position[0] - 360 * math.floor((min(ends) + 180) / 360), *position[1:])
    return position


def _system(crs: str) -> osr.SpatialReference | None:
    """The CRS of an authority's code such as EPSG:32652; None for a text that names none."""
    system = osr.SpatialReference()
    try:
        good = ":" in crs and system.SetFromUserInput(crs) == 0
    except RuntimeError:
        good = False
    if not good:
        return None
    system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return system


def _prj(uri: str, within: Path | None) -> osr.SpatialReference | None:
    """The CRS that an ESRI .prj beside the image describes."""
    text = _beside(uri, [f"{uri[: -len(suffix(uri)) or None]}.prj".lower()], _PRJ, within)
    system = osr.SpatialReference()
    try:
        good = bool(text) and system.ImportFromWkt(text) == 0
    except RuntimeError:
        good = False
    if not good:
        return None
    system.MorphFromESRI()
    system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return system


def _world_file(uri: str, within: Path | None) -> tuple[float, ...] | None:
    """The position that a world file beside the image gives: of the middle of its first pixel, in the file."""
    try:
        numbers = [float(one.replace(",", ".")) for one in _beside(uri, world_files(uri), _WORLD_FILE, within).split()]
    except ValueError:
        return None
    if len(numbers) != 6 or not all(map(math.isfinite, numbers)) or numbers[0] * numbers[3] == numbers[1] * numbers[2]:
        return None
    a, d, b, e, x, y = numbers
    return x - a / 2 - b / 2, a, b, y - d / 2 - e / 2, d, e


def _beside(uri: str, names: list[str], count: int, within: Path | None) -> str:
    """The text of the first file of these names (in small letters) in the image's folder; empty if there is none."""
    folder = split(uri)[0]
    there = names_in(folder)
    for name in names:
        for one in there.get(split(name)[1], ()):
            check_place(uri, folder + one, within)
            return read(folder + one, count).decode("utf-8-sig", "replace")
    return ""
