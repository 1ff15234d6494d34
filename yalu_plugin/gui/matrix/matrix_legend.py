"""The legend of the matrix: marks, their labels and letter keys. Marks without a letter are shown if they fit."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.PyQt.QtCore import QRect, QSize, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPaintEvent, QPalette
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from yalu_plugin.core.states import NOT_OBSERVABLE
from yalu_plugin.core.survey.matrix.matrix_cells import Cell
from yalu_plugin.gui.matrix.cell_marks import CellMarks
from yalu_plugin.i18n import tr
from yalu_plugin.layers.matrix_texts import legend_cells

MARK = QSize(24, 15)
BETWEEN = 4, 10  # pixels: from a mark to its label, and to the next mark


class MatrixLegend(QWidget):
    """Marks and labels in a row; `letters` are the keys by state."""

    def __init__(self, letters: Mapping[str, str]) -> None:
        super().__init__()
        self.setObjectName("yalu_matrix_legend")
        self._entries = [(cell, " ".join(filter(None, (letters.get(_state(cell), ""), label))))
                         for cell, label in legend_cells()]
        self._lettered = [(cell, label) for cell, label in self._entries if letters.get(_state(cell))]
        self._marks = CellMarks(MARK, self.devicePixelRatioF())
        labels = ", ".join(self._labels())
        self.setAccessibleName(tr("Marks: {words}").format(words=labels))
        self.setToolTip(self.accessibleName())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802, D102 - Qt's own
        return QSize(sum(map(self._width, self._labels())), max(MARK.height() + 2, self.fontMetrics().height()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802, D102 - Qt's own
        return QSize(len(self._lettered) * self._width("W…"), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802, D102 - Qt's own
        painter, left = QPainter(self), 0
        top = (self.height() - MARK.height()) // 2
        for cell, label in self.shown():
            width = self._width(label)
            box = QRect(left, top, MARK.width(), MARK.height())
            painter.fillRect(box, QColor("#ffffff"))
            painter.drawPixmap(box.topLeft(), self._marks.pixmap(cell))
            painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            painter.drawText(QRect(box.right() + BETWEEN[0], 0, width, self.height()),
                             int(Qt.AlignmentFlag.AlignVCenter), label)
            left += width
        painter.end()

    def shown(self) -> list[tuple[Cell, str]]:
        """Return the marks and labels that fit: all with a letter, elided if needed, then the others."""
        available, shown = self.width(), [label for _, label in self._lettered]
        if sum(map(self._width, shown)) > available:
            most = self._longest_label(available - len(shown) * self._width(""))
            return [(cell, self.fontMetrics().elidedText(label, Qt.TextElideMode.ElideRight, most))
                    for cell, label in self._lettered]
        others = [entry for entry in self._entries if entry not in self._lettered]
        found = list(self._lettered)
        for cell, label in others:
            if sum(self._width(text) for _, text in [*found, (cell, label)]) > available:
                break
            found.append((cell, label))
        return found

    def _longest_label(self, available: int) -> int:
        """Return the width to which labels are elided so that all fit; short ones leave their space to the others."""
        widths = sorted(self.fontMetrics().horizontalAdvance(label) for _, label in self._lettered)
        for at, width in enumerate(widths):
            share = available // (len(widths) - at)
            if width > share:
                return share
            available -= width
        return available

    def _labels(self) -> list[str]:
        return [label for _, label in self._entries]

    def _width(self, label: str) -> int:
        return MARK.width() + sum(BETWEEN) + self.fontMetrics().horizontalAdvance(label)


def _state(cell: Cell) -> str:
    """The state of an example cell; empty if it has several or none."""
    if cell.blind:
        return NOT_OBSERVABLE
    return cell.states[0] if len(cell.states) == 1 else ""
