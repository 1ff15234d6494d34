"""The matrix on screen: a table that paints all visible cells at once."""

from __future__ import annotations

from qgis.PyQt.QtCore import QModelIndex, QRect, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette, QPen
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from yalu_plugin.core.survey.matrix.matrix_cells import EMPTY_CELL
from yalu_plugin.gui.matrix.cell_marks import CellMarks
from yalu_plugin.gui.matrix.matrix_model import MatrixModel

PAPER, GRID = QColor("#ffffff"), QColor("#d9dcdf")
HEADING_SCALE = 0.78  # font size of the headings
MARGIN = 4  # pixels above and below a line
NAME_LETTERS = 18  # letters of a name that fit


class MatrixView(QTableView):
    """A cell for each site and column. It paints without delegates: a thousand cells take less than a frame.

    `painted` counts the painted cells.
    """

    def __init__(self, model: MatrixModel) -> None:
        super().__init__()
        self.setObjectName("yalu_matrix")
        self.matrix_model, self.painted = model, 0
        self.setModel(model)
        self.setHorizontalHeader(ColumnHeader(self))
        self._set_up()
        self._marks = CellMarks(QSize(self._cell.width() - 1, self._cell.height() - 1), self.devicePixelRatioF())

    def _set_up(self) -> None:
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setMinimumHeight(96)
        across, down = self.horizontalHeader(), self.verticalHeader()
        self._cell = QSize(across.least_width(), self.fontMetrics().height() + MARGIN)
        for header, size in ((across, self._cell.width()), (down, self._cell.height())):
            header.setMinimumSectionSize(size)
            header.setDefaultSectionSize(size)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setHighlightSections(True)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        down.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # distinguishing numbers are at the end
        down.setFixedWidth(self.fontMetrics().averageCharWidth() * (NAME_LETTERS + 8))
        down.setSectionsClickable(False)
        across.setSectionsClickable(False)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802, D102 - letters record, they do not search
        pass

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102 - Qt's own
        model = self.matrix_model
        rows, columns = model.rowCount(), model.columnCount()
        area = event.region().boundingRect()
        painter = QPainter(self.viewport())
        if rows and columns:
            first_row, first_column = max(self.rowAt(area.top()), 0), max(self.columnAt(area.left()), 0)
            last_row, last_column = self.rowAt(area.bottom()), self.columnAt(area.right())
            self._paint(painter, range(first_row, (last_row if last_row >= 0 else rows - 1) + 1),
                        range(first_column, (last_column if last_column >= 0 else columns - 1) + 1))
        painter.end()

    def _paint(self, painter: QPainter, rows: range, columns: range) -> None:
        """All sections have the same size, so places are computed from the first one."""
        wide, high = self._cell.width(), self._cell.height()
        left, top = self.columnViewportPosition(columns.start), self.rowViewportPosition(rows.start)
        pixmap, draw = self._marks.pixmap, painter.drawPixmap
        across, down = wide * len(columns), high * len(rows)
        painter.fillRect(left, top, across, down, PAPER)
        for y in range(top + high - 1, top + down, high):  # lines as rectangles: QPainter.drawLines takes 16 ms
            painter.fillRect(left, y, across, 1, GRID)
        for x in range(left + wide - 1, left + across, wide):
            painter.fillRect(x, top, 1, down, GRID)
        for row in rows:
            y, cell = top + high * (row - rows.start), self.matrix_model.cells(row).cell
            for x, shown in enumerate(map(cell, columns)):
                if shown is not EMPTY_CELL:
                    draw(left + wide * x, y, pixmap(shown))
        self.painted += len(rows) * len(columns)
        self._paint_current(painter)

    def _paint_current(self, painter: QPainter) -> None:
        """A frame in two tones, visible on dark and on white cells."""
        index = self.currentIndex()
        if index.isValid():
            frame = self.visualRect(index).adjusted(0, 0, -1, -1)
            for colour, by in ((PAPER, 2), (self.palette().color(QPalette.ColorRole.Highlight), 1)):
                painter.setPen(QPen(colour, 2))
                painter.drawRect(frame.adjusted(by, by, -by, -by) if by == 2 else frame.adjusted(0, 0, 0, 0))

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # noqa: N802, D102 - Qt's own
        super().currentChanged(current, previous)
        self.viewport().update()


class ColumnHeader(QHeaderView):
    """Dates in short lines, one below the other."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * HEADING_SCALE)
        self.setFont(font)

    def least_width(self) -> int:
        """Return the width that fits every heading."""
        return max(map(self.fontMetrics().horizontalAdvance, ("2000", "≤30", "30…"))) + 2

    def sizeHint(self) -> QSize:  # noqa: N802, D102 - Qt's own
        return QSize(0, 3 * self.fontMetrics().height() + MARGIN)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802, D102 - Qt's own
        view = self.parentWidget()
        palette = self.palette()
        is_current = view.currentIndex().column() == section
        role = QPalette.ColorRole.Highlight if is_current else QPalette.ColorRole.Button
        painter.fillRect(rect, palette.color(role))
        text = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        painter.setPen(palette.color(
            QPalette.ColorRole.HighlightedText if is_current else QPalette.ColorRole.ButtonText))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom), text)
        painter.setPen(palette.color(QPalette.ColorRole.Mid))
        painter.drawLine(rect.topRight(), rect.bottomRight())
