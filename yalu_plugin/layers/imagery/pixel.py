"""Whether the picture of a scene shows anything at a place: what it does not show there was not seen on it."""

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

FILE = "gdal"  # what tiles and maps of the web show is in drawn.py
SAMPLES = 512  # cells along each side of the coarse reading in which a collar is looked for
_last: dict[tuple[str, int], dict[int, QgsRasterBlock]] = {}
NOISE = 4  # of 255, that JPEG leaves in a black or white collar
UNSIGNED = {Qgis.DataType.Byte: 255, Qgis.DataType.UInt16: 65_535}  # the value that a white collar has


def is_clear(layer: QgsRasterLayer, place: QgsPointXY) -> bool:
    """Whether one looks through the picture at `place` (EPSG:4326): no data, masked, transparent or beside it.

    What counts is the pixel as the layer draws it, with all that its user has set as no data or transparent. A place
    outside what the layer's CRS can tell of, and a layer of tiles, count as not clear: nobody knows.
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
    """Whether the picture at `place` (EPSG:4326) is the black or white that an image without nodata has around it.

    That is: all bands are exactly 0, or exactly the most that they hold (nearly, where JPEG or WebP leaves noise), at
    the place, and on a straight way from there to the image's edge, and along that edge to a corner. Dark water
    crosses an edge; it does not lie along the whole way to a corner. A collar thinner than 1/512 of the image is not
    seen, nor one of a large image of the web without overviews.
    """
    cell = _cell(layer, place)
    paletted = isinstance(layer.renderer(), QgsPalettedRasterRenderer)  # its numbers are names of colours
    if cell is None or paletted or not layer.extent().contains(cell.center()):
        return False
    if _must_be_fetched_whole(layer):
        return False
    bands, provider = _picture_bands(layer), layer.dataProvider()
    found = {band: provider.block(band, cell, 1, 1).value(0, 0) for band in bands}
    kind = provider.sourceDataType(bands[0])
    dark_or_bright = kind == Qgis.DataType.Byte and all(not NOISE < value < 255 - NOISE for value in found.values())
    noise = NOISE if dark_or_bright and _is_lossy(layer.source()) else 0
    for stored in {0, UNSIGNED.get(kind, 0)}:
        empty = {band: _Empty(provider.bandOffset(band) + provider.bandScale(band) * stored,
                              abs(provider.bandScale(band)) * noise) for band in bands}
        if all(empty[band].is_value(found[band]) for band in bands):
            return _reaches_corner(layer, empty, cell.center())
    return False


def _is_lossy(source: str) -> bool:
    """Whether the image that a layer shows is compressed so that its values are not kept to the digit."""
    with quiet_gdal():
        try:
            raster = gdal.OpenEx(source, gdal.OF_RASTER)
        except RuntimeError:
            return False
    compression = raster.GetMetadata_Dict("IMAGE_STRUCTURE").get("COMPRESSION", "") if raster else ""
    return any(name in compression for name in ("JPEG", "WEBP"))


class _Empty(NamedTuple):
    """What a band holds where there is no picture, give or take some noise."""

    level: float
    noise: float

    def is_value(self, value: float) -> bool:
        return math.isclose(value, self.level, rel_tol=1e-6, abs_tol=self.noise + 1e-9)


def _cell(layer: QgsRasterLayer, place: QgsPointXY) -> QgsRectangle | None:
    """The pixel of a file's layer at `place`, in the layer's CRS; None where that is not known."""
    provider = layer.dataProvider()
    if layer.providerType() != FILE or not layer.isValid() or provider.xSize() == 0 or provider.ySize() == 0:
        return None
    there = QgsCoordinateTransform(QgsCoordinateReferenceSystem(FOOTPRINT_CRS), layer.crs(),
                                   QgsCoordinateTransformContext())
    try:
        point = there.transform(place) if there.isValid() else QgsPointXY(math.nan, math.nan)
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
    """The bands that tell what is transparent; QGIS has the mask of an image as one of them."""
    provider = layer.dataProvider()
    return [band for band in range(1, provider.bandCount() + 1)
            if provider.colorInterpretation(band) == Qgis.RasterColorInterpretation.AlphaBand]


def _picture_bands(layer: QgsRasterLayer) -> list[int]:
    alpha = _alpha_bands(layer)
    return [band for band in range(1, layer.dataProvider().bandCount() + 1) if band not in alpha] or [1]


def _must_be_fetched_whole(layer: QgsRasterLayer) -> bool:
    """Whether this is a large image of the web without overviews: nobody waits for all of it at a click."""
    provider = layer.dataProvider()
    large = max(provider.xSize(), provider.ySize()) > SAMPLES
    return large and layer.source().startswith("/vsicurl") and not provider.hasPyramids()


def _reaches_corner(layer: QgsRasterLayer, empty_values: Mapping[int, _Empty], point: QgsPointXY) -> bool:
    """Whether nothing but the empty value of each band lies straight from the point to an edge of the image, and on
    to one of its corners.
    """
    provider, extent = layer.dataProvider(), layer.extent()
    columns, rows = min(provider.xSize(), SAMPLES), min(provider.ySize(), SAMPLES)
    blocks = _coarse(layer, empty_values, columns, rows)
    column = min(int((point.x() - extent.xMinimum()) / extent.width() * columns), columns - 1)
    row = min(int((extent.yMaximum() - point.y()) / extent.height() * rows), rows - 1)
    last_column, last_row = columns - 1, rows - 1

    def empty(row: int, column: int) -> bool:
        return all(empty_values[band].is_value(block.value(row, column)) for band, block in blocks.items())

    def along_row(row: int, start: int, end: int) -> bool:
        return _all(lambda place: empty(row, place), start, end)

    def along_column(column: int, start: int, end: int) -> bool:
        return _all(lambda place: empty(place, column), start, end)

    sideways = any(along_row(row, column, edge) and (along_column(edge, row, 0) or along_column(edge, row, last_row))
                   for edge in (0, last_column))
    return sideways or any(
        along_column(column, row, edge) and (along_row(edge, column, 0) or along_row(edge, column, last_column))
        for edge in (0, last_row))


def _coarse(layer: QgsRasterLayer, bands: Iterable[int], columns: int, rows: int) -> dict[int, QgsRasterBlock]:
    """The whole image in few cells. That of the image asked of last is kept: without overviews it takes seconds."""
    key = (layer.source(), layer.dataProvider().dataTimestamp().toMSecsSinceEpoch())
    if key not in _last:
        _last.clear()
        _last[key] = {band: layer.dataProvider().block(band, layer.extent(), columns, rows) for band in bands}
    return _last[key]


def _all(holds: Callable[[int], bool], start: int, end: int) -> bool:
    """Whether it holds for every number from start to end, both taken with, whichever is greater."""
    return all(map(holds, range(min(start, end), max(start, end) + 1)))
