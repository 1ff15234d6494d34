"""Raster files read for what they tell about themselves: metadata, footprint, ground sample distance."""

from __future__ import annotations

import math
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from osgeo import gdal, osr
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext, QgsDistanceArea, QgsPointXY

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.files import is_there, split
from yalu_plugin.core.imagery.scene import RasterFacts
from yalu_plugin.core.text import translatable
from yalu_plugin.i18n import tr
from yalu_plugin.layers.source_names import misread_part

ELLIPSOID = "WGS84"
XMP_READ = 100_000  # characters; its words stand in front of what editors keep of their history


class RasterUnreadable(YaluError):
    """A file that is no raster, or a raster whose pixels cannot be read: cut short, say."""

    template = translatable("The image {path} is damaged or not a raster. Copy or download it again.")


class RasterMissing(YaluError):
    """An image that was catalogued and is no longer where it was."""

    template = translatable("The image {path} is gone. Put it back, or catalogue its folder where it is now.")


class VrtSourceMissing(YaluError):
    """A virtual raster (VRT) one of whose own images is no longer where it was."""

    template = translatable("The image {path} is put together from {source}, which is gone. Put that back.")


class RasterNameMisread(YaluError):
    """QGIS or GDAL would look for another file under this name."""

    template = translatable("The image {path} cannot be opened: QGIS reads {part} in its name as an instruction. "
                            "Rename it or its folder.")


class NotGeoreferenced(YaluError):
    """A raster that does not say where on the ground it lies."""

    template = translatable("The image {path} is not placed on the ground ({detail}). Give it a CRS and a position.")


def read_raster(uri: str) -> RasterFacts:
    """What the raster at `uri`, a path or GDAL's name for a file inside a ZIP, tells about itself.

    The footprint is the polygon of its four corners, transformed to EPSG:4326; the ground sample distance is the
    ellipsoidal (WGS 84) size of its central pixel, in metres. A raster without CRS or position has neither, and
    `problem` says so. Raises RasterMissing, RasterUnreadable, RasterNameMisread and VrtSourceMissing.
    """
    part = misread_part("gdal", uri, uri)
    if part:
        raise RasterNameMisread(path=os.fsencode(uri).decode(errors="replace"), part=part)
    with quiet_gdal():
        raster = open_raster(uri)
        metadata = _metadata(raster)
        try:
            to_wgs84 = _to_wgs84(raster)
            footprint = _footprint(raster, to_wgs84)
            return RasterFacts(metadata, footprint, _ground_sample_distance(raster, to_wgs84))
        except (ValueError, RuntimeError) as error:
            return RasterFacts(metadata, problem=NotGeoreferenced(str(error), path=uri))


def read_metadata(uri: str) -> dict[str, str]:
    """The metadata of the raster at `uri`, as in RasterFacts, no pixel read. Raises what open_raster raises."""
    with quiet_gdal():
        return _metadata(open_raster(uri, see_pixels=False))


def open_raster(uri: str, see_pixels: bool = True) -> gdal.Dataset:
    """Open the raster at `uri`, and see that its last pixel can be read: a file cut short opens, too.

    Without `see_pixels` only its metadata are to be read. Raises RasterMissing, RasterUnreadable and VrtSourceMissing.
    """
    if not is_there(uri):
        raise RasterMissing(path=uri)
    with quiet_gdal():
        gdal.ErrorReset()
        try:
            raster = gdal.OpenEx(uri, gdal.OF_RASTER)
            if raster is None or raster.RasterCount == 0:
                raise RasterUnreadable(gdal.GetLastErrorMsg(), path=uri)
            if raster.GetDriver().ShortName == "VRT":
                _see_sources(raster, uri)
            for number in {1, raster.RasterCount} if see_pixels else ():
                band = raster.GetRasterBand(number)
                if band.ReadRaster(raster.RasterXSize - 1, raster.RasterYSize - 1, 1, 1) is None:
                    raise RasterUnreadable(gdal.GetLastErrorMsg(), path=uri)
        except RuntimeError as error:
            raise RasterUnreadable(str(error), path=uri) from error
    return raster


