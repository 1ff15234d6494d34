"""The marks of cells as pixmaps for the screen, each drawn once."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QImage, QPixmap

from yalu_plugin.core.cartography.state_marks import cell_svg
from yalu_plugin.core.survey.matrix.matrix_cells import Cell

MAX_PIXMAPS = 4096  # cached pixmaps of different cells


class CellMarks:
    """Pixmaps for cells of a size in logical pixels; `ratio` is the screen's device pixel ratio."""

    def __init__(self, size: QSize, ratio: float) -> None:
        self.size, self.ratio = size, ratio
        self._pixmaps: dict[Cell, QPixmap] = {}

    def pixmap(self, cell: Cell) -> QPixmap:
        """Return the pixmap of a cell, a null pixmap if the cell is white."""
        found = self._pixmaps.get(cell)
        if found is None:
            if len(self._pixmaps) >= MAX_PIXMAPS:
                self._pixmaps.clear()
            found = self._pixmaps[cell] = self._draw(cell)
        return found

    def _draw(self, cell: Cell) -> QPixmap:
        width, height = self.size.width(), self.size.height()
        drawn = cell_svg(cell, width, height)
        if not drawn:
            return QPixmap()
        svg = (f'<svg xmlns="http://www.w3.org/2000/svg" width="{round(width * self.ratio)}" '
               f'height="{round(height * self.ratio)}" viewBox="0 0 {width} {height}">{drawn}</svg>')
        pixmap = QPixmap.fromImage(QImage.fromData(svg.encode("utf-8"), "svg"))
        pixmap.setDevicePixelRatio(self.ratio)
        return pixmap
