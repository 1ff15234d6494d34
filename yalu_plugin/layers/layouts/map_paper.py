"""Coordinates on the paper of a map: from its upper left corner to the right and down, however it is rotated."""

from __future__ import annotations

from math import hypot

from qgis.core import QgsLayoutItemMap, QgsPointXY

from yalu_plugin.core.cartography.symbol_spread import PaperFrame, Spot


class Paper:
    """Converts between coordinates in a map's CRS and on its paper, which are in units of `unit_mm`."""

    def __init__(self, item: QgsLayoutItemMap, unit_mm: float = 1.0) -> None:
        polygon = item.visibleExtentPolygon()
        corner, right, _, below, *_ = map(QgsPointXY, polygon)  # copies: the points are deleted with the polygon
        self.width, self.height = item.rect().width() / unit_mm, item.rect().height() / unit_mm
        self._corner = corner
        self._x = ((right.x() - corner.x()) / self.width, (right.y() - corner.y()) / self.width)  # ground for a unit
        self._y = ((below.x() - corner.x()) / self.height, (below.y() - corner.y()) / self.height)

    @property
    def frame(self) -> PaperFrame:
        """The edges of the map."""
        return PaperFrame(0.0, 0.0, self.width, self.height)

    @property
    def unit(self) -> float:
        """The length of a unit on the ground."""
        return hypot(*self._x)

    def spot(self, point: QgsPointXY) -> Spot:
        """Return the position on paper of a point on the ground."""
        east, north = point.x() - self._corner.x(), point.y() - self._corner.y()
        area = self._x[0] * self._y[1] - self._x[1] * self._y[0]
        return Spot((east * self._y[1] - north * self._y[0]) / area, (north * self._x[0] - east * self._x[1]) / area)

    def point(self, spot: Spot) -> QgsPointXY:
        """Return the point on the ground of a position on paper."""
        return QgsPointXY(self._corner.x() + spot.x * self._x[0] + spot.y * self._y[0],
                          self._corner.y() + spot.x * self._x[1] + spot.y * self._y[1])
