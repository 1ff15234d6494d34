"""Marks on screen differ without colour, at the size of a cell."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from yalu_plugin.core.states import NOT_OBSERVABLE, STATES
from yalu_plugin.core.survey.matrix.matrix_cells import EMPTY_CELL, Cell


def test_every_two_cells_differ_in_greyscale(qgis_app: Any) -> None:
    from qgis.PyQt.QtCore import QSize
    from qgis.PyQt.QtGui import QImage

    from yalu_plugin.gui.matrix.cell_marks import CellMarks

    marks = CellMarks(QSize(29, 18), 1.0)
    cells = [*(Cell((state,)) for state in STATES if state != NOT_OBSERVABLE), Cell(blind=True),
             *(Cell(spanning=(state,)) for state in STATES), Cell(("absent", "present"), True),
             Cell(("absent", "present")), Cell(("present", "absent"))]

    def greys(cell: Cell) -> list[int]:
        image = QImage(29, 18, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        from qgis.PyQt.QtGui import QPainter

        painter = QPainter(image)
        if cell != EMPTY_CELL:
            painter.drawPixmap(0, 0, marks.pixmap(cell))
        painter.end()
        grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
        return [grey.pixelColor(x, y).lightness() for y in range(18) for x in range(29)]

    pictures = {cell: greys(cell) for cell in (*cells, EMPTY_CELL)}
    assert set(pictures[EMPTY_CELL]) == {255}
    for one, other in combinations(pictures, 2):
        apart = sum(abs(a - b) > 60 for a, b in zip(pictures[one], pictures[other]))
        assert apart >= 15, (one, other, apart)  # pixels: a mark is some 60 of them


def test_a_cell_is_drawn_once(qgis_app: Any) -> None:
    from qgis.PyQt.QtCore import QSize

    from yalu_plugin.gui.matrix.cell_marks import CellMarks

    marks = CellMarks(QSize(29, 18), 2.0)
    assert marks.pixmap(Cell(("present",))) is marks.pixmap(Cell(("present",)))
    assert marks.pixmap(Cell(("present",))).width() == 58 and marks.pixmap(EMPTY_CELL).isNull()
