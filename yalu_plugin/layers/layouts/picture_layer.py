"""A picture of a map as a layer on the same ground, in a file in memory."""

from __future__ import annotations

import uuid

from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeedback,
    QgsMultiBandColorRenderer,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.PyQt.QtGui import QImage

from yalu_plugin.i18n import tr
from yalu_plugin.layers.layouts.breath import breathe

ROWS = 256  # at once
OPTIONS = ["TILED=YES", "COMPRESS=DEFLATE", "ZLEVEL=1", "INTERLEAVE=PIXEL", "PHOTOMETRIC=RGB", "ALPHA=YES"]
WITHIN = 0.001  # dots: QGIS draws what reaches over a map's edge, by rounding alone, on a dot more than the map has
RED, GREEN, BLUE, ALPHA = 1, 2, 3, 4


def new_path() -> str:
    """Where a picture can be saved in memory."""
    return f"/vsimem/{uuid.uuid4().hex}.tif"


def save(image: QImage, extent: QgsRectangle, crs: QgsCoordinateReferenceSystem, path: str,
         feedback: QgsFeedback | None) -> None:
    """Write a picture of `extent`, in `crs`. Raises Cancelled, and leaves what it has written."""
    width, height = image.width(), image.height()
    file = gdal.GetDriverByName("GTiff").Create(path, width, height, ALPHA, gdal.GDT_Byte, OPTIONS)
    ground = extent.buffered(-WITHIN * extent.width() / width)
    file.SetGeoTransform((ground.xMinimum(), ground.width() / width, 0.0,
                          ground.yMaximum(), 0.0, -ground.height() / height))
    file.SetProjection(crs.toWkt())
    for top in range(0, height, ROWS):
        part = image.copy(0, top, width, min(ROWS, height - top)).convertToFormat(QImage.Format.Format_RGBA8888)
        dots = part.constBits()
        dots.setsize(part.sizeInBytes())
        file.WriteRaster(0, top, width, part.height(), bytes(dots), buf_pixel_space=ALPHA,
                         buf_line_space=part.bytesPerLine(), buf_band_space=1)
        breathe(feedback)


def picture_layer(path: str, crs: QgsCoordinateReferenceSystem) -> QgsRasterLayer:
    """The picture as it was drawn, whatever QGIS' settings say of images."""
    plain = QgsRasterLayer.LayerOptions(False)  # without a default style, for which QGIS counts colours
    layer = QgsRasterLayer(path, tr("Symbols"), "gdal", plain)
    layer.setCrs(crs)
    renderer = QgsMultiBandColorRenderer(layer.dataProvider(), RED, GREEN, BLUE)
    renderer.setAlphaBand(ALPHA)
    layer.setRenderer(renderer)
    layer.resampleFilter().setZoomedInResampler(None)
    layer.resampleFilter().setZoomedOutResampler(None)
    return layer


def remove(path: str) -> None:
    """Forget a picture, and what GDAL has noted beside it."""
    for file in (path, f"{path}.aux.xml"):
        gdal.Unlink(file)
