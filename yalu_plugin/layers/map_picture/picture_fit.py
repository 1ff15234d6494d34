"""The transformation from a picture to the ground, by QGIS' own georeferencer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from qgis.analysis import QgsGcpTransformerInterface
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsPointXY,
)

from yalu_plugin.core.map_picture.tie_points import (
    NoPlaceOnGround,
    PictureCrsMissing,
    TiePoint,
    Transformation,
    accuracies_m,
    check_tie_points,
    rms,
)
from yalu_plugin.layers.survey.survey_sites import wgs84_measure

_METHODS = {"affine": QgsGcpTransformerInterface.TransformMethod.PolynomialOrder1,
            "projective": QgsGcpTransformerInterface.TransformMethod.Projective,
            "polynomial_2": QgsGcpTransformerInterface.TransformMethod.PolynomialOrder2}
BACK = QgsCoordinateTransform.TransformDirection.ReverseTransform


class PictureFit:
    """A picture tied to the ground. `crs` is the CRS in which the picture is taken to be drawn, straight or bent."""

    def __init__(self, points: Sequence[TiePoint], transformation: Transformation, crs: QgsCoordinateReferenceSystem,
                 context: QgsCoordinateTransformContext) -> None:
        """Fit the transformation. Raises what check_tie_points raises, PictureCrsMissing and NoPlaceOnGround."""
        if not crs.isValid():
            raise PictureCrsMissing()
        check_tie_points(points, transformation)
        self.points, self.transformation, self.crs = tuple(points), transformation, crs
        self._to_crs = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"), crs, context)
        try:
            ground = [self._to_crs.transform(QgsPointXY(point.lon, point.lat)) for point in points]
        except QgsCsException as error:
            raise NoPlaceOnGround(str(error)) from error
        fitted = QgsGcpTransformerInterface.createFromParameters(
            _METHODS[transformation.name], [QgsPointXY(point.column, point.row) for point in points], ground)
        if fitted is None:
            raise NoPlaceOnGround()
        self._fitted = fitted

    def on_crs(self, column: float, row: float) -> QgsPointXY:
        """Return the place of a pixel in `crs`. Raises NoPlaceOnGround."""
        is_transformed, x, y = self._fitted.transform(column, row)
        if not is_transformed:
            raise NoPlaceOnGround()
        return QgsPointXY(x, y)

    def lonlat(self, column: float, row: float) -> QgsPointXY:
        """Return the place of a pixel in EPSG:4326. Raises NoPlaceOnGround."""
        try:
            place = self._to_crs.transform(self.on_crs(column, row), BACK)
        except QgsCsException as error:
            raise NoPlaceOnGround(str(error)) from error
        if not (-180 <= place.x() <= 180 and -90 <= place.y() <= 90):
            raise NoPlaceOnGround()
        return place

    @cached_property
    def residuals_m(self) -> list[float]:
        """The ellipsoidal distance of each tie point, as clicked on the map, from its pixel on the ground."""
        measure = wgs84_measure()
        return [measure.measureLine(QgsPointXY(point.lon, point.lat), self.lonlat(point.column, point.row))
                for point in self.points]

    @property
    def rms_m(self) -> float:
        """The root mean square of the residuals."""
        return rms(self.residuals_m)

    def metres(self, column: float, row: float, pixels: float) -> float:
        """Return the length on the ground of so many pixels: the mean of along and across the picture there."""
        measure, here = wgs84_measure(), self.lonlat(column, row)
        along, across = self.lonlat(column + pixels, row), self.lonlat(column, row + pixels)
        return float((measure.measureLine(here, along) + measure.measureLine(here, across)) / 2)

    def accuracies_m(self, dots: Sequence[tuple[float, float, float]]) -> list[float | None]:
        """Return the location accuracy of dots (column, row, radius in pixels); see core.map_picture.tie_points."""
        radii_m = [self.metres(*dot) for dot in dots]
        return accuracies_m(self.points, self.transformation, self.residuals_m, [dot[:2] for dot in dots], radii_m)
