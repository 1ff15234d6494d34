"""How wide the columns of a list are: one takes the room that is left, and no scroll bar is needed."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QEvent, QObject
from qgis.PyQt.QtWidgets import QHeaderView, QTableView

ROOM = 16  # pixels beside a text
ARROW = 14  # of the sort order, beside a title
LEAST_SHARE = 0.45  # of the list, for the column that takes what is left


class ColumnWidths(QObject):
    """Widths by texts of usual length, not by the rows in view: they stay while the list scrolls. What the user draws
    wider or narrower stays so, as far as there is room.
    """

    def __init__(self, table: QTableView, stretched: int, longest: Sequence[str]) -> None:
        super().__init__(table)
        self._table, self._stretched, self._fitting = table, stretched, False
        header, metrics = table.horizontalHeader(), table.fontMetrics()
        titles = [str(table.model().headerData(column, header.orientation())) for column in range(len(longest))]
        self._wanted = [max(metrics.horizontalAdvance(text) + ROOM,
                            header.fontMetrics().horizontalAdvance(title) + ROOM + ARROW)
                        for text, title in zip(longest, titles)]
        header.setMinimumSectionSize(24)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        header.sectionResized.connect(self._drawn)
        table.viewport().installEventFilter(self)

    def fit(self) -> None:
        """Give each column on screen its width, less where they would take more than their share."""
        shown = [column for column in range(len(self._wanted))
                 if column != self._stretched and not self._table.isColumnHidden(column)]
        room, wanted = (1 - LEAST_SHARE) * self._table.viewport().width(), sum(self._wanted[one] for one in shown)
        share = min(1.0, room / wanted) if wanted else 1.0
        self._fitting = True
        for column in shown:
            self._table.setColumnWidth(column, int(share * self._wanted[column]))
        self._fitting = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102 - Qt's own
        if event.type() == QEvent.Type.Resize:
            self.fit()
        return False

    def _drawn(self, column: int, _before: int, width: int) -> None:
        if not self._fitting and column != self._stretched and width:
            self._wanted[column] = width
