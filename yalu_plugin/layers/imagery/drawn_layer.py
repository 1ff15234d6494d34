"""What the map has drawn at a place of a scene on the web, whose tiles and maps have no pixels to read.

The picture on screen is evaluated: no request is made, and nothing waits.
"""

from __future__ import annotations

import math
from collections import Counter

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsCsException, QgsMapSettings, QgsPointXY
from qgis.PyQt.QtGui import QColor, QImage

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.tile_grid import MAX_ZOOM, PIXEL_M, TILE_PIXELS, TileAddress, is_tiles, tile_at
from yalu_plugin.layers.imagery.footprint import FOOTPRINT_CRS
from yalu_plugin.layers.survey.observations import NoImageHere, PlaceNotInView, PlainColourHere

WEB_MERCATOR = "EPSG:3857"
SAMPLES = 24  # per row and column of the sampled surroundings
MIN_TILE_PIXELS = 16  # width in pixels of the service: fewer may be alike in a good picture
SAME_COLOUR_SHARE = 0.9  # of one colour: the rest may be text such as "no data"
NOISE = 4  # of 255, left by JPEG in black and white

Pixel = tuple[int, int]  # column and row of the image


class DrawnLayer:
    """The settings a map was drawn with, and one of its layers as drawn on a transparent background."""

    def __init__(self, settings: QgsMapSettings, image: QImage) -> None:
        self.image = image
        self._grid, self._ratio = settings.mapToPixel(), image.devicePixelRatio()
        self._to_lonlat, self._to_mercator = (
            QgsCoordinateTransform(settings.destinationCrs(), QgsCoordinateReferenceSystem(crs),
                                   settings.transformContext()) for crs in (FOOTPRINT_CRS, WEB_MERCATOR))

    def pixel_at(self, place: QgsPointXY) -> Pixel | None:
        """Return the pixel at `place` (EPSG:4326); None outside of the picture."""
        try:
            point = self._to_lonlat.transform(place, QgsCoordinateTransform.TransformDirection.ReverseTransform)
        except QgsCsException:
            return None
        spot = self._grid.transform(point)
        if not (math.isfinite(spot.x()) and math.isfinite(spot.y())):
            return None
        pixel = math.floor(spot.x() * self._ratio), math.floor(spot.y() * self._ratio)
        return pixel if self.image.valid(*pixel) else None

    def lonlat_of(self, pixel: Pixel) -> QgsPointXY | None:
        """Return the centre of a pixel in EPSG:4326; None where the map's CRS has no such place."""
        return self._transformed(pixel, self._to_lonlat)

    def pixel_size_m(self, pixel: Pixel) -> float:
        """Return the distance to the next pixel's centre in metres of web mercator; 0 where it is not known."""
        here, neighbour = (self._transformed((pixel[0] + step, pixel[1]), self._to_mercator) for step in (0, 1))
        return here.distance(neighbour) if here is not None and neighbour is not None else 0.0

    def _transformed(self, pixel: Pixel, transform: QgsCoordinateTransform) -> QgsPointXY | None:
        column, row = ((number + 0.5) / self._ratio for number in pixel)
        try:
            return transform.transform(self._grid.toMapCoordinatesF(column, row))
        except QgsCsException:
            return None


def is_nothing_drawn(drawn: DrawnLayer, place: QgsPointXY) -> bool:
    """Return whether the picture is transparent at `place` (EPSG:4326) and in the pixels around it.

    The pixels at the edge of an image are covered in part. False outside of the picture.
    """
    pixel = drawn.pixel_at(place)
    return pixel is not None and all(drawn.image.pixelColor(*one).alpha() == 0 for one in _grid(drawn.image, pixel, 1))


