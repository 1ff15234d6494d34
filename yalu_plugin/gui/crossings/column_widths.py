"""Column widths of a list: one column takes the remaining width, so that few columns need no scroll bar."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from qgis.PyQt.QtCore import QEvent, QObject, QTimer
from qgis.PyQt.QtWidgets import QHeaderView, QTableView

TEXT_MARGIN = 10  # pixels next to a text
SORT_ARROW = 14  # pixels, next to a title
ICON = 24  # pixels: icon of the stretched column, with its margins
NARROWEST = 0.4  # of the full width, for columns without a usual text; columns that still do not fit are scrolled
LEAST_STRETCHED = 90  # pixels


class ColumnWidths(QObject):
    """Sets widths from sample texts, not from the visible rows, so that they do not change while the list scrolls.

    A width that the user sets by dragging is kept.
    """

    def __init__(self, table: QTableView, stretched: int, longest: Sequence[Collection[str]], figures: Collection[int],
                 usual: Sequence[str]) -> None:
        """Measure the texts and follow the size of the table.

        Args:
            table: the table, with its model set.
            stretched: the column that takes the remaining width.
            longest: for each column, texts that are as long as most of its texts.
            figures: columns whose texts are never cut.
            usual: for each column, a text that is shown in full even in a narrow list, or an empty text.
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
        """Return the pixels that a text of a column and its title need."""
        header = self._table.horizontalHeader()
        title = str(self._table.model().headerData(column, header.orientation()))
        return max(self._table.fontMetrics().horizontalAdvance(text) + TEXT_MARGIN,
                   header.fontMetrics().horizontalAdvance(title) + TEXT_MARGIN + SORT_ARROW)

    def full_width(self) -> int:
        """Return the width of the visible columns when all of their texts are shown in full."""
        return sum(self._wanted_widths[column] for column in [self._stretched, *self._shown_columns()]) + ICON

    def fit(self) -> None:
        """Set the width of each visible column; where space is short, words are cut before names and figures."""
        shown = self._shown_columns()
        table_width, stretched = self._table.viewport().width(), self._stretched
        least = self._least_widths(shown, table_width)
        left = table_width - sum(least.values()) - self._wanted_widths[stretched] - ICON
        more = {one: self._wanted_widths[one] - least[one] for one in shown}
        share = min(1.0, max(0.0, left / max(sum(more.values()), 1)))
        widths = {one: least[one] + int(more[one] * share) for one in shown}
        self._fitting = True
        for column, width in {**widths, stretched: max(LEAST_STRETCHED, table_width - sum(widths.values()))}.items():
            self._table.setColumnWidth(column, width)
        self._fitting = False

    def _least_widths(self, shown: Sequence[int], table_width: int) -> dict[int, int]:
        """Return the least width of each column; where even these do not fit, usual texts are cut, too."""
        least = {one: self._wanted_widths[one] if one in self._uncut else self._narrowest[one] for one in shown}
        excess = sum(least.values()) + LEAST_STRETCHED - table_width
        for one in [one for one in shown if one not in self._uncut]:
            cut = min(max(excess, 0), max(least[one] - int(NARROWEST * self._wanted_widths[one]), 0))
            least[one] -= cut
            excess -= cut
        return least

    def _shown_columns(self) -> list[int]:
        """Return the visible columns, except the stretched one."""
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
