"""Raster files read for what they tell about themselves: metadata, footprint, ground sample distance."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from osgeo import gdal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.catalogue import NothingToSee
from yalu_plugin.core.imagery.files import file_of, is_there, which
from yalu_plugin.core.imagery.formats import suffix
from yalu_plugin.core.imagery.scene import NAME_IN_FILE, RasterFacts
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.imagery.confine import check_name, check_place
from yalu_plugin.layers.imagery.drivers import READ, RasterUnreadable
from yalu_plugin.layers.imagery.gdal_options import offline, quiet_gdal
from yalu_plugin.layers.imagery.ground import footprint, ground_sample_distance, to_wgs84
from yalu_plugin.layers.imagery.guard import guard
from yalu_plugin.layers.imagery.limits import check_size
from yalu_plugin.layers.imagery.metadata import metadata_of
from yalu_plugin.layers.imagery.overlays import OverlayPictureUnusable, count_overlays, overlay
from yalu_plugin.layers.imagery.placing import (
    CrsMissing,
    NotGeoreferenced,
    PlacedByModel,
    at_corners,
    model_height,
    placed,
)
from yalu_plugin.layers.imagery.side_files import check_opened


class RasterMissing(YaluError):
    """An image that was catalogued and is no longer where it was."""

    template = translatable("The image {path} is gone. Put it back, or catalogue its folder where it is now.")


class SeveralRasters(YaluError):
    """A file with several rasters of which one cannot tell which is the picture."""

    template = translatable("{path} holds {count} rasters ({names}). Save the one to look at as a GeoTIFF.")


class _Raster(NamedTuple):
    """A raster of a file, not placed yet, with what the file it lies in tells about it."""

    raster: gdal.Dataset
    path: str
    parts: int = 0
    name: str = ""
    told: dict[str, str] = {}  # noqa: RUF012 - never changed
    corners: tuple[tuple[float, float], ...] = ()


def read_raster(uri: str, within: Path | None = None, crs: str = "") -> RasterFacts:
    """What the raster at `uri`, a path or GDAL's name for a file inside a ZIP, tells about itself.

    The footprint is the polygon of its four corners, transformed to EPSG:4326; the ground sample distance is the
    ellipsoidal (WGS 84) size of its central pixel, in metres. A raster without CRS or position has neither, and
    `problem` says so; `crs` ("EPSG:32652") is for those that lack nothing else. Nothing is opened but what lies
    `within` the chosen folder. Raises NothingToSee, RasterMissing, RasterUnreadable, SeveralRasters, SeveralTimes,
    RasterTooLarge, and what `guard` raises.
    """
    with quiet_gdal(), offline():
        path, part, *_ = which(uri)
        if suffix(path) == ".kml":
            return _read_overlay(path, max(part, 1), within)
        found = _opened(path, part, within)
        return _facts(found, uri, crs, within)


def _read_overlay(path: str, part: int, within: Path | None) -> RasterFacts:
    """A ground overlay that cannot be shown is a problem of that one alone. Raises what finding them raises."""
    count = _count_overlays(path, within)
    try:
        return _facts(_overlay(path, part, count, within), path, "", within)
    except YaluError as error:
        return RasterFacts(parts=count, problem=error)


def _facts(found: _Raster, uri: str, crs: str, within: Path | None) -> RasterFacts:
    facts = RasterFacts(_metadata(found, uri), parts=found.parts, uses=(found.path,) if found.corners else ())
    given = crs if found.raster.GetSpatialRef() is None and not found.corners else ""
    try:
        raster = _put_in_place(found, which(uri).crs or given, within)
        transform = to_wgs84(raster)
        facts = facts._replace(footprint_wkt=footprint(raster, transform),
                               gsd_m=ground_sample_distance(raster, transform))
    except NotGeoreferenced as error:
        return facts._replace(problem=error)
    except (ValueError, RuntimeError) as error:
        return facts._replace(problem=NotGeoreferenced(str(error), path=uri))
    height = None if found.corners else model_height(found.raster)
    return facts._replace(problem=None if height is None else PlacedByModel(path=uri, height=round(height)),
                          crs=_needed(found, given, within))


def _metadata(found: _Raster, uri: str) -> dict[str, str]:
    return {**metadata_of(found.raster, uri), **found.told, **({NAME_IN_FILE: found.name} if found.name else {})}


def read_metadata(uri: str) -> dict[str, str]:
    """The metadata of the raster at `uri`, as in RasterFacts, no pixel read. Raises what `read_raster` raises."""
    with quiet_gdal(), offline():
        return _metadata(_open(uri, None, see_pixels=False), uri)


def open_raster(uri: str, within: Path | None = None) -> gdal.Dataset:
    """Open the raster at `uri`, in its place, and see that its last pixel can be read: a file cut short opens, too.

    Raises what `read_raster` raises, and NotGeoreferenced for one that is not placed on the ground.
    """
    with quiet_gdal(), offline():
        return _put_in_place(_open(uri, within), which(uri).crs, within)


def _put_in_place(found: _Raster, crs: str, within: Path | None) -> gdal.Dataset:
    if found.corners:
        return at_corners(found.raster, found.corners)
    return placed(found.raster, found.path, crs, within)


def _needed(found: _Raster, given: str, within: Path | None) -> str:
    """The CRS that was given, if the raster is not placed without it."""
    try:
        _put_in_place(found, "", within)
    except CrsMissing:
        return given
    return ""


def _open(uri: str, within: Path | None, see_pixels: bool = True) -> _Raster:
    path, part, *_ = which(uri)
    if suffix(path) != ".kml":
        return _opened(path, part, within, see_pixels)
    count = _count_overlays(path, within)
    return _overlay(path, min(max(part, 1), count), count, within, see_pixels)


def _count_overlays(path: str, within: Path | None) -> int:
    if not is_there(path):
        raise RasterMissing(path=path)
    check_name(path, within)
    count = count_overlays(path)
    if count == 0:
        raise NothingToSee(path=path)
    return count


def _overlay(path: str, part: int, count: int, within: Path | None, see_pixels: bool = True) -> _Raster:
    """The picture of a ground overlay, which lies in the KML's folder, or KMZ, or below."""
    one = overlay(path, part)
    check_place(path, one.picture, within or file_of(path).parent)
    try:
        found = _opened(one.picture, 0, within, see_pixels)
    except YaluError as error:
        raise OverlayPictureUnusable.of(path, one.name, error) from error
    return found._replace(parts=count, name=one.name, told=one.told, corners=one.corners)


def _opened(path: str, part: int, within: Path | None, see_pixels: bool = True) -> _Raster:
    if not is_there(path):
        raise RasterMissing(path=path)
    gdal.ErrorReset()
    try:
        guard(path, within)
        if suffix(path) == ".gpkg" and _has_only_places(path):
            raise NothingToSee(path=path)
        raster = gdal.OpenEx(path, gdal.OF_RASTER, allowed_drivers=list(READ))
        if raster is None:
            raise RasterUnreadable(gdal.GetLastErrorMsg(), path=path)
        check_opened(raster, path)
        # Not asked of others: GDAL reads a JPEG in a ZIP file wrongly ever after.
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
        if see_pixels:
            _check_pixels(raster, path)
    except RuntimeError as error:
        raise RasterUnreadable(str(error), path=path) from error
    return found


def _has_only_places(path: str) -> bool:
    """Whether a GeoPackage has tables of features and no raster, as a survey."""
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
