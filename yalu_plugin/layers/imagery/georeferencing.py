"""Georeferencing, by a virtual raster, of rasters that do not have both a CRS and a position.

By ground control points or a camera model (RPC), as delivered by Sentinel-1 and Maxar; by a world file or .prj that the
format's driver does not read; by the CRS that the analyst assigned; by the corners of a ground overlay.
"""

from __future__ import annotations

import math
from pathlib import Path

from osgeo import gdal, osr

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.image_files import split_uri
from yalu_plugin.core.imagery.image_formats import suffix, world_files
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.imagery.kml_overlays import Corners
from yalu_plugin.layers.imagery.metadata import copy_metadata
from yalu_plugin.layers.imagery.path_checks import check_location
from yalu_plugin.layers.imagery.vsi import names_in_folder, read

MAX_SPLINE_POINTS = 300  # the time of a thin plate spline grows with the cube of their number
_WORLD_FILE = 2_000  # bytes
_PRJ = 20_000


class NotGeoreferenced(YaluError):
    """A raster without a position on the ground."""

    template = translatable("The image {path} is not placed on the ground ({detail}). Give it a CRS and a position.")


class CrsMissing(NotGeoreferenced):
    """A raster with a position but no CRS, which only the analyst may know."""

    template = translatable("The image {path} is not placed on the ground: it has no CRS. Give the one it is in.")


class PlacedByModel(YaluError):
    """A raster placed by its RPC camera model, without the heights of the ground."""

    template = translatable("The image {path} is placed by its camera model at one height ({height} m): in mountains "
                            "it is off by up to hundreds of metres. Use an orthorectified one to measure.")


def georeferenced(raster: gdal.Dataset, uri: str, crs: str, within: Path | None) -> gdal.Dataset:
    """Return the georeferenced raster: itself, or a virtual raster of it. `crs` is used only if it has none.

    Raises NotGeoreferenced and CrsMissing.
    """
    position = raster.GetGeoTransform(can_return_null=True)
    if position is None and raster.GetGCPCount() >= 3:
        return _by_points(raster, uri, crs)
    if position is None and raster.GetMetadata_Dict("RPC"):
        return _by_model(raster, uri)
    effective = position or _world_file(uri, within)
    if effective is None:
        raise NotGeoreferenced("it has no position", path=uri)
    system = raster.GetSpatialRef() or _prj(uri, within) or _system(crs)
    if system is None:
        raise CrsMissing(path=uri)
    effective = _within_180(effective, raster.RasterXSize) if system.IsGeographic() else effective
    if position == effective and raster.GetSpatialRef() is not None:
        return raster
    return _create_vrt_at(raster, system, effective)


def georeferenced_by_corners(raster: gdal.Dataset, corners: Corners) -> gdal.Dataset:
    """Return the raster between corners in EPSG:4326: lower left, lower right, upper right, upper left."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = corners
    width, height = raster.RasterXSize, raster.RasterYSize
    slack = 1e-9 * (abs(x2 - x0) + abs(y2 - y0))
    wgs84 = osr.SpatialReference()
    wgs84.ImportFromEPSG(4326)
    wgs84.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    if abs(x0 + x2 - x1 - x3) <= slack and abs(y0 + y2 - y1 - y3) <= slack:
        shift = -360 * math.floor((min(x0, x1, x2, x3) + 180) / 360)
        return _create_vrt_at(raster, wgs84, (x3 + shift, (x2 - x3) / width, (x0 - x3) / height,
                                              y3, (y2 - y3) / width, (y0 - y3) / height))
    points = [gdal.GCP(x, y, 0, column, row) for (x, y), column, row in zip(
        corners, (0, width, width, 0), (height, height, 0, 0))]
    in_memory = gdal.Translate("", raster, format="VRT", GCPs=points, outputSRS=wgs84.ExportToWkt())
    reopened = gdal.OpenEx(in_memory.GetMetadata("xml:VRT")[0], gdal.OF_RASTER, allowed_drivers=["VRT"])
    return _warped(reopened, tps=True)


def model_height(raster: gdal.Dataset) -> float | None:
    """Return the height in metres of the raster's RPC camera model; None if the raster is not placed by it."""
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
    options = {"tps": True} if 10 <= len(points) <= MAX_SPLINE_POINTS else {}
    return _warped_or_error(raster, uri, srcSRS=system.ExportToWkt(), dstSRS=system.ExportToWkt(), **options)


