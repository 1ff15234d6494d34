"""Whether the picture of a scene shows anything at a place: what it does not show was not seen there."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsPalettedRasterRenderer,
    QgsPointXY,
    QgsRasterBlock,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.PyQt.QtGui import QColor

from yalu_plugin.layers.imagery.footprint import FOOTPRINT_CRS
from yalu_plugin.layers.imagery.gdal_options import quiet_gdal

GDAL_PROVIDER = "gdal"  # tiles and maps on the web are handled in drawn_layer.py
SAMPLES = 512  # cells along each side of the coarse image in which a collar is detected
_coarse_cache: dict[tuple[str, int], dict[int, QgsRasterBlock]] = {}
NOISE = 4  # of 255, left by JPEG in a black or white collar
UNSIGNED = {Qgis.DataType.Byte: 255, Qgis.DataType.UInt16: 65_535}  # the value of a white collar


def is_transparent(layer: QgsRasterLayer, place: QgsPointXY) -> bool:
    """Return whether the picture has nothing at `place` (EPSG:4326): no data, masked, transparent or outside of it.

    What counts is the pixel as the layer draws it, with all that the user has set as no data or transparent. For a
    place outside the domain of the layer's CRS and for a layer of tiles this is unknown: False.
    """
    cell = _cell(layer, place)
    if cell is None:
        return False
    if not layer.extent().contains(cell.center()):
        return True
    provider, renderer = layer.dataProvider(), layer.renderer()
    if QColor.fromRgba(renderer.block(1, cell, 1, 1).color(0, 0)).alpha() == 0:
        return True
    if any(provider.block(band, cell, 1, 1).isNoData(0, 0) for band in renderer.usesBands()):
        return True
    return any(provider.block(band, cell, 1, 1).value(0, 0) == 0 for band in _alpha_bands(layer))


def is_collar(layer: QgsRasterLayer, place: QgsPointXY) -> bool:
    """Return whether `place` (EPSG:4326) is in the black or white collar around an image without nodata.

    In a collar all bands are exactly 0, or exactly their maximum (nearly, where JPEG or WebP leaves noise), at the
    place, in a straight line from there to the image's edge, and along that edge to a corner. Dark water crosses an
    edge, but does not follow it all the way to a corner. A collar thinner than 1/512 of the image is not detected, nor
    one of a large image on the web without overviews.
    """
    cell = _cell(layer, place)
    paletted = isinstance(layer.renderer(), QgsPalettedRasterRenderer)  # its values are indexes of colours
    if cell is None or paletted or not layer.extent().contains(cell.center()):
        return False
    if _must_be_fetched_whole(layer):
        return False
    bands, provider = _picture_bands(layer), layer.dataProvider()
    found = {band: provider.block(band, cell, 1, 1).value(0, 0) for band in bands}
    data_type = provider.sourceDataType(bands[0])
    extreme = all(not NOISE < value < 255 - NOISE for value in found.values())
    noise = NOISE if data_type == Qgis.DataType.Byte and extreme and _is_lossy(layer.source()) else 0
    for stored in {0, UNSIGNED.get(data_type, 0)}:
        empty = {band: _Empty(provider.bandOffset(band) + provider.bandScale(band) * stored,
                              abs(provider.bandScale(band)) * noise) for band in bands}
        if all(empty[band].is_value(found[band]) for band in bands):
            return _reaches_corner(layer, empty, cell.center())
    return False


def _is_lossy(source: str) -> bool:
    """Return whether the layer's image has a compression that changes values."""
    with quiet_gdal():
        try:
            raster = gdal.OpenEx(source, gdal.OF_RASTER)
        except RuntimeError:
            return False
    compression = raster.GetMetadata_Dict("IMAGE_STRUCTURE").get("COMPRESSION", "") if raster else ""
    return any(name in compression for name in ("JPEG", "WEBP"))


class _Empty(NamedTuple):
    """The value of a band where there is no picture, with a tolerance for noise."""

    level: float
    noise: float

    def is_value(self, value: float) -> bool:
        return math.isclose(value, self.level, rel_tol=1e-6, abs_tol=self.noise + 1e-9)


