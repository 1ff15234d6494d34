"""What a drawn picture of tiles or maps shows at a place, pixel for pixel."""

from __future__ import annotations

import random
from typing import Any

import pytest

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.tile_grid import TileAddress

WIDTH, HEIGHT, METRES = 400, 300, 1.0
WEST, NORTH = 14_235_600, 5_073_000
MAP = "https://a.example/wms?REQUEST=GetMap"


def tiles(zmax: int = 18) -> str:
    return TileAddress("https://a.example/{z}/{x}/{y}", 0, zmax).uri


def noise(ratio: int) -> Any:
    from qgis.PyQt.QtGui import QImage

    size = WIDTH * ratio, HEIGHT * ratio
    pixels = random.Random(7).randbytes(4 * size[0] * size[1])
    image = QImage(pixels, *size, 4 * size[0], QImage.Format.Format_RGB32).copy().convertToFormat(
        QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    return image


def filled(image: Any, colour: str, left: float, top: float, right: float, bottom: float) -> Any:
    """Fill a part of it, in screen pixels, with one colour."""
    from qgis.PyQt.QtCore import QRectF
    from qgis.PyQt.QtGui import QColor, QPainter

    painter = QPainter(image)  # in screen pixels
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.fillRect(QRectF(left, top, right - left, bottom - top), QColor(colour))
    painter.end()
    return image


def reason(image: Any, column: float, row: float, uri: str, metres: float = METRES, crs: str = "EPSG:3857") -> str:
    """Return why nothing is seen at a screen pixel, or "seen"."""
    from qgis.core import (
        QgsCoordinateReferenceSystem,
        QgsCoordinateTransform,
        QgsMapSettings,
        QgsPointXY,
        QgsProject,
        QgsRectangle,
    )
    from qgis.PyQt.QtCore import QSize

    from yalu_plugin.layers.imagery.drawn_layer import DrawnLayer, drawn_visibility_error

    settings = QgsMapSettings()
    settings.setDestinationCrs(QgsCoordinateReferenceSystem(crs))
    settings.setOutputSize(QSize(WIDTH, HEIGHT))
    settings.setDevicePixelRatio(image.devicePixelRatio())
    settings.setExtent(QgsRectangle(WEST, NORTH - HEIGHT * metres, WEST + WIDTH * metres, NORTH))
    there = QgsCoordinateTransform(settings.destinationCrs(), QgsCoordinateReferenceSystem("EPSG:4326"),
                                   QgsProject.instance())
    place = there.transform(QgsPointXY(WEST + column * metres, NORTH - row * metres))
    why = drawn_visibility_error(DrawnLayer(settings, image), Scene("a", uri, None, None), place)
    return type(why).__name__ if why else "seen"


@pytest.mark.parametrize("ratio", [1, 2, 3])
@pytest.mark.parametrize("uri", [tiles(), MAP])
def test_at_the_pixel_whatever_the_screen(qgis_app: Any, ratio: int, uri: str) -> None:
    image = filled(noise(ratio), "transparent", 100, 50, 200, 150)
    assert [reason(image, column, 100, uri) for column in (99.5, 100.5, 199.5, 200.5)] == [
        "seen", "NoImageHere", "NoImageHere", "seen"]
    assert [reason(image, column, row, uri) for column, row in ((-1, 50), (401, 50), (50, 301), (399.5, 299.5))] == [
        "PlaceNotInView", "PlaceNotInView", "PlaceNotInView", "seen"]


@pytest.mark.parametrize(("colour", "uri", "expected"), [
    ("#000000", MAP, "PlainColourHere"), ("#fefefe", MAP, "PlainColourHere"), ("#cccccc", MAP, "seen"),
    ("#000000", tiles(), "seen"), ("#cccccc", tiles(), "seen")])
def test_a_part_of_one_colour(qgis_app: Any, colour: str, uri: str, expected: str) -> None:
    """A large black or white part of a map is no picture; a field or a pond within a tile may be real."""
    image = filled(noise(1), colour, 0, 0, 260, 300)
    if uri != MAP:
        image = filled(noise(1), colour, 150, 100, 190, 140)
    assert reason(image, 100 if uri == MAP else 170, 120, uri) == expected


def test_black_with_the_noise_of_jpeg(qgis_app: Any) -> None:
    image = filled(noise(1), "#000000", 0, 0, 400, 300)
    for column in range(0, 400, 3):
        image = filled(image, "#030204", column, 0, column + 1, 300)
    assert [reason(image, 200, 150, uri) for uri in (MAP, tiles())] == ["PlainColourHere"] * 2


def test_too_little_of_the_tile_is_no_evidence(qgis_app: Any) -> None:
    image = filled(noise(1), "#808080", 0, 0, 400, 300)
    assert reason(image, 200, 150, tiles()) == "PlainColourHere"
    assert reason(image, 200, 150, tiles(12)) == "seen"  # enlarged 64 times, the view has six pixels of the service
    assert reason(image, 200, 150, tiles(16)) == "PlainColourHere"


def test_a_map_in_a_crs_that_ends(qgis_app: Any) -> None:
    assert reason(noise(1), 10, 150, tiles(), 50_000) == "seen"  # it extends beyond the poles
