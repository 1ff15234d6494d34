"""How wide the columns of a list are: one takes the room that is left, and a few need no scroll bar."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from qgis.PyQt.QtCore import QEvent, QObject, QTimer
from qgis.PyQt.QtWidgets import QHeaderView, QTableView

TEXT_MARGIN = 10  # pixels beside a text
SORT_ARROW = 14  # of the sort order, beside a title
ICON = 24  # of the column that takes what is left, and what is beside it
NARROWEST = 0.4  # of the wanted width of words of which none is usual; more columns than fit so are scrolled to
LEAST_STRETCHED = 90  # pixels of the column that takes what is left


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
        self._wanted_widths = [max(self._width(column, text) for text in texts) for column, texts in enumerate(longest)]
        self._narrowest = [self._width(column, text) if text else int(NARROWEST * wanted)
                       for column, (text, wanted) in enumerate(zip(usual, self._wanted_widths))]
        header.setMinimumSectionSize(24)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Fixed)
        header.sectionResized.connect(self._on_section_resized)
        table.viewport().installEventFilter(self)

    def _width(self, column: int, text: str) -> int:
        """That a text of a column and its title take, in pixels."""
        header = self._table.horizontalHeader()
        title = str(self._table.model().headerData(column, header.orientation()))
        return max(self._table.fontMetrics().horizontalAdvance(text) + TEXT_MARGIN,
                   header.fontMetrics().horizontalAdvance(title) + TEXT_MARGIN + SORT_ARROW)

    def full_width(self) -> int:
        """How wide the columns on screen are with room for all of their texts."""
        return sum(self._wanted_widths[column] for column in [self._stretched, *self._shown_columns()]) + ICON

    def fit(self) -> None:
        """Give each column on screen its width; without room for all, words are cut before names and figures."""
        shown = self._shown_columns()
        full_width = self._table.viewport().width()
        least = {one: self._wanted_widths[one] if one in self._uncut else self._narrowest[one] for one in shown}
        left = full_width - sum(least.values()) - self._wanted_widths[self._stretched] - ICON
        more = {one: self._wanted_widths[one] - least[one] for one in shown}
        share = min(1.0, max(0.0, left / max(sum(more.values()), 1)))
        widths = {one: least[one] + int(more[one] * share) for one in shown}
        self._fitting = True
        for column, width in {**widths, self._stretched: max(LEAST_STRETCHED, full_width - sum(widths.values()))}.items():
            self._table.setColumnWidth(column, width)
        self._fitting = False

    def _shown_columns(self) -> list[int]:
        """The columns on screen but for the one that takes what is left."""
        return [column for column in range(len(self._wanted_widths))
                if column != self._stretched and not self._table.isColumnHidden(column)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102 - Qt's own
        if event.type() == QEvent.Type.Resize:
            self.fit()
        return False

    def _on_section_resized(self, column: int, before: int, width: int) -> None:
        shown_or_hidden = not before or not width
        if not self._fitting and column != self._stretched and not shown_or_hidden:
            self._wanted_widths[column] = width
            self._uncut.add(column)
            QTimer.singleShot(0, self.fit)
