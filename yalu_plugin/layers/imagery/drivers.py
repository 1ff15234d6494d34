"""The raster formats that are read, and the errors for those that are not.

Formats are read whose pixels are in the file itself, or next to it under its name.
"""

from __future__ import annotations

from osgeo import gdal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.image_formats import HEAD, WITH_MAGIC, begins_as_image, suffix
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.imagery.gdal_options import configured
from yalu_plugin.layers.imagery.vsi import read

SUPPORTED_DRIVERS = (
    "VRT", "GTiff", "COG", "NITF", "HFA", "PNG", "JPEG", "GIF", "BIGGIF", "BMP", "WEBP", "JP2OpenJPEG", "JP2KAK",
    "JP2ECW", "JP2MrSID", "ENVI", "EHdr", "netCDF", "PDF", "MBTiles", "GPKG")
_DRIVER_BY_SUFFIX = {
    ".ecw": "ECW", ".sid": "MrSID", ".jxl": "JPEGXL", ".heic": "HEIF", ".avif": "AVIF", ".kea": "KEA",
    ".hdf": "HDF4", ".h5": "HDF5", ".pdf": "PDF", ".webp": "WEBP", ".jp2": "JP2OpenJPEG", ".nc": "netCDF",
    ".mbtiles": "MBTiles", ".gpkg": "GPKG", ".grib2": "GRIB", ".grb2": "GRIB"}
_ARCHIVES = (".tar", ".tgz", ".gz", ".bz2", ".xz", ".7z", ".rar", ".zip")


class RasterUnreadable(YaluError):
    """A file that is not a raster, or whose pixels cannot be read, for example because it is cut short."""

    template = translatable("The image {path} is damaged or not a raster. Copy or download it again.")


class FormatNotSupported(YaluError):
    """An image of a format that may refer to other files or services, or is not a usual picture."""

    template = translatable("The image {path} was not opened: {format} is not read here. Export it as GeoTIFF.")


class DriverMissing(YaluError):
    """An image of a format that this QGIS cannot read."""

    template = translatable("The image {path} was not opened: this QGIS has no {format} driver. Export it as GeoTIFF.")


class ArchiveNotSupported(YaluError):
    """An archive other than a ZIP file, or an archive inside a ZIP file."""

    template = translatable("{path} is an archive that cannot be read here. Unpack it, or pack it as ZIP.")


def driver_of(uri: str) -> str:
    """Return the name of the driver that GDAL identifies from the file's first bytes; empty for none."""
    if suffix(uri) in WITH_MAGIC and not begins_as_image(read(uri, HEAD)):
        return ""  # else GDAL tries its drivers one by one
    with configured(GDAL_DISABLE_READDIR_ON_OPEN="TRUE"):  # a large folder is not listed for each of its files
        found = gdal.IdentifyDriverEx(uri, gdal.OF_RASTER)
    return found.ShortName if found is not None else ""


def format_error(uri: str, driver: str) -> YaluError:
    """Return the error for a file whose driver is not among `SUPPORTED_DRIVERS`."""
    ending = suffix(uri)
    expected = _DRIVER_BY_SUFFIX.get(ending, "")
    if ending in _ARCHIVES:
        return ArchiveNotSupported(path=uri)
    if expected and gdal.GetDriverByName(expected) is None:
        return DriverMissing(path=uri, format=expected)
    if driver or (expected and expected not in SUPPORTED_DRIVERS):
        return FormatNotSupported(path=uri, format=driver or expected)
    return RasterUnreadable(gdal.GetLastErrorMsg(), path=uri)
