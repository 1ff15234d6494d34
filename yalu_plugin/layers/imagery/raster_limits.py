"""Limits to the size a raster may declare: small files can declare sizes that would exhaust the memory."""

from __future__ import annotations

from osgeo import gdal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.image_files import file_of
from yalu_plugin.core.text import translatable

MAX_BLOCK_BYTES = 1 << 28  # GDAL reads a block for one pixel; a whole Sentinel-2 band of 10 m is less
MAX_UNTILED_BYTES = 1 << 29  # of an image whose driver decompresses it as a whole
MAX_UNPACK_RATIO = 20_000  # decompressed size to file size
MAX_BANDS = 1_000
_UNTILED = ("WEBP", "GIF", "BIGGIF", "PDF")
_TILED = ("GTiff", "COG", "VRT", "MBTiles", "GPKG")


class RasterTooLarge(YaluError):
    """A raster that would take far more memory than its file justifies."""

    template = translatable("The image {path} claims {columns} x {rows} pixels and {bands} bands, too much to read in "
                            "pieces. Save it again as tiled GeoTIFF.")


def check_size(raster: gdal.Dataset, uri: str) -> None:
    """Check that the raster can be read piece by piece. Raises RasterTooLarge."""
    bands = raster.RasterCount
    if bands <= MAX_BANDS and _is_bounded(raster, file_of(uri).stat().st_size):
        return
    raise RasterTooLarge(path=uri, columns=raster.RasterXSize, rows=raster.RasterYSize, bands=bands)


def _is_bounded(raster: gdal.Dataset, file_size: int) -> bool:
    band = raster.GetRasterBand(1)
    driver = raster.GetDriver().ShortName
    pixel_bytes = gdal.GetDataTypeSize(band.DataType) // 8
    bands_per_block = raster.RasterCount if raster.GetMetadataItem("INTERLEAVE", "IMAGE_STRUCTURE") == "PIXEL" else 1
    columns, rows = band.GetBlockSize()
    image_bytes = raster.RasterXSize * raster.RasterYSize * raster.RasterCount * pixel_bytes
    if columns * rows * pixel_bytes * bands_per_block > MAX_BLOCK_BYTES:
        return False
    if driver in _UNTILED and image_bytes > MAX_UNTILED_BYTES:
        return False
    return driver in _TILED or image_bytes <= max(MAX_BLOCK_BYTES, MAX_UNPACK_RATIO * file_size)