def _cell(layer: QgsRasterLayer, place: QgsPointXY) -> QgsRectangle | None:
    """Return the pixel of a file's layer at `place`, in the layer's CRS; None where it is unknown."""
    provider = layer.dataProvider()
    if layer.providerType() != GDAL_PROVIDER or not layer.isValid() or provider.xSize() == 0 or provider.ySize() == 0:
        return None
    transform = QgsCoordinateTransform(QgsCoordinateReferenceSystem(FOOTPRINT_CRS), layer.crs(),
                                       QgsCoordinateTransformContext())
    try:
        point = transform.transform(place) if transform.isValid() else QgsPointXY(math.nan, math.nan)
    except QgsCsException:
        return None
    if not (math.isfinite(point.x()) and math.isfinite(point.y())):
        return None
    extent = layer.extent()
    width, height = extent.width() / provider.xSize(), extent.height() / provider.ySize()
    left = extent.xMinimum() + math.floor((point.x() - extent.xMinimum()) / width) * width
    top = extent.yMaximum() - math.floor((extent.yMaximum() - point.y()) / height) * height
    return QgsRectangle(left, top - height, left + width, top)


def _alpha_bands(layer: QgsRasterLayer) -> list[int]:
    """Return the bands with the transparency; QGIS presents an image's mask as one of them."""
    provider = layer.dataProvider()
    return [band for band in range(1, provider.bandCount() + 1)
            if provider.colorInterpretation(band) == Qgis.RasterColorInterpretation.AlphaBand]


def _picture_bands(layer: QgsRasterLayer) -> list[int]:
    alpha = _alpha_bands(layer)
    return [band for band in range(1, layer.dataProvider().bandCount() + 1) if band not in alpha] or [1]


def _must_be_fetched_whole(layer: QgsRasterLayer) -> bool:
    """Return whether this is a large image on the web without overviews: too slow to read on a click."""
    provider = layer.dataProvider()
    large = max(provider.xSize(), provider.ySize()) > SAMPLES
    return large and layer.source().startswith("/vsicurl") and not provider.hasPyramids()


def _reaches_corner(layer: QgsRasterLayer, empty_values: Mapping[int, _Empty], point: QgsPointXY) -> bool:
    """Return whether only empty values are in a straight line from the point to an edge, and from there to a corner."""
    provider, extent = layer.dataProvider(), layer.extent()
    columns, rows = min(provider.xSize(), SAMPLES), min(provider.ySize(), SAMPLES)
    blocks = _coarse_blocks(layer, empty_values, columns, rows)
    column = min(int((point.x() - extent.xMinimum()) / extent.width() * columns), columns - 1)
    row = min(int((extent.yMaximum() - point.y()) / extent.height() * rows), rows - 1)
    last_column, last_row = columns - 1, rows - 1

    def empty(row: int, column: int) -> bool:
        return all(empty_values[band].is_value(block.value(row, column)) for band, block in blocks.items())

    def along_row(row: int, start: int, end: int) -> bool:
        return _holds_for_all(lambda place: empty(row, place), start, end)

    def along_column(column: int, start: int, end: int) -> bool:
        return _holds_for_all(lambda place: empty(place, column), start, end)

    sideways = any(along_row(row, column, edge) and (along_column(edge, row, 0) or along_column(edge, row, last_row))
                   for edge in (0, last_column))
    return sideways or any(
        along_column(column, row, edge) and (along_row(edge, column, 0) or along_row(edge, column, last_column))
        for edge in (0, last_row))


def _coarse_blocks(layer: QgsRasterLayer, bands: Iterable[int], columns: int, rows: int) -> dict[int, QgsRasterBlock]:
    """Return the whole image in few cells. The last image is cached: without overviews it takes seconds."""
    key = (layer.source(), layer.dataProvider().dataTimestamp().toMSecsSinceEpoch())
    if key not in _coarse_cache:
        _coarse_cache.clear()
        _coarse_cache[key] = {band: layer.dataProvider().block(band, layer.extent(), columns, rows) for band in bands}
    return _coarse_cache[key]


def _holds_for_all(holds: Callable[[int], bool], start: int, end: int) -> bool:
    """Return whether it holds for every number from start to end, both included, in either order."""
    return all(map(holds, range(min(start, end), max(start, end) + 1)))
