"""Tie points: places known on a picture and on the ground, and how certain a place between them is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SAME_PIXELS, SAME_DEGREES = 2.0, 1e-6  # nearer than that, two tie points are one place
LEAST_BREADTH = 0.02  # of their length: less broad, the tie points are on one line


class TiePoint(NamedTuple):
    """A place on the picture, in pixels from its upper left corner, and on the ground (EPSG:4326)."""

    column: float
    row: float
    lon: float
    lat: float


class Transformation(NamedTuple):
    """How pixels become places: `points` is the least number of tie points, `powers` those of column and row in it."""

    name: str
    label: str
    points: int
    powers: tuple[tuple[int, int], ...]


_LINEAR = ((0, 0), (1, 0), (0, 1))
TRANSFORMATIONS = (
    Transformation("affine", translatable("Affine (shift, turn, scale)"), 3, _LINEAR),
    Transformation("projective", translatable("Projective (a tilted view)"), 4, (*_LINEAR, (1, 1))),
    Transformation("polynomial_2", translatable("Polynomial 2 (bent)"), 6, (*_LINEAR, (1, 1), (2, 0), (0, 2))))
AFFINE = TRANSFORMATIONS[0]


class TooFewTiePoints(YaluError):
    """Fewer tie points than the transformation has unknowns."""

    template = translatable("There are {n} tie points; this needs {least}. Click more places on the picture and on the "
                            "map.")
    singular_template = translatable("There is 1 tie point; this needs {least}. Click more places on the picture and "
                                     "on the map.")


class TiePointsOnLine(YaluError):
    """The tie points do not span an area, on the picture or on the ground."""

    template = translatable("The tie points are on one line: what is beside it is not known. Add one away from it.")


class TiePointTwice(YaluError):
    """A second tie point at a place of the picture or of the ground."""

    template = translatable("Tie point {number} is at that place already. Remove it first, or click another place.")


class PictureMirrored(YaluError):
    """The tie points mirror the picture, which no map is."""

    template = translatable("These tie points turn the picture into its mirror image. Probably two of them are "
                            "exchanged, or the picture was mirrored: mirror it back first.")


class PictureCrsMissing(YaluError):
    """No valid CRS is selected for the picture."""

    template = translatable("Choose the CRS in which the picture is drawn. Web maps are in EPSG:3857.")


class NoPlaceOnGround(YaluError):
    """The transformation gives no place, or one that is not on the globe."""

    template = translatable("The tie points give no place on the ground there. Check them, or choose another CRS or "
                            "transformation.")


def check_new(points: Sequence[TiePoint], new: TiePoint) -> None:
    """Raise TiePointTwice if a point is at the place of the new one, on the picture or on the ground."""
    for number, old in enumerate(points, 1):
        same_pixel = math.hypot(old.column - new.column, old.row - new.row) < SAME_PIXELS
        if same_pixel or math.hypot(old.lon - new.lon, old.lat - new.lat) < SAME_DEGREES:
            raise TiePointTwice(number=number)


def check_tie_points(points: Sequence[TiePoint], transformation: Transformation) -> None:
    """Check that the points determine the transformation, and that it is no mirror image.

    Raises TooFewTiePoints, TiePointsOnLine and PictureMirrored.
    """
    import numpy as np

    if len(points) < transformation.points:
        raise TooFewTiePoints(n=len(points), least=transformation.points)
    pixels, ground = (np.array(both) for both in (
        [(point.column, -point.row) for point in points],
        [(point.lon * math.cos(math.radians(points[0].lat)), point.lat) for point in points]))
    for places in (pixels, ground):
        spread = np.linalg.svd(places - places.mean(axis=0), compute_uv=False)
        if spread[1] <= LEAST_BREADTH * spread[0]:
            raise TiePointsOnLine()
    linear, *_ = np.linalg.lstsq(pixels - pixels.mean(axis=0), ground - ground.mean(axis=0), rcond=None)
    if np.linalg.det(linear) < 0:
        raise PictureMirrored()
    if np.linalg.matrix_rank(_terms(points, transformation, points)) < len(transformation.powers):
        raise TiePointsOnLine()


def rms(residuals_m: Sequence[float]) -> float:
    """Return the root mean square of the residuals."""
    return math.sqrt(sum(metres * metres for metres in residuals_m) / len(residuals_m))


def spread_m(residuals_m: Sequence[float], transformation: Transformation) -> float | None:
    """Return the standard error of one tie point in metres; None where no point is left over to check the others."""
    left_over = len(residuals_m) - len(transformation.powers)
    if left_over <= 0:
        return None
    return math.sqrt(sum(metres * metres for metres in residuals_m) / left_over)


def accuracies_m(points: Sequence[TiePoint], transformation: Transformation, residuals_m: Sequence[float],
                 places: Sequence[tuple[float, float]], radii_m: Sequence[float]) -> list[float | None]:
    """Return the location accuracy in metres of dots at these columns and rows, with these radii on the ground.

    It combines the dot's radius with the standard error that the transformation has there, which grows outside of the
    tie points. None where the tie points leave no residuals to compute it from.
    """
    import numpy as np

    error_m = spread_m(residuals_m, transformation)
    if error_m is None:
        return [None] * len(places)
    known = _terms(points, transformation, points)
    asked = _terms([TiePoint(column, row, 0, 0) for column, row in places], transformation, points)
    leverage = np.einsum("ij,jk,ik->i", asked, np.linalg.pinv(known.T @ known), asked)
    return [float(math.hypot(radius, error_m * math.sqrt(1 + share))) for radius, share in zip(radii_m, leverage)]


def _terms(points: Sequence[TiePoint], transformation: Transformation, known: Sequence[TiePoint]
           ) -> NDArray[np.float64]:
    """Return the powers of column and row at the points, scaled by the extent of the known ones."""
    import numpy as np

    pixels = np.array([(point.column, point.row) for point in known])
    middle, size = pixels.mean(axis=0), np.ptp(pixels, axis=0).max() or 1.0
    scaled = (np.array([(point.column, point.row) for point in points]).reshape(-1, 2) - middle) / size
    return np.stack([scaled[:, 0] ** x * scaled[:, 1] ** y for x, y in transformation.powers], axis=1)
