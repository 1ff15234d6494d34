"""Facts of raster files: metadata, footprint, ground sample distance."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from osgeo import gdal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.catalogue import HoldsNoImage
from yalu_plugin.core.imagery.image_files import file_exists, file_of, image_ref
from yalu_plugin.core.imagery.image_formats import suffix
from yalu_plugin.core.imagery.scene import NAME_IN_FILE, RasterFacts
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.imagery.drivers import SUPPORTED_DRIVERS, RasterUnreadable
from yalu_plugin.layers.imagery.gdal_options import offline, quiet_gdal
from yalu_plugin.layers.imagery.georeferencing import (
    CrsMissing,
    NotGeoreferenced,
    PlacedByModel,
    georeferenced,
    georeferenced_by_corners,
    model_height,
)
from yalu_plugin.layers.imagery.guard import guard
from yalu_plugin.layers.imagery.kml_overlays import OverlayPictureUnusable, count_overlays, overlay
from yalu_plugin.layers.imagery.metadata import metadata_of
from yalu_plugin.layers.imagery.path_checks import check_location, check_name
from yalu_plugin.layers.imagery.raster_ground import footprint, ground_sample_distance, to_wgs84
from yalu_plugin.layers.imagery.raster_limits import check_size
from yalu_plugin.layers.imagery.side_file_checks import check_opened_raster


class RasterMissing(YaluError):
    """A catalogued image whose file no longer exists."""

    template = translatable("The image {path} is gone. Put it back, or catalogue its folder where it is now.")


class SeveralRasters(YaluError):
    """A file with several rasters, any of which may be the picture."""

    template = translatable("{path} holds {count} rasters ({names}). Save the one to look at as a GeoTIFF.")


class _Raster(NamedTuple):
    """A raster of a file, not georeferenced yet, with the metadata from the file that contains it."""

    raster: gdal.Dataset
    path: str
    parts: int = 0
    name: str = ""
    metadata: dict[str, str] = {}  # noqa: RUF012 - never changed
    corners: tuple[tuple[float, float], ...] = ()


def read_raster(uri: str, within: Path | None = None, crs: str = "") -> RasterFacts:
    """Return the facts of the raster at `uri`, a path or GDAL's name for a file inside a ZIP.

    The footprint is the polygon of its four corners, transformed to EPSG:4326; the ground sample distance is the
    ellipsoidal (WGS 84) size of its central pixel, in metres. Without CRS or position it has neither, and `problem` is
    the error; `crs` ("EPSG:32652") is used for rasters that lack nothing else. Only files `within` the selected folder
    are opened.

    Raises HoldsNoImage, RasterMissing, RasterUnreadable, SeveralRasters, SeveralTimes, RasterTooLarge, and any error of
    `guard`.
    """
    with quiet_gdal(), offline():
        path, part, *_ = image_ref(uri)
        if suffix(path) == ".kml":
            return _read_overlay(path, max(part, 1), within)
        found = _open_file(path, part, within)
        return _facts(found, uri, crs, within)


def _read_overlay(path: str, part: int, within: Path | None) -> RasterFacts:
    """Return the facts of a ground overlay; its errors are its `problem`, those of the KML are raised."""
    count = _count_overlays(path, within)
    try:
        return _facts(_overlay(path, part, count, within), path, "", within)
    except YaluError as error:
        return RasterFacts(parts=count, problem=error)


def _facts(found: _Raster, uri: str, crs: str, within: Path | None) -> RasterFacts:
    facts = RasterFacts(_metadata(found, uri), parts=found.parts, uses=(found.path,) if found.corners else ())
    given = crs if found.raster.GetSpatialRef() is None and not found.corners else ""
    try:
        raster = _georeferenced(found, image_ref(uri).crs or given, within)
        transform = to_wgs84(raster)
        facts = facts._replace(footprint_wkt=footprint(raster, transform),
                               gsd_m=ground_sample_distance(raster, transform))
    except NotGeoreferenced as error:
        return facts._replace(problem=error)
    except (ValueError, RuntimeError) as error:
        return facts._replace(problem=NotGeoreferenced(str(error), path=uri))
    height = None if found.corners else model_height(found.raster)
    return facts._replace(problem=None if height is None else PlacedByModel(path=uri, height=round(height)),
                          crs=_crs_if_needed(found, given, within))


def _metadata(found: _Raster, uri: str) -> dict[str, str]:
    return {**metadata_of(found.raster, uri), **found.metadata, **({NAME_IN_FILE: found.name} if found.name else {})}


def read_metadata(uri: str) -> dict[str, str]:
    """Return the metadata of the raster at `uri`, without reading pixels. Raises any error of `read_raster`."""
    with quiet_gdal(), offline():
        return _metadata(_open(uri, None, check_pixels=False), uri)


def open_raster(uri: str) -> gdal.Dataset:
    """Open the georeferenced raster at `uri`, and check that its last pixel can be read: truncated files open, too.

    Raises NotGeoreferenced and any error of `read_raster`.
    """
    with quiet_gdal(), offline():
        return _georeferenced(_open(uri, None), image_ref(uri).crs, None)


def _georeferenced(found: _Raster, crs: str, within: Path | None) -> gdal.Dataset:
    if found.corners:
        return georeferenced_by_corners(found.raster, found.corners)
    return georeferenced(found.raster, found.path, crs, within)


def _crs_if_needed(found: _Raster, given: str, within: Path | None) -> str:
    """Return the assigned CRS if the raster cannot be placed without it."""
    try:
        _georeferenced(found, "", within)
    except CrsMissing:
        return given
    return ""


def _open(uri: str, within: Path | None, check_pixels: bool = True) -> _Raster:
    path, part, *_ = image_ref(uri)
    if suffix(path) != ".kml":
        return _open_file(path, part, within, check_pixels)
    count = _count_overlays(path, within)
    return _overlay(path, min(max(part, 1), count), count, within, check_pixels)


def _count_overlays(path: str, within: Path | None) -> int:
    if not file_exists(path):
        raise RasterMissing(path=path)
    check_name(path, within)
    count = count_overlays(path)
    if count == 0:
        raise HoldsNoImage(path=path)
    return count


def _overlay(path: str, part: int, count: int, within: Path | None, check_pixels: bool = True) -> _Raster:
    """Return the picture of a ground overlay, which is in the KML's folder or KMZ, or below."""
    one = overlay(path, part)
    check_location(path, one.picture, within or file_of(path).parent)
    try:
        found = _open_file(one.picture, 0, within, check_pixels)
    except YaluError as error:
        raise OverlayPictureUnusable.of(path, one.name, error) from error
    return found._replace(parts=count, name=one.name, metadata=one.metadata, corners=one.corners)


