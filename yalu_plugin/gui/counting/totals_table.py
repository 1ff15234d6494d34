"""The table of the Counting panel: the totals of each lot by class, on the day on screen."""

from __future__ import annotations

from collections import Counter

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem

from yalu_plugin.core.counting.count_assessment import rank_counts
from yalu_plugin.core.counting.mark_classes import with_labels
from yalu_plugin.core.counting.tally import total, totals_by_lot
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.gui.escaped_text import plain_tooltip
from yalu_plugin.i18n import tr
from yalu_plugin.layers.display_names import class_name
from yalu_plugin.workbench import Workbench


class TotalsTable(QTableWidget):
    """Rows for the current count, each lot of its site that is counted on the day, and all lots with finished counts.

    The last row has each place once; `overlaps` lists where that makes a difference. During a blind count there is
    only the first row.
    """

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench = workbench
        self.overlaps: list[Phrase] = []
        self.area_ids: list[str] = []  # of the first rows; the others have none
        self.setObjectName("yalu_count_totals")
        self.setAccessibleName(tr("Counted, by lot and class"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 6)
        self.setMinimumHeight(40)  # Qt's minimum height is too much for a small screen

    def show_totals(self) -> None:
        """Show the totals as they are now."""
        bench, rows = self._workbench, self._rows()
        kinds = with_labels(bench.counts.classes, {label for _, numbers in rows for label in numbers})
        self.setRowCount(len(rows))
        self.setColumnCount(len(kinds) + 1)
        for column, kind in enumerate(kinds):
            header = QTableWidgetItem(kind.key or class_name(kind))
            header.setToolTip(plain_tooltip(class_name(kind)))
            self.setHorizontalHeaderItem(column, header)
        self.setHorizontalHeaderItem(len(kinds), QTableWidgetItem(tr("All")))
        for number, (name, numbers) in enumerate(rows):
            self.setVerticalHeaderItem(number, QTableWidgetItem(name))
            for column, kind in enumerate(kinds):
                self._set_cell(number, column, numbers[kind.value], f"{name}, {class_name(kind)}")
            self._set_cell(number, len(kinds), sum(numbers.values()), f"{name}, {tr('All')}")
        day = bench.imagery.day
        self.setToolTip(tr("Lots as counted on {day}").format(day=day) if day is not None else "")
        self.resizeColumnsToContents()

    def _rows(self) -> list[tuple[str, Counter[str]]]:
        bench = self._workbench
        counts, day = bench.counts, bench.imagery.day
        self.overlaps, self.area_ids = [], []
        rows = [(self._name_of_count(), counts.tally.of(counts.count_id))] if counts.count_id else []
        if bench.blind.on or day is None:
            return rows
        names = {row["id"]: one_line(row["name"] or row["id"]) for row in counts.lots()}
        of_day = [one for one in counts.assessed if one.image_count.area_id in names and one.image_count.is_on(day)
                  and not bench.blind.hides(one.image_count.id)]
        lots = totals_by_lot(of_day, counts.tally)
        in_progress = rank_counts(one.image_count for one in of_day if one.image_count.in_progress)
        left = {one.area_id: one for one in reversed(in_progress) if one.area_id not in lots}
        self.area_ids = [*([counts.area_id] if rows else []), *(one for one in names if one in lots or one in left)]
        rows += [(names[one], lots[one]) if one in lots else
                 (tr("{lot} (in progress)").format(lot=names[one]), counts.tally.of(left[one].id))
                 for one in names if one in lots or one in left]
        among = {one.image_count.id for one in of_day if one.exclusion_reason is None}
        self.overlaps = counts.repeats.phrases(among)
        once = total(counts.tally.of(one) - counts.repeats.of(one, among) for one in among)
        return [*rows, (tr("Finished lots") if left else tr("All lots"), once)] if lots else rows

    def _name_of_count(self) -> str:
        """The current count: with its days while its image is not on screen."""
        bench = self._workbench
        if bench.counting.is_on_screen:
            return tr("This count")
        last = next((one.image_count.last for one in bench.counts.assessed
                     if one.image_count.id == bench.counts.count_id), None)
        return tr("Count of {day}").format(day=last or "?")

    def _set_cell(self, row: int, column: int, number: int, of_what: str) -> None:
        item = self.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.setItem(row, column, item)
        item.setText(str(number))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, tr("{what}: {value}").format(what=of_what, value=number))
