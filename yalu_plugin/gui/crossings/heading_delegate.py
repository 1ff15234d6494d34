"""The delegates of the list of sites: they pass on edited names, and paint headings across all columns."""

from __future__ import annotations

from qgis.PyQt.QtCore import QAbstractItemModel, QModelIndex, QObject, QRect, Qt, pyqtSignal
from qgis.PyQt.QtGui import QPainter, QPalette
from qgis.PyQt.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOption, QStyleOptionViewItem, QTableView

from yalu_plugin.gui.crossings.site_cells import HEADING, SITE_ID
from yalu_plugin.gui.crossings.site_columns import NAME

MARK, MARGIN = 16, 4  # pixels


class NameDelegate(QStyledItemDelegate):
    """Passes on edited names."""

    renamed = pyqtSignal(str, str)  # the id of a site and the typed name

    def setModelData(self, editor: QLineEdit, model: QAbstractItemModel, index: QModelIndex) -> None:  # noqa: N802, D102
        self.renamed.emit(index.data(SITE_ID), editor.text())

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # noqa: N802, D102
        super().initStyleOption(option, index)
        if index.column() == NAME:  # names often differ only in a number at the end
            option.textElideMode = Qt.TextElideMode.ElideMiddle


class HeadingDelegate(NameDelegate):
    """Also paints headings, with a mark that shows whether they are folded.

    Each cell of a heading's row paints its own part: spans would have to be set again at every change.
    """

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

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

    def _draw_mark(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, folded: bool) -> None:
        mark = QStyleOption()
        mark.initFrom(self._table)
        mark.rect = area
        part = QStyle.PrimitiveElement.PE_IndicatorArrowRight if folded else (
            QStyle.PrimitiveElement.PE_IndicatorArrowDown)
        self._table.style().drawPrimitive(part, mark, painter, self._table)


class ListDelegates(QObject):
    """The delegates of a list: cells are painted in Python only where there are headings, as each click paints many."""

    renamed = pyqtSignal(str, str)  # the id of a site and the typed name

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self._cells, self._names, self._headings = QStyledItemDelegate(self), NameDelegate(self), HeadingDelegate(table)
        for delegate in (self._names, self._headings):
            delegate.renamed.connect(self.renamed)

    def use(self, with_headings: bool) -> None:
        """Paint the cells of a list with headings, or without."""
        self._table.setItemDelegate(self._headings if with_headings else self._cells)
        self._table.setItemDelegateForColumn(NAME, self._headings if with_headings else self._names)