def _open_file(path: str, part: int, within: Path | None, check_pixels: bool = True) -> _Raster:
    if not file_exists(path):
        raise RasterMissing(path=path)
    gdal.ErrorReset()
    try:
        guard(path, within)
        if suffix(path) == ".gpkg" and _has_only_features(path):
            raise HoldsNoImage(path=path)
        raster = gdal.OpenEx(path, gdal.OF_RASTER, allowed_drivers=list(SUPPORTED_DRIVERS))
        if raster is None:
            raise RasterUnreadable(gdal.GetLastErrorMsg(), path=path)
        check_opened_raster(raster, path)
        # Not called for others: afterwards GDAL reads a JPEG in a ZIP file wrongly.
        tables = [name for name, _ in raster.GetSubDatasets()] if raster.RasterCount == 0 else []
        if tables:
            if raster.GetDriver().ShortName != "GPKG":
                names = ", ".join(name.rpartition(":")[2] for name in tables[:5])
                raise SeveralRasters(path=path, count=len(tables), names=names)
            name = tables[min(max(part, 1), len(tables)) - 1]
            raster = gdal.OpenEx(name, gdal.OF_RASTER, allowed_drivers=["GPKG"])
            found = _Raster(raster, path, len(tables), name.rpartition(":")[2])
        else:
            found = _Raster(raster, path)
        if check_pixels:
            _check_pixels(raster, path)
    except RuntimeError as error:
        raise RasterUnreadable(str(error), path=path) from error
    return found


def _has_only_features(path: str) -> bool:
    """Return whether a GeoPackage has tables of features and no raster, like a survey."""
    try:
        if gdal.OpenEx(path, gdal.OF_RASTER, allowed_drivers=["GPKG"]) is not None:
            return False
    except RuntimeError:
        pass
    try:
        return gdal.OpenEx(path, gdal.OF_VECTOR, allowed_drivers=["GPKG"]) is not None
    except RuntimeError:
        return False


def _check_pixels(raster: gdal.Dataset, path: str) -> None:
    if raster is None or raster.RasterCount == 0:
        raise RasterUnreadable(gdal.GetLastErrorMsg(), path=path)
    check_size(raster, path)
    for number in {1, raster.RasterCount}:
        band = raster.GetRasterBand(number)
        if band.ReadRaster(raster.RasterXSize - 1, raster.RasterYSize - 1, 1, 1) is None:
            raise RasterUnreadable(gdal.GetLastErrorMsg(), path=path)
