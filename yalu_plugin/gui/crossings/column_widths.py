"""How wide the columns of a list are: one takes the room that is left, and a few need no scroll bar."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from qgis.PyQt.QtCore import QEvent, QObject, QTimer
from qgis.PyQt.QtWidgets import QHeaderView, QTableView

ROOM = 10  # pixels beside a text
ARROW = 14  # of the sort order, beside a title
SYMBOL = 24  # of the column that takes what is left, and what is beside it
NARROWEST = 0.4  # of the wanted width of words of which none is usual; more columns than fit so are scrolled to
LEAST = 90  # pixels of the column that takes what is left


class ColumnWidths(QObject):
    """Widths by texts of usual length, not by the rows in view: they stay while the list scrolls. What the user draws
    wider or narrower stays so.
    """

    def __init__(self, table: QTableView, stretched: int, longest: Sequence[Collection[str]], figures: Collection[int],
                 usual: Sequence[str]) -> None:
        """`longest` has of each column texts as long as most; columns of `figures` are never cut. `usual` has, or has
        empty, a text that is seen whole in narrow lists, too.
        """
        super().__init__(table)
        self._table, self._stretched, self._uncut, self._fitting = table, stretched, {*figures}, False
        header = table.horizontalHeader()
        self._wanted = [max(self._width(column, text) for text in texts) for column, texts in enumerate(longest)]
        self._least = [self._width(column, text) if text else int(NARROWEST * wanted)
                       for column, (text, wanted) in enumerate(zip(usual, self._wanted))]
        header.setMinimumSectionSize(24)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Fixed)
        header.sectionResized.connect(self._drawn)
        table.viewport().installEventFilter(self)

    def _width(self, column: int, text: str) -> int:
        """That a text of a column and its title take, in pixels."""
        header = self._table.horizontalHeader()
        title = str(self._table.model().headerData(column, header.orientation()))
        return max(self._table.fontMetrics().horizontalAdvance(text) + ROOM,
                   header.fontMetrics().horizontalAdvance(title) + ROOM + ARROW)

    def whole(self) -> int:
        """How wide the columns on screen are with room for all of their texts."""
        return sum(self._wanted[column] for column in [self._stretched, *self._shown()]) + SYMBOL

    def fit(self) -> None:
        """Give each column on screen its width; without room for all, words are cut before names and figures."""
        shown = self._shown()
        whole = self._table.viewport().width()
        least = {one: self._wanted[one] if one in self._uncut else self._least[one] for one in shown}
        left = whole - sum(least.values()) - self._wanted[self._stretched] - SYMBOL
        more = {one: self._wanted[one] - least[one] for one in shown}
        share = min(1.0, max(0.0, left / max(sum(more.values()), 1)))
        widths = {one: least[one] + int(more[one] * share) for one in shown}
        self._fitting = True
        for column, width in {**widths, self._stretched: max(LEAST, whole - sum(widths.values()))}.items():
            self._table.setColumnWidth(column, width)
        self._fitting = False

    def _shown(self) -> list[int]:
        """The columns on screen but for the one that takes what is left."""
        return [column for column in range(len(self._wanted))
                if column != self._stretched and not self._table.isColumnHidden(column)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102 - Qt's own
        if event.type() == QEvent.Type.Resize:
            self.fit()
        return False

    def _drawn(self, column: int, before: int, width: int) -> None:
        shown_or_hidden = not before or not width
        if not self._fitting and column != self._stretched and not shown_or_hidden:
            self._wanted[column] = width
            self._uncut.add(column)
            QTimer.singleShot(0, self.fit)
