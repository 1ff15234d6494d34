"""How large a raster may say it is: small files can declare sizes that would fill the memory when a pixel is read."""

from __future__ import annotations

from osgeo import gdal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.files import file_of
from yalu_plugin.core.text import translatable

LARGEST_BLOCK = 1 << 28  # bytes that GDAL reads at once for one pixel: a whole Sentinel-2 band of 10 m is less
LARGEST_WHOLE = 1 << 29  # bytes of an image whose driver unpacks it as a whole
MOST_UNPACKED = 20_000  # times larger than its file
MOST_BANDS = 1_000
_WHOLE = ("WEBP", "GIF", "BIGGIF", "PDF")
_BY_BLOCKS = ("GTiff", "COG", "VRT", "MBTiles", "GPKG")


class RasterTooLarge(YaluError):
    """A raster that would take more memory than its file has any reason to."""

    template = translatable("The image {path} claims {columns} x {rows} pixels and {bands} bands, too much to read in "
                            "pieces. Save it again as tiled GeoTIFF.")


def check_size(raster: gdal.Dataset, uri: str) -> None:
    """Refuse what cannot be read piece by piece. Raises RasterTooLarge."""
    bands = raster.RasterCount
    if bands <= MOST_BANDS and _is_bounded(raster, file_of(uri).stat().st_size):
        return
    raise RasterTooLarge(path=uri, columns=raster.RasterXSize, rows=raster.RasterYSize, bands=bands)


def _is_bounded(raster: gdal.Dataset, file_size: int) -> bool:
    band = raster.GetRasterBand(1)
    driver = raster.GetDriver().ShortName
    each = gdal.GetDataTypeSize(band.DataType) // 8
    together = raster.RasterCount if raster.GetMetadataItem("INTERLEAVE", "IMAGE_STRUCTURE") == "PIXEL" else 1
    columns, rows = band.GetBlockSize()
    whole = raster.RasterXSize * raster.RasterYSize * raster.RasterCount * each
    if columns * rows * each * together > LARGEST_BLOCK or (driver in _WHOLE and whole > LARGEST_WHOLE):
        return False
    return driver in _BY_BLOCKS or whole <= max(LARGEST_BLOCK, MOST_UNPACKED * file_size)
