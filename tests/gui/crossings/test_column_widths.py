"""How wide the columns of a list are where it is narrow and where it is wide."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtGui import QStandardItemModel
from qgis.PyQt.QtWidgets import QTableView


def test_in_a_wide_list_no_column_is_cut_while_there_is_room(window: Any, qgis_app: Any) -> None:
    from yalu_plugin.gui.crossings.column_widths import ColumnWidths

    table, longest = QTableView(window), ["A name of a site", *["Vehicle crossing"] * 6, "2025-12-20"]
    table.setModel(QStandardItemModel(0, len(longest)))
    widths = ColumnWidths(table, 0, longest, {7})
    table.show()
    for width, cut in ((widths.whole() + 60, False), (widths.whole() // 2, True)):
        table.resize(width, 200)
        widths.fit()
        assert (table.columnWidth(1) < widths._wanted[1]) == cut
        assert table.columnWidth(7) == widths._wanted[7]
        across = sum(map(table.columnWidth, range(len(longest))))
        assert across <= table.viewport().width() or cut
