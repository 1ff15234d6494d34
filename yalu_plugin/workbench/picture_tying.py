"""A picture of a map and its tie points, which place it on the ground."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem, QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.map_picture.tie_points import AFFINE, TiePoint, TooFewTiePoints, Transformation, check_new
from yalu_plugin.core.text import translatable
from yalu_plugin.i18n import tr
from yalu_plugin.workbench.single_task import SingleTask

if TYPE_CHECKING:
    from yalu_plugin.layers.map_picture.picture_file import MapPicture
    from yalu_plugin.layers.map_picture.picture_fit import PictureFit

WEB_MAPS = "EPSG:3857"


class NoPicture(YaluError):
    """No picture is open."""

    template = translatable("No picture is open. Choose the file of the picture first.")


class PictureTying(QObject):
    """Reads a picture in a task; each change of its tie points fits it again.

    `fit` is None where the tie points do not suffice; `fit_error` is the reason. `crs` is the CRS in which the picture
    is taken to be drawn: the map's or that of web maps, until the user selects another.
    """

    picture_changed = pyqtSignal()
    changed = pyqtSignal()  # tie points, CRS or transformation, and so the fit
    error_occurred = pyqtSignal(object)

    def __init__(self, project: QgsProject, parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        self.task = SingleTask(self)
        self.task.error_occurred.connect(self.error_occurred)
        self.picture: MapPicture | None = None
        self.points: list[TiePoint] = []
        self.transformation: Transformation = AFFINE
        self.crs = project.crs() if project.crs().isValid() else QgsCoordinateReferenceSystem(WEB_MAPS)
        self.fit: PictureFit | None = None
        self.fit_error: YaluError | None = None

    def open(self, path: Path, page: int = 1) -> None:
        """Read a picture; the tie points of the one before are discarded."""
        from yalu_plugin.layers.map_picture.picture_file import read_picture

        self.task.run(tr("Reading {name}").format(name=path.name), lambda task: read_picture(path, page, task.progress),
                      self._set_picture)

    def need_picture(self) -> MapPicture:
        """Return the open picture. Raises NoPicture."""
        if self.picture is None:
            raise NoPicture()
        return self.picture

    def need_fit(self) -> PictureFit:
        """Return the fit. Raises the reason why there is none."""
        if self.fit is None:
            raise self.fit_error or TooFewTiePoints(n=len(self.points), least=self.transformation.points)
        return self.fit

    def add_point(self, point: TiePoint) -> None:
        """Add a tie point. Raises NoPicture and TiePointTwice."""
        self.need_picture()
        check_new(self.points, point)
        self.points.append(point)
        self._fit()

    def remove_points(self, numbers: Collection[int]) -> None:
        """Remove the tie points with these numbers, counted from 0."""
        self.points = [point for number, point in enumerate(self.points) if number not in numbers]
        self._fit()

    def set_drawn_in(self, crs: QgsCoordinateReferenceSystem, transformation: Transformation) -> None:
        """Set the CRS in which the picture is taken to be drawn, and the transformation."""
        self.crs, self.transformation = crs, transformation
        self._fit()

    def _set_picture(self, picture: MapPicture) -> None:
        self.picture, self.points = picture, []
        self.picture_changed.emit()
        self._fit()

    def _fit(self) -> None:
        from yalu_plugin.layers.map_picture.picture_fit import PictureFit

        try:
            fit = PictureFit(self.points, self.transformation, self.crs, self._project.transformContext())
            self.fit, self.fit_error = (fit, None) if fit.residuals_m else (None, None)
        except YaluError as error:
            self.fit, self.fit_error = None, error
        self.changed.emit()