def _by_model(raster: gdal.Dataset, uri: str) -> gdal.Dataset:
    height = model_height(raster)
    if height is None:
        raise NotGeoreferenced("its RPC has no HEIGHT_OFF", path=uri)
    return _warped_or_error(raster, uri, rpc=True, dstSRS="EPSG:4326", transformerOptions=[f"RPC_HEIGHT={height}"])


def _warped_or_error(raster: gdal.Dataset, uri: str, **options: object) -> gdal.Dataset:
    try:
        return _warped(raster, **options)
    except RuntimeError as error:
        raise NotGeoreferenced(str(error), path=uri) from error


def _warped(raster: gdal.Dataset, **options: object) -> gdal.Dataset:
    created = gdal.Warp("", raster, format="VRT", dstAlpha=True, **options)
    if created is None:
        raise RuntimeError(gdal.GetLastErrorMsg())
    return copy_metadata(created, raster)


def create_vrt(name: str, raster: gdal.Dataset, system: osr.SpatialReference) -> gdal.Dataset | None:
    """Create a VRT at `name` (in memory if empty) whose one source is the raster's file, pixel by pixel, in this CRS.

    Without a CRS, GDAL would copy the sources of a raster that is a VRT itself, and mistake some paths.
    """
    return gdal.Translate(name, raster, format="VRT", outputSRS=system.ExportToWkt(["FORMAT=WKT2_2019"]))


def _create_vrt_at(raster: gdal.Dataset, system: osr.SpatialReference, position: tuple[float, ...]) -> gdal.Dataset:
    created = create_vrt("", raster, system)
    if created is None:
        raise RuntimeError(gdal.GetLastErrorMsg())
    created.SetSpatialRef(system)
    created.SetGeoTransform(position)
    return copy_metadata(created, raster)


def _within_180(position: tuple[float, ...], width: int) -> tuple[float, ...]:
    """Return a position in degrees, shifted by whole turns if the raster is entirely beyond 180 degrees."""
    ends = position[0], position[0] + width * position[1]
    if min(ends) >= 180 or max(ends) <= -180:
        return (position[0] - 360 * math.floor((min(ends) + 180) / 360), *position[1:])
    return position


def _system(crs: str) -> osr.SpatialReference | None:
    """Return the CRS of an authority's code such as EPSG:32652; None for any other text."""
    system = osr.SpatialReference()
    try:
        is_valid = ":" in crs and system.SetFromUserInput(crs) == 0
    except RuntimeError:
        is_valid = False
    if not is_valid:
        return None
    system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return system


def _prj(uri: str, within: Path | None) -> osr.SpatialReference | None:
    """Return the CRS in an ESRI .prj file next to the image."""
    text = _sidecar_text(uri, [f"{uri[: -len(suffix(uri)) or None]}.prj".lower()], _PRJ, within)
    system = osr.SpatialReference()
    try:
        is_valid = bool(text) and system.ImportFromWkt(text) == 0
    except RuntimeError:
        is_valid = False
    if not is_valid:
        return None
    system.MorphFromESRI()
    system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return system


def _world_file(uri: str, within: Path | None) -> tuple[float, ...] | None:
    """Return the position in a world file next to the image; the file states the centre of the first pixel."""
    try:
        text = _sidecar_text(uri, world_files(uri), _WORLD_FILE, within)
        numbers = [float(one.replace(",", ".")) for one in text.split()]
    except ValueError:
        return None
    if len(numbers) != 6 or not all(map(math.isfinite, numbers)) or numbers[0] * numbers[3] == numbers[1] * numbers[2]:
        return None
    a, d, b, e, x, y = numbers
    return x - a / 2 - b / 2, a, b, y - d / 2 - e / 2, d, e


def _sidecar_text(uri: str, names: list[str], count: int, within: Path | None) -> str:
    """Return the text of the first of these files (names in lower case) in the image's folder; empty for none."""
    folder = split_uri(uri)[0]
    present = names_in_folder(folder)
    for name in names:
        for one in present.get(split_uri(name)[1], ()):
            check_location(uri, folder + one, within)
            return read(folder + one, count).decode("utf-8-sig", "replace")
    return ""