def drawn_visibility_error(drawn: DrawnLayer, scene: Scene, place: QgsPointXY) -> YaluError | None:
    """Return why nothing was seen at `place` (EPSG:4326) of a scene of tiles or maps; None where something is shown.

    PlaceNotInView, NoImageHere (nothing was drawn), or PlainColourHere (what services send instead of a picture: a tile
    or map of one colour with a few words at most).
    """
    pixel = drawn.pixel_at(place)
    if pixel is None:
        return PlaceNotInView(scene=scene.label)
    if drawn.image.pixelColor(*pixel).alpha() == 0:
        return NoImageHere(scene=scene.label)
    if is_tiles(scene.uri):
        around = _tile_pixels(drawn, TileAddress.parse(scene.uri), pixel)
    else:
        around = _view_pixels(drawn, pixel)
    return PlainColourHere(scene=scene.label) if around and _one_colour(drawn.image, pixel, around) else None


def _tile_pixels(drawn: DrawnLayer, tiles: TileAddress, pixel: Pixel) -> list[Pixel]:
    """Return sampled pixels of the tile drawn at `pixel`, or of a quarter of it where it is drawn enlarged.

    Empty where too little of the tile is on screen.
    """
    size = drawn.pixel_size_m(pixel)
    if not (size and math.isfinite(size)):
        return []
    finest = math.ceil(math.log2(PIXEL_M / size))
    zoom = max(0, min(tiles.zmax, finest, MAX_ZOOM))
    enlarged = 2.0 ** max(finest - zoom, 0)
    reach = math.ceil(math.sqrt(2) * TILE_PIXELS * enlarged)  # to its farthest corner at any rotation of the map
    tile = _tile_of(drawn, pixel, zoom)
    inside = [one for one in _grid(drawn.image, pixel, reach) if _tile_of(drawn, one, zoom) == tile]
    across = min((max(column) - min(column) for column in zip(*inside)), default=0)
    return inside if across >= MIN_TILE_PIXELS * enlarged else []


def _tile_of(drawn: DrawnLayer, pixel: Pixel, zoom: int) -> object:
    place = drawn.lonlat_of(pixel)
    return None if place is None else tile_at(place.x(), place.y(), zoom)


def _view_pixels(drawn: DrawnLayer, pixel: Pixel) -> list[Pixel]:
    """Return sampled pixels of the view, as a map is the whole view.

    At a black or white pixel, as in a map that cannot be transparent, the surroundings are enough.
    """
    dark_or_bright = _black_or_white(drawn.image.pixelColor(*pixel)) is not None
    return _grid(drawn.image, pixel, TILE_PIXELS // 2 if dark_or_bright else max(drawn.image.width(),
                                                                                 drawn.image.height()))


def _grid(image: QImage, middle: Pixel, reach: int) -> list[Pixel]:
    """Return pixels in rows and columns over the part of the image within `reach` pixels of the middle one."""
    columns, rows = (_spread(max(place - reach, 0), min(place + reach, length - 1))
                     for place, length in zip(middle, (image.width(), image.height())))
    return [(column, row) for column in columns for row in rows]


def _spread(first: int, last: int) -> list[int]:
    steps = min(SAMPLES, last - first + 1)
    return sorted({first + round(number * (last - first) / max(steps - 1, 1)) for number in range(steps)})


def _one_colour(image: QImage, pixel: Pixel, around: list[Pixel]) -> bool:
    """Return whether nearly all pixels around have one colour, which no ground has.

    Water or snow may be pure black or white, so then the pixel in question must have that colour too: it may be a boat.
    """
    colours = [image.pixelColor(*one) for one in around]
    commonest = QColor.fromRgba(Counter(colour.rgba() for colour in colours).most_common(1)[0][0])
    if sum(_is_same_colour(commonest, colour) for colour in colours) < SAME_COLOUR_SHARE * len(around):
        return False
    return _black_or_white(commonest) is None or _is_same_colour(commonest, image.pixelColor(*pixel))


def _is_same_colour(one: QColor, other: QColor) -> bool:
    return one == other or (_black_or_white(one) is not None and _black_or_white(one) == _black_or_white(other))


def _black_or_white(colour: QColor) -> str | None:
    levels = colour.getRgb()[:3]
    if max(levels) <= NOISE:
        return "black"
    return "white" if min(levels) >= 255 - NOISE else None
