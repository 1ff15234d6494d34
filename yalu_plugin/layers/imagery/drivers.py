"""Which formats are read, and why others are not.

Read are those whose pixels lie in the file itself, or beside it under its name.
"""

from __future__ import annotations

from osgeo import gdal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.formats import HEAD, WITH_MAGIC, begins_as_image, suffix
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.imagery.gdal_options import configured
from yalu_plugin.layers.imagery.vsi import read

READ = ("VRT", "GTiff", "COG", "NITF", "HFA", "PNG", "JPEG", "GIF", "BIGGIF", "BMP", "WEBP", "JP2OpenJPEG", "JP2KAK",
        "JP2ECW", "JP2MrSID", "ENVI", "EHdr", "netCDF", "PDF", "MBTiles", "GPKG")
_DRIVERS = {".ecw": "ECW", ".sid": "MrSID", ".jxl": "JPEGXL", ".heic": "HEIF", ".avif": "AVIF", ".kea": "KEA",
            ".hdf": "HDF4", ".h5": "HDF5", ".pdf": "PDF", ".webp": "WEBP", ".jp2": "JP2OpenJPEG", ".nc": "netCDF",
            ".mbtiles": "MBTiles", ".gpkg": "GPKG", ".grib2": "GRIB", ".grb2": "GRIB"}
_ARCHIVES = (".tar", ".tgz", ".gz", ".bz2", ".xz", ".7z", ".rar", ".zip")


class RasterUnreadable(YaluError):
    """A file that is no raster, or a raster whose pixels cannot be read: cut short, say."""

    template = translatable("The image {path} is damaged or not a raster. Copy or download it again.")


class FormatNotRead(YaluError):
    """An image of a format that is not opened here: it may name other files or services, or is no usual picture."""

    template = translatable("The image {path} was not opened: {format} is not read here. Export it as GeoTIFF.")


class DriverMissing(YaluError):
    """An image of a format that this QGIS cannot read."""

    template = translatable("The image {path} was not opened: this QGIS has no {format} driver. Export it as GeoTIFF.")


class ArchiveNotRead(YaluError):
    """An archive other than a ZIP file, or one in a ZIP file."""

    template = translatable("{path} is an archive that is not looked into. Unpack it, or pack it as ZIP.")


def driver_of(uri: str) -> str:
    """The name of the driver that GDAL takes the file for; empty for none. Only the file's first bytes are read."""
    if suffix(uri) in WITH_MAGIC and not begins_as_image(read(uri, HEAD)):
        return ""  # GDAL would try its drivers one by one
    with configured(GDAL_DISABLE_READDIR_ON_OPEN="TRUE"):  # a large folder is not listed for each of its files
        found = gdal.IdentifyDriverEx(uri, gdal.OF_RASTER)
    return found.ShortName if found is not None else ""


def refusal(uri: str, driver: str) -> YaluError:
    """Why a file that is none of `READ` is not opened."""
    ending = suffix(uri)
    wanted = _DRIVERS.get(ending, "")
    if ending in _ARCHIVES:
        return ArchiveNotRead(path=uri)
    if wanted and gdal.GetDriverByName(wanted) is None:
        return DriverMissing(path=uri, format=wanted)
    if driver or (wanted and wanted not in READ):
        return FormatNotRead(path=uri, format=driver or wanted)
    return RasterUnreadable(gdal.GetLastErrorMsg(), path=uri)
