"""The delegate of the list of sites: paints headings across all columns and passes on edited names."""

from __future__ import annotations

from qgis.PyQt.QtCore import QAbstractItemModel, QModelIndex, QRect, Qt, pyqtSignal
from qgis.PyQt.QtGui import QPainter, QPalette
from qgis.PyQt.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOption, QStyleOptionViewItem, QTableView

from yalu_plugin.gui.crossings.site_cells import HEADING, SITE_ID
from yalu_plugin.gui.crossings.site_columns import NAME

MARK, MARGIN = 16, 4  # pixels


class HeadingDelegate(QStyledItemDelegate):
    """Paints headings, with a mark that shows whether they are folded.

    Each cell of a heading's row paints its own part: spans would have to be set again at every change.
    """

    renamed = pyqtSignal(str, str)  # the id of a site and the typed name

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    def setModelData(self, editor: QLineEdit, model: QAbstractItemModel, index: QModelIndex) -> None:  # noqa: N802, D102
        self.renamed.emit(index.data(SITE_ID), editor.text())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # noqa: D102
        heading = index.data(HEADING)
        if heading is None:
            super().paint(painter, option, index)
            return
        whole = QRect(0, option.rect.top(), self._table.viewport().width(), option.rect.height())
        painter.save()
        painter.setClipRect(option.rect)
        painter.fillRect(option.rect, option.palette.brush(QPalette.ColorRole.AlternateBase))
        self._draw_mark(painter, option, QRect(MARGIN, whole.top(), MARK, whole.height()), heading.folded)
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        area = whole.adjusted(MARGIN + MARK + MARGIN, 0, -MARGIN, 0)
        text = str(index.siblingAtColumn(0).data())
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # noqa: N802, D102
        super().initStyleOption(option, index)
        if index.column() != NAME:  # a name is elided in the middle, as the number at its end matters
            option.textElideMode = Qt.TextElideMode.ElideRight

    def _draw_mark(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, folded: bool) -> None:
        mark = QStyleOption()
        mark.initFrom(self._table)
        mark.rect = area
        part = QStyle.PrimitiveElement.PE_IndicatorArrowRight if folded else (
            QStyle.PrimitiveElement.PE_IndicatorArrowDown)
        self._table.style().drawPrimitive(part, mark, painter, self._table)