def _see_sources(virtual: gdal.Dataset, uri: str) -> None:
    """Raise VrtSourceMissing where a file the VRT is made of is gone: GDAL opens it all the same."""
    for element in _elements(gdal.ParseXMLString(virtual.GetMetadata("xml:VRT")[0]), "SourceFilename"):
        name = next((child[1] for child in element[2:] if child[0] == gdal.CXT_Text), "")
        relative = any(child[1:2] == ["relativeToVRT"] and child[2][1] == "1" for child in element[2:])
        source = split(uri)[0] + name if relative else name
        on_disk = Path(source).is_absolute() and (source.startswith("/vsizip/") or not source.startswith("/vsi"))
        if on_disk and gdal.VSIStatL(source) is None:
            raise VrtSourceMissing(path=uri, source=source)


def _elements(node: list[Any], name: str) -> Iterator[list[Any]]:
    """The elements of this name in XML as GDAL parses it: lists of kind, name or text, and children."""
    if node[0] == gdal.CXT_Element and node[1] == name:
        yield node
    for child in node[2:]:
        yield from _elements(child, name)


@contextmanager
def quiet_gdal() -> Iterator[None]:
    """Keep GDAL's messages off the terminal. Whether GDAL raises exceptions stays as it is: that belongs to QGIS."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        yield
    finally:
        gdal.PopErrorHandler()


def _metadata(raster: gdal.Dataset) -> dict[str, str]:
    """Keys of the default domain, of EXIF and of IMAGERY, GDAL's own words for satellite products, which go before.

    XMP is one text under its own key.
    """
    domains = (raster.GetMetadata_Dict(domain) or {} for domain in ("EXIF", "", "IMAGERY"))
    found = {_text(key).upper(): _text(value) for domain in domains for key, value in domain.items()}
    xmp = "".join(map(_text, raster.GetMetadata_List("xml:XMP") or ()))[:XMP_READ]
    return {**found, "XMP": xmp} if xmp else found


def _text(value: str | bytes) -> str:
    """GDAL gives bytes for what is not UTF-8: a description in CP949, say. What is ASCII in it stays legible."""
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value


def _to_wgs84(raster: gdal.Dataset) -> osr.CoordinateTransformation:
    source = raster.GetSpatialRef()
    if source is None:
        raise ValueError(tr("it has no CRS"))
    if raster.GetGeoTransform(can_return_null=True) is None:
        raise ValueError(tr("it has no position"))
    source = source.Clone()
    wgs84 = osr.SpatialReference()
    wgs84.ImportFromEPSG(4326)
    for system in (source, wgs84):
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    transform = osr.CoordinateTransformation(source, wgs84)
    if transform is None:
        raise ValueError(tr("its CRS cannot be transformed to EPSG:4326"))
    return transform


def _ground(raster: gdal.Dataset, to_wgs84: osr.CoordinateTransformation, column: float, row: float) -> QgsPointXY:
    """Longitude and latitude of a place in the raster, counted in pixels from its upper left corner."""
    x, y = gdal.ApplyGeoTransform(raster.GetGeoTransform(), column, row)
    longitude, latitude, _ = to_wgs84.TransformPoint(x, y)
    if not (math.isfinite(longitude) and math.isfinite(latitude) and abs(latitude) <= 90):
        raise ValueError(tr("its corners lie outside its CRS"))
    return QgsPointXY(longitude, latitude)


def _footprint(raster: gdal.Dataset, to_wgs84: osr.CoordinateTransformation) -> str:
    width, height = raster.RasterXSize, raster.RasterYSize
    corners = [_ground(raster, to_wgs84, column, row)
               for column, row in ((0, 0), (width, 0), (width, height), (0, height), (0, 0))]
    return f"POLYGON (({', '.join(f'{corner.x()!r} {corner.y()!r}' for corner in corners)}))"


def _ground_sample_distance(raster: gdal.Dataset, to_wgs84: osr.CoordinateTransformation) -> float:
    """The side of the square as large as the central pixel, to the millimetre."""
    column, row = raster.RasterXSize / 2, raster.RasterYSize / 2
    places = ((column, row), (column + 1, row), (column, row + 1))
    centre, right, below = (_ground(raster, to_wgs84, *place) for place in places)
    measure = QgsDistanceArea()
    measure.setSourceCrs(QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateTransformContext())
    measure.setEllipsoid(ELLIPSOID)
    return round(math.sqrt(measure.measureLine(centre, right) * measure.measureLine(centre, below)), 3)
