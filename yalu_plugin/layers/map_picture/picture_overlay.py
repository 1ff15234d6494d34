"""The picture as a raster layer on the map, warped as its tie points say."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from osgeo import gdal
from qgis.core import QgsLayerTreeLayer, QgsProject, QgsRasterLayer

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable
from yalu_plugin.core.work_progress import Cancelled, Progress, no_progress
from yalu_plugin.layers.imagery.gdal_options import quiet_gdal
from yalu_plugin.layers.project import GROUP, ROLE

if TYPE_CHECKING:
    from yalu_plugin.layers.map_picture.picture_file import MapPicture
    from yalu_plugin.layers.map_picture.picture_fit import PictureFit

STEPS = 11  # tie points along each side from which GDAL warps: they follow the fitted transformation
OVERLAY = "map_picture"  # role of the layer


class NotWarped(YaluError):
    """GDAL could not draw the picture in its place."""

    template = translatable("The picture cannot be drawn on the map with these tie points. Check them.")


def warp_picture(picture: MapPicture, fit: PictureFit, path: Path, progress: Progress = no_progress) -> Path:
    """Write the picture as a GeoTIFF in the CRS of the fit; return its path. Raises NotWarped, NoPlaceOnGround,
    Cancelled.
    """
    def report(fraction: float, _text: str, _data: object) -> int:
        try:
            progress(fraction)
        except Cancelled as error:
            stopped.append(error)
        return 0 if stopped else 1

    stopped: list[Cancelled] = []
    try:
        with quiet_gdal():
            warped = gdal.Warp(str(path), _with_points(picture, fit), format="GTiff", dstAlpha=True, tps=True,
                               dstSRS=fit.crs.toWkt(), resampleAlg="bilinear", callback=report,
                               creationOptions=["TILED=YES", "COMPRESS=DEFLATE"])
    except RuntimeError as error:
        if stopped:
            raise stopped[0] from error
        raise NotWarped(str(error)) from error
    if stopped:
        raise stopped[0]
    if warped is None:
        raise NotWarped(gdal.GetLastErrorMsg())
    return path


def _with_points(picture: MapPicture, fit: PictureFit) -> gdal.Dataset:
    """Return the picture in memory, with a grid of points that follow the fit."""
    rows, columns, _ = picture.pixels.shape
    raster = gdal.GetDriverByName("MEM").Create("", columns, rows, 3)
    for band in range(3):
        raster.GetRasterBand(band + 1).WriteRaster(0, 0, columns, rows, picture.pixels[:, :, band].tobytes())
    points = []
    for down in range(STEPS):
        for along in range(STEPS):
            column, row = along * columns / (STEPS - 1), down * rows / (STEPS - 1)
            place = fit.on_crs(column * picture.reduction, row * picture.reduction)
            points.append(gdal.GCP(place.x(), place.y(), 0, column, row))
    raster.SetGCPs(points, fit.crs.toWkt())
    return raster


def show_overlay(project: QgsProject, path: Path, name: str, opacity: float) -> QgsRasterLayer:
    """Add the warped picture to the project, below the survey's layers."""
    layer = QgsRasterLayer(str(path), name)
    layer.setCustomProperty(ROLE, OVERLAY)
    layer.setOpacity(opacity)
    root = project.layerTreeRoot()
    groups = [at for at, child in enumerate(root.children()) if child.customProperty(GROUP) == "survey"]
    project.addMapLayer(layer, False)
    root.insertChildNode(groups[0] + 1 if groups else 0, QgsLayerTreeLayer(layer))
    return layer
