from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from yalu_plugin.core.map_picture.tie_points import (
    AFFINE,
    TRANSFORMATIONS,
    NoPlaceOnGround,
    PictureCrsMissing,
    PictureMirrored,
    TiePoint,
    TiePointsOnLine,
)


def crs(code: str) -> Any:
    from qgis.core import QgsCoordinateReferenceSystem

    return QgsCoordinateReferenceSystem(code)


def tied(code: str, pixels: list[tuple[float, float]], turn: float = 0.2, metres: float = 40.0) -> list[TiePoint]:
    """Tie points of a picture that is turned, and has so many units of the CRS to a pixel."""
    from qgis.core import QgsCoordinateTransform, QgsCoordinateTransformContext, QgsPointXY

    back = QgsCoordinateTransform(crs(code), crs("EPSG:4326"), QgsCoordinateTransformContext())
    start = back.transform(QgsPointXY(128.0, 41.4), QgsCoordinateTransform.TransformDirection.ReverseTransform)
    points = []
    for column, row in pixels:
        x = start.x() + metres * (column * math.cos(turn) + row * math.sin(turn))
        y = start.y() + metres * (column * math.sin(turn) - row * math.cos(turn))
        place = back.transform(QgsPointXY(x, y))
        points.append(TiePoint(column, row, place.x(), place.y()))
    return points


def fitted(points: list[TiePoint], code: str, transformation: Any = AFFINE) -> Any:
    from qgis.core import QgsCoordinateTransformContext

    from yalu_plugin.layers.map_picture.picture_fit import PictureFit

    return PictureFit(points, transformation, crs(code), QgsCoordinateTransformContext())


PIXELS = [(10.0, 20.0), (900.0, 60.0), (450.0, 700.0), (30.0, 650.0), (820.0, 600.0), (400.0, 300.0), (600.0, 10.0)]


@pytest.mark.parametrize("code", ["EPSG:32652", "EPSG:3857", "EPSG:5179"])
@pytest.mark.parametrize("transformation", TRANSFORMATIONS)
def test_a_picture_drawn_in_a_crs_fits_it_exactly(qgis_app: Any, code: str, transformation: Any) -> None:
    points = tied(code, PIXELS)
    fit = fitted(points, code, transformation)
    assert max(fit.residuals_m) < 0.01
    (asked,) = tied(code, [(333.0, 222.0)])
    place = fit.lonlat(333.0, 222.0)
    assert (place.x(), place.y()) == pytest.approx((asked.lon, asked.lat), abs=1e-7)


def test_residuals_are_metres_on_the_ellipsoid(qgis_app: Any) -> None:
    points = tied("EPSG:32652", PIXELS)
    wrong = [*points[:-1], points[-1]._replace(lat=points[-1].lat + 0.01)]  # 1,110 m north
    fit = fitted(wrong, "EPSG:32652")
    assert fit.residuals_m.index(max(fit.residuals_m)) == 6
    assert 500 < max(fit.residuals_m) < 1110
    assert fit.rms_m == pytest.approx(math.sqrt(sum(one * one for one in fit.residuals_m) / 7))


def test_the_length_of_pixels_on_the_ground(qgis_app: Any) -> None:
    fit = fitted(tied("EPSG:32652", PIXELS), "EPSG:32652")
    assert fit.metres(400, 300, 10) == pytest.approx(400, rel=2e-3)
    web = fitted(tied("EPSG:3857", PIXELS), "EPSG:3857")
    assert web.metres(400, 300, 10) == pytest.approx(400 * math.cos(math.radians(41.2)), rel=5e-3)


def test_accuracy_of_dots(qgis_app: Any) -> None:
    points = tied("EPSG:32652", PIXELS)
    exact = fitted(points[:3], "EPSG:32652")
    assert exact.accuracies_m([(400.0, 300.0, 5.0)]) == [None]
    (accuracy,) = fitted(points, "EPSG:32652").accuracies_m([(400.0, 300.0, 5.0)])
    assert accuracy == pytest.approx(200, rel=2e-3)


def test_points_that_determine_nothing(qgis_app: Any) -> None:
    with pytest.raises(TiePointsOnLine):
        fitted(tied("EPSG:32652", [(0, 0), (100, 100), (200, 200)]), "EPSG:32652")
    points = tied("EPSG:32652", PIXELS)
    with pytest.raises(PictureMirrored):
        fitted([point._replace(column=-point.column) for point in points], "EPSG:32652")


def test_no_crs_is_assumed(qgis_app: Any) -> None:
    with pytest.raises(PictureCrsMissing):
        fitted(tied("EPSG:32652", PIXELS), "")


def test_a_place_off_the_globe(qgis_app: Any) -> None:
    fit = fitted(tied("EPSG:32652", PIXELS[:3]), "EPSG:4326")
    with pytest.raises(NoPlaceOnGround):
        fit.lonlat(1e7, 1e7)


def test_the_warped_picture_lies_where_the_dots_are(qgis_app: Any, tmp_path: Path) -> None:
    from qgis.core import QgsProject, QgsRasterLayer

    from yalu_plugin.layers.map_picture.picture_file import MapPicture
    from yalu_plugin.layers.map_picture.picture_overlay import show_overlay, warp_picture

    pixels = np.full((350, 470, 3), 255, np.uint8)
    pixels[148:153, 198:203] = (250, 0, 0)
    picture = MapPicture(tmp_path / "a.png", 1, 1, "", 940, 700, pixels)  # every second pixel of the file
    for transformation in TRANSFORMATIONS:
        fit = fitted(tied("EPSG:32652", PIXELS), "EPSG:32652", transformation)
        path = warp_picture(picture, fit, tmp_path / f"{transformation.name}.tif")
        layer = QgsRasterLayer(str(path), "warped")
        place = fit.on_crs(401.0, 301.0)
        red, is_valid = layer.dataProvider().sample(place, 1)
        green, _ = layer.dataProvider().sample(place, 2)
        assert is_valid and layer.crs().authid() == "EPSG:32652" and (red, green) == (250.0, 0.0)
    shown = show_overlay(QgsProject.instance(), path, "picture", 0.4)
    assert shown.opacity() == pytest.approx(0.4) and QgsProject.instance().layerTreeRoot().findLayer(shown.id())
    QgsProject.instance().removeMapLayer(shown.id())
