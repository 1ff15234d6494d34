"""What the map has drawn of a scene of the web at a place. Its tiles and maps were seen there, or were not.

The picture judged is the one on screen: no service is asked again, and nothing waits.
"""

from __future__ import annotations

import math
from collections import Counter

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsCsException, QgsMapSettings, QgsPointXY
from qgis.PyQt.QtGui import QColor, QImage

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.tiles import DEEPEST, PIXEL_M, TILE_PIXELS, TileAddress, is_tiles, tile_at
from yalu_plugin.layers.imagery.footprint import FOOTPRINT_CRS
from yalu_plugin.layers.survey.observations import NothingToSee, OneColourHere, PlaceNotInView

WEB_MERCATOR = "EPSG:3857"
SAMPLES = 24  # in a row and in a column of what is looked at around the place
LEAST = 16  # pixels of the service across: fewer may well be alike in a good picture
SHARE = 0.9  # of one colour: the rest may be words, as "no data"
NOISE = 4  # of 255, that JPEG leaves in black and white

Pixel = tuple[int, int]  # column and row of the image


class Drawn:
    """The settings a map was drawn with, and what was drawn of one of its layers, over nothing."""

    def __init__(self, settings: QgsMapSettings, image: QImage) -> None:
        self.image = image
        self._grid, self._ratio = settings.mapToPixel(), image.devicePixelRatio()
        self._to_lonlat, self._to_mercator = (
            QgsCoordinateTransform(settings.destinationCrs(), QgsCoordinateReferenceSystem(crs),
                                   settings.transformContext()) for crs in (FOOTPRINT_CRS, WEB_MERCATOR))

    def pixel_at(self, place: QgsPointXY) -> Pixel | None:
        """The pixel at `place` (EPSG:4326); None where that is not in the picture."""
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
        """The middle of a pixel, EPSG:4326; None where the map's CRS has no such place."""
        return self._place_of(pixel, self._to_lonlat)

    def size_of(self, pixel: Pixel) -> float:
        """How far it is to the middle of the pixel beside, in the metres of web mercator; 0 where nobody knows."""
        here, beside = (self._place_of((pixel[0] + step, pixel[1]), self._to_mercator) for step in (0, 1))
        return here.distance(beside) if here is not None and beside is not None else 0.0

    def _place_of(self, pixel: Pixel, there: QgsCoordinateTransform) -> QgsPointXY | None:
        column, row = ((number + 0.5) / self._ratio for number in pixel)
        try:
            return there.transform(self._grid.toMapCoordinatesF(column, row))
        except QgsCsException:
            return None


def is_nothing_drawn(drawn: Drawn, place: QgsPointXY) -> bool:
    """Whether one looks through what was drawn at `place` (EPSG:4326) and beside it: the edge of an image has pixels of
    the map that it covers in part. False where the place is not in the picture.
    """
    pixel = drawn.pixel_at(place)
    return pixel is not None and all(drawn.image.pixelColor(*one).alpha() == 0 for one in _grid(drawn.image, pixel, 1))


def why_nothing_there(drawn: Drawn, scene: Scene, place: QgsPointXY) -> YaluError | None:
    """Why nothing was seen at `place` (EPSG:4326) of a scene of tiles or maps; None where it shows something.

    PlaceNotInView, NothingToSee (nothing was drawn: one looks through it), or OneColourHere (what services send in
    place of a picture: a tile, or a map, of one colour but for a few words).
    """
    pixel = drawn.pixel_at(place)
    if pixel is None:
        return PlaceNotInView(scene=scene.label)
    if drawn.image.pixelColor(*pixel).alpha() == 0:
        return NothingToSee(scene=scene.label)
    around = _in_tile(drawn, TileAddress.parse(scene.uri), pixel) if is_tiles(scene.uri) else _in_view(drawn, pixel)
    return OneColourHere(scene=scene.label) if around and _one_colour(drawn.image, pixel, around) else None


def _in_tile(drawn: Drawn, tiles: TileAddress, pixel: Pixel) -> list[Pixel]:
    """Pixels of the tile drawn at `pixel`, or of a quarter of it where it is drawn larger than it is.

    None where so little of the tile is on screen that it tells nothing.
    """
    size = drawn.size_of(pixel)
    if not (size and math.isfinite(size)):
        return []
    finest = math.ceil(math.log2(PIXEL_M / size))
    zoom = max(0, min(tiles.zmax, finest, DEEPEST))
    enlarged = 2.0 ** max(finest - zoom, 0)
    reach = math.ceil(math.sqrt(2) * TILE_PIXELS * enlarged)  # to its farthest corner, however the map is turned
    tile = _tile_of(drawn, pixel, zoom)
    inside = [one for one in _grid(drawn.image, pixel, reach) if _tile_of(drawn, one, zoom) == tile]
    across = min((max(column) - min(column) for column in zip(*inside)), default=0)
    return inside if across >= LEAST * enlarged else []


def _tile_of(drawn: Drawn, pixel: Pixel, zoom: int) -> object:
    place = drawn.lonlat_of(pixel)
    return None if place is None else tile_at(place.x(), place.y(), zoom)


def _in_view(drawn: Drawn, pixel: Pixel) -> list[Pixel]:
    """A map is the whole view; in the black or white of one that cannot be transparent, what is near is enough."""
    dark_or_bright = _extreme(drawn.image.pixelColor(*pixel)) is not None
    return _grid(drawn.image, pixel, TILE_PIXELS // 2 if dark_or_bright else max(drawn.image.width(),
                                                                                 drawn.image.height()))


def _grid(image: QImage, middle: Pixel, reach: int) -> list[Pixel]:
    """Pixels in rows and columns over what the image has within `reach` pixels of the middle one."""
    columns, rows = (_spread(max(place - reach, 0), min(place + reach, length - 1))
                     for place, length in zip(middle, (image.width(), image.height())))
    return [(column, row) for column in columns for row in rows]


def _spread(first: int, last: int) -> list[int]:
    steps = min(SAMPLES, last - first + 1)
    return sorted({first + round(number * (last - first) / max(steps - 1, 1)) for number in range(steps)})


def _one_colour(image: QImage, pixel: Pixel, around: list[Pixel]) -> bool:
    """Whether nearly all pixels around have one colour, as no ground has.

    Where water or snow may be as black or white as can be, the pixel in question must have it too: it may be a boat.
    """
    colours = [image.pixelColor(*one) for one in around]
    most = QColor.fromRgba(Counter(colour.rgba() for colour in colours).most_common(1)[0][0])
    if sum(_alike(most, colour) for colour in colours) < SHARE * len(around):
        return False
    return _extreme(most) is None or _alike(most, image.pixelColor(*pixel))


def _alike(one: QColor, other: QColor) -> bool:
    return one == other or (_extreme(one) is not None and _extreme(one) == _extreme(other))


def _extreme(colour: QColor) -> str | None:
    levels = colour.getRgb()[:3]
    if max(levels) <= NOISE:
        return "black"
    return "white" if min(levels) >= 255 - NOISE else None
